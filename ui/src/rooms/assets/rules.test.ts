import { describe, expect, it } from 'vitest'
import { asPin, byWorst, choicesFor, firstChoice, inParts, loadOf, mayBeFolder, moveOf, needsForm, pinOf, stagedOf, toneOf } from './rules'
import type { Check, Guess, Level } from './types'

const lamp = (rule: string, level: Level): Check => ({ rule, level, expected: '', actual: '', message: '', source: '' })
const guess = (request: number, confidence: number): Guess => ({
  request,
  no: `AR-${request}`,
  title: '',
  state: 'doing',
  confidence,
  reason: '',
})

describe('检查灯', () => {
  it('红灯排最前，然后黄灯、绿灯，同色保持原来的顺序', () => {
    expect(
      byWorst([lamp('type', 'green'), lamp('size', 'amber'), lamp('bytes', 'red'), lamp('alpha', 'amber')]).map((one) => one.rule),
    ).toEqual(['bytes', 'size', 'alpha', 'type'])
  })
  it('放行的红灯变黄灯，没有检查就没有灯', () => {
    expect([toneOf('red'), toneOf('red', true), toneOf('amber'), toneOf('green'), toneOf(null)]).toEqual([
      'danger',
      'warning',
      'warning',
      'success',
      null,
    ])
  })
})

describe('文件归到需求', () => {
  it('把握大才自动归，没把握的留给人选', () => {
    expect(firstChoice({ name: 'a.jpg', guesses: [guess(7, 100), guess(8, 40)] })).toBe(7)
    expect(firstChoice({ name: 'a.jpg', guesses: [guess(7, 60)] })).toBeNull()
    expect(firstChoice({ name: 'a.jpg', guesses: [] })).toBeNull()
    expect(firstChoice(undefined)).toBeNull()
  })
  it('选单里先是这个文件自己的候选，别的文件的候选跟在后面，不重复', () => {
    const own = [guess(2, 60), guess(1, 60)]
    expect(
      choicesFor(own, [
        { name: 'x', guesses: [guess(1, 90), guess(3, 90)] },
        { name: 'y', guesses: own },
      ]).map((one) => one.request),
    ).toEqual([2, 1, 3])
  })
  it('没有后缀的路径可能是文件夹', () => {
    expect([
      mayBeFolder({ name: '交稿', path: 'D:\\交稿' }),
      mayBeFolder({ name: 'a.jpg', path: 'D:\\a.jpg' }),
      mayBeFolder({ name: '交稿' }),
      mayBeFolder({ name: '2026.11.23', path: 'D:\\2026.11.23' }),
    ]).toEqual([true, false, false, true])
  })
  it('一起送进去的文件各归各的，文件夹里的文件跟着文件夹', () => {
    const back = [{ path: 'D:\\b.v2\\1.jpg' }, { path: 'D:\\b.v2\\2.jpg' }, { path: 'D:\\a.jpg' }]
    expect([stagedOf({ path: 'D:\\a.jpg' }, 0, back), stagedOf({ path: 'D:\\b.v2' }, 1, back), stagedOf({}, 1, back)]).toEqual([
      [back[2]],
      [back[0], back[1]],
      [back[1]],
    ])
  })
  it('文件很多时分批，一个不少', () => {
    expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  })
})

describe('看板拖动', () => {
  it('拖到下一列就是那一步动作，没有这一步就不能拖', () => {
    expect([moveOf('queued', 'assigned'), moveOf('retake', 'in_review'), moveOf('draft', 'live')]).toEqual([
      'schedule',
      'submit_version',
      null,
    ])
  })
  it('要填资料的动作先弹表单', () => {
    expect([needsForm('retake', []), needsForm('approve', []), needsForm('approve', ['价格']), needsForm('start', [])]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})

describe('批注的位置', () => {
  it('点没有宽高；框到图边也不会因为四舍五入出界', () => {
    expect(pinOf({ x: 0.5, y: 0.25, text: '褶' })).toEqual({ x_bp: 5000, y_bp: 2500, w_bp: null, h_bp: null, text: '褶' })
    const edge = pinOf({ x: 0.33335, y: 0.9, w: 0.66665, h: 0.1, text: '边' })
    expect([edge.x_bp + (edge.w_bp ?? 0), edge.y_bp + (edge.h_bp ?? 0)]).toEqual([10_000, 10_000])
  })
  it('存下的框画回原来的地方', () => {
    const pin = asPin({
      id: 1,
      version: 1,
      version_id: 1,
      version_no: 1,
      x_bp: 1000,
      y_bp: 2000,
      w_bp: 3000,
      h_bp: 500,
      text: '色',
      author: 1,
      author_name: '赵',
      state: 'wont',
      done_in_version: null,
      answer: '',
      created_at: 0,
      replies: [],
    })
    expect(pin).toMatchObject({ x: 0.1, y: 0.2, w: 0.3, h: 0.05, resolved: true })
  })
})

describe('产能', () => {
  it('没有活、有活、快满、超了', () => {
    expect([0, 3, 6.5, 7, 7.5].map((hours) => loadOf(hours, 7))).toEqual(['none', 'some', 'full', 'full', 'over'])
  })
})
