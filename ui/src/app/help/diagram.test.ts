import { expect, it } from 'vitest'
import type { LifeCycle, LifeStep } from '@/parts/lifecycles'
import { drawing } from './diagram'

const state = (code: string) => ({ code, label: code, tone: 'neutral' as const, final: false })
const step = (from: string[], action: string, to: string, who = ['主管']): LifeStep => ({
  from,
  action,
  label: action,
  to,
  who,
  needs_reason: false,
})
const cycle = (...steps: LifeStep[]): LifeCycle => ({ name: 'x', title: 'x', states: ['方案', '审批', '筹备', '关闭'].map(state), steps })

it('相邻的一步直着往下走，同路的动作写在一起', () => {
  const { downs, rails } = drawing(cycle(step(['方案'], '提交', '审批'), step(['方案'], '直报', '审批')))
  expect(downs).toEqual([{ from: 0, to: 1, label: '提交 / 直报', system: false }])
  expect(rails).toEqual([])
})

it('退回走左边，跳过去的走右边，多处来的汇成一条', () => {
  const { rails, lanes } = drawing(cycle(step(['审批'], '退回', '方案'), step(['方案', '审批', '筹备'], '中止', '关闭')))
  expect(rails.map(({ side, lane, from, to, label }) => [side, lane, from, to, label])).toEqual([
    ['left', 0, [1], 0, '退回'],
    ['right', 0, [0, 1, 2], 3, '中止'],
  ])
  expect(lanes).toEqual({ left: 1, right: 1 })
})

it('互相叠着的线各走一道，不叠的共用一道', () => {
  const { rails } = drawing(cycle(step(['筹备'], '重来', '方案'), step(['审批'], '撤回', '方案'), step(['关闭'], '重开', '筹备')))
  expect(rails.map(({ label, lane }) => [label, lane]).sort()).toEqual(
    [
      ['撤回', 0],
      ['重开', 0],
      ['重来', 1],
    ].sort(),
  )
})

it('状态不变的动作写在状态里，系统自己走的标出来', () => {
  const { nodes, downs } = drawing(cycle(step(['审批'], '改派', '='), step(['审批'], '到点', '筹备', ['系统'])))
  expect(nodes[1]?.loops).toEqual(['改派'])
  expect(downs[0]?.system).toBe(true)
})
