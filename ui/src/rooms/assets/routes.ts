import { defineRoom } from '@/api'

export default defineRoom({
  name: 'assets',
  routes: [
    { path: '/assets/list/:id(\\d+)?', component: () => import('./pages/AssetList.vue'), meta: { title: 'assets.list_title', right: 'assets' } },
    { path: '/assets/mine/:id(\\d+)?', component: () => import('./pages/AssetBoard.vue'), props: { who: 'mine' }, meta: { title: 'assets.mine_title', right: 'assets' } },
    { path: '/assets/:id(\\d+)?', component: () => import('./pages/AssetBoard.vue'), meta: { title: 'assets.title', right: 'assets' } },
  ],
  nav: [
    { group: 'assets', title: 'assets.title', to: '/assets', right: 'assets', order: 10 },
    { group: 'assets', title: 'assets.mine_title', to: '/assets/mine', right: 'assets', order: 20 },
    { group: 'assets', title: 'assets.list_title', to: '/assets/list', right: 'assets', order: 30 },
  ],
  commands: [
    { id: 'assets.new', title: 'assets.new', right: 'assets', level: 'write', to: '/assets?new=1' },
    { id: 'assets.mine', title: 'assets.mine_title', right: 'assets', to: '/assets/mine' },
  ],
})
