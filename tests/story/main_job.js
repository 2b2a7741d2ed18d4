// The main job of the shop, from a file of the platform to the supervisor's workbook, as the people
// of the demo shop do it. Told once; played at the real window and in a browser.

import assert from 'node:assert/strict'
import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { patches } from '../harness/png.js'
import { run, until } from '../harness/processes.js'
import { checkProduction, checkPrices } from './workbooks.js'

/** A data pack as the platform's own program writes it; its pictures are put in here. */
const SAMPLE = fileURLToPath(new URL('../../src-tauri/exchange/tests/samples/data_pack.zip', import.meta.url))
const PACKER = fileURLToPath(new URL('../harness/data_pack.py', import.meta.url))

const DAY = 86_400_000
const day = (ahead) => new Date(Date.now() + ahead * DAY + 8 * 3_600_000).toISOString().slice(0, 10)

/**
 * @param {import('../harness/hands.js').WindowHands | import('../harness/hands.js').BrowserHands} hands
 * @param {import('../harness/shop.js').Shop} shop
 * @param {string} folder where the files of the story are made
 * @param {(name: string) => Promise<void>} look keeps a picture of the page as it is now
 */
export async function mainJob(hands, shop, folder, look) {
  const product = await importPack(hands, shop, folder, look)
  const request = await fileAssetPack(hands, shop, product, look)
  await planIt(hands, shop, request)
  await drawIt(hands, shop, folder, request, look)
  await judgeIt(hands, shop, folder, request, look)
  await putOnListings(hands, shop, product, request, look)
  const change = await changePrices(hands, shop, look)
  await takeReports(hands, shop, folder, request, { ...change, batch: product.batch }, look)
}

/** 运营专员 drops the data pack, looks at the dry run, and writes it whole into a shop. */
async function importPack(hands, shop, folder, look) {
  const { rows: products } = await shop.call('products.list', { limit: 8 }, 'huanglei')
  const pictures = products.map((one) => join(shop.data, 'files', one.picture.slice(0, 2), one.picture))
  const pack = join(folder, '数据包.zip')
  await run('/usr/bin/python3', [PACKER, SAMPLE, pack, ...pictures])
  await hands.becomes(shop.of('ops_specialist'))
  await hands.go('/imports')
  await hands.drop('.im-drop', [pack])
  await hands.shows('淘宝助理数据包', 60)
  const [taobao] = (await shop.call('shops.list', {}, 'huanglei')).filter((one) => one.channel.startsWith('淘宝'))
  await hands.choose('属于哪家店铺', taobao.name)
  await hands.shows('试运行结果', 60)
  await look('import-dry-run')
  await hands.press('导入', '.im-commit')
  await hands.shows('已导入', 60)
  const { rows } = await shop.call('imports.list', { limit: 1, sort: [{ field: 'at', desc: true }] }, 'huanglei')
  assert.equal(rows[0].state, 'committed')
  const listed = await shop.call('listings.list', { limit: 5, q: '黄铜书签' }, 'huanglei')
  const listing = listed.rows.find((one) => one.shop === taobao.name)
  assert.ok(listing.picture, 'the pictures came with the pack')
  return { id: listing.product_id, code: listing.product_code, listing: listing.id, title: listing.title, batch: rows[0].no }
}

/** 活动策划 plans a campaign, the supervisor approves it, and one press files all its requests. */
async function fileAssetPack(hands, shop, product, look) {
  await hands.becomes(shop.of('promotion'))
  await hands.go('/campaigns')
  await hands.press('新建活动')
  await hands.choose('类型', '双12', { within: '.el-dialog' })
  await hands.fill('名称', '冬装上新周', '.el-dialog')
  await hands.fill('开始', day(21), '.el-dialog')
  await hands.fill('结束', day(23), '.el-dialog')
  await hands.fill('目标', '销售额 30 万，新客 2000 人', '.el-dialog')
  await hands.choose('店铺', '云上衣舍小铺', { within: '.el-dialog' })
  await look('campaign-form')
  await hands.press('创建', '.el-dialog')
  await hands.shows('CP-')
  const { rows } = await shop.call('campaigns.list', { q: '冬装上新周', limit: 1 }, 'yangfan')
  const campaign = rows[0].id
  const reaches = (wanted) => until(`the campaign to be ${wanted}`, async () =>
    (await shop.call('campaigns.get', { id: campaign }, 'yangfan')).state === wanted)
  const { title } = await shop.call('products.get', { id: product.id }, 'yangfan')
  const item = `${product.code} ${title}`
  await hands.press('商品与价', '.s-drawer')
  await hands.press('添加商品', '.s-drawer')
  await hands.choose('搜索款号、名称或店铺商品，选中即加入', item, { within: '.s-drawer', search: product.code })
  await hands.fill(`${item} 的活动价`, '88.00', '.s-drawer')
  await hands.press('保存', '.s-drawer')
  await until('the campaign to have the product at its price', async () => {
    const { products } = await shop.call('campaigns.get', { id: campaign }, 'yangfan')
    return products.length === 1 && products[0].product_id === product.id && products[0].price.amount === 8800
  })
  await hands.press('提交审批', '.s-drawer')
  await reaches('review')

  await hands.becomes(shop.of('ops_supervisor'))
  await hands.go(`/campaigns/${campaign}`)
  await hands.press('批准', '.s-drawer')
  await reaches('approved')

  await hands.becomes(shop.of('promotion'))
  await hands.go(`/campaigns/${campaign}`)
  await hands.press('素材包', '.s-drawer')
  await hands.press('一键提交素材包')
  await hands.press('提交 ', '.el-dialog')
  await hands.shows('素材包已全部提交')
  await look('campaign-pack')
  const filed = await shop.call('campaigns.get', { id: campaign }, 'yangfan')
  const piece = filed.pack.find((one) => one.sort === 'asset' && one.kind === 'main_image') ?? filed.pack.find((one) => one.sort === 'asset')
  assert.ok(piece.request_id, 'the pack has a picture to make')
  const asset = await shop.call('assets.get', { id: piece.request_id }, 'yangfan')
  return { id: asset.id, no: asset.no, title: asset.title, spec: asset.slot_spec, product: product.id }
}

/** 产品策划 gives the request to a designer, with a day. */
async function planIt(hands, shop, request) {
  await hands.becomes(shop.of('product_planner'))
  await hands.go(`/assets/list/${request.id}`)
  await hands.press('排期', '.s-drawer')
  const designer = shop.of('designer')
  await hands.choose('负责人', designer.name, { within: '.el-dialog' })
  await hands.press('排期', '.el-dialog')
  await comesTo(shop, request, 'assigned')
}

/** 美工 drops real files onto the card: a wrong size and a double are seen and named. */
async function drawIt(hands, shop, folder, request, look) {
  await hands.becomes(shop.of('designer'))
  const card = `[data-card="${request.id}"]`
  await hands.go(`/assets/list/${request.id}`)
  await hands.press('开始制作', '.s-drawer')
  await comesTo(shop, request, 'doing')
  await hands.go('/assets/mine')
  const small = join(folder, `${request.no}_小图.png`)
  await writeFile(small, patches(300, 300, 1))
  await hands.drop(card, [small])
  await until('the first version', async () => (await versions(shop, request)).length === 1)
  await hands.go(`/assets/list/${request.id}`)
  await hands.press('版本', '.s-drawer')
  await hands.shows('不合规格')
  await look('wrong-size')

  await hands.go('/assets/mine')
  await hands.drop(card, [small])
  await hands.shows('是同一个文件')
  await look('double')

  const right = join(folder, `${request.no}_主图.png`)
  await writeFile(right, patches(...sizeFor(request.spec), 2))
  await hands.drop(card, [right])
  await until('the right version', async () => (await versions(shop, request)).some((one) => one.level !== 'red' && one.name === `${request.no}_主图.png`))
  await hands.go(`/assets/list/${request.id}`)
  await hands.press('提交审核', '.s-drawer')
  await comesTo(shop, request, 'in_review')
}

/** The requester marks the picture and sends it back; a second version is compared and approved by others. */
async function judgeIt(hands, shop, folder, request, look) {
  await hands.becomes(shop.of('promotion'))
  await hands.go(`/assets/list/${request.id}`)
  await hands.press('版本', '.s-drawer')
  await hands.press('加批注', '.s-pic-bar')
  await hands.pressAt('.a-view .s-pic-stage', 0.5, 0.4)
  await hands.answer('价格字太小，放大一倍')
  await hands.shows('价格字太小')
  await look('pin')
  await hands.press('退回修改', '.s-drawer')
  await hands.press('未达要求', '.el-dialog')
  await hands.press('退回修改', '.el-dialog')
  await comesTo(shop, request, 'retake')

  await hands.becomes(shop.of('designer'))
  const second = join(folder, `${request.no}_改.png`)
  await writeFile(second, patches(...sizeFor(request.spec), 5))
  await hands.go(`/assets/list/${request.id}`)
  await hands.press('版本', '.s-drawer')
  await hands.drop('.s-drawer .s-drop', [second])
  await until('the second version', async () => (await versions(shop, request)).some((one) => one.name === `${request.no}_改.png`))
  await hands.press('已改')
  await hands.press('提交审核', '.s-drawer')
  await comesTo(shop, request, 'in_review')

  await hands.becomes(shop.of('promotion'))
  await hands.go(`/assets/list/${request.id}`)
  await hands.press('版本', '.s-drawer')
  const before = (await versions(shop, request)).find((one) => one.name === `${request.no}_主图.png`)
  await hands.choose('与哪一版比较', `第 ${before.no} 版`)
  await hands.press('滑动对比', '.s-pic-bar')
  await look('slider')
  await approve(hands, request)
  await hands.becomes(shop.of('product_planner'))
  await hands.go(`/assets/list/${request.id}`)
  if ((await state(shop, request)) === 'in_review') await approve(hands, request)
  await comesTo(shop, request, 'approved')

  await hands.becomes(shop.of('designer'))
  await hands.go(`/assets/list/${request.id}`)
  await hands.press('交付', '.s-drawer')
  await hands.answer('没有源文件：直接出图')
  await comesTo(shop, request, 'delivered')
}

async function approve(hands, request) {
  await hands.press('通过', '.s-drawer')
  for (const tick of await hands.inPage(() => [...document.querySelectorAll('.el-dialog label.el-checkbox')].map((one) => one.innerText.trim()))) {
    await hands.press(tick, '.el-dialog')
  }
  if (await hands.inPage(() => document.querySelector('.el-dialog .el-checkbox') !== null)) await hands.press('通过', '.el-dialog')
  await until(`a judgement of ${request.no}`, () => hands.inPage(() => document.querySelector('.el-dialog') === null))
}

/** 运营专员 puts the picture on two listings. */
async function putOnListings(hands, shop, product, request, look) {
  await hands.becomes(shop.of('ops_specialist'))
  await hands.go(`/assets/list/${request.id}`)
  const listed = await shop.call('listings.list', { limit: 2, filters: [{ field: 'state', op: 'eq', value: 'live' }] }, 'huanglei')
  await hands.press('用到上架', '.s-drawer')
  for (const one of listed.rows) await hands.choose('上架商品', one.title, { within: '.el-dialog', search: one.product_code })
  await hands.press('用到 2 个上架', '.el-dialog')
  await hands.shows('已用到 2 个上架')
  await hands.press('用在哪里', '.s-drawer')
  await look('where-used')
  const used = await shop.call('assets.get', { id: request.id }, 'huanglei')
  assert.equal(used.where_used.filter((one) => one.listing !== null).length, 2)
}

/** A price within bounds is set; one below the floor is not, and the sum is shown. */
async function changePrices(hands, shop, look) {
  const listed = await shop.call('listings.list', { limit: 1, q: 'XXK2603', tab: 'live' }, 'huanglei')
  const { id, price } = listed.rows[0]
  await hands.go(`/listings/${id}`)
  const lower = Math.round(price.amount * 0.97)
  await hands.press('改价', '.s-drawer')
  await hands.fill('新价', (lower / 100).toFixed(2), '.el-dialog')
  await hands.shows('可直接修改')
  await hands.press('保存', '.el-dialog')
  await until('the new price', async () => (await shop.call('listings.get', { id }, 'huanglei')).price.amount === lower)
  await hands.press('改价', '.s-drawer')
  await hands.fill('新价', '1.00', '.el-dialog')
  await hands.shows('需要运营主管批准')
  await look('below-floor')
  assert.equal((await shop.call('listings.get', { id }, 'huanglei')).price.amount, lower)
  await assert.rejects(shop.call('listings.set_price', { id, price: { amount: 100, currency: price.currency } }, 'huanglei'), /底价/)
  await hands.press('取消', '.el-dialog')
  await hands.press('不保存，离开', '.el-message-box')
  return { code: listed.rows[0].product_code, old: price.amount, now: lower }
}

/** Makes a workbook on the page and gives the file that the shop then keeps. */
async function madeReport(hands, shop, folder, kind, title) {
  const before = await lastMade(shop)
  await hands.go(`/reports?kind=${kind}`)
  await hands.shows(title)
  await hands.press('导出 Excel', 'main')
  const made = await until(`the workbook ${kind}`, async () => {
    const last = await lastMade(shop)
    return last?.id !== before?.id && last?.file && last
  }, 60)
  const file = join(folder, `${kind}.xlsx`)
  await copyFile(join(shop.data, 'files', made.file.slice(0, 2), made.file), file)
  return file
}

const lastMade = async (shop) => (await shop.call('reports.list', { limit: 1 }, 'linwan')).rows[0]

/** The supervisor takes both workbooks, and a spreadsheet program reads what they say. */
async function takeReports(hands, shop, folder, request, change, look) {
  await hands.becomes(shop.of('ops_supervisor'))
  const r16 = await madeReport(hands, shop, folder, 'R16', '素材与美工产能')
  await look('report')
  await checkProduction(r16, shop, request)
  const r19 = await madeReport(hands, shop, folder, 'R19', '上架与价格变更')
  await checkPrices(r19, shop, change)
}

const versions = async (shop, request) => (await shop.call('assets.get', { id: request.id }, 'linwan')).versions
const state = async (shop, request) => (await shop.call('assets.get', { id: request.id }, 'linwan')).state
const comesTo = (shop, request, wanted) => until(`${request.no} to be ${wanted}`, async () => (await state(shop, request)) === wanted)
const sizeFor = (spec) => [
  spec?.exact_width ?? Math.max(spec?.min_width ?? 0, spec?.ratio ? 800 * (spec.ratio[0] / Math.min(...spec.ratio)) : 800),
  spec?.exact_height ?? Math.max(spec?.min_height ?? 0, spec?.ratio ? 800 * (spec.ratio[1] / Math.min(...spec.ratio)) : 800),
]
