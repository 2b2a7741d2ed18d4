import { computed, onScopeDispose, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'

/** What was typed and not saved, kept on this PC for the person who typed it until it is saved or thrown away. */
const DAYS_MS = 7 * 86_400_000
/** A long text fits; what is larger was hardly typed. */
const MOST = 200_000
const PAUSE_MS = 400

let owner = 0
/** Whose drafts these are: several people may sit at one PC. */
export function setDraftOwner(staff: number): void {
  owner = staff
}

export interface Draft {
  /** When the draft that is offered was typed; null when there is none. */
  offered: Ref<number | null>
  /** Something is typed that is not saved. */
  dirty: Readonly<Ref<boolean>>
  /** Looks for one: for a form that opens. */
  look: () => void
  /** Puts what was typed back. */
  restore: () => void
  /** Throws it away: it was saved, or nobody wants it. */
  drop: () => void
}

/**
 * Keeps what `read` gives while `dirty`, under a name that says what is being written (with the version, where something
 * is changed: on top of what others saved meanwhile it would be wrong).
 */
export function useDraft<T>(
  name: MaybeRefOrGetter<string>,
  dirty: MaybeRefOrGetter<boolean>,
  parts: { read: () => T; write: (kept: T) => void },
): Draft {
  const offered = ref<number | null>(null)
  const key = () => `shopdesk.draft.${owner}.${toValue(name)}`
  const found = (): { at: number; value: T } | null => {
    try {
      const kept = JSON.parse(localStorage.getItem(key()) ?? 'null') as { at: number; value: T } | null
      return kept && Date.now() - kept.at < DAYS_MS ? kept : null
    } catch {
      return null
    }
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(timer)
    timer = undefined
    // One that is offered is not written over before somebody has chosen.
    if (offered.value !== null || !toValue(dirty)) return
    const text = JSON.stringify({ at: Date.now(), value: parts.read() })
    try {
      if (text.length <= MOST) localStorage.setItem(key(), text)
    } catch {
      /* no room on this PC: what was typed stays in the form */
    }
  }
  watch(
    () => JSON.stringify([toValue(dirty), parts.read()]),
    () => {
      clearTimeout(timer)
      timer = setTimeout(keep, PAUSE_MS)
    },
  )
  // Whoever closes the window, or is signed out, has typed until then.
  const now = () => {
    if (timer !== undefined) keep()
  }
  window.addEventListener('pagehide', now)
  onScopeDispose(() => {
    now()
    window.removeEventListener('pagehide', now)
  })
  return {
    offered,
    dirty: computed(() => toValue(dirty)),
    look() {
      offered.value = found()?.at ?? null
    },
    restore() {
      const kept = found()
      offered.value = null
      if (kept) parts.write(kept.value)
    },
    drop() {
      clearTimeout(timer)
      timer = undefined
      offered.value = null
      try {
        localStorage.removeItem(key())
      } catch {
        /* nothing was kept */
      }
    },
  }
}

/**
 * The same for a form in a dialog: what it holds when it opens is where one starts, whatever differs is kept. Stands after
 * what fills the form. The name is the one at its opening: what others save meanwhile does not take it elsewhere.
 */
export function useFormDraft<T extends object>(
  name: () => string,
  open: Ref<boolean>,
  read: () => T,
  write: (kept: T) => void = (kept) => Object.assign(read(), kept),
): Draft {
  const called = ref('')
  const first = ref('')
  watch(
    open,
    (now) => {
      first.value = ''
      if (now) called.value = name()
    },
    { immediate: true, flush: 'sync' },
  )
  // Fields tidy what they are given; what stands then is the beginning.
  watch(
    open,
    (now) => {
      if (now) first.value = JSON.stringify(read())
    },
    { immediate: true, flush: 'post' },
  )
  const dirty = () => first.value !== '' && JSON.stringify(read()) !== first.value
  return useDraft(called, dirty, { read, write })
}
