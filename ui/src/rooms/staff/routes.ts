import { defineRoom } from '@/api'

export default defineRoom({
  name: 'staff',
  routes: [
    { path: '/team/:id?', component: () => import('./pages/StaffList.vue'), meta: { title: 'staff.title', right: 'people' } },
    { path: '/org', component: () => import('./pages/OrgPage.vue'), meta: { title: 'staff.org.title', right: 'people' } },
    { path: '/duties', component: () => import('./pages/DutyPage.vue'), meta: { title: 'staff.duty.title', right: 'people' } },
    { path: '/rights', component: () => import('./pages/RightsPage.vue'), meta: { title: 'staff.rights.title', right: 'system' } },
    { path: '/audit/:id?', component: () => import('./pages/AuditList.vue'), meta: { title: 'staff.audit.title', right: 'audit' } },
    { path: '/settings', component: () => import('./pages/SettingsPage.vue'), meta: { title: 'staff.settings.title', right: 'system' } },
  ],
  nav: [
    { group: 'team', title: 'staff.title', to: '/team', right: 'people', order: 10 },
    { group: 'team', title: 'staff.org.title', to: '/org', right: 'people', order: 11 },
    { group: 'team', title: 'staff.duty.title', to: '/duties', right: 'people', order: 12 },
    { group: 'team', title: 'staff.rights.title', to: '/rights', right: 'system', order: 13 },
    { group: 'team', title: 'staff.audit.title', to: '/audit', right: 'audit', order: 90 },
    { group: 'team', title: 'staff.settings.title', to: '/settings', right: 'system', order: 91 },
  ],
  commands: [{ id: 'staff.new', title: 'staff.new', group: 'palette.actions', right: 'people', level: 'write', to: '/team?new=1' }],
})
