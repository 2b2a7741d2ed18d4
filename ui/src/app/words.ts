import { addWords } from '@/locales'
import { areaOf } from './rooms'

const chinese = import.meta.glob<Record<string, unknown>>('../rooms/*/locale/zh-CN.json', { eager: true, import: 'default' })

/** The rooms' words come with the desk; the login has its own. */
export function addRoomWords(): void {
  addWords(Object.fromEntries(Object.entries(chinese).map(([path, words]) => [areaOf(path), words])))
}
