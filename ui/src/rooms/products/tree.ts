import type { Category } from './types'

export interface Node extends Category {
  depth: number
  path: string
  children: Node[]
}

/** The categories as a tree, siblings in their order; one whose parent is not there stands at the top. */
export function treeOf(all: readonly Category[]): Node[] {
  const nodes = new Map(all.map((one) => [one.id, { ...one, depth: 0, path: one.name, children: [] } as Node]))
  const top: Node[] = []
  for (const node of nodes.values()) {
    const parent = node.parent_id === null ? undefined : nodes.get(node.parent_id)
    if (parent) parent.children.push(node)
    else top.push(node)
  }
  const settle = (list: Node[], depth: number, above: string): Node[] => {
    list.sort((a, b) => a.position - b.position || a.id - b.id)
    for (const node of list) {
      node.depth = depth
      node.path = above ? `${above} › ${node.name}` : node.name
      settle(node.children, depth + 1, node.path)
    }
    return list
  }
  return settle(top, 0, '')
}

/** The tree as rows, parents before their children; what is under a shut one is left out. */
export const rowsOf = (tree: readonly Node[], shut: ReadonlySet<number> = new Set()): Node[] =>
  tree.flatMap((node) => [node, ...(shut.has(node.id) ? [] : rowsOf(node.children, shut))])

/** All that is below a category, and itself: it cannot be moved there. */
export const under = (node: Node): number[] => [node.id, ...node.children.flatMap(under)]

/** New positions after moving one by a step among its siblings; none when it stands at the end already. */
export function swapped<T extends { id: number; position: number }>(
  siblings: readonly T[],
  id: number,
  by: -1 | 1,
): { row: T; position: number }[] {
  const order = [...siblings]
  const at = order.findIndex((one) => one.id === id)
  const [one, other] = [order[at], order[at + by]]
  if (!one || !other) return []
  order[at] = other
  order[at + by] = one
  return order.flatMap((row, position) => (row.position === position ? [] : [{ row, position }]))
}
