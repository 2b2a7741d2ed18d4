export interface Picture {
  hash: string
  title: string
  name?: string
  width?: number | null
  height?: number | null
  note?: string
}
/** A note at a place of a picture, as fractions of it; with a width and a height it is about an area. */
export interface Pin {
  id: number
  x: number
  y: number
  w?: number | null
  h?: number | null
  text: string
  by?: string
  resolved?: boolean
}
export interface Place {
  x: number
  y: number
  w?: number
  h?: number
}
export interface View {
  scale: number
  x: number
  y: number
}
export interface Size {
  w: number
  h: number
}

export const MIN_SCALE = 0.25
export const MAX_SCALE = 8

/** The scale at which a picture just fits; small ones are not blown up. */
export const fitScale = (picture: Size, box: Size): number => Math.min(1, box.w / Math.max(1, picture.w), box.h / Math.max(1, picture.h))

/** The view after zooming about a point of the box, so that what is under the pointer stays there. */
export function zoomAt(view: View, factor: number, px: number, py: number, fit: number): View {
  const scale = Math.max(Math.min(MIN_SCALE, fit), Math.min(MAX_SCALE, view.scale * factor))
  const ratio = scale / view.scale
  return { scale, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio }
}

/** The picture in the middle of the box. */
export const centred = (picture: Size, box: Size, scale: number): View => ({
  scale,
  x: (box.w - picture.w * scale) / 2,
  y: (box.h - picture.h * scale) / 2,
})

/** A point of the box as fractions of the picture; null beside it. */
export function fractionAt(view: View, picture: Size, px: number, py: number): { x: number; y: number } | null {
  const x = (px - view.x) / (picture.w * view.scale)
  const y = (py - view.y) / (picture.h * view.scale)
  return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { x, y } : null
}

/** What a press and a release mark on the picture: a point where the hand stayed, else the area between, cut to the picture. */
export function placeBetween(view: View, picture: Size, from: { x: number; y: number }, to: { x: number; y: number }): Place | null {
  const start = fractionAt(view, picture, from.x, from.y)
  if (!start) return null
  if (Math.hypot(to.x - from.x, to.y - from.y) < 8) return start
  const cut = (n: number) => Math.max(0, Math.min(1, n))
  const x = cut((to.x - view.x) / (picture.w * view.scale))
  const y = cut((to.y - view.y) / (picture.h * view.scale))
  const area = { x: Math.min(start.x, x), y: Math.min(start.y, y), w: Math.abs(x - start.x), h: Math.abs(y - start.y) }
  return area.w < 0.002 || area.h < 0.002 ? start : area
}
