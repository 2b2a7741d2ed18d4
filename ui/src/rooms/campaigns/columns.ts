import { defineColumns } from '@/parts'
import type { CampaignRow } from './types'

export const campaignColumns = defineColumns<CampaignRow>()(
  { key: 'no', title: 'campaigns.col.no', width: 150, pin: 'left', locked: true, copy: true },
  { key: 'title', title: 'campaigns.col.title', width: 220, locked: true },
  { key: 'state', title: 'campaigns.col.state', width: 96, kind: 'state', cycle: 'campaign' },
  { key: 'kind_title', title: 'campaigns.col.kind', width: 96 },
  { key: 'starts', title: 'campaigns.col.starts', width: 110, kind: 'day', sort: true },
  { key: 'ends', title: 'campaigns.col.ends', width: 110, kind: 'day', sort: true },
  { key: 'budget', title: 'campaigns.col.budget', width: 120, kind: 'money', align: 'right', sort: true },
  { key: 'owner', title: 'campaigns.col.owner', width: 96 },
  { key: 'products', title: 'campaigns.col.products', width: 80, kind: 'number', align: 'right' },
  { key: 'open_milestones', title: 'campaigns.col.open_milestones', width: 110, kind: 'number', align: 'right' },
  { key: 'updated_at', title: 'campaigns.col.updated_at', width: 150, kind: 'time', sort: true },
)
