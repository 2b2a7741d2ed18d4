import { onScopeDispose } from 'vue'
import { call, me, type Output } from '@/api'
import { onTouched, tagsOf } from '@/api/read'
import { locked } from '@/api/session'
import { host } from '@/host'
import { pair, t, told } from '@/locales'

type Card = Output<'desk.today'>['cards'][number]

/** What one has begun oneself is nobody's handing over. */
const OWN = ['asset_draft', 'price_draft']

/** The lines that came onto a desk between two looks at it, each with its card. */
export function handed(before: readonly Card[], now: readonly Card[]): { card: Card; row: Card['rows'][number] }[] {
  return now
    .filter((card) => !OWN.includes(card.key))
    .flatMap((card) => {
      const was = before.find((one) => one.key === card.key)
      // A line that moves up because another went away was there all the time.
      const more = card.count - (was?.count ?? 0)
      const known = new Set(was?.rows.map((row) => row.route + row.title))
      return card.rows
        .filter((row) => !known.has(row.route + row.title))
        .slice(0, Math.max(0, more))
        .map((row) => ({ card, row }))
    })
}

/** While nobody looks at the window, the system tells of what others hand over to whoever sits there. */
export function followDesk(): void {
  /** The desk as it was last seen in this absence. */
  let known: readonly Card[] | null = null
  let away = false
  let round = 0
  const look = async () => {
    const mine = ++round
    try {
      const { cards } = await call('desk.today', {})
      if (!away || mine !== round) return
      const news = known ? handed(known, cards) : []
      known = cards
      const [first] = news
      if (!first) return
      // Beside a covered desk the notice must not show what the cover hides.
      const plain = news.length > 1 || locked.value
      const said = plain ? t('today.handed_n', { n: news.length }) : pair(told(first.card.title), first.row.title)
      await host.notify(t('app.name'), said)
    } catch {
      /* the line is down, or the desktop takes no notices: the next change is looked at as this one */
    }
  }
  const turn = () => {
    const now = document.hidden || !document.hasFocus()
    if (now === away) return
    away = now
    known = null
    if (away && me.value) void look()
  }
  const stop = onTouched(tagsOf('desk.today'), (own) => {
    if (away && !own) void look()
  })
  const events = ['blur', 'focus'] as const
  for (const name of events) window.addEventListener(name, turn)
  document.addEventListener('visibilitychange', turn)
  // The page that was asked for comes first.
  const first = setTimeout(turn, 1_500)
  onScopeDispose(() => {
    clearTimeout(first)
    stop()
    for (const name of events) window.removeEventListener(name, turn)
    document.removeEventListener('visibilitychange', turn)
  })
}
