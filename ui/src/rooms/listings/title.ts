import type { ListingView } from './types'

export type Unit = ListingView['title_counts']

const HIDDEN = /[\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g
const EMOJI = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]/u

/** A title as it will be kept: no hidden characters, runs of blanks as one. */
export const cleanTitle = (text: string): string => text.replace(HIDDEN, '').replace(/\s+/g, ' ').trim()

/** How long a channel finds a title; the door counts the same. */
export function titleLength(text: string, unit: Unit): number {
  const characters = [...cleanTitle(text)]
  if (unit === 'char') return characters.length
  if (unit === 'byte') return new TextEncoder().encode(characters.join('')).length
  return characters.reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 128 ? 1 : 2), 0)
}

/** What to know before a title is saved: hidden characters will go, an emoji may be refused by the platform. */
export function titleNotes(text: string): ('hidden' | 'emoji')[] {
  const notes: ('hidden' | 'emoji')[] = []
  if (text.search(HIDDEN) >= 0) notes.push('hidden')
  if (EMOJI.test(text)) notes.push('emoji')
  return notes
}
