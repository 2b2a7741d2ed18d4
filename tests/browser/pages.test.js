// Every page there is, on a real shop: for every post, in the light and in the dark.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { goTo, pagesOf, shutOut } from '../harness/browser.js'
import { openDesk, POSTS } from '../harness/desk.js'

const desk = openDesk()
const EVERYBODYS = ['#/account', '#/help']

/** Which pages a post may enter, as its left side shows them to it. */
const found = new Map()

for (const post of POSTS) {
  test(`every page that ${post} may enter opens whole`, async () => {
    const { page, faults, context } = await desk.as(post)
    const routes = [...await pagesOf(page), ...EVERYBODYS]
    found.set(post, routes)
    assert.ok(routes.length >= 4, `there are pages: ${routes}`)
    const broken = []
    for (const route of routes) {
      await goTo(page, route)
      const told = await page.locator('#main [role="alert"]').allInnerTexts()
      if (told.length) broken.push(`${route}: ${told}`)
    }
    assert.deepEqual([...broken, ...faults], [])
    await context.close()
  })
}

for (const colorScheme of ['light', 'dark']) {
  test(`no page shuts anybody out, ${colorScheme}`, async () => {
    const looked = new Set()
    const wrong = []
    for (const [post, routes] of found) {
      const fresh = routes.filter((route) => !looked.has(route))
      if (!fresh.length) continue
      const { page, faults, context } = await desk.as(post, { colorScheme })
      for (const route of fresh) {
        looked.add(route)
        await goTo(page, route)
        for (const one of await shutOut(page)) wrong.push(`${post} ${route}: ${one.id} ${one.where}`)
      }
      wrong.push(...faults.map((fault) => `${post}: ${fault}`))
      await context.close()
    }
    assert.ok(looked.size > 20, `pages were looked at: ${[...looked]}`)
    assert.deepEqual(wrong, [])
  })
}
