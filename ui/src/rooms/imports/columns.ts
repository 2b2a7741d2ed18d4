import { h } from 'vue'
import { t, told } from '@/locales'
import { defineColumns, type Tone } from '@/parts'
import type { BatchRow, RowView } from './types'

export const STATE_TONE: Record<string, Tone> = { previewed: 'warning', committed: 'success', undone: 'neutral', discarded: 'neutral' }
export const CLASS_TONE: Record<string, Tone> = { new: 'success', update: 'info', unchanged: 'neutral', error: 'danger' }
const tag = (tone: Tone, text: string) => h('span', { class: `s-tag s-tone-${tone}` }, text)
const some = (count: number) => (count ? String(count) : '—')

export const batchColumns = defineColumns<BatchRow>()(
  { key: 'no', title: 'imports.col.no', width: 160, pin: 'left', locked: true, copy: true },
  { key: 'name', title: 'imports.col.name', width: 240, sort: true, sub: (row) => (row.document === row.name ? '' : row.document) },
  {
    key: 'state',
    title: 'imports.col.state',
    width: 90,
    cell: (row) => tag(STATE_TONE[row.state] ?? 'neutral', t(`imports.state.${row.state}`)),
  },
  {
    key: 'format',
    title: 'imports.col.format',
    width: 150,
    text: (value) => (value ? t(`imports.format.${value}`) : t('imports.unknown')),
  },
  { key: 'shop', title: 'imports.col.shop', width: 130, text: (value) => value || '—' },
  { key: 'new', title: 'imports.class.new', width: 80, align: 'right', text: some },
  { key: 'updated', title: 'imports.class.update', width: 80, align: 'right', text: some },
  { key: 'unchanged', title: 'imports.class.unchanged', width: 80, align: 'right', text: some, hidden: true },
  {
    key: 'bad',
    title: 'imports.class.error',
    width: 80,
    align: 'right',
    cell: (row) => h('span', { class: row.bad ? 's-minus' : '' }, some(row.bad)),
  },
  { key: 'by', title: 'imports.col.by', width: 90 },
  { key: 'at', title: 'imports.col.at', width: 130, kind: 'time', sort: true },
  { key: 'ended_at', title: 'imports.col.ended_at', width: 130, kind: 'time', hidden: true },
  { key: 'refused', title: 'imports.col.refused', width: 260, text: (value) => told(value ?? '') },
)

const changesOf = (row: RowView) =>
  row.changes
    .map(({ label, old, new: now }) => (old ? `${told(label)} ${told(old)} → ${told(now)}` : `${told(label)} ${told(now)}`))
    .join(t('mark.semicolon'))

/** A preview's rows; the picture only where the file brought some. */
export const rowColumns = (pictures: boolean) =>
  defineColumns<RowView>()(
    { key: 'row_no', title: 'imports.col.row', width: 72, align: 'right', pin: 'left', locked: true },
    ...(pictures ? [{ key: 'picture' as const, title: 'imports.col.picture', width: 56, kind: 'thumb' as const }] : []),
    {
      key: 'class',
      title: 'imports.col.class',
      width: 84,
      cell: (row) => tag(CLASS_TONE[row.class] ?? 'neutral', t(`imports.class.${row.class}`)),
    },
    { key: 'key', title: 'imports.col.key', width: 150, copy: true },
    { key: 'title', title: 'imports.col.title', width: 220 },
    { key: 'warnings', title: 'imports.class.warned', width: 72, align: 'right', text: (value) => some(value.length) },
    {
      key: 'changes',
      title: 'imports.col.changes',
      width: 320,
      text: (_value, row) => (row.problems.length ? row.problems.map((one) => told(one.why)).join(t('mark.semicolon')) : changesOf(row)),
    },
  )
