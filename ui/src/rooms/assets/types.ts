import type { ActionState } from '@/parts'

/** The asset queue's operations, until the generated types hold them. */
export type Kind = 'main_image' | 'white_bg' | 'detail_page' | 'sku_image' | 'banner' | 'campaign_page' | 'ad_creative' | 'static_page' | 'social_image' | 'video_cover' | 'retouch' | 'other'
export type Priority = 'low' | 'normal' | 'high' | 'urgent'
export type Level = 'green' | 'amber' | 'red'
export type RetakeClass = 'change' | 'below_par' | 'wrong_spec' | 'wrong_copy'
export interface AssetRow {
  id: number; version: number; no: string; title: string; kind: Kind; state: string; priority: Priority; product_id: number | null; campaign_id: number | null; channel: string; slot: string | null
  requester: number; requester_name: string; assignee: number | null; assignee_name: string | null; difficulty: number; est_h: number; due: string | null; overdue: boolean
  retake_count: number; fault_count: number; first_submitted_at: number | null; approved_at: number | null; live_to: string | null
  thumb: string | null; last_version: number | null; level: string | null; waived: boolean; open_pins: number; created_at: number; updated_at: number
}
export interface Who { id: number; name: string }
export interface Check { rule: string; level: Level; expected: string; actual: string; message: string; source: string }
export interface SlotSpec {
  code: string; channel: string; slot: string; min_width?: number | null; min_height?: number | null; max_width?: number | null; max_height?: number | null; exact_width?: number | null; exact_height?: number | null
  ratio?: [number, number] | null; min_longest?: number | null; max_bytes?: number | null; formats: string[]; white_ground: boolean; alpha: boolean; max_count?: number | null; ticks: string[]; source: string; confirmed: boolean; noted_on: string
}
export interface FileBrief { hash: string; name: string; bytes: number; mime: string; kind: string; width: number | null; height: number | null }
export interface Version {
  id: number; no: number; file: string; name: string; is_source: boolean; note: string; by_name: string; by_id: number; at: number; level: string; checks: Check[]
  waived: string | null; waived_by_name: string | null; bytes: number; mime: string; file_kind: string; width: number | null; height: number | null
}
export interface PinView { id: number; version: number; version_id: number; version_no: number; x_bp: number; y_bp: number; w_bp: number | null; h_bp: number | null; text: string; author: number; author_name: string; state: string; done_in_version: number | null; answer: string; created_at: number }
export interface Retake { id: number; version_no: number | null; class: string; class_label: string; counts: boolean; text: string; by_name: string; at: number }
export interface Use { kind: string; request: number | null; no: string | null; version_no: number | null; listing: number | null; place: string; slot: string | null; state: string | null; live_to: string | null; at: number }
export interface Duplicate { of_file: string; file: string; exact: boolean; percent: number; request: number; no: string; title: string; state: string; version: number; version_no: number; at: number; message: string }
export interface AssetView {
  id: number; version: number; no: string; kind: Kind; kind_label: string; title: string; product_id: number | null; product: string | null; campaign_id: number | null; channel: string; slot: string | null; slot_spec: SlotSpec | null
  brief_md: string; refs: FileBrief[]; requester: Who; assignee: Who | null; submitter: Who | null; difficulty: number; est_h: number; due: string | null; overdue: boolean; priority: Priority; state: string; state_label: string
  retake_count: number; fault_count: number; free_retakes: number; over_retakes: boolean; two_step: boolean; approved_by_requester: boolean; ticks: string[]; missing: string[]
  first_submitted_at: number | null; approved_at: number | null; delivered_at: number | null; live_at: number | null; live_where: string; live_to: string | null; created_at: number; updated_at: number
  versions: Version[]; pins: PinView[]; retakes: Retake[]; duplicates: Duplicate[]; actions: ActionState[]; where_used: Use[]
}
export interface Guess { request: number; no: string; title: string; state: string; confidence: number; reason: string }
export interface Matched { name: string; guesses: Guess[] }
export interface Added { request: number; state: string; request_version: number; version: Version; duplicates: Duplicate[] }
export interface NotAdded { request: number; file: string; name: string; reason: string; message: string }
interface NewVersion { request: number; file: string; name: string; note?: string | null; as_source?: boolean | null }
interface Cond { field: string; op: string; value?: unknown }
interface ListAsk { tab?: string | null; q?: string | null; filters?: Cond[]; sort?: { field: string; desc?: boolean }[]; after?: string | null; skip?: number | null; limit?: number | null }
interface Wish { kind: Kind; title: string; product_id?: number | null; campaign_id?: number | null; channel?: string | null; slot?: string | null; brief_md?: string; refs?: string[]; due?: string | null; priority?: Priority }
export interface PersonLoad { staff: Who; open: number; overdue: number; hours: number; days: { day: string; hours: number; count: number; over: boolean }[]; free_on: string | null }

declare module '@/api/generated/ops' {
  interface Ops {
    'assets.list': { input: ListAsk; output: { rows: AssetRow[]; next?: string | null } }
    'assets.counts': { input: { q?: string | null; filters?: Cond[] }; output: { tabs: Record<string, number> } }
    'assets.board': { input: { filter?: string | null; q?: string | null; filters?: Cond[]; per_column?: number | null }; output: { columns: { state: string; label: string; tone: string; count: number; cards: AssetRow[] }[] } }
    'assets.get': { input: { id: number }; output: AssetView }
    'assets.capacity': { input: { from?: string | null; days?: number | null }; output: { hours_a_day: number; people: PersonLoad[]; queued: number } }
    'assets.slots': { input: Record<string, never>; output: SlotSpec[] }
    'assets.create': { input: Wish & { submit?: boolean }; output: AssetView }
    'assets.update': { input: Partial<Wish> & { id: number; version: number }; output: AssetView }
    'assets.act': { input: { id: number; version: number; action: string; reason?: string | null; class?: RetakeClass | null; where?: string | null; live_to?: string | null; ticks?: string[] }; output: AssetView }
    'assets.schedule': { input: { id: number; version: number; assignee: number; due: string; est_h?: number | null; difficulty?: number | null }; output: AssetView }
    'assets.bulk_assign': { input: { ids: number[]; assignee: number; due?: string | null }; output: { ok: number[]; failed: { id: number; message: string }[]; batch: number | null } }
    'assets.match_files': { input: { names: string[] }; output: Matched[] }
    'assets.add_version': { input: NewVersion; output: Added }
    'assets.add_versions': { input: { items: NewVersion[] }; output: { added: Added[]; failed: NotAdded[]; batch: number | null } }
    'assets.waive': { input: { version: number; reason: string }; output: Version }
    'assets.compare': { input: { a: string; b: string }; output: { same: boolean; percent: number | null; differences: string[] } }
    'assets.where_used': { input: { file: string }; output: Use[] }
    'assets.put_on_listings': { input: { request: number; version: number; listings: number[]; slot: string; position?: number | null }; output: { ok: number[]; failed: { id: number; message: string }[]; batch: number | null } }
    'pins.add': { input: { version: number; x_bp: number; y_bp: number; text: string }; output: number }
    'pins.resolve': { input: { id: number; version: number; state: 'open' | 'done' | 'wont'; reason?: string | null }; output: number }
  }
}
