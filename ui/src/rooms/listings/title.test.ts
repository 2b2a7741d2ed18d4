import { expect, it } from 'vitest'
import { cleanTitle, titleLength, titleNotes } from './title'

it('thirty Chinese characters are sixty on Taobao, thirty on Amazon, ninety bytes', () => {
  const title = '夏'.repeat(30)
  expect([titleLength(title, 'cjk2'), titleLength(title, 'char'), titleLength(title, 'byte')]).toEqual([60, 30, 90])
  expect(titleLength('a夏 b', 'cjk2')).toBe(5)
})

it('hidden characters neither count nor stay, and both they and emoji are told', () => {
  const title = ' 法式\u200B连衣裙\t\uFEFF 夏 '
  expect(cleanTitle(title)).toBe('法式连衣裙 夏')
  expect(titleLength(title, 'char')).toBe(7)
  expect(titleNotes(title)).toEqual(['hidden'])
  expect(titleNotes('🔥连衣裙')).toEqual(['emoji'])
  expect(titleNotes('2026 夏季连衣裙（现货）')).toEqual([])
})
