import { ElMessage } from 'element-plus/es/components/message/index'
import { ElMessageBox } from 'element-plus/es/components/message-box/index'
import 'element-plus/es/components/message/style/css'
import 'element-plus/es/components/message-box/style/css'
import { h } from 'vue'
import { aside, t, told } from '@/locales'

/** A quiet word at the top; the same words do not pile up. */
export const showDone = (text: string): void => {
  ElMessage({ type: 'success', message: text, grouping: true, duration: 2000 })
}
export const showHint = (text: string): void => {
  ElMessage({ type: 'info', message: told(text), grouping: true, duration: 3000 })
}

interface Numbered {
  message?: string
  code?: string
  number?: string
}

/** A refusal as a sentence. A fault of ours also shows its number, for whoever mends it. */
export function showError(error: unknown): void {
  if ((error as { name?: string } | null)?.name === 'AbortError') return
  const { message, code, number } = (error ?? {}) as Numbered
  const text = told(message ?? '') || t('error.page')
  const full = code === 'internal' && number ? text + aside(number) : text
  ElMessage({ type: 'error', message: full, grouping: true, duration: 6000, showClose: true })
}

/** Says it is done and offers to take it back. */
export function showUndo(text: string, undo: () => void | Promise<void>): void {
  const shown = ElMessage({
    type: 'success',
    duration: 10_000,
    showClose: true,
    message: h('span', [
      text,
      ' ',
      h(
        'button',
        {
          class: 's-link',
          type: 'button',
          onClick: () => {
            shown.close()
            void undo()
          },
        },
        t('action.undo'),
      ),
    ]),
  })
}

/** Asks before something that cannot be taken back; the focus is on 取消. */
export async function confirm(text: string, options: { title?: string; yes?: string; danger?: boolean } = {}): Promise<boolean> {
  try {
    await ElMessageBox.confirm(text, options.title ?? t('action.confirm_title'), {
      confirmButtonText: options.yes ?? t('action.confirm'),
      cancelButtonText: t('action.cancel'),
      type: options.danger ? 'warning' : undefined,
      autofocus: false,
      closeOnClickModal: false,
      confirmButtonClass: options.danger ? 'el-button--danger' : '',
    })
    return true
  } catch {
    return false
  }
}

/** Words that were given for an act that then was refused or did not reach the shop, by where and what for. */
const unsent = new Map<string, string>()
let asked: { place: string; text: string } | null = null

/** An act came to its end: words that were given for one that failed are offered when they are asked for again. */
export function actEnded(done: boolean): void {
  if (!asked) return
  if (done) unsent.delete(asked.place)
  else unsent.set(asked.place, asked.text)
  asked = null
}

/** Asks for words, e.g. the reason of a refusal; null when the person thought better of it. */
export async function askText(
  title: string,
  options: { label?: string; value?: string; required?: boolean; long?: boolean; max?: number; yes?: string } = {},
): Promise<string | null> {
  const max = options.max ?? 500
  const place = `${location.hash} ${title}`
  asked = null
  try {
    const answer = await ElMessageBox.prompt(options.label ?? '', title, {
      confirmButtonText: options.yes ?? t('action.confirm'),
      cancelButtonText: t('action.cancel'),
      inputValue: unsent.get(place) ?? options.value ?? '',
      inputType: options.long === false ? 'text' : 'textarea',
      closeOnClickModal: false,
      inputValidator: (value) => {
        const length = (value ?? '').trim().length
        if (options.required !== false && length === 0) return t('form.required')
        return length <= max || t('form.too_long', { max })
      },
    })
    const text = answer.value.trim()
    asked = { place, text }
    return text
  } catch {
    return null
  }
}

/** Has a number typed before an act on very many things. */
export async function confirmTyped(text: string, word: string): Promise<boolean> {
  try {
    await ElMessageBox.prompt(`${text} ${t('bulk.type_to_confirm', { word })}`, t('action.confirm_title'), {
      confirmButtonText: t('action.confirm'),
      cancelButtonText: t('action.cancel'),
      closeOnClickModal: false,
      inputValidator: (value) => (value ?? '').trim() === word || t('bulk.type_to_confirm', { word }),
    })
    return true
  } catch {
    return false
  }
}
