import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const backend = readFileSync(resolve(__dirname, '../../../../src-tauri/backend/src/staff/duties.rs'), 'utf8')
const routes = Object.values(
  import.meta.glob<{ routes: { path: string }[] }>('../*/routes.ts', { eager: true, import: 'default' }),
).flatMap((room) => room.routes.map((route) => route.path.split('/:')[0]))

it('the duty page names only pages that are there', () => {
  const named = [...new Set([...backend.matchAll(/^ {4}\("(\/[\w-]+)", /gm)].map((match) => match[1]))]
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((page) => !routes.includes(page))).toEqual([])
})
