/**
 * Which rows a scroll position shows. Browsers cannot lay out more than some 33 million pixels, so a list taller than
 * MOST is scrolled on a shorter track: wheel and keys still move it pixel by pixel, a drag of the thumb moves it in proportion.
 */
export const MOST = 8_000_000

export class RowTrack {
  /** Where the view's top is in the full list, in pixels. */
  top = 0
  private last = 0
  private count = 0
  private height = 36
  private view = 0

  resize(count: number, height: number, view: number): void {
    // The row at the top stays at the top when the row height changes.
    if (this.height !== height) this.top = (this.top / this.height) * height
    this.count = count
    this.height = height
    this.view = view
    this.top = Math.max(0, Math.min(this.top, this.full - this.view))
  }

  /** The list's true height. */
  get full(): number {
    return this.count * this.height
  }
  /** The height of what the browser scrolls. */
  get track(): number {
    return Math.min(this.full, MOST)
  }
  get scaled(): boolean {
    return this.full > MOST
  }

  private room(size: number): number {
    return Math.max(1, size - this.view)
  }

  /** The scroll position that stands for `top`. */
  get position(): number {
    return this.scaled ? (this.top / this.room(this.full)) * this.room(this.track) : this.top
  }

  /** Takes in a scroll position. True when the browser's position should be set to `position` (the track ran out before the list). */
  scrolled(position: number): boolean {
    const moved = position - this.last
    this.last = position
    if (!this.scaled) {
      this.top = position
      return false
    }
    this.top = Math.abs(moved) < this.view * 3 ? this.top + moved : (position / this.room(this.track)) * this.room(this.full)
    this.top = Math.max(0, Math.min(this.top, this.full - this.view))
    const nearEdge = position < this.view || position > this.track - 2 * this.view
    return nearEdge && Math.abs(position - this.position) > 1
  }

  /** The browser's position was set to `position` by us, not by the person. */
  synced(): void {
    this.last = this.position
  }

  moveTo(top: number): number {
    this.top = Math.max(0, Math.min(top, this.full - this.view))
    this.last = this.position
    return this.position
  }

  /** First and last row on screen, with some more on both sides, and where the first is drawn on the track. */
  slice(position: number, overscan: number): { first: number; last: number; y: number } {
    const first = Math.max(0, Math.floor(this.top / this.height) - overscan)
    const last = Math.min(this.count - 1, Math.ceil((this.top + this.view) / this.height) + overscan)
    return { first, last, y: this.scaled ? position + first * this.height - this.top : first * this.height }
  }
}
