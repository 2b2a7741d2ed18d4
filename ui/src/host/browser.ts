import { say } from '@/locales/plain'
import { copyText } from './clipboard'
import { onPageDrops } from './drops'
import { inOrder } from './order'
import { together, uploadsAtOnce } from './together'
import type { ChangeListener, FileFacts, Host, LocalFile, ShopChange, StagedFile, StageProgress, WireError } from './types'

const unavailable = (message: string): WireError => ({ code: 'unavailable', reason: 'offline', message })

async function readError(response: Response): Promise<WireError> {
  try {
    const body = (await response.json()) as Partial<WireError>
    if (typeof body.code === 'string' && typeof body.message === 'string') return body as WireError
  } catch {
    /* not our JSON: a proxy or a dead server answered */
  }
  return response.status === 413
    ? { code: 'too_large', message: say('host.too_large') }
    : unavailable(say('host.bad_answer', { status: response.status }))
}

async function call(name: string, args: unknown, signal?: AbortSignal): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(`/api/${name}`, {
      method: 'POST',
      credentials: 'same-origin',
      signal,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args ?? {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw unavailable(say('host.away'))
  }
  if (!response.ok) throw await readError(response)
  return response.status === 204 ? null : response.json()
}

/** Whether a file is still as it was chosen: one that changed on the disk breaks its upload off just as a dead line does. */
const readable = (file: File) =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )

/** Sends one file; XMLHttpRequest because fetch cannot tell how far an upload has come. */
function upload(file: File, onShare: (share: number) => void, signal?: AbortSignal): Promise<StagedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/files?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onShare(event.loaded / event.total)
    }
    const name = file.name
    request.onerror = () => {
      void readable(file).then((there) => {
        resolve(
          there ? { name, error: say('host.file_away', { name }), away: true } : { name, error: say('host.file_unreadable', { name }) },
        )
      })
    }
    request.onload = () => {
      try {
        const body = JSON.parse(request.responseText) as FileFacts & WireError
        resolve(request.status < 300 ? { name, facts: body } : { name, error: body.message })
      } catch {
        resolve({ name, error: say('host.file_bad', { name, status: request.status }) })
      }
    }
    const stop = () => {
      request.abort()
      reject(signal?.reason as Error)
    }
    if (signal?.aborted) stop()
    else {
      signal?.addEventListener('abort', stop)
      request.onloadend = () => signal?.removeEventListener('abort', stop)
      request.send(file)
    }
  })
}

async function stageFiles(files: LocalFile[], onProgress?: (progress: StageProgress) => void, signal?: AbortSignal): Promise<StagedFile[]> {
  const shares = files.map(() => 0)
  let done = 0
  const tell = (name: string) =>
    onProgress?.({ done, files: files.length, name, share: shares.reduce((sum, one) => sum + one, 0) / files.length })
  return together(files, uploadsAtOnce(navigator.hardwareConcurrency), async ({ name, file }, index) => {
    tell(name)
    const staged = file
      ? await upload(
          file,
          (share) => {
            shares[index] = share
            tell(name)
          },
          signal,
        )
      : { name, error: say('host.file_unreadable', { name }) }
    shares[index] = staged.away ? 0 : 1
    if (!staged.away) done += 1
    tell(name)
    return staged
  })
}

function onChange(listener: ChangeListener): () => void {
  const order = inOrder(listener)
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = 500
  let stopped = false
  let dropped = false

  const open = () => {
    source = new EventSource(order.last() === null ? '/api/events' : `/api/events?after=${order.last()}`)
    source.onopen = () => {
      wait = 500
      listener.link('online')
      // Without a number to resume from nobody can say what went by while the line was down.
      if (dropped && order.last() === null) listener.lost()
      dropped = false
    }
    source.onmessage = (event: MessageEvent<string>) => order.hear(JSON.parse(event.data) as ShopChange)
    source.onerror = () => {
      source?.close()
      if (stopped) return
      dropped = true
      listener.link('offline')
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, 15_000)
    }
  }
  const hurry = () => {
    if (dropped && !stopped) {
      clearTimeout(timer)
      wait = 500
      source?.close()
      open()
    }
  }
  window.addEventListener('online', hurry)
  open()
  return () => {
    stopped = true
    clearTimeout(timer)
    source?.close()
    window.removeEventListener('online', hurry)
  }
}

function pickFiles(options: { extensions?: string[]; multiple?: boolean; folder?: boolean } = {}): Promise<LocalFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = options.multiple ?? true
    if (options.extensions?.length) input.accept = options.extensions.map((e) => `.${e}`).join(',')
    if (options.folder) input.webkitdirectory = true
    input.onchange = () => resolve([...(input.files ?? [])].map((file) => ({ name: file.name, file, bytes: file.size })))
    input.oncancel = () => resolve([])
    input.click()
  })
}

const fileUrl = (hash: string, name?: string) => `/files/${hash}${name ? `?name=${encodeURIComponent(name)}` : ''}`

export const browserHost: Host = {
  kind: 'browser',
  mayBeKnown: () => true,
  call,
  measure: (files) => Promise.resolve({ files: files.length, bytes: files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) }),
  stageFiles,
  onChange,
  pickFiles,
  fileUrl,
  onFilesDropped: (listener) => onPageDrops(listener),
  thumbUrl: (hash, size) => `/thumbs/${hash}/${size}`,
  async saveFile(hash, name) {
    const link = document.createElement('a')
    link.href = fileUrl(hash, name)
    link.download = name
    link.click()
    return true
  },
  async notify(title, body) {
    if (!('Notification' in window)) return
    if (Notification.permission === 'default') await Notification.requestPermission()
    const shown = Notification.permission === 'granted' ? new Notification(title, { body }) : null
    shown?.addEventListener('click', () => {
      window.focus()
    })
  },
  copy: copyText,
  setTitle(title) {
    document.title = title
  },
  setBackground() {
    /* the page paints its own background */
  },
}
