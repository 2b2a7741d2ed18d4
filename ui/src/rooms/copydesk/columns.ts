import { h } from 'vue'
import { defineColumns } from '@/parts'
import { listed, t } from '@/locales'
import { placeName } from './place'
import type { CopyRow, WordRow } from './types'

const kind = (_: string, row: CopyRow) => t(`copydesk.kind.${row.kind}`)
const channel = (title: string, row: CopyRow) => placeName(row.channel, title)

export const copyColumns = defineColumns<CopyRow>()(
  { key: 'no', title: 'copydesk.col.no', width: 160, pin: 'left', locked: true, copy: true },
  { key: 'title', title: 'copydesk.col.title', width: 240 },
  { key: 'state', title: 'copydesk.col.state', width: 96, kind: 'state', cycle: 'copy_doc' },
  { key: 'kind', title: 'copydesk.col.kind', width: 96, text: kind },
  { key: 'channel_title', title: 'copydesk.col.channel', width: 96, text: channel },
  { key: 'assignee', title: 'copydesk.col.assignee', width: 96 },
  { key: 'due', title: 'copydesk.col.due', width: 120, kind: 'day', sort: true },
  { key: 'char_count', title: 'copydesk.col.chars', width: 80, kind: 'number', sort: true },
  { key: 'retake_count', title: 'copydesk.col.retakes', width: 80, kind: 'number', sort: true },
  { key: 'requester', title: 'copydesk.col.requester', width: 96 },
  { key: 'updated_at', title: 'copydesk.col.updated_at', width: 150, kind: 'time', sort: true },
)

const TONES: Record<WordRow['severity'], string> = { block: 'danger', warn: 'warning', ok: 'success' }
const level = (code: string) => t(`copydesk.words.level.${code}`)
/** The columns of the banned words; `channel` names the channels that a word is banned on. */
export const wordColumns = (channel: (code: string) => string) =>
  defineColumns<WordRow>()(
    { key: 'word', title: 'copydesk.words.col.word', width: 180, pin: 'left', locked: true, copy: true },
    {
      key: 'severity',
      title: 'copydesk.words.col.severity',
      width: 96,
      text: level,
      cell: (row) => h('span', { class: `s-tag s-tone-${TONES[row.severity]}` }, level(row.severity)),
    },
    { key: 'category', title: 'copydesk.words.col.category', width: 140 },
    { key: 'suggestion', title: 'copydesk.words.col.suggestion', width: 180 },
    {
      key: 'channels',
      title: 'copydesk.words.col.channels',
      width: 180,
      text: (_, row) => (row.channels.length ? listed(row.channels.map(channel)) : t('copydesk.words.everywhere')),
    },
    { key: 'active', title: 'copydesk.words.col.active', width: 80, text: (on) => t(on ? 'copydesk.words.on' : 'copydesk.words.off') },
    { key: 'updated_at', title: 'copydesk.words.col.updated_at', width: 150, kind: 'time', sort: true },
  )
