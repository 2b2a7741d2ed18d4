import { onScopeDispose } from 'vue'

/** Locks the desk when nobody has touched it for a while. */
export function followIdle(minutes: () => number, leave: () => void): void {
  let touched = Date.now()
  const touch = () => {
    touched = Date.now()
  }
  const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
  for (const name of events) window.addEventListener(name, touch, { passive: true })
  // A clock of its own: a PC that slept wakes up locked.
  const clock = setInterval(() => {
    if (minutes() > 0 && Date.now() - touched > minutes() * 60_000) {
      touch()
      leave()
    }
  }, 10_000)
  onScopeDispose(() => {
    clearInterval(clock)
    for (const name of events) window.removeEventListener(name, touch)
  })
}
