import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { host, type FileDropEvent, type LocalFile } from '@/host'
import { admitted } from './many'
import { showError } from './notice'

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

/** Where pasted files go: with the keyboard, to the layer it is in; the pointer chooses among several zones. */
function zoneOfPaste(x: number, y: number): HTMLElement | null {
  const near = document.activeElement?.closest<HTMLElement>('[data-dropzone]') ?? null
  if (near && zones.has(near)) return near
  const at = zoneAt(x, y)
  const shown = [...zones.keys()].filter((zone) => zone.isConnected && zone.getClientRects().length > 0)
  const layer = document.activeElement?.closest('[role="dialog"]')
  const here = shown.filter((zone) => layer?.contains(zone))
  if (at && here.includes(at)) return at
  if (here.length === 1) return here[0] ?? null
  return at ?? (shown.length === 1 ? (shown[0] ?? null) : null)
}

async function enter(zone: HTMLElement, files: LocalFile[]): Promise<void> {
  try {
    if (await admitted(files)) zones.get(zone)?.(files)
  } catch (error) {
    showError(error)
  }
}

function takeDrop({ x, y, files, pasted }: FileDropEvent & { type: 'drop' }): void {
  const zone = pasted ? zoneOfPaste(x, y) : zoneAt(x, y)
  if (zone && files.length) void enter(zone, files)
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
    if (event.type === 'drop') {
      dropping.value = false
      overZone.value = null
      takeDrop(event)
      return
    }
    dropping.value = true
    overZone.value = zoneAt(event.x, event.y)
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
