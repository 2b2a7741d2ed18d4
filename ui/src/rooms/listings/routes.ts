import { defineRoom } from '@/api'

export default defineRoom({
  name: 'listings',
  routes: [
    {
      path: '/listings/:id?',
      component: () => import('./pages/ListingList.vue'),
      meta: { title: 'listings.title', right: 'listings_domestic' },
    },
    {
      path: '/listing-grid',
      component: () => import('./pages/ListingGrid.vue'),
      meta: { title: 'listings.grid.title', right: 'listings_domestic' },
    },
    {
      path: '/listings-bulk',
      component: () => import('./pages/BulkEdit.vue'),
      meta: { title: 'listings.bulk.title', right: 'listings_domestic' },
    },
    {
      path: '/prices/:id?',
      component: () => import('./pages/PriceList.vue'),
      meta: { title: 'listings.prices', right: 'listings_domestic' },
    },
    {
      path: '/price-calendar',
      component: () => import('./pages/PriceCalendar.vue'),
      meta: { title: 'listings.calendar.title', right: 'listings_domestic' },
    },
    { path: '/sync', component: () => import('./pages/SyncList.vue'), meta: { title: 'listings.sync.title', right: 'listings_domestic' } },
    {
      path: '/channels',
      component: () => import('./pages/ChannelPage.vue'),
      meta: { title: 'listings.channels.title', right: 'listings_domestic' },
    },
  ],
  nav: [
    { group: 'products', title: 'listings.title', to: '/listings', right: 'listings_domestic', order: 30 },
    { group: 'products', title: 'listings.grid.title', to: '/listing-grid', right: 'listings_domestic', order: 30.5 },
    { group: 'products', title: 'listings.prices', to: '/prices', right: 'listings_domestic', order: 31 },
    { group: 'products', title: 'listings.sync.title', to: '/sync', right: 'listings_domestic', order: 32 },
    { group: 'products', title: 'listings.bulk.title', to: '/listings-bulk', right: 'listings_domestic', order: 33 },
    { group: 'products', title: 'listings.channels.title', to: '/channels', right: 'listings_domestic', order: 34 },
  ],
  commands: [
    { id: 'listings.new', title: 'listings.new', right: 'listings_domestic', level: 'write', to: '/listings?new=any' },
    { id: 'listings.calendar', title: 'listings.calendar.title', right: 'listings_domestic', to: '/price-calendar' },
  ],
})
