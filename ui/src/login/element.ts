type Attributes<E> = { [K in keyof E]?: E[K] extends ((...args: never[]) => unknown) | null ? ((event: Event) => void) | null : E[K] }

/** An element of the page with its properties and what is in it. */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Attributes<HTMLElementTagNameMap[T]>,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[T] {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...inside)
  return made
}
