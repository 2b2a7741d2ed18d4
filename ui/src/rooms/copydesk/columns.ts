import { defineColumns } from '@/parts'
import { t } from '@/locales'
import type { CopyRow } from './types'

const kind = (_: string, row: CopyRow) => t(`copydesk.kind.${row.kind}`)
const channel = (_: string, row: CopyRow) => t(`copydesk.channel.${row.channel}`)

export const copyColumns = defineColumns<CopyRow>()(
  { key: 'no', title: 'copydesk.col.no', width: 160, pin: 'left', locked: true, copy: true },
  { key: 'title', title: 'copydesk.col.title', width: 240 },
  { key: 'state', title: 'copydesk.col.state', width: 96, kind: 'state', cycle: 'copy_doc' },
  { key: 'kind', title: 'copydesk.col.kind', width: 96, text: kind },
  { key: 'channel', title: 'copydesk.col.channel', width: 96, text: channel },
  { key: 'assignee', title: 'copydesk.col.assignee', width: 96 },
  { key: 'due', title: 'copydesk.col.due', width: 120, kind: 'day', sort: true },
  { key: 'char_count', title: 'copydesk.col.chars', width: 80, kind: 'number', sort: true },
  { key: 'retake_count', title: 'copydesk.col.retakes', width: 80, kind: 'number', sort: true },
  { key: 'requester', title: 'copydesk.col.requester', width: 96 },
  { key: 'updated_at', title: 'copydesk.col.updated_at', width: 150, kind: 'time', sort: true },
)
