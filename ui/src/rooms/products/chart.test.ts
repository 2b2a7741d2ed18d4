import { expect, it } from 'vitest'
import { chartText, readChart } from './chart'

it('a chart pasted from a sheet is read, and comes back the same', () => {
  const chart = readChart('尺码\t胸围\nM\t88\nL\t92-96', 'M 155-165 45-52\nL\t160-172\t50-60', 'cm', '')
  expect(chart.columns).toEqual([
    { name: '尺码', number: false },
    { name: '胸围', number: true },
  ])
  expect(chart.rows).toEqual([
    ['M', '88'],
    ['L', '92-96'],
  ])
  expect(chart.rules[0]).toEqual({ size: 'M', height_from: 155, height_to: 165, weight_from: 45, weight_to: 52 })
  const text = chartText(chart)
  expect(readChart(text.table, text.rules, 'cm', '')).toEqual(chart)
})
