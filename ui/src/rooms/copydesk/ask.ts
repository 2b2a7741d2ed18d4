import { aside } from '@/locales'
import { call, type OpName } from '@/api'

/** Asks an operation of another room, of whose answer only a little is needed. */
const ask = async <T>(name: string, args: unknown): Promise<T> => (await call(name as OpName, args as never)) as unknown as T

export interface Found {
  id: number
  label: string
}
export const findProducts = async (q: string): Promise<Found[]> => {
  const { rows } = await ask<{ rows: { id: number; code: string; title: string }[] }>('products.list', {
    limit: 20,
    ...(q.trim() ? { q } : {}),
  })
  return rows.map((one) => ({ id: one.id, label: `${one.code} ${one.title}` }))
}
export const findCampaigns = async (q: string): Promise<Found[]> => {
  const { rows } = await ask<{ rows: { id: number; no: string; title: string }[] }>('campaigns.list', {
    limit: 20,
    ...(q.trim() ? { q } : {}),
  })
  return rows.map((one) => ({ id: one.id, label: `${one.no} ${one.title}` }))
}
/** Who writes: everybody at work, the copywriters first. */
export const findPeople = async (): Promise<Found[]> => {
  const people = await call('copy.writers', {})
  return people.map((one) => ({ id: one.id, label: one.open ? one.name + aside(String(one.open)) : one.name }))
}
/** The listings that a text of this product may go into. */
export const findListings = async (q: string, product: number | null): Promise<Found[]> => {
  const own = product !== null ? [{ field: 'product_id', op: 'eq', value: product }] : []
  const { rows } = await ask<{ rows: { id: number; shop: string; item_id: string; title: string }[] }>('listings.list', {
    limit: 50,
    ...(q.trim() ? { q } : {}),
    filters: own,
  })
  return rows.map((one) => ({ id: one.id, label: [one.shop, one.item_id, one.title].filter(Boolean).join(' · ') }))
}
