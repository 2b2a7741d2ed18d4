import { ref, shallowRef } from 'vue'
import { host } from '@/host'
import { touch, touchAll } from './read'

/** Whether the shop can be heard; false shows the banner. */
export const online = ref(true)

/** When the last change or answer came. */
export const heardAt = shallowRef<number | null>(null)

let stop: (() => void) | null = null

/** Listens to the shop's changes while somebody is signed in. */
export function followChanges(): void {
  stop ??= host.onChange({
    change: ({ tags }) => {
      heardAt.value = Date.now()
      touch(tags)
    },
    lost: touchAll,
    link: (state) => {
      if (state === 'online' && !online.value) touchAll()
      online.value = state === 'online'
    },
  })
}

export function stopFollowing(): void {
  stop?.()
  stop = null
}
