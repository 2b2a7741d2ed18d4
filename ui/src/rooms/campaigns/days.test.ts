import { expect, it } from 'vitest'
import { addMonths, daysBetween, lay, monthTicks, weeksOf } from './days'

it('一个月的周从星期一开始，盖住整个月', () => {
  const weeks = weeksOf('2026-12')
  expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([5, '2026-11-30', '2027-01-03'])
  expect(weeksOf('2026-02')[0]?.[0]).toBe('2026-01-26')
  expect(weeksOf('2027-02')).toHaveLength(4)
})

it('月份跨年相加', () => {
  expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-06', 14)]).toEqual(['2027-01', '2025-12', '2027-08'])
  expect(daysBetween('2026-12-10', '2026-12-03')).toBe(-7)
})

it('同时进行的活动各占一行，前后相接的共用一行', () => {
  const bars = [
    { id: 1, starts: '2026-11-28', ends: '2026-12-02' },
    { id: 2, starts: '2026-12-01', ends: '2026-12-03' },
    { id: 3, starts: '2026-12-03', ends: '2026-12-20' },
    { id: 4, starts: '2026-12-07', ends: '2026-12-08' },
  ]
  const laid = lay(bars, '2026-11-30', '2026-12-06')
  expect(laid.map((one) => [one.bar.id, one.column, one.length, one.lane, one.before, one.after])).toEqual([
    [1, 0, 3, 0, true, false],
    [2, 1, 3, 1, false, false],
    [3, 3, 4, 0, false, true],
  ])
})

it('年条上每个月从它的第一天开始', () => {
  const ticks = monthTicks('2026-01-01', '2026-12-31')
  expect(ticks).toHaveLength(12)
  expect(ticks[1]).toEqual({ month: '2026-02', at: 31 / 365 })
})
