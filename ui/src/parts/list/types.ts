import type { Ref } from 'vue'
import type { Column, RowSource, Selection, SortBy, TableLayout } from '../table/types'

export type FilterOp = 'eq' | 'ne' | 'in' | 'lt' | 'le' | 'gt' | 'ge' | 'between' | 'contains' | 'is_null' | 'not_null'
export interface Condition {
  field: string
  op: FilterOp
  value?: unknown
}

export interface Choice {
  value: string | number | boolean
  label: string
}

/** One thing a list can be narrowed by. */
export interface FilterField {
  field: string
  /** A text key, or the words themselves. */
  title: string
  kind: 'text' | 'choice' | 'choices' | 'number' | 'money' | 'days' | 'instants' | 'flag' | 'present'
  /** For choice and choices. */
  choices?: readonly Choice[] | (() => readonly Choice[])
  /** With choices from a life cycle. */
  cycle?: string
  /** Stands in the one row that is always open. */
  front?: boolean
  width?: number
}

/** What stands in the address: the whole question a list asks. */
export interface ListState {
  tab: string
  q: string
  filters: Condition[]
  sort: SortBy[]
}

/** A view as it is kept for a person or for all. */
export interface KeptView {
  id: number
  name: string
  shared: boolean
  mine: boolean
  view: ViewBody
}
export interface ViewBody {
  tab?: string
  q?: string
  filters?: Condition[]
  sort?: SortBy[]
  layout?: TableLayout
  default?: boolean
}

/** A column an export can have; `shown` when the page shows it now. */
export interface ExportColumn {
  key: string
  title: string
  shown: boolean
}

export interface TabItem {
  value: string
  title: string
  alert?: boolean
}

export interface BulkOutcome {
  ok: number[]
  failed: { id: number; message: string }[]
  batch: number
}

/** Something that can be done to many rows at once. */
export interface BulkAction<T> {
  id: string
  title: string
  danger?: boolean
  /** Asks for the reason first. */
  reason?: boolean
  /** Asked before; `{n}` is the number of rows. */
  ask?: string
  show?: boolean
  /** Possible only for these rows; the others are told as left out. */
  fits?: (row: T) => boolean
  run: (ids: number[], reason: string) => Promise<BulkOutcome | void>
}

/** A list as its page's parts see it. `api` makes it (`useList`); parts never call the door themselves. */
export interface ListController<T extends { id: number }> {
  readonly name: string
  readonly title: string
  readonly columns: Column<T>[]
  readonly tabs: readonly TabItem[]
  readonly fields: readonly FilterField[]
  readonly state: Ref<ListState>
  readonly layout: Ref<TableLayout>
  readonly counts: Ref<Record<string, number> | undefined>
  readonly countsBusy: Ref<boolean>
  readonly source: RowSource<T>
  readonly selection: Selection
  readonly views: Ref<readonly KeptView[]>
  readonly viewId: Ref<number | null>
  readonly viewDirty: Ref<boolean>
  readonly updatedAt: Ref<number | null>
  openView(id: number | null): void
  /** The ids of everything the question finds, in order; refused when they are too many for one act. */
  allIds(): Promise<number[]>
  saveView(name: string, shared: boolean, id?: number): Promise<void>
  removeView(id: number): Promise<void>
  /** Drops all conditions of the question but its tab. */
  clear(): void
  refresh(): void
  /** What an export can have, the columns shown here first. */
  exportColumns(): Promise<ExportColumn[]>
  /** All rows of the question, or only these; the columns shown here unless others are named. */
  export(ids: number[] | null, columns?: readonly string[], format?: 'xlsx' | 'csv'): Promise<void>
  undo(batch: number): Promise<void>
}
