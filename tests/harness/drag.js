// Dragging real files out of another program's window and letting go over ours.

import { fileURLToPath } from 'node:url'

import { Running } from './processes.js'

const SOURCE = fileURLToPath(new URL('drag_source.py', import.meta.url))
const START = { x: 60, y: 45 }

/**
 * Drags files from a window of another program to a point of the screen.
 *
 * @param {import('./screen.js').Screen} screen
 * @param {string[]} files
 * @param {{x: number, y: number}} to
 * @param {{hover?: () => Promise<unknown>}} [options] `hover` is asked while the files hang over
 *   the point, before they are let go
 */
export async function dragFiles(screen, files, to, { hover } = {}) {
  // Debian's own Python: the one that has the window library.
  const source = new Running('/usr/bin/python3', [SOURCE, ...files], { env: screen.environment })
  try {
    await source.says(/^ready$/m)
    await screen.pointer('mousemove', START.x, START.y)
    await screen.pointer('mousedown', 1)
    // A drag starts only once the pointer has gone some way, and the window below must see it
    // come: small steps, as a hand makes them.
    const steps = 40
    for (let step = 1; step <= steps; step += 1) {
      const at = (from, goal) => Math.round(from + ((goal - from) * step) / steps)
      await screen.pointer('mousemove', '--sync', at(START.x, to.x), at(START.y, to.y))
    }
    await screen.pointer('mousemove_relative', '--sync', '--', 3, 3)
    if (hover) await hover()
    await screen.pointer('mouseup', 1)
    const [, end] = await source.says(/^(dropped|refused)$/m)
    if (end === 'refused') throw new Error('the window refused the files')
  } finally {
    await source.stop()
  }
}

/**
 * Lets files and folders of this machine fall on a thing of a page, as the browser hears of it from the desktop.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Locator} target
 * @param {string[]} files
 */
export async function letFall(page, target, files) {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 400) }
  const desktop = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop']) await desktop.send('Input.dispatchDragEvent', { type, ...at, data })
  await desktop.detach()
}
