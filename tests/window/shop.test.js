import assert from 'node:assert/strict'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { WindowHands } from '../harness/hands.js'
import { stripes } from '../harness/png.js'
import { Screen } from '../harness/screen.js'
import { Shop } from '../harness/shop.js'
import { ShopWindow, folderFor } from '../harness/window.js'

/** @type {Screen} */
let screen
/** @type {Shop} */
let shop
before(async () => {
  screen = await Screen.start()
  shop = await Shop.demo()
})
after(async () => {
  await shop?.close()
  await screen?.stop()
})

async function openedFor(t) {
  const window = await ShopWindow.open(screen, { data: shop.data })
  t.after(() => window.close())
  return window
}

test('a designer signs in at the window, and a wrong password is refused with a sentence', async (t) => {
  const window = await openedFor(t)
  const designer = shop.of('designer')
  await window.logIn({ ...designer, password: '不是这个密码' })
  assert.match(await window.text('[role=alert]'), /密码/)
  await window.logIn(designer)
  await window.find('nav')
})

test('files of the shop come in from paths, are shown, and are saved out unchanged', async (t) => {
  const window = await openedFor(t)
  const folder = await folderFor(t)
  const picture = join(folder, '主图 一.png')
  await writeFile(picture, stripes(1200, 900))
  await writeFile(join(folder, 'Thumbs.db'), 'left by the system')

  assert.equal((await window.ask('stage_paths', { paths: [folder], ticket: 1 })).error.code, 'unauthenticated')
  await window.logIn(shop.of('designer'))
  await window.find('nav')

  const staged = (await window.ask('stage_paths', { paths: [folder, join(folder, '没有.png')], ticket: 2 })).answer
  assert.deepEqual(staged.map((one) => one.name), ['主图 一.png', '没有.png'])
  assert.equal(staged[1].error.reason, 'unreadable')
  const { hash, kind, width, height } = staged[0].facts
  assert.deepEqual({ kind, width, height }, { kind: 'image', width: 1200, height: 900 })

  const shown = await window.load(`shop://localhost/thumbs/${hash}/320`)
  assert.deepEqual(shown, [320, 240])
  assert.deepEqual(await window.load(`shop://localhost/files/${hash}?name=x.png`), [1200, 900])
  assert.equal(await window.load(`shop://localhost/thumbs/${'0'.repeat(64)}/320`), null)
  assert.equal(await window.load(`shop://localhost/files/..%2f..%2fshop.db`), null)

  const copy = join(folder, '另存.png')
  assert.deepEqual(await window.ask('save_file', { hash, path: copy }), { answer: null })
  assert.deepEqual(await readFile(copy), await readFile(picture))
})

test('of a folder with very many files one is asked before any is read, and taking them in can be stopped', async (t) => {
  const hands = await WindowHands.open(screen, shop)
  t.after(() => hands.close())
  const pile = join(await folderFor(t), '整盘')
  await mkdir(pile)
  for (let n = 0; n < 230; n += 1) await writeFile(join(pile, `IMG_${n}.png`), stripes(300, 300, 5000 + n))
  await hands.becomes(shop.of('designer'))
  await hands.go('/assets/mine')
  const kept = async () => (await readdir(join(shop.data, 'files'), { recursive: true })).length
  const before = await kept()
  await hands.drop('.s-board', [pile])
  await hands.shows('共 230 个文件，约')
  assert.equal(await kept(), before, 'nothing was read yet')
  await hands.press('取消', '.el-message-box')
  await hands.lacks('共 230 个文件，约')
  assert.equal(await kept(), before)

  await hands.drop('.s-board', [pile])
  await hands.press('继续', '.el-message-box')
  await hands.tap('css', '.s-jobs', '')
  await hands.press('取消', '.s-jobs-list')
  await hands.shows('已取消')
  const taken = await kept() - before
  assert.ok(taken < 230, `${taken} of 230 were taken in`)
})
