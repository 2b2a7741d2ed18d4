import { defineRoom } from '@/api'

export default defineRoom({
  name: 'imports',
  routes: [
    { path: '/imports', component: () => import('./pages/ImportList.vue'), meta: { title: 'imports.title', right: 'imports' } },
    { path: '/imports/:id(\\d+)', component: () => import('./pages/ImportPage.vue'), meta: { title: 'imports.one', right: 'imports' } },
  ],
  nav: [{ group: 'products', title: 'imports.title', to: '/imports', right: 'imports', order: 40 }],
  commands: [{ id: 'imports.open', title: 'imports.open', right: 'imports', level: 'write', to: '/imports' }],
})
