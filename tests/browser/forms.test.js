// What people type and drag: amounts that make no sense, columns of a file that mean something.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { goTo, settled, shutOut } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'

const desk = openDesk()

test('an amount that cannot be read is told while typing stops, and keeps the form from being saved', async () => {
  const { page, faults, context } = await desk.as('promotion')
  const [campaign] = (await desk.shop.call('campaigns.list', { tab: 'proposal', limit: 1 }, 'linwan')).rows
  const budget = async () => (await desk.shop.call('campaigns.get', { id: campaign.id }, 'linwan')).budget.amount
  const before = await budget()
  await goTo(page, `#/campaigns/${campaign.id}`)
  await page.locator('.s-drawer').getByRole('button', { name: '修改方案' }).click()
  const form = page.getByRole('dialog', { name: /方案/ }).last()
  const field = form.getByLabel('预算', { exact: true })
  await field.fill('5万块')
  await form.getByText('请填写金额，例如 128.50').waitFor()
  assert.deepEqual(await shutOut(page), [])
  await field.press('Enter')
  assert.equal(await field.evaluate((one) => one === document.activeElement), true, 'the field has the keyboard')
  assert.equal(await budget(), before, 'neither saved nor replaced by what was there')
  await field.fill('５０，０００')
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'hidden' })
  assert.equal(await budget(), 5_000_000)
  assert.deepEqual(faults, [])
  await context.close()
})

test('a column of a file is dragged onto the field it means, and the file is read that way', async () => {
  const { page, faults, context } = await desk.as('ops_specialist')
  await goTo(page, '#/imports')
  const pick = page.getByRole('button', { name: '选择文件', exact: true })
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), pick.click()])
  await chooser.setFiles({
    name: '新品.csv', mimeType: 'text/csv', buffer: Buffer.from('\ufeff货号,品名,主打\nQD-9001,羊毛围巾,不扎脖子\n'),
  })
  await page.waitForURL(/#\/imports\/\d+/)
  await page.getByRole('tab', { name: /^列对应/ }).click()
  const column = page.getByRole('row').filter({ hasText: '主打' }).locator('.im-source')
  const field = page.locator('[data-field="subtitle"]')
  const [from, to] = [await column.boundingBox(), await field.boundingBox()]
  await page.mouse.move(from.x + 20, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(to.x + 12, to.y + 10, { steps: 8 })
  assert.deepEqual(await shutOut(page), [])
  await page.keyboard.press('Escape')
  await page.mouse.up()
  assert.equal(await field.getByText('主打').count(), 0, 'Escape puts the column back')

  await page.mouse.move(from.x + 20, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(to.x + 12, to.y + 10, { steps: 8 })
  await page.mouse.up()
  await field.getByText('主打').waitFor()
  await page.getByRole('button', { name: /^(按这样|保存)/ }).click()
  // Read anew, the page shows what would come of it.
  await page.getByRole('tab', { name: /^试运行结果/, selected: true }).waitFor()
  await settled(page)
  const id = Number(page.url().match(/imports\/(\d+)/)[1])
  const read = await desk.shop.call('imports.get', { id }, 'huanglei')
  assert.equal(read.choices.read.map.columns.find((one) => one.source === '主打').field, 'subtitle')
  await page.getByRole('tab', { name: /^列对应/ }).click()
  await field.getByRole('button', { name: '不再对应“主打”' }).click()
  assert.equal(await field.getByText('主打').count(), 0)
  assert.deepEqual(faults, [])
  await context.close()
})

test('a draft of a 改价单 opens as it stands, is put right and submitted', async () => {
  const { page, faults, context } = await desk.as('ops_specialist')
  const drafts = (await desk.shop.call('prices.list', { tab: 'draft', limit: 50 }, 'huanglei')).rows
  const reads = drafts.map(({ id }) => desk.shop.call('prices.get', { id }, 'huanglei'))
  const draft = (await Promise.all(reads)).find((one) => one.actions.some((it) => it.action === 'update' && it.enabled))
  await goTo(page, `#/prices/${draft.id}`)
  await page.locator('.s-drawer').getByRole('button', { name: '修改', exact: true }).click()
  const form = page.getByRole('dialog', { name: `修改改价单 ${draft.code}` })
  const price = form.getByLabel('新价', { exact: true }).first()
  await price.waitFor()
  const reason = form.getByRole('textbox', { name: '原因', exact: true })
  assert.equal(await reason.inputValue(), draft.reason)
  // What it would need is told before anything is typed.
  await form.getByText(/需要运营主管批准|可直接修改/).waitFor()
  const wanted = draft.old_price.amount - 100
  await price.fill((wanted / 100).toFixed(2))
  await reason.fill('先小幅调整')
  await settled(page)
  assert.deepEqual(await shutOut(page), [])
  await form.getByRole('button', { name: '提交改价单' }).click()
  await form.waitFor({ state: 'hidden' })
  const now = await desk.shop.call('prices.get', { id: draft.id }, 'huanglei')
  assert.equal(now.new_price.amount, wanted)
  assert.equal(now.reason, '先小幅调整')
  assert.equal(now.start_at, draft.start_at, 'its time stays')
  assert.notEqual(now.state, 'draft')
  assert.deepEqual(faults, [])
  await context.close()
})
