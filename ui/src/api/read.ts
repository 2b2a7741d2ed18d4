import { keepPreviousData, MutationCache, QueryClient, useMutation, useQuery, type Query } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { actEnded, showError } from '@/parts/notice'
import { begun } from '@/parts/settle'
import { call, CallError, type Input, type OpName, type Output } from './client'
import { OPS } from './generated/ops'

interface ReadMeta extends Record<string, unknown> {
  provides: readonly string[]
}

const factsOf = (name: string) => OPS[name] ?? { kind: 'query', provides: [], touches: [], permission: null }

/** The tags a reading shows. With the id of the one thing it shows, changes of its neighbours leave it alone. */
export const tagsOf = (name: string, id?: number | null): string[] => {
  const [own, ...rest] = factsOf(name).provides
  return own === undefined ? [] : [id == null ? own : `${own}:${id}`, ...rest]
}

/**
 * Whether what a reading shows is among what changed.
 * A list (`product`) hears of every product; one thing (`product:42`) hears of itself, and of `product`
 * only when the change names no product in particular.
 */
export function touched(provides: readonly string[], tags: readonly string[]): boolean {
  const named = new Set(tags.filter((tag) => tag.includes(':')).map((tag) => tag.slice(0, tag.indexOf(':'))))
  return provides.some((shown) =>
    tags.some((tag) => {
      if (shown === tag) return true
      if (tag.startsWith(`${shown}:`)) return true
      return shown.startsWith(`${tag}:`) && !named.has(tag)
    }),
  )
}

let waiting: { own: Set<string>; others: Set<string>; shown: (() => void)[] } | null = null

/**
 * Says that things changed: everything on screen that shows them is read again.
 * Several within a moment become one round. `own` is a change this person made here.
 */
export function touch(tags: readonly string[], own = false): void {
  if (tags.length === 0) return
  if (waiting === null) {
    waiting = { own: new Set(), others: new Set(), shown: [] }
    setTimeout(() => {
      const round = waiting
      waiting = null
      if (!round) return
      const foreign = [...round.others].filter((tag) => !round.own.has(tag))
      if (round.own.size) {
        void refetch([...round.own], true).finally(() => {
          for (const shown of round.shown) shown()
        })
      }
      if (foreign.length) void refetch(foreign, false)
    }, 60)
  }
  for (const tag of tags) (own ? waiting.own : waiting.others).add(tag)
  if (own) waiting.shown.push(begun())
}

type Listener = { provides: readonly string[]; changed: (own: boolean) => void }
const listeners = new Set<Listener>()

/** Hears when something that `provides` covers was changed, by this person (`own`) or another. */
export function onTouched(provides: readonly string[], changed: (own: boolean) => void): () => void {
  const listener = { provides, changed }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function refetch(tags: string[], own: boolean): Promise<void> {
  const read = queries.invalidateQueries({
    predicate: (query: Query) => touched((query.meta as ReadMeta | undefined)?.provides ?? [], tags),
  })
  for (const listener of listeners) if (touched(listener.provides, tags)) listener.changed(own)
  return read
}

/** Everything may be stale: the line was down too long. */
export function touchAll(): void {
  void queries.invalidateQueries()
  for (const listener of listeners) listener.changed(false)
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Whether the shop can be reached is found by asking it: on one PC, or in a house without the internet, it always can.
      networkMode: 'always',
      staleTime: 15_000,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      retry: (times, error) => error instanceof CallError && error.code === 'unavailable' && times < 2,
    },
    mutations: { networkMode: 'always', retry: false },
  },
  mutationCache: new MutationCache({
    // A refused act is told once; who shows it in place (a form, the conflict dialog) sets `quiet`.
    onSuccess: () => {
      actEnded(true)
    },
    onError: (error, _args, _context, mutation) => {
      actEnded(false)
      if (!mutation.meta?.quiet) showError(error)
    },
  }),
})

export interface ReadOptions<N extends OpName> {
  /** The one thing this reading shows, so that only its own changes refetch it. */
  id?: MaybeRefOrGetter<number | null | undefined>
  enabled?: MaybeRefOrGetter<boolean>
  /** Keep showing the former answer while another one is fetched (default). */
  keep?: boolean
  staleTime?: number
  args?: Input<N>
}

/** Reads through the door and keeps what is shown fresh, by what the operation says it provides. */
export function useRead<N extends OpName>(name: N, args: MaybeRefOrGetter<Input<N>>, options: ReadOptions<N> = {}) {
  return useQuery<Output<N>, CallError>(
    computed(() => ({
      queryKey: [name, toValue(args)],
      queryFn: ({ signal }: { signal: AbortSignal }) => call(name, toValue(args), signal),
      meta: { provides: tagsOf(name, toValue(options.id)) } satisfies ReadMeta,
      enabled: toValue(options.enabled) ?? true,
      ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
      ...(options.keep === false ? {} : { placeholderData: keepPreviousData }),
    })) as never,
    queries,
  )
}

/** Begins a reading that the page to come will ask for; the page finds it there, or on its way. */
export function readAhead<N extends OpName>(name: N, args: Input<N>): Promise<void> {
  return queries.prefetchQuery({
    queryKey: [name, args],
    queryFn: ({ signal }) => call(name, args, signal),
    meta: { provides: tagsOf(name) } satisfies ReadMeta,
  })
}

/** Acts through the door; afterwards everything that shows what the operation touches is read again. */
export function useWrite<N extends OpName>(
  name: N,
  options: { quiet?: boolean; done?: (output: Output<N>, input: Input<N>) => void } = {},
) {
  return useMutation<Output<N>, CallError, Input<N>, () => void>(
    {
      mutationKey: [name],
      mutationFn: (input: Input<N>) => call(name, input),
      meta: { quiet: options.quiet ?? false },
      onMutate: () => begun(),
      onSuccess: (output, input) => {
        touch(factsOf(name).touches, true)
        options.done?.(output, input)
      },
      onSettled: (_output, _error, _input, ended) => ended?.(),
    },
    queries,
  )
}

/** One act outside a component: calls, then has everything it touches read again. */
export async function act<N extends OpName>(name: N, input: Input<N>): Promise<Output<N>> {
  const ended = begun()
  try {
    const output = await call(name, input)
    actEnded(true)
    touch(factsOf(name).touches, true)
    return output
  } catch (error) {
    actEnded(false)
    throw error
  } finally {
    ended()
  }
}
