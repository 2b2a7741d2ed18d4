// The asset queue as its people use it: asked for, dropped in, sent back, judged, put on a listing.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { shutOut } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'

let shop, listing, asset
const service = () => shop.of('customer_service').login
const day = (n) => new Date(Date.now() + 8 * 3_600_000 + n * 86_400_000).toISOString().slice(0, 10)

const desk = openDesk(async (opened) => {
  shop = opened
  const product = await shop.call(
    'products.create', { code: 'ZZ-0001', facts: { title: '测试用碎花连衣裙' } }, shop.of('product_planner').login)
  const channels = await shop.call('channels.list', {}, shop.of('ops_supervisor').login)
  const on = channels.find((one) => one.code === 'tmall').id
  const made = await shop.call(
    'shops.create', { code: 'ZZTM', name: '测试天猫店', channel_id: on }, shop.of('ops_supervisor').login)
  const listings = await shop.call(
    'listings.create', { product_id: product.id, shop_ids: [made] }, shop.of('ops_specialist').login)
  listing = listings[0]
  const [campaign] = (await shop.call('campaigns.list', { limit: 1 }, shop.of('promotion').login)).rows
  asset = await shop.call('assets.create', {
    kind: 'ad_creative', campaign_id: campaign.id, title: '碎花裙直通车图', product_id: product.id, slot: 'taobao.main', due: day(3), submit: true,
    brief_md: '投放位置：直通车\n人群：通勤女生\n卖点/文案：白底正面，突出面料纹理\n要几个版本：1',
  }, service())
  const me = await shop.call('session.me', {}, shop.of('designer').login)
  await shop.call('assets.schedule', {
    id: asset.id, version: asset.version, assignee: me.staff.id, due: day(2), est_h: 3, difficulty: 2,
  }, shop.of('product_planner').login)
})

const now = () => shop.call('assets.get', { id: asset.id }, shop.of('ops_supervisor').login)

/** Lets files fall on an element as the desktop would: pictures drawn here, or bytes as they are. */
async function drop(page, target, files) {
  await target.scrollIntoViewIfNeeded()
  const carried = await page.evaluateHandle(async (files) => {
    const transfer = new DataTransfer()
    for (const { name, hue, bytes } of files) {
      let content = bytes && new Uint8Array(bytes)
      if (!content) {
        const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 800 })
        const pen = canvas.getContext('2d')
        for (let n = 0; n < 64; n++) {
          pen.fillStyle = `hsl(${(hue * 37 + n * n * 11) % 360} 60% ${30 + (n * hue) % 50}%)`
          pen.fillRect((n % 8) * 100, Math.floor(n / 8) * 100, 100, 100)
        }
        content = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
      }
      transfer.items.add(new File([content], name))
    }
    return transfer
  }, files)
  await target.evaluate((element, carried) => {
    const box = element.getBoundingClientRect()
    const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height - 20 }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried, ...at }))
    }
  }, carried)
}

test('the questions of the form have to be answered, and the refusal names those that are open', async () => {
  const { page, faults, context } = await desk.as('promotion')
  await page.goto('/#/copy?new=1')
  const dialog = page.getByRole('dialog', { name: '新建文案' })
  await dialog.getByLabel('标题').fill('初冬大衣标题')
  const brief = dialog.getByLabel('需求说明')
  assert.match(await brief.inputValue(), /^必须有的词：\n不要出现：$/)
  await dialog.getByRole('button', { name: '新建', exact: true }).click()
  await dialog.getByText(/还没有回答：必须有的词、不要出现/).waitFor()
  await brief.fill('必须有的词：羊毛\n不要出现：无')
  await dialog.getByRole('button', { name: '新建', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  const { rows } = await shop.call('copy.list', { q: '初冬大衣标题' }, shop.of('copywriter').login)
  assert.equal(rows.length, 1)
  assert.deepEqual(faults, [])
  await context.close()
})

test('a word is added to the banned words and counts at once; who may only look finds no button', async () => {
  const { page, faults, context } = await desk.as('copywriter')
  await page.goto('/#/copy-words')
  await page.getByRole('button', { name: '新增词' }).click()
  const dialog = page.getByRole('dialog', { name: '新增词' })
  await dialog.getByLabel('词', { exact: true }).fill('宇宙第一仙')
  await dialog.getByLabel('类别').fill('平台禁词')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const check = async () => {
    const args = { text: '宇宙第一仙的裙子', kind: 'detail', channel: 'general' }
    return (await shop.call('copy.check', args, shop.of('copywriter').login)).findings.map((one) => one.message).join()
  }
  assert.match(await check(), /宇宙第一仙/)
  assert.deepEqual(await shutOut(page), [])
  assert.deepEqual(faults, [])
  await context.close()

  const reader = await desk.as('customer_service')
  await reader.page.goto('/#/copy-words')
  await reader.page.getByText('您的岗位可以查词').waitFor()
  assert.equal(await reader.page.getByRole('button', { name: '新增词' }).count(), 0)
  assert.deepEqual(reader.faults, [])
  await reader.context.close()
})

test('files dropped beside the cards are matched by name and seen before anything is stored', async () => {
  const { page, faults, context } = await desk.as('designer')
  await page.goto('/#/assets/mine')
  await page.getByText(asset.no).first().waitFor()
  await drop(page, page.locator('.s-board'), [
    { name: `${asset.no}_一稿.jpg`, hue: 3 }, { name: 'IMG_0001.jpg', hue: 5 },
    { name: `${asset.no}_工具.exe`, bytes: [77, 90, 144, 0, 3] },
  ])
  const dialog = page.getByRole('dialog', { name: '文件归到需求' })
  await dialog.getByText('3 个文件，2 个会放入').waitFor()
  assert.equal((await now()).versions.length, 0, '确认之前什么也没有放入')
  await dialog.getByRole('button', { name: '放入 2 个版本' }).click()
  await dialog.getByText('已放入第 1 版').waitFor()
  await dialog.getByText('可执行程序').waitFor()
  assert.deepEqual((await now()).versions.map((one) => one.name), [`${asset.no}_一稿.jpg`])
  assert.deepEqual(await shutOut(page), [])
  assert.deepEqual(faults, [])
  await context.close()
})

test('an area is marked and talked over, the work sent back, the next version compared', async () => {
  const designer = shop.of('designer').login
  let seen = await now()
  await shop.call('assets.act', { id: asset.id, version: seen.version, action: 'submit_version' }, designer)
  const { page, faults, context } = await desk.as('customer_service')
  await page.goto(`/#/assets/${asset.id}`)
  await page.getByRole('tab', { name: /版本/ }).click()
  await page.getByRole('button', { name: '加批注（N）' }).click()
  const stage = await page.locator('.s-pic-stage').boundingBox()
  const [x, y] = [stage.x + stage.width / 2, stage.y + 120]
  await page.mouse.move(x - 60, y)
  await page.mouse.down()
  await page.mouse.move(x + 40, y + 70, { steps: 5 })
  await page.mouse.up()
  await page.locator('.el-message-box textarea').fill('这一块换成品牌红')
  await page.locator('.el-message-box').getByRole('button', { name: '确定' }).click()
  await page.locator('.a-thread').getByText('这一块换成品牌红').waitFor()
  seen = await now()
  assert.ok(seen.pins[0].w_bp > 0 && seen.pins[0].h_bp > 0, '记下的是一块，不是一点')
  await page.getByRole('button', { name: '回复' }).click()
  await page.getByPlaceholder(/回复这条批注/).fill('色号 C8102E')
  await page.keyboard.press('Enter')
  await page.locator('.a-replies').getByText('色号 C8102E').waitFor()
  await page.getByRole('button', { name: '退回修改' }).click()
  await page.getByText('未达要求').click()
  await page.getByRole('dialog', { name: /^退回修改/ }).getByRole('button', { name: '退回修改' }).click()
  await page.getByText('修改', { exact: true }).first().waitFor()
  await context.close()

  const second = await desk.as('designer')
  await second.page.goto('/#/assets/mine')
  const card = second.page.locator('.a-card').filter({ hasText: asset.no })
  await card.waitFor()
  await drop(second.page, card, [{ name: '二稿.jpg', hue: 8 }])
  await second.page.getByText('已放入 1 个版本').waitFor()
  await second.page.goto(`/#/assets/mine/${asset.id}`)
  await second.page.getByRole('tab', { name: '版本 2' }).click()
  await second.page.locator('.a-against .el-select').click()
  await second.page.getByRole('option', { name: /第 1 版/ }).click()
  for (const mode of ['并排', '滑动对比', '差异']) {
    await second.page.getByRole('radio', { name: mode }).click()
    assert.equal(await second.page.locator('.s-pic-stage img').count(), 2)
  }
  assert.deepEqual([...faults, ...second.faults], [])
  await second.context.close()
})

test('another person approves by keyboard, and the operator puts the picture on a listing and takes it back', async () => {
  const seen = await now()
  await shop.call('assets.act', { id: asset.id, version: seen.version, action: 'submit_version' }, shop.of('designer').login)
  const review = await desk.as('ops_supervisor')
  await review.page.goto('/#/assets/review')
  await review.page.getByRole('button', { name: new RegExp(asset.no) }).click()
  await review.page.getByRole('complementary', { name: asset.no }).waitFor()
  await review.page.keyboard.press('a')
  // Of a campaign's picture somebody says by name that price, time and rules were looked at.
  const ticks = review.page.getByRole('dialog', { name: /通过/ })
  // What is ticked stands beside it as it is in the campaign now.
  const campaign = await shop.call('campaigns.get', { id: asset.campaign_id }, shop.of('promotion').login)
  await ticks.getByRole('link', { name: campaign.no }).waitFor()
  await ticks.getByText('活动日期', { exact: true }).waitFor()
  const { products } = campaign
  assert.equal(await ticks.locator('.a-campaign tbody tr').count(), products.length)
  for (const one of products) await ticks.getByRole('cell', { name: one.code }).waitFor()
  for (const what of ['价格', '时间', '规则']) await ticks.getByText(what, { exact: true }).click()
  await ticks.getByRole('button', { name: '通过' }).click()
  await review.page.getByText(`${asset.no} 已通过`).waitFor()
  assert.equal((await now()).state, 'approved')
  assert.deepEqual(review.faults, [])
  await review.context.close()

  const { page, faults, context } = await desk.as('ops_specialist')
  await page.goto(`/#/assets/${asset.id}`)
  await page.getByRole('button', { name: '用到上架' }).click()
  const dialog = page.getByRole('dialog', { name: '用到上架' })
  await dialog.locator('.el-select').first().click()
  await page.getByRole('option', { name: /测试天猫店/ }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: '用到 1 个上架' }).click()
  await page.getByText('已用到 1 个上架').waitFor()
  const shown = async () => {
    const it = await shop.call('listings.get', { id: listing }, shop.of('ops_specialist').login)
    return it.slots.find((slot) => slot.code === 'taobao.main').files
  }
  assert.deepEqual(await shown(), [(await now()).versions[0].file])
  await page.getByRole('tab', { name: '用在哪里' }).click()
  await page.getByText(/测试天猫店 · 主图/).waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('还没有用到任何地方').waitFor()
  assert.deepEqual(await shown(), [])
  assert.deepEqual(faults, [])
  await context.close()
})
