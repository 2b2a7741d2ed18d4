import { expect, test } from 'vitest'
import { questionsLeft, withQuestions } from './brief'

const template = '画面：\n卖点（最多 3 条）：\n图上文字：'

test('a brief of another kind gets the questions it lacks and keeps what was written', () => {
  expect(questionsLeft(template, '画面：海边\n卖点：真丝')).toEqual(['图上文字：'])
  expect(withQuestions(template, '画面：海边\n卖点：真丝\n')).toBe('画面：海边\n卖点：真丝\n图上文字：')
  expect(withQuestions(template, ' ')).toBe(template)
  expect(questionsLeft(template, template)).toEqual([])
})
