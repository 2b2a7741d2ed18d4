import { call, CallError } from '@/api'
import { onTouched } from '@/api/read'
import { t } from '@/locales'
import type { Job } from './types'

/** Looked at again after this long even when no change was told: the line may have been down. */
const PATIENCE = 2_000

/** Waits for the end of a job that an operation started; answers what it made. */
export function finished(job: number, told: (now: Job) => void = () => undefined): Promise<unknown> {
  return new Promise((done, refused) => {
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let asking = false
    const end = (settle: () => void) => {
      over = true
      clearTimeout(timer)
      deaf()
      settle()
    }
    const look = async (): Promise<void> => {
      if (over || asking) return
      asking = true
      clearTimeout(timer)
      try {
        const now = (await call('jobs.list', {})).find((one) => one.id === job)
        if (over) return
        if (!now) {
          end(() => {
            refused(new Error(t('imports.job_lost')))
          })
          return
        }
        told(now)
        if (now.state === 'done') {
          end(() => {
            done(now.result)
          })
          return
        }
        if (now.state !== 'running') {
          end(() => {
            refused(failure(now))
          })
          return
        }
      } catch (error) {
        end(() => {
          refused(error as Error)
        })
        return
      } finally {
        asking = false
      }
      timer = setTimeout(() => {
        void look()
      }, PATIENCE)
    }
    const deaf = onTouched([`job:${job}`], () => {
      void look()
    })
    void look()
  })
}

function failure(job: Job): Error {
  const error = job.error as { code?: string; reason?: string; message?: string; details?: unknown } | null
  if (!error?.message) return new Error(t('imports.job_lost'))
  return new CallError(
    { code: error.code ?? 'internal', reason: error.reason ?? '', message: error.message, details: error.details },
    job.kind,
  )
}
