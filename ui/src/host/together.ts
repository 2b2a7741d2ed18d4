/** How many uploads go at once: a hub on this machine works on each with a core of its own. */
export function uploadsAtOnce(cores: number | undefined): number {
  return Math.min(4, Math.max(2, cores ?? 2))
}

/** Works on a few items at once; the answers come in the order of the items. */
export async function together<T, R>(items: readonly T[], atOnce: number, work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      answers[index] = await work(items[index] as T, index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return answers
}
