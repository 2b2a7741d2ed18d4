import { expect, it } from 'vitest'
import { t } from '@/locales'
import { lifeCycles } from '../lifecycles'
import { changesToRead, changeText } from './changes'

const change = (field: string, label: string, now: unknown, old: unknown = null) => ({ field, label, old, new: now })

it('没有中文名的列、别的表的编号、重复的一项，不占看的人的眼睛', () => {
  const seen = changesToRead([
    change('by_id', 'by_id', 7),
    change('checks', 'checks', '[{"level":"green"}]'),
    change('listing_sku_id', 'SKU', 605),
    change('new', '新价', 6400),
    change('new', '新价', 6400),
    change('refs', '参考图', '[]'),
    change('assignee_id', '负责人', 7),
  ])
  expect(seen.map((one) => one.label)).toEqual(['新价', '负责人'])
})

it('金额、比例、时间、是否和状态都写成人话', () => {
  lifeCycles.value = [
    { name: 'asset', title: '素材', states: [{ code: 'retake', label: '修改', tone: 'warning', final: false }], steps: [] },
  ]
  expect(changeText('new_price', 6400)).toBe('64.00')
  expect(changeText('min_margin_bp', 1000)).toBe('10.0%')
  expect(changeText('below_floor', 1)).toBe(t('filter.yes'))
  expect(changeText('state', 'retake', 'asset')).toBe('修改')
  expect(changeText('state', 'open', 'asset')).toBe(t('history.word.open'))
  expect(changeText('start_at', 1_795_673_340_000)).not.toMatch(/\d{13}/)
  expect(changeText('title', null)).toBe(t('history.empty_value'))
})

it('成串的内容：词列出来，成条的只说几条，别人写的方括号照旧', () => {
  expect(changeText('bullets', '["显瘦","不起球"]')).toBe('显瘦、不起球')
  expect(changeText('items', '[{"a":1},{"a":2}]')).toBe(t('history.items', { n: 2 }))
  expect(changeText('title', '[清仓] 羊毛围巾')).toBe('[清仓] 羊毛围巾')
})
