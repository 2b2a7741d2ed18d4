import type { Input, Output, RowOf } from '@/api'

export type Report = Output<'reports.catalogue'>[number]
export type Preview = Output<'reports.preview'>
export type ReportAsked = Input<'reports.preview'>
export type ReportFilters = NonNullable<ReportAsked['filters']>
export type MadeRow = RowOf<'reports'>
