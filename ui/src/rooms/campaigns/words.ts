import { t } from '@/locales'
import type { AssetKind, CopyKind, Post } from './types'

/** The posts that can be given something to do. */
export const POSTS: readonly Post[] = [
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
]

export const ASSET_KINDS: readonly AssetKind[] = [
  'main_image',
  'white_bg',
  'detail_page',
  'sku_image',
  'banner',
  'campaign_page',
  'ad_creative',
  'static_page',
  'social_image',
  'video_cover',
  'retouch',
  'other',
]

export const COPY_KINDS: readonly CopyKind[] = [
  'title',
  'subtitle',
  'selling_point',
  'detail',
  'faq',
  'campaign',
  'brand',
  'social',
  'script',
]

/** T-5, the day itself, T+7: how far a day lies before the start. */
export const offsetText = (days: number): string => (days === 0 ? t('campaigns.day_zero') : days > 0 ? `T-${days}` : `T+${-days}`)
