import { call, touch, type OpName } from '@/api'

/** Asks an operation of another room, of whose answer only a little is needed. */
const ask = async <T>(name: string, args: unknown): Promise<T> => (await call(name as OpName, args as never)) as unknown as T

export interface Found {
  id: number
  label: string
}
export const findProducts = async (q: string): Promise<Found[]> =>
  (await ask<{ rows: { id: number; code: string; title: string }[] }>('products.list', { q, limit: 20 })).rows.map((one) => ({
    id: one.id,
    label: `${one.code} ${one.title}`,
  }))
export const findCampaigns = async (q: string): Promise<Found[]> =>
  (await ask<{ rows: { id: number; no: string; title: string }[] }>('campaigns.list', { q, limit: 20 })).rows.map((one) => ({
    id: one.id,
    label: `${one.no} ${one.title}`,
  }))
export const findListings = async (q: string, product: number | null): Promise<Found[]> =>
  (
    await ask<{ rows: { id: number; shop: string; item_id: string; title: string }[] }>('listings.list', {
      limit: 50,
      ...(q ? { q } : {}),
      ...(product && !q ? { filters: [{ field: 'product_id', op: 'eq', value: product }] } : {}),
    })
  ).rows.map((one) => ({ id: one.id, label: [one.shop, one.item_id, one.title].filter(Boolean).join(' · ') }))

/** Everything on screen that shows a request is read again. */
export const assetsChanged = (): void => {
  touch(['asset'], true)
}
