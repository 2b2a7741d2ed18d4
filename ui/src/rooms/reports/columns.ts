import { bytesText, countText, dayText, defineColumns, NONE } from '@/parts'
import { t, told } from '@/locales'
import type { MadeRow } from './types'

/** The days a workbook covers, in words; a list exported has none. */
export const periodText = (row: Pick<MadeRow, 'from_day' | 'to_day'>): string =>
  !row.from_day || !row.to_day
    ? NONE
    : row.from_day === row.to_day
      ? dayText(row.from_day)
      : `${dayText(row.from_day)} – ${dayText(row.to_day)}`

export const madeColumns = defineColumns<MadeRow>()(
  { key: 'no', title: 'reports.col.no', width: 160, pin: 'left', locked: true, copy: true },
  { key: 'title', title: 'reports.col.title', width: 200, text: (title) => told(title) },
  { key: 'from_day', title: 'reports.col.period', width: 190, text: (_, row) => periodText(row) },
  { key: 'filters', title: 'reports.col.filters', width: 220, text: (value) => told(value) || t('reports.no_filters') },
  { key: 'state', title: 'reports.col.state', width: 96, text: (value) => t(`reports.state.${value}`) },
  {
    key: 'rows',
    title: 'reports.col.rows',
    width: 96,
    align: 'right',
    sort: true,
    text: (value, row) => (row.file ? countText(value) : NONE),
  },
  {
    key: 'bytes',
    title: 'reports.col.bytes',
    width: 96,
    align: 'right',
    sort: true,
    text: (value, row) => (row.file ? bytesText(value) : NONE),
  },
  { key: 'by', title: 'reports.col.by', width: 96 },
  { key: 'created_at', title: 'reports.col.created_at', width: 150, kind: 'time', sort: true },
  { key: 'name', title: 'reports.col.name', width: 300, text: (value, row) => value || told(row.error) || NONE },
  { key: 'digest', title: 'reports.col.digest', width: 200, hidden: true, copy: true, text: (value) => value || NONE },
)
