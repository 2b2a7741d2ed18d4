/**
 * What the page runs in: the desktop window or a browser. The only module that may know of Tauri.
 * No rule of the shop is here, and no other module asks which of the two it is for anything but words.
 */
import { browserHost } from './browser'
import type { Host } from './types'

export * from './types'

export let host: Host = browserHost

/** Chooses the face before anything else runs; the window's code is never loaded in a browser. */
export async function openHost(): Promise<Host> {
  if ('__TAURI_INTERNALS__' in window) host = (await import('./window')).windowHost
  return host
}

/** Lets a test put its own host in place of the real ones. */
export function useHost(other: Host): void {
  host = other
}
