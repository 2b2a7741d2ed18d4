export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Before which of these boxes, set in rows, something let go at this point falls; their number: after the last one. */
export function placeIn(boxes: readonly Box[], x: number, y: number): number {
  const at = boxes.findIndex((box) => y < box.top || (y <= box.bottom && x < (box.left + box.right) / 2))
  return at < 0 ? boxes.length : at
}

/** The list with the item at `from` put before what stands at `to`; the same list when nothing moves. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from]
  if (item === undefined || to === from || to === from + 1) return list
  const next = list.filter((_, at) => at !== from)
  next.splice(to > from ? to - 1 : to, 0, item)
  return next
}
