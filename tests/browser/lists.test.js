// A list as people work it: their own questions kept, a page far off, many rows at once and taken back.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { goTo, settled, shutOut, signIn } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'
import { until } from '../harness/processes.js'

const desk = openDesk()

const views = (page) => page.locator('.s-views').getByRole('button')
const pick = async (page, item) => {
  await views(page).click()
  await page.getByRole('menuitem', { name: item }).click()
}
const rows = (page) => page.locator('[data-row]').first().waitFor()
const titles = (page) => page.locator('[data-row]').allInnerTexts()

test('a question is kept under a name, found again, changed, shared and thrown away', async () => {
  const [mine, theirs] = desk.shop.logins.filter((one) => one.post === 'customer_service')
  const { page, faults, context } = await desk.open()
  await signIn(page, mine)
  await goTo(page, '#/products')
  await page.getByRole('tab', { name: /^在售/ }).click()
  await page.locator('.s-filter-q input').fill('毛衣')
  await page.keyboard.press('Enter')
  await page.locator('[data-row]').filter({ hasText: '毛衣' }).first().waitFor()
  await settled(page)
  const found = await titles(page)
  await pick(page, '另存为常用查询')
  const form = page.getByRole('dialog', { name: '另存为常用查询' })
  await form.getByLabel(/^名称/).fill('在售毛衣')
  await form.getByText('共享给同岗位同事').click()
  assert.deepEqual(await shutOut(page), [])
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'hidden' })
  assert.equal((await views(page).innerText()).trim(), '在售毛衣')

  await page.reload()
  await rows(page)
  assert.equal((await views(page).innerText()).trim(), '在售毛衣')
  assert.equal(await page.locator('.s-views .s-dirty').count(), 0, 'what was just kept counts as kept')
  await pick(page, '默认')
  await page.waitForFunction(() => !location.hash.includes('view='))
  await settled(page)
  assert.notDeepEqual(await titles(page), found)
  await pick(page, /在售毛衣/)
  await page.waitForFunction(() => location.hash.includes('view='))
  await page.waitForFunction((count) => document.querySelectorAll('[data-row]').length === count, found.length)
  assert.deepEqual(await titles(page), found)

  // Changed, it says so, and takes the change when told.
  await page.getByRole('tab', { name: /^全部/ }).click()
  await page.locator('.s-views .s-dirty').waitFor()
  await pick(page, '更新「在售毛衣」')
  await page.locator('.s-views .s-dirty').waitFor({ state: 'detached' })

  const other = await desk.open()
  await signIn(other.page, theirs)
  await goTo(other.page, '#/products')
  await views(other.page).click()
  const shared = other.page.getByRole('menuitem', { name: /在售毛衣/ })
  await shared.waitFor()
  assert.equal(await shared.getByRole('button', { name: '删除' }).count(), 0, 'another one’s view is not thrown away')
  await other.context.close()

  await views(page).click()
  await page.getByRole('menuitem', { name: /在售毛衣/ }).getByRole('button', { name: '删除' }).click()
  await page.locator('.el-message-box').getByRole('button', { name: '删除' }).click()
  await page.waitForFunction(() => !location.hash.includes('view='))
  await views(page).click()
  await page.getByRole('menuitem', { name: '默认' }).waitFor()
  assert.equal(await page.getByRole('menuitem', { name: /在售毛衣/ }).count(), 0)
  assert.deepEqual(faults, [])
  await context.close()
})

test('a page far down a long list is jumped to; a number past its end goes to the end', async () => {
  const { page, faults, context } = await desk.as('ops_supervisor')
  await goTo(page, '#/audit')
  await rows(page)
  const jump = page.getByLabel('跳到第几页')
  // Others sign in meanwhile, and the trail grows by a line each time.
  const pages = async () =>
    Number((await page.locator('.s-foot label').innerText()).match(/\/\s*([\d,]+)/)[1].replace(',', ''))
  assert.ok(await pages() > 20, `the trail is long: ${await pages()} pages`)
  const to = async (number) => {
    await jump.fill(String(number))
    await jump.press('Enter')
  }
  await to(20)
  await page.locator('[data-row="1900"]').filter({ hasText: /\d/ }).waitFor()
  assert.equal(await jump.inputValue(), '20')
  await until('the last page', async () => {
    await to(9999)
    return Number(await jump.inputValue()) === await pages()
  })
  const last = await jump.inputValue()
  await page.locator(`[data-row="${(Number(last) - 1) * 100}"]`).filter({ hasText: /\d/ }).waitFor()
  await to('一')
  assert.equal(await jump.inputValue(), last, 'what is no number leaves the list where it is')
  await to(1)
  await page.locator('[data-row="0"]').filter({ hasText: /\d/ }).waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('what a search finds on its first page is counted by that page, what it finds beyond is counted by the shop', async () => {
  const { page, faults, context } = await desk.as('ops_supervisor')
  await goTo(page, '#/listings')
  await rows(page)
  const counted = []
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/listings.counts')) return
    const { q, tabs } = request.postDataJSON()
    if (tabs?.length === 1) counted.push(q)
  })
  const find = async (word) => {
    const { tabs } = await desk.shop.call('listings.counts', { q: word, tabs: ['all'] }, 'linwan')
    await page.locator('.s-filter-q input').fill(word)
    await page.locator('.s-filter-q input').press('Enter')
    await page.locator('.s-foot').getByText(`共 ${tabs.all} 条`, { exact: true }).waitFor()
    return tabs.all
  }
  assert.ok((await find('连衣')) < 100)
  assert.ok((await find('女')) > 100)
  assert.ok(!counted.includes('连衣'), 'what is all there is, is not counted once more')
  assert.deepEqual(faults, [])
  await context.close()
})

test('many products are changed at once and the change is taken back whole', async () => {
  const { page, faults, context } = await desk.as('product_planner')
  await goTo(page, '#/products?tab=on_sale')
  await rows(page)
  const wanted = (await desk.shop.call('products.list', { tab: 'on_sale', limit: 500 }, 'linwan')).rows
  const states = async () => {
    const now = (await desk.shop.call('products.list', { limit: 500 }, 'linwan')).rows
    return names.map((title) => now.find((one) => one.title === title)?.state)
  }
  for (const row of [0, 1, 2]) await page.locator(`[data-row="${row}"] [data-pick]`).click()
  const names = []
  for (const row of [0, 1, 2]) {
    const text = await page.locator(`[data-row="${row}"]`).innerText()
    names.push(wanted.find((one) => text.includes(one.title)).title)
  }
  const bar = page.getByRole('toolbar')
  await bar.getByText('已选 3 条').waitFor()
  assert.deepEqual(await shutOut(page), [])
  await bar.getByRole('button', { name: '转清仓' }).click()
  const ask = page.locator('.el-message-box')
  await ask.waitFor()
  if (await ask.locator('textarea, input').isVisible()) await ask.locator('textarea, input').fill('换季')
  await ask.getByRole('button').last().click()
  await page.getByText(/转清仓.*3/).first().waitFor()
  assert.deepEqual(await states(), ['clearing', 'clearing', 'clearing'])
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已撤销').first().waitFor()
  assert.deepEqual(await states(), ['on_sale', 'on_sale', 'on_sale'])
  // The list shows what is again, without being asked to.
  for (const title of names) await page.locator('[data-row]').filter({ hasText: title }).first().waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})
