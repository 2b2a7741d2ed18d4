import { forgetLogin, recentLogins, takeWord, type RecentLogin } from '@/api/logins'
import { host, type WireError } from '@/host'
import { keepLanguage, say } from '@/locales/plain'
import { element } from './element'

/** Everything behind the login: it comes while the password is typed. Where the line is down, that is said. */
const program = () =>
  import('@/app/start').catch(() => {
    throw { code: 'unavailable', message: say('host.away') } satisfies WireError
  })

/**
 * The first thing on the screen: who is it? Plain elements without the program, so that it can be typed into at once.
 * Who signed in on an earlier visit of this page walks through.
 */
export async function openLogin(): Promise<void> {
  const first = host.mayBeKnown() ? null : shown('')
  const { who, refusal } = await host.call('session.me', {}).then(
    (who) => ({ who, refusal: null }),
    (refusal: WireError) => ({ who: null, refusal }),
  )
  if (refusal === null) {
    return program().then(
      ({ start }) => start(who, false),
      (away: WireError) => {
        shown(away.message)
      },
    )
  }
  const word = refusal.code === 'unauthenticated' ? '' : await inWords(refusal.message)
  if (first === null) shown(word)
  else if (word) first.refuse(word)
  setTimeout(() => void fetchProgram(), 100)
}

function shown(word: string): LoginPage {
  const page = new LoginPage(word)
  page.show()
  return page
}

/** Fetches the program and has it practise; where that fails, the press on 登录 fetches it again. */
const fetchProgram = () =>
  program().then(
    ({ prepare }) => prepare(),
    () => undefined,
  )

/** What the shop says against it, in the page's language. */
const inWords = (refusal: string): Promise<string> =>
  document.documentElement.lang === 'en'
    ? import('@/locales/told/english').then(
        ({ tell }) => tell(refusal),
        () => refusal,
      )
    : Promise.resolve(refusal)

class LoginPage {
  private chosen: RecentLogin | null = recentLogins()[0] ?? null
  /** What the page that was here before had to say. */
  private readonly word = takeWord()
  private readonly name = element('input', { className: 's-door-field', autocomplete: 'username', maxLength: 60 })
  private readonly password = element('input', {
    className: 's-door-field',
    type: 'password',
    autocomplete: 'current-password',
    spellcheck: false,
  })
  private readonly look = element('button', {
    type: 'button',
    className: 's-link',
    onclick: () => this.see(this.password.type === 'password'),
  })
  private readonly enter = element('button', { type: 'submit', className: 's-door-enter' })
  private readonly alert = element('p', { className: 's-door-error', role: 'alert' })

  constructor(private error: string) {
    this.password.oninput = () => {
      this.look.hidden = this.password.value === ''
    }
  }

  /** Writes the whole page anew: at first, in another language, for another person. */
  show(): void {
    host.setTitle(`${say('login.title')} · ${say('app.name')}`)
    for (const [field, label] of [
      [this.name, say('login.name')],
      [this.password, say('login.password')],
    ] as const) {
      field.placeholder = label
      field.ariaLabel = label
    }
    this.see(false)
    this.busy(false)
    const form = element('form', { className: 's-door-card', onsubmit: (event) => this.submit(event) })
    form.append(
      element(
        'div',
        { className: 's-door-brand' },
        element('img', { src: '/icon.svg', width: 36, height: 36, alt: '' }),
        element('h1', {}, say('app.name')),
      ),
      element('p', { className: 's-muted' }, say('app.what')),
      ...(this.word ? [element('p', { role: 'status' }, this.word)] : []),
      ...this.people(),
      ...(this.chosen ? [] : [this.name]),
      element('div', { className: 's-door-secret' }, this.password, this.look),
      this.alert,
      this.enter,
      this.language(),
    )
    document.getElementById('app')?.replaceChildren(element('main', { className: 's-door' }, form))
    this.refuse(this.error)
    ;(this.chosen ? this.password : this.name).focus()
  }

  private people(): HTMLElement[] {
    const people = recentLogins()
    if (people.length === 0) return []
    const list = element('ul', { className: 's-door-people', ariaLabel: say('login.recent') })
    list.append(
      ...people.map((one) => this.person(one)),
      element(
        'li',
        {},
        this.choice(
          null,
          element('span', { className: 's-face s-face-none', ariaHidden: 'true' }, '+'),
          element('span', {}, say('login.other')),
        ),
      ),
    )
    return [list]
  }

  private person(one: RecentLogin): HTMLElement {
    const posts = one.posts.map((post) => say(`post.${post}`)).join(say('mark.comma'))
    return element(
      'li',
      {},
      this.choice(
        one,
        element('span', { className: 's-face', ariaHidden: 'true' }, one.name.slice(-1)),
        element('b', {}, one.name),
        element('span', { className: 's-muted s-cut' }, posts),
      ),
      element(
        'button',
        {
          type: 'button',
          className: 's-icon s-person-x',
          ariaLabel: say('login.forget', { name: one.name }),
          onclick: () => this.forget(one),
        },
        '×',
      ),
    )
  }

  private choice(one: RecentLogin | null, ...marks: HTMLElement[]): HTMLElement {
    return element(
      'button',
      { type: 'button', className: 's-person', ariaPressed: String(this.chosen?.login === one?.login), onclick: () => this.choose(one) },
      ...marks,
    )
  }

  private language(): HTMLElement {
    const english = document.documentElement.lang === 'en'
    const turn = () => {
      keepLanguage(english ? 'zh-CN' : 'en')
      this.error = ''
      this.show()
    }
    return element('button', { type: 'button', className: 's-link s-door-lang', onclick: turn }, english ? '简体中文' : 'English')
  }

  private choose(one: RecentLogin | null): void {
    this.chosen = one
    this.name.value = ''
    this.password.value = ''
    this.error = ''
    this.show()
  }

  private forget(one: RecentLogin): void {
    forgetLogin(one.login)
    if (this.chosen?.login === one.login) this.choose(recentLogins()[0] ?? null)
    else this.show()
  }

  private see(open: boolean): void {
    this.password.type = open ? 'text' : 'password'
    this.look.textContent = say(open ? 'login.hide' : 'login.see')
    this.look.hidden = this.password.value === ''
  }

  private busy(busy: boolean): void {
    this.enter.disabled = busy
    this.enter.textContent = say(busy ? 'login.entering' : 'login.enter')
  }

  /** Says why not; nothing where there is nothing to say. */
  refuse(sentence: string): void {
    this.error = sentence
    this.alert.textContent = sentence
    this.alert.hidden = sentence === ''
    this.password.ariaInvalid = String(sentence !== '')
  }

  private submit(event: Event): void {
    event.preventDefault()
    const login = this.chosen?.login ?? this.name.value.trim()
    if (!login || !this.password.value) this.refuse(say('login.both'))
    else void this.signIn(login, this.password.value)
  }

  private async signIn(login: string, password: string): Promise<void> {
    this.busy(true)
    this.refuse('')
    try {
      const who = await host.call('session.login', { login, password })
      await (await program()).start(who, true)
    } catch (error) {
      this.refuse(await inWords((error as WireError).message))
      this.password.value = ''
      this.see(false)
      this.busy(false)
      this.password.focus()
    }
  }
}
