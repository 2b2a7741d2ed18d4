import { getCurrentScope, onScopeDispose } from 'vue'

const mac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform)

/** Whether the keystroke belongs to an input method that is still composing. */
export const composing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

/** Whether the person is typing into something. */
export function typing(target: EventTarget | null): boolean {
  const el = target as HTMLElement | null
  return (
    !!el &&
    (el.isContentEditable ||
      (/^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName) && !/^(checkbox|radio|button)$/.test((el as HTMLInputElement).type)))
  )
}

/** The keystroke as 'Mod+Shift+B', 'n', 'ArrowDown'. */
export function keyName(event: KeyboardEvent): string {
  const mod = (mac ? event.metaKey : event.ctrlKey) ? 'Mod+' : ''
  const key = event.key.length === 1 && mod ? event.key.toUpperCase() : event.key
  return `${mod}${event.shiftKey && event.key.length > 1 ? 'Shift+' : ''}${key}`
}

/** 'Mod+K' as people see it on the keyboard. */
export const keyLabel = (keys: string): string[] =>
  keys.split(' ').map((part) => part.replace('Mod', mac ? '⌘' : 'Ctrl').replace('Shift', mac ? '⇧' : 'Shift'))

/** How long a single letter waits: a scanner's next character comes within 35 ms, a person's does not. */
const SCAN_GAP = 60
const SEQUENCE_GAP = 1000

interface Binding {
  keys: string
  run: (event?: KeyboardEvent) => void
  when?: () => boolean
}
const bindings: Binding[] = []
let scanned: ((code: string) => void) | null = null
let held: string[] = []
let heldTimer: ReturnType<typeof setTimeout> | undefined
let burst: { text: string; at: number } = { text: '', at: 0 }
let listening = false

const find = (name: string) => bindings.findLast((b) => b.keys === name && (b.when?.() ?? true))
const startsSequence = (name: string) => bindings.some((b) => b.keys.startsWith(`${name} `) && (b.when?.() ?? true))

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || composing(event) || event.altKey) return
  const name = keyName(event)
  if (name.startsWith('Mod+')) {
    const hit = find(name)
    if (hit) {
      event.preventDefault()
      hit.run(event)
    }
    return
  }
  if (typing(event.target) || document.querySelector('.el-overlay-message-box, .el-overlay-dialog')?.checkVisibility?.()) return
  const at = event.timeStamp
  const quick = burst.text !== '' && at - burst.at < 35
  if (name === 'Enter' && quick && burst.text.length >= 4 && scanned) {
    clearTimeout(heldTimer)
    held = []
    event.preventDefault()
    const code = burst.text
    burst = { text: '', at: 0 }
    scanned(code)
    return
  }
  burst = event.key.length === 1 ? { text: quick ? burst.text + event.key : event.key, at } : { text: '', at: 0 }
  if (event.key.length !== 1) {
    const hit = find(name)
    if (hit) {
      event.preventDefault()
      hit.run(event)
    }
    return
  }
  // A scanner's letters are no keys. Two that follow each other so fast may be quick fingers, where nobody waits for a code.
  if (quick && (scanned || burst.text.length > 2)) {
    clearTimeout(heldTimer)
    held = []
    return
  }
  clearTimeout(heldTimer)
  const whole = [...held, event.key].join(' ')
  const hit = find(whole) ?? (held.length ? undefined : find(event.key))
  if (startsSequence(whole) && !hit) {
    held = [...held, event.key]
    heldTimer = setTimeout(() => {
      held = []
    }, SEQUENCE_GAP)
    return
  }
  held = []
  if (!hit) return
  event.preventDefault()
  if (scanned)
    heldTimer = setTimeout(() => {
      if (burst.text.length <= 1) hit.run(event)
    }, SCAN_GAP)
  else hit.run(event)
}

/** Binds keys ('Mod+K', 'n', 'g p') while the caller lives. Never Alt+letter, F5, Ctrl+W/T/N: the system owns them. */
export function onKeys(keys: string, run: (event?: KeyboardEvent) => void, when?: () => boolean): () => void {
  if (!listening) {
    listening = true
    window.addEventListener('keydown', onKey)
  }
  const binding = { keys, run, when }
  bindings.push(binding)
  const off = () => {
    const at = bindings.indexOf(binding)
    if (at >= 0) bindings.splice(at, 1)
  }
  if (getCurrentScope()) onScopeDispose(off)
  return off
}

/** Hears a scanner (a burst of characters that ends in Enter) while the caller lives, wherever the focus is. */
export function onScan(handler: (code: string) => void): void {
  if (!listening) {
    listening = true
    window.addEventListener('keydown', onKey)
  }
  const former = scanned
  scanned = handler
  onScopeDispose(() => {
    scanned = former
  })
}
