import { addDays } from '@/parts'
import type { CalendarLine } from './types'

/** The days of a month, `YYYY-MM`. */
export function daysOf(month: string): string[] {
  const days: string[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

/** The month some months away. */
export function monthFrom(month: string, by: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const count = year * 12 + at - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

export interface Bar {
  line: CalendarLine
  from: number
  to: number
  before: boolean
  after: boolean
}
export interface CalendarRow {
  listing_id: number
  title: string
  shop: string
  picture: string | null
  lanes: Bar[][]
}

/** The changes of a month listing by listing, as bars over its days; what overlaps lies in lanes below each other. */
export function rowsOf(lines: readonly CalendarLine[], days: readonly string[], dayOf: (at: number) => string): CalendarRow[] {
  const first = days[0] ?? ''
  const last = days.at(-1) ?? ''
  const rows = new Map<number, CalendarRow>()
  for (const line of lines) {
    const start = dayOf(line.start_at)
    // A change that ends at midnight holds no minute of that day.
    const end = line.end_at === null ? null : dayOf(line.end_at - 1)
    if (start > last || (end !== null && end < first)) continue
    const bar: Bar = {
      line,
      before: start < first,
      after: end === null || end > last,
      from: start < first ? 0 : days.indexOf(start),
      to: end === null || end > last ? days.length - 1 : days.indexOf(end),
    }
    const row = rows.get(line.listing_id) ?? {
      listing_id: line.listing_id,
      title: line.title,
      shop: line.shop,
      picture: line.picture,
      lanes: [],
    }
    rows.set(line.listing_id, row)
    const lane = row.lanes.find((bars) => bars.every((one) => one.to < bar.from || one.from > bar.to))
    if (lane) lane.push(bar)
    else row.lanes.push([bar])
  }
  return [...rows.values()]
}
