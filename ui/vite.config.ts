import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'

// The hub a developer runs beside `npm run dev`: `shopdesk serve --listen 127.0.0.1:8080`.
const hub = process.env.SHOPDESK_HUB ?? 'http://127.0.0.1:8080'

interface Graph {
  getModuleInfo: (id: string) => { importedIds: string[] } | null
}
let opening: Set<string> | undefined

/**
 * What the program opens with, in one file: all that is imported from its entry without waiting. Cut
 * by which pages share it, it came in thirty files, and the window asked for each of them.
 */
function opensWith(graph: Graph): Set<string> {
  if (opening) return opening
  opening = new Set()
  // The entry itself stays out: it waits at its top level, and a page that imports from the same file
  // would wait for it in turn.
  const entry = fileURLToPath(new URL('./src/main.ts', import.meta.url))
  const ahead = [...(graph.getModuleInfo(entry)?.importedIds ?? [])]
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (opening.has(id)) continue
    opening.add(id)
    ahead.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return opening
}

const ELEMENT = 'element-plus/es/components'

/**
 * An Element Plus tag as the folder that has it, with its static CSS. The library's own resolver names its index, and
 * through that the program would open with every part that any page uses.
 */
function element(name: string): { name: string; from: string; sideEffects: string } | undefined {
  if (!/^El[A-Z]/.test(name)) return undefined
  const tag = name
    .slice(2)
    .replace(/\B[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase()
  const has = (folder: string): boolean => existsSync(new URL(`./node_modules/${ELEMENT}/${folder}/index.mjs`, import.meta.url))
  let folder = tag.replace(/^option\b.*/, 'select')
  // `dropdown-item` lives with `dropdown`.
  while (!has(folder) && folder.includes('-')) folder = folder.replace(/-[^-]+$/, '')
  return { name, from: `${ELEMENT}/${folder}/index.mjs`, sideEffects: `${ELEMENT}/${tag}/style/css` }
}

export default defineConfig({
  plugins: [
    vue(),
    // Only Element Plus comes in by itself (script and static CSS); our own parts are imported by name.
    components({ dirs: [], dts: false, resolvers: [{ type: 'component', resolve: element }] }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { port: 5173, strictPort: true, proxy: { '/api': hub, '/files': hub, '/thumbs': hub } },
  build: {
    // WebView2 and WebKitGTK as shipped with the systems we support.
    target: ['chrome110', 'safari16.4'],
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: (id, graph) => (opensWith(graph).has(id) ? 'first' : null) }] } } },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test-setup.ts'],
    css: false,
    server: { deps: { inline: ['element-plus'] } },
    restoreMocks: true,
  },
})
