import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import assert from 'node:assert/strict'

import { startBrowser } from '../harness/browser.js'
import { BrowserHands } from '../harness/hands.js'
import { Shop } from '../harness/shop.js'
import { folderFor } from '../harness/window.js'
import { mainJob } from '../story/main_job.js'

test('the main job, from the data pack to the workbook, in a browser', async (t) => {
  const shop = await Shop.demo()
  t.after(() => shop.close())
  const browser = await startBrowser()
  t.after(() => browser.close())
  const hands = await BrowserHands.open(browser, await shop.serve())
  await mainJob(hands, shop, await folderFor(t), looking(hands))
  assert.deepEqual(hands.faults, [])
})

/** Keeps what the pages look like where somebody asks for it. */
function looking(hands) {
  let turn = 0
  return async (name) => {
    const folder = process.env.SHOPDESK_PICTURES
    if (!folder) return
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `browser-${(turn += 1)}-${name}.png`), await hands.picture())
  }
}
