// A real browser on the pages that the hub serves.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import { chromium } from 'playwright-core'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Starts the system's Chromium. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
      '--disable-background-networking', '--disable-component-update', '--lang=zh-CN',
    ],
  })
}

/**
 * A page of its own with nothing remembered, and what went wrong on it: everything the page wrote
 * as an error, and every request that asked somewhere else than the shop.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function openPage(browser, address, options = {}) {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  const page = await context.newPage()
  const faults = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    // A refusal by the shop is an answer, and the browser notes every one of them.
    const refused = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !refused) faults.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (/^(https?|wss?):/.test(url) && !url.startsWith(address)) faults.push(`asked ${url}`)
  })
  return { page, faults, context }
}

/**
 * What axe finds wrong with the page as it stands, of the kinds that shut somebody out.
 *
 * @param {import('playwright-core').Page} page
 */
export async function shutOut(page) {
  // Handed over as a function body, since the page's own rules let no script in from outside.
  await page.evaluate(await readFile(axe, 'utf8'))
  const found = await page.evaluate(async () => {
    // A colour on its way to another is judged where it ends.
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.all(moving.map((one) => one.finished.catch(() => null)))
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    })
    return violations.map(({ id, impact, help, nodes }) => ({
      id, impact, help, where: nodes.slice(0, 5).map((node) => node.target.join(' ')),
    }))
  })
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
}

/** Logs in by the form, as a person does; where somebody signed in before, as another account. */
export async function logIn(page, { login, password }) {
  await page.goto('/')
  await page.getByRole('button', { name: '登录', exact: true }).waitFor()
  const other = page.getByRole('button', { name: '其他账号' })
  if (await other.isVisible()) await other.click()
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation').first().waitFor()
  await settled(page)
}

/** Signs in at the door itself, past the form: for tests that are about something else than the form. */
export async function signIn(page, { login, password }) {
  const answer = await page.request.post('/api/session.login', { data: { login, password } })
  if (!answer.ok()) throw new Error(`${login} was not let in: ${await answer.text()}`)
  await page.goto('/')
  await page.getByRole('navigation').first().waitFor()
  await settled(page)
}

/** Nothing loads any more: neither a request that will end, nor a part that says it is busy. */
export async function settled(page) {
  // Twice: what has just come may itself begin to load something, as a chart does that comes into view.
  for (let turn = 0; turn < 2; turn++) {
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], #main .s-bone'))
    await page.evaluate(() => document.fonts.ready)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
}

/** Opens a page of the one that is signed in, as a link does. */
export async function goTo(page, route) {
  await page.evaluate((to) => { location.hash = to }, route)
  // The page may send somebody without the right elsewhere.
  await page.waitForFunction((path) => [path, '#/no-right'].includes(location.hash.split('?')[0]), route.split('?')[0])
  await settled(page)
}

/** The addresses behind every entry that the left side offers this person, group by group. */
export async function pagesOf(page) {
  const rail = page.getByRole('navigation').first()
  const found = new Set()
  const read = async () => {
    for (const href of await rail.locator('a[href^="#/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')))) found.add(href)
  }
  await read()
  const groups = rail.locator('button[aria-expanded]')
  for (let at = 0; at < await groups.count(); at++) {
    if (await groups.nth(at).getAttribute('aria-expanded') === 'false') await groups.nth(at).click()
    await read()
  }
  return [...found]
}
