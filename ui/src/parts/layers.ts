import { getCurrentScope, onScopeDispose } from 'vue'

/** Layers above the page (drawer, palette, zoom …), the topmost last. One stack owns Esc, so that Esc closes only the top one. */
interface Layer {
  close: () => void
}
const stack: Layer[] = []

/** Element Plus's own dialogs and popovers close themselves on Esc; while one is open ours wait. */
const foreignOpen = () =>
  [...document.querySelectorAll<HTMLElement>('.el-overlay, .el-popper')].some(
    (el) =>
      el.style.display !== 'none' &&
      el.getAttribute('aria-hidden') !== 'true' &&
      el.querySelector('.el-dialog, .el-message-box, .el-select-dropdown, .el-picker-panel, .el-dropdown-menu, .s-popover') !== null,
  )

let listening = false
function listen(): void {
  if (listening) return
  listening = true
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
    const top = stack.at(-1)
    if (!top || foreignOpen()) return
    event.preventDefault()
    event.stopPropagation()
    top.close()
  })
}

/** Puts a layer on top; returns how to take it off. Inside a component it comes off with it. */
export function openLayer(close: () => void): () => void {
  listen()
  const layer = { close }
  stack.push(layer)
  const off = () => {
    const at = stack.indexOf(layer)
    if (at >= 0) stack.splice(at, 1)
  }
  if (getCurrentScope()) onScopeDispose(off)
  return off
}

/** Whether anything lies above the page, so that single letters do not reach it. */
export const layersOpen = (): boolean => stack.length > 0
