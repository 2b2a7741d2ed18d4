/** One cell of the rights matrix taken apart: `W q :request` → level, marks, parts. */
export interface CellParts {
  level: 'N' | 'R' | 'W' | 'A'
  own: boolean
  queue: boolean
  money: boolean
  phone: boolean
  parts: string[]
}

export function readCell(cell: string): CellParts {
  const [level, ...marks] = cell.trim().split(/\s+/)
  return {
    level: level === 'R' || level === 'W' || level === 'A' ? level : 'N',
    own: marks.includes('o'),
    queue: marks.includes('q'),
    money: marks.includes('m'),
    phone: marks.includes('p'),
    parts: marks.filter((mark) => mark.startsWith(':')).map((mark) => mark.slice(1)),
  }
}

/** The cell as the shop keeps it; marks of a right that is not there are dropped. */
export function writeCell(cell: CellParts): string {
  if (cell.level === 'N') return 'N'
  const marks = (
    [
      ['own', 'o'],
      ['queue', 'q'],
      ['money', 'm'],
      ['phone', 'p'],
    ] as const
  )
    .filter(([name]) => cell[name])
    .map(([, mark]) => mark)
  const parts = cell.level === 'R' || cell.level === 'W' || cell.level === 'A' ? cell.parts.map((part) => `:${part}`) : []
  return [cell.level, ...marks, ...parts].join(' ')
}

/** The parts that a module's rights are split into anywhere in the table. */
export function partsOf(cells: readonly { module: string; cell: string; default: string }[], module: string): string[] {
  const found = cells.filter((one) => one.module === module).flatMap((one) => [...readCell(one.cell).parts, ...readCell(one.default).parts])
  return [...new Set(found)].sort()
}
