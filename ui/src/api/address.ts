import type { LocationQuery } from 'vue-router'
import type { Condition, FilterOp, ListState } from '@/parts/list/types'

const OPS: readonly FilterOp[] = ['eq', 'ne', 'in', 'lt', 'le', 'gt', 'ge', 'between', 'contains', 'is_null', 'not_null']

/**
 * A list's question in the address: `?tab=to_ship&q=abc&sort=-paid_at,no&f.state=in:["a","b"]`.
 * Only what differs from the page's own beginning is written.
 */
export function toAddress(state: ListState, start: ListState): Record<string, string> {
  const query: Record<string, string> = {}
  if (state.tab !== start.tab) query.tab = state.tab
  if (state.q) query.q = state.q
  const sort = sortText(state)
  if (sort !== sortText(start)) query.sort = sort || '-'
  for (const one of state.filters) query[`f.${one.field}`] = one.value === undefined ? one.op : `${one.op}:${JSON.stringify(one.value)}`
  return query
}

const sortText = (state: ListState) => state.sort.map((one) => `${one.desc ? '-' : ''}${one.field}`).join(',')
const one = (value: LocationQuery[string] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value) ?? undefined

/** The question an address asks; whatever it does not understand is left out. */
export function fromAddress(query: LocationQuery, start: ListState, fields: readonly string[]): ListState {
  const filters: Condition[] = []
  for (const [key, raw] of Object.entries(query)) {
    if (!key.startsWith('f.') || !fields.includes(key.slice(2))) continue
    const text = one(raw) ?? ''
    const colon = text.indexOf(':')
    const op = (colon < 0 ? text : text.slice(0, colon)) as FilterOp
    if (!OPS.includes(op)) continue
    if (colon < 0) {
      filters.push({ field: key.slice(2), op })
      continue
    }
    try {
      filters.push({ field: key.slice(2), op, value: JSON.parse(text.slice(colon + 1)) as unknown })
    } catch {
      /* not ours */
    }
  }
  const sort = one(query.sort)
  return {
    tab: one(query.tab) ?? start.tab,
    q: one(query.q) ?? '',
    filters,
    sort:
      sort === undefined
        ? start.sort
        : sort
            .split(',')
            .filter((part) => part !== '' && part !== '-')
            .map((part) => (part.startsWith('-') ? { field: part.slice(1), desc: true } : { field: part, desc: false })),
  }
}

/** The question as the list operations take it. */
export function toQuestion(state: ListState): { tab?: string; q?: string; filters?: Condition[]; sort?: ListState['sort'] } {
  return {
    ...(state.tab === 'all' ? {} : { tab: state.tab }),
    ...(state.q.trim() ? { q: state.q.trim() } : {}),
    ...(state.filters.length ? { filters: state.filters } : {}),
    ...(state.sort.length ? { sort: state.sort } : {}),
  }
}
