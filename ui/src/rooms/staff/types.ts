import type { Input, Output } from '@/api'

/** What the operations of people and rights answer, under the names these pages use. */
export type StaffRow = Output<'staff.list'>['rows'][number]
export type StaffView = Output<'staff.get'>
export type PostCode = StaffRow['posts'][number]
export type Matrix = Output<'rights.matrix'>
export type Cell = Matrix['cells'][number]
export type ModuleCode = Cell['module']
export type Grant = Output<'grants.list'>[number]
export type Limit = Output<'limits.list'>[number]
export type Duty = Output<'duties.list'>[number]
export type EventRow = Output<'audit.list'>['rows'][number]
export type Setting = Output<'settings.list'>[number]
export type NewStaff = Input<'staff.create'>

/** The posts in the order of the house; the two accounts outside them last. */
export const POSTS = [
  'ops_supervisor',
  'customer_service',
  'mall_manager',
  'designer',
  'copywriter',
  'ops_specialist',
  'overseas',
  'merchandiser',
  'product_planner',
  'promotion',
  'director',
  'admin',
] as const satisfies readonly PostCode[]
