import { diffArrays } from 'diff'

export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A text as words; Chinese has no spaces, so the platform's own segmenter finds them where there is one. */
export function toWords(text: string): string[] {
  if (typeof Intl.Segmenter === 'function')
    return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map((one) => one.segment)
  return text.match(/[\p{Script=Han}]|[\p{L}\p{N}]+|\s+|[^\s]/gu) ?? []
}

/** Word by word: what stayed, what came, what went. */
export const diffWords = (before: string, after: string): DiffPart[] =>
  diffArrays(toWords(before), toWords(after)).map((part) => ({
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value.join(''),
  }))
