import { expect, it } from 'vitest'
import { roomNav } from '../rooms'
import { guideOf } from './guides'

it('左边每一页都有帮助，中英文都有', () => {
  const pages = ['/', ...roomNav.map((entry) => entry.to)]
  const bare = (['zh-CN', 'en'] as const).flatMap((lang) => pages.filter((page) => !guideOf(page, lang)?.how.length))
  expect(bare).toEqual([])
})
