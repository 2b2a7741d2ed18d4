import { h } from 'vue'
import { t, told } from '@/locales'
import { defineColumns } from '@/parts'
import { toneOf } from './rules'
import type { AssetRow } from './types'

export const assetColumns = defineColumns<AssetRow>()(
  { key: 'thumb', title: 'assets.col.thumb', width: 60, kind: 'thumb', pin: 'left' },
  { key: 'no', title: 'assets.col.no', width: 160, pin: 'left', locked: true, copy: true, sort: true },
  { key: 'title', title: 'assets.col.title', width: 240 },
  { key: 'kind', title: 'assets.col.kind', width: 100, text: (value) => t(`assets.kind.${value}`) },
  { key: 'state', title: 'assets.col.state', width: 90, kind: 'state', cycle: 'asset' },
  {
    key: 'level',
    title: 'assets.col.level',
    width: 90,
    cell: (row) => {
      const tone = toneOf(row.level, row.waived)
      return tone ? h('span', { class: `s-tag s-tone-${tone}` }, t(`assets.level.${row.waived ? 'waived' : (row.level ?? 'green')}`)) : null
    },
  },
  {
    key: 'due',
    title: 'assets.col.due',
    width: 140,
    sort: true,
    cell: (row) =>
      row.due ? h('span', { class: row.overdue ? 's-due-danger' : '' }, row.overdue ? t('assets.late', { day: row.due }) : row.due) : null,
  },
  { key: 'priority', title: 'assets.col.priority', width: 80, sort: true, text: (value) => t(`assets.priority.${value}`) },
  { key: 'assignee_name', title: 'assets.col.assignee', width: 100 },
  { key: 'requester_name', title: 'assets.col.requester', width: 100 },
  { key: 'last_version', title: 'assets.col.last_version', width: 90, kind: 'number' },
  { key: 'open_pins', title: 'assets.col.open_pins', width: 110, kind: 'number' },
  { key: 'retake_count', title: 'assets.col.retake_count', width: 100, kind: 'number', sort: true },
  { key: 'channel', title: 'assets.col.channel', width: 120, text: (value) => told(value) },
  { key: 'created_at', title: 'assets.col.created_at', width: 130, kind: 'time', sort: true },
)
