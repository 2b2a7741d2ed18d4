import { defineRoom } from '@/api'

export default defineRoom({
  name: 'copydesk',
  routes: [{ path: '/copy/:id?', component: () => import('./pages/CopyList.vue'), meta: { title: 'copydesk.title', right: 'copy' } }],
  nav: [{ group: 'copy', title: 'copydesk.title', to: '/copy', right: 'copy', order: 10 }],
  commands: [{ id: 'copydesk.new', title: 'copydesk.new', right: 'copy', level: 'write', to: '/copy?new=1' }],
})
