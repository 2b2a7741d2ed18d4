// What the tests of a file share: a demo shop of their own, the hub that serves it, and a browser.

import { after, before } from 'node:test'

import { openPage, signIn, startBrowser } from './browser.js'
import { Shop } from './shop.js'

/** The posts that somebody holds in the demo shop; 产品跟单 is vacant there. */
export const POSTS = [
  'director', 'ops_supervisor', 'customer_service', 'mall_manager', 'designer', 'copywriter',
  'ops_specialist', 'overseas', 'product_planner', 'promotion', 'admin',
]

class Desk {
  /** A page of its own on the shop's pages, with nobody signed in. */
  open(options) {
    return openPage(this.browser, this.shop.address, options)
  }

  /** A page of its own, signed in as somebody who holds that post. */
  async as(post, options) {
    const opened = await this.open(options)
    await signIn(opened.page, this.shop.of(post))
    return opened
  }
}

/**
 * Opens before the tests of a file, and closes after them.
 *
 * @param {(shop: Shop) => Promise<void> | void} [prepare] what the tests need in the shop
 */
export function openDesk(prepare) {
  const desk = new Desk()
  before(async () => {
    desk.shop = await Shop.demo()
    await prepare?.(desk.shop)
    await desk.shop.serve()
    desk.browser = await startBrowser()
  })
  after(async () => {
    await desk.browser?.close()
    await desk.shop?.close()
  })
  return desk
}
