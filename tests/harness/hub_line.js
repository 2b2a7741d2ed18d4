// A straight line to the hub, past any page: what faults are tested with.

export class Line {
  /** @param {import('./shop.js').Shop} shop */
  constructor(shop) {
    this.shop = shop
    this.cookie = ''
  }

  /** Signs somebody in, for all that is asked from now on. */
  async signIn({ login, password }) {
    const { cookie } = await this.ask('/api/session.login', { body: { login, password } })
    this.cookie = cookie
  }

  /** Asks the hub: `{answer}`, or `{refused}` with its error; null when it died before it could answer. */
  async ask(path, { body, raw } = {}) {
    let response, answer
    try {
      response = await fetch(this.shop.address + path, {
        method: body === undefined && raw === undefined ? 'GET' : 'POST',
        headers: { cookie: this.cookie, 'content-type': raw ? 'application/octet-stream' : 'application/json' },
        body: raw ?? (body && JSON.stringify(body)),
      })
      answer = Buffer.from(await response.arrayBuffer())
    } catch (error) {
      // fetch says so when the line breaks.
      if (error instanceof TypeError) return null
      throw error
    }
    if (!response.ok) return { refused: JSON.parse(answer.toString()) }
    return { answer, cookie: response.headers.get('set-cookie')?.split(';')[0] }
  }

  /** An operation: `{answer}` read, or `{refused}`; null when the hub died. */
  async call(name, body) {
    const done = await this.ask(`/api/${name}`, { body })
    return done?.answer ? { answer: JSON.parse(done.answer.toString()) } : done
  }

  /** Sends a file in. */
  async drop(name, raw) {
    const done = await this.ask(`/api/files?name=${encodeURIComponent(name)}`, { raw })
    return done?.answer ? { answer: JSON.parse(done.answer.toString()) } : done
  }
}
