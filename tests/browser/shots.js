// Pictures of every page that every post may enter, of the account and the help, and of one thing of each
// room, opened: light and dark, small and large.
//
// node browser/shots.js FOLDER [POST ...]

import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { goTo, openPage, pagesOf, signIn, startBrowser } from '../harness/browser.js'
import { Shop } from '../harness/shop.js'
import { details } from './details.js'

const folder = resolve(process.argv[2] ?? 'shots')
const wanted = process.argv.slice(3)
const sizes = [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }]

const shop = await Shop.demo()
const browser = await startBrowser()
let taken = 0
let faulty = 0
try {
  const address = await shop.serve()
  const posts = [...new Map(shop.logins.map((one) => [one.post, one])).values()]
    .filter((one) => !wanted.length || wanted.includes(one.post))
  for (const colorScheme of ['light', 'dark']) {
    for (const viewport of sizes) {
      const look = `${colorScheme}-${viewport.width}`
      const options = { colorScheme, viewport, reducedMotion: 'reduce' }
      await atTheDoor(address, options, join(folder, look))
      for (const person of posts) await walk(address, options, look, person)
    }
  }
} finally {
  await browser.close()
  await shop.close()
}
console.log(`${taken} pictures in ${folder}; ${faulty} faults on the pages`)
if (taken === 0 || faulty > 0) process.exitCode = 1

async function atTheDoor(address, options, place) {
  await mkdir(place, { recursive: true })
  const { page, context } = await openPage(browser, address, options)
  await page.goto('/')
  await page.getByRole('button', { name: '登录' }).waitFor()
  await picture(page, join(place, 'login.png'))
  await context.close()
}

async function walk(address, options, look, person) {
  const place = join(folder, look, person.post)
  await mkdir(place, { recursive: true })
  const { page, faults, context } = await openPage(browser, address, options)
  await signIn(page, person)
  for (const [index, route] of (await pagesOf(page)).entries()) {
    await goTo(page, route)
    const name = route.split('?')[0].replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'
    await picture(page, join(place, `${String(index).padStart(2, '0')}-${name}.png`))
  }
  for await (const name of besideTheRail(page, person)) await picture(page, join(place, `${name}.png`))
  // Who sees everything opens one thing of each room.
  if (person.post === 'ops_supervisor') {
    for await (const name of details(page, shop)) await picture(page, join(place, `thing-${name}.png`))
  }
  for (const fault of faults) console.log(`${look} ${person.post}: ${fault}`)
  faulty += faults.length
  await context.close()
}

/** The pages that no entry of the rail leads to: one's own account, and the help with its topics. */
async function* besideTheRail(page, person) {
  await goTo(page, '#/account')
  yield 'account'
  await goTo(page, '#/help')
  const topics = await page.locator('.s-help-nav a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  // These speak of the reader's own post; the others say the same to everybody.
  const own = ['#/help', '#/help/pages', '#/help/posts']
  for (const route of topics.filter((one) => person.post === 'ops_supervisor' || own.includes(one))) {
    await goTo(page, route)
    yield route.slice(2).replaceAll('/', '-')
  }
}

async function picture(page, path) {
  await page.screenshot({ path, animations: 'disabled' })
  taken += 1
}
