import { defineRoom } from '@/api'

/** Goods stand in shops at home or overseas; who may see either has these pages, with what is theirs in them. */
const SHELVES = ['listings_domestic', 'listings_overseas'] as const

export default defineRoom({
  name: 'listings',
  routes: [
    {
      path: '/listings/:id?',
      component: () => import('./pages/ListingList.vue'),
      meta: { title: 'listings.title', right: SHELVES },
    },
    {
      path: '/listing-grid',
      component: () => import('./pages/ListingGrid.vue'),
      meta: { title: 'listings.grid.title', right: SHELVES },
    },
    {
      path: '/listings-bulk',
      component: () => import('./pages/BulkEdit.vue'),
      meta: { title: 'listings.bulk.title', right: SHELVES },
    },
    {
      path: '/prices/:id?',
      component: () => import('./pages/PriceList.vue'),
      meta: { title: 'listings.prices', right: SHELVES },
    },
    {
      path: '/price-calendar',
      component: () => import('./pages/PriceCalendar.vue'),
      meta: { title: 'listings.calendar.title', right: SHELVES },
    },
    { path: '/sync', component: () => import('./pages/SyncList.vue'), meta: { title: 'listings.sync.title', right: SHELVES } },
    {
      path: '/channels',
      component: () => import('./pages/ChannelPage.vue'),
      meta: { title: 'listings.channels.title', right: SHELVES },
    },
  ],
  nav: [
    { group: 'listings', title: 'listings.title', to: '/listings', right: SHELVES, order: 10 },
    { group: 'listings', title: 'listings.grid.title', to: '/listing-grid', right: SHELVES, order: 20 },
    { group: 'listings', title: 'listings.prices', to: '/prices', right: SHELVES, order: 30 },
    { group: 'listings', title: 'listings.sync.title', to: '/sync', right: SHELVES, order: 40 },
    { group: 'listings', title: 'listings.bulk.title', to: '/listings-bulk', right: SHELVES, order: 50 },
    { group: 'listings', title: 'listings.channels.title', to: '/channels', right: SHELVES, order: 60 },
  ],
  commands: [
    { id: 'listings.new', title: 'listings.new', right: SHELVES, level: 'write', to: '/listings?new=any' },
    { id: 'listings.calendar', title: 'listings.calendar.title', right: SHELVES, to: '/price-calendar' },
  ],
})
