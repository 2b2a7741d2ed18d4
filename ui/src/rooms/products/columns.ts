import { defineColumns } from '@/parts'
import type { ProductRow } from './types'

export const productColumns = defineColumns<ProductRow>()(
  { key: 'picture', title: 'products.col.picture', width: 60, kind: 'thumb', pin: 'left' },
  { key: 'title', title: 'products.col.title', width: 280, pin: 'left', locked: true, sort: true },
  { key: 'code', title: 'products.col.code', width: 130, copy: true, sort: true },
  { key: 'category', title: 'products.col.category', width: 110 },
  { key: 'styles', title: 'products.col.styles', width: 180 },
  { key: 'brand', title: 'products.col.brand', width: 100, sort: true },
  { key: 'season', title: 'products.col.season', width: 90, sort: true },
  { key: 'sku_count', title: 'products.col.sku_count', width: 90, kind: 'number', sort: true },
  { key: 'min_cost', title: 'products.col.min_cost', width: 110, kind: 'money', tip: 'products.tip.min_cost' },
  { key: 'state', title: 'products.col.state', width: 90, kind: 'state', cycle: 'product' },
  { key: 'updated_at', title: 'products.col.updated_at', width: 130, kind: 'time', sort: true },
)
