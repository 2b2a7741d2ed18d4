import { linesOf } from '@/parts/format'
import type { Chart } from './types'

const cells = (line: string): string[] => line.split(line.includes('\t') ? '\t' : /[,，\s]+/).map((cell) => cell.trim())
const span = (text: string | undefined): [number, number] => {
  const [from, to] = (text ?? '')
    .normalize('NFKC')
    .split(/[-–~]/)
    .map((one) => Number.parseFloat(one))
  return [from ?? Number.NaN, to ?? from ?? Number.NaN].map((one) => (Number.isFinite(one) ? one : 0)) as [number, number]
}

/** A chart pasted from a sheet: the first line names the columns, the first column is the size; rules are `M 155-165 45-52`. */
export function readChart(table: string, rules: string, unit: string, note: string): Chart {
  const [head = '', ...rows] = linesOf(table)
  const columns = cells(head).map((name, i) => ({ name, number: i > 0 }))
  return {
    unit,
    note,
    columns,
    rows: rows.map(cells),
    rules: linesOf(rules).map((line) => {
      const [size = '', height, weight] = cells(line)
      const [height_from, height_to] = span(height)
      const [weight_from, weight_to] = span(weight)
      return { size, height_from, height_to, weight_from, weight_to }
    }),
  }
}

/** The same chart as text, to be edited or pasted into a sheet. */
export function chartText(chart: Chart | null): { table: string; rules: string } {
  if (!chart) return { table: '', rules: '' }
  return {
    table: [chart.columns.map((one) => one.name), ...chart.rows].map((row) => row.join('\t')).join('\n'),
    rules: chart.rules.map((one) => `${one.size}\t${one.height_from}-${one.height_to}\t${one.weight_from}-${one.weight_to}`).join('\n'),
  }
}
