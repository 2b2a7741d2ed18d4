import { defineRoom } from '@/api'

const right = 'campaigns'

export default defineRoom({
  name: 'campaigns',
  routes: [
    {
      path: '/campaigns/calendar',
      component: () => import('./pages/CampaignCalendar.vue'),
      meta: { title: 'campaigns.calendar.title', right },
    },
    {
      path: '/campaigns/templates',
      component: () => import('./pages/TemplatePage.vue'),
      meta: { title: 'campaigns.template.title', right },
    },
    { path: '/campaigns/:id(\\d+)?', component: () => import('./pages/CampaignList.vue'), meta: { title: 'campaigns.title', right } },
  ],
  nav: [
    { group: 'promotion', title: 'campaigns.title', to: '/campaigns', right, order: 10 },
    { group: 'promotion', title: 'campaigns.calendar.title', to: '/campaigns/calendar', right, order: 20 },
    { group: 'promotion', title: 'campaigns.template.title', to: '/campaigns/templates', right, level: 'write', order: 30 },
  ],
  commands: [
    { id: 'campaigns.new', title: 'campaigns.new', right, level: 'write', to: '/campaigns?new=1' },
    { id: 'campaigns.calendar', title: 'campaigns.calendar.open', right, to: '/campaigns/calendar' },
    { id: 'campaigns.review', title: 'campaigns.to_review', right, level: 'approve', to: '/campaigns?tab=review' },
  ],
})
