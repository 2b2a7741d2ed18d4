// Every page there is, on a real shop: for every post, in the light and in the dark, in both languages.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { goTo, pagesOf, settled, shutOut } from '../harness/browser.js'
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

test('in English the frame has no Chinese left', async () => {
  const left = []
  const names = await ownWords()
  for (const post of ['ops_supervisor', 'admin']) {
    const { page, context } = await desk.as(post)
    await page.evaluate(() => localStorage.setItem('shopdesk.language', 'en'))
    await page.reload()
    await page.getByRole('navigation').first().waitFor()
    for (const route of [...await pagesOf(page), ...EVERYBODYS]) {
      await goTo(page, route)
      left.push(...(await chinese(page, names)).map((text) => `${route}: ${text}`))
    }
    await context.close()
  }
  assert.deepEqual(left, [])
})

/** What the shop's people named: that stays as they wrote it. */
async function ownWords() {
  const channels = await desk.shop.call('channels.list', {}, 'linwan')
  const { rows: campaigns } = await desk.shop.call('campaigns.list', { limit: 500 }, 'linwan')
  return [...desk.shop.logins.map((one) => one.name), ...channels.map((one) => one.title), ...campaigns.map((one) => one.title)]
}

/** Chinese words of the frame itself: not what the shop's people wrote. */
function chinese(page, names) {
  return page.evaluate((people) => {
    const parts = '.s-top, .s-rail, .s-pages, .s-page-head, .s-tabs, .s-filters, .s-thead, .s-foot, .s-bulk, .s-empty, .s-today-card h2, .s-board-col header'
    const found = new Set()
    for (const part of document.querySelectorAll(parts)) {
      const walk = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const element = node instanceof Element ? node : node.parentElement
        if (element.closest('[lang="zh-CN"]:not(html), .s-shop, .s-me, .s-face')) continue
        const texts = node instanceof Element
          ? ['aria-label', 'placeholder', 'title', 'data-tip'].map((name) => node.getAttribute(name))
          : [node.textContent]
        for (const text of texts) {
          const own = people.reduce((rest, name) => rest.replaceAll(name, ''), text ?? '')
          if (/\p{Script=Han}/u.test(own)) found.add(own.trim().slice(0, 60))
        }
      }
    }
    return [...found]
  }, names)
}
