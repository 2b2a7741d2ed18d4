// Files into the shop by every way there is: pasted, picked, dropped one by one and by the folder.

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { goTo, settled, shutOut } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'
import { letFall } from '../harness/drag.js'
import { patches } from '../harness/png.js'
import { run, until } from '../harness/processes.js'

let shop, folder, doc
const assets = []
const day = (n) => new Date(Date.now() + 8 * 3_600_000 + n * 86_400_000).toISOString().slice(0, 10)
const designer = () => shop.of('designer').login

const desk = openDesk(async (opened) => {
  shop = opened
  const me = await shop.call('session.me', {}, designer())
  const [campaign] = (await shop.call('campaigns.list', { limit: 1 }, shop.of('promotion').login)).rows
  for (const title of ['毛衣首焦', '手套主图', '帽子海报']) {
    const { id, version } = await shop.call('assets.create', {
      kind: 'ad_creative', campaign_id: campaign.id, title, slot: 'taobao.main', due: day(3), submit: true,
      brief_md: '投放位置：直通车\n人群：通勤女生\n卖点/文案：白底正面，突出面料纹理\n要几个版本：1',
    }, shop.of('promotion').login)
    await shop.call('assets.schedule', { id, version, assignee: me.staff.id, due: day(2), est_h: 3, difficulty: 2 }, shop.of('product_planner').login)
    assets.push(id)
  }
  const writer = shop.of('copywriter').login
  const { rows } = await shop.call('copy.list', { tab: 'writing', limit: 100 }, writer)
  for (const { id } of rows) {
    const seen = await shop.call('copy.get', { id }, writer)
    if (seen.write.enabled && seen.kind === 'detail') doc = id
  }
  assert.ok(doc, 'the demo shop has a text to write')
})
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopdesk-files-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const versions = async (asset) => (await shop.call('assets.get', { id: asset }, designer())).versions
const newest = async (asset, name) => until(`${name} as a version`, async () => (await versions(asset)).find((one) => one.name === name))
const file = async (name, content) => {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}

/** Puts a picture, and words beside it, on the clipboard, as other programs do. */
async function copied(page, words) {
  await page.evaluate(async (words) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 800 })
    const pen = canvas.getContext('2d')
    pen.fillStyle = 'teal'
    pen.fillRect(100, 200, 300, 400)
    const picture = await new Promise((done) => canvas.toBlob(done, 'image/png'))
    await navigator.clipboard.write([new ClipboardItem({
      'image/png': picture, ...(words ? { 'text/plain': new Blob([words], { type: 'text/plain' }) } : {}),
    })])
  }, words ?? '')
}

test('a picture pasted with Ctrl+V while a request is open becomes its version, wherever the pointer is', async () => {
  const { page, faults, context } = await desk.as('designer', { permissions: ['clipboard-read', 'clipboard-write'] })
  await goTo(page, `#/assets/mine/${assets[0]}`)
  const drawer = page.locator('.s-drawer')
  await drawer.getByRole('tab', { name: '版本' }).click()
  await drawer.getByRole('button', { name: '选择文件' }).waitFor()
  await page.mouse.move(300, 20)
  await copied(page)
  await page.keyboard.press('Control+v')
  await newest(assets[0], 'image.png')
  await drawer.getByRole('tab', { name: '版本 1' }).waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('cells of a workbook pasted into a field are words, though a picture of them comes along', async () => {
  const { page, faults, context } = await desk.as('copywriter', { permissions: ['clipboard-read', 'clipboard-write'] })
  await goTo(page, `#/copy/${doc}`)
  const body = page.getByRole('textbox', { name: '正文' })
  await body.fill('')
  await copied(page, '羊毛 80%')
  await body.press('Control+v')
  await page.waitForFunction(() => document.querySelector('.c-copy textarea').value === '羊毛 80%')
  assert.deepEqual(faults, [])
  await context.close()
})

test('a file picked by the button becomes a version; by turns with the one before, what changed is seen', async () => {
  const { page, faults, context } = await desk.as('designer')
  await goTo(page, `#/assets/mine/${assets[1]}`)
  const drawer = page.locator('.s-drawer')
  await drawer.getByRole('tab', { name: '版本' }).click()
  for (const [turn, name] of ['初稿.png', '改稿.png'].entries()) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), drawer.getByRole('button', { name: '选择文件' }).click()])
    await chooser.setFiles(await file(name, patches(800, 800, turn + 1)))
    await newest(assets[1], name)
    await drawer.getByRole('tab', { name: `版本 ${turn + 1}` }).waitFor()
  }
  await drawer.locator('.a-against .el-select').click()
  await page.getByRole('option', { name: /第 1 版/ }).click()
  await drawer.getByRole('radio', { name: /闪烁对比/ }).click()
  const [second, first] = (await versions(assets[1])).toSorted((a, b) => b.no - a.no)
  for (const { file } of [first, second, first]) {
    await page.waitForFunction((hash) => {
      const shown = [...document.querySelectorAll('.s-pic-stage img')].filter((one) => one.style.display !== 'none' && one.complete)
      return shown.length === 1 && shown[0].src.includes(hash)
    }, file)
  }
  assert.deepEqual(faults, [])
  await context.close()
})

test('a folder dropped on the board comes as its files, and not as what the system left in it', async () => {
  const { no } = await shop.call('assets.get', { id: assets[2] }, designer())
  const name = `${no}_外景.png`
  await file(`交稿/精修/${name}`, patches(800, 800, 9))
  await file('交稿/精修/说明 无主.png', patches(800, 800, 10))
  await file('交稿/.DS_Store', 'left by the system')
  await file('交稿/Thumbs.db', 'left by the system')
  const { page, faults, context } = await desk.as('designer')
  await goTo(page, '#/assets/mine')
  await page.locator('.a-card').first().waitFor()
  await letFall(page, page.locator('.s-board'), [join(folder, '交稿')])
  const dialog = page.getByRole('dialog', { name: '文件归到需求' })
  await dialog.getByText('2 个文件，1 个会放入').waitFor()
  await dialog.getByRole('button', { name: '放入 1 个版本' }).click()
  await newest(assets[2], name)
  assert.equal((await versions(assets[2])).length, 1)
  assert.deepEqual(faults, [])
  await context.close()
})

test('a text and a Word document dropped onto a text to be written become its versions', async () => {
  const words = '真丝与亚麻两种面料可选'
  const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const source = await file('document.xml', `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('垂感自然')}${paragraph(words)}</w:body></w:document>`)
  const word = join(folder, '详情.docx')
  await run('/usr/bin/python3', ['-c', 'import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], "w") as z: z.write(sys.argv[2], "word/document.xml")', word, source])
  const text = await file('详情.md', '# 面料\n\n真丝面料，夏天穿着凉快。\n')
  const { page, faults, context } = await desk.as('copywriter')
  await goTo(page, `#/copy/${doc}`)
  const body = page.getByRole('textbox', { name: '正文' })
  await body.waitFor()
  const now = () => shop.call('copy.get', { id: doc }, shop.of('copywriter').login)
  for (const [path, name, expected] of [[text, '详情.md', '夏天穿着凉快'], [word, '详情.docx', `垂感自然\n${words}`]]) {
    await settled(page)
    await letFall(page, body, [path])
    const seen = await until(`${name} as a version`, async () => {
      const seen = await now()
      return seen.versions[0]?.source_name === name && seen
    })
    assert.ok(seen.body.includes(expected), seen.body)
    await page.waitForFunction((wanted) => document.querySelector('.c-copy textarea').value.includes(wanted), expected)
  }
  assert.deepEqual(faults, [])
  await context.close()
})

test('of very many files one is asked before anything is read or sent', async () => {
  const pile = join(folder, '整盘')
  await mkdir(pile)
  for (let n = 0; n < 230; n += 1) await writeFile(join(pile, `IMG_${n}.jpg`), Buffer.alloc(20_000, n))
  const { page, faults, context } = await desk.as('designer')
  let sent = 0
  page.on('request', (request) => { if (request.url().includes('/api/files') || request.url().includes('match_files')) sent += 1 })
  await goTo(page, '#/assets/mine')
  await page.locator('.a-card').first().waitFor()
  await letFall(page, page.locator('.s-board'), [pile])
  const question = page.getByRole('dialog', { name: '文件很多' })
  await question.getByText('共 230 个文件，约 4.4 MB，继续？').waitFor()
  assert.deepEqual(await shutOut(page), [])
  await question.getByRole('button', { name: '取消' }).click()
  await question.waitFor({ state: 'hidden' })
  assert.equal(await page.getByRole('dialog', { name: '文件归到需求' }).count(), 0)
  assert.equal(sent, 0)
  await letFall(page, page.locator('.s-board'), [pile])
  await question.getByRole('button', { name: '继续' }).click()
  await page.getByRole('dialog', { name: '文件归到需求' }).getByText('230 个文件').waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

/** The task centre, open. */
async function taskCentre(page) {
  const centre = page.getByRole('region', { name: '任务中心' })
  if (!await centre.isVisible()) await page.locator('.s-jobs').click()
  await centre.waitFor()
  return centre
}

test('files on their way are seen in the task centre, and stopped there nothing of them becomes a version', async () => {
  const { page, faults, context } = await desk.as('designer')
  const before = (await versions(assets[2])).length
  const line = await context.newCDPSession(page)
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 100_000 })
  await goTo(page, '#/assets/mine')
  const files = []
  for (const n of [1, 2, 3]) files.push(await file(`大图${n}.png`, randomBytes(3_000_000)))
  await letFall(page, page.locator(`[data-card="${assets[2]}"]`), files)
  const centre = await taskCentre(page)
  const upload = centre.getByRole('listitem').filter({ hasText: '等 3 个文件' })
  await upload.getByText('0 / 3').waitFor()
  await page.waitForFunction(() => Number(document.querySelector('.s-jobs-list [role=progressbar]')?.getAttribute('aria-valuenow')) > 0)
  assert.deepEqual(await shutOut(page), [])
  await upload.getByRole('button', { name: '取消' }).click()
  await upload.getByText('已取消').waitFor()
  assert.equal(await page.locator('.el-message--error').count(), 0, 'who stops it is not told of a fault')
  assert.equal((await versions(assets[2])).length, before)
  await upload.getByRole('button', { name: '清除' }).click()
  await upload.waitFor({ state: 'detached' })
  assert.deepEqual(faults, [])
  await context.close()
})

test('what a broken line left behind goes on when the line is back', async () => {
  const { page, context } = await desk.as('designer')
  await goTo(page, '#/assets/mine')
  const card = page.locator(`[data-card="${assets[2]}"]`)
  await card.waitFor()
  await context.setOffline(true)
  await letFall(page, card, [await file('断线一.png', patches(800, 800, 21)), await file('断线二.png', patches(800, 800, 22))])
  await page.getByRole('alert').filter({ hasText: '还有 2 个文件没有传上去' }).waitFor()
  await context.setOffline(false)
  for (const name of ['断线一.png', '断线二.png']) await newest(assets[2], name)
  await context.close()
})

test('what a broken line left behind can be tried again by hand', async () => {
  const { page, context } = await desk.as('designer')
  await goTo(page, '#/assets/mine')
  const card = page.locator(`[data-card="${assets[2]}"]`)
  await card.waitFor()
  // The line breaks for new requests only: the page hears of nothing that would tell it to go on by itself.
  await context.route((url) => url.pathname === '/api/files', (route) => route.abort())
  await letFall(page, card, [await file('再试.png', patches(800, 800, 31))])
  const upload = (await taskCentre(page)).getByRole('listitem').filter({ hasText: '再试.png' })
  await upload.getByText(/还有 1 个文件没有传上去/).waitFor()
  assert.deepEqual(await shutOut(page), [])
  await upload.getByRole('button', { name: '重试' }).click()
  await upload.getByRole('button', { name: '重试' }).waitFor()
  await context.unrouteAll()
  await upload.getByRole('button', { name: '重试' }).click()
  await newest(assets[2], '再试.png')
  await context.close()
})

test('a file that was moved away before it went up is named, and the others go in', async () => {
  const { page, faults, context } = await desk.as('designer')
  await goTo(page, '#/assets/mine')
  const card = page.locator(`[data-card="${assets[2]}"]`)
  await card.waitFor()
  const [held, moved] = [await file('稳.png', patches(800, 800, 41)), await file('移走.png', patches(800, 800, 42))]
  // Chosen, but not yet read: the page asks of so many before it begins.
  const many = await Promise.all(Array.from({ length: 199 }, (_, n) => file(`一批/${n}.txt`, `第 ${n} 份`)))
  await letFall(page, card, [held, moved, ...many])
  const question = page.getByRole('dialog', { name: '文件很多' })
  await question.waitFor()
  await rm(moved)
  await question.getByRole('button', { name: '继续' }).click()
  await page.getByRole('alert').filter({ hasText: '「移走.png」没有传上去：读不到这个文件' }).waitFor()
  await newest(assets[2], '稳.png')
  assert.deepEqual(faults, [])
  await context.close()
})
