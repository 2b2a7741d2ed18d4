// The shop's window beside a bare one: how long until it can be used, and how much memory its
// programs take together. Prints one line of JSON.
//
// SHOPDESK, SHOPDESK_WINDOW and BARE_WINDOW name the programs, release builds.

import { readFile } from 'node:fs/promises'

import { childrenOf, until } from '../harness/processes.js'
import { Screen } from '../harness/screen.js'
import { Shop } from '../harness/shop.js'
import { ShopWindow } from '../harness/window.js'

const TIMES = 5
const SETTLED_MS = 3_000

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** What a program and all that it started take of the machine's memory, shared parts once, in MB. */
async function memoryOf(pid) {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const own = Number(rollup.match(/^Pss:\s+(\d+) kB$/m)?.[1] ?? 0) / 1024
  const below = await Promise.all((await childrenOf(pid)).map(memoryOf))
  return below.reduce((sum, part) => sum + part, own)
}

/** Opens a window until `usable` is over, less the milliseconds it answers; gives milliseconds and megabytes. */
async function measure(screen, { binary, data, usable }) {
  const seen = { ms: [], mb: [] }
  for (let time = 0; time < TIMES; time += 1) {
    const started = performance.now()
    const window = await ShopWindow.open(screen, { data, binary })
    try {
      const typing = await usable(window)
      seen.ms.push(performance.now() - started - typing)
      await new Promise((resume) => setTimeout(resume, SETTLED_MS))
      const programs = await childrenOf(window.driver.child.pid)
      const parts = await Promise.all(programs.map(memoryOf))
      seen.mb.push(parts.reduce((sum, part) => sum + part, 0))
    } finally {
      await window.close()
    }
  }
  return { ms: Math.round(middle(seen.ms)), mb: Math.round(middle(seen.mb)) }
}

const screen = await Screen.start()
const shop = await Shop.demo()
try {
  const somebody = shop.of('ops_supervisor')
  const bare = await measure(screen, {
    binary: process.env.BARE_WINDOW,
    data: shop.data,
    usable: async (window) => {
      await window.shows('bare window')
      return 0
    },
  })
  const desk = await measure(screen, {
    binary: process.env.SHOPDESK_WINDOW,
    data: shop.data,
    // From nothing to the login that can be typed into, and from its press to the desk of the day
    // with what is on it. How long somebody types their name and password is not the window's time.
    usable: async (window) => {
      await window.find('input[autocomplete=current-password]')
      const typing = performance.now()
      await window.typeLogin(somebody)
      const pressed = performance.now()
      await window.run(() => document.querySelector('button[type=submit]').click())
      await until('今日台', () => window.run(() =>
        document.querySelector('.s-today h1') !== null
        && document.querySelector('.s-today .s-bone') === null))
      return pressed - typing
    },
  })
  const ratio = (a, b) => Math.round((a / b) * 100) / 100
  console.log(JSON.stringify({
    bare, shop: desk, start: ratio(desk.ms, bare.ms), memory: ratio(desk.mb, bare.mb),
  }))
} finally {
  await shop.close()
  await screen.stop()
}
