import { readonly, ref, shallowRef } from 'vue'
import type { Selection } from './types'

/** What is picked in a list. Keyed by id, so it survives sorting and scrolling; it always compares sets, never counts clicks. */
export function useSelection(): Selection {
  const ids = shallowRef<ReadonlySet<number>>(new Set())
  const all = ref(false)
  const change = (edit: (next: Set<number>) => void) => {
    const next = new Set(ids.value)
    edit(next)
    ids.value = next
    all.value = false
  }
  return {
    ids,
    all: readonly(all),
    has: (id) => all.value || ids.value.has(id),
    toggle: (id, on) => {
      change((next) => {
        if (on ?? !next.has(id)) next.add(id)
        else next.delete(id)
      })
    },
    set: (many, on) => {
      change((next) => {
        for (const id of many)
          if (on) next.add(id)
          else next.delete(id)
      })
    },
    selectAll: (loaded) => {
      ids.value = new Set(loaded)
      all.value = true
    },
    clear: () => {
      ids.value = new Set()
      all.value = false
    },
  }
}
