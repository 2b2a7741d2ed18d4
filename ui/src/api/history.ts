import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useRead } from './read'

/** Who did what to one thing, newest first, for `<HistoryList>`. */
export function useHistory(entity: string, id: MaybeRefOrGetter<number | null>) {
  const read = useRead('audit.of', () => ({ entity, id: toValue(id) ?? 0 }), { enabled: () => toValue(id) !== null })
  return {
    entries: computed(() => read.data.value ?? []),
    loading: read.isLoading,
    error: read.error,
    retry: () => {
      void read.refetch()
    },
  }
}
