import { aside, pair, t } from '@/locales'
import { moneyText, timeText } from '@/parts'

interface Change {
  field: string
  label: string
  old?: unknown
  new?: unknown
}

/** What the trail keeps for the machine, and the page says elsewhere. */
const SILENT = new Set([
  'id',
  'state',
  'gate',
  'campaign_id',
  'owner_id',
  'submitter_id',
  'approved_by',
  'approved_at',
  'done_by',
  'filed_at',
  'request_id',
  'copy_id',
  'no',
  'item',
])

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

function show(field: string, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return value
  if ((field === 'budget' || field === 'price') && typeof value === 'number') return moneyText({ amount: value, currency: 'CNY' })
  if (field === 'done_at' && typeof value === 'number') return timeText(value)
  if (field === 'owner_post' && typeof value === 'string') return t(`post.${value}`)
  if (field === 'ticks') {
    const marks = parsed(value) as { key: string; by: string; note: string }[]
    return Array.isArray(marks)
      ? marks.map((one) => pair(t(`campaigns.ticked.${one.key}`), one.by + (one.note ? aside(one.note) : ''))).join(t('mark.semicolon'))
      : value
  }
  return value
}

const empty = (value: unknown): boolean => value === null || value === undefined || value === ''

/** The trail of a campaign as people read it: amounts, times, posts and products in words, nothing that only the machine needs. */
export const readable = <T extends { changes: readonly Change[] }>(entries: readonly T[], products: ReadonlyMap<number, string>): T[] =>
  entries.map((entry) => {
    const filed = entry.changes.filter((change) => change.field === 'item').length
    const changes = entry.changes
      .filter((change) => !SILENT.has(change.field) && !(empty(change.old) && empty(change.new)))
      .map((change) =>
        change.field === 'product_id'
          ? { ...change, old: products.get(Number(change.old)) ?? change.old, new: products.get(Number(change.new)) ?? change.new }
          : { ...change, old: show(change.field, change.old), new: show(change.field, change.new) },
      )
    return {
      ...entry,
      changes: filed
        ? [...changes, { field: 'item', label: t('campaigns.part.pack'), new: t('campaigns.filed_n', { n: filed }) }]
        : changes,
    }
  })
