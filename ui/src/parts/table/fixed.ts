import { computed, ref, toValue, type MaybeRefOrGetter } from 'vue'
import type { RowSource } from './types'

/** Rows that are all here already (the lines of an order, a preview of an import), for a DataTable. */
export function fixedRows<T extends { id: number }>(
  rows: MaybeRefOrGetter<readonly T[] | undefined>,
  options: { error?: MaybeRefOrGetter<Error | null>; retry?: () => void } = {},
): RowSource<T> {
  const list = computed(() => toValue(rows) ?? [])
  const version = computed(() => list.value as unknown as number)
  return {
    total: computed(() => list.value.length),
    exact: computed(() => true),
    end: computed(() => list.value.length),
    row: (index) => list.value[index],
    want: () => undefined,
    indexOf: (id) => list.value.findIndex((row) => row.id === id),
    loaded: () => [...list.value],
    loading: computed(() => toValue(rows) === undefined && !toValue(options.error)),
    busy: ref(false),
    stale: ref(false),
    error: computed(() => toValue(options.error) ?? null),
    retry: () => options.retry?.(),
    news: ref(0),
    showNews: () => undefined,
    calm: null,
    top: 0,
    version,
  }
}
