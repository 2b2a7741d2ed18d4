import type { Input } from '@/api'
import type { Money } from '@/parts'
import type { ListingView } from './types'

/** What the form of a listing holds, as the shop stores it; so a stale save can be compared field by field. */
export interface ListingFields {
  title: string
  subtitle: string
  bullets: string[]
  detail: string
  keywords: string
  category: string
  freight: string
  item_id: string
  attributes: Record<string, string>
  presale_on: string | null
  stock_alloc: number | null
  list_price: number | null
  control_price: number | null
}

const amount = (money: Money | null) => money?.amount ?? null

export const fieldsOf = (it: ListingView): ListingFields => ({
  title: it.title,
  subtitle: it.subtitle,
  bullets: [...it.bullets],
  detail: it.detail,
  keywords: it.keywords,
  category: it.category,
  freight: it.freight,
  item_id: it.item_id,
  attributes: { ...it.attributes },
  presale_on: it.presale_on,
  stock_alloc: it.stock_alloc,
  list_price: amount(it.list_price),
  control_price: amount(it.control_price),
})

/** A row as a refused save shows it: nested things come as text. */
export function fieldsOfRow(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const open = (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value)
  return { ...row, bullets: open(row.bullets ?? '[]'), attributes: open(row.attributes ?? '{}') }
}

export type Patch = Omit<Input<'listings.update'>, 'id' | 'version'>

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The save that makes `now` of `base`: only what differs; what was emptied is taken away. */
export function patchOf(base: Partial<ListingFields>, now: Partial<ListingFields>, currency: string): Patch {
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(now) as (keyof ListingFields)[]) {
    const value = now[key]
    if (same(base[key], value)) continue
    if (key === 'list_price' || key === 'control_price') out[key] = { amount: (value as number | null) ?? 0, currency }
    else if (key === 'stock_alloc') out[key] = value ?? -1
    else out[key] = value ?? ''
  }
  return out as Patch
}
