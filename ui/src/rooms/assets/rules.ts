import type { Pin, Place } from '@/parts'
import type { Check, Guess, Matched, PinView } from './types'

/** From this confidence on a file is put to its request without a person choosing. */
export const SURE = 80

const WEIGHT: Record<string, number> = { red: 3, amber: 2, green: 1 }
const weight = (level: string) => WEIGHT[level] ?? 0
/** What is wrong comes first; equal ones keep their order. */
export const byWorst = (checks: readonly Check[]): Check[] => [...checks].sort((a, b) => weight(b.level) - weight(a.level))
/** The colour of a lamp as the house's tones; null when nothing was checked. A waived red is amber. */
export function toneOf(level: string | null | undefined, waived = false): 'danger' | 'warning' | 'success' | null {
  if (level === 'red') return waived ? 'warning' : 'danger'
  return level === 'amber' ? 'warning' : level === 'green' ? 'success' : null
}

/** The request a file goes to unless somebody says otherwise; null leaves it out. An uncertain guess is for a person to take. */
export const firstChoice = (matched: Matched | undefined): number | null => {
  const best = matched?.guesses[0]
  return best && best.confidence >= SURE ? best.request : null
}
/** What may be chosen for any file: its own guesses first, then what the others were guessed to be. */
export function choicesFor(own: readonly Guess[], all: readonly Matched[]): Guess[] {
  const seen = new Set<number>()
  return [...own, ...all.flatMap((one) => one.guesses)].filter((guess) => !seen.has(guess.request) && seen.add(guess.request))
}
/** A dropped path without an ending that names a format (交稿, 2026.11.23) may be a folder; only the shop can open it. */
export const mayBeFolder = (file: { name: string; path?: string }): boolean =>
  file.path !== undefined && !/\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,5}$/i.test(file.name)

/** What came of one of the files that were sent together: by its path (a folder comes back as its files), else by its place. */
export function stagedOf<S extends { path?: string }>(sent: { path?: string }, at: number, staged: readonly S[]): S[] {
  const { path } = sent
  if (path === undefined) return staged.slice(at, at + 1)
  return staged.filter((one) => one.path === path || one.path?.startsWith(`${path}/`) || one.path?.startsWith(`${path}\\`))
}

export function inParts<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
}

const MOVES: Record<string, string> = {
  'draft>queued': 'submit',
  'queued>draft': 'return',
  'queued>assigned': 'schedule',
  'assigned>doing': 'start',
  'doing>in_review': 'submit_version',
  'retake>in_review': 'submit_version',
  'in_review>doing': 'withdraw',
  'in_review>approved': 'approve',
  'in_review>retake': 'retake',
  'approved>retake': 'retake',
  'approved>delivered': 'deliver',
  'delivered>live': 'mark_live',
}
/** The action that carrying a card from one column to another means; null when there is none. */
export const moveOf = (from: string, to: string): string | null => MOVES[`${from}>${to}`] ?? null

/** Actions that ask for more than a reason. */
export const needsForm = (action: string, ticks: readonly string[]): boolean =>
  ['schedule', 'reschedule', 'retake', 'mark_live'].includes(action) || (action === 'approve' && ticks.length > 0)

const BP = 10_000
/** A remark as the viewer draws it: places are ten-thousandths in the shop and fractions on the screen. */
export const asPin = (one: PinView): Pin => ({
  id: one.id,
  x: one.x_bp / BP,
  y: one.y_bp / BP,
  w: one.w_bp === null ? null : one.w_bp / BP,
  h: one.h_bp === null ? null : one.h_bp / BP,
  text: one.text,
  by: one.author_name,
  resolved: one.state !== 'open',
})
/** A new remark as the shop keeps it; an area never reaches past the picture by rounding. */
export function pinOf(mark: Place & { text: string }): {
  x_bp: number
  y_bp: number
  w_bp: number | null
  h_bp: number | null
  text: string
} {
  const x_bp = Math.round(mark.x * BP)
  const y_bp = Math.round(mark.y * BP)
  const area = mark.w !== undefined && mark.h !== undefined
  return {
    x_bp,
    y_bp,
    text: mark.text,
    w_bp: area ? Math.max(1, Math.min(BP - x_bp, Math.round((mark.w ?? 0) * BP))) : null,
    h_bp: area ? Math.max(1, Math.min(BP - y_bp, Math.round((mark.h ?? 0) * BP))) : null,
  }
}

/** How a day looks in the capacity calendar. */
export const loadOf = (hours: number, full: number): 'none' | 'some' | 'full' | 'over' =>
  hours <= 0 ? 'none' : hours > full ? 'over' : hours >= full * 0.85 ? 'full' : 'some'
