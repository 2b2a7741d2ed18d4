/**
 * What the backend says. It says it in Chinese, as a source does: a refusal, a finding, a label, a reason. In English
 * its sentences are looked up by themselves; the catalogue comes when somebody asks for English, and in Chinese there is
 * nothing to do. What people wrote (names, titles, notes) never goes through here.
 */
import { shallowRef } from 'vue'
import type { Sense, Tell } from './told/teller'

const english = shallowRef<Tell | null>(null)

/** A text of the backend in the page's language; one that nobody translated stays as it is. */
export const told = (text: string, sense?: Sense): string => english.value?.(text, sense) ?? text

/** The same where there may be none. */
export const toldOr = <T extends null | undefined>(text: string | T): string | T => (text ? told(text) : text)

/** From now on what is told is told in this language. */
export async function tellIn(lang: string): Promise<void> {
  english.value = lang === 'en' ? (await import('./told/english')).tell : null
}
