import { t } from '@/locales'
import { bytesText } from '@/parts'
import type { Kind, Priority, RetakeClass, SlotSpec } from './types'

export const KINDS: readonly Kind[] = [
  'main_image',
  'white_bg',
  'detail_page',
  'sku_image',
  'banner',
  'campaign_page',
  'ad_creative',
  'static_page',
  'social_image',
  'video_cover',
  'retouch',
  'other',
]
export const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'urgent']
export const CLASSES: readonly RetakeClass[] = ['change', 'below_par', 'wrong_spec', 'wrong_copy']

/** The rules of a slot in one line, as a designer reads them. */
export function slotText(spec: SlotSpec): string {
  const pair = (w?: number | null, h?: number | null) => `${w ?? '—'}×${h ?? '—'}`
  const out: string[] = []
  if (spec.exact_width || spec.exact_height) out.push(t('assets.spec.exact', { size: pair(spec.exact_width, spec.exact_height) }))
  if (spec.min_width || spec.min_height) out.push(t('assets.spec.min', { size: pair(spec.min_width, spec.min_height) }))
  if (spec.max_width || spec.max_height) out.push(t('assets.spec.max', { size: pair(spec.max_width, spec.max_height) }))
  if (spec.min_longest) out.push(t('assets.spec.longest', { n: spec.min_longest }))
  if (spec.ratio) out.push(t('assets.spec.ratio', { ratio: spec.ratio.join(':') }))
  if (spec.max_bytes) out.push(t('assets.spec.bytes', { size: bytesText(spec.max_bytes) }))
  if (spec.formats.length) out.push(spec.formats.map((one) => one.toUpperCase()).join(' / '))
  if (spec.white_ground) out.push(t('assets.spec.white'))
  if (spec.max_count) out.push(t('assets.spec.count', { n: spec.max_count }))
  return out.join(' · ')
}
