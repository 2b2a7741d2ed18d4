// Who sits at the desk: first passwords, the locked screen, the next person.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { goTo, logIn, pagesOf, settled, shutOut, signIn } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'

const desk = openDesk()

test('a one-time password is shown once and only lets one choose another', async () => {
  const admin = await desk.as('admin')
  await goTo(admin.page, '#/team?new=1')
  const form = admin.page.getByRole('dialog', { name: '新建员工' })
  await form.getByLabel('姓名').fill('钱多')
  await form.getByLabel('登录名').fill('qianduo')
  await form.getByText('美工', { exact: true }).click()
  await form.getByText('客服', { exact: true }).click()
  await form.getByRole('button', { name: '建档' }).click()
  const once = admin.page.getByRole('dialog', { name: '一次性密码' })
  const password = (await once.locator('.st-once').innerText()).trim()
  assert.match(password, /^\w{4}-\w{4}-\w{4}$/)
  await once.getByRole('button', { name: '已记下' }).click()
  await admin.context.close()

  const { page, faults, context } = await desk.open()
  await page.goto('/')
  await page.getByLabel('账号', { exact: true }).fill('qianduo')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '请先设置自己的密码' }).waitFor()
  assert.deepEqual(await shutOut(page), [])
  await page.getByLabel('现在的密码').fill(password)
  await page.getByLabel('新密码', { exact: true }).fill('梧桐更兼细雨点点')
  await page.getByLabel('再输一遍新密码').fill('梧桐更兼细雨点点')
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByRole('button', { name: '登录', exact: true }).waitFor()
  await logIn(page, { login: 'qianduo', password: '梧桐更兼细雨点点' })
  await page.getByRole('button', { name: /钱多/ }).waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('a locked desk shows nothing, opens by the password, and can be left to somebody else', async () => {
  const { page, context } = await desk.as('customer_service')
  const password = desk.shop.of('customer_service').password
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('锁定屏幕')
  await page.keyboard.press('Enter')
  const lock = page.getByRole('dialog', { name: '屏幕已锁定' })
  await lock.waitFor()
  assert.deepEqual(await shutOut(page), [])
  await page.reload()
  await lock.waitFor()
  await lock.getByLabel('密码').fill('not-this-one')
  await lock.getByRole('button', { name: '解锁' }).click()
  await lock.getByRole('alert').waitFor()
  await lock.getByLabel('密码').fill(password)
  await lock.getByRole('button', { name: '解锁' }).click()
  await lock.waitFor({ state: 'detached' })
  await page.getByRole('banner').getByRole('button', { name: '客服' }).click()
  await page.getByRole('menuitem', { name: '锁定屏幕' }).click()
  await lock.getByRole('button', { name: '换一个人登录' }).click()
  await logIn(page, desk.shop.of('designer'))
  await settled(page)
  await context.close()
})

test('a desk that nobody touches locks itself after the time the shop has set', async () => {
  const admin = await desk.as('admin')
  const was = (await desk.shop.call('settings.list', {}, 'guanli')).find((one) => one.key === 'lock_after_min').value
  const set = await admin.page.request.post('/api/settings.set', { data: { key: 'lock_after_min', was, value: 1 } })
  assert.ok(set.ok(), await set.text())
  await admin.context.close()
  const { page, context } = await desk.open()
  await page.clock.install()
  await signIn(page, desk.shop.of('copywriter'))
  await page.clock.runFor(50_000)
  await page.mouse.move(300, 300)
  await page.clock.runFor(50_000)
  const lock = page.getByRole('dialog', { name: '屏幕已锁定' })
  assert.equal(await lock.count(), 0, 'who works is not locked out')
  await page.clock.runFor(30_000)
  await lock.waitFor()
  await context.close()
})

test('a right that is taken away closes its page and its entry while somebody sits at it', async () => {
  const { page, faults, context } = await desk.as('ops_specialist')
  await goTo(page, '#/campaigns')
  await page.locator('[data-row]').first().waitFor()
  const admin = await desk.as('admin')
  const take = async (cell) => {
    const { cells } = await (await admin.page.request.post('/api/rights.matrix', { data: {} })).json()
    const { id, version } = cells.find((one) => one.module === 'campaigns' && one.post === 'ops_specialist')
    const answer = await admin.page.request.post('/api/rights.set_cell', { data: { id, version, cell, reason: '岗位调整' } })
    assert.ok(answer.ok(), await answer.text())
  }
  await take('N')
  await page.getByText('您的岗位不能查看这一页').waitFor()
  assert.ok(!(await pagesOf(page)).includes('#/campaigns'))
  await take('W')
  await page.waitForFunction(() => [...document.querySelectorAll('.s-rail button, .s-rail a')].some((one) => one.textContent.includes('推广')))
  assert.ok((await pagesOf(page)).includes('#/campaigns'))
  assert.deepEqual(faults, [])
  await admin.context.close()
  await context.close()
})
