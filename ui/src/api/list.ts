import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { showDone } from '@/parts/notice'
import { t } from '@/locales'
import type { FilterField, KeptView, ListController, ListState, TabItem, ViewBody } from '@/parts/list/types'
import { useSelection } from '@/parts/table/selection'
import { plainLayout, type Column, type RowSource, type SortBy, type TableLayout } from '@/parts/table/types'
import { fromAddress, toAddress, toQuestion } from './address'
import { OPS } from './generated/ops'
import { call, type Input, type OpName, type Output } from './client'
import { act, touch, useRead } from './read'
import { useRows } from './rows'

/** The lists of the shop: names with a `.list` operation. */
export type ListName = {
  [N in OpName]: N extends `${infer L}.list` ? (Output<N> extends { rows: readonly { id: number }[] } ? L : never) : never
}[OpName]
export type RowOf<L extends string> =
  Output<`${L}.list` & OpName> extends { rows: readonly (infer R extends { id: number })[] } ? R : { id: number }

export interface ListOptions<T> {
  title: string
  columns: Column<T>[]
  /** The states above the list; the first is the one it opens with unless `tab` says otherwise. */
  tabs?: readonly TabItem[]
  tab?: string
  fields?: readonly FilterField[]
  sort?: SortBy[]
}

/**
 * Everything a list page needs: its question in the address, its rows, counts, views, picks and its Excel.
 * `useList('orders', …)` reads `orders.list` and `orders.counts`.
 */
export function useList<L extends ListName>(name: L, options: ListOptions<RowOf<L>>): ListController<RowOf<L>> {
  type T = RowOf<L>
  const route = useRoute()
  const router = useRouter()
  const tabs = options.tabs ?? []
  const fields = options.fields ?? []
  const start: ListState = { tab: options.tab ?? tabs[0]?.value ?? 'all', q: '', filters: [], sort: options.sort ?? [] }
  const names = fields.map((field) => field.field)
  const home = route.matched.at(-1)?.path
  const kept = shallowRef<ListState>(fromAddress(route.query, start, names))
  const layout = shallowRef<TableLayout>(plainLayout())
  const viewId = ref<number | null>(route.query.view ? Number(route.query.view) : null)

  const state = computed<ListState>({
    get: () => kept.value,
    set: (next) => {
      kept.value = next
      void router.replace({
        params: route.params,
        query: { ...toAddress(next, start), ...(viewId.value ? { view: String(viewId.value) } : {}) },
      })
    },
  })
  // Back, forward and a link to the same page change the question too.
  watch(
    () => route.query,
    (query) => {
      if (route.matched.at(-1)?.path !== home && !route.matched.some((one) => one.path === home)) return
      const next = fromAddress(query, start, names)
      if (JSON.stringify(next) !== JSON.stringify(kept.value)) kept.value = next
      viewId.value = query.view ? Number(query.view) : null
    },
  )

  const question = computed(() => toQuestion(kept.value))
  const hasCounts = `${name}.counts` in OPS || !(`${name}.list` in OPS)
  const conditions = computed(() => {
    const { q, filters } = question.value
    return { ...(q ? { q } : {}), ...(filters ? { filters } : {}) }
  })
  type Counted = { tabs: Record<string, number> } | undefined
  const counts = useRead(`${name}.counts` as OpName, () => conditions.value as Input<OpName>, { enabled: hasCounts })
  const late = computed(() => counts.isPlaceholderData.value || counts.data.value === undefined)
  const source: RowSource<T> = useRows<T>(
    `${name}.list` as OpName,
    question,
    () => (late.value ? firstCounts.value : tabCounts.value)?.[kept.value.tab],
  )
  // Under conditions the tab that is open is counted first, all of them together take longer; where its first rows are all
  // there are, they have said it.
  const unsaid = () => !source.loading.value && !source.stale.value && source.end.value === null
  const first = useRead(`${name}.counts` as OpName, () => ({ ...conditions.value, tabs: [kept.value.tab] }) as Input<OpName>, {
    enabled: () => hasCounts && Object.keys(conditions.value).length > 0 && late.value && unsaid(),
    keep: false,
  })
  const firstCounts = computed((): Record<string, number> | undefined => {
    if (!late.value) return undefined
    return source.end.value === null ? (first.data.value as unknown as Counted)?.tabs : { [kept.value.tab]: source.end.value }
  })
  const tabCounts = computed(() => {
    const all = (counts.data.value as unknown as Counted)?.tabs
    return firstCounts.value ? { ...all, ...firstCounts.value } : all
  })
  const selection = useSelection()
  // Another question is another set of rows: what was picked is let go.
  watch(
    () => JSON.stringify([kept.value.tab, kept.value.q, kept.value.filters]),
    () => {
      selection.clear()
    },
  )

  const updatedAt = ref<number | null>(null)
  watch(source.version, () => {
    updatedAt.value = Date.now()
  })

  const kept_views = useRead('views.list', { list: name })
  const all = computed(() => (kept_views.data.value ?? []) as unknown as KeptView[])
  const views = computed(() => all.value.filter((view) => !view.view.default))
  const own = computed(() => all.value.find((view) => view.view.default && view.mine !== false))
  const body = (): ViewBody => ({ ...kept.value, layout: layout.value })
  const current = computed(() => views.value.find((view) => view.id === viewId.value))
  const plainly = (view: ViewBody | undefined) =>
    JSON.stringify([view?.tab ?? start.tab, view?.q ?? '', view?.filters ?? [], view?.sort ?? start.sort, view?.layout ?? plainLayout()])
  const viewDirty = computed(() => current.value !== undefined && plainly(current.value.view) !== plainly(body()))

  // A person's own columns come with the list; a view brings its own.
  let laid = false
  watch(
    [own, current],
    () => {
      if (laid) return
      const found = current.value ?? own.value
      if (found?.view.layout) {
        laid = true
        layout.value = found.view.layout
      }
    },
    { immediate: true },
  )
  let saving: ReturnType<typeof setTimeout> | undefined
  const keepLayout = computed<TableLayout>({
    get: () => layout.value,
    set: (next) => {
      layout.value = next
      laid = true
      if (viewId.value !== null) return
      clearTimeout(saving)
      saving = setTimeout(() => {
        void act('views.save', {
          list: name,
          ...(own.value ? { id: own.value.id } : {}),
          name: t('views.own'),
          view: { layout: layout.value, default: true } as never,
          shared: false,
        })
      }, 800)
    },
  })
  onScopeDispose(() => {
    clearTimeout(saving)
  })

  function openView(id: number | null): void {
    const view = views.value.find((one) => one.id === id)
    viewId.value = view ? view.id : null
    laid = true
    layout.value = view?.view.layout ?? (view ? layout.value : own.value?.view.layout) ?? plainLayout()
    const wanted = view?.view
    // A condition the page no longer has is dropped, never shown as a blank chip.
    state.value = wanted
      ? {
          tab: wanted.tab ?? start.tab,
          q: wanted.q ?? '',
          filters: (wanted.filters ?? []).filter((one) => names.includes(one.field)),
          sort: wanted.sort ?? start.sort,
        }
      : start
  }

  const shownColumns = () =>
    options.columns
      .filter((column) => column.locked || !(layout.value.columns.hidden[column.key] ?? column.hidden))
      .map((column) => column.key)

  return {
    name,
    title: options.title,
    columns: options.columns,
    tabs,
    fields,
    state,
    layout: keepLayout,
    source,
    selection,
    views,
    viewId,
    viewDirty,
    updatedAt,
    counts: tabCounts,
    countsBusy: computed(() => counts.isFetching.value),
    openView,
    async saveView(title, shared, id) {
      const saved = await act('views.save', { list: name, ...(id === undefined ? {} : { id }), name: title, view: body() as never, shared })
      viewId.value = saved
      state.value = kept.value
    },
    async removeView(id) {
      await act('views.remove', { id })
      if (viewId.value === id) openView(null)
    },
    allIds: () => call('lists.ids', { list: name, query: question.value as never }),
    clear: () => {
      state.value = { ...kept.value, q: '', filters: [] }
    },
    refresh: () => {
      source.retry()
      void counts.refetch()
    },
    async exportColumns() {
      const offered = await call('lists.columns', { list: name })
      const keys = shownColumns()
      const place = (key: string) => keys.findIndex((shown) => shown === key || `${shown}_name` === key)
      return offered
        .map((column) => ({ key: column.key, title: column.title, shown: place(column.key) >= 0 }))
        .sort((a, b) => Number(b.shown) - Number(a.shown) || place(a.key) - place(b.key))
    },
    async export(ids, keys, format = 'xlsx') {
      await act('lists.export', {
        list: name,
        query: question.value as never,
        ...(ids ? { ids } : {}),
        columns: [...(keys ?? (await this.exportColumns()).filter((column) => column.shown).map((column) => column.key))],
        format,
      })
      showDone(t('list.exporting'))
    },
    async undo(batch) {
      await act('batches.undo', { batch })
      touch(OPS[`${name}.list`]?.provides ?? [], true)
      showDone(t('bulk.undone'))
    },
  }
}
