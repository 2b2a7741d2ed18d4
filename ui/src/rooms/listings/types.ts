import type { Output } from '@/api'

/** What the listing room's operations answer, under the names its pages use. */
export type ListingRow = Output<'listings.list'>['rows'][number]
export type ListingView = Output<'listings.get'>
export type ChangeRow = Output<'prices.list'>['rows'][number]
export type ChangeView = Output<'prices.get'>
export type SyncRow = Output<'sync.list'>['rows'][number]
export type ChannelRow = Output<'channels.list'>[number]
export type ShopRow = Output<'shops.list'>[number]
export type BulkOutcome = Output<'listings.bulk_edit'>
