// A screen of its own for the real window: an X server without a display, a window manager and a
// session bus. Nothing of the person's own desktop is touched.

import { mkdtemp, rm, access } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Running, run, until } from './processes.js'

export class Screen {
  /** Starts it; `width` and `height` are the screen's. */
  static async start({ width = 1920, height = 1080 } = {}) {
    const screen = new Screen()
    screen.folder = await mkdtemp(join(tmpdir(), 'shopdesk-screen-'))
    screen.server = new Running('Xvfb', [
      '-displayfd', '1', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset',
    ])
    const [, number] = await screen.server.says(/^(\d+)$/m)
    screen.bus = new Running('dbus-daemon', ['--session', '--nofork', '--print-address=1'])
    const [address] = await screen.bus.says(/unix:\S+/)
    screen.environment = {
      ...process.env,
      DISPLAY: `:${number}`,
      WAYLAND_DISPLAY: '',
      DBUS_SESSION_BUS_ADDRESS: address,
      GDK_BACKEND: 'x11',
      LANG: 'C.UTF-8',
      NO_AT_BRIDGE: '1',
      HOME: screen.folder,
      XDG_CONFIG_HOME: join(screen.folder, 'config'),
      XDG_DATA_HOME: join(screen.folder, 'data'),
      XDG_CACHE_HOME: join(screen.folder, 'cache'),
    }
    const ready = join(screen.folder, 'manager-is-ready')
    screen.manager = new Running('openbox', ['--sm-disable', '--startup', `touch ${ready}`], {
      env: screen.environment,
    })
    await until('the window manager', () => access(ready).then(() => true))
    return screen
  }

  /** Moves and presses the one real pointer of this screen. */
  pointer(...words) {
    return run('xdotool', words.map(String), { env: this.environment })
  }

  /** Where the visible window with this title stands, in pixels of the screen. */
  async windowNamed(title) {
    const found = await until(`a window called ${title}`, async () =>
      (await this.pointer('search', '--onlyvisible', '--name', title)).trim())
    const id = found.split('\n').at(-1)
    const geometry = await this.pointer('getwindowgeometry', '--shell', id)
    const read = (name) => Number(geometry.match(new RegExp(`^${name}=(-?\\d+)$`, 'm'))[1])
    return { id, x: read('X'), y: read('Y'), width: read('WIDTH'), height: read('HEIGHT') }
  }

  async stop() {
    for (const part of [this.manager, this.bus, this.server]) await part?.stop()
    await rm(this.folder, { recursive: true, force: true })
  }
}
