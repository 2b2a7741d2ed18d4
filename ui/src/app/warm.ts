import { dayOf, now } from '@/parts/format'

/** What the desk needs and the door does not, had ready while the password is typed: calendars and bold type. */
export function warmUp(): void {
  dayOf(now())
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return
  const family = getComputedStyle(document.body).fontFamily
  for (const size of [13, 14, 15, 20]) {
    pen.font = `700 ${size}px ${family}`
    pen.measureText('店 1')
  }
}
