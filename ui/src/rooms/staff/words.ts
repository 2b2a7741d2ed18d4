import { hasText, t } from '@/locales'
import { timeText } from '@/parts'

const INSTANTS = ['locked_until', 'used_at', 'start_at', 'end_at']

/** A value of a history in people's words. */
export function fieldText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('history.empty_value')
  if (field === 'post' && hasText(`post.${String(value)}`)) return t(`post.${String(value)}`)
  if (field === 'module' && hasText(`staff.module.${String(value)}`)) return t(`staff.module.${String(value)}`)
  if (field === 'active' || field === 'temporary' || typeof value === 'boolean') return t(value ? 'filter.yes' : 'filter.no')
  if (INSTANTS.includes(field) && typeof value === 'number') return value === 0 ? t('history.empty_value') : timeText(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
