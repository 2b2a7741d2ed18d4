import { describe, expect, it } from 'vitest'
import { handed } from './handed'

const card = (key: string, count: number, ...titles: string[]) => ({
  key,
  title: key,
  tone: 'info' as const,
  count,
  rows: titles.map((title) => ({ title, subtitle: '', due: null, route: `/${key}/${title}`, thumb: null })),
  route: `/${key}`,
})
const titles = (...news: ReturnType<typeof handed>) => news.map(({ row }) => row.title)

describe('what was handed over', () => {
  it('is what stands there now and did not before', () => {
    const before = [card('asset_mine', 2, '主图', '详情')]
    const now = [card('asset_retake', 1, '首焦'), card('asset_mine', 3, '主图', '海报', '详情')]
    expect(titles(...handed(before, now))).toEqual(['首焦', '海报'])
    expect(handed(now, now)).toEqual([])
  })

  it('is not what only moved up into sight, nor what one has begun oneself', () => {
    expect(handed([card('copy_mine', 7, '甲', '乙')], [card('copy_mine', 6, '乙', '丙')])).toEqual([])
    expect(handed([], [card('price_draft', 1, '改价')])).toEqual([])
  })
})
