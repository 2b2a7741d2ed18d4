// In English everything the program says is English; what the shop's people wrote stays as they wrote it.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

import { goTo, pagesOf, settled } from '../harness/browser.js'
import { openDesk } from '../harness/desk.js'
import { details, TABLE, tabs } from './details.js'

const desk = openDesk()
const EVERYBODYS = ['#/account', '#/help', '#/help/pages', '#/help/posts', '#/help/asset', '#/help/price_change']
const HAN = /\p{Script=Han}/u

/** A page signed in as somebody who reads English. */
async function inEnglish(post) {
  const opened = await desk.as(post)
  await opened.page.evaluate(() => localStorage.setItem('shopdesk.language', 'en'))
  await opened.page.reload()
  await opened.page.getByRole('navigation').first().waitFor()
  await settled(opened.page)
  return opened
}

for (const post of ['ops_supervisor', 'designer', 'copywriter', 'admin']) {
  test(`what the program says to ${post} is English on every page and in what opens from it`, async () => {
    const own = await ownWords()
    const { page, faults, context } = await inEnglish(post)
    const left = new Set()
    const look = async (where) => {
      for (const text of await chinese(page, own)) left.add(`${where}: ${text}`)
    }
    for (const route of [...await pagesOf(page), ...EVERYBODYS]) {
      await goTo(page, route)
      await look(route)
      const row = page.locator('#main [data-row="0"] [data-col="1"]').first()
      if (!await row.count()) continue
      await row.click()
      await settled(page)
      await look(`${route}, opened`)
      for await (const name of tabs(page, 'tab')) await look(`${route}, ${name}`)
    }
    if (post === 'ops_supervisor') for await (const name of details(page, desk.shop)) await look(name)
    assert.deepEqual([...left, ...faults], [])
    await context.close()
  })
}

test('a refusal comes in English', async () => {
  const { page, context } = await inEnglish('ops_specialist')
  const drafts = (await desk.shop.call('prices.list', { tab: 'draft', limit: 50 }, 'huanglei')).rows
  const reads = drafts.map(({ id }) => desk.shop.call('prices.get', { id }, 'huanglei'))
  const draft = (await Promise.all(reads)).find((one) => one.actions.some((it) => it.action === 'update' && it.enabled))
  await goTo(page, `#/prices/${draft.id}`)
  await page.locator('.s-drawer').getByRole('button', { name: 'Edit', exact: true }).click()
  const form = page.getByRole('dialog', { name: new RegExp(draft.code) })
  await form.getByLabel('New price', { exact: true }).first().fill('20000000')
  await form.getByRole('alert').filter({ hasText: 'A price is at most ten million' }).waitFor()
  await context.close()
})

test('a wrong password is refused in English', async () => {
  const { page, context } = await desk.open()
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByLabel('Login', { exact: true }).fill('linwan')
  await page.getByLabel('Password', { exact: true }).fill('not-the-password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: 'Wrong login or password' }).waitFor()
  await context.close()
})

test('a greyed button says in English why', async () => {
  const { page, context } = await inEnglish('ops_supervisor')
  const { rows } = await desk.shop.call('campaigns.list', { limit: 50 }, 'linwan')
  await goTo(page, `#/campaigns/${rows.find((one) => one.state === 'preparing').id}`)
  const gate = page.locator('.s-drawer .s-act').filter({ has: page.getByRole('button', { name: 'Gate passed' }) })
  assert.match(await gate.getAttribute('data-tip'), /^Assets \(\d+ asset requests, \d+ approved or delivered\)/)
  await context.close()
})

test('a report and its chart are in English', async () => {
  const { page, context } = await inEnglish('ops_supervisor')
  await goTo(page, '#/reports?kind=R19')
  const chart = page.locator('.s-chart').filter({ hasText: 'New, price changes, delisted, recategorised and price index by week' })
  await chart.getByRole('button', { name: 'As a table' }).click()
  for (const name of ['New arrivals', 'Price change', 'Delisted', 'Category changed', 'Price index']) {
    await chart.getByRole('columnheader', { name, exact: true }).waitFor()
  }
  await context.close()
})

/** The sentences the catalogue knows: word for word, and as templates with enough Chinese to tell them from what people write. */
const { words, sentences } = (() => {
  const folder = new URL('../../ui/src/locales/told/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.en.json'))
  const keys = files.flatMap((name) => Object.keys(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
  const plain = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const templates = keys.filter((key) => key.includes('{}') && key.match(/\p{Script=Han}/gu).length >= 4)
  return {
    words: new Set(keys.filter((key) => !key.includes('{}'))),
    sentences: templates.map((key) => new RegExp(`^${key.split('{}').map(plain).join('.*?')}$`, 's')),
  }
})()

/** What the shop's people named: that stays as they wrote it. */
async function ownWords() {
  const shop = (name, args = {}) => desk.shop.call(name, args, 'linwan')
  const channels = await shop('channels.list')
  const templates = await shop('campaigns.templates')
  const { rows: campaigns } = await shop('campaigns.list', { limit: 500 })
  const { rows: files } = await shop('imports.list', { limit: 500 })
  return [
    ...desk.shop.logins.map((one) => one.name),
    ...channels.map((one) => one.title),
    ...campaigns.map((one) => one.title),
    ...templates.flatMap((one) => [one.title, ...[...one.items, ...one.copies, ...one.milestones].flatMap((it) => [it.title, it.specs])]),
    ...[TABLE, ...files].map((one) => one.name),
    ...TABLE.buffer.toString().split(/[,\n]/),
  ].filter(Boolean)
}

/** Parts of the page that people wrote nothing in. */
const FRAME = '.s-top, .s-rail, .s-pages, .s-page-head, .s-tabs, .s-filters, .s-thead, .s-foot, .s-bulk, .s-empty, .s-today-card h2, .s-board-col header'
/** A choice of language in its own, the shop's and one's own name, and the cells of a file that was dropped. */
const THEIRS = '[lang="zh-CN"]:not(html), .s-shop, .s-me, .s-face, .im-column'

/** Chinese on the page that the program itself says. */
async function chinese(page, own) {
  const found = await page.evaluate(({ frame, theirs }) => {
    const out = new Map()
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement
      if (element.closest(theirs)) continue
      const texts = node instanceof Element
        ? ['aria-label', 'placeholder', 'title', 'data-tip', 'alt'].map((name) => node.getAttribute(name))
        : [node.textContent]
      for (const text of texts) {
        if (/\p{Script=Han}/u.test(text ?? '')) out.set(text.trim(), out.get(text.trim()) || element.closest(frame) !== null)
      }
    }
    return [...out]
  }, { frame: FRAME, theirs: THEIRS })
  const byThem = new Set(own)
  const without = (text) => own.reduce((rest, name) => rest.replaceAll(name, ''), text)
  return found
    .filter(([text, framed]) => !byThem.has(text)
      && (words.has(text) || sentences.some((one) => one.test(text)) || (framed && HAN.test(without(text)))))
    .map(([text]) => text.slice(0, 100))
}
