import { defineComponent, h, type PropType, type VNodeChild } from 'vue'
import { host } from '@/host'
import { t } from '@/locales'
import { dueText, moneyParts, timeFull, type Money } from '../format'
import { stateOf } from '../lifecycles'
import { alignOf, cellText, type Placed } from './columns'

type AnyRow = Record<string, unknown> & { id: number }

/** The one component of a row: its cells are plain elements, its events are heard by the table. */
export const TableRow = defineComponent({
  name: 'TableRow',
  props: {
    row: { type: Object as PropType<AnyRow>, default: undefined },
    index: { type: Number, required: true },
    placed: { type: Array as PropType<Placed<AnyRow>[]>, required: true },
    selectable: Boolean,
    selected: Boolean,
    active: Boolean,
    /** The column the keyboard stands on in this row, or -1. */
    focus: { type: Number, default: -1 },
    version: { type: Number, default: 0 },
  },
  setup: (props) => () => {
    const { row, placed } = props
    const cells: VNodeChild[] = []
    if (props.selectable) {
      cells.push(
        h(
          'div',
          { class: 's-td s-td-pick', role: 'gridcell', 'data-pick': '' },
          row
            ? h('input', {
                type: 'checkbox',
                class: 's-check',
                tabindex: -1,
                checked: props.selected,
                'aria-label': t('table.pick_row', { n: props.index + 1 }),
              })
            : undefined,
        ),
      )
    }
    for (const one of placed) {
      const { column } = one
      cells.push(
        h(
          'div',
          {
            key: column.key,
            role: 'gridcell',
            'data-col': one.index,
            tabindex: props.focus === one.index ? 0 : -1,
            class: ['s-td', `s-${alignOf(column)}`, one.pin ? `s-pin-${one.pin}` : '', one.edge ? 's-edge' : ''],
            style: one.pin ? `${one.pin}:var(--o${one.index})` : undefined,
          },
          row ? content(one, row) : [h('i', { class: 's-bone' })],
        ),
      )
    }
    return h(
      'div',
      {
        class: ['s-tr', { 's-on': props.selected, 's-active': props.active }],
        role: 'row',
        'data-row': props.index,
        'aria-rowindex': props.index + 2,
        'aria-selected': props.selectable ? props.selected : undefined,
      },
      cells,
    )
  },
})

function content(one: Placed<AnyRow>, row: AnyRow): VNodeChild[] {
  const { column } = one
  if (column.cell) return [column.cell(row)].flat() as VNodeChild[]
  const value = row[column.key]
  const text = cellText(column, row)
  const sub = column.sub?.(row)
  let main: VNodeChild
  switch (column.text ? 'text' : column.kind) {
    case 'thumb':
      main =
        typeof value === 'string' && value
          ? h('img', { class: 's-thumb', src: host.thumbUrl(value, 80), 'data-zoom': value, alt: '', loading: 'lazy', decoding: 'async' })
          : h('span', { class: 's-thumb s-thumb-none', 'aria-hidden': 'true' })
      break
    case 'state': {
      const state = stateOf(column.cycle ?? '', String(value ?? ''))
      main = value === null || value === undefined ? text : h('span', { class: `s-tag s-tone-${state.tone}` }, state.label)
      break
    }
    case 'due': {
      const due = dueText(value as number | null)
      main = h('span', { class: due ? `s-due-${due.tone}` : undefined, 'data-tip': timeFull(value as number | null) }, text)
      break
    }
    case 'time':
      main = h('span', { 'data-tip': timeFull(value as number | null) }, text)
      break
    case 'money': {
      const parts = moneyParts(value as Money | null)
      main = parts ? h('span', { class: parts.sign ? 's-minus' : undefined }, [parts.sign, h('small', parts.symbol), parts.figure]) : text
      break
    }
    default:
      main = text
  }
  const to = column.link?.(row)
  if (to) main = h('a', { class: 's-link', href: typeof to === 'string' ? to : '#', 'data-link': one.index, tabindex: -1 }, [main])
  else if (column.copy && typeof main === 'string') main = h('span', { class: 's-copy', 'data-copy': text }, main)
  return sub
    ? [h('span', { class: 's-two' }, [h('span', { class: 's-cut' }, [main]), h('span', { class: 's-sub s-cut' }, sub)])]
    : [typeof main === 'string' ? h('span', { class: 's-cut' }, main) : main]
}
