// A demo shop of the test's own, and the hub that serves it.

import { rmSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Running, program, run } from './processes.js'

/** @type {Promise<{folder: string, logins: {login: string, password: string, post: string}[]}> | undefined} */
let template

/** Made once a process and copied for every test that changes things. */
async function demoShop() {
  template ??= (async () => {
    // `cargo xtask test` makes one for all the tests of a run.
    const shared = process.env.SHOPDESK_DEMO
    if (shared) return { folder: join(shared, 'shop'), logins: JSON.parse(await readFile(join(shared, 'logins.json'), 'utf8')) }
    const folder = await mkdtemp(join(tmpdir(), 'shopdesk-demo-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    const data = join(folder, 'shop')
    const made = JSON.parse(await run(program('SHOPDESK'), ['demo', '--data', data, '--json']))
    return { folder: data, logins: made.logins }
  })()
  return template
}

export class Shop {
  /** A fresh copy of the demo shop in a folder that goes with the test. */
  static async demo() {
    const { folder, logins } = await demoShop()
    const shop = new Shop()
    shop.home = await mkdtemp(join(tmpdir(), 'shopdesk-shop-'))
    shop.data = join(shop.home, 'shop')
    shop.logins = logins
    await cp(folder, shop.data, { recursive: true })
    return shop
  }

  /** Opens the shop to browsers on this machine; gives the address. */
  async serve() {
    this.hub = new Running(program('SHOPDESK'), ['serve', '--data', this.data, '--listen', '127.0.0.1:0'])
    const [address] = await this.hub.says(/http:\/\/127\.0\.0\.1:\d+/, 60)
    this.address = address
    return address
  }

  /** Any operation, as that member of staff, past the network. */
  async call(name, args, login) {
    const words = ['call', name, JSON.stringify(args), '--data', this.data, '--as', login, '--json']
    return JSON.parse(await run(program('SHOPDESK'), words))
  }

  /** The login of someone who holds a post. */
  of(post) {
    const found = this.logins.find((login) => login.post === post)
    if (!found) throw new Error(`the demo shop has nobody who is ${post}`)
    return found
  }

  async close() {
    await this.hub?.stop()
    await rm(this.home, { recursive: true, force: true })
  }
}
