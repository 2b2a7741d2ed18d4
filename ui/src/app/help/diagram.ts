import type { LifeCycle, LifeState } from '@/parts/lifecycles'

/** A life cycle as a drawing: states under each other in the order people meet them, steps as arrows; made from the table alone. */
export interface Node {
  state: LifeState
  y: number
  loops: string[]
}
/** A step straight down to the next state. */
export interface Down {
  from: number
  to: number
  label: string
  system: boolean
}
/** A step that leaps: out of its states into a rail of its own at one side, along it, and into where it leads. */
export interface Rail {
  side: 'left' | 'right'
  lane: number
  from: number[]
  to: number
  label: string
  labelY: number
  system: boolean
}
export interface Diagram {
  nodes: Node[]
  downs: Down[]
  rails: Rail[]
  lanes: { left: number; right: number }
  height: number
}

export const STEP = 56
const TOP = 20
export const yOf = (at: number): number => TOP + at * STEP

const SYSTEM = '系统'

interface Leap {
  side: 'left' | 'right'
  from: number[]
  to: number
  labels: string[]
  system: boolean
}

export function drawing(cycle: LifeCycle): Diagram {
  const at = new Map(cycle.states.map((state, n) => [state.code, n]))
  const nodes: Node[] = cycle.states.map((state, n) => ({ state, y: yOf(n), loops: [] }))
  const downs: { from: number; to: number; labels: string[]; system: boolean }[] = []
  const leaps: Leap[] = []
  for (const step of cycle.steps) {
    const system = step.who.every((who) => who === SYSTEM)
    const froms = step.from.flatMap((code) => at.get(code) ?? [])
    if (step.to === '=') {
      for (const from of froms) nodes[from]?.loops.push(step.label)
      continue
    }
    const to = at.get(step.to)
    if (to === undefined) continue
    const ahead = froms.filter((from) => from < to).sort((a, b) => a - b)
    const back = froms.filter((from) => from > to).sort((a, b) => a - b)
    if (ahead.length === 1 && ahead[0] === to - 1) {
      const same = downs.find((one) => one.to === to && one.system === system)
      if (same) same.labels.push(step.label)
      else downs.push({ from: to - 1, to, labels: [step.label], system })
    } else if (ahead.length) leap(leaps, { side: 'right', from: ahead, to, labels: [step.label], system })
    if (back.length) leap(leaps, { side: 'left', from: back, to, labels: [step.label], system })
  }
  const lanes = { left: 0, right: 0 }
  const rails: Rail[] = []
  for (const side of ['left', 'right'] as const) {
    const ends: number[][] = []
    // Short leaps lie inside long ones, so that their lines cross as little as may be.
    const mine = leaps.filter((one) => one.side === side).sort((a, b) => span(a) - span(b))
    for (const one of mine) {
      const low = Math.min(one.to, ...one.from)
      const high = Math.max(one.to, ...one.from)
      const taken = Array.from({ length: high - low }, (_, n) => low + n)
      let lane = ends.findIndex((used) => taken.every((gap) => !used.includes(gap)))
      if (lane < 0) {
        lane = ends.length
        ends.push([])
      }
      ends[lane]?.push(...taken)
      const gap = side === 'right' ? high - 1 : low
      rails.push({
        side,
        lane,
        from: one.from,
        to: one.to,
        label: [...new Set(one.labels)].join(' / '),
        labelY: yOf(gap) + STEP / 2,
        system: one.system,
      })
    }
    lanes[side] = ends.length
  }
  return {
    nodes,
    downs: downs.map(({ labels, ...one }) => ({ ...one, label: [...new Set(labels)].join(' / ') })),
    rails,
    lanes,
    height: yOf(nodes.length - 1) + TOP,
  }
}

const span = (one: Leap): number => Math.max(one.to, ...one.from) - Math.min(one.to, ...one.from)

function leap(all: Leap[], one: Leap): void {
  const same = all.find(
    (other) => other.side === one.side && other.to === one.to && other.system === one.system && other.from.join() === one.from.join(),
  )
  if (same) same.labels.push(...one.labels)
  else all.push(one)
}
