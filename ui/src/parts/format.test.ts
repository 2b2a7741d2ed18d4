import { beforeEach, expect, it } from 'vitest'
import { addDays, dayOf, dayText, dueText, moneyPlain, moneyText, parseMoney, percentText, setClock, timeFull, timeText } from './format'
import { quickRanges, splitPasted, startOfDay } from './list/conditions'

const noon = Date.UTC(2026, 10, 23, 4, 0) // 2026-11-23 12:00 in Shanghai
beforeEach(() => {
  setClock({ zone: 'Asia/Shanghai', currency: 'CNY', now: () => noon })
})
const cny = (amount: number) => ({ amount, currency: 'CNY' })

it('money is exact to the fen', () => {
  expect([cny(123456789), cny(-5), cny(0)].map((one) => moneyText(one))).toEqual(['¥1,234,567.89', '−¥0.05', '¥0.00'])
})
it('yen has no fen', () => {
  expect(moneyText({ amount: 1200, currency: 'JPY' })).toMatch(/1,200$/)
})
it('no money is a dash, hidden money keeps its sign', () => {
  expect([moneyText(null), moneyText('***')]).toEqual(['—', '¥***'])
})
it('copied money is a plain number', () => {
  expect([moneyPlain(cny(-123450)), moneyPlain(null)]).toEqual(['-1234.50', ''])
})
it('harmless ways of writing money are understood', () => {
  expect(['１２', '1,200.5', '¥12.34', ' 7 '].map((text) => parseMoney(text, 'CNY')?.amount)).toEqual([1200, 120050, 1234, 700])
})
it('what is no amount is refused, not guessed', () => {
  expect(['1.234', '1e3', '1.5万', 'abc', '1.2.3', '--1'].map((text) => parseMoney(text, 'CNY'))).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})
it('a share of nothing is a dash', () => {
  expect([percentText(0.1234), percentText(null), percentText(Number.NaN), percentText(Infinity)]).toEqual(['12.3%', '—', '—', '—'])
})

it('times are told in the shop’s zone, wherever the PC is', () => {
  expect([
    timeText(noon),
    timeText(noon - 86_400_000),
    timeText(Date.UTC(2026, 8, 18, 2, 32)),
    timeText(Date.UTC(2025, 0, 2, 3, 4)),
  ]).toEqual(['今天 12:00', '昨天 12:00', '09-18 10:32', '2025-01-02 11:04'])
})
it('midnight belongs to the new day', () => {
  expect([dayOf(Date.UTC(2026, 10, 22, 16, 0)), timeText(Date.UTC(2026, 10, 22, 16, 0))]).toEqual(['2026-11-23', '今天 00:00'])
})
it('the whole instant has its seconds and zone', () => {
  expect(timeFull(noon + 5_000)).toBe('2026-11-23 12:00:05（Asia/Shanghai）')
})
it('days know their month ends', () => {
  expect([addDays('2026-02-28', 1), addDays('2028-02-28', 1), addDays('2026-01-01', -1), dayText('2026-11-24')]).toEqual([
    '2026-03-01',
    '2028-02-29',
    '2025-12-31',
    '明天',
  ])
})
it('what is late says by how much', () => {
  expect([dueText(noon + 3 * 3_600_000)?.text, dueText(noon - 30 * 60_000)?.tone, dueText(noon - 3 * 86_400_000)?.text]).toEqual([
    '还剩 3 小时',
    'danger',
    '超时 3 天',
  ])
})

it('a day begins at its own midnight in any zone', () => {
  expect(startOfDay('2026-11-23')).toBe(Date.UTC(2026, 10, 22, 16))
  setClock({ zone: 'America/Los_Angeles' })
  expect(startOfDay('2026-11-23')).toBe(Date.UTC(2026, 10, 23, 8))
  setClock({ zone: 'Asia/Kolkata' })
  expect(startOfDay('2026-11-23')).toBe(Date.UTC(2026, 10, 22, 18, 30))
})
it('last month is whole', () => {
  expect(quickRanges().find((range) => range.key === 'last_month')).toEqual({ key: 'last_month', from: '2026-10-01', to: '2026-10-31' })
})
it('a column pasted from Excel is a list of numbers', () => {
  expect(splitPasted('A1\r\nA2\tA3，A2；Ａ４\n\n')).toEqual(['A1', 'A2', 'A3', 'A4'])
})
it('at most 500 numbers are taken', () => {
  expect(splitPasted(Array.from({ length: 900 }, (_, at) => `N${at}`).join('\n'))).toHaveLength(500)
})
