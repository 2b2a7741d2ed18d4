import { h } from 'vue'
import { defineColumns } from '@/parts'
import { t, told } from '@/locales'
import type { ChangeRow, ListingRow, SyncRow } from './types'

/** A mark on a row that wants an eye; nothing where there is nothing to see. */
const mark = (on: boolean, tone: 'danger' | 'warning', text: string) => (on ? h('span', { class: `s-tag s-tone-${tone}` }, t(text)) : '')

export const listingColumns = defineColumns<ListingRow>()(
  { key: 'picture', title: 'listings.col.picture', width: 56, kind: 'thumb', pin: 'left' },
  { key: 'title', title: 'listings.col.title', width: 280, pin: 'left', locked: true },
  { key: 'product_code', title: 'listings.col.product_code', width: 120, copy: true },
  { key: 'shop', title: 'listings.col.shop', width: 120, sub: (row) => row.channel },
  { key: 'item_id', title: 'listings.col.item_id', width: 140, copy: true },
  { key: 'state', title: 'listings.col.state', width: 96, kind: 'state', cycle: 'listing', sort: true },
  { key: 'price', title: 'listings.col.price', width: 100, kind: 'money', sort: true },
  { key: 'list_price', title: 'listings.col.list_price', width: 100, kind: 'money', hidden: true },
  { key: 'qty', title: 'listings.col.qty', width: 80, kind: 'number' },
  { key: 'completeness_bp', title: 'listings.col.completeness', width: 90, align: 'right', text: (value) => `${Math.floor(value / 100)}%` },
  {
    key: 'waiting',
    title: 'listings.col.waiting',
    width: 80,
    text: (value) => (value ? t('listings.mark.waiting') : ''),
    cell: (row) => mark(Boolean(row.waiting), 'warning', 'listings.mark.waiting'),
  },
  {
    key: 'violation',
    title: 'listings.col.violation',
    width: 70,
    text: (value) => (value ? t('listings.mark.violation') : ''),
    cell: (row) => mark(row.violation, 'danger', 'listings.mark.violation'),
  },
  { key: 'category', title: 'listings.col.category', width: 180, sort: true },
  { key: 'live_at', title: 'listings.col.live_at', width: 130, kind: 'time', hidden: true },
  { key: 'updated_at', title: 'listings.col.updated_at', width: 130, kind: 'time', sort: true },
)

export const priceColumns = defineColumns<ChangeRow>()(
  { key: 'code', title: 'listings.price.code', width: 160, pin: 'left', locked: true, copy: true },
  { key: 'picture', title: 'listings.col.picture', width: 56, kind: 'thumb' },
  { key: 'title', title: 'listings.col.title', width: 240 },
  { key: 'shop', title: 'listings.col.shop', width: 120 },
  { key: 'old_price', title: 'listings.price.old', width: 100, kind: 'money', sort: true },
  { key: 'new_price', title: 'listings.price.new', width: 100, kind: 'money', sort: true },
  {
    key: 'below_floor',
    title: 'listings.price.below_floor',
    width: 90,
    text: (value) => (value ? t('listings.mark.below_floor') : ''),
    cell: (row) => mark(row.below_floor, 'danger', 'listings.mark.below_floor'),
  },
  { key: 'state', title: 'listings.col.state', width: 96, kind: 'state', cycle: 'price_change' },
  { key: 'start_at', title: 'listings.price.start', width: 130, kind: 'time', sort: true },
  { key: 'end_at', title: 'listings.price.end', width: 130, kind: 'time' },
  { key: 'reason', title: 'listings.price.reason', width: 200 },
  { key: 'by', title: 'listings.price.by', width: 90 },
  {
    key: 'approved_by',
    title: 'listings.price.approved_by',
    width: 90,
    text: (value, row) => (row.auto_approved ? t('listings.mark.auto') : (value ?? '')),
  },
)

export const syncColumns = defineColumns<SyncRow>()(
  { key: 'kind', title: 'listings.sync.kind', width: 90, pin: 'left', locked: true, text: (value) => t(`listings.kind.${value}`) },
  { key: 'picture', title: 'listings.col.picture', width: 56, kind: 'thumb' },
  { key: 'title', title: 'listings.col.title', width: 240, link: (row) => `/listings/${row.listing_id}` },
  { key: 'shop', title: 'listings.col.shop', width: 120 },
  { key: 'item_id', title: 'listings.col.item_id', width: 140, copy: true },
  { key: 'outer_id', title: 'listings.sku.outer_id', width: 140, copy: true },
  { key: 'old', title: 'listings.sync.old', width: 150, text: (value) => told(value) },
  { key: 'new', title: 'listings.sync.new', width: 200, copy: true, text: (value) => told(value) },
  { key: 'since', title: 'listings.sync.since', width: 130, kind: 'time', sort: true },
  { key: 'by', title: 'listings.sync.by', width: 90 },
  { key: 'done_at', title: 'listings.sync.done_at', width: 130, kind: 'time' },
)
