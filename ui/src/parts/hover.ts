import { host } from '@/host'

/** One tooltip, one picture zoom and one 已复制 for a whole page; whoever is pointed at says what by data-tip or data-zoom. */
interface HoverLayer {
  over(target: HTMLElement): void
  close(): void
  flash(text: string, x: number, y: number): void
}

let tip: HTMLElement | null = null
let zoom: HTMLElement | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let shown: Element | null = null

function box(kind: string): HTMLElement {
  const el = document.createElement('div')
  el.className = `s-hover s-hover-${kind}`
  el.setAttribute('role', kind === 'tip' ? 'tooltip' : 'presentation')
  el.hidden = true
  document.body.append(el)
  return el
}

/** Beside the thing pointed at, inside the window. */
function beside(el: HTMLElement, at: DOMRect, gap: number, side: boolean): void {
  el.hidden = false
  const { offsetWidth: w, offsetHeight: h } = el
  const x = side ? (at.right + gap + w < innerWidth ? at.right + gap : at.left - gap - w) : at.left + at.width / 2 - w / 2
  const y = side ? at.top + at.height / 2 - h / 2 : at.top - gap - h > 0 ? at.top - gap - h : at.bottom + gap
  el.style.left = `${Math.max(8, Math.min(innerWidth - w - 8, x))}px`
  el.style.top = `${Math.max(8, Math.min(innerHeight - h - 8, y))}px`
}

function close(): void {
  clearTimeout(timer)
  shown = null
  if (tip) tip.hidden = true
  if (zoom) zoom.hidden = true
}

function over(target: HTMLElement): void {
  // A cut-off text explains itself too.
  const found =
    target.closest<HTMLElement>('[data-tip],[data-zoom]') ??
    (target.classList.contains('s-cut') && target.scrollWidth > target.clientWidth ? target : null)
  if (found === shown) return
  close()
  if (!found) return
  shown = found
  const hash = found.dataset.zoom
  timer = setTimeout(
    () => {
      if (!found.isConnected) return
      if (hash) {
        zoom ??= box('zoom')
        const picture = document.createElement('img')
        picture.alt = ''
        picture.src = host.thumbUrl(hash, 320)
        zoom.replaceChildren(picture)
        beside(zoom, found.getBoundingClientRect(), 12, true)
      } else {
        const text = found.dataset.tip ?? found.textContent ?? ''
        if (!text) return
        tip ??= box('tip')
        tip.textContent = text
        beside(tip, found.getBoundingClientRect(), 6, false)
      }
    },
    hash ? 250 : 350,
  )
}

function flash(text: string, x: number, y: number): void {
  const el = box('tip')
  el.setAttribute('role', 'status')
  el.textContent = text
  beside(el, new DOMRect(x, y - 6, 0, 12), 6, false)
  setTimeout(() => {
    el.remove()
  }, 1200)
}

export const hoverLayer = (): HoverLayer => ({ over, close, flash })

/** Lets everything on the page that says data-tip or data-zoom explain itself (the frame calls it once). */
export function watchHover(): void {
  document.addEventListener(
    'pointerover',
    (event) => {
      if (event.target instanceof HTMLElement) over(event.target)
    },
    { passive: true },
  )
  document.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLElement && event.target.matches(':focus-visible')) over(event.target)
  })
  document.addEventListener('focusout', close)
  document.addEventListener('pointerdown', close, { passive: true })
}
