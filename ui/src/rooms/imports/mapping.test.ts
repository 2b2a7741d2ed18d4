import { expect, it } from 'vitest'
import { sortStaged } from './intake'
import { completed, isUseful, valuesOf, withField, withValues } from './mapping'
import type { ColumnMap } from './types'

const map: ColumnMap = {
  kind: 'products',
  columns: [
    { source: '货号', field: 'code', values: {} },
    { source: '品名', field: 'title', values: {} },
    { source: '颜色', field: 'sku_option', values: {} },
  ],
}
const fields = (of: ColumnMap) => of.columns.map((rule) => rule.field)

it('a field that only one column can have leaves the other one', () => {
  expect(fields(withField(map, '品名', 'code'))).toEqual(['extra', 'code', 'sku_option'])
})
it('many columns may be choices of the SKU', () => {
  expect(fields(withField(map, '品名', 'sku_option'))).toEqual(['code', 'sku_option', 'sku_option'])
})
it('a column the map does not name is kept as it is', () => {
  expect(fields(completed(['货号', '', '备注', '品名'], map))).toEqual(['code', 'extra', 'title'])
})
it('a map with a code alone tells nothing', () => {
  expect(isUseful(map)).toBe(true)
  expect(
    isUseful({
      ...map,
      columns: [
        { source: '货号', field: 'code', values: {} },
        { source: '品名', field: 'extra', values: {} },
      ],
    }),
  ).toBe(false)
})
it('blank readings of a value fall out', () => {
  expect(withValues(map, '颜色', { 红: '红色', 白: ' ', '': '黑色' }).columns[2]?.values).toEqual({ 红: '红色' })
})
it('the values of a column are shown once each', () => {
  expect(
    valuesOf(
      ['货号', '颜色'],
      [
        [2, ['a', '红']],
        [3, ['b', '白']],
        [4, ['c', '红']],
        [5, ['d']],
      ],
      '颜色',
    ),
  ).toEqual(['红', '白'])
})

const facts = (hash: string) => ({ hash, name: hash, bytes: 1, mime: '', kind: 'other' as const, width: null, height: null, warnings: [] })
it('a dropped folder falls into tables, the pictures that came along, and what was not taken', () => {
  const sorted = sortStaged([
    { name: '春装.CSV', facts: facts('1') },
    { name: '1a2b.tbi', facts: facts('2') },
    { name: 'Thumbs.db', error: '不收' },
    { name: '3c4d.tbi', error: '图片不完整' },
    { name: '半.xlsx', error: '文件是空的' },
  ])
  expect(sorted).toEqual({
    tables: [{ name: '春装.CSV', file: '1' }],
    // The rows that name a picture say why it was not taken, not that it is missing.
    pack: [
      { name: '1a2b.tbi', file: '2' },
      { name: '3c4d.tbi', refused: '图片不完整' },
    ],
    refused: [
      { name: '3c4d.tbi', message: '图片不完整' },
      { name: '半.xlsx', message: '文件是空的' },
    ],
  })
})
