import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(__dirname)
const files = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(dir, entry.name)) : [join(dir, entry.name)],
  )
const all = files(root).map((path) => ({ path, name: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
const code = all.filter(
  ({ name }) => /\.(ts|vue)$/.test(name) && !name.endsWith('.test.ts') && !name.startsWith('api/generated/') && name !== 'test-setup.ts',
)

/** The floors of the house, lowest first; a file may import from its own floor and those below. */
const FLOORS = ['locales', 'host', 'parts', 'api', 'rooms', 'app', 'login']
const floorOf = (name: string) => (name.includes('/') ? FLOORS.indexOf(name.split('/')[0] ?? '') : FLOORS.length)

const known = new Set(all.map(({ name }) => name))
function importsOf(file: { name: string; text: string }): { to: string; typeOnly: boolean; lazy: boolean }[] {
  const found: { to: string; typeOnly: boolean; lazy: boolean }[] = []
  for (const match of file.text.matchAll(
    /(import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]|import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
  )) {
    const spec = match[3] ?? match[4] ?? match[5] ?? ''
    const path = spec.startsWith('@/') ? spec.slice(2) : spec.startsWith('.') ? join(dirname(file.name), spec).replaceAll('\\', '/') : ''
    if (!path) continue
    const to = [path, `${path}.ts`, `${path}.d.ts`, `${path}/index.ts`].find((one) => known.has(one))
    if (to) found.push({ to, typeOnly: match[2] !== undefined, lazy: match[5] !== undefined })
  }
  return found
}
const grep = (pattern: RegExp, except: (name: string) => boolean = () => false) =>
  all
    .filter(({ name }) => /\.(ts|vue|css|html)$/.test(name) && !except(name) && !name.endsWith('.test.ts'))
    .flatMap(({ name, text }) =>
      text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${name}:${at + 1} ${line.trim().slice(0, 90)}`] : [])),
    )

it('every file stands on a floor of the house', () => {
  expect(code.filter(({ name }) => floorOf(name) < 0).map(({ name }) => name)).toEqual([])
})

it('imports only go down', () => {
  expect(
    code.flatMap((file) =>
      importsOf(file)
        .filter(({ to }) => floorOf(to) > floorOf(file.name))
        .map(({ to }) => `${file.name} → ${to}`),
    ),
  ).toEqual([])
})

it("a room never reaches into another room's insides", () => {
  const roomOf = (name: string) => /^rooms\/([^/]+)\//.exec(name)?.[1]
  expect(
    code.flatMap((file) =>
      importsOf(file)
        .filter(({ to }) => {
          const other = roomOf(to)
          return other !== undefined && roomOf(file.name) !== undefined && other !== roomOf(file.name)
        })
        .map(({ to }) => `${file.name} → ${to}`),
    ),
  ).toEqual([])
})

it('no files import each other in a circle', () => {
  const edges = new Map(
    code.map((file) => [
      file.name,
      importsOf(file)
        .filter(({ typeOnly, lazy }) => !typeOnly && !lazy)
        .map(({ to }) => to),
    ]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (name: string, path: string[]) => {
    if (path.includes(name)) {
      circles.push([...path.slice(path.indexOf(name)), name].join(' → '))
      return
    }
    if (done.has(name)) return
    for (const next of edges.get(name) ?? []) walk(next, [...path, name])
    done.add(name)
  }
  for (const name of edges.keys()) walk(name, [])
  expect(circles).toEqual([])
})

it('only the host knows of Tauri', () => {
  expect(grep(/@tauri-apps\//, (name) => name.startsWith('host/'))).toEqual([])
})
it('colours are written in the tokens and nowhere else', () => {
  expect(grep(/#[0-9a-f]{3,8}\b(?=[^{]*;|['"])/i, (name) => name === 'app/styles/tokens.css' || name.startsWith('api/generated/'))).toEqual(
    [],
  )
})
it('nothing that WebKitGTK paints badly or lacks', () => {
  expect(grep(/backdrop-filter|requestIdleCallback|will-change:\s*scroll/)).toEqual([])
})
it('no tooltip component in list cells', () => {
  expect(
    code
      .filter(({ name, text }) => /columns\.ts$|TableRow\.ts$|DataTable\.vue$/.test(name) && /<el-?tooltip|ElTooltip/i.test(text))
      .map(({ name }) => name),
  ).toEqual([])
})
it('the page runs no inline script and asks no other host', () => {
  const page = readFileSync(resolve(root, '../index.html'), 'utf8')
  expect([...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+=|https?:\/\//g)].map((match) => match[0])).toEqual([])
})

const flat = (words: object, under = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? flat(value as object, `${under}${key}.`) : [`${under}${key}`],
  )
const read = (name: string): object => JSON.parse(all.find((file) => file.name === name)?.text ?? '{}') as object
const areas = [['locales', ''], ...new Set(code.flatMap(({ name }) => /^rooms\/([^/]+)\//.exec(name)?.[1] ?? []))].map((one) =>
  Array.isArray(one) ? one : [`rooms/${one}/locale`, `${one}.`],
) as [string, string][]

it('every text is there in Chinese and in English', () => {
  for (const [folder] of areas) {
    const zh = flat(read(`${folder}/zh-CN.json`)).sort()
    const en = flat(read(`${folder}/en.json`)).sort()
    expect(en, folder).toEqual(zh)
  }
})

it('every text that is asked for by name is there', () => {
  const there = new Set(areas.flatMap(([folder, under]) => flat(read(`${folder}/zh-CN.json`)).map((key) => `${under}${key}`)))
  const asked = code.flatMap(({ name, text }) =>
    [...text.matchAll(/\bt\(\s*'([a-z][\w]*(?:\.\w+)+)'/g)].map((match) => ({ name, key: match[1] ?? '' })),
  )
  expect(asked.filter(({ key }) => !there.has(key)).map(({ name, key }) => `${name}: ${key}`)).toEqual([])
})

it('both languages fill in the same values', () => {
  const values = (text: unknown) =>
    [...String(text).matchAll(/\{(\w+)\}/g)]
      .map((match) => match[1])
      .sort()
      .join()
  const entries = (words: object, under = ''): [string, unknown][] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? entries(value as object, `${under}${key}.`)
        : [[`${under}${key}`, value] as [string, unknown]],
    )
  for (const [folder] of areas) {
    const en = new Map(entries(read(`${folder}/en.json`)))
    expect(
      entries(read(`${folder}/zh-CN.json`))
        .filter(([key, text]) => values(text) !== values(en.get(key)))
        .map(([key]) => key),
    ).toEqual([])
  }
})
