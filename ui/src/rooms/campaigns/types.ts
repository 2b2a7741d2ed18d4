import type { Input, Output } from '@/api'

/** What the campaign room's operations take and answer, under the names its pages use. */
export type CampaignRow = Output<'campaigns.list'>['rows'][number]
export type CampaignView = Output<'campaigns.get'>
export type Item = CampaignView['products'][number]
export type Milestone = CampaignView['milestones'][number]
export type Piece = CampaignView['pack'][number]
export type Check = CampaignView['checks'][number]
export type Improvement = CampaignView['improvements'][number]
export type Template = Output<'campaigns.templates'>[number]
export type CalendarView = Output<'campaigns.calendar'>
export type Bar = CalendarView['campaigns'][number]
export type Mark = CalendarView['milestones'][number]
export type Post = Milestone['owner_post']
export type AssetKind = Template['items'][number]['asset_kind']
export type CopyKind = Template['copies'][number]['copy_kind']
export type TemplateInput = Input<'campaigns.save_template'>
