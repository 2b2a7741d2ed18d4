import type { Output } from '@/api'

/** What the listing room's operations answer, under the names its pages use. */
export type ListingRow = Output<'listings.list'>['rows'][number]
export type ListingView = Output<'listings.get'>
export type SlotView = ListingView['slots'][number]
export type ChangeRow = Output<'prices.list'>['rows'][number]
export type ChangeView = Output<'prices.get'>
export type CalendarLine = Output<'prices.calendar'>[number]
export type PriceCheck = Output<'prices.check'>
export type SyncRow = Output<'sync.list'>['rows'][number]
export type DriftRow = Output<'sync.drift'>[number]
export type ChannelRow = Output<'channels.list'>[number]
export type ChannelView = Output<'channels.get'>
export type SlotRow = ChannelView['slots'][number]
export type SlotSpec = SlotRow['spec']
export type ShopRow = Output<'shops.list'>[number]
export type BulkOutcome = Output<'listings.bulk_edit'>
export type GridRow = Output<'listings.grid'>['rows'][number]
