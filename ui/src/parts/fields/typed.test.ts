import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { t } from '@/locales'
import type { Money } from '../format'
import MoneyField from './MoneyField.vue'
import NumberField from './NumberField.vue'
import { PAUSE, useFields } from './typed'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function form() {
  const price = ref<Money | null>({ amount: 12_800, currency: 'CNY' })
  const share = ref<number | null>(5)
  let save = (): boolean => false
  const page = mount(
    defineComponent(() => {
      save = useFields()
      return () => [
        h(MoneyField, { label: '售价', modelValue: price.value, 'onUpdate:modelValue': (value: Money | null) => (price.value = value) }),
        h(NumberField, {
          label: '折扣',
          max: 100,
          modelValue: share.value,
          'onUpdate:modelValue': (value: number | null) => (share.value = value),
        }),
      ]
    }),
    { attachTo: document.body },
  )
  /** Keys only: the field is neither left nor confirmed. */
  const type = (label: string, text: string) => {
    const field = page.get<HTMLInputElement>(`input[aria-label=${label}]`)
    field.element.value = text
    return field.trigger('input')
  }
  const told = () => page.findAll('[role=alert]').map((one) => one.text())
  return { page, price, share, type, told, save: () => save() }
}

it('写错的金额，停下不打字时就说，改对立刻不说', async () => {
  const { page, type, told, price } = form()
  await type('售价', '1.5万')
  expect(told(), '还在打字').toEqual([])
  vi.advanceTimersByTime(PAUSE)
  await flushPromises()
  expect(told()).toEqual([t('form.bad_money')])
  await type('售价', '15000')
  expect(told()).toEqual([])
  expect(price.value?.amount).toBe(1_500_000)
  page.unmount()
})

it('停一下不会动正在打的字，离开才整理成样子', async () => {
  const { page, type, price } = form()
  const field = page.get<HTMLInputElement>('input[aria-label=售价]')
  await type('售价', '１，２００')
  vi.advanceTimersByTime(PAUSE)
  await flushPromises()
  expect(field.element.value).toBe('１，２００')
  expect(price.value?.amount).toBe(120_000)
  await field.trigger('blur')
  expect(field.element.value).toBe('1200.00')
  page.unmount()
})

it('还有看不懂的数就不保存：说明在哪里，光标回到第一处，原来的数不会冒充新的', async () => {
  const { page, type, told, save, price } = form()
  await type('折扣', '120')
  await type('售价', '一百二')
  expect(save()).toBe(false)
  await flushPromises()
  expect(told()).toEqual([t('form.bad_money'), t('form.at_most', { n: 100 })])
  expect(document.activeElement?.getAttribute('aria-label')).toBe('售价')
  expect(price.value?.amount, '没有被悄悄改掉').toBe(12_800)
  await type('折扣', '12')
  await type('售价', '120')
  expect(save()).toBe(true)
  page.unmount()
})
