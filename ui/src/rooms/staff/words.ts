import { hasText, t } from '@/locales'
import { changeText } from '@/parts'

/** A value of the trail in people's words; of a right its module is named too. */
export function fieldText(field: string, value: unknown, entity = 'staff'): string {
  if (field === 'module' && hasText(`staff.module.${String(value)}`)) return t(`staff.module.${String(value)}`)
  return changeText(field, value, entity)
}
