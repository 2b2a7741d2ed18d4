import { expect, it } from 'vitest'
import { fieldsOfRow, patchOf } from './form'

it('only what was changed is saved, and what was emptied is taken away', () => {
  const base = { title: '裙', bullets: ['a'], stock_alloc: 5, list_price: 100, presale_on: '2026-12-01', attributes: { 材质: '棉' } }
  expect(patchOf(base, { ...base }, 'CNY')).toEqual({})
  expect(
    patchOf(
      base,
      { title: '裙子', bullets: ['a', 'b'], stock_alloc: null, list_price: null, presale_on: null, attributes: { 材质: '棉' } },
      'USD',
    ),
  ).toEqual({ title: '裙子', bullets: ['a', 'b'], stock_alloc: -1, list_price: { amount: 0, currency: 'USD' }, presale_on: '' })
})

it('a refused save tells the row as it is stored', () => {
  expect(fieldsOfRow({ bullets: '["a"]', attributes: '{}', title: 'x' })).toEqual({ bullets: ['a'], attributes: {}, title: 'x' })
})
