// The frame: the left side, the keyboard, the palette, and two people at the same thing.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { goTo, pagesOf, shutOut } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'

const desk = openDesk()

test('the left side shows what a post may enter and nothing else; an address alone opens nothing', async () => {
  const { page, context } = await desk.as('designer')
  const mine = await pagesOf(page)
  for (const shut of ['#/rights', '#/settings']) {
    assert.ok(!mine.includes(shut), shut)
    await goTo(page, shut)
    await page.getByText('您的岗位不能查看这一页').waitFor()
  }
  await context.close()
  const admin = await desk.as('admin')
  const theirs = await pagesOf(admin.page)
  assert.ok(theirs.includes('#/rights') && theirs.includes('#/settings'), String(theirs))
  await admin.context.close()
})

test('a list and a drawer are worked from the keyboard alone', async () => {
  const { page, faults, context } = await desk.as('ops_supervisor')
  await goTo(page, '#/team')
  const grid = page.getByRole('grid')
  await grid.locator('[data-row="2"]').waitFor()
  await page.keyboard.press('/')
  assert.equal(await page.evaluate(() => document.activeElement?.closest('.s-filter-q') !== null), true)
  // Out of the search and on to the first cell, with Tab alone.
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.closest('[data-row]') !== null)) break
  }
  const row = () => page.evaluate(() => Number(document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? -1))
  assert.equal(await row(), 0)
  await page.keyboard.press('ArrowDown')
  assert.equal(await row(), 1)
  await page.keyboard.press('Enter')
  const drawer = page.locator('.s-drawer')
  await drawer.waitFor()
  const first = page.url()
  await page.keyboard.press('j')
  await page.waitForFunction((was) => location.href !== was, first)
  await page.keyboard.press('k')
  await page.waitForFunction((was) => location.href === was, first)
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  assert.equal(await row(), 1, 'the keyboard is back on the row that was opened')
  assert.deepEqual(faults, [])
  await context.close()
})

test('two people save the same thing: the later one sees both and chooses', async () => {
  const [one, two] = [await desk.as('ops_supervisor'), await desk.as('admin')]
  const { id } = (await desk.shop.call('staff.list', { filters: [{ field: 'login', op: 'eq', value: 'limei' }] }, 'linwan')).rows[0]
  for (const { page } of [one, two]) {
    await goTo(page, `#/team/${id}`)
    await page.getByRole('dialog').getByLabel('电话', { exact: true }).waitFor()
  }
  const phone = ({ page }) => page.getByRole('dialog').getByLabel('电话', { exact: true })
  const save = ({ page }) => page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
  await phone(two).fill('13900002222')
  await phone(one).fill('13800001111')
  await save(one)
  await one.page.getByText('已保存').first().waitFor()
  assert.equal(await phone(two).inputValue(), '13900002222', 'what was typed stays while others save')
  await save(two)
  const dialog = two.page.getByRole('dialog', { name: '这条记录已被别人修改' })
  await dialog.getByText('13800001111').first().waitFor()
  await dialog.getByText('13900002222').first().waitFor()
  assert.deepEqual(await shutOut(two.page), [])
  await dialog.getByText('13900002222').first().click()
  await dialog.getByRole('button', { name: '按所选保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await one.page.waitForFunction(() => [...document.querySelectorAll('.s-drawer input')].some((field) => field.value === '13900002222'))
  const now = await desk.shop.call('staff.get', { id }, 'linwan')
  assert.equal(now.phone, '13900002222')
  for (const { context, faults } of [one, two]) {
    assert.deepEqual(faults, [])
    await context.close()
  }
})

test('Ctrl+K finds pages by pinyin, people by name, and does what is chosen', async () => {
  const { page, faults, context } = await desk.as('ops_supervisor')
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox')
  await box.fill('gwyrz')
  await page.getByRole('option', { name: '岗位与任职' }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/org/)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('limei')
  await page.getByRole('option', { name: /李玫/ }).first().click()
  await page.waitForURL(/#\/team\/\d+/)
  await page.getByRole('dialog').getByRole('heading', { name: '李玫' }).waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('the task centre opens and shuts by its button, by Enter and Escape, and by a press beside it', async () => {
  const { page, faults, context } = await desk.as('ops_supervisor')
  await goTo(page, '#/')
  const button = page.locator('.s-jobs')
  const box = page.getByRole('region', { name: '任务中心' })
  await button.click()
  await box.waitFor()
  await button.click()
  await box.waitFor({ state: 'hidden' })
  await button.focus()
  await page.keyboard.press('Enter')
  await box.waitFor()
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'hidden' })
  await button.click()
  await box.waitFor()
  await page.locator('h1').click()
  await box.waitFor({ state: 'hidden' })
  assert.deepEqual(faults, [])
  await context.close()
})
