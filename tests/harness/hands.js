// What a person's hands do at the shop: the same words for the real window and for a browser, so
// that one story is told once and played on both.
//
// A thing on the page is named by what a person reads: its label or its words.

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

import { logIn, openPage } from './browser.js'
import { dragFiles } from './drag.js'
import { until } from './processes.js'
import { ShopWindow } from './window.js'

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/**
 * Finds, in the page, the topmost visible thing of a kind with these words.
 *
 * Runs in the page: uses nothing from outside itself.
 *
 * @param {'button' | 'field' | 'list' | 'option' | 'row' | 'css'} kind
 * @param {string} words
 * @param {string} within a CSS selector of the part to look in; the topmost open layer counts
 */
function look(kind, words, within) {
  const flat = (text) => (text ?? '').replace(/\s+/g, ' ').trim()
  const seen = (element) => {
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden'
  }
  const roots = within ? [...document.querySelectorAll(within)].filter(seen) : [document.body]
  const all = (css) => roots.flatMap((root) => [...root.querySelectorAll(css)]).filter(seen)
  const nameOf = (element) => flat(element.getAttribute('aria-label') || element.innerText || element.value)
  // The field of a list to choose from lies under what is chosen: the whole of it is pressed.
  const shown = (field) => (kind === 'list' && field.closest('.el-select__wrapper')) || field
  const pick = (elements) =>
    elements.find((one) => nameOf(one) === words) ?? elements.find((one) => nameOf(one).startsWith(words))
      ?? elements.find((one) => nameOf(one).includes(words)) ?? null
  if (kind === 'css') return all(words).at(-1) ?? null
  if (kind === 'button') {
    return pick(all('button, a, [role=tab], [role=button], [role=menuitem], [role=radio], summary, label.el-checkbox, label.el-radio, label.el-radio-button')
      .filter((one) => !one.disabled && !one.classList.contains('is-disabled') && !one.classList.contains('is-loading')).toReversed())
  }
  if (kind === 'option') return pick(all('[role=option], .el-select-dropdown__item').toReversed())
  if (kind === 'row') return all('[role=row], [data-card], li, tr').filter((one) => flat(one.innerText).includes(words)).toReversed()[0] ?? null
  const labelled = all('label').filter((one) => flat(one.innerText).replace(/^\*\s*/, '').startsWith(words)).toReversed()
  for (const label of labelled) {
    const field = label.control ?? (label.closest('.el-form-item') ?? label.parentElement).querySelector('input, textarea, [contenteditable=true]')
    if (field) return shown(field)
  }
  const plain = all('input, textarea').toReversed().find((one) => [one.getAttribute('aria-label'), one.placeholder].some((name) => flat(name) === words))
  return plain ? shown(plain) : null
}

/** What both kinds of hands have in common. */
class Hands {
  /** Presses a button, link, tab or menu entry. */
  async press(words, within = '') {
    await this.tap('button', words, within)
  }

  /** Puts a text in place of what the field with this label holds. */
  async fill(label, text, within = '') {
    await this.type('field', label, within, text)
    await this.inPage(() => document.activeElement.blur())
  }

  /** Chooses in the list that opens under the field with this label. */
  async choose(label, option, { within = '', search = '' } = {}) {
    await this.tap('list', label, within)
    if (search) await this.type('field', label, within, search)
    await this.tap('option', option, '')
  }

  /** Answers what is asked in a small window of its own. */
  async answer(text) {
    await this.type('css', '.el-message-box textarea, .el-message-box input', '', text)
    await this.tap('css', '.el-message-box .el-button--primary', '')
  }

  /** Opens what a row, card or line with these words stands for. */
  async openRow(words, within = 'main') {
    await this.tap('row', words, within)
  }

  /** Whether the page shows this text now. */
  has(text) {
    return this.inPage((wanted) => document.body.innerText.includes(wanted), text)
  }

  /** Waits until the page shows this text. */
  async shows(text, seconds = 20) {
    try {
      await until(`the page to show “${text}”`, () => this.has(text), seconds)
    } catch (error) {
      throw new Error(`${error.message}; it shows:\n${await this.inPage(() => document.body.innerText)}`)
    }
  }

  /** Waits until the page does not show this text any more. */
  async lacks(text, seconds = 20) {
    await until(`the page to be without “${text}”`, async () => !(await this.has(text)), seconds)
  }

  /** Goes to a page of the app. */
  async go(route) {
    await this.inPage((to) => { location.hash = to }, `#${route}`)
    await until(`the page ${route}`, () => this.inPage((to) => location.hash === to && !document.querySelector('[aria-busy="true"]'), `#${route}`))
  }

  /** Signs the present person out, and this one in. */
  async becomes(person) {
    if (await this.inPage(() => document.querySelector('nav') !== null)) {
      await this.tap('css', '.s-me', '')
      await this.press('退出登录')
      await until('the login', () => this.inPage(() => document.querySelector('input[autocomplete=current-password]') !== null))
    }
    await this.logIn(person)
    await until('the areas of the shop', () => this.inPage(() => document.querySelector('nav') !== null))
  }
}

/** Hands at the real window: a pointer, a keyboard and files out of another program's window. */
export class WindowHands extends Hands {
  static async open(screen, shop) {
    const hands = new WindowHands()
    hands.screen = screen
    hands.window = await ShopWindow.open(screen, { data: shop.data })
    return hands
  }

  inPage(work, ...args) {
    return this.window.run(work, ...args)
  }

  async element(kind, words, within) {
    return until(`${kind} “${words}” in the window`, async () => {
      const found = await this.window.run(look, kind, words, within)
      return found && found[ELEMENT]
    })
  }

  async tap(kind, words, within) {
    await until(`a press on ${kind} “${words}”`, async () => {
      const id = await this.element(kind, words, within)
      await this.window.press(id)
      return true
    })
  }

  async type(kind, words, within, text) {
    await this.window.type(await this.element(kind, words, within), text)
  }

  logIn(person) {
    return this.window.logIn(person)
  }

  /** Presses on a point of a thing, given as shares of its width and height. */
  async pressAt(css, x, y) {
    const at = await this.pointOf(css, x, y)
    await this.screen.pointer('mousemove', '--sync', at.x, at.y, 'click', 1)
  }

  async pointOf(css, x, y) {
    const id = await this.element('css', css, '')
    const box = await this.window.send('GET', `${this.window.session}/element/${id}/rect`)
    const frame = await this.screen.windowNamed('店务台')
    return { x: Math.round(frame.x + box.x + box.width * x), y: Math.round(frame.y + box.y + box.height * y) }
  }

  /** Drags real files out of another program's window onto a thing of the page. */
  async drop(css, files) {
    await dragFiles(this.screen, files, await this.pointOf(css, 0.5, 0.5))
  }

  picture() {
    return this.window.picture()
  }

  close() {
    return this.window.close()
  }
}

/** A call of a function as an expression: the page's own rules forbid making functions of text in it. */
const called = (work, args) => `(${work})(${args.map((one) => JSON.stringify(one)).join(', ')})`

/** Hands at a browser on the pages that the hub serves. */
export class BrowserHands extends Hands {
  static async open(browser, address) {
    const hands = new BrowserHands()
    Object.assign(hands, await openPage(browser, address, { viewport: { width: 1600, height: 1000 } }))
    await hands.page.goto('/')
    return hands
  }

  inPage(work, ...args) {
    return this.page.evaluate(called(work, args))
  }

  async element(kind, words, within) {
    return until(`${kind} “${words}” on the page`, async () =>
      (await this.page.evaluateHandle(called(look, [kind, words, within]))).asElement())
  }

  async tap(kind, words, within) {
    await until(`a press on ${kind} “${words}”`, async () => {
      await (await this.element(kind, words, within)).click({ timeout: 3000 })
      return true
    })
  }

  async type(kind, words, within, text) {
    await (await this.element(kind, words, within)).fill(text)
  }

  logIn(person) {
    return logIn(this.page, person)
  }

  async pressAt(css, x, y) {
    const at = await this.pointOf(css, x, y)
    await this.page.mouse.click(at.x, at.y)
  }

  async pointOf(css, x, y) {
    const box = await (await this.element('css', css, '')).boundingBox()
    return { x: box.x + box.width * x, y: box.y + box.height * y }
  }

  /** Drops files as the browser hands them over when they come from the desktop. */
  async drop(css, files) {
    const contents = await Promise.all(files.map(async (file) => ({ name: basename(file), body: (await readFile(file)).toString('base64') })))
    const { x, y } = await this.pointOf(css, 0.5, 0.5)
    await this.page.evaluate(([given, at]) => {
      const carried = new DataTransfer()
      for (const { name, body } of given) {
        carried.items.add(new File([Uint8Array.from(atob(body), (c) => c.charCodeAt(0))], name))
      }
      const target = document.elementFromPoint(at.x, at.y) ?? document.body
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, clientX: at.x, clientY: at.y, dataTransfer: carried }))
      }
    }, [contents, { x, y }])
  }

  picture() {
    return this.page.screenshot()
  }

  close() {
    return this.context.close()
  }
}
