import { describe, expect, it } from 'vitest'
import { together, uploadsAtOnce } from './together'

describe('many files at once', () => {
  it('a few are under way at a time, and the answers keep the order of the drop', async () => {
    let underWay = 0
    let most = 0
    const pauses = [30, 1, 20, 2, 10, 3]
    const done: number[] = []
    const answers = await together(pauses, 3, async (pause, index) => {
      most = Math.max(most, (underWay += 1))
      await new Promise((resume) => setTimeout(resume, pause))
      underWay -= 1
      done.push(index)
      return `第 ${index} 张`
    })
    expect(answers).toEqual(pauses.map((_, index) => `第 ${index} 张`))
    expect(most).toBe(3)
    expect(done).not.toEqual([...done].sort((a, b) => a - b))
  })

  it('nothing to do is done at once', async () => {
    expect(await together([], 4, () => Promise.resolve(1))).toEqual([])
  })

  it('uploads go two to four at once, as the cores allow', () => {
    expect([undefined, 1, 3, 16].map(uploadsAtOnce)).toEqual([2, 2, 3, 4])
  })
})
