import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { WindowHands } from '../harness/hands.js'
import { Screen } from '../harness/screen.js'
import { Shop } from '../harness/shop.js'
import { folderFor } from '../harness/window.js'
import { mainJob } from '../story/main_job.js'

test('the main job, from the data pack to the workbook, in the real window', async (t) => {
  const screen = await Screen.start()
  t.after(() => screen.stop())
  const shop = await Shop.demo()
  t.after(() => shop.close())
  const hands = await WindowHands.open(screen, shop)
  t.after(() => hands.close())
  const look = looking(hands)
  try {
    await mainJob(hands, shop, await folderFor(t), look)
  } catch (error) {
    // What went wrong is said even where the page cannot be pictured any more.
    await look('where-it-failed').catch(() => {})
    throw error
  }
})

/** Keeps what the pages look like where somebody asks for it. */
function looking(hands) {
  let turn = 0
  return async (name) => {
    const folder = process.env.SHOPDESK_PICTURES
    if (!folder) return
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `window-${(turn += 1)}-${name}.png`), await hands.picture())
  }
}
