import { toRaw } from 'vue'
import { host, type LocalFile } from '@/host'
import { t } from '@/locales'
import { bytesText, countText } from './format'
import { confirm } from './notice'

/** More than somebody drops without meaning it: a whole disk's worth, or the folder above the one that was meant. */
const MANY = 200
const LARGE = 2 * 1024 ** 3

/** What was already said yes to. */
const known = new WeakSet<LocalFile>()

/** Whether these files are to be taken in: of very many the person is asked first, before any of them is read. */
export async function admitted(files: readonly LocalFile[]): Promise<boolean> {
  const fresh = files.map((file) => toRaw(file)).filter((file) => !known.has(file))
  if (!fresh.length) return true
  const size = await host.measure(fresh)
  if (size.files > MANY || size.bytes > LARGE) {
    const text = t('drop.many', { n: countText(size.files), size: bytesText(size.bytes) })
    if (!(await confirm(text, { title: t('drop.many_title'), yes: t('drop.go_on') }))) return false
  }
  for (const file of fresh) known.add(file)
  return true
}

/** Files that the person picks; none where they thought better of it. */
export async function pickFiles(options: Parameters<typeof host.pickFiles>[0]): Promise<LocalFile[]> {
  const files = await host.pickFiles(options)
  return (await admitted(files)) ? files : []
}
