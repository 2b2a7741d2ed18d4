import { addEnglish, i18n } from '@/locales'
import type { Command, NavEntry, Room } from '@/api'

/** The rooms there are: each brings its routes, its entries in the rail, its commands and its words. */
const found = import.meta.glob<Room>('../rooms/*/routes.ts', { eager: true, import: 'default' })
const english = import.meta.glob<Record<string, unknown>>('../rooms/*/locale/en.json', { import: 'default' })

export const areaOf = (path: string) => path.split('/')[2] ?? ''

for (const [path, load] of Object.entries(english))
  addEnglish(async () => {
    i18n.global.mergeLocaleMessage('en', { [areaOf(path)]: await load() } as never)
  })

export const rooms: readonly Room[] = Object.values(found)
export const roomNav: readonly NavEntry[] = rooms.flatMap((room) => room.nav ?? [])
export const roomCommands: readonly Command[] = rooms.flatMap((room) => room.commands ?? [])
