/** The copy desk's operations, until the generated types hold them. */
export type Severity = 'ok' | 'warn' | 'block'
export interface Finding { code: string; severity: Severity; message: string; at: [number, number] | null; waivable: boolean }
export interface Limit { channel: string; channel_title: string; kind: string; unit: 'char' | 'byte' | 'cjk2'; min: number; max: number; emoji: Severity }
export interface ActionState { action: string; label: string; enabled: boolean; why: string | null; needs_reason: boolean }
export interface CopyRow {
  id: number; version: number; no: string; title: string; kind: string; channel: string; locale: string; state: string; due: string
  assignee: string | null; assignee_id: number | null; requester: string | null; requester_id: number
  current: number; char_count: number; checks_level: Severity; retake_count: number; product_id: number | null; campaign_id: number | null; updated_at: number
}
export interface VersionView { no: number; char_count: number; note: string; file: string | null; source_name: string | null; by: string | null; at: number }
export interface CopyDetail extends Omit<CopyRow, 'assignee' | 'requester'> {
  brief: string; requester: string | null; assignee: string | null; approver: string | null; body: string; versions: VersionView[]
  checks: Finding[]; limit: Limit | null; actions: ActionState[]; write: ActionState; waiver: string | null; published_where: string | null
}
export interface CopyRules { channels: [string, string][]; kinds: [string, string][] }
export interface Written { version: number; no: number; char_count: number; removed: number; checks: Finding[] }
interface ListArgs { tab?: string; q?: string; filters?: { field: string; op: string; value?: unknown }[]; sort?: { field: string; desc?: boolean }[]; after?: string; skip?: number; limit?: number }

declare module '@/api/generated/ops' {
  interface Ops {
    'copy.list': { input: ListArgs; output: { rows: CopyRow[]; next: string | null } }
    'copy.counts': { input: { q?: string; filters?: ListArgs['filters'] }; output: { tabs: Record<string, number> } }
    'copy.get': { input: { id: number }; output: CopyDetail }
    'copy.diff': { input: { id: number; from: number; to: number }; output: { old: string; new: string } }
    'copy.check': { input: { text: string; kind: string; channel: string }; output: { count: number; limit: Limit | null; findings: Finding[]; level: Severity } }
    'copy.rules': { input: Record<string, never>; output: CopyRules }
    'copy.create': { input: { kind: string; title: string; brief?: string; channel?: string; locale?: string; due?: string; body?: string }; output: { id: number; no: string; version: number } }
    'copy.add_version': { input: { id: number; version: number; body: string; note?: string }; output: Written }
    'copy.from_file': { input: { id: number; version: number; file: string; name: string }; output: Written }
    'copy.act': { input: { id: number; version: number; action: string; reason?: string; published_where?: string }; output: number }
    'copy.waive': { input: { id: number; version: number; reason: string }; output: number }
  }
}
