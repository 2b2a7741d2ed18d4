export interface BoardColumn<T> {
  key: string
  title: string
  tone?: string
  cards: readonly T[]
  count?: number
  hint?: string
}
export interface BoardDrop {
  id: number
  column: string
  index: number
}

/** Where a dragged card would fall: the number of cards whose middle is above the pointer. */
export const dropIndex = (middles: readonly number[], y: number): number => middles.filter((middle) => middle < y).length
