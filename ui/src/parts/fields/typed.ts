import { inject, onBeforeUnmount, provide, ref, watch, type InjectionKey, type Ref } from 'vue'

/** How words in a field become a value and back. */
interface Meaning<T> {
  /** The value, null for an empty field, undefined for what cannot be understood. */
  parse: (text: string) => T | null | undefined
  show: (value: T | null) => string
  same: (one: T | null | undefined, other: T | null | undefined) => boolean
  /** Why this cannot stand, as a sentence; empty when it can. */
  fault: (value: T | null | undefined) => string
}
interface Field {
  read: () => boolean
  focus: () => void
}
const FORM: InjectionKey<Set<Field>> = Symbol('fields of a form')

/** So long after the last key somebody has stopped typing. */
export const PAUSE = 600

/**
 * For a form: reads all its numbers and amounts, as leaving them does. What cannot be understood is told at its field, the
 * first one gets the keyboard, and the answer is no: nothing is saved in the place of what was meant.
 */
export function useFields(): () => boolean {
  const fields = new Set<Field>()
  provide(FORM, fields)
  return () => {
    const bad = [...fields].filter((field) => !field.read())
    bad[0]?.focus()
    return bad.length === 0
  }
}

/**
 * For a field: text that stands for a value. What is wrong with it is said when typing stops, when the field is left and when
 * its form is saved; it is forgiven the moment it is right again. The words are only put into good form when the field is left.
 */
export function useTyped<T>(model: Ref<T | null>, focus: () => void, means: Meaning<T>) {
  const text = ref(means.show(model.value))
  const bad = ref('')
  let pause: ReturnType<typeof setTimeout> | undefined
  watch(model, (value) => {
    if (means.same(value, means.parse(text.value))) return
    text.value = means.show(value)
    bad.value = ''
  })
  function settle(): T | null | undefined {
    clearTimeout(pause)
    const value = means.parse(text.value)
    bad.value = means.fault(value)
    if (bad.value !== '' || value === undefined) return undefined
    if (!means.same(value, model.value)) model.value = value
    return value
  }
  function read(): boolean {
    const value = settle()
    if (value !== undefined) text.value = means.show(value)
    return value !== undefined
  }
  function typed(): void {
    clearTimeout(pause)
    if (bad.value !== '' && means.fault(means.parse(text.value)) === '') settle()
    else pause = setTimeout(settle, PAUSE)
  }
  const form = inject(FORM, undefined)
  const field = { read, focus }
  form?.add(field)
  onBeforeUnmount(() => {
    clearTimeout(pause)
    form?.delete(field)
  })
  return { text, bad, read, typed }
}
