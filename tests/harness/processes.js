// Starting, awaiting and ending the programs that a test needs.

import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** The programs under test, as `cargo xtask test` built them. */
export function program(variable) {
  const path = process.env[variable]
  if (!path) throw new Error(`${variable} is not set: run these tests by \`cargo xtask test\``)
  return path
}

/**
 * Tries until the answer is truthy, and gives it back.
 *
 * @template T
 * @param {string} what what is awaited, for the message when it does not come
 * @param {() => T | Promise<T>} attempt
 * @param {number} seconds
 */
export async function until(what, attempt, seconds = 20) {
  const deadline = Date.now() + seconds * 1000
  let last
  for (;;) {
    try {
      const answer = await attempt()
      if (answer) return answer
    } catch (error) {
      last = error
    }
    if (Date.now() > deadline) {
      throw new Error(`${what}: not after ${seconds} s`, { cause: last })
    }
    await new Promise((resume) => setTimeout(resume, 40))
  }
}

/** A port on this machine that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
      server.close(() => resolve(port))
    })
  })
}

/** Everything started here that still runs; it ends with the test, however the test ends. */
const running = new Set()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(1))

/** A program that runs beside the test, with what it said so far. */
export class Running {
  /**
   * @param {string} file
   * @param {string[]} words
   * @param {import('node:child_process').SpawnOptions} options
   */
  constructor(file, words, options = {}) {
    this.name = file
    this.said = ''
    this.ended = null
    this.child = spawn(file, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    this.child.stdout.on('data', (data) => (this.said += data))
    this.child.stderr.on('data', (data) => (this.said += data))
    running.add(this.child)
    this.end = new Promise((resolve) => {
      const end = (how) => {
        running.delete(this.child)
        resolve((this.ended = how))
      }
      this.child.once('error', (error) => end(String(error)))
      this.child.once('exit', (code, signal) => end(signal ?? `status ${code}`))
    })
  }

  /** Waits for the program to say something that fits, and gives the match back. */
  async says(pattern, seconds = 20) {
    try {
      return await until(`${this.name} to say ${pattern}`, () => {
        const match = this.said.match(pattern)
        if (!match && this.ended !== null) throw new Error('it ended')
        return match
      }, seconds)
    } catch (error) {
      throw new Error(`${error.message} (${this.ended ?? 'still running'}); it said:\n${this.said}`)
    }
  }

  /** Ends the program and waits until it is gone. */
  async stop() {
    if (this.ended === null) this.child.kill('SIGTERM')
    const late = setTimeout(() => this.child.kill('SIGKILL'), 10_000)
    await this.end
    clearTimeout(late)
  }
}

/** Runs a program to its end; gives its standard output, or fails with all it said. */
export function run(file, words, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let complaint = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (complaint += data))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${file} ${words.join(' ')}: status ${code}\n${output}${complaint}`))
    })
  })
}

/** The programs that a program has started and that still run, by their numbers. */
export async function childrenOf(pid) {
  const listed = await run('ps', ['-o', 'pid=', '--ppid', String(pid)]).catch(() => '')
  return listed.split('\n').map(Number).filter(Boolean)
}

/** Whether a program still runs. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
