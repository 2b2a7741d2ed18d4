// A desktop's notices and its place beside the clock, on the session bus of the test's own screen.

import { fileURLToPath } from 'node:url'

import { Running, run, until } from './processes.js'

const PROGRAM = fileURLToPath(new URL('desktop_bus.py', import.meta.url))
// Debian's own Python: the one that speaks to the bus.
const PYTHON = '/usr/bin/python3'

export class DesktopBus {
  /** @param {import('./screen.js').Screen} screen */
  static async start(screen) {
    const bus = new DesktopBus()
    bus.environment = screen.environment
    bus.server = new Running(PYTHON, [PROGRAM, 'serve'], { env: screen.environment })
    await bus.server.says(/"ready"/)
    return bus
  }

  /** What programs have handed in under this word, in their order. */
  told(word) {
    const lines = this.server.said.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'))
    return lines.map((line) => JSON.parse(line)[word]).filter(Boolean)
  }

  /** The first icon beside the clock. */
  icon() {
    return until('an icon beside the clock', () => this.told('icon')[0])
  }

  /** The words of an icon's menu. */
  async entriesOf({ owner, path }) {
    return JSON.parse(await run(PYTHON, [PROGRAM, 'entries', owner, path], { env: this.environment }))
  }

  /** Presses the entry with these words in an icon's menu. */
  press({ owner, path }, words) {
    return run(PYTHON, [PROGRAM, 'press', owner, path, words], { env: this.environment })
  }

  stop() {
    return this.server.stop()
  }
}
