import { linesOf } from '@/parts/format'
import type { OptionDef } from './types'

/** Options as people type them, a line each: `颜色：黑、白`. No line makes one SKU without options. */
export function readOptions(text: string): OptionDef[] {
  return linesOf(text).map((line) => {
    const cut = line.search(/[:：]/)
    const name = cut < 0 ? line : line.slice(0, cut).trim()
    const values =
      cut < 0
        ? []
        : line
            .slice(cut + 1)
            .split(/[、,，;；\s]+/)
            .map((one) => one.trim())
            .filter((one) => one !== '')
    return { name, values }
  })
}

/** The same lines, to be edited. */
export const writeOptions = (options: readonly OptionDef[]): string =>
  options.map((one) => `${one.name}：${one.values.join('、')}`).join('\n')
