import { act, stage } from '@/api'
import type { LocalFile, StagedFile } from '@/host'
import { t } from '@/locales'
import { finished } from './jobs'
import type { Job, PackFile } from './types'

/** The endings that tables and packs have; everything else that is dropped came along with one. */
const TABLES = ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'htm', 'html', 'xml', 'zip']
const endingOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
export const isTable = (name: string): boolean => TABLES.includes(endingOf(name))
/** What systems leave behind in folders. */
const isLitter = (name: string) => /^(\.|~\$|thumbs\.db$)/i.test(name)

export interface Sorted {
  tables: { name: string; file: string }[]
  pack: PackFile[]
  refused: { name: string; message: string }[]
}

/** Which of the stored files are tables, which are a pack's pictures, and which were not taken. */
export function sortStaged(staged: readonly StagedFile[]): Sorted {
  const out: Sorted = { tables: [], pack: [], refused: [] }
  for (const one of staged) {
    if (isLitter(one.name)) continue
    if (!one.facts) {
      const message = one.error ?? t('imports.not_stored')
      out.refused.push({ name: one.name, message })
      // It came along all the same: the rows that name it say why it is not there.
      if (!isTable(one.name)) out.pack.push({ name: one.name, refused: message })
    } else if (isTable(one.name)) out.tables.push({ name: one.name, file: one.facts.hash })
    else out.pack.push({ name: one.name, file: one.facts.hash })
  }
  return out
}

export interface Taken {
  ids: number[]
  refused: { name: string; message: string }[]
}

/** Dropped or picked files as previewed imports, one for each table in them. Nothing is written into the shop's goods. */
export async function takeIn(files: readonly LocalFile[], told: (text: string, job?: Job) => void): Promise<Taken> {
  told(t('imports.storing', { n: files.length }))
  const { tables, pack, refused } = sortStaged(await stage(files.filter((file) => !isLitter(file.name))))
  if (!tables.length && !refused.length) refused.push({ name: '', message: t('imports.no_table') })
  const ids: number[] = []
  for (const table of tables) {
    const text = t('imports.reading', { name: table.name })
    told(text)
    try {
      const { job } = await act('imports.preview', { ...table, pack })
      const made = (await finished(job, (now) => {
        told(text, now)
      })) as { imports: number[] }
      ids.push(...made.imports)
    } catch (error) {
      refused.push({ name: table.name, message: (error as Error).message })
    }
  }
  return { ids, refused }
}
