import type { Input, Output } from '@/api'

/** What the import room's operations answer and take, under the names its pages use. */
export type BatchRow = Output<'imports.list'>['rows'][number]
export type ImportView = Output<'imports.get'>
export type RowView = Output<'imports.rows'>['rows'][number]
export type Problem = RowView['problems'][number]
export type Choice = Omit<Input<'imports.choose'>, 'id'>
export type ColumnMap = NonNullable<Input<'imports.map'>['map']>
export type ColumnRule = ColumnMap['columns'][number]
export type FieldCode = ColumnRule['field']
export type CellFix = Input<'imports.fix'>['fixes'][number]
export type PackFile = NonNullable<Input<'imports.preview'>['pack']>[number]
export type Job = Output<'jobs.list'>[number]
export type RowClass = 'new' | 'update' | 'unchanged' | 'error' | 'warned'
