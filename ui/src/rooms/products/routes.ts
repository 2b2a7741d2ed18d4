import { defineRoom } from '@/api'

export default defineRoom({
  name: 'products',
  routes: [
    { path: '/products/:id?', component: () => import('./pages/ProductList.vue'), meta: { title: 'products.title', right: 'products' } },
    { path: '/card', component: () => import('./pages/QuickCard.vue'), meta: { title: 'products.card.title', right: 'products' } },
    { path: '/taxonomy', component: () => import('./pages/TaxonomyPage.vue'), meta: { title: 'products.tax.title', right: 'products' } },
  ],
  nav: [
    { group: 'products', title: 'products.title', to: '/products', right: 'products', order: 10 },
    { group: 'products', title: 'products.card.title', to: '/card', right: 'products', order: 20 },
    { group: 'products', title: 'products.tax.title', to: '/taxonomy', right: 'products', order: 25 },
  ],
  commands: [
    { id: 'products.new', title: 'products.new', right: 'products', level: 'write', to: '/products?new=1' },
    { id: 'products.card', title: 'products.card.title', right: 'products', keys: 'g c', to: '/card' },
  ],
})
