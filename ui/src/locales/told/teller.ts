/** Turns the backend's Chinese sentences into another language by a catalogue of them. */

/** Chinese template (values as `{}`) to its translation (`{0}`, `{1}`, or `{1:step}` where the value has that sense). */
export type Catalogue = Readonly<Record<string, string>>
/** A word that says one thing of a state and another of a step, or stands within a sentence, is there as `修改@state`. */
export type Sense = 'state' | 'step' | 'verb'
export type Tell = (text: string, sense?: Sense) => string

interface Template {
  /** What stands around the values. */
  parts: string[]
  /** How many characters those are. */
  weight: number
  /** How many of them are Chinese. */
  han: number
  english: string
}

const HAN = /\p{Script=Han}/u
const hanIn = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0
/** With fewer Chinese characters than this a template may fit what somebody wrote by chance. */
const SURE = 4
/** A sentence within a sentence within a sentence. */
const DEEPEST = 3
/** What joins several sentences or words in Chinese, and what joins them here. */
const JOINTS = [
  ['\n', '\n'],
  ['；', '; '],
  ['、', ', '],
  [' · ', ' · '],
  ['，', ', '],
] as const
const MOST_KEPT = 4000

/** The values of a text that a template fits: each as short as it may be. */
function valuesOf(text: string, parts: readonly string[]): string[] | undefined {
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return undefined
  const end = text.length - last.length
  const values: string[] = []
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0 || found + part.length > end) return undefined
    values.push(text.slice(at, found))
    at = found + part.length
  }
  values.push(text.slice(at, end))
  return values
}

export function teller(catalogue: Catalogue): Tell {
  // By their first character; those that begin with a value by their last, and those that end with one too apart.
  const opening = new Map<string, Template[]>()
  const closing = new Map<string, Template[]>()
  const open: Template[] = []
  const templates = Object.entries(catalogue)
    .filter(([chinese]) => chinese.includes('{}'))
    .map(([chinese, english]): Template => {
      const parts = chinese.split('{}')
      return { parts, weight: parts.join('').length, han: hanIn(chinese), english }
    })
    .sort((a, b) => b.weight - a.weight)
  for (const template of templates) {
    const [first, last] = [template.parts[0]?.[0], template.parts.at(-1)?.at(-1)]
    const [shelf, key] = first ? [opening, first] : [closing, last ?? '']
    if (!key) open.push(template)
    else shelf.set(key, [...(shelf.get(key) ?? []), template])
  }

  const tails = Object.keys(catalogue)
    .filter((chinese) => /^[，；（]/.test(chinese))
    .map((chinese) => chinese.split('{}')[0] ?? '')

  const exact = (text: string, sense?: Sense): string | undefined =>
    (sense && catalogue[`${text}@${sense}`]) ?? (Object.hasOwn(catalogue, text) ? catalogue[text] : undefined)

  function byTemplate(text: string, deep: number): string | undefined {
    const shelves = [opening.get(text[0] ?? '') ?? [], closing.get(text.at(-1) ?? '') ?? [], open]
    let best: { template: Template; values: string[] } | undefined
    for (const shelf of shelves) {
      for (const template of shelf) {
        if (best && template.weight <= best.template.weight) break
        const values = valuesOf(text, template.parts)
        if (values) best = { template, values }
      }
    }
    if (!best) return undefined
    const { template, values } = best
    const said = template.english.replaceAll(/\{(\d+)(?::(\w+))?\}/g, (_, at: string, sense?: Sense) =>
      within(values[Number(at)] ?? '', deep + 1, sense),
    )
    return deep > 0 && template.han < SURE && HAN.test(said) ? undefined : said
  }

  /** Several at once, when each of them is known. */
  function joined(text: string, deep: number, joint: readonly [string, string], sense?: Sense): string | undefined {
    const parts = text.split(joint[0])
    if (parts.length < 2) return undefined
    const said = parts.map((part) => (HAN.test(part) ? known(part, deep + 1, sense) : part))
    return said.includes(undefined) ? undefined : said.join(joint[1])
  }

  function known(text: string, deep: number, sense?: Sense): string | undefined {
    const found = exact(text, sense)
    if (found !== undefined || deep > DEEPEST) return found
    for (const joint of JOINTS) {
      const said = joined(text, deep, joint, sense)
      if (said !== undefined) return said
    }
    return tailed(text, deep) ?? byTemplate(text, deep) ?? paired(text, deep) ?? asided(text, deep)
  }

  /** A sentence, and another that only goes on from one: `，但不止一个`. */
  function tailed(text: string, deep: number): string | undefined {
    for (const tail of tails) {
      const at = text.lastIndexOf(tail)
      if (at <= 0) continue
      const [head, rest] = [known(text.slice(0, at), deep + 1), known(text.slice(at), deep + 1)]
      if (head !== undefined && rest !== undefined) return head + rest
    }
    return undefined
  }

  /** 名称（旁注）, where both are known. */
  function asided(text: string, deep: number): string | undefined {
    const at = text.indexOf('（')
    if (at <= 0 || !text.endsWith('）')) return undefined
    const [name, rest] = [exact(text.slice(0, at)), known(text.slice(at + 1, -1), deep + 1)]
    return name === undefined || rest === undefined ? undefined : `${name} (${rest})`
  }

  /** 名称：值, where the name is known. */
  function paired(text: string, deep: number): string | undefined {
    const at = text.indexOf('：')
    const name = at > 0 ? exact(text.slice(0, at)) : undefined
    return name === undefined ? undefined : `${name}: ${within(text.slice(at + 1), deep + 1)}`
  }

  /** A value within a sentence: a word of the catalogue, a sentence of its own, or what it is. */
  const within = (text: string, deep: number, sense?: Sense): string => (HAN.test(text) ? (known(text, deep, sense) ?? text) : text)

  /** Several sentences of which somebody else's is one. */
  function partly(text: string): string {
    const joint = JOINTS.find(([mark]) => text.includes(mark))
    return joint?.[0] === '；'
      ? text
          .split(joint[0])
          .map((part) => within(part, 1))
          .join(joint[1])
      : text
  }

  const kept = new Map<string, string>()
  return (text, sense) => {
    if (!HAN.test(text)) return text
    const key = sense ? `${text}@${sense}` : text
    let said = kept.get(key)
    if (said === undefined) {
      said = known(text, 0, sense) ?? partly(text)
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(key, said)
    }
    return said
  }
}
