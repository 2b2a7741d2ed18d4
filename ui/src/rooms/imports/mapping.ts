import type { ColumnMap, ColumnRule, FieldCode } from './types'

/** The fields in the groups a person looks for them in. */
export const GROUPS: readonly { key: string; fields: readonly FieldCode[] }[] = [
  { key: 'product', fields: ['code', 'title', 'subtitle', 'category', 'category_id', 'brand', 'description', 'pictures', 'attribute'] },
  { key: 'sku', fields: ['sku_code', 'barcode', 'sku_option', 'sku_options', 'cost', 'weight_g', 'weight_kg', 'unit'] },
  { key: 'shelf', fields: ['price', 'market_price', 'stock', 'status', 'platform_item_id', 'platform_sku_id', 'asin'] },
  { key: 'other', fields: ['extra', 'ignore'] },
]

/** Fields that only one column can have. */
const MANY: readonly FieldCode[] = ['sku_option', 'attribute', 'pictures', 'extra', 'ignore']

/** The map with this column meaning that; a field that only one column can have leaves the other column. */
export function withField(map: ColumnMap, source: string, field: FieldCode): ColumnMap {
  const columns = map.columns.map((rule): ColumnRule => {
    if (rule.source === source) return { ...rule, field }
    return rule.field === field && !MANY.includes(field) ? { ...rule, field: 'extra' } : rule
  })
  return { ...map, columns }
}

/** The map with what some of a column's values are to be read as; blank entries fall out. */
export function withValues(map: ColumnMap, source: string, values: Record<string, string>): ColumnMap {
  const kept = Object.fromEntries(Object.entries(values).filter(([from, to]) => from.trim() !== '' && to.trim() !== ''))
  return { ...map, columns: map.columns.map((rule) => (rule.source === source ? { ...rule, values: kept } : rule)) }
}

/** Every column of the header with its rule: what the map leaves out is kept as extra. */
export function completed(header: readonly string[], map: ColumnMap): ColumnMap {
  const named = [...new Set(header.filter((name) => name !== ''))]
  return {
    ...map,
    columns: named.map((source) => map.columns.find((rule) => rule.source === source) ?? { source, field: 'extra', values: {} }),
  }
}

/** Whether a map says enough to read by: something that names a thing, and something it tells of it. */
export function isUseful(map: ColumnMap): boolean {
  const naming = map.columns.some((rule) => ['title', 'code', 'sku_code'].includes(rule.field))
  return naming && map.columns.filter((rule) => !['extra', 'ignore'].includes(rule.field)).length >= 2
}

/** What stands in a column of the first rows, each once, in their order. */
export function valuesOf(header: readonly string[], sample: readonly (readonly [number, readonly string[]])[], source: string): string[] {
  const at = header.indexOf(source)
  return at < 0 ? [] : [...new Set(sample.map(([, cells]) => (cells[at] ?? '').trim()).filter((text) => text !== ''))]
}
