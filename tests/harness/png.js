// Pictures to drop, made here so that every one is known to the byte.

import { deflateSync } from 'node:zlib'

/** A picture of plain stripes, as a PNG file; with another `mark` it is another file. */
export function stripes(width, height, mark = 0) {
  const row = Buffer.alloc(width * 3)
  for (let x = 0; x < width; x += 1) row.fill((x >> 4) % 2 ? 0xe0 : 0x40, x * 3, x * 3 + 3)
  row.writeUIntBE(mark, 0, 6)
  return encoded(width, height, () => row)
}

/** A picture of coloured patches; another `seed` is a picture that does not look like it. */
export function patches(width, height, seed) {
  return encoded(width, height, (y) => {
    const row = Buffer.alloc(width * 3)
    for (let x = 0; x < width; x += 1) {
      const patch = (Math.imul((x >> 6) + 1, 0x9e3779b1 ^ (seed * 77)) ^ Math.imul((y >> 6) + seed, 0x85ebca6b)) >>> 0
      row.writeUIntBE(0x202020 + (patch % 0xc0c0c0), x * 3, 3)
    }
    return row
  })
}

function encoded(width, height, rowAt) {
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  // Each line of a PNG picture begins with how it is filtered: 0, not at all.
  const lines = Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.alloc(1), rowAt(y)]))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
