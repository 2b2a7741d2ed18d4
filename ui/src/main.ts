import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import 'element-plus/es/components/base/style/css'
import './app/styles/tokens.css'
import './app/styles/base.css'
import { showError } from '@/parts/notice'
import { watchHover } from '@/parts/hover'
import { takeFaultsWith } from '@/parts/fault'
import { i18n, keptLanguage, setLanguage } from '@/locales'
import { queries } from '@/api/read'
import { resume } from '@/api/session'
import App from './app/App.vue'
import { reportFault } from './app/faults'
import { router } from './app/router'
import { startTheme } from './app/theme'

async function start(): Promise<void> {
  const known = resume().catch(showError)
  if (keptLanguage() !== 'zh-CN') await setLanguage(keptLanguage())
  startTheme()
  watchHover()

  const app = createApp(App)
  app.use(i18n).use(VueQueryPlugin, { queryClient: queries })
  takeFaultsWith((error) => reportFault(error)?.number ?? null)
  app.config.errorHandler = (error) => {
    reportFault(error)
  }
  window.addEventListener('unhandledrejection', (event) => {
    reportFault(event.reason)
  })
  await known
  app.use(router)
  await router.isReady().catch(reportFault)
  app.mount('#app')
}
void start().catch(reportFault)
