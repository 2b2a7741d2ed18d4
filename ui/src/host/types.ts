/** A file somebody dropped or picked: a real path in the window, a File in the browser. */
export interface LocalFile {
  name: string
  path?: string
  file?: File
  bytes?: number
}

/** What the store says about a file it has taken in. */
export interface FileFacts {
  hash: string
  name: string
  bytes: number
  mime: string
  kind: 'image' | 'source' | 'document' | 'sheet' | 'archive' | 'text' | 'other'
  width: number | null
  height: number | null
  warnings: string[]
}

/** One file after staging: either taken in, or refused with a sentence. */
export interface StagedFile {
  name: string
  path?: string
  facts?: FileFacts
  error?: string
  /** It was not refused: the shop could not be reached, and may be later. */
  away?: boolean
}

/** How far a drop has come. Several files are under way at once, so it is told of the whole. */
export interface StageProgress {
  done: number
  /** Grows when a dropped folder turns out to hold many. */
  files: number
  name: string
  share: number
}

export type FileDropEvent =
  | { type: 'enter' | 'over'; x: number; y: number }
  | { type: 'leave' }
  | { type: 'drop'; x: number; y: number; files: LocalFile[]; pasted?: boolean }

/** A change in the shop, as told to everyone who is looking. */
export interface ShopChange {
  seq: number
  tags: string[]
}

export type LinkState = 'online' | 'offline'

export interface ChangeListener {
  change(change: ShopChange): void
  /** Some changes were missed for good: everything on screen may be stale. */
  lost(): void
  link(state: LinkState): void
}

export type ThumbSize = 80 | 320 | 1600

/** What the door answers when it refuses. */
export interface WireError {
  code: string
  reason?: string
  message: string
  field?: string | null
  details?: unknown
}

/** Everything the page needs from what it runs in. There are two faces: the desktop window and a browser. */
export interface Host {
  readonly kind: 'window' | 'browser'
  /** Whether somebody may have signed in on an earlier page: never when the program has just been started. */
  mayBeKnown(): boolean
  /** Calls the door; rejects with a WireError. */
  call(name: string, args: unknown, signal?: AbortSignal): Promise<unknown>
  /** How many files there are, those in folders included, and how large; nothing of them is read. */
  measure(files: readonly LocalFile[]): Promise<{ files: number; bytes: number }>
  /** Rejects when it is broken off. */
  stageFiles(files: LocalFile[], onProgress?: (progress: StageProgress) => void, signal?: AbortSignal): Promise<StagedFile[]>
  onFilesDropped(listener: (event: FileDropEvent) => void): () => void
  pickFiles(options?: { extensions?: string[]; multiple?: boolean; folder?: boolean }): Promise<LocalFile[]>
  fileUrl(hash: string, name?: string): string
  thumbUrl(hash: string, size: ThumbSize): string
  onChange(listener: ChangeListener): () => void
  /** Saves a stored file where the person wants it; false when they thought better of it. */
  saveFile(hash: string, name: string): Promise<boolean>
  notify(title: string, body: string): Promise<void>
  copy(text: string): Promise<void>
  setTitle(title: string): void
  setBackground(color: string): void
}
