import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

export interface RecordRoute {
  readonly id: ComputedRef<number | null>
  open(row: { id: number }): void
  close(): void
}

/** The opened record as a part of the address (`/orders/:id?`), so that it can be linked, reloaded and gone back from. */
export function useRecordRoute(param = 'id'): RecordRoute {
  const route = useRoute()
  const router = useRouter()
  const id = computed(() => {
    const value = Number(route.params[param])
    return Number.isInteger(value) && value > 0 ? value : null
  })
  return {
    id,
    open: (row) => {
      if (row.id !== id.value)
        void router[id.value === null ? 'push' : 'replace']({ params: { ...route.params, [param]: String(row.id) }, query: route.query })
    },
    close: () => {
      if (id.value !== null) void router.replace({ params: { ...route.params, [param]: '' }, query: route.query })
    },
  }
}
