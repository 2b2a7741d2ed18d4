// Made by `npm run generate` from the OpenAPI document of `shopdesk api`. Not to be edited by hand.
import type { paths } from './schema'

/** Every operation of the shop with what goes in and what comes out. */
export interface Ops {
  'audit.of': { input: NonNullable<paths['/api/audit.of']['post']['requestBody']>['content']['application/json']; output: paths['/api/audit.of']['post']['responses'][200]['content']['application/json'] }
  'batches.undo': { input: NonNullable<paths['/api/batches.undo']['post']['requestBody']>['content']['application/json']; output: paths['/api/batches.undo']['post']['responses'][200]['content']['application/json'] }
  'desk.find': { input: NonNullable<paths['/api/desk.find']['post']['requestBody']>['content']['application/json']; output: paths['/api/desk.find']['post']['responses'][200]['content']['application/json'] }
  'desk.today': { input: NonNullable<paths['/api/desk.today']['post']['requestBody']>['content']['application/json']; output: paths['/api/desk.today']['post']['responses'][200]['content']['application/json'] }
  'jobs.cancel': { input: NonNullable<paths['/api/jobs.cancel']['post']['requestBody']>['content']['application/json']; output: paths['/api/jobs.cancel']['post']['responses'][200]['content']['application/json'] }
  'jobs.list': { input: NonNullable<paths['/api/jobs.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/jobs.list']['post']['responses'][200]['content']['application/json'] }
  'lifecycles.all': { input: NonNullable<paths['/api/lifecycles.all']['post']['requestBody']>['content']['application/json']; output: paths['/api/lifecycles.all']['post']['responses'][200]['content']['application/json'] }
  'lists.export': { input: NonNullable<paths['/api/lists.export']['post']['requestBody']>['content']['application/json']; output: paths['/api/lists.export']['post']['responses'][200]['content']['application/json'] }
  'session.me': { input: NonNullable<paths['/api/session.me']['post']['requestBody']>['content']['application/json']; output: paths['/api/session.me']['post']['responses'][200]['content']['application/json'] }
  'views.list': { input: NonNullable<paths['/api/views.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/views.list']['post']['responses'][200]['content']['application/json'] }
  'views.remove': { input: NonNullable<paths['/api/views.remove']['post']['requestBody']>['content']['application/json']; output: paths['/api/views.remove']['post']['responses'][200]['content']['application/json'] }
  'views.save': { input: NonNullable<paths['/api/views.save']['post']['requestBody']>['content']['application/json']; output: paths['/api/views.save']['post']['responses'][200]['content']['application/json'] }
}

export interface OpFacts { kind: 'query' | 'command'; provides: readonly string[]; touches: readonly string[]; permission: unknown }

/** What each operation shows, changes and needs. */
export const OPS: Readonly<Record<string, OpFacts>> = {
  'audit.of': {"kind":"query","provides":["audit"],"touches":[],"permission":null},
  'batches.undo': {"kind":"command","provides":[],"touches":["batch"],"permission":null},
  'desk.find': {"kind":"query","provides":[],"touches":[],"permission":null},
  'desk.today': {"kind":"query","provides":["task"],"touches":[],"permission":null},
  'jobs.cancel': {"kind":"command","provides":[],"touches":["job"],"permission":null},
  'jobs.list': {"kind":"query","provides":["job"],"touches":[],"permission":null},
  'lifecycles.all': {"kind":"query","provides":["lifecycle"],"touches":[],"permission":null},
  'lists.export': {"kind":"command","provides":[],"touches":["job"],"permission":null},
  'session.me': {"kind":"query","provides":["session"],"touches":[],"permission":null},
  'views.list': {"kind":"query","provides":["view"],"touches":[],"permission":null},
  'views.remove': {"kind":"command","provides":[],"touches":["view"],"permission":null},
  'views.save': {"kind":"command","provides":[],"touches":["view"],"permission":null},
}
