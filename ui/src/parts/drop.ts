import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { host, type LocalFile } from '@/host'

/** Whether files hang over the window, and over which zone. One interface for the window's paths and the browser's files. */
export const dropping = ref(false)
export const overZone = shallowRef<HTMLElement | null>(null)

const zones = new Map<HTMLElement, (files: LocalFile[]) => void>()
let listening = false

function zoneAt(x: number, y: number): HTMLElement | null {
  const at = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-dropzone]') ?? null
  if (at && zones.has(at)) return at
  // A page with one zone takes the file wherever it falls.
  const whole = [...zones.keys()].filter((zone) => zone.dataset.dropzone === 'page' && zone.isConnected)
  return whole.at(-1) ?? null
}

function listen(): void {
  if (listening) return
  listening = true
  host.onFilesDropped((event) => {
    if (event.type === 'leave') {
      dropping.value = false
      overZone.value = null
      return
    }
    const zone = zoneAt(event.x, event.y)
    if (event.type === 'drop') {
      dropping.value = false
      overZone.value = null
      if (zone && event.files.length) zones.get(zone)?.(event.files)
      return
    }
    dropping.value = true
    overZone.value = zone
  })
}

/** Makes an element take files while the caller lives. With `page` it also takes what falls beside every zone. */
export function useDropZone(element: Ref<HTMLElement | null>, take: (files: LocalFile[]) => void): void {
  listen()
  let mine: HTMLElement | null = null
  const set = () => {
    if (mine === element.value) return
    if (mine) zones.delete(mine)
    mine = element.value
    if (mine) zones.set(mine, take)
  }
  onScopeDispose(() => {
    if (mine) zones.delete(mine)
  })
  watch(element, set, { immediate: true, flush: 'post' })
}
