import { act, stage } from '@/api'
import type { LocalFile, StagedFile } from '@/host'
import { pair, t, told } from '@/locales'
import { showDone, showError, showHint } from '@/parts'
import { assetsChanged } from './ask'
import { inParts } from './rules'
import type { Added, NotAdded } from './types'

export interface Outcome {
  added: Added[]
  failed: { name: string; message: string }[]
}

/** Makes stored files versions of the requests they were chosen for, in their order. */
export async function addVersions(items: readonly { request: number; staged: StagedFile; as_source?: boolean }[]): Promise<Outcome> {
  const failed = items.flatMap(({ staged }) =>
    staged.facts ? [] : [{ name: staged.name, message: staged.error ?? t('assets.not_stored') }],
  )
  const good = items.flatMap(({ request, staged, as_source }) =>
    staged.facts ? [{ request, file: staged.facts.hash, name: staged.name, as_source: as_source ?? null }] : [],
  )
  const added: Added[] = []
  const refused: NotAdded[] = []
  for (const part of inParts(good, 200)) {
    const done = await act('assets.add_versions', { items: part })
    added.push(...done.added)
    refused.push(...done.failed)
  }
  assetsChanged()
  return { added, failed: [...failed, ...refused.map(({ name, message }) => ({ name, message: told(message) }))] }
}

/** Files dropped onto one request: each becomes its next version. Duplicates and red lamps are told at once. */
export async function takeFor(request: number, files: LocalFile[]): Promise<Outcome | null> {
  try {
    const staged = await stage(files)
    const out = await addVersions(staged.map((one) => ({ request, staged: one })))
    tell(out)
    return out
  } catch (error) {
    showError(error)
    return null
  }
}

export function tell(out: Outcome): void {
  if (out.added.length) showDone(t('assets.added_n', { n: out.added.length }))
  for (const one of out.failed.slice(0, 3))
    showError({ message: one.message.includes(one.name) ? one.message : pair(one.name, one.message) })
  if (out.failed.length > 3) showError({ message: t('assets.failed_n', { n: out.failed.length }) })
  const red = out.added.filter((one) => one.version.level === 'red')
  if (red.length)
    showHint(
      t('assets.red_n', {
        names: red
          .slice(0, 3)
          .map((one) => one.version.name)
          .join(t('mark.comma')),
        n: red.length,
      }),
    )
  const twin = out.added.flatMap((one) => one.duplicates.map((other) => `${one.version.name} ${told(other.message)}`))[0]
  if (twin) showHint(twin)
}
