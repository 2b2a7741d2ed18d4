import {
  Bell,
  Box,
  Brush,
  ChatDotRound,
  DataAnalysis,
  Document,
  EditPen,
  Finished,
  Goods,
  House,
  List,
  Promotion,
  Shop,
  User,
  Van,
} from '@element-plus/icons-vue'
import { computed, type Component } from 'vue'
import { allowed, me, type NavEntry, type NavGroup } from '@/api'
import { roomNav } from './rooms'

const ICONS: Record<NavGroup, Component> = {
  today: House,
  tasks: List,
  goals: Finished,
  products: Goods,
  supply: Van,
  warehouse: Box,
  listings: Shop,
  orders: Document,
  service: ChatDotRound,
  assets: Brush,
  copy: EditPen,
  promotion: Promotion,
  reports: DataAnalysis,
  team: User,
}
export const BellIcon = Bell

const HOUSE: readonly NavGroup[] = [
  'today',
  'tasks',
  'goals',
  'products',
  'supply',
  'warehouse',
  'listings',
  'orders',
  'service',
  'assets',
  'copy',
  'promotion',
  'reports',
  'team',
]

/** What each post works in most comes first; the rest follows in the house's order. */
const FIRST: Record<string, readonly NavGroup[]> = {
  ops_supervisor: ['today', 'tasks', 'goals', 'reports', 'listings', 'orders', 'team'],
  customer_service: ['today', 'service', 'orders', 'products', 'tasks'],
  mall_manager: ['today', 'orders', 'warehouse', 'service', 'tasks'],
  designer: ['today', 'assets', 'copy', 'tasks'],
  copywriter: ['today', 'copy', 'assets', 'products', 'tasks'],
  ops_specialist: ['today', 'listings', 'assets', 'copy', 'orders', 'tasks'],
  overseas: ['today', 'listings', 'orders', 'service', 'tasks'],
  merchandiser: ['today', 'supply', 'warehouse', 'products', 'tasks'],
  product_planner: ['today', 'products', 'assets', 'tasks'],
  promotion: ['today', 'promotion', 'listings', 'reports', 'tasks'],
  director: ['today', 'reports', 'goals', 'team'],
  admin: ['today', 'team'],
}

export interface NavBlock {
  group: NavGroup
  icon: Component
  entries: NavEntry[]
}

/** The rail of the one signed in: groups with what the post may enter, in the post's own order. What is not allowed is not there. */
export const rail = computed<NavBlock[]>(() => {
  const first = FIRST[me.value?.staff.posts[0] ?? ''] ?? []
  const order = [...first, ...HOUSE.filter((group) => !first.includes(group))]
  const entries: NavEntry[] = [{ group: 'today', title: 'nav.today', to: '/' }, ...roomNav]
  return order.flatMap((group) => {
    const mine = entries.filter((entry) => entry.group === group && allowed(entry)).sort((a, b) => (a.order ?? 50) - (b.order ?? 50))
    return mine.length ? [{ group, icon: ICONS[group], entries: mine }] : []
  })
})
