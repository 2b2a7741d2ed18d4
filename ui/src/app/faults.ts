import { shallowRef } from 'vue'
import { CallError, errorNumber } from '@/api'
import { showError } from '@/parts/notice'
import { t } from '@/locales'

/** A fault of the page itself, with the number the person can pass on. */
export interface Fault {
  number: string
  message: string
  stack: string
  at: number
  page: string
}

/** The last faults, newest first; the error page shows them for copying. */
export const faults = shallowRef<readonly Fault[]>([])

const seen = new WeakSet<object>()

/** Takes in a fault nobody caught: a refusal of the door is told as such, anything else gets a number. */
export function reportFault(error: unknown): Fault | null {
  if (error instanceof Error && error.name === 'AbortError') return null
  if (typeof error === 'object' && error !== null) {
    if (seen.has(error)) return null
    seen.add(error)
  }
  if (error instanceof CallError) {
    showError(error)
    return null
  }
  // The browser's own note about observers that could not keep up is no fault.
  if (error instanceof Error && error.message.includes('ResizeObserver loop')) return null
  const fault: Fault = {
    number: errorNumber(),
    at: Date.now(),
    page: location.hash,
    message: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? (error.stack ?? '') : '',
  }
  faults.value = [fault, ...faults.value].slice(0, 20)
  showError({ code: 'internal', number: fault.number, message: t('error.page') })
  return fault
}
