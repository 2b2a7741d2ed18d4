import { host, type WireError } from '@/host'
import { t, told } from '@/locales'
import type { Ops } from './generated/ops'

export type { Ops }
export type OpName = keyof Ops
export type Input<N extends OpName> = Ops[N]['input']
export type Output<N extends OpName> = Ops[N]['output']

/** A refusal of the door. Its message is a sentence for the person; `number` finds it again in a report. */
export class CallError extends Error {
  readonly code: string
  readonly reason: string
  readonly field: string | null
  readonly details: unknown
  readonly operation: string
  readonly number: string

  constructor(error: WireError, operation: string) {
    super(told(error.message))
    this.name = 'CallError'
    this.code = error.code
    this.reason = error.reason ?? ''
    this.field = error.field ?? null
    this.details = error.details ?? null
    this.operation = operation
    const given = (error.details as { number?: unknown } | null)?.number
    this.number = typeof given === 'string' ? given : errorNumber()
  }

  get stale(): boolean {
    return this.code === 'conflict' && this.reason === 'stale'
  }
}

/** A short number a person can read over the phone: minute and a random tail. */
export function errorNumber(): string {
  const tail = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  return `E${Math.floor(Date.now() / 60_000)
    .toString(36)
    .toUpperCase()}-${tail.toString(36).toUpperCase().slice(-4).padStart(4, '0')}`
}

const isWireError = (error: unknown): error is WireError =>
  typeof error === 'object' && error !== null && 'code' in error && 'message' in error && !(error instanceof Error)

type Refused = (error: CallError) => void
const listeners = new Set<Refused>()

/** Hears every refusal, e.g. to notice that the session is gone. */
export function onRefused(listener: Refused): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Calls the door. Rejects with a CallError, or with an AbortError when the caller gave up. */
export async function call<N extends OpName>(name: N, args: Input<N>, signal?: AbortSignal): Promise<Output<N>> {
  try {
    return (await host.call(name, args, signal)) as Output<N>
  } catch (error) {
    if (signal?.aborted) throw error
    const refusal = new CallError(isWireError(error) ? error : { code: 'internal', reason: 'page', message: t('error.page') }, name)
    for (const listener of listeners) listener(refusal)
    throw refusal
  }
}

/** Any failure as a sentence for the person. */
export function sentence(error: unknown): string {
  if (error instanceof CallError) return error.message
  if (isWireError(error)) return told(error.message)
  return error instanceof Error && error.message ? error.message : t('error.page')
}
