import type { FileDropEvent, LocalFile } from './types'

const hasFiles = (event: DragEvent) => [...(event.dataTransfer?.types ?? [])].includes('Files')

/** What systems leave in folders and nobody means to drop; the shop leaves them out of a folder of its own machine, too. */
const leftover = ({ name }: File) => /^(\._|\.ds_store$|thumbs\.db$|desktop\.ini$)/i.test(name)

/** Words that come with a picture of them (cells of a workbook) go into the field they are pasted into. */
const wordsIntoField = (event: ClipboardEvent) => {
  const at = event.target instanceof Element ? event.target.closest('input, textarea, [contenteditable="true"]') : null
  return at !== null && (event.clipboardData?.getData('text/plain') ?? '') !== ''
}

const toLocal = (files: Iterable<File>): LocalFile[] => [...files].map((file) => ({ name: file.name, file, bytes: file.size }))

/** A folder's files, however deep; the File alone would be an empty thing with the folder's name. */
async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return [
      await new Promise<File>((yes, no) => {
        ;(entry as FileSystemFileEntry).file(yes, no)
      }),
    ]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: File[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((yes, no) => {
      reader.readEntries(yes, no)
    })
    if (part.length === 0) return found
    for (const child of part) found.push(...(await walk(child)))
  }
}

/** Files dragged or pasted into the page. A dropped file must never navigate away, so every drop is taken. */
export function onPageDrops(listener: (event: FileDropEvent) => void): () => void {
  let depth = 0
  let last = { x: 0, y: 0 }
  const enter = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    if (depth++ === 0) listener({ type: 'enter', x: event.clientX, y: event.clientY })
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    if (!hasFiles(event)) return
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    listener({ type: 'over', x: event.clientX, y: event.clientY })
  }
  const leave = (event: DragEvent) => {
    if (hasFiles(event) && --depth <= 0) {
      depth = 0
      listener({ type: 'leave' })
    }
  }
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    depth = 0
    if (!hasFiles(event)) return
    const { clientX: x, clientY: y } = event
    const entries = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry?.()).filter((e) => e != null)
    const plain = [...(event.dataTransfer?.files ?? [])]
    const files = entries.some((entry) => entry.isDirectory)
      ? (await Promise.all(entries.map(walk))).flat().filter((file) => !leftover(file))
      : plain
    listener({ type: 'drop', x, y, files: toLocal(files) })
  }
  const paste = (event: ClipboardEvent) => {
    const files = event.clipboardData?.files
    if (files?.length && !wordsIntoField(event)) {
      event.preventDefault()
      listener({ type: 'drop', ...last, files: toLocal(files), pasted: true })
    }
  }
  const point = (event: PointerEvent) => {
    last = { x: event.clientX, y: event.clientY }
  }
  const onDrop = (event: DragEvent) => {
    void drop(event)
  }
  window.addEventListener('dragenter', enter)
  window.addEventListener('dragover', over)
  window.addEventListener('dragleave', leave)
  window.addEventListener('drop', onDrop)
  window.addEventListener('paste', paste)
  window.addEventListener('pointermove', point, { passive: true })
  return () => {
    window.removeEventListener('dragenter', enter)
    window.removeEventListener('dragover', over)
    window.removeEventListener('dragleave', leave)
    window.removeEventListener('drop', onDrop)
    window.removeEventListener('paste', paste)
    window.removeEventListener('pointermove', point)
  }
}
