import { expect, it } from 'vitest'
import { daysOf, monthFrom, rowsOf } from './calendar'
import type { CalendarLine } from './types'

const at = (day: string, hour = 0) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)
const line = (id: number, listing_id: number, from: number, to: number | null) =>
  ({ id, listing_id, title: 't', shop: 's', picture: null, start_at: from, end_at: to }) as unknown as CalendarLine

it('a month has its days, and the next one is found over the year', () => {
  expect(daysOf('2028-02')).toHaveLength(29)
  expect([monthFrom('2026-12', 1), monthFrom('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
})

it('bars stay in the month, end before midnight, and overlap in lanes', () => {
  const days = daysOf('2026-11')
  const rows = rowsOf(
    [
      line(1, 7, at('2026-10-30'), at('2026-11-03')),
      line(2, 7, at('2026-11-03'), at('2026-11-05', 12)),
      line(3, 7, at('2026-11-04'), null),
      line(4, 8, at('2026-12-01'), null),
    ],
    days,
    dayOf,
  )
  expect(rows).toHaveLength(1)
  const bars = rows[0]?.lanes.map((lane) => lane.map(({ from, to, before, after }) => [from, to, before, after]))
  expect(bars).toEqual([
    [
      [0, 1, true, false],
      [2, 4, false, false],
    ],
    [[3, 29, false, true]],
  ])
})
