import { expect, it } from 'vitest'
import { placeBetween } from './view'

const view = { scale: 0.5, x: 100, y: 50 }
const picture = { w: 800, h: 800 }

it('手没动就是一个点，拖开就是一个框，往回拖也一样', () => {
  expect(placeBetween(view, picture, { x: 300, y: 250 }, { x: 303, y: 251 })).toEqual({ x: 0.5, y: 0.5 })
  const area = { x: 0.25, y: 0.25, w: 0.5, h: 0.25 }
  expect(placeBetween(view, picture, { x: 200, y: 150 }, { x: 400, y: 250 })).toEqual(area)
  expect(placeBetween(view, picture, { x: 400, y: 250 }, { x: 200, y: 150 })).toEqual(area)
})
it('框拖出图外只算图里的，从图外开始的不算', () => {
  expect(placeBetween(view, picture, { x: 300, y: 250 }, { x: 9000, y: 9000 })).toEqual({ x: 0.5, y: 0.5, w: 0.5, h: 0.5 })
  expect(placeBetween(view, picture, { x: 10, y: 10 }, { x: 400, y: 400 })).toBeNull()
})
