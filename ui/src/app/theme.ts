import { ref } from 'vue'
import { host } from '@/host'

export type Theme = 'light' | 'dark' | 'system'

const KEY = 'shopdesk.theme'
const systemDark = matchMedia('(prefers-color-scheme: dark)')
const kept = (): Theme => {
  try {
    const value = localStorage.getItem(KEY)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system'
  }
}

export const theme = ref<Theme>(kept())
/** Whether it is dark now, whoever decided so. */
export const dark = ref(document.documentElement.classList.contains('dark'))

function apply(): void {
  const root = document.documentElement
  dark.value = theme.value === 'dark' || (theme.value === 'system' && systemDark.matches)
  root.classList.add('s-no-motion')
  root.classList.toggle('dark', dark.value)
  host.setBackground(getComputedStyle(root).getPropertyValue('--s-bg').trim())
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      root.classList.remove('s-no-motion')
    }),
  )
}

export function setTheme(next: Theme): void {
  theme.value = next
  try {
    localStorage.setItem(KEY, next)
  } catch {
    /* this visit only */
  }
  apply()
}

export function startTheme(): void {
  systemDark.addEventListener('change', apply)
  apply()
}
