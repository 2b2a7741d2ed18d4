import type { Input, Output } from '@/api'

/** What the product room's operations take and answer, under the names its pages use. */
export type ProductRow = Output<'products.list'>['rows'][number]
export type Detail = Output<'products.get'>
export type Sku = Detail['skus'][number]
export type OptionDef = Detail['options'][number]
export type ProductPicture = Detail['pictures'][number]
export type Chart = Required<NonNullable<Input<'products.set_size_chart'>['chart']>>
export type Accessory = Detail['accessories'][number]
export type Advice = Output<'products.size_advice'>
export type Category = Output<'categories.list'>[number]
export type Style = Output<'styles.list'>[number]
