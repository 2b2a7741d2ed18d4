import assert from 'node:assert/strict'
import { test } from 'node:test'

import { goTo, logIn, shutOut } from '../harness/browser.js'
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

test('what is typed can be looked at, and is hidden again', async () => {
  const { page, faults, context } = await desk.open()
  await page.goto('/')
  const field = page.getByLabel('密码', { exact: true })
  await field.fill('看看对不对')
  await page.getByRole('button', { name: '显示密码' }).click()
  assert.equal(await field.getAttribute('type'), 'text')
  await page.getByRole('button', { name: '隐藏密码' }).click()
  assert.equal(await field.getAttribute('type'), 'password')
  assert.deepEqual(faults, [])
  await context.close()
})

test('the desk is practised behind the login, and asks the shop nothing before somebody is let in', async () => {
  const { page, faults, context } = await desk.open()
  const asked = []
  page.on('request', (request) => {
    const [, operation] = request.url().match(/\/api\/(.+)$/) ?? []
    if (operation) asked.push(operation)
  })
  await page.addInitScript(() => {
    new MutationObserver((changes) => {
      if (changes.some((change) => [...change.removedNodes].some((node) => node.className === 's-unseen'))) window.practised = true
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto('/')
  await page.waitForFunction(() => window.practised)
  assert.equal(await page.locator('.s-frame, .s-today').count(), 0)
  assert.deepEqual(asked, ['session.me'])
  await logIn(page, desk.shop.of('ops_supervisor'))
  assert.deepEqual(faults, [])
  await context.close()
})

test('a program that cannot be fetched is a sentence at the login, and the next try gets in', async () => {
  const { page, context } = await desk.open()
  const { login, password } = desk.shop.of('designer')
  await page.route('**/assets/desk-*.js', (route) => route.abort())
  await page.goto('/')
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: '连不上店务台主机' }).waitFor()
  await page.unroute('**/assets/desk-*.js')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation').first().waitFor()
  await context.close()
})

test('who signs out on an open record comes back to it', async () => {
  const { page, faults, context } = await desk.as('ops_supervisor')
  const { rows } = await desk.shop.call('campaigns.list', { limit: 1 }, desk.shop.of('ops_supervisor').login)
  await goTo(page, `#/campaigns/${rows[0].id}`)
  await page.getByRole('dialog', { name: rows[0].title }).waitFor()
  await page.locator('.s-me').click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.getByLabel('密码', { exact: true }).fill(desk.shop.of('ops_supervisor').password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  const record = page.getByRole('dialog', { name: rows[0].title })
  await record.waitFor()
  await record.getByRole('tab', { name: '记录' }).waitFor()
  assert.ok(await record.evaluate((it) => it.contains(document.activeElement)), 'the record has the focus')
  assert.deepEqual(faults, [])
  await context.close()
})
