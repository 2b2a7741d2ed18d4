import { expect, it } from 'vitest'
import { moved, placeIn } from './reorder'

const box = (left: number, top: number) => ({ left, right: left + 100, top, bottom: top + 100 })
const rows = [box(0, 0), box(110, 0), box(0, 110)]

it('a picture falls before the one whose left half it is let go on', () => {
  expect(placeIn(rows, 20, 50)).toBe(0)
  expect(placeIn(rows, 80, 50)).toBe(1)
  expect(placeIn(rows, 20, 150)).toBe(2)
  expect(placeIn(rows, 90, 150)).toBe(3)
  expect(placeIn(rows, 90, 500)).toBe(3)
})

it('a picture let go at the end of a row falls before the first of the next row', () => {
  expect(placeIn(rows, 300, 50)).toBe(2)
})

it('moving keeps all, and moving nowhere keeps the list itself', () => {
  const list = ['a', 'b', 'c']
  expect(moved(list, 0, 3)).toEqual(['b', 'c', 'a'])
  expect(moved(list, 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(list, 1, 2)).toBe(list)
  expect(moved(list, 9, 0)).toBe(list)
})
