import { h } from 'vue'
import { changesToRead, defineColumns, timeText } from '@/parts'
import { aside, listed, pair, t, told } from '@/locales'
import type { EventRow, StaffRow } from './types'
import { fieldText } from './words'

export const staffColumns = defineColumns<StaffRow>()(
  { key: 'name', title: 'staff.col.name', width: 130, pin: 'left', locked: true, sort: true },
  { key: 'login', title: 'staff.col.login', width: 140, copy: true, sort: true },
  {
    key: 'posts',
    title: 'staff.col.posts',
    width: 260,
    text: (posts) => listed(posts.map((post) => t(`post.${post}`))),
    cell: (row) =>
      row.posts.length
        ? h(
            'span',
            { class: 'st-posts' },
            row.posts.map((post) => h('span', { class: 's-tag s-tone-info' }, t(`post.${post}`))),
          )
        : h('span', { class: 's-muted' }, t('staff.no_post')),
  },
  { key: 'phone', title: 'staff.col.phone', width: 150, copy: true },
  { key: 'active', title: 'staff.col.active', width: 90, text: (active) => t(active ? 'staff.active' : 'staff.left') },
  { key: 'since', title: 'staff.col.since', width: 120, kind: 'day' },
  { key: 'used_at', title: 'staff.col.used_at', width: 140, sort: true, text: (at) => (at ? timeText(at) : t('staff.never')) },
  { key: 'created_at', title: 'staff.col.created_at', width: 150, kind: 'time', sort: true, hidden: true },
)

const what = (row: EventRow) => {
  const value = (one: EventRow['fields'][number]) => {
    const now = fieldText(one.field, one.new, row.entity)
    return one.old === null || one.old === undefined ? now : `${fieldText(one.field, one.old, row.entity)} → ${now}`
  }
  const shown = changesToRead(row.fields).map((one) => pair(told(one.label), value(one)))
  return shown.join(t('mark.semicolon')) + (row.field_count > row.fields.length ? t('staff.audit.more_fields', { n: row.field_count }) : '')
}

export const auditColumns = defineColumns<EventRow>()(
  { key: 'id', title: 'staff.audit.seq', width: 80, pin: 'left', locked: true, align: 'right' },
  { key: 'at', title: 'staff.audit.at', width: 140, kind: 'time', sort: true },
  { key: 'staff_name', title: 'staff.audit.who', width: 110, text: (name) => name || t('history.system') },
  {
    key: 'post',
    title: 'staff.audit.hat',
    width: 170,
    text: (post, row) => (row.staff_id === 0 || !post ? '—' : t(`post.${post}`) + (row.acting ? aside(t('history.acting')) : '')),
  },
  { key: 'op_label', title: 'staff.audit.op', width: 170, text: (label) => told(label) },
  {
    key: 'entity_label',
    title: 'staff.audit.thing',
    width: 140,
    text: (label, row) => (label ? `${told(label)}${row.entity_id ? ` #${row.entity_id}` : ''}` : '—'),
  },
  {
    key: 'fields',
    title: 'staff.audit.changes',
    width: 360,
    text: (_, row) => (row.refused ? t('staff.audit.refused_as', { why: told(row.reason ?? '') }) : what(row) || '—'),
    cell: (row) =>
      row.refused
        ? [
            h('span', { class: 's-tag s-tone-danger' }, t('staff.audit.refused')),
            h('span', { class: 's-cut st-gap' }, told(row.reason ?? '')),
          ]
        : h('span', { class: 's-cut' }, what(row) || '—'),
  },
  {
    key: 'reason',
    title: 'staff.audit.reason',
    width: 200,
    text: (reason, row) => (row.refused ? '—' : row.staff_id === 0 ? told(reason ?? '—') : (reason ?? '—')),
  },
  { key: 'source', title: 'staff.audit.source', width: 90, text: (source) => t(`staff.audit.from.${source}`) },
  { key: 'device', title: 'staff.audit.device', width: 120, hidden: true, text: (device) => told(device || '—') },
  { key: 'batch', title: 'staff.audit.batch', width: 80, hidden: true },
)
