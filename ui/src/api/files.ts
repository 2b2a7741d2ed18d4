import { shallowRef } from 'vue'
import { host, type LocalFile, type StagedFile } from '@/host'

export interface Staging {
  id: number
  name: string
  done: number
  total: number
  share: number
  failed: { name: string; message: string }[]
  ended: boolean
}

/** Files on their way into the shop; the progress centre shows them beside the jobs. */
export const staging = shallowRef<readonly Staging[]>([])
let count = 0

/** Takes files into the shop. Each one comes back with its facts, or with a sentence why not. */
export async function stage(files: LocalFile[]): Promise<StagedFile[]> {
  const id = ++count
  const change = (edit: Partial<Staging>) => {
    staging.value = staging.value.map((one) => (one.id === id ? { ...one, ...edit } : one))
  }
  staging.value = [
    { id, name: files[0]?.name ?? '', done: 0, total: files.length, share: 0, failed: [], ended: false },
    ...staging.value,
  ].slice(0, 20)
  try {
    const staged = await host.stageFiles(files, (at) => {
      change({ name: at.name, done: at.done, total: at.files, share: at.share })
    })
    change({ failed: staged.filter((one) => one.error).map((one) => ({ name: one.name, message: one.error ?? '' })) })
    return staged
  } finally {
    change({ ended: true, share: 1 })
  }
}

export function forgetStaging(id: number): void {
  staging.value = staging.value.filter((one) => one.id !== id)
}
