import { hasText, listed, t, told } from '@/locales'
import { bytesText, moneyPlain, percentText, shopCurrency, timeText } from '../format'
import { stateOf } from '../lifecycles'

/** One column of a record as the trail keeps it: its name in the trade, or the column itself where it has none. */
export interface Change {
  field: string
  label: string
  old?: unknown
  new?: unknown
}

/** Where a record's words stand: `assets.kind.banner`. */
const ROOMS: Record<string, string> = {
  product: 'products',
  listing: 'listings',
  price_change: 'listings',
  asset: 'assets',
  copy_doc: 'copydesk',
  campaign: 'campaigns',
  import: 'imports',
  report: 'reports',
  staff: 'staff',
}
const MONEY = ['price', 'list_price', 'control_price', 'cost', 'old_price', 'new_price', 'budget', 'old', 'new']
const YES_NO = ['active', 'temporary', 'below_floor', 'auto_approved', 'approved_by_requester', 'retired', 'confirmed', 'is_source']
/** A column that holds who somebody is, by number. */
export const NAMES_SOMEBODY = /^(assignee|requester|submitter|owner|staff|author)(_id)?$|(^|_)by(_id)?$/
const INSTANT = /_at$|^(at|since|locked_until)$/
/** Columns whose words come from the shop, unless somebody put others there. */
const SAID = ['old', 'new', 'channel', 'slot', 'device']
const FILE = /^[0-9a-f]{64}$/

const isNothing = (value: unknown) => value === null || value === undefined || ['', '[]', '{}'].includes(value as string)
/** The number of a row elsewhere: it tells a reader nothing. */
const isReference = ({ field, old, new: now }: Change) =>
  field.endsWith('_id') && !NAMES_SOMEBODY.test(field) && [old, now].every((value) => isNothing(value) || typeof value === 'number')
const isNamed = ({ field, label }: Change) => label !== field

/** What somebody reads of the changes: named columns, each told once; bookkeeping of the program stays in the trail. */
export function changesToRead<C extends Change>(changes: readonly C[]): C[] {
  const seen = new Set<string>()
  return changes.filter((change) => {
    if (!isNamed(change) || isReference(change) || (isNothing(change.old) && isNothing(change.new))) return false
    const what = JSON.stringify([change.field, change.old, change.new])
    return !seen.has(what) && seen.add(what)
  })
}

/** A picture of the store, named by its content. */
export const isPicture = (field: string, value: unknown): value is string =>
  (field === 'picture' || field === 'file') && typeof value === 'string' && FILE.test(value)

/** A value of a column in people's words; `cycle` is the kind of record it belongs to. */
export function changeText(field: string, value: unknown, cycle = ''): string {
  if (isNothing(value)) return t('history.empty_value')
  if (typeof value === 'boolean' || (YES_NO.includes(field) && (value === 0 || value === 1))) return t(value ? 'filter.yes' : 'filter.no')
  if (typeof value === 'number') return numberText(field, value)
  if (typeof value === 'string') return wordText(field, value, cycle)
  if (Array.isArray(value)) return manyText(value)
  const money = value as { amount?: unknown; currency?: unknown }
  if (typeof money.amount === 'number' && typeof money.currency === 'string')
    return moneyPlain(money as { amount: number; currency: string })
  return manyText(Object.values(value as object))
}
function numberText(field: string, value: number): string {
  if (INSTANT.test(field)) return value === 0 ? t('history.empty_value') : timeText(value)
  if (MONEY.includes(field)) return moneyPlain({ amount: value, currency: shopCurrency() })
  if (field.endsWith('_bp')) return percentText(value / 10_000)
  return field === 'bytes' ? bytesText(value) : String(value)
}
function wordText(field: string, value: string, cycle: string): string {
  if (field === 'state') {
    const state = stateOf(cycle, value)
    if (state.label !== value) return state.label
  }
  const room = ROOMS[cycle] ?? cycle
  const key = [`${room}.${field}.${value}`, `${field}.${value}`, `staff.${field}.${value}`, `post.${value}`, `history.word.${value}`].find(
    (one) => /^[\w.]+$/.test(one) && hasText(one),
  )
  if (key) return t(key)
  if (!/^[[{]/.test(value)) return SAID.includes(field) ? told(value) : value
  try {
    const inside: unknown = JSON.parse(value)
    return manyText(Array.isArray(inside) ? inside : Object.values(inside as object))
  } catch {
    return value
  }
}
/** Plain words are listed; rows of their own are counted. */
function manyText(values: readonly unknown[]): string {
  if (!values.length) return t('history.empty_value')
  const plain = values.every((one) => typeof one === 'string' || typeof one === 'number')
  return plain ? listed(values.map(String)) : t('history.items', { n: values.length })
}
