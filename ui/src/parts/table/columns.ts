import { listed } from '@/locales'
import type { Column, ColumnLayout, SortBy } from './types'
import { countText, dayText, dueText, MASK, moneyPlain, moneyText, NONE, percentText, timeText, type Money } from '../format'
import { stateOf } from '../lifecycles'

/** A column as it stands on screen, with its place among the pinned ones. */
export interface Placed<T> {
  column: Column<T>
  width: number
  pin: 'left' | 'right' | null
  offset: number
  edge: boolean
  index: number
}

/** No column gets narrower; one of pictures keeps its largest picture and the room around it whole. */
const LEAST = 48
const LEAST_THUMB = 68

/**
 * The columns on screen, in order. Columns a view has never heard of appear at their own place;
 * a column the view knows and the page no longer has is left out without a word.
 */
export function place<T>(columns: readonly Column<T>[], layout: ColumnLayout): Placed<T>[] {
  const known = new Map(columns.map((column) => [column.key as string, column]))
  const order = layout.order.filter((key) => known.has(key))
  for (const [at, column] of columns.entries()) {
    if (order.includes(column.key)) continue
    const before = columns.slice(0, at).findLast((other) => order.includes(other.key))
    order.splice(before ? order.indexOf(before.key) + 1 : 0, 0, column.key)
  }
  const shown = order
    .map((key) => known.get(key))
    .filter((c): c is Column<T> => c !== undefined)
    .filter((column) => column.locked || !(layout.hidden[column.key] ?? column.hidden ?? false))
  const pinOf = (column: Column<T>) => {
    const pin = layout.pin[column.key] ?? column.pin ?? 'none'
    return pin === 'none' ? null : pin
  }
  const sorted = [
    ...shown.filter((c) => pinOf(c) === 'left'),
    ...shown.filter((c) => pinOf(c) === null),
    ...shown.filter((c) => pinOf(c) === 'right'),
  ]
  const placed: Placed<T>[] = sorted.map((column, index) => ({
    column,
    index,
    width: Math.max(column.kind === 'thumb' ? LEAST_THUMB : LEAST, layout.width[column.key] ?? column.width),
    pin: pinOf(column),
    offset: 0,
    edge: false,
  }))
  let left = 0
  for (const one of placed)
    if (one.pin === 'left') {
      one.offset = left
      left += one.width
    }
  let right = 0
  for (const one of placed.toReversed())
    if (one.pin === 'right') {
      one.offset = right
      right += one.width
    }
  const lastLeft = placed.findLast((one) => one.pin === 'left')
  if (lastLeft) lastLeft.edge = true
  const firstRight = placed.find((one) => one.pin === 'right')
  if (firstRight) firstRight.edge = true
  return placed
}

const RIGHT = new Set(['number', 'money', 'percent'])
export const alignOf = <T>(column: Column<T>): 'left' | 'right' | 'center' =>
  column.align ?? (RIGHT.has(column.kind ?? '') ? 'right' : 'left')

/** A cell as text: what is shown where there is no rich cell, and what is copied. */
export function cellText<T>(column: Column<T>, row: T, plain = false): string {
  const value = (row as Record<string, unknown>)[column.key]
  if (column.text) return (column.text as (value: unknown, row: T) => string)(value, row)
  if (value === null || value === undefined || value === '') return plain ? '' : NONE
  switch (column.kind) {
    case 'money':
      return plain ? moneyPlain(value as Money) : moneyText(value as Money)
    case 'number':
      return plain ? String(value) : countText(value as number)
    case 'percent':
      return value === MASK ? MASK : percentText(value as number)
    case 'time':
      return timeText(value as number)
    case 'day':
      return plain ? String(value) : dayText(value as string)
    case 'due':
      return dueText(value as number)?.text ?? NONE
    case 'state':
      return stateOf(column.cycle ?? '', String(value)).label
    default:
      return Array.isArray(value) ? listed(value.map(String)) : String(value)
  }
}

/** The next sort after a click on a head: up, down, none. With `add` it joins what is sorted already. */
export function nextSort(sort: readonly SortBy[], field: string, add: boolean): SortBy[] {
  const now = sort.find((one) => one.field === field)
  const others = add ? sort.filter((one) => one.field !== field) : []
  if (!now) return [...others, { field, desc: true }]
  return now.desc ? [...others, { field, desc: false }] : [...others]
}
