// The frame on a real shop: every page of every post, by mouse and by keyboard, in both languages.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { goTo, logIn, openPage, pagesOf, settled, shutOut, startBrowser } from '../harness/browser.js'
import { Shop } from '../harness/shop.js'

let browser, shop
before(async () => {
  shop = await Shop.demo()
  await shop.serve()
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await shop?.close()
})

/** A page of its own, signed in as somebody who holds that post. */
async function as(post, options) {
  const opened = await openPage(browser, shop.address, options)
  await logIn(opened.page, shop.of(post))
  return opened
}

for (const colorScheme of ['light', 'dark']) {
  test(`every page of every post opens whole and shuts nobody out, ${colorScheme}`, async () => {
    const looked = new Set()
    const wrong = []
    const posts = [...new Map(shop.logins.map((one) => [one.post, one])).keys()]
    for (const post of posts) {
      const { page, faults, context } = await as(post, { colorScheme })
      const routes = [...await pagesOf(page), '#/account', '#/help']
      assert.ok(routes.length >= 4, `${post} has pages: ${routes}`)
      for (const route of routes) {
        // Who may enter is the same in the dark: there each page is looked at once.
        if (colorScheme === 'dark' && looked.has(route)) continue
        await goTo(page, route)
        const broken = await page.locator('#main [role="alert"]').allInnerTexts()
        if (broken.length) wrong.push(`${post} ${route}: ${broken}`)
        if (looked.has(route)) continue
        looked.add(route)
        for (const one of await shutOut(page)) wrong.push(`${post} ${route}: ${one.id} ${one.where}`)
      }
      wrong.push(...faults.map((fault) => `${post}: ${fault}`))
      await context.close()
    }
    assert.deepEqual(wrong, [])
  })
}

test('the left side shows what a post may enter and nothing else; an address alone opens nothing', async () => {
  const { page, context } = await as('designer')
  const mine = await pagesOf(page)
  for (const shut of ['#/rights', '#/settings']) {
    assert.ok(!mine.includes(shut), shut)
    await goTo(page, shut)
    await page.getByText('您的岗位不能查看这一页').waitFor()
  }
  await context.close()
  const admin = await as('admin')
  const theirs = await pagesOf(admin.page)
  assert.ok(theirs.includes('#/rights') && theirs.includes('#/settings'), String(theirs))
  await admin.context.close()
})

test('a list and a drawer are worked from the keyboard alone', async () => {
  const { page, faults, context } = await as('ops_supervisor')
  await goTo(page, '#/team')
  const grid = page.getByRole('grid')
  await grid.locator('[data-row="2"]').waitFor()
  await page.keyboard.press('/')
  assert.equal(await page.evaluate(() => document.activeElement?.closest('.s-filter-q') !== null), true)
  // Out of the search and on to the first cell, with Tab alone.
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.closest('[data-row]') !== null)) break
  }
  const row = () => page.evaluate(() => Number(document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? -1))
  assert.equal(await row(), 0)
  await page.keyboard.press('ArrowDown')
  assert.equal(await row(), 1)
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await drawer.waitFor()
  const first = page.url()
  await page.keyboard.press('j')
  await page.waitForFunction((was) => location.href !== was, first)
  await page.keyboard.press('k')
  await page.waitForFunction((was) => location.href === was, first)
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  assert.equal(await row(), 1, 'the keyboard is back on the row that was opened')
  assert.deepEqual(faults, [])
  await context.close()
})

test('two people save the same thing: the later one sees both and chooses', async () => {
  const [one, two] = [await as('ops_supervisor'), await as('admin')]
  const { id } = (await shop.call('staff.list', { filters: [{ field: 'login', op: 'eq', value: 'limei' }] }, 'linwan')).rows[0]
  for (const { page } of [one, two]) {
    await goTo(page, `#/team/${id}`)
    await page.getByRole('dialog').getByLabel('电话', { exact: true }).waitFor()
  }
  const phone = ({ page }) => page.getByRole('dialog').getByLabel('电话', { exact: true })
  const save = ({ page }) => page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
  await phone(two).fill('13900002222')
  await phone(one).fill('13800001111')
  await save(one)
  await one.page.getByText('已保存').first().waitFor()
  assert.equal(await phone(two).inputValue(), '13900002222', 'what was typed stays while others save')
  await save(two)
  const dialog = two.page.getByRole('dialog', { name: '这条记录已被别人修改' })
  await dialog.getByText('13800001111').first().waitFor()
  await dialog.getByText('13900002222').first().waitFor()
  assert.deepEqual(await shutOut(two.page), [])
  await dialog.getByText('13900002222').first().click()
  await dialog.getByRole('button', { name: '按所选保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await one.page.waitForFunction(() => [...document.querySelectorAll('.s-drawer input')].some((field) => field.value === '13900002222'))
  const now = await shop.call('staff.get', { id }, 'linwan')
  assert.equal(now.phone, '13900002222')
  for (const { context, faults } of [one, two]) {
    assert.deepEqual(faults, [])
    await context.close()
  }
})

test('in English the frame has no Chinese left', async () => {
  const left = []
  for (const post of ['ops_supervisor', 'admin']) {
    const { page, context } = await as(post)
    await page.evaluate(() => localStorage.setItem('shopdesk.language', 'en'))
    await page.reload()
    await page.getByRole('navigation').first().waitFor()
    for (const route of [...await pagesOf(page), '#/account', '#/help']) {
      await goTo(page, route)
      left.push(...(await chinese(page, shop.logins.map((one) => one.name))).map((text) => `${route}: ${text}`))
    }
    await context.close()
  }
  assert.deepEqual(left, [])
})

/** Chinese words of the frame itself: not what the shop's people wrote. */
function chinese(page, names) {
  return page.evaluate((people) => {
    const parts = '.s-top, .s-rail, .s-pages, .s-page-head, .s-tabs, .s-filters, .s-thead, .s-foot, .s-bulk, .s-empty'
    const found = new Set()
    for (const part of document.querySelectorAll(parts)) {
      const walk = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const element = node instanceof Element ? node : node.parentElement
        if (element.closest('[lang="zh-CN"]:not(html), .s-shop, .s-me, .s-face')) continue
        const texts = node instanceof Element
          ? ['aria-label', 'placeholder', 'title', 'data-tip'].map((name) => node.getAttribute(name))
          : [node.textContent]
        for (const text of texts) {
          const own = people.reduce((rest, name) => rest.replaceAll(name, ''), text ?? '')
          if (/\p{Script=Han}/u.test(own)) found.add(own.trim().slice(0, 60))
        }
      }
    }
    return [...found]
  }, names)
}

test('Ctrl+K finds pages by pinyin, people by name, and does what is chosen', async () => {
  const { page, faults, context } = await as('ops_supervisor')
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox')
  await box.fill('gwyrz')
  await page.getByRole('option', { name: '岗位与任职' }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/org/)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('limei')
  await page.getByRole('option', { name: /李玫/ }).first().click()
  await page.waitForURL(/#\/team\/\d+/)
  await page.getByRole('dialog').getByRole('heading', { name: '李玫' }).waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('a one-time password is shown once and only lets one choose another', async () => {
  const admin = await as('admin')
  await goTo(admin.page, '#/team?new=1')
  const form = admin.page.getByRole('dialog', { name: '新建员工' })
  await form.getByLabel('姓名').fill('钱多')
  await form.getByLabel('登录名').fill('qianduo')
  await form.getByText('美工', { exact: true }).click()
  await form.getByText('客服', { exact: true }).click()
  await form.getByRole('button', { name: '建档' }).click()
  const once = admin.page.getByRole('dialog', { name: '一次性密码' })
  const password = (await once.locator('.st-once').innerText()).trim()
  assert.match(password, /^\w{4}-\w{4}-\w{4}$/)
  await once.getByRole('button', { name: '已记下' }).click()
  await admin.context.close()

  const { page, faults, context } = await openPage(browser, shop.address)
  await page.goto('/')
  await page.getByLabel('账号', { exact: true }).fill('qianduo')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '请先设置自己的密码' }).waitFor()
  assert.deepEqual(await shutOut(page), [])
  await page.getByLabel('现在的密码').fill(password)
  await page.getByLabel('新密码', { exact: true }).fill('梧桐更兼细雨点点')
  await page.getByLabel('再输一遍新密码').fill('梧桐更兼细雨点点')
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByRole('button', { name: '登录', exact: true }).waitFor()
  await logIn(page, { login: 'qianduo', password: '梧桐更兼细雨点点' })
  await page.getByRole('button', { name: /钱多/ }).waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('a locked desk shows nothing, opens by the password, and can be left to somebody else', async () => {
  const { page, context } = await as('customer_service')
  const password = shop.of('customer_service').password
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('锁定屏幕')
  await page.keyboard.press('Enter')
  const lock = page.getByRole('dialog', { name: '屏幕已锁定' })
  await lock.waitFor()
  assert.deepEqual(await shutOut(page), [])
  await page.reload()
  await lock.waitFor()
  await lock.getByLabel('密码').fill('not-this-one')
  await lock.getByRole('button', { name: '解锁' }).click()
  await lock.getByRole('alert').waitFor()
  await lock.getByLabel('密码').fill(password)
  await lock.getByRole('button', { name: '解锁' }).click()
  await lock.waitFor({ state: 'detached' })
  await page.getByRole('banner').getByRole('button', { name: '客服' }).click()
  await page.getByRole('menuitem', { name: '锁定屏幕' }).click()
  await lock.getByRole('button', { name: '换一个人登录' }).click()
  await logIn(page, shop.of('designer'))
  await settled(page)
  await context.close()
})
