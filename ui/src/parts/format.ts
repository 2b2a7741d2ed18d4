import { shallowReactive } from 'vue'
import { aside, language, t } from '@/locales'

/** Money as the wire has it: whole minor units and a currency. */
export interface Money {
  amount: number
  currency: string
}

/** What people type one a line, without blank lines. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What stands for a value this post may not see. */
export const MASK = '***'
export const NONE = '—'

/** The shop's own zone and currency; `now` can be set by a test. */
const clock = shallowReactive({ zone: 'Asia/Shanghai', currency: 'CNY', now: (): number => Date.now() })

export function setClock(values: Partial<typeof clock>): void {
  Object.assign(clock, values)
}
export const shopCurrency = (): string => clock.currency
export const now = (): number => clock.now()

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()
function number(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = `n${language()}${key}`
  const found = formats.get(id) ?? new Intl.NumberFormat(language(), options)
  formats.set(id, found)
  return found as Intl.NumberFormat
}
function date(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `d${language()}${clock.zone}${key}`
  const found = formats.get(id) ?? new Intl.DateTimeFormat(language(), { timeZone: clock.zone, ...options })
  formats.set(id, found)
  return found as Intl.DateTimeFormat
}

/** How many minor digits a currency has (2 for CNY, 0 for JPY). */
export function digitsOf(currency: string): number {
  try {
    return number(`c${currency}`, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

export interface MoneyParts {
  sign: string
  symbol: string
  figure: string
}

/** Money split for display: sign, symbol, figure. Null where there is none; masked money keeps its symbol. */
export function moneyParts(value: Money | string | null | undefined, plus = false): MoneyParts | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return { sign: '', symbol: symbolOf(clock.currency), figure: MASK }
  const digits = digitsOf(value.currency)
  const figure = number(`f${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    Math.abs(value.amount) / 10 ** digits,
  )
  return { sign: value.amount < 0 ? '−' : plus && value.amount > 0 ? '+' : '', symbol: symbolOf(value.currency), figure }
}

function symbolOf(currency: string): string {
  try {
    return (
      number(`s${currency}`, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
        .formatToParts(0)
        .find((part) => part.type === 'currency')?.value ?? currency
    )
  } catch {
    return currency
  }
}

export function moneyText(value: Money | string | null | undefined, plus = false): string {
  const parts = moneyParts(value, plus)
  return parts ? `${parts.sign}${parts.symbol}${parts.figure}` : NONE
}

/** The plain number for the clipboard: no symbol, no grouping. */
export function moneyPlain(value: Money | string | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  const digits = digitsOf(value.currency)
  return (value.amount / 10 ** digits).toFixed(digits)
}

/** Reads what a person types as money: full-width figures, thousands commas and ¥ are fine. Null when it is no amount. */
export function parseMoney(text: string, currency: string): Money | null {
  const plain = text.normalize('NFKC').replace(/[¥$€£,\s]/g, '')
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(plain)
  const digits = digitsOf(currency)
  if (!match || (match[3]?.length ?? 0) > digits) return null
  const amount = Number(match[2]) * 10 ** digits + Number((match[3] ?? '').padEnd(digits, '0') || 0)
  return { amount: match[1] ? -amount : amount, currency }
}

export const countText = (value: number | string | null | undefined): string =>
  value === null || value === undefined ? NONE : typeof value === 'string' ? value : number('i', { maximumFractionDigits: 2 }).format(value)

/** A count for a tab: from 100 000 on it is told in 万. */
export function tabCount(value: number): string {
  if (value < 100_000) return number('i', {}).format(value)
  return language() === 'zh-CN' ? `${Math.floor(value / 10_000)}万` : `${Math.floor(value / 1000)}k`
}

/** A share (0.123) as percent. */
export const percentText = (value: number | null | undefined, digits = 1): string =>
  value === null || value === undefined || !Number.isFinite(value) ? NONE : `${(value * 100).toFixed(digits)}%`

export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const power = Math.min(4, Math.floor(Math.log2(bytes) / 10))
  return `${(bytes / 1024 ** power).toFixed(power > 1 ? 1 : 0)} ${['', 'KB', 'MB', 'GB', 'TB'][power]}`
}

/** The days lately asked for, by zone and quarter of an hour: in no zone does a day begin within one. */
const days = new Map<string, string>()
const QUARTER = 900_000
const MOST_DAYS = 2000

/** The calendar day of an instant in the shop's zone, `YYYY-MM-DD`. A page asks it for every row. */
export function dayOf(instant: number): string {
  const quarter = `${clock.zone} ${Math.floor(instant / QUARTER)}`
  let day = days.get(quarter)
  if (day === undefined) {
    day = writtenDay(instant)
    if (days.size >= MOST_DAYS) days.clear()
    days.set(quarter, day)
  }
  return day
}

function writtenDay(instant: number): string {
  const parts = Object.fromEntries(
    date('day', { year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(instant)
      .map((p) => [p.type, p.value]),
  )
  return `${parts.year}-${parts.month}-${parts.day}`
}

export const today = (): string => dayOf(clock.now())

/** A day some days away from another. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

const hourMinute = (instant: number): string => date('hm', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant)

/** 今天 10:32, 昨天 18:05, 09-18 10:32; another year is told in full. */
export function timeText(instant: number | null | undefined): string {
  if (instant === null || instant === undefined) return NONE
  const day = dayOf(instant)
  const here = today()
  if (day === here) return `${t('time.today')} ${hourMinute(instant)}`
  if (day === addDays(here, -1)) return `${t('time.yesterday')} ${hourMinute(instant)}`
  if (day === addDays(here, 1)) return `${t('time.tomorrow')} ${hourMinute(instant)}`
  return `${day.slice(0, 4) === here.slice(0, 4) ? day.slice(5) : day} ${hourMinute(instant)}`
}

/** The whole instant, with seconds and the shop's zone. */
export function timeFull(instant: number | null | undefined): string {
  if (instant === null || instant === undefined) return ''
  return `${dayOf(instant)} ${date('hms', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(instant)}${aside(clock.zone)}`
}

/** A day: 今天, 昨天, 明天, 09-18, or in full for another year. */
export function dayText(day: string | null | undefined): string {
  if (!day) return NONE
  const here = today()
  if (day === here) return t('time.today')
  if (day === addDays(here, -1)) return t('time.yesterday')
  if (day === addDays(here, 1)) return t('time.tomorrow')
  return day.slice(0, 4) === here.slice(0, 4) ? day.slice(5) : day
}

/** A stretch of time in its largest fitting unit: 3 小时. */
export function spanText(millis: number): string {
  const minutes = Math.max(1, Math.round(millis / 60_000))
  if (minutes < 60) return t('time.minutes', { n: minutes })
  return minutes < 48 * 60 ? t('time.hours', { n: Math.round(minutes / 60) }) : t('time.days', { n: Math.round(minutes / 1440) })
}

/** How long still, or how long over: 还剩 3 小时, 超时 2 天; a day (`YYYY-MM-DD`) counts in days and is over when it has passed. */
export function dueText(due: number | string | null | undefined): { text: string; tone: 'danger' | 'warning' | 'neutral' } | null {
  if (due === null || due === undefined) return null
  if (typeof due === 'string') return dueDay(due)
  const instant = due
  const left = instant - clock.now()
  const span = spanText(Math.abs(left))
  return {
    text: t(left < 0 ? 'time.over' : 'time.left', { span }),
    tone: left < 0 ? 'danger' : left < 4 * 3_600_000 ? 'warning' : 'neutral',
  }
}

function dueDay(day: string): { text: string; tone: 'danger' | 'warning' | 'neutral' } {
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today()}T00:00:00Z`)) / 86_400_000)
  if (days === 0) return { text: t('time.due_today'), tone: 'warning' }
  return {
    text: t(days < 0 ? 'time.over' : 'time.left', { span: t('time.days', { n: Math.abs(days) }) }),
    tone: days < 0 ? 'danger' : 'neutral',
  }
}
