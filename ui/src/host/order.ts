import type { ChangeListener, ShopChange } from './types'

/** Passes the shop's changes on in their order, and says when some went by unheard. */
export function inOrder(listener: Pick<ChangeListener, 'change' | 'lost'>) {
  let last: number | null = null
  return {
    /** The number to resume after; null before anything was heard. */
    last: () => last,
    hear(change: ShopChange): void {
      // The progress of a job is no change of its own and carries the last number again.
      if (last !== null && change.seq < last) return
      if (last !== null && change.seq > last + 1) listener.lost()
      last = change.seq
      listener.change(change)
    },
  }
}
