import { computed, onScopeDispose, ref, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import type { RowSource } from '@/parts/table/types'
import { call, type Input, type OpName } from './client'
import { onTouched, tagsOf } from './read'

export const WINDOW = 100

interface Answer<T> {
  rows: T[]
  next?: string | null
}
export interface ListQuestion {
  tab?: string
  q?: string
  filters?: { field: string; op: string; value?: unknown }[]
  sort?: { field: string; desc?: boolean }[]
}

interface Win<T> {
  rows: T[]
  next: string | null
}

/** What the last lists showed, so that going back to one finds it as it was, place and all. */
interface Kept {
  windows: Map<number, Win<{ id: number }>>
  top: number
}
const kept = new Map<string, Kept>()
const KEPT = 16

/** Forgets every list; another person is coming to this PC. */
export function forgetRows(): void {
  kept.clear()
}

/**
 * The rows of one list, fetched by windows of 100. A window follows the one before it by its key; a jump goes from the
 * nearest window that is known by skipping, so no list is ever counted through from its start in the page.
 */
export function useRows<T extends { id: number }>(
  name: OpName,
  question: Ref<ListQuestion>,
  counted: MaybeRefOrGetter<number | undefined>,
): RowSource<T> {
  const windows = new Map<number, Win<T>>()
  const version = ref(0)
  const loading = ref(true)
  const busyCount = ref(0)
  const stale = ref(false)
  const error = shallowRef<Error | null>(null)
  const news = ref(0)
  const ended = ref<number | null>(null)
  let seen: [number, number] = [0, 0]
  let generation = 0
  let controller = new AbortController()
  const fetching = new Map<number, Promise<void>>()
  let held: Map<number, Win<T>> | null = null
  let returned = false
  let places = new Map<number, number>()

  function changed(): void {
    places = new Map()
    for (const [at, window] of windows) for (const [i, row] of window.rows.entries()) places.set(row.id, at * WINDOW + i)
    const last = [...windows].find(([, window]) => window.next === null)
    ended.value = last ? last[0] * WINDOW + last[1].rows.length : null
    version.value++
  }

  async function ask(at: number, known: Map<number, Win<T>>, signal: AbortSignal): Promise<Win<T>> {
    // Stand on the nearest earlier window whose end is known.
    let before = at - 1
    while (before >= 0 && !known.get(before)?.next) before--
    const after = before >= 0 ? known.get(before)?.next : undefined
    const skip = (at - before - 1) * WINDOW
    const args = { ...question.value, limit: WINDOW, ...(after ? { after } : {}), ...(skip > 0 ? { skip } : {}) }
    const answer = (await call(name, args as Input<typeof name>, signal)) as unknown as Answer<T>
    return { rows: answer.rows, next: answer.next ?? null }
  }

  function fetchWindow(at: number): Promise<void> {
    const running = fetching.get(at)
    if (running) return running
    const mine = generation
    const { signal } = controller
    busyCount.value++
    const promise = (async () => {
      try {
        // The window before gives the key to stand on; wait for it when it is on its way.
        await fetching.get(at - 1)
        const answer = await ask(at, windows, signal)
        if (mine !== generation) return
        if (stale.value) {
          windows.clear()
          stale.value = false
        }
        windows.set(at, answer)
        error.value = null
        loading.value = false
        changed()
      } catch (reason) {
        if (mine !== generation || signal.aborted) return
        if (windows.size === 0 || stale.value) {
          error.value = reason as Error
          loading.value = false
          stale.value = false
        }
      } finally {
        busyCount.value--
        if (mine === generation) fetching.delete(at)
      }
    })()
    fetching.set(at, promise)
    return promise
  }

  const visible = () => {
    const list: number[] = []
    for (let at = Math.floor(seen[0] / WINDOW); at <= Math.floor(Math.max(seen[0], seen[1]) / WINDOW); at++) list.push(at)
    return list
  }

  function fill(): void {
    for (const at of visible()) {
      if ((!windows.has(at) || stale.value) && (ended.value === null || stale.value || at * WINDOW < ended.value || at === 0))
        void fetchWindow(at)
    }
  }

  /** Asks again for what is on screen and shows it when that moves nothing under the reader's hand. */
  async function reread(own: boolean): Promise<void> {
    if (loading.value || error.value) {
      start()
      return
    }
    const mine = ++generation
    controller.abort()
    controller = new AbortController()
    const { signal } = controller
    fetching.clear()
    busyCount.value++
    const next = new Map<number, Win<T>>()
    try {
      const [first = 0, ...more] = visible()
      // Earlier windows keep their keys, the ones on screen are asked anew in order.
      for (const [at, window] of windows) if (at < first) next.set(at, window)
      for (const at of [first, ...more]) {
        const answer = await ask(at, next, signal)
        if (mine !== generation) return
        next.set(at, answer)
        if (answer.next === null) break
      }
      const order = (from: Map<number, Win<T>>) => visible().flatMap((at) => from.get(at)?.rows.map((row) => row.id) ?? [])
      const was = order(windows)
      const is = order(next)
      const same = was.length === is.length && was.every((id, i) => id === is[i])
      if (same || own || (source.calm?.() ?? true)) take(next)
      else {
        held = next
        const shown = new Set(was)
        news.value = Math.max(1, is.filter((id) => !shown.has(id)).length)
        // Rows that are still there show what they are now, in their place.
        const fresh = new Map([...next.values()].flatMap((window) => window.rows.map((row) => [row.id, row] as const)))
        for (const at of visible()) {
          const window = windows.get(at)
          if (window) windows.set(at, { ...window, rows: window.rows.map((row) => fresh.get(row.id) ?? row) })
        }
        changed()
      }
    } catch {
      /* what is shown stays; the banner says that the line is down */
    } finally {
      busyCount.value--
    }
  }

  function take(next: Map<number, Win<T>>): void {
    windows.clear()
    for (const [at, window] of next) windows.set(at, window)
    held = null
    news.value = 0
    changed()
    fill()
  }

  /** Begins anew with another question; the former rows stay, dimmed, until the first answer. */
  function start(): void {
    generation++
    controller.abort()
    controller = new AbortController()
    fetching.clear()
    held = null
    news.value = 0
    error.value = null
    ended.value = null
    seen = [0, 0]
    if (windows.size > 0) stale.value = true
    else loading.value = true
    void fetchWindow(0)
  }

  watch(question, (is, was) => {
    if (JSON.stringify(is) !== JSON.stringify(was)) start()
  })
  onScopeDispose(
    onTouched(tagsOf(name), (own) => {
      void reread(own)
    }),
  )
  const keyOf = (asked: ListQuestion) => `${name} ${JSON.stringify(asked)}`
  onScopeDispose(() => {
    generation++
    controller.abort()
    if (loading.value || stale.value || error.value) return
    kept.delete(keyOf(question.value))
    kept.set(keyOf(question.value), { windows: new Map(windows), top: source.top })
    const oldest = kept.size > KEPT ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
  })

  const reached = computed(() => {
    void version.value
    return Math.max(0, ...[...windows].map(([at, window]) => at * WINDOW + window.rows.length + (window.next === null ? 0 : 1)))
  })
  const total = computed(() => (ended.value !== null ? ended.value : Math.max(toValue(counted) ?? 0, reached.value)))

  const source: RowSource<T> = {
    total,
    end: ended,
    exact: computed(() => ended.value !== null || toValue(counted) !== undefined),
    row(index) {
      void version.value
      return windows.get(Math.floor(index / WINDOW))?.rows[index % WINDOW]
    },
    want(first, last) {
      seen = [first, last]
      // What was kept is shown at once and asked anew behind it.
      if (returned) {
        returned = false
        void reread(true)
      } else fill()
    },
    indexOf: (id) => places.get(id) ?? -1,
    loaded: () => [...windows].sort(([a], [b]) => a - b).flatMap(([, window]) => window.rows),
    loading,
    busy: computed(() => busyCount.value > 0),
    stale,
    error,
    version,
    retry: start,
    news,
    showNews: () => {
      if (held) take(held)
    },
    calm: null,
    top: 0,
  }
  const former = kept.get(keyOf(question.value))
  if (former) {
    for (const [at, window] of former.windows) windows.set(at, window as Win<T>)
    source.top = former.top
    returned = true
    loading.value = false
    changed()
  } else start()
  return source
}
