// What people take away with them: a list as a file for another program, a report on paper.

import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import { goTo, settled, shutOut } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'
import { run } from '../harness/processes.js'

const desk = openDesk()

test('a list is taken as CSV with the filter and the columns of the page', async () => {
  const { page, faults, context } = await desk.as('ops_supervisor')
  await goTo(page, '#/products')
  await page.getByRole('tab', { name: /^在售/ }).click()
  await page.locator('.s-filter-q input').fill('毛衣')
  await page.keyboard.press('Enter')
  await page.locator('[data-row]').filter({ hasText: '毛衣' }).first().waitFor()
  await settled(page)
  await page.getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog', { name: /^导出：/ })
  await dialog.getByText('CSV（UTF-8，只有数据，给别的软件用）').click()
  assert.deepEqual(await shutOut(page), [])
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /^任务中心/ }).click()
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^产品-.*\.csv$/ }).click()])
  assert.match(saved.suggestedFilename(), /^产品-\d{8}-\d{3}\.csv$/)
  const text = await readFile(await saved.path(), 'utf8')
  const [head, ...rows] = text.trimEnd().split('\r\n')
  assert.match(head, /^\uFEFF标题,产品编号,/)
  assert.ok(rows.length > 1 && rows.every((row) => row.includes('毛衣')), text)
  assert.deepEqual(faults, [])
  await context.close()
})

test('a report goes to paper with its figures and every chart, light, without the frame, and the page comes back as it was', async () => {
  const { page, faults, context } = await desk.as('ops_supervisor')
  await page.emulateMedia({ colorScheme: 'dark' })
  await goTo(page, '#/reports?kind=R16')
  await page.getByRole('button', { name: '打印' }).and(page.locator(':enabled')).waitFor()
  const charts = await page.locator('.s-chart').count()
  assert.ok(charts > 1)
  // The dialog itself is the system's: what it would be given is what counts.
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  await page.getByRole('button', { name: '打印' }).click()
  await page.locator('html[data-printed]').waitFor({ state: 'attached' })
  assert.equal(await page.locator('.s-chart svg, .s-chart canvas').count(), charts, 'also the charts below the edge')
  assert.deepEqual(await page.locator('html.dark').count(), 0)
  const folder = await mkdtemp(join(tmpdir(), 'shopdesk-paper-'))
  const pdf = join(folder, 'report.pdf')
  await page.pdf({ path: pdf, preferCSSPageSize: true })
  const words = await run('pdftotext', ['-layout', pdf, '-'])
  await rm(folder, { recursive: true })
  assert.match(words, /R16 素材与美工产能/)
  assert.match(words, /打印于/)
  assert.doesNotMatch(words, /商品上架|任务中心|导出 Excel|以表格查看/)
  await page.mouse.move(200, 200)
  await page.locator('html.dark:not(.s-printing)').waitFor({ state: 'attached' })
  await page.locator('.s-rail').waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})
