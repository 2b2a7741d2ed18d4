import { call } from '@/api'

export interface Found {
  id: number
  label: string
  picture: string | null
}

/** Products by code, words or barcode; listings by their title or number lead to their product. */
export async function findProducts(q: string): Promise<Found[]> {
  const { rows } = await call('products.list', { q, limit: 20 })
  return rows.map((one) => ({ id: one.id, label: `${one.code} ${one.title}`, picture: one.picture ?? null }))
}

/** What is on sale in a shop under these words. */
export async function findListings(q: string): Promise<(Found & { shop: string })[]> {
  const { rows } = await call('listings.list', { q, limit: 20 })
  return rows.map((one) => ({ id: one.product_id, label: one.title, picture: one.picture ?? null, shop: one.shop }))
}
