/**
 * The words that are needed before the program is there: at the login, and where the host cannot be reached. Looked up
 * plainly; everything else goes through `t`.
 */
import { app as enApp, host as enHost, login as enLogin, mark as enMark, post as enPost } from './en.json'
import { app, host, login, mark, post } from './zh-CN.json'

export type Language = 'zh-CN' | 'en'
type Words = Record<string, Record<string, string>>

const WORDS: Record<Language, Words> = {
  'zh-CN': { app, host, login, mark, post },
  en: { app: enApp, host: enHost, login: enLogin, mark: enMark, post: enPost },
}
const KEY = 'shopdesk.language'

/** The language this PC was left in. */
export function keptLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

/** The page is in this language from now on, and so is the next one on this PC. */
export function keepLanguage(lang: Language): void {
  document.documentElement.lang = lang
  try {
    localStorage.setItem(KEY, lang)
  } catch {
    /* kept for this visit only */
  }
}

/** A text by its key, e.g. `login.enter`, in the page's language. */
export function say(key: string, values: Record<string, unknown> = {}): string {
  const [area = '', name = ''] = key.split('.')
  const text = WORDS[document.documentElement.lang === 'en' ? 'en' : 'zh-CN'][area]?.[name] ?? key
  return text.replaceAll(/\{(\w+)\}/g, (_, value: string) => String(values[value] ?? ''))
}
