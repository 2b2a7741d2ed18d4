export interface JobView {
  id: number
  kind: string
  title: string
  done: number
  total: number
  unit: string
  state: 'running' | 'done' | 'failed' | 'cancelled'
  error?: { message: string } | null
  result: unknown
  started_at: number
  ended_at: number | null
}
export interface StagingView {
  id: number
  name: string
  done: number
  total: number
  share: number
  failed: { name: string; message: string }[]
  waiting: number
  ended: boolean
  cancelled: boolean
}

/** The file a finished job made, if it made one. */
export function fileOf(job: JobView): { file: string; name: string } | null {
  const result = job.result as { file?: unknown; name?: unknown } | null
  return typeof result?.file === 'string' && typeof result.name === 'string' ? { file: result.file, name: result.name } : null
}
