import { describe, expect, it } from 'vitest'
import { told, tellIn } from '../told'
import { catalogue, tell } from './english'
import { teller } from './teller'

const small = teller({
  主图: 'Main picture',
  修改: 'Edit',
  '修改@state': 'Retake',
  标题没有填写: 'No title',
  '{} 张': '{0} pictures',
  '“{}”要 {} 张，现在 {} 张': '“{0}” needs {1}, now {2}',
  '“{}”不是图片': '“{0}” is not a picture',
  '“{}”不是图片，只能作为源文件放入 {}': '“{0}” only goes into {1} as a source file',
  '{} {} 还不能“{}”：{}': '{0} {1}: no “{2:state}” yet. {3}',
  '，但不止一个': ', but not the only one',
  '还差 {} 项：{}': '{0} missing: {1}',
})

describe('what the backend says', () => {
  it('is found word for word, by its template, and as it is where nobody knows it', () => {
    expect(small('主图')).toBe('Main picture')
    expect(small('“猫.txt”不是图片')).toBe('“猫.txt” is not a picture')
    expect(small('夏季法式连衣裙')).toBe('夏季法式连衣裙')
    expect(small('SKU 12')).toBe('SKU 12')
  })
  it('goes by the template that has most of the sentence', () => {
    expect(small('“猫.txt”不是图片，只能作为源文件放入 A-1')).toBe('“猫.txt” only goes into A-1 as a source file')
  })
  it('has its values translated too, and several sentences in one', () => {
    expect(small('“主图”要 5 张，现在 2 张；标题没有填写')).toBe('“Main picture” needs 5, now 2; No title')
    expect(small('还差 2 项：标题没有填写、“主图”要 5 张，现在 2 张')).toBe('2 missing: No title, “Main picture” needs 5, now 2')
  })
  it('takes a word in the sense it has there', () => {
    expect(small('修改')).toBe('Edit')
    expect(small('修改', 'state')).toBe('Retake')
    expect(small('素材 A-1 还不能“修改”：标题没有填写')).toBe('素材 A-1: no “Retake” yet. No title')
  })
  it('keeps a value beside its name', () => {
    expect(small('主图：3；标题没有填写')).toBe('Main picture: 3; No title')
    expect(small('主图（标题没有填写）')).toBe('Main picture (No title)')
  })
  it('goes on after a sentence, and around one of somebody else', () => {
    expect(small('“猫.txt”不是图片，但不止一个')).toBe('“猫.txt” is not a picture, but not the only one')
    expect(small('标题没有填写；请放猫')).toBe('No title; 请放猫')
  })
  it('leaves what somebody wrote inside it alone', () => {
    expect(small('“拼图 3 张”不是图片')).toBe('“拼图 3 张” is not a picture')
    expect(small('“constructor”不是图片')).toBe('“constructor” is not a picture')
  })
})

describe('the catalogue', () => {
  it('is asked only in English', async () => {
    expect(told('主图')).toBe('主图')
    await tellIn('en')
    expect(told('主图')).toBe('Main picture')
    await tellIn('zh-CN')
    expect(told('主图')).toBe('主图')
  })
  it('knows its own words and sentences again, with any values in them', () => {
    const values = ['7', 'A-12', '12.50', 'x y', 'B_9', 'q']
    const plain = Object.keys(catalogue).filter((chinese) => !chinese.includes('@'))
    const wrong = plain.filter((chinese) => {
      let n = 0
      const said = tell(chinese.replaceAll('{}', () => values[n++] ?? ''))
      // Where two templates fit, the one with more of the sentence speaks; every value is there either way.
      return n === 0 ? said !== catalogue[chinese] : !values.slice(0, n).every((value) => said.includes(value)) || leftOf(said, chinese)
    })
    expect(plain.length).toBeGreaterThan(2000)
    expect(wrong).toEqual([])
  })
})

/** Chinese in a translation that is no example which the Chinese gives too. */
const leftOf = (said: string, chinese: string): boolean =>
  said.split(/[^\p{Script=Han}]+/u).some((word) => !chinese.includes(word) || said === chinese)
