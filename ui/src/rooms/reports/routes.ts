import { defineRoom } from '@/api'

export default defineRoom({
  name: 'reports',
  routes: [
    { path: '/reports', component: () => import('./pages/ReportPage.vue'), meta: { title: 'reports.title', right: 'reports' } },
    { path: '/reports/made', component: () => import('./pages/MadeList.vue'), meta: { title: 'reports.made.title', right: 'reports' } },
  ],
  nav: [
    { group: 'reports', title: 'reports.title', to: '/reports', right: 'reports', order: 10 },
    { group: 'reports', title: 'reports.made.title', to: '/reports/made', right: 'reports', order: 20 },
  ],
  commands: [{ id: 'reports.open', title: 'reports.title', right: 'reports', keys: 'g r', to: '/reports' }],
})
