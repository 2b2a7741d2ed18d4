import { shallowRef } from 'vue'
import { told } from '@/locales'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'
export interface LifeState {
  code: string
  label: string
  tone: Tone
  final: boolean
}
/** One step: from any of these states (none: it makes the thing), `to` '=' stays. */
export interface LifeStep {
  from: readonly string[]
  action: string
  label: string
  to: string
  who: readonly string[]
  guard?: string | null
  needs_reason: boolean
  four_eyes?: boolean
}
export interface LifeCycle {
  name: string
  title: string
  states: LifeState[]
  steps: LifeStep[]
}

/** What a detail says about each action: possible or not, and why not. */
export interface ActionState {
  action: string
  enabled: boolean
  why: string | null
  needs_reason: boolean
}

/** All life cycles of the shop, as the backend tells them; the frame fills this after sign-in. */
export const lifeCycles = shallowRef<readonly LifeCycle[]>([])

const of = (name: string) => lifeCycles.value.find((cycle) => cycle.name === name)
/** A state's label and tone; an unknown one is shown by its code. */
export function stateOf(cycle: string, code: string): LifeState {
  const found = of(cycle)?.states.find((state) => state.code === code)
  return found ? { ...found, label: told(found.label, 'state') } : { code, label: code, tone: 'neutral', final: false }
}

/** An action's label. */
export const actionLabel = (cycle: string, action: string): string =>
  told(of(cycle)?.steps.find((step) => step.action === action)?.label ?? action, 'step')

/** A whole cycle in the present language, for the help. */
export const inWords = (cycle: LifeCycle): LifeCycle => ({
  ...cycle,
  title: told(cycle.title),
  states: cycle.states.map((state) => stateOf(cycle.name, state.code)),
  steps: cycle.steps.map((step) => ({
    ...step,
    label: told(step.label, 'step'),
    who: step.who.map((one) => told(one)),
    guard: step.guard && told(step.guard),
  })),
})

/** Whether an action takes a thing further along its life: not back, and not on the spot. A cycle nobody knows has no back. */
export function leadsOn(cycle: string, action: string): boolean {
  const all = of(cycle)
  if (!all) return true
  const place = (code: string) => all.states.findIndex((state) => state.code === code)
  return all.steps.some((step) => step.action === action && step.to !== '=' && step.from.every((from) => place(step.to) > place(from)))
}

/** The states of a cycle, for tabs and filters. */
export const statesOf = (cycle: string): readonly LifeState[] => (of(cycle)?.states ?? []).map((state) => stateOf(cycle, state.code))
