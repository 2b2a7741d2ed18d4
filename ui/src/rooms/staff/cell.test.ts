import { expect, it } from 'vitest'
import { partsOf, readCell, writeCell } from './cell'

it.each(['N', 'R', 'R m', 'A o', 'W q', 'W p :overseas', 'W :shoot :illustrator'])('a cell “%s” comes back as it was', (cell) => {
  expect(writeCell(readCell(cell))).toBe(cell)
})
it('without a right there is nothing to narrow', () => {
  expect(writeCell({ ...readCell('W q :copy'), level: 'N' })).toBe('N')
})
it('a cell nobody understands gives no right', () => {
  expect(readCell('X y').level).toBe('N')
})
it('the parts of a module are gathered from its whole row, present and default', () => {
  const row = (module: string, cell: string, standard = 'R') => ({ module, cell, default: standard })
  expect(partsOf([row('copy', 'W :request'), row('copy', 'R', 'W :title'), row('assets', 'W :x')], 'copy')).toEqual(['request', 'title'])
})
