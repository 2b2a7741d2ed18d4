import type { ModuleCode } from './types'

/** The modules of the rights matrix in the order of the house. */
export const MODULES = [
  'people', 'acting_cover', 'recruiting', 'appraisal', 'personnel_requests', 'tasks', 'goals', 'products', 'development', 'launch',
  'suppliers', 'purchasing', 'receiving', 'payments', 'stock', 'stock_count', 'replenishment', 'listings_domestic', 'listings_overseas',
  'orders_domestic', 'orders_overseas', 'after_sales', 'service', 'roster', 'assets', 'copy', 'shoots', 'content', 'campaigns', 'ads',
  'research', 'issues', 'expenses', 'margin', 'reports', 'sop', 'rules', 'imports', 'audit', 'system',
] as const satisfies readonly ModuleCode[]
