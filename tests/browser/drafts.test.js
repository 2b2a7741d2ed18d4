// What somebody has typed is not lost: not when the shop refuses it, the line breaks or the page goes.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { goTo, logIn, settled, shutOut, signIn } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'
import { until } from '../harness/processes.js'

const desk = openDesk()
const BRIEF = '人群：通勤女生\n卖点/文案：面料垂坠\n要几张：3\n参考：无'

/** The form for a new request, open. */
async function requestForm(page) {
  await goTo(page, '#/assets/list')
  await page.getByRole('button', { name: '新建素材需求' }).click()
  const form = page.getByRole('dialog', { name: '新建素材需求' })
  await form.waitFor()
  return form
}
const title = (form) => form.getByLabel('标题', { exact: true })
const made = async (q) => (await desk.shop.call('assets.list', { q, limit: 10 }, 'linwan')).rows.length

test('a form that is refused, or that a broken line keeps from the shop, keeps what was typed and saves it in the end', async () => {
  const { page, context } = await desk.as('promotion')
  const form = await requestForm(page)
  await title(form).fill('雨天也要拍的外景')
  await form.getByRole('button', { name: '提交需求' }).click()
  await form.getByRole('alert').first().waitFor()
  assert.equal(await title(form).inputValue(), '雨天也要拍的外景', 'a refusal takes nothing away')
  await form.getByText('保存后直接提交排期').click()
  await context.setOffline(true)
  await form.getByRole('button', { name: '存为草稿' }).click()
  await form.getByRole('alert').filter({ hasText: '连不上店务台主机' }).waitFor()
  assert.equal(await title(form).inputValue(), '雨天也要拍的外景')
  assert.deepEqual(await shutOut(page), [])
  await context.setOffline(false)
  await form.getByRole('button', { name: '存为草稿' }).click()
  await form.waitFor({ state: 'hidden' })
  assert.equal(await made('雨天也要拍的外景'), 1)
  await context.close()
})

test('a form that went with its page is offered again, to who typed it and to nobody else', async () => {
  const { page, faults, context } = await desk.as('promotion')
  const form = await requestForm(page)
  await title(form).fill('半路停电的需求')
  await form.getByLabel('需求说明').fill(BRIEF)
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
  await context.clearCookies()
  await signIn(page, desk.shop.of('customer_service'))
  await page.reload()
  await requestForm(page)
  assert.equal(await title(form).inputValue(), '')
  assert.equal(await form.getByText('填的内容没有保存').count(), 0, 'a colleague at the same PC sees nothing of it')

  await context.clearCookies()
  await signIn(page, desk.shop.of('promotion'))
  await page.reload()
  await requestForm(page)
  await form.getByRole('status').filter({ hasText: '填的内容没有保存' }).waitFor()
  assert.deepEqual(await shutOut(page), [])
  await form.getByRole('button', { name: '恢复' }).click()
  assert.equal(await title(form).inputValue(), '半路停电的需求')
  assert.equal(await form.getByLabel('需求说明').inputValue(), BRIEF)
  await form.getByText('保存后直接提交排期').click()
  await form.getByRole('button', { name: '存为草稿' }).click()
  await form.waitFor({ state: 'hidden' })
  assert.equal(await made('半路停电的需求'), 1)
  await requestForm(page)
  assert.equal(await form.getByText('填的内容没有保存').count(), 0, 'what was saved is offered no more')
  assert.deepEqual(faults, [])
  await context.close()
})

/** Forms that change or make something: who opens them, where, by which button; the field that is typed into. */
const FORMS = [
  ['ops_specialist', 'listing', '修改', '副标题', '{v} 秋冬新款'],
  ['ops_specialist', 'listing', '改价', '原因', '{v} 跟进活动'],
  ['product_planner', 'product', '编辑', '备注', '{v} 下批改拉链'],
  ['product_planner', 'product', '尺码/编辑尺码表', '尺码说明', '{v} 平铺测量'],
  ['promotion', 'campaign', '里程碑/编辑里程碑', '', '{v} 直播预热'],
  ['ops_supervisor', '#/copy-words', '新增词', '可改为', '{v} 说法'],
  ['ops_supervisor', '#/channels', '编辑', '依据', '{v} 平台公告'],
  ['ops_supervisor', '#/channels', '新建图片位', '依据', '{v} 平台公告'],
  ['ops_supervisor', '#/listings', '新建上架', '标题', '{v} 新品'],
  ['ops_supervisor', '#/team', '新建员工', '姓名', '{v}'],
  ['designer_review', 'asset', '退回修改', '改', '{v} 再亮一点'],
]

test('whatever else is typed into is offered again too, and no more once it is thrown away', async () => {
  const boss = desk.shop.of('ops_supervisor').login
  const first = async (list, tab) => (await desk.shop.call(`${list}.list`, { tab, limit: 1 }, boss)).rows[0].id
  const places = {
    listing: `#/listings/${await first('listings', 'live')}`,
    product: `#/products/${await first('products', 'on_sale')}`,
    campaign: `#/campaigns/${await first('campaigns', 'preparing')}`,
    asset: `#/assets/list/${await first('assets', 'in_review')}`,
  }
  for (const [post, where, way, label, words] of FORMS) {
    const { page, faults, context } = await desk.as(post === 'designer_review' ? 'ops_supervisor' : post)
    const typed = words.replace('{v}', '半路')
    const open = async () => {
      await goTo(page, places[where] ?? where)
      const steps = way.split('/')
      const button = steps.pop()
      for (const tab of steps) await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('button', { name: button, exact: true }).first().click()
      const form = page.getByRole('dialog').filter({ has: page.locator('form') }).last()
      await form.waitFor()
      const item = label ? form.locator('.el-form-item').filter({ hasText: label }) : form
      const fields = item.locator('textarea, input[type=text]:not([readonly])')
      return { form, field: label ? fields.last() : fields.first() }
    }
    const { field } = await open()
    await field.fill(typed)
    await page.reload()
    await page.getByRole('navigation').first().waitFor()
    const again = await open()
    await again.form.getByRole('status').filter({ hasText: '填的内容没有保存' }).waitFor()
    assert.notEqual(await again.field.inputValue(), typed, `${way}: nothing is put back unasked`)
    await again.form.getByRole('button', { name: '恢复' }).click()
    assert.equal(await again.field.inputValue(), typed, way)
    await again.form.getByRole('button', { name: '取消' }).click()
    await page.locator('.el-message-box').getByRole('button', { name: '不保存，离开' }).click()
    await again.form.waitFor({ state: 'hidden' })
    await page.reload()
    const last = await open()
    await settled(page)
    assert.equal(await last.form.getByText('填的内容没有保存').count(), 0, `${way}: thrown away`)
    assert.deepEqual(faults, [])
    await context.close()
  }
})

test('a text that went with its page is offered again where it was written', async () => {
  const writer = desk.shop.of('copywriter').login
  const { rows } = await desk.shop.call('copy.list', { tab: 'writing', limit: 100 }, writer)
  let id
  for (const row of rows) if ((await desk.shop.call('copy.get', { id: row.id }, writer)).write.enabled) id = row.id
  const { page, faults, context } = await desk.as('copywriter')
  page.on('dialog', (leaving) => leaving.accept())
  await goTo(page, `#/copy/${id}`)
  const body = page.getByRole('textbox', { name: '正文' })
  const before = await body.inputValue()
  await body.fill('写到一半的一段')
  await page.reload()
  await page.getByRole('status').filter({ hasText: '填的内容没有保存' }).waitFor()
  assert.equal(await body.inputValue(), before, 'nothing is put back unasked')
  await page.getByRole('button', { name: '恢复' }).click()
  assert.equal(await body.inputValue(), '写到一半的一段')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await until('the text in the shop', async () => (await desk.shop.call('copy.get', { id }, writer)).body === '写到一半的一段')
  await page.reload()
  await body.waitFor()
  await settled(page)
  assert.equal(await page.getByText('填的内容没有保存').count(), 0)
  assert.deepEqual(faults, [])
  await context.close()
})

test('words that were given for an act that did not reach the shop are there when it is tried again', async () => {
  const { page, context } = await desk.as('ops_supervisor')
  const people = (await desk.shop.call('staff.list', { limit: 100 }, 'linwan')).rows
  const { id } = people.find((one) => one.login === 'limei')
  await goTo(page, `#/team/${id}`)
  const drawer = page.locator('.s-drawer')
  await drawer.getByRole('button', { name: '停用账号' }).click()
  const box = page.locator('.el-message-box')
  await box.getByRole('textbox').fill('休产假到明年三月')
  await context.setOffline(true)
  await box.getByRole('button', { name: '停用账号' }).click()
  await page.getByRole('alert').filter({ hasText: '连不上店务台主机' }).waitFor()
  await context.setOffline(false)
  await drawer.getByRole('button', { name: '停用账号' }).click()
  assert.equal(await box.getByRole('textbox').inputValue(), '休产假到明年三月')
  await box.getByRole('button', { name: '停用账号' }).click()
  await until('the act', async () => (await desk.shop.call('staff.list', { limit: 100 }, 'linwan')).rows.find((one) => one.id === id).active === false)
  await context.close()
})
