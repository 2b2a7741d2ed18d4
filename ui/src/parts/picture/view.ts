export interface Picture { hash: string; title: string; name?: string; width?: number | null; height?: number | null; note?: string }
export interface Pin { id: number; x: number; y: number; text: string; by?: string; resolved?: boolean }
export interface View { scale: number; x: number; y: number }
export interface Size { w: number; h: number }

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
export const centred = (picture: Size, box: Size, scale: number): View => ({ scale, x: (box.w - picture.w * scale) / 2, y: (box.h - picture.h * scale) / 2 })

/** A point of the box as fractions of the picture; null beside it. */
export function fractionAt(view: View, picture: Size, px: number, py: number): { x: number; y: number } | null {
  const x = (px - view.x) / (picture.w * view.scale)
  const y = (py - view.y) / (picture.h * view.scale)
  return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { x, y } : null
}
