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
/**
 * What comes in one file: all that is imported from these modules without waiting. Cut by which pages
 * share it, the program came in thirty files, and the window asked for each of them.
 */
function together(...roots: string[]): (graph: Graph) => Set<string> {
  let all: Set<string> | undefined
  return (graph) => {
    if (all) return all
    all = new Set()
    const ahead = roots.map((root) => fileURLToPath(new URL(root, import.meta.url)))
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      if (all.has(id)) continue
      all.add(id)
      ahead.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
    }
    return all
  }
}
const login = together('./src/main.ts')
const desk = together('./src/app/start.ts', './src/app/pages/TodayPage.vue')
const files = [
  { name: (id: string, graph: Graph) => (id.includes('rolldown/runtime') || login(graph).has(id) ? 'first' : null), priority: 2 },
  { name: (id: string, graph: Graph) => (desk(graph).has(id) ? 'desk' : null), priority: 1 },
]

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
  // What of the library the page never uses is left out of it.
  define: { __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { port: 5173, strictPort: true, proxy: { '/api': hub, '/files': hub, '/thumbs': hub } },
  build: {
    // WebView2 and WebKitGTK as shipped with the systems we support.
    target: ['chrome110', 'safari16.4'],
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: files } } },
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
