import { h, render, type AppContext } from 'vue'
import type { Output } from '@/api'
import { queries } from '@/api/read'
import { today } from '@/parts/format'
import AppFrame from './AppFrame.vue'
import TodayPage from './pages/TodayPage.vue'

const row = () => ({ title: '店务台', subtitle: '今日', thumb: null, due: today(), route: '/' })
const desk = (): Output<'desk.today'> => ({ cards: [{ key: '', title: '今日', tone: 'info', count: 2, rows: [row(), row()], route: '/' }] })

/**
 * Plays the desk once, unseen and with nobody at it, while the password is typed. What a page does for the first time
 * takes it about four times as long as the second, so the press on 登录 finds everything practised. No question is asked
 * of the shop.
 */
export function rehearse(app: AppContext): void {
  queries.setQueryData(['desk.today', {}], desk())
  const stage = document.createElement('div')
  stage.className = 's-unseen'
  stage.inert = true
  document.body.append(stage)
  const play = h(AppFrame, null, () => h(TodayPage))
  play.appContext = app
  try {
    render(play, stage)
    // Written out and measured, with the type the desk uses.
    stage.getBoundingClientRect()
    render(null, stage)
  } finally {
    stage.remove()
    queries.clear()
  }
}
