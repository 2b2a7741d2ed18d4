import { expect, it } from 'vitest'
import { cellsOf, readPasted } from './paste'

it('a table with a head is read by its names, in any order, and what is not known is told', () => {
  const pasted = readPasted('商家编码\t售价\t备注\t店铺\r\nD1-S\t９５\t新\tTB1\r\n\r\nD1-M\t\t\t')
  expect(pasted.keys).toEqual(['outer_id', 'price', 'shop'])
  expect(pasted.unknown).toEqual(['备注'])
  expect(pasted.rows).toEqual([
    { id: 0, outer_id: 'D1-S', price: '９５', shop: 'TB1' },
    { id: 0, outer_id: 'D1-M', price: '', shop: '' },
  ])
})

it('without a head the plain order counts', () => {
  expect(readPasted('#12\tD1\t99').rows).toEqual([{ id: 12, outer_id: 'D1', price: '99', qty: '', title: '', category: '' }])
  expect(readPasted('').rows).toEqual([])
})

it('a cell with a quote or a line break stays one cell', () => {
  expect(cellsOf('"a\nb"\t"say ""hi"""\n5" pipe\tx')).toEqual([
    ['a\nb', 'say "hi"'],
    ['5" pipe', 'x'],
  ])
})
