import { listed, pair, t, words } from '@/locales'
import { addDays, dayOf, digitsOf, moneyText, shopCurrency, today } from '../format'
import { statesOf } from '../lifecycles'
import type { Choice, Condition, FilterField } from './types'

/** A pasted column of numbers (from Excel, a chat, a courier's page) as single words; at most 500. */
export function splitPasted(text: string): string[] {
  return [
    ...new Set(
      text
        .normalize('NFKC')
        .split(/[\s,，;；、]+/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  ].slice(0, 500)
}

export function choicesOf(field: FilterField): readonly Choice[] {
  if (field.cycle) return statesOf(field.cycle).map((state) => ({ value: state.code, label: state.label }))
  return (typeof field.choices === 'function' ? field.choices() : field.choices) ?? []
}

const labelOf = (field: FilterField, value: unknown) => {
  const found = choicesOf(field).find((choice) => choice.value === value)
  return found ? words(found.label) : String(value)
}
const OP_SIGN: Record<string, string> = { lt: '<', le: '≤', gt: '>', ge: '≥', ne: '≠', eq: '=' }

/** A condition as people say it: 状态：待审核、修改中. */
export function conditionText(field: FilterField, condition: Condition): string {
  const title = words(field.title)
  const { op, value } = condition
  if (op === 'is_null') return pair(title, t('filter.absent'))
  if (op === 'not_null') return pair(title, t('filter.present'))
  const show = (one: unknown): string => {
    if (field.kind === 'money') return moneyText({ amount: Number(one), currency: shopCurrency() })
    if (field.kind === 'instants') return dayOf(Number(one))
    if (field.kind === 'flag') return t(one ? 'filter.yes' : 'filter.no')
    return field.kind === 'choice' || field.kind === 'choices' ? labelOf(field, one) : String(one)
  }
  if (op === 'between' && Array.isArray(value)) {
    const [from, to] = value as [unknown, unknown]
    const end = field.kind === 'instants' ? Number(to) - 1 : to
    return show(from) === show(end) ? pair(title, show(from)) : pair(title, `${show(from)} ~ ${show(end)}`)
  }
  if (Array.isArray(value)) {
    const shown = listed(value.slice(0, 3).map(show))
    return pair(title, value.length > 3 ? t('filter.and_more', { shown, n: value.length }) : shown)
  }
  return op === 'contains' || op === 'eq' ? pair(title, show(value)) : `${title} ${OP_SIGN[op] ?? op} ${show(value)}`
}

/** Midnight of a day in the zone of the shop, as an instant. */
export function startOfDay(day: string): number {
  let at = Date.parse(`${day}T00:00:00Z`)
  // Walk back from UTC midnight to the zone's own (at most a few steps of an hour, half-hour zones included).
  const offset = (instant: number) => {
    const here = dayOf(instant)
    return here === day ? 0 : here < day ? 1 : -1
  }
  const step = 15 * 60_000
  while (offset(at) === 0) at -= step
  while (offset(at) !== 0) at += step
  return at
}

export interface DayRange {
  key: string
  from: string
  to: string
}

/** 今天, 昨天, 近7天, 近30天, 本月, 上月. */
export function quickRanges(): DayRange[] {
  const day = today()
  const month = `${day.slice(0, 8)}01`
  const lastEnd = addDays(month, -1)
  return [
    { key: 'today', from: day, to: day },
    { key: 'yesterday', from: addDays(day, -1), to: addDays(day, -1) },
    { key: 'last7', from: addDays(day, -6), to: day },
    { key: 'last30', from: addDays(day, -29), to: day },
    { key: 'month', from: month, to: day },
    { key: 'last_month', from: `${lastEnd.slice(0, 8)}01`, to: lastEnd },
  ]
}

/** A range of days as a condition; for instants it reaches to the end of the last day. */
export function rangeCondition(field: FilterField, from: string, to: string): Condition {
  return field.kind === 'instants'
    ? { field: field.field, op: 'between', value: [startOfDay(from), startOfDay(addDays(to, 1)) - 1] }
    : { field: field.field, op: 'between', value: [from, to] }
}

/** Two bounds as a condition; either may be open. Null when both are. */
export function boundsCondition(field: FilterField, low: string, high: string): Condition | null {
  const scale = field.kind === 'money' ? 10 ** digitsOf(shopCurrency()) : 1
  const read = (text: string) => {
    const value = Number(text.normalize('NFKC').replace(/[,¥\s]/g, ''))
    return text.trim() === '' || !Number.isFinite(value) ? null : Math.round(value * scale)
  }
  const [from, to] = [read(low), read(high)]
  if (from === null && to === null) return null
  if (from === null) return { field: field.field, op: 'le', value: to }
  if (to === null) return { field: field.field, op: 'ge', value: from }
  return { field: field.field, op: 'between', value: from <= to ? [from, to] : [to, from] }
}
