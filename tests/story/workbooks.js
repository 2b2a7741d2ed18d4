// What the supervisor's two workbooks must say at the end of the main job, read back cell by cell.

import assert from 'node:assert/strict'

import { readWorkbook, tableOf } from '../harness/workbook.js'

/** R16: the request of the story stands there with its people, its retake and its state. */
export async function checkProduction(file, shop, request) {
  const book = await readWorkbook(file)
  assert.ok(book.has('封面与口径'), [...book.keys()].join(' '))
  const asset = await shop.call('assets.get', { id: request.id }, 'linwan')
  const rows = tableOf(book.get('需求'), ['需求号', '负责人', '计入返工'])
  const line = rows.find((row) => row['需求号'] === request.no)
  assert.ok(line, `${request.no} is in the workbook`)
  assert.equal(line['需求'], asset.title)
  assert.equal(line['负责人'], asset.assignee.name)
  assert.equal(line['提出人'], asset.requester.name)
  assert.equal(Number(line['难度点数']), asset.difficulty)
  assert.equal(Number(line['计入返工']), 1)
  const people = tableOf(book.get('人员'), ['人员', '完成点数'])
  const total = people.find((row) => row['人员'].includes('合计'))
  const sum = people.filter((row) => row !== total).reduce((all, row) => all + Number(row['完成点数']), 0)
  if (total) assert.equal(Number(total['完成点数']), sum, 'the total is the sum of its rows')
  assert.ok(people.some((row) => row['人员'] === asset.assignee.name))
}

/** R19: the new price stands there as old and new and waits for the platform; the cover names the file that came in. */
export async function checkPrices(file, shop, change) {
  const book = await readWorkbook(file)
  const cover = book.get('封面与口径').flat().join('\n')
  assert.ok(cover.includes(`${change.batch} 数据包.zip（`), cover)
  const flow = [...book.entries()].find(([name]) => name.includes('流水'))
  assert.ok(flow, [...book.keys()].join(' '))
  const rows = tableOf(flow[1], ['类型', '商品编码', '前', '后'])
  const found = rows.find((row) => row['类型'] === '改价' && row['商品编码'] === change.code
    && Number(row['前']) === change.old / 100 && Number(row['后']) === change.now / 100)
  assert.ok(found, `${change.code} from ${change.old} to ${change.now} is in the workbook`)
  assert.equal(found['经手'], '黄磊')
  const waiting = tableOf(book.get('待同步差异'), ['来源', '店铺', '商品编码', '应改为'])
  const tells = waiting.find((row) => row['商品编码'] === change.code && row['项目'] === '售价'
    && Number(row['应改为'].replace(/[^\d.]/g, '')) === change.now / 100)
  assert.ok(tells, `the platform still has to be told of ${change.code}`)
  assert.equal(tells['修改人'], '黄磊')
  const { tabs } = await shop.call('sync.counts', {}, 'linwan')
  const here = waiting.filter((row) => row['来源'] === tells['来源'])
  assert.equal(here.length, tabs.open, 'every change that waits stands in the workbook')
}
