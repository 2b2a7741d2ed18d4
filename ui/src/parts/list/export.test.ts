import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { useSelection } from '../table/selection'
import ExportDialog from './ExportDialog.vue'
import type { ListController } from './types'

const offered = [
  { key: 'title', title: '标题', shown: true },
  { key: 'price', title: '售价', shown: true },
  { key: 'item_id', title: '平台商品ID', shown: false },
]
async function dialog(picked: number[] = []) {
  const selection = useSelection()
  selection.set(picked, true)
  const make = vi.fn<(ids: number[] | null, columns?: readonly string[]) => Promise<void>>(async () => undefined)
  const list = {
    title: '上架商品',
    selection,
    source: { total: ref(1234), exact: ref(true) },
    exportColumns: async () => offered,
    export: make,
  }
  const page = mount(ExportDialog, {
    props: { list: list as unknown as ListController<{ id: number }>, modelValue: false },
    global: { stubs: { teleport: true, transition: false } },
  })
  await page.setProps({ modelValue: true })
  await flushPromises()
  const press = async (text: string) => {
    await page
      .findAll('button')
      .find((one) => one.text() === text)
      ?.trigger('click')
    await flushPromises()
  }
  return { page, make, press }
}

it('opens with the columns of the page and exports all that match', async () => {
  const { page, make, press } = await dialog()
  expect(page.text()).toContain('1,234')
  await press('导出')
  expect(make).toHaveBeenCalledWith(null, ['title', 'price'], 'xlsx')
  expect(page.emitted('update:modelValue')?.at(-1)).toEqual([false])
})
it('another column can be added; the order stays that of the page', async () => {
  const { make, press } = await dialog()
  await press('全部列')
  await press('导出')
  expect(make).toHaveBeenCalledWith(null, ['title', 'price', 'item_id'], 'xlsx')
})
it('picked rows are what is exported when some are picked', async () => {
  const { make, press } = await dialog([7, 9])
  await press('导出')
  expect(make).toHaveBeenCalledWith([7, 9], ['title', 'price'], 'xlsx')
})
it('the rows alone, for another program', async () => {
  const { page, make, press } = await dialog()
  await page.find('input[value="csv"]').setValue()
  await press('导出')
  expect(make).toHaveBeenCalledWith(null, ['title', 'price'], 'csv')
})
