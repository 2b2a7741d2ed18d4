import { expect, it } from 'vitest'
import type { ListState } from '@/parts/list/types'
import { fromAddress, toAddress, toQuestion } from './address'
import { touched } from './read'

const start: ListState = { tab: 'all', q: '', filters: [], sort: [{ field: 'paid_at', desc: true }] }
const thereAndBack = (state: ListState) => fromAddress(toAddress(state, start), start, ['state', 'paid', 'note'])

it('a plain list leaves the address clean', () => {
  expect(toAddress(start, start)).toEqual({})
})
it('a question goes into the address and comes back the same', () => {
  const state: ListState = {
    tab: 'to_ship',
    q: '羊毛 a&b=c',
    filters: [
      { field: 'state', op: 'in', value: ['a', 'b'] },
      { field: 'paid', op: 'between', value: [100, 200] },
      { field: 'note', op: 'is_null' },
    ],
    sort: [
      { field: 'paid', desc: true },
      { field: 'no', desc: false },
    ],
  }
  expect(thereAndBack(state)).toEqual(state)
})
it('no order at all is kept too', () => {
  expect(thereAndBack({ ...start, sort: [] })).toEqual({ ...start, sort: [] })
})
it('conditions nobody knows and broken values are left out', () => {
  expect(fromAddress({ 'f.gone': 'eq:1', 'f.state': 'drop:1', 'f.paid': 'eq:{', tab: ['x', 'y'] }, start, ['state', 'paid'])).toEqual({
    ...start,
    tab: 'x',
  })
})
it('“all” is the absence of a tab', () => {
  expect(toQuestion(start)).toEqual({ sort: [{ field: 'paid_at', desc: true }] })
})

it('a list hears of each of its things', () => {
  expect(touched(['product'], ['product', 'product:42'])).toBe(true)
})
it('one thing hears of itself', () => {
  expect(touched(['product:42'], ['product', 'product:42'])).toBe(true)
})
it('one thing sleeps through its neighbours', () => {
  expect(touched(['product:42'], ['product', 'product:7'])).toBe(false)
})
it('one thing hears when nobody says which', () => {
  expect(touched(['product:42'], ['product'])).toBe(true)
})
it('an order change leaves the products alone', () => {
  expect(touched(['product'], ['order', 'order:1'])).toBe(false)
})
it('names that only begin alike are different things', () => {
  expect(touched(['product'], ['product_line', 'product_line:1'])).toBe(false)
})
