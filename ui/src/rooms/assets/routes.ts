import { defineRoom } from '@/api'

export default defineRoom({
  name: 'assets',
  routes: [
    {
      path: '/assets/list/:id(\\d+)?',
      component: () => import('./pages/AssetList.vue'),
      meta: { title: 'assets.list_title', right: 'assets' },
    },
    {
      path: '/assets/mine/:id(\\d+)?',
      component: () => import('./pages/AssetBoard.vue'),
      props: { who: 'mine' },
      meta: { title: 'assets.mine_title', right: 'assets' },
    },
    { path: '/assets/review', component: () => import('./pages/ReviewPage.vue'), meta: { title: 'assets.review.title', right: 'assets' } },
    {
      path: '/assets/plan/:id(\\d+)?',
      component: () => import('./pages/PlanPage.vue'),
      meta: { title: 'assets.plan.title', right: 'assets' },
    },
    { path: '/assets/:id(\\d+)?', component: () => import('./pages/AssetBoard.vue'), meta: { title: 'assets.title', right: 'assets' } },
  ],
  nav: [
    { group: 'assets', title: 'assets.title', to: '/assets', right: 'assets', order: 10 },
    { group: 'assets', title: 'assets.mine_title', to: '/assets/mine', right: 'assets', order: 20 },
    { group: 'assets', title: 'assets.review.title', to: '/assets/review', right: 'assets', order: 25 },
    { group: 'assets', title: 'assets.plan.title', to: '/assets/plan', right: 'assets', order: 27 },
    { group: 'assets', title: 'assets.list_title', to: '/assets/list', right: 'assets', order: 30 },
  ],
  commands: [
    { id: 'assets.new', title: 'assets.new', right: 'assets', level: 'write', to: '/assets?new=1' },
    { id: 'assets.review', title: 'assets.review.title', right: 'assets', level: 'write', to: '/assets/review' },
    { id: 'assets.plan', title: 'assets.plan.title', right: 'assets', to: '/assets/plan' },
    { id: 'assets.mine', title: 'assets.mine_title', right: 'assets', to: '/assets/mine' },
  ],
})
