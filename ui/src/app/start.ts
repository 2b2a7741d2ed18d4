import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import { me, readAhead, type Me } from '@/api'
import { queries } from '@/api/read'
import { begin } from '@/api/session'
import { i18n, keptLanguage, setLanguage } from '@/locales'
import { takeFaultsWith } from '@/parts/fault'
import { watchHover } from '@/parts/hover'
import App from './App.vue'
import { reportFault } from './faults'
import { rehearse } from './rehearsal'
import { router } from './router'
import { startTheme } from './theme'

const app = createApp(App)
app.use(i18n).use(VueQueryPlugin, { queryClient: queries }).use(router)
app.config.errorHandler = (error) => {
  reportFault(error)
}
takeFaultsWith((error) => reportFault(error)?.number ?? null)
window.addEventListener('unhandledrejection', (event) => {
  reportFault(event.reason)
})
startTheme()
watchHover()

/** Has ready, while the password is typed, what the press on 登录 will need. */
export function prepare(): void {
  if (!me.value) rehearse(app._context)
}

/** Begins the work: for somebody who signed in just now (`fresh`), or on an earlier visit of this page. */
export async function start(who: unknown, fresh: boolean): Promise<void> {
  await setLanguage(keptLanguage())
  begin(who as Me, fresh)
  const to = router.options.history.location
  if (fresh && to === '/') await layDesk()
  await router.replace(to)
  app.mount('#app')
  // What the buttons of every page go by; the desk itself has none.
  if (fresh) setTimeout(() => void readAhead('lifecycles.all', {}))
}

/** What is on the desk comes with it, not a moment after; it waits for no slow shop. */
function layDesk(): Promise<void> {
  const laid = readAhead('desk.today', {})
  return Promise.race([laid, new Promise<void>((resume) => setTimeout(resume, 150))])
}
