// What a browser fetches before the desk shows: the script and style of the login and, right behind it, of the desk, gzipped.
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const LIMIT = 350 * 1024
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'))
const files = new Set(['theme.js'])
const walk = (chunk) => {
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const next of chunk.imports ?? []) walk(manifest[next])
}
const page = await readFile(new URL('index.html', dist), 'utf8')
const chunks = Object.values(manifest).filter((chunk) => page.includes(chunk.file) || chunk.name === 'desk')
if (!chunks.some((chunk) => chunk.name === 'desk')) throw new Error('the desk is no longer a file of its own')
chunks.forEach(walk)
let sum = 0
for (const file of files) {
  const bytes = gzipSync(await readFile(new URL(file, dist))).length
  sum += bytes
  process.stdout.write(`${String(bytes).padStart(8)}  ${file}\n`)
}
process.stdout.write(`${String(sum).padStart(8)}  first load, gzipped (limit ${LIMIT})\n`)
if (sum > LIMIT) {
  process.stderr.write('the first load is too big\n')
  process.exit(1)
}
