import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { effectScope, ref, shallowRef, type EffectScope } from 'vue'
import { host, useHost } from '@/host'
import type { RowSource } from '@/parts/table/types'
import { OPS } from './generated/ops'
import { touch } from './read'
import { forgetRows, useRows, type ListQuestion } from './rows'

interface Row {
  id: number
  name: string
}
let shop: Row[] = []
let asked: Record<string, unknown>[] = []
const plain = host

/** A shop that pages by key, as the backend does: `after` is the id of the last row, `skip` jumps from there. */
function listen(): void {
  useHost({
    ...plain,
    call: async (_name, args) => {
      const { after, skip = 0, limit = 50, q } = args as { after?: string; skip?: number; limit?: number; q?: string }
      asked.push(args as Record<string, unknown>)
      const found = shop.filter((row) => !q || row.name.includes(q))
      const from = (after ? found.findIndex((row) => String(row.id) === after) + 1 : 0) + skip
      const rows = found.slice(from, from + limit)
      return { rows, next: from + rows.length < found.length ? String(rows.at(-1)?.id) : null }
    },
  })
}
const question = shallowRef<ListQuestion>({})
let scope: EffectScope
function open(counted?: number): RowSource<Row> {
  scope = effectScope()
  ;(OPS as Record<string, unknown>)['things.list'] = { kind: 'query', provides: ['thing'], touches: [], permission: null }
  return scope.run(() => useRows<Row>('things.list' as never, question, ref(counted))) as RowSource<Row>
}
const settled = async () => {
  await flushPromises()
  await new Promise((done) => {
    setTimeout(done, 70)
  })
  await flushPromises()
}
beforeEach(() => {
  shop = Array.from({ length: 1_000 }, (_, at) => ({ id: at + 1, name: `第 ${at + 1} 件` }))
  asked = []
  question.value = {}
  listen()
  return () => {
    scope.stop()
    forgetRows()
    useHost(plain)
  }
})

it('opens with one window and knows how many there are from the counts', async () => {
  const source = open(1_000)
  await flushPromises()
  expect([asked.length, source.total.value, source.row(0)?.id, source.row(100)]).toEqual([1, 1_000, 1, undefined])
})

it('the next window follows by key, without skipping', async () => {
  const source = open(1_000)
  await flushPromises()
  source.want(90, 130)
  await flushPromises()
  expect(asked.at(-1)).toEqual({ limit: 100, after: '100' })
  expect(source.row(100)?.id).toBe(101)
})

it('a jump far down skips from the nearest known window', async () => {
  const source = open(1_000)
  await flushPromises()
  source.want(700, 720)
  await flushPromises()
  expect(asked.at(-1)).toEqual({ limit: 100, after: '100', skip: 600 })
  expect(source.row(705)?.id).toBe(706)
})

it('another question shows its own rows and forgets the former ones', async () => {
  const source = open()
  await flushPromises()
  question.value = { q: '999' }
  await flushPromises()
  expect([source.total.value, source.exact.value, source.row(0)?.id, source.stale.value]).toEqual([1, true, 999, false])
})

it('my own change is shown at once', async () => {
  const source = open()
  await flushPromises()
  shop = [{ id: 5_000, name: '新的' }, ...shop]
  touch(['thing'], true)
  await settled()
  expect([source.row(0)?.id, source.news.value]).toEqual([5_000, 0])
})

it('what others change waits behind the pill while I work, and nothing moves under my hand', async () => {
  const source = open()
  await flushPromises()
  source.calm = () => false
  shop = [{ id: 5_000, name: '新的' }, ...shop.map((row) => (row.id === 2 ? { ...row, name: '改过' } : row))]
  touch(['thing:2'])
  await settled()
  expect([source.row(0)?.id, source.row(1)?.name, source.news.value]).toEqual([1, '改过', 1])
  source.showNews()
  expect([source.row(0)?.id, source.news.value]).toEqual([5_000, 0])
})

it('a refusal is there to be read, and trying again helps', async () => {
  useHost({
    ...plain,
    call: async () => {
      throw Object.assign(new Error('x'), {})
    },
  })
  const source = open()
  await flushPromises()
  expect([source.error.value === null, source.loading.value]).toEqual([false, false])
  listen()
  source.retry()
  await flushPromises()
  expect([source.error.value, source.row(0)?.id]).toEqual([null, 1])
})

it('coming back to a list finds it where it was left, and reads it anew behind', async () => {
  const source = open(1_000)
  await flushPromises()
  source.want(300, 320)
  await flushPromises()
  source.top = 300 * 44
  scope.stop()
  shop = shop.map((row) => (row.id === 305 ? { ...row, name: '改过' } : row))
  const again = open(1_000)
  expect([again.loading.value, again.top, again.row(304)?.name]).toEqual([false, 13_200, '第 305 件'])
  again.want(300, 320)
  await settled()
  expect(again.row(304)?.name).toBe('改过')
})
