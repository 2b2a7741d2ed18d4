import type { Command } from '@/api'
import { lock, logout } from '@/api/session'
import { setLanguage, language } from '@/locales'
import { roomCommands, roomNav } from './rooms'
import { dark, setTheme } from './theme'

/** Everything that can be done from the palette; keys and the key sheet come from the same list. */
export const commands: readonly Command[] = [
  { id: 'go.today', title: 'nav.today', group: 'palette.pages', to: '/', keys: 'g t' },
  { id: 'go.help', title: 'nav.help', group: 'palette.pages', to: '/help' },
  { id: 'go.account', title: 'account.page', group: 'palette.pages', to: '/account' },
  ...roomNav.map((entry): Command => ({
    id: `go.${entry.to}`,
    title: entry.title,
    group: 'palette.pages',
    right: entry.right,
    level: entry.level,
    to: entry.to,
  })),
  ...roomCommands,
  {
    id: 'theme',
    title: 'account.switch_theme',
    group: 'palette.actions',
    run: () => {
      setTheme(dark.value ? 'light' : 'dark')
    },
  },
  {
    id: 'language',
    title: 'account.switch_language',
    group: 'palette.actions',
    run: () => setLanguage(language() === 'en' ? 'zh-CN' : 'en'),
  },
  { id: 'lock', title: 'account.lock', group: 'palette.actions', run: () => lock() },
  { id: 'logout', title: 'account.logout', group: 'palette.actions', run: logout },
]
