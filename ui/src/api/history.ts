import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { NAMES_SOMEBODY } from '@/parts/record/changes'
import { useRead } from './read'
import { can } from './session'

/** The names of everybody who is or was here, by number. */
export function usePeople() {
  const read = useRead('staff.list', { tab: 'all', limit: 500 }, { enabled: () => can('people') })
  const names = computed(() => new Map(read.data.value?.rows.map((one) => [one.id, one.name])))
  /** A value of a record; where it stands for somebody, the name. */
  return (field: string, value: unknown): unknown =>
    typeof value === 'number' && NAMES_SOMEBODY.test(field) ? (names.value.get(value) ?? value) : value
}

/** Who did what to one thing, newest first, for `<HistoryList>`. */
export function useHistory(entity: string, id: MaybeRefOrGetter<number | null>) {
  const read = useRead('audit.of', () => ({ entity, id: toValue(id) ?? 0 }), { enabled: () => toValue(id) !== null })
  const named = usePeople()
  return {
    entries: computed(() =>
      (read.data.value ?? []).map((entry) => ({
        ...entry,
        changes: entry.changes.map((one) => ({ ...one, old: named(one.field, one.old), new: named(one.field, one.new) })),
      })),
    ),
    loading: read.isLoading,
    error: read.error,
    retry: () => {
      void read.refetch()
    },
  }
}
