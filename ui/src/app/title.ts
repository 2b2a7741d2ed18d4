import { watchEffect } from 'vue'
import { useRoute } from 'vue-router'
import { host } from '@/host'
import { t, words } from '@/locales'

/** The window is called by its page, in the present language. */
export function followTitle(): void {
  const route = useRoute()
  watchEffect(() => {
    host.setTitle(route.meta.title ? `${words(route.meta.title)} · ${t('app.name')}` : t('app.name'))
  })
}
