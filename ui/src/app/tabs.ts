import { computed, shallowRef } from 'vue'
import type { RouteLocationNormalizedLoaded, Router } from 'vue-router'
import { me } from '@/api'

export interface Page {
  key: string
  path: string
  title: string
}

const MOST = 12
/** The open pages, in the order they were opened; the longest unused goes when there are too many. A page's state is its address. */
export const pageTabs = shallowRef<readonly Page[]>([])
let used: string[] = []

const keyOf = () => `shopdesk.pages.${me.value?.staff.login ?? ''}`
interface Kept {
  recent: Page[]
  favourites: Page[]
}
const kept = shallowRef<Kept & { of: string }>({ recent: [], favourites: [], of: '' })

function load(): Kept {
  const of = keyOf()
  if (kept.value.of !== of) {
    pageTabs.value = []
    used = []
    try {
      kept.value = { recent: [], favourites: [], ...(JSON.parse(localStorage.getItem(of) ?? '{}') as Partial<Kept>), of }
    } catch {
      kept.value = { recent: [], favourites: [], of }
    }
  }
  return kept.value
}
function keep(edit: Partial<Kept>): void {
  kept.value = { ...kept.value, ...edit }
  try {
    localStorage.setItem(keyOf(), JSON.stringify({ recent: kept.value.recent, favourites: kept.value.favourites }))
  } catch {
    /* this visit only */
  }
}

export const favourites = computed(() => kept.value.favourites)
/** 最近使用: what was opened lately and is no open page now. */
export const recent = computed(() =>
  kept.value.recent
    .filter((page) => !pageTabs.value.some((tab) => tab.key === page.key) && !kept.value.favourites.some((one) => one.path === page.path))
    .slice(0, 8),
)

/** Notes that a page was opened or its address changed. */
export function visit(route: RouteLocationNormalizedLoaded): void {
  if (!me.value || !route.meta.title) return
  load()
  const key = route.matched[0]?.path ?? route.path
  const page: Page = { key, path: route.fullPath, title: route.meta.title }
  used = [key, ...used.filter((one) => one !== key)]
  let tabs = pageTabs.value.some((tab) => tab.key === key)
    ? pageTabs.value.map((tab) => (tab.key === key ? page : tab))
    : [...pageTabs.value, page]
  if (tabs.length > MOST) {
    const oldest = used.findLast((one) => tabs.some((tab) => tab.key === one))
    tabs = tabs.filter((tab) => tab.key !== oldest)
  }
  pageTabs.value = tabs
  if (key !== '/')
    keep({ recent: [{ key, path: route.path, title: page.title }, ...kept.value.recent.filter((one) => one.key !== key)].slice(0, 24) })
}

/** Closes a page; when it is the one in front, the one used before comes up. */
export function closeTab(key: string, router: Router): void {
  pageTabs.value = pageTabs.value.filter((tab) => tab.key !== key)
  const wasFront = used[0] === key
  used = used.filter((one) => one !== key)
  if (wasFront) void router.push(pageTabs.value.find((tab) => tab.key === used[0])?.path ?? pageTabs.value[0]?.path ?? '/')
}

export function toggleFavourite(route: RouteLocationNormalizedLoaded): void {
  const rest = kept.value.favourites.filter((page) => page.path !== route.path)
  keep({
    favourites:
      rest.length < kept.value.favourites.length
        ? rest
        : [...rest, { key: route.matched[0]?.path ?? route.path, path: route.path, title: route.meta.title ?? route.path }].slice(-12),
  })
}
