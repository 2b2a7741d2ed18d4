import { shallowRef, watch } from 'vue'
import { host, type LocalFile, type StagedFile, type StageProgress } from '@/host'
import { t, told } from '@/locales'
import { admitted } from '@/parts/many'
import { showError } from '@/parts/notice'
import { online } from './live'

export interface Staging {
  id: number
  name: string
  done: number
  total: number
  share: number
  failed: { name: string; message: string }[]
  /** So many wait for the line to the shop. */
  waiting: number
  ended: boolean
  cancelled: boolean
}

/** Files on their way into the shop; the progress centre shows them beside the jobs. */
export const staging = shallowRef<readonly Staging[]>([])
let count = 0

const running = new Map<number, { stop: AbortController; again: () => void }>()
const change = (id: number, edit: Partial<Staging>) => {
  staging.value = staging.value.map((one) => (one.id === id ? { ...one, ...edit } : one))
}

/** Stops taking files in; whoever waits for them gets none. */
export function cancelStaging(id: number): void {
  running.get(id)?.stop.abort()
}

/** Tries once more what the broken line left behind. */
export function retryStaging(id: number): void {
  running.get(id)?.again()
}

export function forgetStaging(id: number): void {
  staging.value = staging.value.filter((one) => one.id !== id)
}

/** A line that was only briefly gone tells nobody that it is back: then it is tried. */
const TRY_AGAIN_MS = 3_000
const TRIES = 6

/** Until the line is back, or the person wants to try; rejects when they give up. */
function lineBack(id: number, turn: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      unwatch()
      clearTimeout(timer)
      window.removeEventListener('online', again)
      signal.removeEventListener('abort', stop)
    }
    const again = () => {
      end()
      resolve()
    }
    const stop = () => {
      end()
      reject(signal.reason as Error)
    }
    const unwatch = watch(online, (now) => {
      if (now) again()
    })
    const timer = turn < TRIES ? setTimeout(again, TRY_AGAIN_MS * 2 ** turn) : undefined
    window.addEventListener('online', again)
    signal.addEventListener('abort', stop)
    const mine = running.get(id)
    if (mine) mine.again = again
  })
}

/**
 * Takes files into the shop. Each one comes back with its facts, or with a sentence why not. What a broken line left
 * behind waits until it is back. Rejects with an AbortError when the person thinks better of it.
 */
export async function stage(files: LocalFile[]): Promise<StagedFile[]> {
  if (!(await admitted(files))) throw new DOMException('', 'AbortError')
  const id = ++count
  const stop = new AbortController()
  running.set(id, { stop, again: () => undefined })
  const begun = { waiting: 0, ended: false, cancelled: false, failed: [] }
  staging.value = [{ id, name: files[0]?.name ?? '', done: 0, total: files.length, share: 0, ...begun }, ...staging.value].slice(0, 20)
  const tell = (at: StageProgress, before: number, all: number | null) => {
    const total = all ?? at.files
    const done = before + at.done
    change(id, { name: at.name, done, total, share: all === null ? at.share : (before + at.share * at.files) / total })
  }
  try {
    const staged = await host.stageFiles(
      files,
      (at) => {
        tell(at, 0, null)
      },
      stop.signal,
    )
    for (let turn = 0; ; turn += 1) {
      const left = staged.flatMap(({ away }, at) => (away ? [at] : []))
      if (!left.length) break
      change(id, { waiting: left.length })
      if (turn === 0) showError({ message: t('jobs.line_down', { n: left.length }) })
      await lineBack(id, turn, stop.signal)
      change(id, { waiting: 0 })
      const before = files.length - left.length
      const again = await host.stageFiles(
        left.flatMap((at) => files[at] ?? []),
        (at) => {
          tell(at, before, files.length)
        },
        stop.signal,
      )
      for (const [turn, at] of left.entries()) staged[at] = again[turn] ?? (staged[at] as StagedFile)
    }
    for (const one of staged) if (one.error) one.error = told(one.error)
    change(id, { failed: staged.filter((one) => one.error).map((one) => ({ name: one.name, message: one.error ?? '' })) })
    return staged
  } catch (error) {
    if (stop.signal.aborted) change(id, { cancelled: true })
    throw error
  } finally {
    running.delete(id)
    change(id, { ended: true, waiting: 0, share: 1 })
  }
}
