import { onBeforeUnmount, onMounted, toValue, type MaybeRefOrGetter } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { t } from '@/locales'
import { confirm } from '../notice'

const guards = new Set<() => boolean>()

/** Whether something typed somewhere would be lost. */
export const anyUnsaved = (): boolean => [...guards].some((guard) => guard())

/** Asks before leaving; true when there is nothing to lose or the person says so. */
export const mayLeave = async (): Promise<boolean> =>
  !anyUnsaved() || confirm(t('action.leave_ask'), { yes: t('action.leave'), danger: true })

/** While `dirty`, leaving the page, the drawer or the window asks first. */
export function useUnsaved(dirty: MaybeRefOrGetter<boolean>): void {
  const guard = () => toValue(dirty)
  const beforeUnload = (event: BeforeUnloadEvent) => {
    if (guard()) event.preventDefault()
  }
  onMounted(() => {
    guards.add(guard)
    window.addEventListener('beforeunload', beforeUnload)
  })
  onBeforeUnmount(() => {
    guards.delete(guard)
    window.removeEventListener('beforeunload', beforeUnload)
  })
  onBeforeRouteLeave(async () => (guard() ? mayLeave() : true))
  onBeforeRouteUpdate(async (to, from) => (guard() && to.path !== from.path ? mayLeave() : true))
}
