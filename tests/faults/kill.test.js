// The hub is killed in the middle of its work, again and again. What it had said yes to is there
// afterwards, what it had not is there whole or not at all, and the check finds nothing wrong.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { stripes } from '../harness/png.js'
import { program, run } from '../harness/processes.js'
import { Shop } from '../harness/shop.js'

const ROUNDS = 50
const COMMANDS_AT_ONCE = 3

/** @type {Shop} */
let shop
before(async () => {
  shop = await Shop.demo()
})
after(() => shop?.close())

/** Asks the hub; null when it died before it could answer. */
async function ask(path, { cookie = '', body, raw } = {}) {
  try {
    const response = await fetch(shop.address + path, {
      method: body === undefined && raw === undefined ? 'GET' : 'POST',
      headers: { cookie, 'content-type': raw ? 'application/octet-stream' : 'application/json' },
      body: raw ?? (body && JSON.stringify(body)),
    })
    const answer = Buffer.from(await response.arrayBuffer())
    if (response.ok) return { answer, cookie: response.headers.get('set-cookie')?.split(';')[0] }
    const refusal = JSON.parse(answer.toString())
    throw new Error(`${path} was refused: ${refusal.code} ${refusal.message}`)
  } catch (error) {
    // fetch says so when the line breaks; a refusal is a fault of this test.
    if (error instanceof TypeError) return null
    throw error
  }
}

const call = async (name, body, cookie) => {
  const done = await ask(`/api/${name}`, { body, cookie })
  return done && JSON.parse(done.answer.toString())
}

/** A moment of work, cut off: the first rounds die at once, the later ones in full swing. */
const moment = (round) => 60 + (round * 137) % 700

test(`killed ${ROUNDS} times, the shop has lost nothing that it had confirmed`, async () => {
  await shop.serve()
  const { login, password } = shop.of('product_planner')
  const { cookie } = await ask('/api/session.login', { body: { login, password } })
  const categories = await call('categories.list', {}, cookie)
  const category = categories.find((one) => one.leaf).id

  const confirmed = { products: new Map(), files: new Map() }
  let asked = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    let alive = true
    const commands = async () => {
      while (alive) {
        const title = `停电也不会丢 ${(asked += 1)}`
        const facts = { title, category_id: category, season: '2026秋' }
        const options = [{ name: '尺码', values: ['S', 'M', 'L'] }]
        const made = await call('products.create', { facts, options }, cookie)
        if (!made) return
        confirmed.products.set(title, made.id)
      }
    }
    const drops = async () => {
      while (alive) {
        const picture = stripes(300, 200, (asked += 1))
        const taken = await ask(`/api/files?name=${asked}.png`, { raw: picture, cookie })
        if (!taken) return
        confirmed.files.set(JSON.parse(taken.answer.toString()).hash, picture)
      }
    }
    const work = [...Array.from({ length: COMMANDS_AT_ONCE }, commands), drops()]
    const late = setTimeout(() => {
      alive = false
      shop.hub.child.kill('SIGKILL')
    }, moment(round))
    await Promise.all(work)
    clearTimeout(late)
    await shop.hub.end
    assert.equal(shop.hub.ended, 'SIGKILL', shop.hub.said)
    await assertClean()
    await shop.serve()
  }

  assert.ok(confirmed.products.size > ROUNDS, `only ${confirmed.products.size} commands got through`)
  assert.ok(confirmed.files.size > ROUNDS / 2, `only ${confirmed.files.size} drops got through`)
  const there = await productsOf(cookie)
  for (const [title, id] of confirmed.products) assert.equal(there.get(title)?.id, id, title)
  for (const [title, row] of there) assert.equal(row.sku_count, 3, `${title} is there in half`)
  for (const [hash, picture] of confirmed.files) {
    const { answer } = await ask(`/files/${hash}`, { cookie })
    assert.ok(answer.equals(picture), hash)
  }
  await shop.hub.stop()
  await assertClean()
})

async function assertClean() {
  const report = JSON.parse(await run(program('SHOPDESK'), ['check', '--data', shop.data, '--json']))
  assert.deepEqual(report.faults, [])
  assert.equal(report.clean, true)
}

/** Every product that this test has asked for, by its title. */
async function productsOf(cookie) {
  const found = new Map()
  let after = null
  do {
    const page = await call('products.list', { q: '停电也不会丢', limit: 500, after }, cookie)
    for (const row of page.rows) found.set(row.title, row)
    after = page.next
  } while (after)
  return found
}
