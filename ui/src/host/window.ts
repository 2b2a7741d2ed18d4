import { invoke } from '@tauri-apps/api/core'
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

async function stageFiles(files: LocalFile[], onProgress?: (progress: StageProgress) => void): Promise<StagedFile[]> {
  const staged: StagedFile[] = []
  for (const [index, item] of files.entries()) {
    const tell = (share: number) => onProgress?.({ file: index, files: files.length, name: item.name, share })
    tell(0)
    try {
      if (item.path)
        staged.push(
          ...(await invoke<StagedFile[]>('stage_paths', { paths: [item.path] })).map((s) => ({
            ...s,
            error: s.error === undefined || s.error === null ? undefined : asWireError(s.error).message,
          })),
        )
      else if (item.file)
        staged.push({
          name: item.name,
          facts: await invoke('stage_bytes', new Uint8Array(await item.file.arrayBuffer()), {
            headers: { name: encodeURIComponent(item.name) },
          }),
        })
    } catch (error) {
      staged.push({ name: item.name, path: item.path, error: asWireError(error).message })
    }
    tell(1)
  }
  return staged
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

export const windowHost: Host = {
  kind: 'window',
  call,
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
