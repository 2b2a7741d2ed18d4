// Makes src/api/generated from the backend's OpenAPI document:
//   shopdesk api > openapi.json && npm run generate -- openapi.json
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const source = process.argv[2]
if (!source) {
  process.stderr.write('which document? npm run generate -- openapi.json\n')
  process.exit(2)
}
const doc = JSON.parse(await readFile(source, 'utf8'))
// Another folder, for comparing with what is there.
const out = process.argv[3] ? pathToFileURL(`${resolve(process.argv[3])}/`) : new URL('../src/api/generated/', import.meta.url)
const head = '// Made by `npm run generate` from the OpenAPI document of `shopdesk api`. Not to be edited by hand.\n'

await writeFile(new URL('schema.d.ts', out), head + astToString(await openapiTS(doc)))

const bodyOf = (path, operation) => {
  const media = operation.requestBody?.content?.['application/json']
  return media ? `NonNullable<paths['${path}']['post']['requestBody']>['content']['application/json']` : 'Record<string, never>'
}
const answerOf = (path, operation) => {
  const status = ['200', '201', '202'].find((code) => operation.responses?.[code]?.content?.['application/json'])
  return status ? `paths['${path}']['post']['responses'][${status}]['content']['application/json']` : 'null'
}
const types = []
const facts = []
for (const [path, item] of Object.entries(doc.paths).sort(([a], [b]) => (a < b ? -1 : 1))) {
  const operation = item.post
  if (!operation?.['x-kind']) continue
  const name = path.replace(/^\/api\//, '')
  types.push(`  '${name}': { input: ${bodyOf(path, operation)}; output: ${answerOf(path, operation)} }`)
  facts.push(
    `  '${name}': ${JSON.stringify({
      kind: operation['x-kind'],
      provides: operation['x-provides'] ?? [],
      touches: operation['x-touches'] ?? [],
      permission: operation['x-permission'] ?? null,
    })},`,
  )
}
await writeFile(
  new URL('ops.ts', out),
  `${head}import type { paths } from './schema'

/** Every operation of the shop with what goes in and what comes out. */
export interface Ops {
${types.join('\n')}
}

export interface OpFacts { kind: 'query' | 'command'; provides: readonly string[]; touches: readonly string[]; permission: unknown }

/** What each operation shows, changes and needs. */
export const OPS: Readonly<Record<string, OpFacts>> = {
${facts.join('\n')}
}
`,
)
process.stdout.write(`${types.length} operations\n`)
