import { mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { host, useHost } from '@/host'
import { nextSort, place } from './columns'
import DataTable from './DataTable.vue'
import { fixedRows } from './fixed'
import { MOST, RowTrack } from './scroll'
import { useSelection } from './selection'
import { defineColumns, plainLayout } from './types'

interface Row {
  id: number
  no: string
  qty: number
}
const columns = defineColumns<Row>()(
  { key: 'no', title: '单号', width: 120, locked: true, pin: 'left', copy: true },
  { key: 'qty', title: '件数', width: 80, kind: 'number', sort: true },
  { key: '_do', title: '操作', width: 60, text: (_v, row) => `看 ${row.no}` },
)
const keys = (layout: Parameters<typeof place>[1]) => place(columns, layout).map((one) => one.column.key)
const plain = host
afterEach(() => {
  useHost(plain)
})

it('columns stand in the order the person gave them', () => {
  expect(keys({ ...plainLayout().columns, order: ['_do', 'qty', 'no'] })).toEqual(['no', '_do', 'qty'])
})
it('a column the view has never heard of comes at its own place', () => {
  expect(keys({ ...plainLayout().columns, order: ['no', '_do'] })).toEqual(['no', 'qty', '_do'])
})
it('a column of pictures never gets so narrow that it cuts them', () => {
  const pictures = defineColumns<{ id: number; picture: string }>()({ key: 'picture', title: '图', width: 56, kind: 'thumb' })
  expect(place(pictures, { ...plainLayout().columns, width: { picture: 50 } })[0]?.width).toBe(52 + 2 * 8)
})
it('a column that is gone is left out, a locked one cannot be hidden', () => {
  expect(keys({ order: ['gone', 'no'], width: {}, hidden: { no: true, qty: true }, pin: {} })).toEqual(['no', '_do'])
})
it('sorting goes down, up, off; with Shift it joins', () => {
  expect(nextSort([], 'a', false)).toEqual([{ field: 'a', desc: true }])
  expect(nextSort([{ field: 'a', desc: true }], 'a', false)).toEqual([{ field: 'a', desc: false }])
  expect(nextSort([{ field: 'a', desc: false }], 'a', false)).toEqual([])
  expect(nextSort([{ field: 'a', desc: true }], 'b', true)).toEqual([
    { field: 'a', desc: true },
    { field: 'b', desc: true },
  ])
})

it('a short list scrolls pixel by pixel', () => {
  const track = new RowTrack()
  track.resize(1_000, 36, 720)
  track.scrolled(3_600)
  expect([track.scaled, track.slice(3_600, 0)]).toEqual([false, { first: 100, last: 120, y: 3_600 }])
})
it('a million rows fit the browser’s height, and the thumb reaches the last one', () => {
  const track = new RowTrack()
  track.resize(1_000_000, 44, 880)
  expect(track.track).toBe(MOST)
  track.scrolled(MOST - 880)
  expect(track.slice(MOST - 880, 0).last).toBe(999_999)
})
it('in a million rows the wheel still moves row by row', () => {
  const track = new RowTrack()
  track.resize(1_000_000, 44, 880)
  track.moveTo(500_000 * 44)
  const before = track.top
  track.scrolled(track.position + 44)
  expect(Math.round(track.top - before)).toBe(44)
})
it('another row height keeps the row at the top', () => {
  const track = new RowTrack()
  track.resize(1_000, 36, 360)
  track.moveTo(360 * 10)
  track.resize(1_000, 56, 360)
  expect(track.slice(track.position, 0).first).toBe(100)
})

it('picks are kept by id, and “all” ends when one is let go', () => {
  const selection = useSelection()
  selection.set([1, 2, 3], true)
  selection.toggle(2)
  expect([...selection.ids.value]).toEqual([1, 3])
  selection.selectAll([1, 2, 3])
  expect([selection.all.value, selection.has(99)]).toEqual([true, true])
  selection.toggle(2)
  expect([selection.all.value, [...selection.ids.value]]).toEqual([false, [1, 3]])
})

function show(rows: Row[], extra: object = {}) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { render: () => null } }] })
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(436)
  const selection = useSelection()
  return {
    selection,
    table: mount(DataTable<Row>, {
      attachTo: document.body,
      global: { plugins: [router] },
      props: { columns, source: fixedRows(rows), label: '订单', selection, ...extra } as never,
    }),
  }
}
const many = Array.from({ length: 10_000 }, (_, at) => ({ id: at + 1, no: `SO-${at + 1}`, qty: at }))

it('ten thousand rows put only a screenful into the page', async () => {
  const { table } = show(many)
  await nextTick()
  expect(table.findAll('.s-tr').length).toBeLessThan(30)
  expect(table.get('[role=grid]').attributes('aria-rowcount')).toBe('10001')
})
it('Space picks, Shift and arrows pick a range, Enter opens', async () => {
  const { table, selection } = show(many)
  await nextTick()
  const grid = table.get('[role=grid]')
  await grid.trigger('keydown', { key: ' ' })
  await grid.trigger('keydown', { key: 'ArrowDown', shiftKey: true })
  await grid.trigger('keydown', { key: 'ArrowDown', shiftKey: true })
  await grid.trigger('keydown', { key: 'Enter' })
  expect([...selection.ids.value]).toEqual([1, 2, 3])
  expect((table.emitted('open') as [Row][])[0]?.[0].no).toBe('SO-3')
})
it('keys of an input method that is composing are left alone', async () => {
  const { table, selection } = show(many)
  await nextTick()
  await table.get('[role=grid]').trigger('keydown', { key: ' ', keyCode: 229 })
  expect(selection.ids.value.size).toBe(0)
})
it('a click on a number copies it and does not open the row', async () => {
  const copied: string[] = []
  useHost({
    ...plain,
    copy: async (text) => {
      copied.push(text)
    },
  })
  const { table } = show(many)
  await nextTick()
  await table.get('[data-copy]').trigger('click')
  expect([copied, table.emitted('open')]).toEqual([['SO-1'], undefined])
})
it('picked rows are copied as a spreadsheet takes them', async () => {
  const copied: string[] = []
  useHost({
    ...plain,
    copy: async (text) => {
      copied.push(text)
    },
  })
  const { table, selection } = show(many.slice(0, 3))
  selection.set([1, 2], true)
  await nextTick()
  await table.get('[role=grid]').trigger('keydown', { key: 'c', ctrlKey: true })
  expect(copied).toEqual(['单号\t件数\t操作\nSO-1\t0\t看 SO-1\nSO-2\t1\t看 SO-2'])
})
it('an empty answer to conditions offers to drop them', async () => {
  const { table } = show([], { filtered: true })
  await nextTick()
  await table.get('.s-over button').trigger('click')
  expect(table.emitted('clear')).toHaveLength(1)
})
it('a failed list says why and can be tried again', async () => {
  const retry = vi.fn<() => void>()
  const { table } = show([], { source: fixedRows<Row>(undefined, { error: ref(new Error('连不上店务台主机')), retry }) })
  await nextTick()
  expect(table.get('[role=alert]').text()).toContain('连不上店务台主机')
  await table.get('[role=alert] button').trigger('click')
  expect(retry).toHaveBeenCalledOnce()
})
