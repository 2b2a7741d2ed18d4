import { bytesText } from '@/parts'
import { t } from '@/locales'
import type { SlotSpec } from './types'

const pair = (width: number | null | undefined, height: number | null | undefined) => `${width ?? '—'}×${height ?? '—'}`

/** The rules of a picture slot as a sentence. */
export function specText(spec: SlotSpec): string {
  const parts: string[] = []
  const say = (key: string, values: Record<string, unknown>) => {
    parts.push(t(`listings.spec.${key}`, values))
  }
  if (spec.ratio) say('ratio', { ratio: spec.ratio.join(':') })
  if (spec.exact_width || spec.exact_height)
    say('exact', {
      size: spec.exact_height ? pair(spec.exact_width, spec.exact_height) : t('listings.spec.wide', { n: spec.exact_width ?? 0 }),
    })
  if (spec.min_width || spec.min_height)
    say('least', { size: spec.min_height ? pair(spec.min_width, spec.min_height) : t('listings.spec.wide', { n: spec.min_width ?? 0 }) })
  if (spec.max_width || spec.max_height)
    say('most', { size: spec.max_width ? pair(spec.max_width, spec.max_height) : t('listings.spec.high', { n: spec.max_height ?? 0 }) })
  if (spec.suggest_width || spec.suggest_height)
    say('better', {
      size: spec.suggest_height ? pair(spec.suggest_width, spec.suggest_height) : t('listings.spec.wide', { n: spec.suggest_width ?? 0 }),
    })
  if (spec.min_longest) say('longest', { n: spec.min_longest })
  const [from, to] = [bytesText(spec.min_bytes ?? 0), bytesText(spec.max_bytes ?? 0)]
  if (spec.min_bytes && spec.max_bytes) say('bytes', { from, to })
  else if (spec.max_bytes) say('bytes_most', { to })
  else if (spec.min_bytes) say('bytes_least', { from })
  if (spec.white_ground) say('white', {})
  if (spec.subject_share) say('share', { n: Math.round(spec.subject_share * 100) })
  parts.push((spec.formats?.length ? spec.formats : ['jpeg', 'png']).map((one) => String(one).toUpperCase()).join(' / '))
  return parts.join(t('mark.pause'))
}
