// What the program is to the desktop it runs on: one window, an icon beside the clock, notices, dialogs.

import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { DesktopBus } from '../harness/desktop_bus.js'
import { WindowHands } from '../harness/hands.js'
import { Running, childrenOf, isRunning, program, until } from '../harness/processes.js'
import { Screen } from '../harness/screen.js'
import { Shop } from '../harness/shop.js'
import { ShopWindow, folderFor } from '../harness/window.js'

/** @type {Screen} */
let screen
before(async () => {
  screen = await Screen.start()
})
after(() => screen?.stop())

/** A desktop with a place beside the clock and for notices, for one test. */
async function busFor(t) {
  const bus = await DesktopBus.start(screen)
  t.after(() => bus.stop())
  return bus
}

const day = (ahead) => new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)

/** The windows of the shop that can be seen, by their numbers. */
const seen = async () => (await screen.pointer('search', '--onlyvisible', '--name', '店务台').catch(() => '')).trim()

const putAway = async () => {
  const { id } = await screen.windowNamed('店务台')
  await screen.pointer('windowminimize', '--sync', id)
  await until('the window to be put away', async () => (await seen()) === '')
  return id
}

test('starting the program a second time brings its window back to the front, and opens no other', async (t) => {
  const window = await ShopWindow.open(screen, {})
  t.after(() => window.close())
  await window.shows('店务台')
  const id = await putAway()
  const second = new Running(program('SHOPDESK_WINDOW'), [], { env: screen.environment })
  t.after(() => second.stop())
  await until('the second to end', () => second.ended !== null)
  assert.equal(second.ended, 'status 0', second.said)
  assert.equal(await until('the window', seen), id)
  await until('the window to have the keyboard', async () => (await screen.pointer('getactivewindow')).trim() === id)
})

test('the icon beside the clock brings the window back and ends the program', async (t) => {
  const bus = await busFor(t)
  const window = await ShopWindow.open(screen, {})
  t.after(() => window.close())
  await window.shows('店务台')
  const icon = await bus.icon()
  assert.deepEqual(await bus.entriesOf(icon), ['打开店务台', '退出'])
  const id = await putAway()
  await bus.press(icon, '打开店务台')
  assert.equal(await until('the window', seen), id)
  const [pid] = await childrenOf(window.driver.child.pid)
  await bus.press(icon, '退出')
  await until('the program to end', () => !isRunning(pid))
})

test('where a desktop has no place beside the clock, closing the window ends the program', async (t) => {
  const window = await ShopWindow.open(screen, {})
  t.after(() => window.close())
  await window.shows('店务台')
  const [pid] = await childrenOf(window.driver.child.pid)
  const { id } = await screen.windowNamed('店务台')
  await screen.pointer('windowactivate', '--sync', id, 'key', 'alt+F4')
  await until('the program to end', () => !isRunning(pid))
})

test('what others hand over is told by the desktop while the window is put away, and not while one looks at it', async (t) => {
  const bus = await busFor(t)
  const shop = await Shop.demo()
  t.after(() => shop.close())
  const [first, second, third] = await requests(shop, ['冬裙首焦', '大衣海报', '围巾主图'])
  const designer = shop.of('designer')
  const window = await ShopWindow.open(screen, { data: shop.data })
  t.after(() => window.close())
  await window.logIn(designer)
  await window.shows('今日台')
  await give(shop, first)
  await window.shows('冬裙首焦')
  assert.deepEqual(bus.told('notice'), [])

  await putAway()
  await until('the page to know that nobody looks', () => window.run(() => document.hidden))
  await give(shop, second)
  const told = () => bus.told('notice').map(({ title, body }) => `${title} ${body}`)
  await until('the notice', () => told().length === 1)
  assert.match(told()[0], /^店务台 .*大衣海报/)
  await give(shop, third)
  await until('the next notice', () => told().length === 2)
  assert.match(told()[1], /围巾主图/)
})

/** Requests for pictures, waiting to be planned. */
async function requests(shop, titles) {
  const [campaign] = (await shop.call('campaigns.list', { limit: 1 }, shop.of('promotion').login)).rows
  const made = []
  for (const title of titles) {
    made.push(await shop.call('assets.create', {
      kind: 'ad_creative', campaign_id: campaign.id, title, slot: 'taobao.main', due: day(3), submit: true,
      brief_md: '投放位置：直通车\n人群：通勤女生\n卖点/文案：白底正面，突出面料纹理\n要几个版本：1',
    }, shop.of('promotion').login))
  }
  return made
}

/** The planner gives a request to the designer. */
async function give(shop, { id, version }) {
  const me = await shop.call('session.me', {}, shop.of('designer').login)
  await shop.call('assets.schedule', {
    id, version, assignee: me.staff.id, due: day(2), est_h: 3, difficulty: 2,
  }, shop.of('product_planner').login)
}

test('a workbook is saved where one chooses in the desktop’s own dialog, and nowhere when one thinks better of it', async (t) => {
  const shop = await Shop.demo()
  t.after(() => shop.close())
  const hands = await WindowHands.open(screen, shop)
  t.after(() => hands.close())
  const folder = await folderFor(t)
  await hands.becomes(shop.of('ops_supervisor'))
  await hands.go('/reports?kind=R19')
  await hands.press('导出 Excel', 'main')
  await inDialog('key', 'Escape')
  // It stands above those of former weeks.
  const [made] = (await shop.call('reports.list', { limit: 1 }, shop.of('ops_supervisor').login)).rows
  await hands.shows(made.no)
  await hands.press('下载', '.rp-last tbody tr:first-child')
  const chosen = join(folder, 'prices.xlsx')
  await inDialog('key', 'ctrl+a', 'type', '--clearmodifiers', chosen)
  await inDialog('key', 'Return')
  await until('the file', () => readdir(folder).then((names) => names.includes('prices.xlsx')))
  assert.deepEqual(await readdir(folder), ['prices.xlsx'], 'nothing half-written beside it')
  const kept = join(shop.data, 'files', made.file.slice(0, 2), made.file)
  assert.deepEqual(await readFile(chosen), await readFile(kept))
  assert.equal(await hands.has('没有保存'), false)
})

/** Works the keyboard in the dialog of the desktop that is open. */
async function inDialog(...words) {
  const main = (await screen.windowNamed('店务台')).id
  const id = await until('a dialog', async () =>
    (await screen.pointer('search', '--onlyvisible', '--class', 'shopdesk-desktop')).trim().split('\n').find((one) => one !== main))
  await screen.pointer('windowactivate', '--sync', id, ...words)
}

test('the page runs no script but its own, reaches no other machine and asks the desktop for nothing more', async (t) => {
  const asked = []
  const stranger = createServer((request, response) => {
    asked.push(request.url)
    response.setHeader('access-control-allow-origin', '*')
    response.end('x')
  })
  await new Promise((ready) => stranger.listen(0, '127.0.0.1', ready))
  t.after(() => stranger.close())
  const elsewhere = `http://127.0.0.1:${stranger.address().port}`
  const window = await ShopWindow.open(screen, {})
  t.after(() => window.close())
  await window.shows('店务台')

  await window.run(() => {
    window.refused = []
    document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.effectiveDirective))
    const inline = document.createElement('script')
    inline.textContent = 'window.ran = true'
    document.head.append(inline)
    const box = document.createElement('div')
    box.innerHTML = '<button onclick="window.ran = true"></button>'
    document.body.append(box)
    box.firstChild.click()
  })
  await window.run((address) => {
    const script = document.createElement('script')
    script.src = `${address}/script.js`
    const frame = document.createElement('iframe')
    frame.src = `${address}/frame`
    document.body.append(script, frame)
  }, elsewhere)
  assert.equal(await window.load(`${elsewhere}/picture.png`), null)
  await window.run((address) => {
    fetch(`${address}/fetch`).then(() => (window.fetched = 'reached'), () => (window.fetched = 'refused'))
  }, elsewhere)
  assert.equal(await until('the fetch to end', () => window.run(() => window.fetched)), 'refused')
  const refused = await until('all to be refused', async () => {
    const all = await window.run(() => [...new Set(window.refused)].sort())
    return all.length >= 5 && all
  })
  assert.deepEqual(refused, ['connect-src', 'frame-src', 'img-src', 'script-src-attr', 'script-src-elem'])
  assert.equal(await window.run(() => window.ran ?? null), null)
  assert.deepEqual(asked, [])

  for (const [command, args] of [
    ['plugin:opener|open_url', { url: elsewhere }], ['plugin:window|close', {}], ['plugin:window|set_title_bar_style', {}],
    ['plugin:webview|create_webview_window', { options: { label: 'x', url: elsewhere } }], ['plugin:event|emit', { event: 'shop:changed' }],
    ['plugin:dialog|message', { message: 'x' }], ['plugin:path|resolve_directory', { directory: 1 }], ['plugin:fs|read_file', { path: '/etc/passwd' }],
    ['plugin:shell|execute', { program: 'sh' }],
  ]) {
    const { error } = await window.ask(command, args)
    assert.match(String(error), /not allowed|not found/, command)
  }
  assert.equal((await window.ask('call', { name: 'session.me', args: {} })).error.code, 'unauthenticated')
})
