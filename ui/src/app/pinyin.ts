type Spell = (text: string) => { full: string; initials: string }
let spell: Spell | null = null

/** Fetches the pinyin table; it is too big for the first load. */
export async function preparePinyin(): Promise<void> {
  if (spell) return
  const { pinyin } = await import('pinyin-pro')
  const known = new Map<string, { full: string; initials: string }>()
  spell = (text) => {
    const found = known.get(text) ?? {
      full: pinyin(text, { toneType: 'none', type: 'array' }).join('').toLowerCase(),
      initials: pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase(),
    }
    known.set(text, found)
    return found
  }
}

/** Whether a title answers to what was typed: its words, its pinyin, or the initials. */
export function matches(title: string, typed: string): boolean {
  const q = typed.toLowerCase().replace(/\s+/g, '')
  if (q === '' || title.toLowerCase().replace(/\s+/g, '').includes(q)) return true
  if (!spell || !/^[a-z0-9]+$/.test(q)) return false
  const { full, initials } = spell(title)
  return full.includes(q) || initials.includes(q)
}
