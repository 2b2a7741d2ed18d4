// The disk runs full, or another program holds the shop's database, while people work: each is told so in
// a sentence, nothing is written in half, and with room or the lock gone everything goes on.

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { cp, mkdir, readdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { Line } from '../harness/hub_line.js'
import { patches } from '../harness/png.js'
import { Running, program, run } from '../harness/processes.js'
import { Shop } from '../harness/shop.js'

/** A text that goes in as it is, of so many bytes. */
const text = (bytes) => Buffer.from(randomBytes(bytes / 2).toString('hex'))

async function assertClean(shop) {
  const report = JSON.parse(await run(program('SHOPDESK'), ['check', '--data', shop.data, '--json']))
  assert.deepEqual(report.faults, [])
  assert.equal(report.clean, true)
}

/** A product that can be asked for, under a title of its own. */
async function productOf(line) {
  const { answer } = await line.call('categories.list', {})
  const category = answer.find((one) => one.leaf).id
  const options = [{ name: '尺码', values: ['S', 'M', 'L'] }]
  return (title) => line.call('products.create', { facts: { title, category_id: category, season: '2026秋' }, options })
}

/** Moves a shop onto a small disk of its own, which is gone after the test. */
async function ontoSmallDisk(t, shop, megabytes) {
  const disk = join(shop.home, 'disk')
  await mkdir(disk)
  const asRoot = (program, words) => (process.getuid() === 0 ? run(program, words) : run('sudo', ['-n', program, ...words]))
  try {
    await asRoot('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,uid=${process.getuid()}`, 'shopdesk-test', disk])
  } catch (error) {
    throw new Error('this test needs a small disk of its own, which only root may mount: run it as root, or let sudo ask for nothing', { cause: error })
  }
  t.after(async () => {
    await shop.hub?.stop()
    await asRoot('umount', [disk])
    await shop.close()
  })
  await cp(shop.data, join(disk, 'shop'), { recursive: true })
  shop.data = join(disk, 'shop')
  return disk
}

test('a full disk refuses commands and files in a sentence, keeps what it had confirmed, and goes on with room', async (t) => {
  const shop = await Shop.demo()
  const disk = await ontoSmallDisk(t, shop, 120)
  await shop.serve()
  const line = new Line(shop)
  await line.signIn(shop.of('product_planner'))
  const create = await productOf(line)
  const filler = join(disk, 'filler')
  const { bavail, bsize } = await statfs(disk)
  await writeFile(filler, Buffer.alloc(bavail * bsize - 1_500_000))

  const confirmed = { products: [], files: [] }
  const refusals = new Set()
  const until = Date.now() + 60_000
  const work = async (act, keep) => {
    // On a full disk some small thing may still fit now and then: three refusals on end are enough.
    for (let refused = 0, turn = 0; refused < 3; turn += 1) {
      assert.ok(Date.now() < until, 'the disk ran full')
      const done = await act(turn)
      assert.ok(done, `the hub lives on: ${shop.hub.said}`)
      if (done.answer) keep(done.answer, turn)
      else refusals.add(JSON.stringify(done.refused))
      refused = done.answer ? 0 : refused + 1
    }
  }
  const sent = new Map()
  await Promise.all([
    work((turn) => create(`满盘 ${turn}`), (answer, turn) => confirmed.products.push([answer.id, `满盘 ${turn}`])),
    work((turn) => {
      sent.set(turn, text(60_000))
      return line.drop(`满盘${turn}.txt`, sent.get(turn))
    }, (answer, turn) => confirmed.files.push([answer.hash, sent.get(turn)])),
    work((turn) => line.drop(`满盘${turn}.png`, patches(600, 600, turn)), () => {}),
  ])
  for (const said of refusals) {
    const { code, reason, message } = JSON.parse(said)
    assert.deepEqual([code, reason], ['unavailable', 'disk_full'], said)
    assert.match(message, /磁盘已满，没有写入任何数据。请先清理磁盘空间/)
  }
  assert.ok(confirmed.products.length > 0 && confirmed.files.length > 0, 'work went on until the disk was full')
  // Reading needs no room.
  const seen = await line.call('products.list', { q: '满盘', limit: 500 })
  assert.deepEqual(seen.answer.rows.map((one) => one.title).toSorted(), confirmed.products.map(([, title]) => title).toSorted())
  assert.deepEqual(await readdir(join(shop.data, 'files', 'incoming')), [], 'no half of a file is left')

  await rm(filler)
  const made = await create('又有地方了')
  assert.ok(made.answer, JSON.stringify(made))
  const again = text(60_000)
  const taken = await line.drop('又有地方了.txt', again)
  assert.ok(taken.answer, JSON.stringify(taken))
  for (const [hash, content] of [...confirmed.files, [taken.answer.hash, again]]) {
    const { answer } = await line.ask(`/files/${hash}`)
    assert.ok(answer.equals(content), hash)
  }
  const there = await line.call('products.list', { q: '满盘', limit: 500 })
  for (const row of there.answer.rows) assert.equal(row.sku_count, 3, `${row.title} is there in half`)
  await shop.hub.stop()
  await assertClean(shop)
})

test('a database that another program holds refuses in a sentence, writes nothing, and goes on when it lets go', async (t) => {
  const shop = await Shop.demo()
  t.after(() => shop.close())
  await shop.serve()
  const line = new Line(shop)
  await line.signIn(shop.of('product_planner'))
  const create = await productOf(line)
  // Debian's own Python, as any other program on the machine.
  const holder = new Running('/usr/bin/python3', ['-c', `
import signal, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("begin immediate")
print("held", flush=True)
signal.pause()
`, join(shop.data, 'shop.db')])
  t.after(() => holder.stop())
  await holder.says(/held/)
  const { refused } = await create('被占用')
  assert.deepEqual([refused.code, refused.reason], ['unavailable', 'busy'])
  assert.match(refused.message, /另一个程序正在写入.*没有写入任何数据.*请稍后再试/)
  const look = async () => (await line.call('products.list', { q: '被占用', limit: 10 })).answer.rows.length
  assert.equal(await look(), 0, 'and reading goes on meanwhile')
  await holder.stop()
  const { answer } = await create('被占用')
  assert.ok(answer.id)
  assert.equal(await look(), 1)
  await shop.hub.stop()
  await assertClean(shop)
})
