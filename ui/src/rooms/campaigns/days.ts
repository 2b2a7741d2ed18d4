import { addDays } from '@/parts'

/** Calendar arithmetic over days written `YYYY-MM-DD`; no zone, no clock. */

const DAY = 86_400_000
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** How many days lie between two days; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY)

/** Monday is 0. */
const weekday = (day: string): number => (new Date(at(day)).getUTCDay() + 6) % 7

export const monthOf = (day: string): string => day.slice(0, 7)

/** The month some months away. */
export function addMonths(month: string, by: number): string {
  const [year = 0, one = 1] = month.split('-').map(Number)
  const count = year * 12 + (one - 1) + by
  return `${Math.floor(count / 12)}-${String((((count % 12) + 12) % 12) + 1).padStart(2, '0')}`
}

/** The weeks that a month lies in, Monday first. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const start = addDays(first, -weekday(first))
  const end = `${addMonths(month, 1)}-01`
  const weeks: string[][] = []
  for (let monday = start; monday < end; monday = addDays(monday, 7)) weeks.push(Array.from({ length: 7 }, (_, n) => addDays(monday, n)))
  return weeks
}

interface Span {
  id: number
  starts: string
  ends: string
}

/** A bar as it lies in a row of days: from which column, over how many, in which lane, and whether it goes on outside. */
export interface Laid<T> {
  bar: T
  column: number
  length: number
  lane: number
  before: boolean
  after: boolean
}

/** Lays bars into lanes over the days from `first` to `last`, so that none covers another. */
export function lay<T extends Span>(bars: readonly T[], first: string, last: string): Laid<T>[] {
  const ends: string[] = []
  return [...bars]
    .filter((bar) => bar.starts <= last && bar.ends >= first)
    .sort((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : a.id - b.id))
    .map((bar) => {
      const from = bar.starts < first ? first : bar.starts
      const to = bar.ends > last ? last : bar.ends
      let lane = ends.findIndex((end) => end < from)
      if (lane < 0) lane = ends.length
      ends[lane] = to
      return {
        bar,
        column: daysBetween(first, from),
        length: daysBetween(from, to) + 1,
        lane,
        before: bar.starts < first,
        after: bar.ends > last,
      }
    })
}

/** The months from `from` to `to`, each with where it begins (0 to 1) on that stretch. */
export function monthTicks(from: string, to: string): { month: string; at: number }[] {
  const whole = daysBetween(from, to) + 1
  const ticks: { month: string; at: number }[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) {
    ticks.push({ month, at: Math.max(0, daysBetween(from, `${month}-01`)) / whole })
  }
  return ticks
}
