import { t } from '@/locales'
import { moneyText, timeText } from '@/parts'

interface Change { field: string; label: string; old?: unknown; new?: unknown }

/** What the trail keeps for the machine, and the page says elsewhere. */
const SILENT = new Set(['id', 'state', 'gate', 'campaign_id', 'owner_id', 'submitter_id', 'approved_by', 'approved_at', 'done_by', 'filed_at', 'request_id', 'copy_id', 'no'])

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try { return JSON.parse(value) as unknown } catch { return value }
}

function show(field: string, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return value
  if ((field === 'budget' || field === 'price') && typeof value === 'number') return moneyText({ amount: value, currency: 'CNY' })
  if (field === 'done_at' && typeof value === 'number') return timeText(value)
  if (field === 'owner_post' && typeof value === 'string') return t(`post.${value}`)
  if (field === 'ticks') {
    const marks = parsed(value) as { key: string; by: string; note: string }[]
    return Array.isArray(marks) ? marks.map((one) => `${t(`campaigns.ticked.${one.key}`)}：${one.by}${one.note ? `（${one.note}）` : ''}`).join('；') : value
  }
  return value
}

/** The trail of a campaign as people read it: amounts, times and posts in words, nothing that only the machine needs. */
export const readable = <T extends { changes: readonly Change[] }>(entries: readonly T[]): T[] => entries.map((entry) => ({
  ...entry,
  changes: entry.changes.filter((change) => !SILENT.has(change.field) && !(change.old === undefined && (change.new === '' || change.new === null)))
    .map((change) => ({ ...change, old: show(change.field, change.old), new: show(change.field, change.new) })),
}))
