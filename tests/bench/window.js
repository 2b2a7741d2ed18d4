// The shop's window beside a bare one: how long until it can be used, and how much memory its
// programs take together. Prints one line of JSON.
//
// SHOPDESK, SHOPDESK_WINDOW and BARE_WINDOW name the programs, release builds.

import { readFile } from 'node:fs/promises'

import { childrenOf } from '../harness/processes.js'
import { Screen } from '../harness/screen.js'
import { Shop } from '../harness/shop.js'
import { ShopWindow } from '../harness/window.js'

const TIMES = 9
const SETTLED_MS = 3_000
const TYPING_MS = 1_000

/** Asks the page over and over, so close together that asking adds little to what is measured. */
async function until(window, is) {
  const late = performance.now() + 20_000
  while (!await window.run(is).catch(() => false)) {
    if (performance.now() > late) throw new Error(`not after 20 s: ${is}`)
    await pause(5)
  }
}

const pause = (ms) => new Promise((resume) => { setTimeout(resume, ms) })

// WebKit stands still for half a second in some of its starts, with any page: the lower quarter tells of the rest.
const quarter = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 4)]

/** What a program and all that it started take of the machine's memory, shared parts once, in MB. */
async function memoryOf(pid) {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const own = Number(rollup.match(/^Pss:\s+(\d+) kB$/m)?.[1] ?? 0) / 1024
  const below = await Promise.all((await childrenOf(pid)).map(memoryOf))
  return below.reduce((sum, part) => sum + part, own)
}

/** Opens a window until `usable` is over, less the milliseconds it answers; notes milliseconds and megabytes. */
async function measure(screen, { binary, data, usable }, seen) {
  const started = performance.now()
  const window = await ShopWindow.open(screen, { data, binary })
  try {
    const typing = await usable(window)
    seen.ms.push(performance.now() - started - typing)
    await pause(SETTLED_MS)
    const programs = await childrenOf(window.driver.child.pid)
    const parts = await Promise.all(programs.map(memoryOf))
    seen.mb.push(parts.reduce((sum, part) => sum + part, 0))
  } finally {
    await window.close()
  }
}

const screen = await Screen.start()
const shop = await Shop.demo()
try {
  const somebody = shop.of('ops_supervisor')
  const bare = {
    binary: process.env.BARE_WINDOW,
    data: shop.data,
    usable: async (window) => {
      await until(window, () => document.body?.innerText.includes('bare window'))
      return 0
    },
  }
  // From nothing to the login that can be typed into, and from its press to the desk of the day with
  // what is on it. How long somebody types their name and password is not the window's time, and
  // nobody does it in less than a second.
  const desk = {
    binary: process.env.SHOPDESK_WINDOW,
    data: shop.data,
    usable: async (window) => {
      await until(window, () =>
        document.querySelector('input[autocomplete=current-password]')?.getClientRects().length)
      const typing = performance.now()
      await window.typeLogin(somebody)
      await pause(TYPING_MS - (performance.now() - typing))
      const pressed = performance.now()
      await window.run(() => document.querySelector('button[type=submit]').click())
      await until(window, () =>
        document.querySelector('.s-today h1') !== null
        && document.querySelector('.s-today .s-bone') === null)
      return pressed - typing
    },
  }
  const seen = { bare: { ms: [], mb: [] }, desk: { ms: [], mb: [] } }
  // By turns, so that whatever else the machine does falls on both.
  for (let time = 0; time < TIMES; time += 1) {
    await measure(screen, bare, seen.bare)
    await measure(screen, desk, seen.desk)
  }
  const of = ({ ms, mb }) => ({ ms: Math.round(quarter(ms)), mb: Math.round(quarter(mb)) })
  const [theirs, ours] = [of(seen.bare), of(seen.desk)]
  const ratio = (a, b) => Math.round((a / b) * 100) / 100
  console.log(JSON.stringify({
    bare: theirs, shop: ours, start: ratio(ours.ms, theirs.ms), memory: ratio(ours.mb, theirs.mb),
  }))
} finally {
  await shop.close()
  await screen.stop()
}
