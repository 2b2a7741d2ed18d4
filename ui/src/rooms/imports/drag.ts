import { onScopeDispose, ref, type Ref } from 'vue'
import { openLayer } from '@/parts/layers'
import type { FieldCode } from './types'

/** So far a press becomes a drag; less is a click. */
const SLIP = 5
/** So near its edge a list goes on by itself. */
const EDGE = 32

export interface ColumnDrag {
  /** The column that is being dragged. */
  moving: Ref<string | null>
  /** The field it would fall on. */
  over: Ref<FieldCode | null>
  start: (event: PointerEvent, source: string) => void
}

/**
 * A column of the file dragged onto a field, by pointer events: the window keeps the browser's own dragging for files.
 * A field is whatever carries `data-field`; Escape puts the column back.
 */
export function useColumnDrag(drop: (source: string, field: FieldCode) => void): ColumnDrag {
  const moving = ref<string | null>(null)
  const over = ref<FieldCode | null>(null)
  let held: { source: string; x: number; y: number; ghost: HTMLElement | null } | null = null
  let closeLayer: (() => void) | null = null
  let frame = 0
  let point = { x: 0, y: 0 }

  const fieldAt = () => document.elementFromPoint(point.x, point.y)?.closest<HTMLElement>('[data-field]')?.dataset.field
  function lift(source: string): HTMLElement {
    const ghost = document.createElement('div')
    ghost.className = 'im-ghost'
    ghost.textContent = source
    ghost.setAttribute('aria-hidden', 'true')
    document.body.append(ghost)
    moving.value = source
    closeLayer = openLayer(() => {
      finish(false)
    })
    frame = requestAnimationFrame(creep)
    return ghost
  }
  function creep(): void {
    const list = document.elementFromPoint(point.x, point.y)?.closest<HTMLElement>('.im-fields')
    const box = list?.getBoundingClientRect()
    if (list && box) list.scrollTop += point.y < box.top + EDGE ? -8 : point.y > box.bottom - EDGE ? 8 : 0
    frame = requestAnimationFrame(creep)
  }
  function move(event: PointerEvent): void {
    if (!held) return
    point = { x: event.clientX, y: event.clientY }
    if (!held.ghost && Math.hypot(point.x - held.x, point.y - held.y) < SLIP) return
    held.ghost ??= lift(held.source)
    event.preventDefault()
    held.ghost.style.translate = `${point.x + 8}px ${point.y + 8}px`
    over.value = (fieldAt() as FieldCode | undefined) ?? null
  }
  const end = (event: PointerEvent) => {
    finish(event.type === 'pointerup')
  }
  function finish(done: boolean): void {
    const [now, field] = [held, over.value]
    cancelAnimationFrame(frame)
    closeLayer?.()
    closeLayer = null
    for (const [name, hear] of heard) window.removeEventListener(name, hear)
    now?.ghost?.remove()
    held = null
    moving.value = null
    over.value = null
    if (done && now?.ghost && field) drop(now.source, field)
  }
  const heard = [
    ['pointermove', move],
    ['pointerup', end],
    ['pointercancel', end],
  ] as const
  onScopeDispose(() => {
    finish(false)
  })
  return {
    moving,
    over,
    start(event, source) {
      if (event.button !== 0 || held) return
      held = { source, x: event.clientX, y: event.clientY, ghost: null }
      for (const [name, hear] of heard) window.addEventListener(name, hear)
    },
  }
}
