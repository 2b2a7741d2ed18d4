import type { Money } from '@/parts'
import type { ActionState } from '@/parts'

export type Sealed<T> = T | '***'
export interface ProductRow { id: number; version: number; picture: string | null; code: string; title: string; category_id: number | null; category: string | null; brand: string; season: string; styles: string; sku_count: number; min_cost: Sealed<Money | null>; state: string; created_at: number; updated_at: number }
export interface OptionDef { name: string; values: string[] }
export interface Sku { id: number; version: number; code: string; barcode: string; options: { name: string; value: string }[]; label: string; cost: Sealed<Money | null>; weight_g: number | null; state: string }
export interface ProductPicture { file: string; option_value: string; name: string; width: number | null; height: number | null }
export interface SizeRule { size: string; height_from: number; height_to: number; weight_from: number; weight_to: number }
export interface Chart { unit: string; columns: { name: string; number: boolean }[]; rows: string[][]; rules: SizeRule[]; note: string }
export interface Accessory { sku_id: number; code: string; product_id: number; title: string; label: string; relation: string; note: string }
export interface Faq { q: string; a: string }
export interface Facts { title?: string; category_id?: number; brand?: string; season?: string; material?: string; selling_points?: string[]; care?: string; supplier_note?: string; notes?: string; faq?: Faq[] }
export interface Detail {
  id: number; version: number; code: string; title: string; category_id: number | null; brand: string; season: string; material: string; state: string
  selling_points: string[]; care: string; supplier_note: string; notes: string; faq: Faq[]; options: OptionDef[]; created_by: number; created_at: number; updated_at: number
  category: string | null; creator: string; skus: Sku[]; pictures: ProductPicture[]; chart: (Chart & { version: number }) | null
  styles: { id: number; group: string; name: string }[]; accessories: Accessory[]
  fits: { product_id: number; code: string; title: string; sku: string; relation: string }[]; actions: ActionState[]
}
export interface Advice { size: string | null; row: number | null; rule: SizeRule | null; also: string[]; why: string }
export interface Brief { id: number; code: string; title: string; state: string; picture: string | null }
export interface CardAnswer { card: Detail | null; sku_id: number | null; candidates: Brief[]; item: { channel: string; item_id: string } | null; hint: string | null }
export interface Category { id: number; version: number; parent_id: number | null; name: string; position: number; retired: boolean; leaf: boolean; products: number }
export interface Style { id: number; version: number; group: string; name: string; position: number; retired: boolean; products: number }
interface ListAsk { tab?: string | null; q?: string | null; filters?: { field: string; op: string; value?: unknown }[]; sort?: { field: string; desc?: boolean }[]; after?: string | null; skip?: number | null; limit?: number | null }
interface BulkDone { ok: number[]; failed: { id: number; message: string }[]; batch: number }

declare module '@/api/generated/ops' {
  interface Ops {
    'products.list': { input: ListAsk; output: { rows: ProductRow[]; next?: string | null } }
    'products.counts': { input: { q?: string | null; filters?: { field: string; op: string; value?: unknown }[] }; output: { tabs: Record<string, number> } }
    'products.get': { input: { id: number }; output: Detail }
    'products.card': { input: { q?: string; id?: number | null }; output: CardAnswer }
    'products.create': { input: { code?: string | null; facts: Facts; styles?: number[]; options?: OptionDef[] | null }; output: { id: number; code: string } }
    'products.update': { input: { id: number; version: number; code?: string | null; facts?: Facts }; output: number }
    'products.act': { input: { id: number; version: number; action: string; reason?: string | null }; output: number }
    'products.act_many': { input: { ids: number[]; action: string; reason?: string | null }; output: BulkDone }
    'products.bulk_update': { input: { ids: number[]; facts?: Facts; add_styles?: number[]; remove_styles?: number[]; reason?: string | null }; output: BulkDone }
    'products.make_skus': { input: { id: number; version: number; options: OptionDef[] }; output: { version: number; made: number[]; kept: number; outside: number[] } }
    'products.update_sku': { input: { id: number; version: number; code?: string | null; barcode?: string | null; cost?: Money | null; weight_g?: number | null; state?: string | null; clear?: string[] }; output: number }
    'products.set_pictures': { input: { id: number; version: number; pictures: { file: string; option_value?: string }[] }; output: number }
    'products.set_size_chart': { input: { id: number; version: number; chart?: Chart | null }; output: number }
    'products.size_advice': { input: { id: number; height: number; weight: number }; output: Advice }
    'products.set_styles': { input: { id: number; version: number; styles: number[] }; output: number }
    'products.set_accessories': { input: { id: number; version: number; accessories: { sku_id: number; relation: string; note?: string }[] }; output: number }
    'categories.list': { input: Record<string, never>; output: Category[] }
    'styles.list': { input: Record<string, never>; output: Style[] }
  }
}
