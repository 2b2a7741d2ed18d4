/**
 * What the page runs in: the desktop window or a browser. The only module that may know of Tauri.
 * No rule of the shop is here, and no other module asks which of the two it is for anything but words.
 */
import { browserHost } from './browser'
import type { Host } from './types'
import { windowHost } from './window'

export * from './types'

/** Both faces come with the page: small as they are, the window would wait longer for a file of its own. */
export let host: Host = '__TAURI_INTERNALS__' in window ? windowHost : browserHost

/** Lets a test put its own host in place of the real ones. */
export function useHost(other: Host): void {
  host = other
}
