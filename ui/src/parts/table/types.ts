import type { Ref, VNodeChild } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

export type CellKind = 'text' | 'number' | 'money' | 'percent' | 'time' | 'day' | 'due' | 'state' | 'thumb'

interface ColumnBase<T> {
  /** A text key, or the words themselves. */
  title: string
  width: number
  /** How the value is shown; `text` (below) goes before it. */
  kind?: CellKind
  /** With kind 'state': which life cycle the state belongs to. */
  cycle?: string
  /** A rich cell. It stays a function of the row: no state of its own, no el-tooltip. */
  cell?: (row: T) => VNodeChild
  /** Where a click on the text leads. */
  link?: (row: T) => RouteLocationRaw | null
  pin?: 'left' | 'right'
  align?: 'left' | 'right' | 'center'
  /** The server can sort by it. */
  sort?: boolean
  /** Cannot be hidden. */
  locked?: boolean
  /** Hidden until somebody asks for it. */
  hidden?: boolean
  /** Shows a copy mark; a click copies the text. */
  copy?: boolean
  /** What the figure means: shown on the head. */
  tip?: string
  /** Sub-line under the text, in the wide rows. */
  sub?: (row: T) => string
}
export interface FieldColumn<T, K extends keyof T & string> extends ColumnBase<T> {
  key: K
  text?: (value: T[K], row: T) => string
}
/** A column that is no field of the row: its key begins with an underscore. */
export interface ComputedColumn<T> extends ColumnBase<T> {
  key: `_${string}`
  text?: (value: undefined, row: T) => string
}
export type Column<T> = { [K in keyof T & string]: FieldColumn<T, K> }[keyof T & string] | ComputedColumn<T>

/** Columns typed by the row: `defineColumns<OrderRow>()({ key: 'no', … })`. */
export const defineColumns =
  <T>() =>
  (...columns: Column<T>[]): Column<T>[] =>
    columns

export type Density = 'compact' | 'normal' | 'wide'
export const ROW_HEIGHT: Record<Density, number> = { compact: 36, normal: 44, wide: 56 }

/** What a person changed about the columns; kept with the view. */
export interface ColumnLayout {
  order: string[]
  width: Record<string, number>
  hidden: Record<string, boolean>
  pin: Record<string, 'left' | 'right' | 'none'>
}
export interface TableLayout {
  columns: ColumnLayout
  density: Density
}
const DENSITY = 'shopdesk.density'
/** The row height a person likes, on this PC; a list whose columns were set keeps its own. */
export function usualDensity(): Density {
  try {
    const kept = localStorage.getItem(DENSITY)
    return kept === 'compact' || kept === 'wide' ? kept : 'normal'
  } catch {
    return 'normal'
  }
}
export function setUsualDensity(density: Density): void {
  try {
    localStorage.setItem(DENSITY, density)
  } catch {
    /* this visit only */
  }
}
export const plainLayout = (): TableLayout => ({ columns: { order: [], width: {}, hidden: {}, pin: {} }, density: usualDensity() })

export interface SortBy {
  field: string
  desc?: boolean
}

/** Rows of a list that is never held whole: windows are fetched as they come into view. */
export interface RowSource<T> {
  /** How many rows there are, or how many are known so far. */
  readonly total: Ref<number>
  /** Whether `total` is certain. */
  readonly exact: Ref<boolean>
  /** How many rows there are, once the last of them has been read. */
  readonly end: Readonly<Ref<number | null>>
  row(index: number): T | undefined
  /** Says which rows are on screen. */
  want(first: number, last: number): void
  /** Where a loaded row is; -1 when it is not loaded. */
  indexOf(id: number): number
  loaded(): T[]
  /** Nothing to show yet. */
  readonly loading: Ref<boolean>
  /** Being read again. */
  readonly busy: Ref<boolean>
  /** What is shown belongs to the former question. */
  readonly stale: Ref<boolean>
  readonly error: Ref<Error | null>
  retry(): void
  /** How many changes of others wait to be shown. */
  readonly news: Ref<number>
  showNews(): void
  /** Says whether a change of order may be shown at once (nobody is working in the list). */
  calm: (() => boolean) | null
  /** How far the list was scrolled, in pixels; kept while another page is in front. */
  top: number
  /** Grows with every change of what `row` answers. */
  readonly version: Ref<number>
}

/** What is picked: ids, or everything the list's question finds. */
export interface Selection {
  readonly ids: Readonly<Ref<ReadonlySet<number>>>
  /** Everything the question finds, also what was never loaded. */
  readonly all: Readonly<Ref<boolean>>
  has(id: number): boolean
  toggle(id: number, on?: boolean): void
  set(ids: Iterable<number>, on: boolean): void
  /** Picks everything the question finds; `loaded` is what is picked when one of them is let go again. */
  selectAll(loaded: Iterable<number>): void
  clear(): void
}
