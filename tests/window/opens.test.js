import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { dragFiles } from '../harness/drag.js'
import { until } from '../harness/processes.js'
import { Screen } from '../harness/screen.js'
import { ShopWindow, folderFor } from '../harness/window.js'

/** @type {Screen} */
let screen
before(async () => {
  screen = await Screen.start()
})
after(() => screen?.stop())

async function openedFor(t) {
  const data = await folderFor(t)
  const window = await ShopWindow.open(screen, { data })
  t.after(() => window.close())
  return window
}

test('the window opens in Chinese, no smaller than the pages need', async (t) => {
  const window = await openedFor(t)
  await window.shows('店务台')
  assert.equal(await window.run(() => document.documentElement.lang), 'zh-CN')
  const frame = await screen.windowNamed('店务台')
  assert.ok(frame.width >= 1180 && frame.height >= 680, JSON.stringify(frame))
})

test('files dropped from the desktop reach the page with their paths', async (t) => {
  const window = await openedFor(t)
  await window.shows('店务台')
  const folder = await folderFor(t)
  const files = [join(folder, '连衣裙 主图.png'), join(folder, 'IMG_0002.jpg')]
  for (const file of files) await writeFile(file, 'picture')

  await window.run(() => {
    const { invoke, transformCallback } = window.__TAURI_INTERNALS__
    window.dropped = []
    invoke('plugin:event|listen', {
      event: 'tauri://drag-drop',
      target: { kind: 'Any' },
      handler: transformCallback((event) => window.dropped.push(...event.payload.paths)),
    }).then(() => (window.listening = true))
  })
  await until('the page to listen', () => window.run(() => window.listening))
  await dragFiles(screen, files, await window.middleOf('body'))

  const dropped = await until('the drop to arrive', () =>
    window.run(() => window.dropped.length > 0 && window.dropped))
  assert.deepEqual(dropped.toSorted(), files.toSorted())
  assert.match(await window.run(() => location.href), /^tauri:\/\/localhost/)
})

test('the window comes back in the size it was left in', async (t) => {
  const first = await openedFor(t)
  await first.shows('店务台')
  const { id, width, height } = await screen.windowNamed('店务台')
  const wanted = { width: width - 140, height: height - 90 }
  await screen.pointer('windowsize', '--sync', id, wanted.width, wanted.height)
  await screen.pointer('windowactivate', '--sync', id, 'key', 'alt+F4')
  await until('the window to close', async () =>
    (await screen.pointer('search', '--onlyvisible', '--name', '店务台').catch(() => '')) === '')
  await first.close()

  const second = await openedFor(t)
  await second.shows('店务台')
  const again = await screen.windowNamed('店务台')
  assert.deepEqual({ width: again.width, height: again.height }, wanted)
})

test('the page cannot be led away from the shop', async (t) => {
  const window = await openedFor(t)
  await window.shows('店务台')
  await window.run(() => (window.stayed = true))
  for (const address of ['file:///etc/hostname', 'http://127.0.0.1:9/', 'data:text/html,away']) {
    await window.run((url) => {
      location.href = url
    }, address)
    await window.shows('店务台')
    assert.equal(await window.run(() => window.stayed), true, address)
  }
})
