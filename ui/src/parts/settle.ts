/** Own acts under way, and what they changed that is still being read again. */
let underway = 0
const waiting: (() => void)[] = []
/** Where the shop answers late, what is done next goes ahead; the shop refuses it if it is stale. */
const MOST_MS = 5_000

/** Something this person did is under way; call what is answered when the page shows it. */
export function begun(): () => void {
  let over = false
  underway += 1
  return () => {
    if (over) return
    over = true
    underway -= 1
    if (underway === 0) for (const go of waiting.splice(0)) go()
  }
}

/** When the page shows what this person did last: the next act is on that, not on what was there before. */
export function settled(): Promise<void> {
  if (underway === 0) return Promise.resolve()
  return new Promise((resolve) => {
    waiting.push(resolve)
    setTimeout(resolve, MOST_MS)
  })
}
