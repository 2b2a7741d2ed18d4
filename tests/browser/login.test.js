import assert from 'node:assert/strict'
import { test } from 'node:test'

import { logIn, shutOut } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'

const desk = openDesk()

for (const colorScheme of ['light', 'dark']) {
  test(`the login page shuts nobody out, ${colorScheme}`, async () => {
    const { page, faults, context } = await desk.open({ colorScheme })
    await page.goto('/')
    await page.getByRole('button', { name: '登录' }).waitFor()
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN')
    assert.deepEqual(await shutOut(page), [])
    assert.deepEqual(faults, [])
    await context.close()
  })
}

test('a wrong password is refused with a sentence, and the right one lets in', async () => {
  const { page, faults, context } = await desk.open()
  const supervisor = desk.shop.of('ops_supervisor')
  await page.goto('/')
  await page.getByLabel('账号', { exact: true }).fill(supervisor.login)
  await page.getByLabel('密码', { exact: true }).fill('不是这个密码')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('alert').filter({ hasText: '密码' }).waitFor()
  await logIn(page, supervisor)
  assert.deepEqual(await shutOut(page), [])
  assert.deepEqual(faults, [])
  await context.close()
})
