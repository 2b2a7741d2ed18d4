import type { Check, Guess, Matched } from './types'

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
export const mayBeFolder = (file: { name: string; path?: string }): boolean => file.path !== undefined && !/\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,5}$/i.test(file.name)

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
  'draft>queued': 'submit', 'queued>draft': 'return', 'queued>assigned': 'schedule', 'assigned>doing': 'start', 'doing>in_review': 'submit_version', 'retake>in_review': 'submit_version', 'in_review>doing': 'withdraw',
  'in_review>approved': 'approve', 'in_review>retake': 'retake', 'approved>retake': 'retake', 'approved>delivered': 'deliver', 'delivered>live': 'mark_live',
}
/** The action that carrying a card from one column to another means; null when there is none. */
export const moveOf = (from: string, to: string): string | null => MOVES[`${from}>${to}`] ?? null

/** Actions that ask for more than a reason. */
export const needsForm = (action: string, ticks: readonly string[]): boolean => ['schedule', 'reschedule', 'retake', 'mark_live'].includes(action) || (action === 'approve' && ticks.length > 0)
