import { expect, it } from 'vitest'
import { readOptions, writeOptions } from './options'

it('options are read as people type them and come back the same', () => {
  const options = readOptions('颜色：黑、白, 红\n\n尺码: M L')
  expect(options).toEqual([
    { name: '颜色', values: ['黑', '白', '红'] },
    { name: '尺码', values: ['M', 'L'] },
  ])
  expect(readOptions(writeOptions(options))).toEqual(options)
  expect(readOptions('')).toEqual([])
})
