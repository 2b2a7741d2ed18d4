import { ref } from 'vue'
import { createRouter, createWebHashHistory, type RouteLocationNormalized } from 'vue-router'
import { allowed, me } from '@/api'
import { rooms } from './rooms'

export const router = createRouter({
  // The window serves the page from a custom scheme and a browser may be sent a link: only the part after # is ours.
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'today', component: () => import('./pages/TodayPage.vue'), meta: { title: 'nav.today' } },
    { path: '/help/:cycle?', name: 'help', component: () => import('./pages/HelpPage.vue'), meta: { title: 'nav.help' } },
    { path: '/account', name: 'account', component: () => import('./pages/AccountPage.vue'), meta: { title: 'account.page' } },
    ...rooms.flatMap((room) => room.routes),
    { path: '/no-right', name: 'no_right', component: () => import('./pages/NoRightPage.vue'), meta: { title: 'nav.no_right' } },
    { path: '/:rest(.*)*', name: 'lost', component: () => import('./pages/LostPage.vue'), meta: { title: 'nav.lost' } },
  ],
})

/** A page has been asked for and is not there yet. */
export const going = ref(false)

/** Whether the one signed in may open a page. */
export const mayOpen = (to: Pick<RouteLocationNormalized, 'meta'>): boolean => allowed(to.meta)

router.beforeEach((to) => {
  // Nobody is in yet: the first address waits for them.
  if (!me.value) return false
  going.value = true
  if (!mayOpen(to)) return { name: 'no_right', query: { from: to.fullPath } }
  return true
})
router.onError(() => {
  going.value = false
})
router.afterEach(() => {
  going.value = false
})
