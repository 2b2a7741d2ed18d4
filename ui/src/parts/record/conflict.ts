export interface ConflictField {
  field: string
  label: string
  base: unknown
  mine: unknown
  theirs: unknown
  text: (value: unknown) => string
  long: boolean
  clash: boolean
}
export interface Conflict {
  by: string | null
  at: number | null
  version: number
  fields: ConflictField[]
  current: Record<string, unknown>
}

interface FieldSpec {
  label: string
  text?: (value: unknown) => string
  long?: boolean
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const plain = (value: unknown) =>
  value === null || value === undefined || value === '' ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/**
 * A stale save as three columns: what it was when I opened it, what I made of it, what it is now.
 * Only fields that I or the other changed are in it; null when the error is no stale save.
 */
export function conflictOf(
  error: unknown,
  base: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, FieldSpec | string>>,
): Conflict | null {
  const { code, reason, details } = (error ?? {}) as {
    code?: string
    reason?: string
    details?: { current?: Record<string, unknown>; by?: string | { name?: string } | null; at?: number | null } | null
  }
  if (code !== 'conflict' || reason !== 'stale' || !details?.current) return null
  const { current } = details
  const list = Object.entries(fields)
    .map(([field, spec]): ConflictField => {
      const { label, text = plain, long = false } = typeof spec === 'string' ? ({ label: spec } as FieldSpec) : spec
      const iChanged = !same(base[field], mine[field])
      const theyChanged = !same(base[field], current[field])
      return {
        field,
        label,
        base: base[field],
        mine: mine[field],
        theirs: current[field],
        text,
        long,
        clash: iChanged && theyChanged && !same(mine[field], current[field]),
      }
    })
    .filter((one) => !same(one.mine, one.theirs) || !same(one.base, one.mine))
  const by = typeof details.by === 'object' ? (details.by?.name ?? null) : (details.by ?? null)
  return { by, at: details.at ?? null, version: Number(current.version), fields: list, current }
}

export type Choice = 'mine' | 'theirs' | 'both'

/** Where only one side changed, that side; where both did, the person decides (theirs until then, so nothing is overwritten unseen). */
export const firstChoice = (field: ConflictField): Choice => (field.clash || same(field.base, field.mine) ? 'theirs' : 'mine')

export function outcome(field: ConflictField, choice: Choice): unknown {
  if (choice === 'both')
    return [field.theirs, field.mine]
      .map((value) => String(value ?? '').trim())
      .filter((text) => text !== '')
      .join('\n')
  return choice === 'mine' ? field.mine : field.theirs
}
