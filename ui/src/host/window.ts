import { Channel, invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { getCurrentWebview } from '@tauri-apps/api/webview'
import { getCurrentWindow } from '@tauri-apps/api/window'
import { say } from '@/locales/plain'
import { copyText } from './clipboard'
import { onPageDrops } from './drops'
import { inOrder } from './order'
import type { ChangeListener, FileDropEvent, Host, LocalFile, ShopChange, StagedFile, StageProgress, WireError } from './types'

const onWindows = navigator.userAgent.includes('Windows')
const root = onWindows ? 'http://shop.localhost' : 'shop://localhost'
const baseName = (path: string) => path.split(/[\\/]/).pop() ?? path

function asWireError(error: unknown): WireError {
  let body: unknown = error
  if (typeof error === 'string') {
    try {
      body = JSON.parse(error)
    } catch {
      body = null
    }
  }
  if (body && typeof body === 'object' && 'code' in body && 'message' in body) return body as WireError
  return { code: 'internal', reason: 'window', message: say('host.window', { why: String(error) }) }
}

async function call(name: string, args: unknown, signal?: AbortSignal): Promise<unknown> {
  signal?.throwIfAborted()
  try {
    const answer = await invoke<unknown>('call', { name, args: args ?? {} })
    signal?.throwIfAborted()
    // The backend answers raw JSON text; parsing it here is cheaper than a second pass through serde.
    return typeof answer === 'string' ? JSON.parse(answer) : answer
  } catch (error) {
    if (signal?.aborted) throw error
    throw asWireError(error)
  }
}

/** A file as the backend took it in or refused it; `from` is the path it was found under. */
type Answered = Omit<StagedFile, 'error'> & { from: number; error?: unknown }

let tickets = 0

/** All paths in one call: the backend takes the files in on every core. */
async function stagePaths(
  paths: string[],
  told: (progress: { done: number; files: number; name: string }) => void,
  signal?: AbortSignal,
): Promise<StagedFile[][]> {
  if (!paths.length) return []
  const progress = new Channel<{ done: number; files: number; name: string }>(told)
  const ticket = ++tickets
  const stop = () => void invoke('stop_staging', { ticket })
  signal?.addEventListener('abort', stop)
  try {
    const byPath: StagedFile[][] = paths.map(() => [])
    for (const { from, error, ...one } of await invoke<Answered[]>('stage_paths', { paths, progress, ticket })) {
      byPath[from]?.push(error ? { ...one, error: asWireError(error).message } : one)
    }
    return byPath
  } catch (error) {
    const { message } = asWireError(error)
    return paths.map((path) => [{ name: baseName(path), path, error: message }])
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

async function stageBytes({ name, file }: LocalFile): Promise<StagedFile[]> {
  if (!file) return []
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return [{ name, facts: await invoke('stage_bytes', bytes, { headers: { name: encodeURIComponent(name) } }) }]
  } catch (error) {
    return [{ name, error: asWireError(error).message }]
  }
}

async function measure(files: readonly LocalFile[]): Promise<{ files: number; bytes: number }> {
  const paths = files.flatMap(({ path }) => path ?? [])
  const held = files.filter(({ path }) => path === undefined)
  const size = { files: held.length, bytes: held.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) }
  if (!paths.length) return size
  try {
    const found = await invoke<{ files: number; bytes: number }>('measure_paths', { paths })
    return { files: size.files + found.files, bytes: size.bytes + found.bytes }
  } catch (error) {
    throw asWireError(error)
  }
}

async function stageFiles(files: LocalFile[], onProgress?: (progress: StageProgress) => void, signal?: AbortSignal): Promise<StagedFile[]> {
  const paths = files.flatMap(({ path }) => path ?? [])
  const held = files.filter(({ path }) => path === undefined)
  let found = paths.length
  const tell = (done: number, name: string) => {
    const all = found + held.length
    onProgress?.({ done, files: all, name, share: done / Math.max(1, all) })
  }
  tell(0, files[0]?.name ?? '')
  const staged = await stagePaths(
    paths,
    (at) => {
      found = at.files
      tell(at.done, at.name)
    },
    signal,
  )
  const pasted: StagedFile[][] = []
  for (const one of held) {
    signal?.throwIfAborted()
    pasted.push(await stageBytes(one))
    tell(found + pasted.length, one.name)
  }
  signal?.throwIfAborted()
  return files.flatMap(({ path }) => (path === undefined ? pasted : staged).shift() ?? [])
}

function onFilesDropped(listener: (event: FileDropEvent) => void): () => void {
  // Windows reports physical pixels, WebKit the page's own.
  const scale = onWindows ? window.devicePixelRatio : 1
  const stopping = getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === 'leave') return listener({ type: 'leave' })
    const x = payload.position.x / scale
    const y = payload.position.y / scale
    if (payload.type === 'drop') listener({ type: 'drop', x, y, files: payload.paths.map((path) => ({ name: baseName(path), path })) })
    else listener({ type: payload.type, x, y })
  })
  // Pasted pictures come through the page, in the window too.
  const stopPage = onPageDrops((event) => {
    if (event.type === 'drop' && event.files.length) listener(event)
  })
  return () => {
    stopPage()
    void stopping.then((stop) => stop())
  }
}

function onChange(listener: ChangeListener): () => void {
  const order = inOrder(listener)
  const stopping = [
    listen<ShopChange>('shop:changed', ({ payload }) => order.hear(payload)),
    listen<'online' | 'offline'>('shop:link', ({ payload }) => {
      listener.link(payload)
      if (payload === 'online') listener.lost()
    }),
  ]
  listener.link('online')
  return () => {
    for (const one of stopping) void one.then((stop) => stop())
  }
}

/** Kept as long as the window: not its first page any more. */
const OPENED = 'shopdesk.opened'

export const windowHost: Host = {
  kind: 'window',
  mayBeKnown() {
    const known = sessionStorage.getItem(OPENED) !== null
    sessionStorage.setItem(OPENED, '')
    return known
  },
  call,
  measure,
  stageFiles,
  onFilesDropped,
  onChange,
  async pickFiles(options = {}) {
    const { open } = await import('@tauri-apps/plugin-dialog')
    const picked = await open({
      multiple: options.multiple ?? true,
      directory: options.folder ?? false,
      filters: options.extensions?.length ? [{ name: options.extensions.join(' '), extensions: options.extensions }] : undefined,
    })
    return (picked === null ? [] : [picked].flat()).map((path) => ({ name: baseName(path), path }))
  },
  fileUrl: (hash, name) => `${root}/files/${hash}${name ? `?name=${encodeURIComponent(name)}` : ''}`,
  thumbUrl: (hash, size) => `${root}/thumbs/${hash}/${size}`,
  async saveFile(hash, name) {
    const { save } = await import('@tauri-apps/plugin-dialog')
    const path = await save({ defaultPath: name })
    if (path === null) return false
    try {
      await invoke('save_file', { hash, path })
    } catch (error) {
      throw asWireError(error)
    }
    return true
  },
  async notify(title, body) {
    const plugin = await import('@tauri-apps/plugin-notification')
    if ((await plugin.isPermissionGranted()) || (await plugin.requestPermission()) === 'granted') plugin.sendNotification({ title, body })
  },
  copy: copyText,
  setTitle(title) {
    document.title = title
    void getCurrentWindow().setTitle(title)
  },
  setBackground(color) {
    void getCurrentWindow().setBackgroundColor(color as `#${string}`)
  },
}
