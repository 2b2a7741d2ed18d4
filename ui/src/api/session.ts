import { computed, shallowRef } from 'vue'
import { t } from '@/locales'
import { call, CallError, onRefused, sentence, type Output } from './client'
import { followChanges, stopFollowing } from './live'
import { onTouched, queries, tagsOf } from './read'
import { leaveWord, rememberLogin } from './logins'
import { forgetRows } from './rows'
import { setDraftOwner } from '@/parts/draft'
import { setClock } from '@/parts/format'

export type Me = Output<'session.me'>
export type Level = 'read' | 'write' | 'approve'

const LEVELS = ['none', 'read', 'write', 'approve']

/** Who is signed in here; null at the login. */
export const me = shallowRef<Me | null>(null)

/** Somebody left the desk: what is on screen is covered until the password comes again. */
export const locked = shallowRef(kept('shopdesk.locked') === '1')

/** What there is to say of a lock that nobody asked for. */
export const lockedBecause = shallowRef('')

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    /* this visit only */
  }
}

// Several pages of one browser are one desk: all are covered, and opened, together.
window.addEventListener('storage', (event) => {
  if (event.key !== 'shopdesk.locked') return
  if (event.newValue === '1') locked.value = true
  else if (locked.value) void uncover()
})

/** Elsewhere the cover was taken off: by the password, or by leaving. Only for the same person it comes off here. */
async function uncover(): Promise<void> {
  try {
    if ((await call('session.me', {})).staff.id === me.value?.staff.id) locked.value = false
    else leave()
  } catch (error) {
    // Where the line is down it stays.
    if (error instanceof CallError && error.code === 'unauthenticated') leave()
  }
}

function enter(who: Me): void {
  me.value = who
  setDraftOwner(who.staff.id)
  setClock({ zone: who.shop.zone, currency: who.shop.currency })
  const { login, name, posts } = who.staff
  rememberLogin({ login, name, posts })
  followChanges()
}

/** Posts, rights and the shop's settings change while people work: who we are is asked again, and pages follow. */
onTouched(tagsOf('session.me'), () => {
  void refresh()
})
async function refresh(): Promise<void> {
  if (!me.value) return
  try {
    const who = await call('session.me', {})
    if (me.value?.staff.id === who.staff.id) enter(who)
  } catch {
    /* signed out: heard of below; the line is down: asked again when it is back */
  }
}

/** Somebody has come in: just now by their password, or before, on this page's last visit. */
export function begin(who: Me, fresh: boolean): void {
  if (fresh) {
    locked.value = false
    keep('shopdesk.locked', '0')
  }
  enter(who)
}

/**
 * Leaves; nothing of the former person's stays behind in memory. Where the shop does not hear of it nobody has left, and the
 * next one here would go on as the same person: the desk is covered until the password comes.
 */
export async function logout(): Promise<void> {
  try {
    await call('session.logout', {})
  } catch (error) {
    if (!(error instanceof CallError && error.code === 'unauthenticated')) {
      lock(t('lock.not_left', { why: sentence(error) }))
      return
    }
  }
  leave()
}

function leave(): void {
  stopFollowing()
  me.value = null
  locked.value = false
  keep('shopdesk.locked', '0')
  queries.clear()
  forgetRows()
}

export function lock(why = ''): void {
  lockedBecause.value = why
  locked.value = true
  keep('shopdesk.locked', '1')
}

export async function unlock(password: string): Promise<void> {
  await call('session.unlock', { password })
  locked.value = false
  keep('shopdesk.locked', '0')
}

onRefused((error) => {
  if (error.code !== 'unauthenticated' || error.operation.startsWith('session.')) return
  if (error.reason === 'locked') lock()
  else if (me.value) {
    leaveWord(error.message)
    leave()
  }
})

const rank = (level: string | undefined) => Math.max(0, LEVELS.indexOf(level ?? 'none'))

/** Whether the one signed in may: a module of the permissions table, and how much. Reactive. */
export function can(module: string, level: Level = 'read'): boolean {
  return rank(me.value?.rights[module]?.level) >= rank(level)
}

/** What a page, an entry of the rail or a command asks for; of several modules any one is enough. */
export interface Need {
  /** The module of the permissions table; without it everybody may. */
  right?: string | readonly string[]
  level?: Level
}
export const allowed = ({ right, level = 'read' }: Need): boolean =>
  right === undefined || (typeof right === 'string' ? [right] : right).some((module) => can(module, level))

/** `can` for templates and computed values. The door decides again, always. */
export const useCan = () => can

/** Whether the post sees a guarded column: cost, buyer_phone. */
export const sees = (what: Me['sees'][number]): boolean => me.value?.sees.includes(what) ?? false

export const useSession = () => computed(() => me.value)
