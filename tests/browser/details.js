// What stands behind the pages: one thing of each room, opened.

import { fileURLToPath } from 'node:url'

import { goTo, settled } from '../harness/browser.js'

/** A platform's file, to be looked at before it is imported. */
const PACK = fileURLToPath(new URL('../../src-tauri/exchange/tests/samples/data_pack.zip', import.meta.url))
/** A table as somebody keeps it, with mistakes in it. */
export const TABLE = {
  name: '秋冬新品.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('\ufeff货号,品名,颜色分类,尺码,吊牌价,进价,重量,备注\nQD-001,羊毛围巾,驼色,均码,199,68.5,180,样品已到\nQD-001,羊毛围巾,灰色,均码,199,68.5,180,\nQD-002,针织帽,,均码,八十九,22,90,缺颜色\n,皮手套,黑色,M,259,96,120,没有货号\n'),
}

/** The first rows of a list, past the network. */
const rows = async (shop, list, args = {}, login = 'linwan') => (await shop.call(`${list}.list`, { limit: 50, ...args }, login)).rows

/** The tabs of the drawer, each looked at. */
export async function* tabs(page, name) {
  const all = page.locator('.s-drawer [role="tab"]')
  for (let at = 0; at < await all.count(); at++) {
    await all.nth(at).click()
    await settled(page)
    yield `${name}-${at + 1}`
  }
}

/** Opens one thing after another, and says under which name each is kept. */
export async function* details(page, shop) {
  const [product] = await rows(shop, 'products', { tab: 'on_sale' }).catch(() => rows(shop, 'products'))
  await goTo(page, `#/products/${product.id}`)
  yield* tabs(page, 'product')
  await goTo(page, `#/card?id=${product.id}`)
  yield 'card'
  const [listing] = await rows(shop, 'listings', { tab: 'live' })
  await goTo(page, `#/listings/${listing.id}`)
  yield* tabs(page, 'listing')
  const [price] = await rows(shop, 'prices')
  if (price) {
    await goTo(page, `#/prices/${price.id}`)
    yield 'price'
  }
  await goTo(page, '#/price-calendar')
  yield 'price-calendar'
  yield* asset(page, shop)
  const docs = await rows(shop, 'copy')
  await goTo(page, `#/copy/${(docs.find((one) => one.state === 'in_review' && one.retake_count > 0) ?? docs.find((one) => one.state === 'retake') ?? docs[0]).id}`)
  yield* tabs(page, 'copy')
  for (const state of ['preparing', 'running', 'closed']) {
    const found = (await rows(shop, 'campaigns')).find((one) => one.state === state)
    if (!found) continue
    await goTo(page, `#/campaigns/${found.id}`)
    yield* tabs(page, `campaign-${state}`)
  }
  yield* imported(page)
  await goTo(page, '#/listings')
  for (const row of [1, 2, 3]) await page.locator(`[data-row="${row}"] [data-pick]`).click()
  yield 'bulk-bar'
  await page.keyboard.press('Control+k')
  await page.locator('.s-palette [role="combobox"]').fill('连衣裙')
  await page.getByRole('option').first().waitFor()
  yield 'palette'
  await page.keyboard.press('Escape')
  await goTo(page, '#/reports?kind=R19')
  yield 'report-R19'
}

async function* asset(page, shop) {
  const all = await rows(shop, 'assets', { tab: 'all', limit: 200 })
  const sent = all.find((one) => one.open_pins > 0 && one.last_version > 1) ?? all.find((one) => one.last_version > 1)
  await goTo(page, `#/assets/list/${sent.id}`)
  yield* tabs(page, 'asset')
  await page.getByRole('tab', { name: /版本|Version/ }).click()
  const against = page.locator('.a-against .el-select')
  if (!await against.count()) return
  await against.click()
  await page.getByRole('option').last().click()
  for (const [mode, at] of [['side', 1], ['slider', 2], ['differ', 4]]) {
    await page.locator('.s-pic-modes [role="radio"]').nth(at).click()
    await settled(page)
    yield `asset-${mode}`
  }
}

async function* imported(page) {
  for (const [name, file] of [['pack', PACK], ['table', TABLE]]) {
    await goTo(page, '#/imports')
    const pick = page.getByRole('button', { name: /^(选择文件|Choose files)$/ })
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), pick.click()])
    await chooser.setFiles(file)
    await page.waitForURL(/#\/imports\/\d+/)
    await settled(page)
    const all = page.locator('.im-main [role="tab"]')
    for (let at = 0; at < await all.count(); at++) {
      await all.nth(at).click()
      await settled(page)
      yield `import-${name}-${at + 1}`
    }
  }
}
