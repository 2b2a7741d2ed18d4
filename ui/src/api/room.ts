import type { RouteRecordRaw } from 'vue-router'
import type { Need } from './session'

/** The groups of the rail, in the house's order. */
export type NavGroup =
  | 'today'
  | 'tasks'
  | 'goals'
  | 'products'
  | 'supply'
  | 'warehouse'
  | 'listings'
  | 'orders'
  | 'service'
  | 'assets'
  | 'copy'
  | 'promotion'
  | 'reports'
  | 'team'

export interface NavEntry extends Need {
  group: NavGroup
  /** A text key, or the words themselves. */
  title: string
  to: string
  order?: number
}

/** Something the palette (Ctrl+K), a key or the key sheet can do. */
export interface Command extends Need {
  id: string
  title: string
  group?: string
  /** 'Mod+B' with a modifier, 'g p' a sequence, 'n' a single letter. */
  keys?: string
  run?: () => void | Promise<void>
  to?: string
}

/** What a room brings to the frame. */
export interface Room {
  name: string
  routes: RouteRecordRaw[]
  nav?: NavEntry[]
  commands?: Command[]
}

/** A room's door to the frame; `routes.ts` of each room exports one as default. Pages are fetched when they are opened. */
export const defineRoom = (room: Room): Room => room

declare module 'vue-router' {
  interface RouteMeta extends Need {
    /** A text key, or the words themselves; the page tab and the window's title. */
    title?: string
  }
}
