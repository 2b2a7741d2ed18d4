import { describe, expect, it } from 'vitest'
import { touched } from '@/api/read'
import { inOrder } from './order'
import type { ShopChange } from './types'

function listener() {
  const heard: ShopChange[] = []
  let lost = 0
  const order = inOrder({
    change: (change) => heard.push(change),
    lost: () => {
      lost += 1
    },
  })
  return { heard, lost: () => lost, hear: order.hear, last: order.last }
}

describe('the changes of the shop', () => {
  it('let every step of a running job through, though it carries the last number again', () => {
    const page = listener()
    page.hear({ seq: 7, tags: ['job', 'job:3'] })
    for (let step = 0; step < 3; step += 1) page.hear({ seq: 7, tags: ['job:3'] })
    page.hear({ seq: 8, tags: ['backup', 'job', 'job:3'] })
    expect(page.heard.length).toBe(5)
    expect(page.lost()).toBe(0)
    expect(page.heard.every(({ tags }) => touched(['job'], tags))).toBe(true)
  })

  it('are told once: what a resumed line repeats is dropped', () => {
    const page = listener()
    page.hear({ seq: 4, tags: ['product'] })
    page.hear({ seq: 5, tags: ['product:1'] })
    page.hear({ seq: 4, tags: ['product'] })
    expect(page.heard.map(({ seq }) => seq)).toEqual([4, 5])
    expect(page.last()).toBe(5)
  })

  it('say when some went by unheard', () => {
    const page = listener()
    page.hear({ seq: 4, tags: ['product'] })
    page.hear({ seq: 9, tags: ['listing'] })
    expect(page.lost()).toBe(1)
    expect(page.heard.length).toBe(2)
  })
})
