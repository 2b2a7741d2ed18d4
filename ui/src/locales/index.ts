/** The words of the UI. zh-CN is the source and the fallback; English is added when somebody asks for it. */
import { createI18n } from 'vue-i18n'
import { keepLanguage, type Language } from './plain'
import { told, tellIn } from './told'
import zh from './zh-CN.json'

export { keptLanguage, type Language } from './plain'
export { told } from './told'
type Words = Record<string, unknown>

export const i18n = createI18n<false>({
  legacy: false,
  locale: 'zh-CN' as string,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh } as never,
  missingWarn: false,
  fallbackWarn: false,
})

/** What was said lately, by language, key and values: a page says the same few things hundreds of times. */
const said = new Map<string, string>()
const MOST_SAID = 4000

/** A text by its key; in templates and computed values it follows the language. */
export function t(key: string, values?: Record<string, unknown>): string {
  const about = `${i18n.global.locale.value} ${key} ${values ? JSON.stringify(values) : ''}`
  let text = said.get(about)
  if (text === undefined) {
    text = i18n.global.t(key, values ?? {})
    if (said.size >= MOST_SAID) said.clear()
    said.set(about, text)
  }
  return text
}

/** Whether there is a text for the key, so that a plain title from the backend can stand where a key may. */
export const hasText = (key: string): boolean => i18n.global.te(key) || i18n.global.te(key, 'zh-CN')

/** A key's text; what is no key is a text of the backend. */
export const words = (keyOrText: string): string => (hasText(keyOrText) ? t(keyOrText) : told(keyOrText))

/** Things named one after another, with the language's own comma. */
export const listed = (parts: readonly string[]): string => parts.join(t('mark.comma'))
/** 名称：值 */
export const pair = (name: string, value: unknown): string => t('mark.pair', { name, value })
/** （旁注） */
export const aside = (text: string): string => t('mark.aside', { text })

/** The present language, for Intl. */
export const language = (): Language => i18n.global.locale.value as Language

/** Adds the rooms' Chinese words, each room's under its own name. */
export function addWords(rooms: Words): void {
  const own = i18n.global.getLocaleMessage('zh-CN') as Words
  i18n.global.setLocaleMessage('zh-CN', { ...own, ...rooms } as never)
  said.clear()
}

const english: (() => Promise<void>)[] = [
  async () => {
    i18n.global.mergeLocaleMessage('en', (await import('./en.json')).default as never)
  },
]

/** Says how more English is fetched (the frame adds the rooms' files here). */
export function addEnglish(load: () => Promise<void>): void {
  english.push(load)
}

/** Switches the language; every text on screen follows. */
export async function setLanguage(lang: Language): Promise<void> {
  await Promise.all([tellIn(lang), ...(lang === 'en' ? english.splice(0).map((load) => load()) : [])])
  i18n.global.locale.value = lang
  keepLanguage(lang)
}
