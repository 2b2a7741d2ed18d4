/** What this PC keeps for the login: who came in before, and a word for whoever stands there next. */
export interface RecentLogin {
  login: string
  name: string
  posts: string[]
}

const KEY = 'shopdesk.logins'
const MOST = 8

/** Who signed in on this PC before, newest first; several people share one. */
export function recentLogins(): RecentLogin[] {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '[]') as RecentLogin[]).slice(0, MOST)
  } catch {
    return []
  }
}

function keep(logins: RecentLogin[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(logins.slice(0, MOST)))
  } catch {
    /* this visit only */
  }
}

const others = (login: string) => recentLogins().filter((one) => one.login !== login)

export function rememberLogin(one: RecentLogin): void {
  keep([one, ...others(one.login)])
}

export function forgetLogin(login: string): void {
  keep(others(login))
}

const WORD = 'shopdesk.word'

/** A sentence that the login says once, when this page has gone. */
export function leaveWord(sentence: string): void {
  try {
    sessionStorage.setItem(WORD, sentence)
  } catch {
    /* the login says nothing then */
  }
}

export function takeWord(): string {
  try {
    const word = sessionStorage.getItem(WORD) ?? ''
    sessionStorage.removeItem(WORD)
    return word
  } catch {
    return ''
  }
}
