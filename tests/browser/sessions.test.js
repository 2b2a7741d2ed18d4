// Who sits at the desk: first passwords, the locked screen, the next person.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { goTo, logIn, settled, shutOut } from '../harness/browser.js'
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
