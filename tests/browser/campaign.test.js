import assert from 'node:assert/strict'
import { test } from 'node:test'

import { shutOut } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'

let planner, supervisor
const desk = openDesk((shop) => {
  planner = shop.of('promotion')
  supervisor = shop.of('ops_supervisor')
})

/** `YYYY-MM-DD` so many days from today, in the shop's own zone. */
const day = (n) => new Date(Date.now() + n * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
const ask = (name, args) => desk.shop.call(name, args, supervisor.login)

async function plan(title, kind, from, to) {
  const args = { title, kind, starts: day(from), ends: day(to), budget: { amount: 500_000, currency: 'CNY' }, goal: '销售额 30 万', shops: [] }
  return (await desk.shop.call('campaigns.create', args, planner.login)).id
}
async function act(id, action, as) {
  const { version } = await ask('campaigns.get', { id })
  await desk.shop.call('campaigns.act', { id, version, action }, as.login)
}
/** A plan that the supervisor has approved; it names a shop, which submitting asks for. */
async function approved(title, from, to) {
  const id = await plan(title, 'launch', from, to)
  const { version } = await ask('campaigns.get', { id })
  await desk.shop.call('campaigns.update', { id, version, shops: [1] }, planner.login)
  await act(id, 'submit', planner)
  await act(id, 'approve', supervisor)
  return id
}

test('a planner makes a campaign from its kind, and what is missing is said on the button', async () => {
  const { page, faults, context } = await desk.as('promotion')
  await page.goto('/#/campaigns?new=1')
  const form = page.getByRole('dialog', { name: '新建活动' })
  await form.locator('.el-select').first().click()
  await page.getByRole('option', { name: '双12' }).click()
  await form.locator('input[maxlength="100"]').fill('双12 暖冬狂欢')
  await form.getByText('报名与选品').waitFor()
  await form.getByRole('button', { name: '创建' }).click()
  const drawer = page.getByRole('dialog', { name: '双12 暖冬狂欢' })
  await drawer.getByText('还没有填目标').first().waitFor({ state: 'attached' })
  assert.ok(await drawer.getByRole('button', { name: '提交审批' }).isDisabled())
  assert.deepEqual(await shutOut(page), [])
  assert.deepEqual(faults, [])
  await context.close()
})

test('the pack is looked at, filed once, and each request is a link to its desk', async () => {
  const id = await approved('冬季上新', 20, 22)
  const { page, faults, context } = await desk.as('promotion')
  await page.goto(`/#/campaigns/${id}`)
  await page.getByRole('tab', { name: /^素材包/ }).click()
  await page.getByRole('button', { name: '一键提交素材包' }).click()
  const preview = page.getByRole('dialog', { name: '一键提交素材包' })
  await preview.getByText('详情关联').waitFor()
  assert.equal((await ask('campaigns.get', { id })).pack.filter((piece) => piece.request_id).length, 0)
  await preview.getByRole('button', { name: /^提交 \d+ 条$/ }).click()
  await page.getByText('素材包已全部提交').waitFor()
  const { pack } = await ask('campaigns.get', { id })
  assert.ok(pack.every((piece) => piece.request_id), JSON.stringify(pack))
  const links = await page.locator('.c-pack a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  assert.ok(links.some((href) => href.startsWith('#/copy/')) && links.some((href) => href.startsWith('#/assets/')), links.join())
  assert.deepEqual(await shutOut(page), [])
  assert.deepEqual(faults, [])
  await context.close()
})

test('in the calendar a milestone is moved with the keys and with the pointer, and stays where it was put', async () => {
  const id = await approved('月中促销', 12, 13)
  const due = async (mark) => (await ask('campaigns.get', { id })).milestones.find((one) => one.id === mark).due
  const mark = (await ask('campaigns.get', { id })).milestones.find((one) => one.title === '素材交付')
  const { page, faults, context } = await desk.as('promotion', { viewport: { width: 1920, height: 1080 } })
  await page.goto(`/#/campaigns/calendar?month=${mark.due.slice(0, 7)}`)
  const chip = page.locator(`[data-mark="${mark.id}"]`)
  // A full day shows its first marks; the rest are one press away.
  const more = page.locator(`[data-day="${mark.due}"]`).getByRole('button', { name: /^还有 \d+ 项$/ })
  await page.locator(`[data-day="${mark.due}"] [data-mark]`).first().waitFor()
  if (await more.isVisible()) await more.click()
  await chip.focus()
  for (const key of ['Space', 'ArrowLeft', 'ArrowLeft', 'Space']) await page.keyboard.press(key)
  await page.getByText(/「素材交付」改到/).waitFor()
  const moved = await due(mark.id)
  assert.equal(moved, day(12 - mark.offset_days - 2))

  const to = day(12 - mark.offset_days - 1)
  const from = await chip.boundingBox()
  const cell = await page.locator(`[data-day="${to}"]`).first().boundingBox()
  await page.mouse.move(from.x + 20, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(cell.x + 20, cell.y + cell.height - 12, { steps: 12 })
  await page.mouse.up()
  await page.getByText(`「素材交付」改到 ${to}`).waitFor()
  assert.equal(await due(mark.id), to)
  assert.ok(page.url().includes('/campaigns/calendar'), 'the click that ends a drag opens nothing')
  assert.deepEqual(await shutOut(page), [])
  assert.deepEqual(faults, [])
  await context.close()
})
