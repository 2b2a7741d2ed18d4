// The hub is killed in the middle of its work, again and again. What it had said yes to is there
// afterwards, what it had not is there whole or not at all, and the check finds nothing wrong.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { Line } from '../harness/hub_line.js'
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

/** @type {Line} */
let line

/** What the hub answered; null when it died before it could. A refusal is a fault of this test. */
function answered(done) {
  if (done?.refused) throw new Error(`refused: ${done.refused.code} ${done.refused.message}`)
  return done && done.answer
}
const call = async (name, body) => answered(await line.call(name, body))

/** A moment of work, cut off: the first rounds die at once, the later ones in full swing. */
const moment = (round) => 60 + (round * 137) % 700

test(`killed ${ROUNDS} times, the shop has lost nothing that it had confirmed`, async () => {
  await shop.serve()
  line = new Line(shop)
  await line.signIn(shop.of('product_planner'))
  const categories = await call('categories.list', {})
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
        const made = await call('products.create', { facts, options })
        if (!made) return
        confirmed.products.set(title, made.id)
      }
    }
    const drops = async () => {
      while (alive) {
        const picture = stripes(300, 200, (asked += 1))
        const taken = answered(await line.drop(`${asked}.png`, picture))
        if (!taken) return
        confirmed.files.set(taken.hash, picture)
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
  const there = await productsOf()
  for (const [title, id] of confirmed.products) assert.equal(there.get(title)?.id, id, title)
  for (const [title, row] of there) assert.equal(row.sku_count, 3, `${title} is there in half`)
  for (const [hash, picture] of confirmed.files) {
    const answer = answered(await line.ask(`/files/${hash}`))
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
async function productsOf() {
  const found = new Map()
  let after = null
  do {
    const page = await call('products.list', { q: '停电也不会丢', limit: 500, after })
    for (const row of page.rows) found.set(row.title, row)
    after = page.next
  } while (after)
  return found
}
