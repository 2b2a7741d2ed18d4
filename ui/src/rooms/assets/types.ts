import type { Input, Output } from '@/api'

/** What the asset queue's operations take and answer, under the names its pages use. */
export type AssetRow = Output<'assets.list'>['rows'][number]
export type AssetView = Output<'assets.get'>
export type Kind = AssetView['kind']
export type Priority = AssetView['priority']
export type Version = AssetView['versions'][number]
export type Check = Version['checks'][number]
export type Level = Check['level']
export type PinView = AssetView['pins'][number]
export type Duplicate = AssetView['duplicates'][number]
export type RetakeClass = NonNullable<Input<'assets.act'>['class']>
export type SlotSpec = Output<'assets.slots'>[number]
export type Matched = Output<'assets.match_files'>[number]
export type Guess = Matched['guesses'][number]
export type Added = Output<'assets.add_versions'>['added'][number]
export type NotAdded = Output<'assets.add_versions'>['failed'][number]
export type PersonLoad = Output<'assets.capacity'>['people'][number]
