// What cannot wait stands above every page: a clock that is wrong, backups that are not made.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { shutOut, signIn } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'
import { run } from '../harness/processes.js'

const desk = openDesk()
const line = (page, text) => page.getByRole('status').filter({ hasText: text })

test('who sits at a PC whose clock is wrong is told by how much, and can put the line away', async () => {
  const { page, faults, context } = await desk.open()
  await page.clock.install({ time: Date.now() - 3 * 3_600_000 })
  await signIn(page, desk.shop.of('copywriter'))
  await page.clock.runFor(5_000)
  await line(page, '这台电脑的时间比主机慢 3 小时').waitFor()
  assert.deepEqual(await shutOut(page), [])
  await page.getByRole('button', { name: '知道了，先收起' }).click()
  await line(page, '这台电脑的时间').waitFor({ state: 'detached' })
  assert.deepEqual(faults, [])
  await context.close()
})

test('a record from the future says to everybody that the clock of the machine is wrong', async () => {
  // Somebody worked while the machine's clock was a year ahead: it was set right only afterwards.
  await run('/usr/bin/python3', ['-c', `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("drop trigger audit_event_no_update")
db.execute("update audit_event set at = at + 31536000000 where seq = (select max(seq) from audit_event)")
db.commit()
`, `${desk.shop.data}/shop.db`])
  const { page, faults, context } = await desk.as('designer')
  await line(page, /主机现在的时间（\d{4}-.*）比店里最近的记录（\d{4}-.*）还早.*请先校准主机的日期和时间/).waitFor()
  assert.deepEqual(await shutOut(page), [])
  assert.deepEqual(faults, [])
  await context.close()
})

test('a backup that failed is told to who answers for the shop, with the way to it, until one can be made', async () => {
  const { page, faults, context } = await desk.as('admin')
  await run('rm', ['-rf', `${desk.shop.data}/backups`])
  await run('touch', [`${desk.shop.data}/backups`])
  await page.reload()
  const told = line(page, '最近一次备份没有成功：')
  await told.waitFor()
  await told.getByRole('link', { name: '去备份' }).click()
  await page.waitForURL(/#\/settings/)
  assert.deepEqual(await shutOut(page), [])
  const other = await desk.as('customer_service')
  await other.page.waitForResponse((response) => response.url().endsWith('system.notices'))
  assert.equal(await line(other.page, '最近一次备份').count(), 0, 'it is not for who can do nothing about it')
  await other.context.close()
  await run('rm', [`${desk.shop.data}/backups`])
  await page.reload()
  await page.getByRole('button', { name: '立即备份' }).click()
  await page.getByText('今天备份过').waitFor()
  await told.waitFor({ state: 'detached' })
  assert.deepEqual(faults, [])
  await context.close()
})
