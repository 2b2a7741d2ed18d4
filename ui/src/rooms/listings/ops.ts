import type { Money } from '@/parts'
import type { ActionState } from '@/parts'

/** The operations of this room until they stand in `generated/`; then this file goes. */
type Question = { tab?: string; q?: string; filters?: { field: string; op: string; value?: unknown }[]; sort?: { field: string; desc?: boolean }[]; after?: string; skip?: number; limit?: number }
interface Counts { tabs: Record<string, number> }
interface Page<T> { rows: T[]; next?: string | null }
export interface ListingRow { id: number; version: number; product_id: number; product_code: string; shop_id: number; shop: string; channel_id: number; channel: string; item_id: string; title: string; category: string; state: string; price: Money; list_price: Money | null; currency: string; qty: number; sku_count: number; completeness_bp: number; picture: string | null; violation: boolean; waiting: boolean; live_at: number | null; updated_at: number }
export interface ListingView extends ListingRow {
  product_title: string; region: string; title_length: number; title_max: number; title_unit: string; subtitle: string; control_price: Money | null; stock_alloc: number | null; presale_on: string | null; freight: string
  attributes: Record<string, string>; bullets: string[]; detail: string; keywords: string; violation_note: string; delisted_at: number | null; writable: boolean; words_writable: boolean
  points: { key: string; label: string; ok: boolean; why: string | null }[]
  skus: { id: number; version: number; sku_id: number; code: string; outer_id: string | null; price: Money; qty: number; floor: Money | null | string }[]
  slots: { code: string; title: string; min_count: number; max_count: number | null; files: string[] }[]
  history: { sku: string; old: Money; new: Money; at: number; by: string; source: string }[]
  changes: { id: number; code: string; state: string; new_price: Money; start_at: number; end_at: number | null }[]
  actions: ActionState[]
}
export interface ChangeRow { id: number; version: number; code: string; listing_id: number; title: string; picture: string | null; shop_id: number; shop: string; old_price: Money; new_price: Money; currency: string; below_floor: boolean; start_at: number; end_at: number | null; state: string; reason: string; by: string; approved_by: string | null; auto_approved: boolean; created_at: number }
export interface ChangeView { id: number; version: number; code: string; listing_id: number; title: string; shop: string; state: string; old_price: Money; new_price: Money; start_at: number; end_at: number | null; reason: string; below_floor: boolean; auto_approved: boolean; items: { listing_sku_id: number; sku: string; old: Money; new: Money }[]; actions: ActionState[] }
export interface SyncRow { id: number; kind: string; listing_id: number; title: string; picture: string | null; item_id: string; outer_id: string; shop_id: number; shop: string; old: string; new: string; since: number; by: string; done_at: number | null; confirmed_by: string | null }
export interface ChannelRow { id: number; version: number; code: string; title: string; region: string; currency: string; fx_micro: number | null; fx_on: string | null; title_max: number; title_unit: 'char' | 'byte' | 'cjk2'; bullets_max: number; bullet_max: number; fee_bp: number; handling_days: number; min_margin_bp: number | null; source: string; confirmed: boolean; noted_on: string; active: boolean }
export interface ShopRow { id: number; version: number; code: string; name: string; channel_id: number; channel: string; region: string; currency: string; site: string; active: boolean }
export interface BulkOutcome { rows: { row: number; id: number; changes: { field: string; old: string; new: string }[]; refused: string | null }[]; ok: number[]; failed: { id: number; message: string }[]; batch: number | null }

declare module '@/api/generated/ops' {
  interface Ops {
    'listings.list': { input: Question; output: Page<ListingRow> }
    'listings.counts': { input: Question; output: Counts }
    'listings.get': { input: { id: number }; output: ListingView }
    'listings.create': { input: { product_id: number; shop_ids: number[]; title?: string; price?: Money }; output: number[] }
    'listings.update': { input: { id: number; version: number; title?: string; subtitle?: string; bullets?: string[]; detail?: string; keywords?: string; category?: string; freight?: string; item_id?: string; attributes?: Record<string, string> }; output: number }
    'listings.act': { input: { id: number; version: number; action: string; reason?: string; no_open_orders?: boolean }; output: number }
    'listings.set_price': { input: { id: number; price: Money; reason?: string }; output: number }
    'listings.bulk_edit': { input: { rows: { id: number; outer_id?: string; price?: string; qty?: string; title?: string; category?: string }[]; dry_run?: boolean; reason?: string }; output: BulkOutcome }
    'prices.list': { input: Question; output: Page<ChangeRow> }
    'prices.counts': { input: Question; output: Counts }
    'prices.get': { input: { id: number }; output: ChangeView }
    'prices.propose': { input: { listing_id: number; price: Money; start_at?: number; end_at?: number; reason: string }; output: { id: number; code: string; state: string } }
    'prices.act': { input: { id: number; version: number; action: string; reason?: string }; output: string }
    'prices.advance': { input: Record<string, never>; output: number }
    'sync.list': { input: Question; output: Page<SyncRow> }
    'sync.counts': { input: Question; output: Counts }
    'sync.mark_done': { input: { ids: number[] }; output: { ok: number[]; failed: { id: number; message: string }[]; batch: number } }
    'channels.list': { input: Record<string, never>; output: ChannelRow[] }
    'channels.update': { input: Partial<ChannelRow> & { id: number; version: number }; output: number }
    'shops.list': { input: Record<string, never>; output: ShopRow[] }
    'shops.create': { input: { code: string; name: string; channel_id: number; site?: string }; output: number }
    'shops.update': { input: { id: number; version: number; name?: string; site?: string; active?: boolean }; output: number }
  }
}
