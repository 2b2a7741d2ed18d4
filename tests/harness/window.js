// The real window, driven over WebDriver.
//
// WebKitWebDriver is spoken to directly: on Linux tauri-driver does no more than pass on to it.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Running, childrenOf, freePort, isRunning, program, until } from './processes.js'

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** A failed WebDriver command, with the driver's own word for it. */
export class DriverError extends Error {
  constructor(reply) {
    super(`${reply.error}: ${reply.message}`)
    this.word = reply.error
  }
}

export class ShopWindow {
  /**
   * Opens the window on a data folder, on a screen; without a folder on the user's own shop.
   *
   * @param {import('./screen.js').Screen} screen
   * @param {{data?: string, binary?: string}} options
   */
  static async open(screen, { data, binary = program('SHOPDESK_WINDOW') }) {
    const window = new ShopWindow()
    const port = await freePort()
    window.screen = screen
    window.driver = new Running('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
      env: { ...screen.environment, TAURI_WEBVIEW_AUTOMATION: 'true' },
    })
    window.base = `http://127.0.0.1:${port}`
    await until('the driver to answer', async () => (await window.send('GET', '/status')).ready)
    const opened = await window.send('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': {
            binary,
            args: data ? ['--data', data] : [],
          },
        },
      },
    })
    window.session = `/session/${opened.sessionId}`
    return window
  }

  async send(method, path, body) {
    const response = await fetch(this.base + path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    })
    const { value } = await response.json()
    if (!response.ok) throw new DriverError(value)
    return value
  }

  /** Runs a function in the page; its arguments and answer are plain data. */
  run(work, ...args) {
    return this.send('POST', `${this.session}/execute/sync`, {
      script: `return (${work}).apply(null, arguments)`,
      args,
    })
  }

  /** The first visible element that fits a CSS selector, once there is one. */
  find(css) {
    return until(`${css} in the window`, async () => {
      const found = await this.send('POST', `${this.session}/element`, { using: 'css selector', value: css })
      const id = found[ELEMENT]
      return (await this.send('GET', `${this.session}/element/${id}/displayed`)) && id
    })
  }

  async text(css) {
    return this.send('GET', `${this.session}/element/${await this.find(css)}/text`)
  }

  async click(css) {
    return this.press(await this.find(css))
  }

  /** Presses an element once it stands still: one that is still sliding in is missed. */
  async press(element) {
    const place = () => this.run((one) => JSON.stringify(one.getBoundingClientRect()), { [ELEMENT]: element })
    let before
    await until('the element to stand still', async () => {
      const now = await place()
      const still = now === before
      before = now
      return still
    })
    return this.send('POST', `${this.session}/element/${element}/click`, {})
  }

  /** Waits until the page shows this text. */
  async shows(text, seconds = 20) {
    await until(`the window to show ${text}`, () =>
      this.run((wanted) => document.body.innerText.includes(wanted), text), seconds)
  }

  /** Fills the login form and sends it. */
  async logIn(person) {
    await this.typeLogin(person)
    await this.click('button[type=submit]')
  }

  /** Fills the login form, as a person does who is not among those known here. */
  async typeLogin({ login, password }) {
    await this.find('input[autocomplete=current-password]')
    if (await this.run(() => document.querySelector('input[autocomplete=username]') === null)) {
      await this.click('.s-person:has(.s-face-none)')
    }
    await this.fill('input[autocomplete=username]', login)
    await this.fill('input[autocomplete=current-password]', password)
  }

  /** Puts this text in place of what a field holds. */
  async fill(css, text) {
    await this.type(await this.find(css), text)
  }

  /** Types into an element over all it holds. */
  async type(element, text) {
    // Chosen and typed over, as hands do: emptying a field by itself is an edit of its own.
    await this.run((field) => {
      field.focus()
      if (field.select) field.select()
      else getSelection().selectAllChildren(field)
    }, { [ELEMENT]: element })
    await this.send('POST', `${this.session}/element/${element}/value`, { text: text || '\uE017' })
  }

  /** A command of the window itself: `{answer}`, or `{error}` when it was refused. */
  async ask(command, args) {
    return this.send('POST', `${this.session}/execute/async`, {
      script: `const [command, args, done] = arguments
        window.__TAURI_INTERNALS__.invoke(command, args).then((answer) => done({ answer }), (error) => done({ error }))`,
      args: [command, args],
    })
  }

  /** Width and height of a picture that the page loads, or null when it gets none. */
  async load(address) {
    return this.send('POST', `${this.session}/execute/async`, {
      script: `const [address, done] = arguments
        const picture = new Image()
        picture.onload = () => done([picture.naturalWidth, picture.naturalHeight])
        picture.onerror = () => done(null)
        picture.src = address`,
      args: [address],
    })
  }

  /** The middle of an element, in pixels of the screen. */
  async middleOf(css) {
    await this.find(css)
    const inPage = await this.run((selector) => {
      const box = document.querySelector(selector).getBoundingClientRect()
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }, css)
    const frame = await this.screen.windowNamed('店务台')
    return { x: Math.round(frame.x + inPage.x), y: Math.round(frame.y + inPage.y) }
  }

  /** A picture of the page, as PNG bytes. */
  async picture() {
    return Buffer.from(await this.send('GET', `${this.session}/screenshot`), 'base64')
  }

  async close() {
    const programs = await childrenOf(this.driver.child.pid)
    if (this.session) await this.send('DELETE', this.session).catch(() => {})
    await this.driver.stop()
    // The driver answers before the window is gone, and may leave it behind.
    for (const pid of programs) {
      if (isRunning(pid)) process.kill(pid, 'SIGTERM')
      await until('the window to end', () => !isRunning(pid))
    }
  }
}

/** A folder that is gone after the test. */
export async function folderFor(test) {
  const folder = await mkdtemp(join(tmpdir(), 'shopdesk-test-'))
  test.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}
