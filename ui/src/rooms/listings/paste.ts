import type { Input } from '@/api'

export type BulkRow = NonNullable<Input<'listings.bulk_edit'>['rows']>[number]
export type BulkKey = 'id' | 'item_id' | 'shop' | 'outer_id' | 'price' | 'qty' | 'title' | 'category'

/** The columns in the order they have when the pasted table names none. */
export const PLAIN: readonly BulkKey[] = ['id', 'outer_id', 'price', 'qty', 'title', 'category']

const NAMES: readonly [BulkKey, RegExp][] = [
  ['id', /^(上架号|listing( ?no\.?| ?id)?)$/i],
  ['item_id', /^(平台商品 ?id|商品 ?id|宝贝 ?id|数字 ?id|item( ?id)?|asin)$/i],
  ['shop', /^(店铺|店铺代码|店铺名称?|shop)$/i],
  ['outer_id', /^(商家编码|sku ?编码|sku|seller ?sku|outer ?id)$/i],
  ['price', /^(价格|售价|新价|一口价|price)$/i],
  ['qty', /^(库存|在售库存|数量|quantity|qty|stock)$/i],
  ['title', /^(标题|宝贝标题|商品标题|title)$/i],
  ['category', /^(类目|宝贝类目|category)$/i],
]
const keyOf = (name: string): BulkKey | null => NAMES.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? null

/** Cells as a spreadsheet puts them on the clipboard: tabs between, a cell with a line break or a quote in quotes. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const end = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const c = text[at]
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (c === '"' && cell === '') quoted = true
    else if (c === '\t') end()
    else if (c === '\n') {
      end()
      rows.push([])
    } else if (c !== '\r') cell += c
  }
  end()
  return rows.filter((row) => row.some((one) => one !== ''))
}

export interface Pasted {
  keys: readonly BulkKey[]
  rows: BulkRow[]
  unknown: string[]
}

/** Rows pasted from a spreadsheet. A first line of column names says what is what; without one the plain order counts. */
export function readPasted(text: string): Pasted {
  const cells = cellsOf(text)
  const named = (cells[0] ?? []).map(keyOf)
  const hasHead = named.some((key) => key !== null)
  const columns: readonly (BulkKey | null)[] = hasHead ? named : PLAIN
  const unknown = hasHead ? (cells[0] ?? []).filter((name, at) => name !== '' && named[at] === null) : []
  const rows = cells.slice(hasHead ? 1 : 0).map((row): BulkRow => {
    const out: Record<string, string | number> = {}
    columns.forEach((key, at) => {
      if (key && key !== 'id') out[key] = row[at] ?? ''
    })
    const id = columns.indexOf('id')
    return { ...out, id: Number((row[id] ?? '').normalize('NFKC').replace(/^#/, '')) || 0 }
  })
  return { keys: columns.filter((key): key is BulkKey => key !== null), rows, unknown }
}
