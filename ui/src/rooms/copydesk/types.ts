import type { Input, Output } from '@/api'

/** What the copy desk's operations answer, under the names its pages use. */
export type CopyRow = Output<'copy.list'>['rows'][number]
export type CopyDetail = Output<'copy.get'>
export type WordRow = Output<'copy_words.list'>['rows'][number]
export type Kind = Input<'copy.create'>['kind']
export type Finding = CopyDetail['checks'][number]
export type Severity = Finding['severity']
export type Limit = NonNullable<CopyDetail['limit']>
