import { expect, it } from 'vitest'
import { rowsOf, swapped, treeOf, under } from './tree'
import type { Category } from './types'

const category = (id: number, parent_id: number | null, name: string, position = 0) =>
  ({ id, parent_id, name, position, version: 1, retired: false, leaf: true, products: 0 }) as Category
const all = [
  category(1, null, '女装', 1),
  category(2, 1, '连衣裙', 1),
  category(3, 1, '半身裙', 0),
  category(4, null, '饰品', 0),
  category(5, 2, '吊带裙'),
]

it('a tree is read top down, siblings in their order', () => {
  const tree = treeOf(all)
  expect(rowsOf(tree).map((one) => `${one.depth}${one.path}`)).toEqual([
    '0饰品',
    '0女装',
    '1女装 › 半身裙',
    '1女装 › 连衣裙',
    '2女装 › 连衣裙 › 吊带裙',
  ])
  expect(rowsOf(tree, new Set([1])).map((one) => one.name)).toEqual(['饰品', '女装'])
  expect(tree.map(under)).toEqual([[4], [1, 3, 2, 5]])
})

it('one step up or down gives both new places, and nothing happens at the end', () => {
  const siblings = [category(3, 1, 'b', 0), category(2, 1, 'a', 1)]
  expect(swapped(siblings, 2, -1).map(({ row, position }) => [row.id, position])).toEqual([
    [2, 0],
    [3, 1],
  ])
  expect(swapped(siblings, 3, -1)).toEqual([])
})
