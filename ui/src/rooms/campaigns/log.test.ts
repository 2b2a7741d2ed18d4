import { expect, it } from 'vitest'
import { addWords } from '@/locales'
import words from './locale/zh-CN.json'
import { readable } from './log'

addWords({ campaigns: words })
const entry = (...changes: { field: string; label: string; old?: unknown; new?: unknown }[]) => ({ changes })
const names = new Map([[7, 'PD-7 大衣']])

it('金额写成元，产品写出款号，机器用的不出现', () => {
  const [one] = readable(
    [
      entry(
        { field: 'budget', label: '预算', old: 0, new: 1_800_000 },
        { field: 'product_id', label: '商品', old: null, new: 7 },
        { field: 'submitter_id', label: 'submitter_id', old: null, new: 3 },
        { field: 'floor_note', label: '底价说明', old: null, new: '' },
      ),
    ],
    names,
  )
  expect(one?.changes.map((change) => [change.label, change.new])).toEqual([
    ['预算', '¥18,000.00'],
    ['商品', 'PD-7 大衣'],
  ])
})

it('人工确认写出谁确认了什么，素材包只写提了几条', () => {
  const ticks = JSON.stringify([{ key: 'stock', by: '吴昊', at: 1, note: '已到仓' }])
  const [one, two] = readable(
    [
      entry({ field: 'ticks', label: '人工确认', old: '[]', new: ticks }),
      entry({ field: 'item', label: '项目', new: 'ad#1' }, { field: 'item', label: '项目', new: 'ad#2' }),
    ],
    names,
  )
  expect(one?.changes[0]?.new).toBe('备货：吴昊（已到仓）')
  expect(two?.changes).toEqual([{ field: 'item', label: '素材包', new: '2 条需求' }])
})
