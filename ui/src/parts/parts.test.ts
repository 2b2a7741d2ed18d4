import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import Board from './Board.vue'
import { dropIndex } from './board'
import { diffWords } from './diff'
import { onKeys, onScan } from './keys'
import { openLayer } from './layers'
import { centred, fitScale, fractionAt, zoomAt } from './picture/view'
import { conflictOf, firstChoice, outcome } from './record/conflict'
import { effectScope } from 'vue'

const stale = (current: object) => ({
  code: 'conflict',
  reason: 'stale',
  details: { current: { version: 7, ...current }, by: '周敏', at: 5 },
})
const fields = { title: '标题', price: '价格', note: '备注' }

it('two people on different fields do not clash: both changes stay', () => {
  const conflict = conflictOf(stale({ title: '旧', price: 9 }), { title: '旧', price: 1 }, { title: '新', price: 1 }, fields)
  expect(conflict?.fields.map((field) => [field.field, field.clash, outcome(field, firstChoice(field))])).toEqual([
    ['title', false, '新'],
    ['price', false, 9],
  ])
  expect(conflict?.version).toBe(7)
})
it('on the same field nothing is overwritten until somebody chooses', () => {
  const field = conflictOf(stale({ note: '他' }), { note: '' }, { note: '我' }, fields)?.fields[0]
  expect(field && [field.clash, outcome(field, firstChoice(field)), outcome(field, 'mine'), outcome(field, 'both')]).toEqual([
    true,
    '他',
    '我',
    '他\n我',
  ])
})
it('any other refusal is no clash', () => {
  expect(conflictOf({ code: 'conflict', reason: 'wrong_state' }, {}, {}, fields)).toBeNull()
})

it('what changed in a Chinese title is found by words', () => {
  expect(
    diffWords('羊毛大衣 驼色', '羊毛大衣 米色')
      .filter((part) => part.kind === 'same')
      .map((part) => part.text)
      .join(''),
  ).toContain('羊毛大衣')
  expect(diffWords('a b', 'a c').map((part) => part.kind)).toEqual(['same', 'removed', 'added'])
})

it('zooming keeps what is under the pointer there', () => {
  const picture = { w: 2000, h: 1000 }
  const view = centred(picture, { w: 800, h: 600 }, fitScale(picture, { w: 800, h: 600 }))
  const before = fractionAt(view, picture, 300, 250)
  expect(fractionAt(zoomAt(view, 3, 300, 250, 0.4), picture, 300, 250)).toEqual({
    x: expect.closeTo(before?.x ?? 0, 6) as number,
    y: expect.closeTo(before?.y ?? 0, 6) as number,
  })
})
it('a small picture is not blown up, and zoom has its ends', () => {
  expect(fitScale({ w: 10, h: 10 }, { w: 800, h: 600 })).toBe(1)
  expect([zoomAt({ scale: 1, x: 0, y: 0 }, 1e9, 0, 0, 1).scale, zoomAt({ scale: 1, x: 0, y: 0 }, 1e-9, 0, 0, 0.1).scale]).toEqual([8, 0.1])
})

const press = (key: string, more: KeyboardEventInit = {}, at = document.body as HTMLElement) =>
  at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
it('single letters work on the page, not while typing or composing', () => {
  const run = vi.fn<() => void>()
  const off = onKeys('n', run)
  const field = document.body.appendChild(document.createElement('input'))
  press('n')
  press('n', {}, field)
  press('n', { isComposing: true })
  off()
  press('n')
  expect(run).toHaveBeenCalledTimes(1)
})
it('a scanner’s burst is a code, not a row of commands', () => {
  const run = vi.fn<() => void>()
  const codes: string[] = []
  const scope = effectScope()
  scope.run(() => {
    onKeys('6', run)
    onScan((code) => {
      codes.push(code)
    })
  })
  press('Shift')
  for (const key of '69012345') press(key)
  press('Enter')
  scope.stop()
  expect([codes, run.mock.calls.length]).toEqual([['69012345'], 0])
})
it('quick fingers are heard where nobody waits for a code; a scan there does not run on', () => {
  const run = vi.fn<(key: string) => void>()
  const offs = ['j', 'k'].map((key) =>
    onKeys(key, () => {
      run(key)
    }),
  )
  press('Shift')
  for (const key of 'jkjkjk') press(key)
  for (const off of offs) off()
  expect(run.mock.calls.flat()).toEqual(['j', 'k'])
})
it('Esc closes the top layer only', () => {
  const closed: string[] = []
  const offs = [
    openLayer(() => {
      closed.push('drawer')
    }),
    openLayer(() => {
      closed.push('palette')
      offs[1]?.()
    }),
  ]
  press('Escape')
  expect(closed).toEqual(['palette'])
  press('Escape')
  offs[0]?.()
  expect(closed).toEqual(['palette', 'drawer'])
})

it('a card falls where the pointer is among the others', () => {
  expect([dropIndex([50, 150, 250], 10), dropIndex([50, 150, 250], 160), dropIndex([], 5)]).toEqual([0, 2, 0])
})
const board = (may: () => true | string) =>
  mount(Board, {
    attachTo: document.body,
    slots: { card: 'x' },
    props: {
      label: '看板',
      cardLabel: (card: { id: number }) => `卡 ${card.id}`,
      may,
      columns: [
        { key: 'a', title: '待做', cards: [{ id: 1 }, { id: 2 }] },
        { key: 'b', title: '完成', cards: [] },
      ],
    } as never,
  })
it('a card is moved by keyboard alone, and said aloud', async () => {
  const shown = board(() => true)
  const card = shown.get('[data-card="1"]')
  await card.trigger('keydown', { key: ' ' })
  await card.trigger('keydown', { key: 'ArrowRight' })
  expect(shown.get('[aria-live]').text()).toContain('完成')
  await card.trigger('keydown', { key: ' ' })
  expect(shown.emitted('drop')).toEqual([[{ id: 1, column: 'b', index: 0 }, { id: 1 }]])
})
it('a column that may not take the card says why, and keeps nothing', async () => {
  const shown = board(() => '还没有上传文件')
  const card = shown.get('[data-card="1"]')
  await card.trigger('keydown', { key: ' ' })
  await card.trigger('keydown', { key: 'ArrowRight' })
  await nextTick()
  expect(shown.text()).toContain('还没有上传文件')
  await card.trigger('keydown', { key: ' ' })
  expect(shown.emitted('drop')).toBeUndefined()
})
