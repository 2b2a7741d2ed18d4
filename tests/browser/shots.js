// Pictures of every page that every post may enter: light and dark, small and large.
//
// node browser/shots.js FOLDER

import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { goTo, logIn, openPage, pagesOf, startBrowser } from '../harness/browser.js'
import { Shop } from '../harness/shop.js'

const folder = resolve(process.argv[2] ?? 'shots')
const sizes = [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }]

const shop = await Shop.demo()
const browser = await startBrowser()
let taken = 0
let faulty = 0
try {
  const address = await shop.serve()
  const posts = [...new Map(shop.logins.map((one) => [one.post, one])).values()]
  for (const colorScheme of ['light', 'dark']) {
    for (const viewport of sizes) {
      const look = `${colorScheme}-${viewport.width}`
      for (const person of posts) {
        const place = join(folder, look, person.post)
        await mkdir(place, { recursive: true })
        const { page, faults, context } = await openPage(browser, address, { colorScheme, viewport })
        await page.goto('/')
        await page.getByRole('button', { name: '登录' }).waitFor()
        if (person === posts[0]) await picture(page, join(folder, look, 'login.png'))
        await logIn(page, person)
        for (const [index, route] of (await pagesOf(page)).entries()) {
          await goTo(page, route)
          const name = route.split('?')[0].replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'
          await picture(page, join(place, `${String(index).padStart(2, '0')}-${name}.png`))
        }
        for (const fault of faults) console.log(`${look} ${person.post}: ${fault}`)
        faulty += faults.length
        await context.close()
      }
    }
  }
} finally {
  await browser.close()
  await shop.close()
}
console.log(`${taken} pictures in ${folder}; ${faulty} faults on the pages`)
if (taken === 0 || faulty > 0) process.exitCode = 1

async function picture(page, path) {
  await page.screenshot({ path, animations: 'disabled' })
  taken += 1
}
