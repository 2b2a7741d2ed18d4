import { defineRoom } from '@/api'

export default defineRoom({
  name: 'copydesk',
  routes: [
    { path: '/copy/:id?', component: () => import('./pages/CopyList.vue'), meta: { title: 'copydesk.title', right: 'copy' } },
    { path: '/copy-words', component: () => import('./pages/WordList.vue'), meta: { title: 'copydesk.words.title', right: 'rules' } },
  ],
  nav: [
    { group: 'copy', title: 'copydesk.title', to: '/copy', right: 'copy', order: 10 },
    { group: 'copy', title: 'copydesk.words.title', to: '/copy-words', right: 'rules', order: 20 },
  ],
  commands: [
    { id: 'copydesk.new', title: 'copydesk.new', right: 'copy', level: 'write', to: '/copy?new=1' },
    { id: 'copydesk.words.new', title: 'copydesk.words.new', right: 'rules', level: 'write', to: '/copy-words?new=1' },
  ],
})
