import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { computed, defineComponent, h } from 'vue'
import { useHost, type Host } from '@/host'
import ActionButtons from '@/parts/record/ActionButtons.vue'
import { useRead, useWrite } from './read'

/** A shop with one campaign, which answers readings only when it is told to. */
class SlowShop {
  version = 1
  readonly refused: number[] = []
  private readonly late: (() => void)[] = []
  readonly host = {
    call: (name: string, args: { version?: number }) => {
      if (name === 'campaigns.get') {
        const now = { id: 1, version: this.version }
        return new Promise((resolve) => this.late.push(() => resolve(now)))
      }
      if (args.version !== this.version) this.refused.push(args.version ?? 0)
      else this.version += 1
      return Promise.resolve({})
    },
  } as unknown as Host
  async answers(): Promise<void> {
    for (const go of this.late.splice(0)) go()
    await flushPromises()
  }
}

it('what is done right after a save goes by what was saved, however late it is read again', async () => {
  vi.useFakeTimers()
  const shop = new SlowShop()
  useHost(shop.host)
  const page = mount(
    defineComponent(() => {
      const read = useRead('campaigns.get', { id: 1 })
      const save = useWrite('campaigns.set_products')
      const act = useWrite('campaigns.act')
      const version = computed(() => read.data.value?.version ?? 0)
      return () => [
        h('button', { id: 'save', onClick: () => save.mutate({ id: 1, version: version.value, products: [] }) }),
        h(ActionButtons, {
          cycle: 'campaign',
          actions: [{ action: 'submit', enabled: true, needs_reason: false }] as never,
          run: () => act.mutateAsync({ id: 1, version: version.value, action: 'submit' } as never),
        }),
      ]
    }),
  )
  await flushPromises()
  await shop.answers()
  await page.get('#save').trigger('click')
  await flushPromises()
  await page.get('.s-act button').trigger('click')
  await vi.advanceTimersByTimeAsync(200)
  expect(shop.version).toBe(2)
  await shop.answers()
  await vi.advanceTimersByTimeAsync(200)
  await shop.answers()
  expect(shop.refused).toEqual([])
  expect(shop.version).toBe(3)
  vi.useRealTimers()
})
