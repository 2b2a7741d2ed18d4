// Made by `npm run generate` from the OpenAPI document of `shopdesk api`. Not to be edited by hand.
import type { paths } from './schema'

/** Every operation of the shop with what goes in and what comes out. */
export interface Ops {
  'assets.act': { input: NonNullable<paths['/api/assets.act']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.act']['post']['responses'][200]['content']['application/json'] }
  'assets.add_version': { input: NonNullable<paths['/api/assets.add_version']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.add_version']['post']['responses'][200]['content']['application/json'] }
  'assets.add_versions': { input: NonNullable<paths['/api/assets.add_versions']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.add_versions']['post']['responses'][200]['content']['application/json'] }
  'assets.board': { input: NonNullable<paths['/api/assets.board']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.board']['post']['responses'][200]['content']['application/json'] }
  'assets.bulk_assign': { input: NonNullable<paths['/api/assets.bulk_assign']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.bulk_assign']['post']['responses'][200]['content']['application/json'] }
  'assets.capacity': { input: NonNullable<paths['/api/assets.capacity']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.capacity']['post']['responses'][200]['content']['application/json'] }
  'assets.check_file': { input: NonNullable<paths['/api/assets.check_file']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.check_file']['post']['responses'][200]['content']['application/json'] }
  'assets.compare': { input: NonNullable<paths['/api/assets.compare']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.compare']['post']['responses'][200]['content']['application/json'] }
  'assets.counts': { input: NonNullable<paths['/api/assets.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.counts']['post']['responses'][200]['content']['application/json'] }
  'assets.create': { input: NonNullable<paths['/api/assets.create']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.create']['post']['responses'][200]['content']['application/json'] }
  'assets.get': { input: NonNullable<paths['/api/assets.get']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.get']['post']['responses'][200]['content']['application/json'] }
  'assets.list': { input: NonNullable<paths['/api/assets.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.list']['post']['responses'][200]['content']['application/json'] }
  'assets.match_files': { input: NonNullable<paths['/api/assets.match_files']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.match_files']['post']['responses'][200]['content']['application/json'] }
  'assets.put_on_listings': { input: NonNullable<paths['/api/assets.put_on_listings']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.put_on_listings']['post']['responses'][200]['content']['application/json'] }
  'assets.schedule': { input: NonNullable<paths['/api/assets.schedule']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.schedule']['post']['responses'][200]['content']['application/json'] }
  'assets.slots': { input: NonNullable<paths['/api/assets.slots']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.slots']['post']['responses'][200]['content']['application/json'] }
  'assets.update': { input: NonNullable<paths['/api/assets.update']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.update']['post']['responses'][200]['content']['application/json'] }
  'assets.waive': { input: NonNullable<paths['/api/assets.waive']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.waive']['post']['responses'][200]['content']['application/json'] }
  'assets.where_used': { input: NonNullable<paths['/api/assets.where_used']['post']['requestBody']>['content']['application/json']; output: paths['/api/assets.where_used']['post']['responses'][200]['content']['application/json'] }
  'audit.counts': { input: NonNullable<paths['/api/audit.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/audit.counts']['post']['responses'][200]['content']['application/json'] }
  'audit.facets': { input: NonNullable<paths['/api/audit.facets']['post']['requestBody']>['content']['application/json']; output: paths['/api/audit.facets']['post']['responses'][200]['content']['application/json'] }
  'audit.get': { input: NonNullable<paths['/api/audit.get']['post']['requestBody']>['content']['application/json']; output: paths['/api/audit.get']['post']['responses'][200]['content']['application/json'] }
  'audit.list': { input: NonNullable<paths['/api/audit.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/audit.list']['post']['responses'][200]['content']['application/json'] }
  'audit.of': { input: NonNullable<paths['/api/audit.of']['post']['requestBody']>['content']['application/json']; output: paths['/api/audit.of']['post']['responses'][200]['content']['application/json'] }
  'audit.verify': { input: NonNullable<paths['/api/audit.verify']['post']['requestBody']>['content']['application/json']; output: paths['/api/audit.verify']['post']['responses'][200]['content']['application/json'] }
  'batches.undo': { input: NonNullable<paths['/api/batches.undo']['post']['requestBody']>['content']['application/json']; output: paths['/api/batches.undo']['post']['responses'][200]['content']['application/json'] }
  'campaigns.act': { input: NonNullable<paths['/api/campaigns.act']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.act']['post']['responses'][200]['content']['application/json'] }
  'campaigns.calendar': { input: NonNullable<paths['/api/campaigns.calendar']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.calendar']['post']['responses'][200]['content']['application/json'] }
  'campaigns.counts': { input: NonNullable<paths['/api/campaigns.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.counts']['post']['responses'][200]['content']['application/json'] }
  'campaigns.create': { input: NonNullable<paths['/api/campaigns.create']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.create']['post']['responses'][200]['content']['application/json'] }
  'campaigns.file_pack': { input: NonNullable<paths['/api/campaigns.file_pack']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.file_pack']['post']['responses'][200]['content']['application/json'] }
  'campaigns.finish_improvement': { input: NonNullable<paths['/api/campaigns.finish_improvement']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.finish_improvement']['post']['responses'][200]['content']['application/json'] }
  'campaigns.finish_milestone': { input: NonNullable<paths['/api/campaigns.finish_milestone']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.finish_milestone']['post']['responses'][200]['content']['application/json'] }
  'campaigns.get': { input: NonNullable<paths['/api/campaigns.get']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.get']['post']['responses'][200]['content']['application/json'] }
  'campaigns.list': { input: NonNullable<paths['/api/campaigns.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.list']['post']['responses'][200]['content']['application/json'] }
  'campaigns.move_milestone': { input: NonNullable<paths['/api/campaigns.move_milestone']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.move_milestone']['post']['responses'][200]['content']['application/json'] }
  'campaigns.note_milestone': { input: NonNullable<paths['/api/campaigns.note_milestone']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.note_milestone']['post']['responses'][200]['content']['application/json'] }
  'campaigns.save_template': { input: NonNullable<paths['/api/campaigns.save_template']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.save_template']['post']['responses'][200]['content']['application/json'] }
  'campaigns.set_milestones': { input: NonNullable<paths['/api/campaigns.set_milestones']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.set_milestones']['post']['responses'][200]['content']['application/json'] }
  'campaigns.set_products': { input: NonNullable<paths['/api/campaigns.set_products']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.set_products']['post']['responses'][200]['content']['application/json'] }
  'campaigns.templates': { input: NonNullable<paths['/api/campaigns.templates']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.templates']['post']['responses'][200]['content']['application/json'] }
  'campaigns.tick': { input: NonNullable<paths['/api/campaigns.tick']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.tick']['post']['responses'][200]['content']['application/json'] }
  'campaigns.update': { input: NonNullable<paths['/api/campaigns.update']['post']['requestBody']>['content']['application/json']; output: paths['/api/campaigns.update']['post']['responses'][200]['content']['application/json'] }
  'categories.list': { input: NonNullable<paths['/api/categories.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/categories.list']['post']['responses'][200]['content']['application/json'] }
  'categories.save': { input: NonNullable<paths['/api/categories.save']['post']['requestBody']>['content']['application/json']; output: paths['/api/categories.save']['post']['responses'][200]['content']['application/json'] }
  'channels.categories': { input: NonNullable<paths['/api/channels.categories']['post']['requestBody']>['content']['application/json']; output: paths['/api/channels.categories']['post']['responses'][200]['content']['application/json'] }
  'channels.get': { input: NonNullable<paths['/api/channels.get']['post']['requestBody']>['content']['application/json']; output: paths['/api/channels.get']['post']['responses'][200]['content']['application/json'] }
  'channels.list': { input: NonNullable<paths['/api/channels.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/channels.list']['post']['responses'][200]['content']['application/json'] }
  'channels.put_categories': { input: NonNullable<paths['/api/channels.put_categories']['post']['requestBody']>['content']['application/json']; output: paths['/api/channels.put_categories']['post']['responses'][200]['content']['application/json'] }
  'channels.update': { input: NonNullable<paths['/api/channels.update']['post']['requestBody']>['content']['application/json']; output: paths['/api/channels.update']['post']['responses'][200]['content']['application/json'] }
  'copy.act': { input: NonNullable<paths['/api/copy.act']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.act']['post']['responses'][200]['content']['application/json'] }
  'copy.add_version': { input: NonNullable<paths['/api/copy.add_version']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.add_version']['post']['responses'][200]['content']['application/json'] }
  'copy.check': { input: NonNullable<paths['/api/copy.check']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.check']['post']['responses'][200]['content']['application/json'] }
  'copy.counts': { input: NonNullable<paths['/api/copy.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.counts']['post']['responses'][200]['content']['application/json'] }
  'copy.coverage': { input: NonNullable<paths['/api/copy.coverage']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.coverage']['post']['responses'][200]['content']['application/json'] }
  'copy.create': { input: NonNullable<paths['/api/copy.create']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.create']['post']['responses'][200]['content']['application/json'] }
  'copy.diff': { input: NonNullable<paths['/api/copy.diff']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.diff']['post']['responses'][200]['content']['application/json'] }
  'copy.from_file': { input: NonNullable<paths['/api/copy.from_file']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.from_file']['post']['responses'][200]['content']['application/json'] }
  'copy.get': { input: NonNullable<paths['/api/copy.get']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.get']['post']['responses'][200]['content']['application/json'] }
  'copy.list': { input: NonNullable<paths['/api/copy.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.list']['post']['responses'][200]['content']['application/json'] }
  'copy.publish_to_listing': { input: NonNullable<paths['/api/copy.publish_to_listing']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.publish_to_listing']['post']['responses'][200]['content']['application/json'] }
  'copy.rules': { input: NonNullable<paths['/api/copy.rules']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.rules']['post']['responses'][200]['content']['application/json'] }
  'copy.set_limit': { input: NonNullable<paths['/api/copy.set_limit']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.set_limit']['post']['responses'][200]['content']['application/json'] }
  'copy.update': { input: NonNullable<paths['/api/copy.update']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.update']['post']['responses'][200]['content']['application/json'] }
  'copy.waive': { input: NonNullable<paths['/api/copy.waive']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.waive']['post']['responses'][200]['content']['application/json'] }
  'copy.writers': { input: NonNullable<paths['/api/copy.writers']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy.writers']['post']['responses'][200]['content']['application/json'] }
  'copy_words.counts': { input: NonNullable<paths['/api/copy_words.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy_words.counts']['post']['responses'][200]['content']['application/json'] }
  'copy_words.list': { input: NonNullable<paths['/api/copy_words.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy_words.list']['post']['responses'][200]['content']['application/json'] }
  'copy_words.save': { input: NonNullable<paths['/api/copy_words.save']['post']['requestBody']>['content']['application/json']; output: paths['/api/copy_words.save']['post']['responses'][200]['content']['application/json'] }
  'desk.find': { input: NonNullable<paths['/api/desk.find']['post']['requestBody']>['content']['application/json']; output: paths['/api/desk.find']['post']['responses'][200]['content']['application/json'] }
  'desk.today': { input: NonNullable<paths['/api/desk.today']['post']['requestBody']>['content']['application/json']; output: paths['/api/desk.today']['post']['responses'][200]['content']['application/json'] }
  'duties.list': { input: NonNullable<paths['/api/duties.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/duties.list']['post']['responses'][200]['content']['application/json'] }
  'grants.add': { input: NonNullable<paths['/api/grants.add']['post']['requestBody']>['content']['application/json']; output: paths['/api/grants.add']['post']['responses'][200]['content']['application/json'] }
  'grants.end': { input: NonNullable<paths['/api/grants.end']['post']['requestBody']>['content']['application/json']; output: paths['/api/grants.end']['post']['responses'][200]['content']['application/json'] }
  'grants.list': { input: NonNullable<paths['/api/grants.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/grants.list']['post']['responses'][200]['content']['application/json'] }
  'help.posts': { input: NonNullable<paths['/api/help.posts']['post']['requestBody']>['content']['application/json']; output: paths['/api/help.posts']['post']['responses'][200]['content']['application/json'] }
  'imports.bad_rows': { input: NonNullable<paths['/api/imports.bad_rows']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.bad_rows']['post']['responses'][200]['content']['application/json'] }
  'imports.choose': { input: NonNullable<paths['/api/imports.choose']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.choose']['post']['responses'][200]['content']['application/json'] }
  'imports.commit': { input: NonNullable<paths['/api/imports.commit']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.commit']['post']['responses'][200]['content']['application/json'] }
  'imports.counts': { input: NonNullable<paths['/api/imports.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.counts']['post']['responses'][200]['content']['application/json'] }
  'imports.discard': { input: NonNullable<paths['/api/imports.discard']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.discard']['post']['responses'][200]['content']['application/json'] }
  'imports.fix': { input: NonNullable<paths['/api/imports.fix']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.fix']['post']['responses'][200]['content']['application/json'] }
  'imports.get': { input: NonNullable<paths['/api/imports.get']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.get']['post']['responses'][200]['content']['application/json'] }
  'imports.list': { input: NonNullable<paths['/api/imports.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.list']['post']['responses'][200]['content']['application/json'] }
  'imports.map': { input: NonNullable<paths['/api/imports.map']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.map']['post']['responses'][200]['content']['application/json'] }
  'imports.preview': { input: NonNullable<paths['/api/imports.preview']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.preview']['post']['responses'][200]['content']['application/json'] }
  'imports.rows': { input: NonNullable<paths['/api/imports.rows']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.rows']['post']['responses'][200]['content']['application/json'] }
  'imports.undo': { input: NonNullable<paths['/api/imports.undo']['post']['requestBody']>['content']['application/json']; output: paths['/api/imports.undo']['post']['responses'][200]['content']['application/json'] }
  'jobs.cancel': { input: NonNullable<paths['/api/jobs.cancel']['post']['requestBody']>['content']['application/json']; output: paths['/api/jobs.cancel']['post']['responses'][200]['content']['application/json'] }
  'jobs.list': { input: NonNullable<paths['/api/jobs.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/jobs.list']['post']['responses'][200]['content']['application/json'] }
  'lifecycles.all': { input: NonNullable<paths['/api/lifecycles.all']['post']['requestBody']>['content']['application/json']; output: paths['/api/lifecycles.all']['post']['responses'][200]['content']['application/json'] }
  'limits.add': { input: NonNullable<paths['/api/limits.add']['post']['requestBody']>['content']['application/json']; output: paths['/api/limits.add']['post']['responses'][200]['content']['application/json'] }
  'limits.list': { input: NonNullable<paths['/api/limits.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/limits.list']['post']['responses'][200]['content']['application/json'] }
  'limits.remove': { input: NonNullable<paths['/api/limits.remove']['post']['requestBody']>['content']['application/json']; output: paths['/api/limits.remove']['post']['responses'][200]['content']['application/json'] }
  'limits.set': { input: NonNullable<paths['/api/limits.set']['post']['requestBody']>['content']['application/json']; output: paths['/api/limits.set']['post']['responses'][200]['content']['application/json'] }
  'listings.act': { input: NonNullable<paths['/api/listings.act']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.act']['post']['responses'][200]['content']['application/json'] }
  'listings.act_many': { input: NonNullable<paths['/api/listings.act_many']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.act_many']['post']['responses'][200]['content']['application/json'] }
  'listings.add_skus': { input: NonNullable<paths['/api/listings.add_skus']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.add_skus']['post']['responses'][200]['content']['application/json'] }
  'listings.bulk_edit': { input: NonNullable<paths['/api/listings.bulk_edit']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.bulk_edit']['post']['responses'][200]['content']['application/json'] }
  'listings.counts': { input: NonNullable<paths['/api/listings.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.counts']['post']['responses'][200]['content']['application/json'] }
  'listings.create': { input: NonNullable<paths['/api/listings.create']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.create']['post']['responses'][200]['content']['application/json'] }
  'listings.get': { input: NonNullable<paths['/api/listings.get']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.get']['post']['responses'][200]['content']['application/json'] }
  'listings.grid': { input: NonNullable<paths['/api/listings.grid']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.grid']['post']['responses'][200]['content']['application/json'] }
  'listings.list': { input: NonNullable<paths['/api/listings.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.list']['post']['responses'][200]['content']['application/json'] }
  'listings.of_item': { input: NonNullable<paths['/api/listings.of_item']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.of_item']['post']['responses'][200]['content']['application/json'] }
  'listings.set_outer_ids': { input: NonNullable<paths['/api/listings.set_outer_ids']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.set_outer_ids']['post']['responses'][200]['content']['application/json'] }
  'listings.set_pictures': { input: NonNullable<paths['/api/listings.set_pictures']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.set_pictures']['post']['responses'][200]['content']['application/json'] }
  'listings.set_price': { input: NonNullable<paths['/api/listings.set_price']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.set_price']['post']['responses'][200]['content']['application/json'] }
  'listings.set_stock': { input: NonNullable<paths['/api/listings.set_stock']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.set_stock']['post']['responses'][200]['content']['application/json'] }
  'listings.update': { input: NonNullable<paths['/api/listings.update']['post']['requestBody']>['content']['application/json']; output: paths['/api/listings.update']['post']['responses'][200]['content']['application/json'] }
  'lists.columns': { input: NonNullable<paths['/api/lists.columns']['post']['requestBody']>['content']['application/json']; output: paths['/api/lists.columns']['post']['responses'][200]['content']['application/json'] }
  'lists.export': { input: NonNullable<paths['/api/lists.export']['post']['requestBody']>['content']['application/json']; output: paths['/api/lists.export']['post']['responses'][200]['content']['application/json'] }
  'lists.ids': { input: NonNullable<paths['/api/lists.ids']['post']['requestBody']>['content']['application/json']; output: paths['/api/lists.ids']['post']['responses'][200]['content']['application/json'] }
  'pins.add': { input: NonNullable<paths['/api/pins.add']['post']['requestBody']>['content']['application/json']; output: paths['/api/pins.add']['post']['responses'][200]['content']['application/json'] }
  'pins.reply': { input: NonNullable<paths['/api/pins.reply']['post']['requestBody']>['content']['application/json']; output: paths['/api/pins.reply']['post']['responses'][200]['content']['application/json'] }
  'pins.resolve': { input: NonNullable<paths['/api/pins.resolve']['post']['requestBody']>['content']['application/json']; output: paths['/api/pins.resolve']['post']['responses'][200]['content']['application/json'] }
  'pins.update': { input: NonNullable<paths['/api/pins.update']['post']['requestBody']>['content']['application/json']; output: paths['/api/pins.update']['post']['responses'][200]['content']['application/json'] }
  'posts.list': { input: NonNullable<paths['/api/posts.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/posts.list']['post']['responses'][200]['content']['application/json'] }
  'prices.act': { input: NonNullable<paths['/api/prices.act']['post']['requestBody']>['content']['application/json']; output: paths['/api/prices.act']['post']['responses'][200]['content']['application/json'] }
  'prices.advance': { input: NonNullable<paths['/api/prices.advance']['post']['requestBody']>['content']['application/json']; output: paths['/api/prices.advance']['post']['responses'][200]['content']['application/json'] }
  'prices.calendar': { input: NonNullable<paths['/api/prices.calendar']['post']['requestBody']>['content']['application/json']; output: paths['/api/prices.calendar']['post']['responses'][200]['content']['application/json'] }
  'prices.check': { input: NonNullable<paths['/api/prices.check']['post']['requestBody']>['content']['application/json']; output: paths['/api/prices.check']['post']['responses'][200]['content']['application/json'] }
  'prices.counts': { input: NonNullable<paths['/api/prices.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/prices.counts']['post']['responses'][200]['content']['application/json'] }
  'prices.get': { input: NonNullable<paths['/api/prices.get']['post']['requestBody']>['content']['application/json']; output: paths['/api/prices.get']['post']['responses'][200]['content']['application/json'] }
  'prices.list': { input: NonNullable<paths['/api/prices.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/prices.list']['post']['responses'][200]['content']['application/json'] }
  'prices.propose': { input: NonNullable<paths['/api/prices.propose']['post']['requestBody']>['content']['application/json']; output: paths['/api/prices.propose']['post']['responses'][200]['content']['application/json'] }
  'prices.update': { input: NonNullable<paths['/api/prices.update']['post']['requestBody']>['content']['application/json']; output: paths['/api/prices.update']['post']['responses'][200]['content']['application/json'] }
  'products.act': { input: NonNullable<paths['/api/products.act']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.act']['post']['responses'][200]['content']['application/json'] }
  'products.act_many': { input: NonNullable<paths['/api/products.act_many']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.act_many']['post']['responses'][200]['content']['application/json'] }
  'products.bulk_update': { input: NonNullable<paths['/api/products.bulk_update']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.bulk_update']['post']['responses'][200]['content']['application/json'] }
  'products.card': { input: NonNullable<paths['/api/products.card']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.card']['post']['responses'][200]['content']['application/json'] }
  'products.counts': { input: NonNullable<paths['/api/products.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.counts']['post']['responses'][200]['content']['application/json'] }
  'products.create': { input: NonNullable<paths['/api/products.create']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.create']['post']['responses'][200]['content']['application/json'] }
  'products.get': { input: NonNullable<paths['/api/products.get']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.get']['post']['responses'][200]['content']['application/json'] }
  'products.list': { input: NonNullable<paths['/api/products.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.list']['post']['responses'][200]['content']['application/json'] }
  'products.make_skus': { input: NonNullable<paths['/api/products.make_skus']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.make_skus']['post']['responses'][200]['content']['application/json'] }
  'products.set_accessories': { input: NonNullable<paths['/api/products.set_accessories']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.set_accessories']['post']['responses'][200]['content']['application/json'] }
  'products.set_pictures': { input: NonNullable<paths['/api/products.set_pictures']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.set_pictures']['post']['responses'][200]['content']['application/json'] }
  'products.set_size_chart': { input: NonNullable<paths['/api/products.set_size_chart']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.set_size_chart']['post']['responses'][200]['content']['application/json'] }
  'products.set_styles': { input: NonNullable<paths['/api/products.set_styles']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.set_styles']['post']['responses'][200]['content']['application/json'] }
  'products.size_advice': { input: NonNullable<paths['/api/products.size_advice']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.size_advice']['post']['responses'][200]['content']['application/json'] }
  'products.update': { input: NonNullable<paths['/api/products.update']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.update']['post']['responses'][200]['content']['application/json'] }
  'products.update_sku': { input: NonNullable<paths['/api/products.update_sku']['post']['requestBody']>['content']['application/json']; output: paths['/api/products.update_sku']['post']['responses'][200]['content']['application/json'] }
  'profiles.list': { input: NonNullable<paths['/api/profiles.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/profiles.list']['post']['responses'][200]['content']['application/json'] }
  'profiles.remove': { input: NonNullable<paths['/api/profiles.remove']['post']['requestBody']>['content']['application/json']; output: paths['/api/profiles.remove']['post']['responses'][200]['content']['application/json'] }
  'profiles.save': { input: NonNullable<paths['/api/profiles.save']['post']['requestBody']>['content']['application/json']; output: paths['/api/profiles.save']['post']['responses'][200]['content']['application/json'] }
  'reports.catalogue': { input: NonNullable<paths['/api/reports.catalogue']['post']['requestBody']>['content']['application/json']; output: paths['/api/reports.catalogue']['post']['responses'][200]['content']['application/json'] }
  'reports.counts': { input: NonNullable<paths['/api/reports.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/reports.counts']['post']['responses'][200]['content']['application/json'] }
  'reports.list': { input: NonNullable<paths['/api/reports.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/reports.list']['post']['responses'][200]['content']['application/json'] }
  'reports.make': { input: NonNullable<paths['/api/reports.make']['post']['requestBody']>['content']['application/json']; output: paths['/api/reports.make']['post']['responses'][200]['content']['application/json'] }
  'reports.preview': { input: NonNullable<paths['/api/reports.preview']['post']['requestBody']>['content']['application/json']; output: paths['/api/reports.preview']['post']['responses'][200]['content']['application/json'] }
  'rights.matrix': { input: NonNullable<paths['/api/rights.matrix']['post']['requestBody']>['content']['application/json']; output: paths['/api/rights.matrix']['post']['responses'][200]['content']['application/json'] }
  'rights.reset': { input: NonNullable<paths['/api/rights.reset']['post']['requestBody']>['content']['application/json']; output: paths['/api/rights.reset']['post']['responses'][200]['content']['application/json'] }
  'rights.set_cell': { input: NonNullable<paths['/api/rights.set_cell']['post']['requestBody']>['content']['application/json']; output: paths['/api/rights.set_cell']['post']['responses'][200]['content']['application/json'] }
  'session.change_password': { input: NonNullable<paths['/api/session.change_password']['post']['requestBody']>['content']['application/json']; output: paths['/api/session.change_password']['post']['responses'][200]['content']['application/json'] }
  'session.login': { input: NonNullable<paths['/api/session.login']['post']['requestBody']>['content']['application/json']; output: paths['/api/session.login']['post']['responses'][200]['content']['application/json'] }
  'session.logout': { input: NonNullable<paths['/api/session.logout']['post']['requestBody']>['content']['application/json']; output: paths['/api/session.logout']['post']['responses'][200]['content']['application/json'] }
  'session.me': { input: NonNullable<paths['/api/session.me']['post']['requestBody']>['content']['application/json']; output: paths['/api/session.me']['post']['responses'][200]['content']['application/json'] }
  'session.unlock': { input: NonNullable<paths['/api/session.unlock']['post']['requestBody']>['content']['application/json']; output: paths['/api/session.unlock']['post']['responses'][200]['content']['application/json'] }
  'sessions.end': { input: NonNullable<paths['/api/sessions.end']['post']['requestBody']>['content']['application/json']; output: paths['/api/sessions.end']['post']['responses'][200]['content']['application/json'] }
  'sessions.mine': { input: NonNullable<paths['/api/sessions.mine']['post']['requestBody']>['content']['application/json']; output: paths['/api/sessions.mine']['post']['responses'][200]['content']['application/json'] }
  'sessions.of': { input: NonNullable<paths['/api/sessions.of']['post']['requestBody']>['content']['application/json']; output: paths['/api/sessions.of']['post']['responses'][200]['content']['application/json'] }
  'settings.list': { input: NonNullable<paths['/api/settings.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/settings.list']['post']['responses'][200]['content']['application/json'] }
  'settings.set': { input: NonNullable<paths['/api/settings.set']['post']['requestBody']>['content']['application/json']; output: paths['/api/settings.set']['post']['responses'][200]['content']['application/json'] }
  'shops.create': { input: NonNullable<paths['/api/shops.create']['post']['requestBody']>['content']['application/json']; output: paths['/api/shops.create']['post']['responses'][200]['content']['application/json'] }
  'shops.list': { input: NonNullable<paths['/api/shops.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/shops.list']['post']['responses'][200]['content']['application/json'] }
  'shops.update': { input: NonNullable<paths['/api/shops.update']['post']['requestBody']>['content']['application/json']; output: paths['/api/shops.update']['post']['responses'][200]['content']['application/json'] }
  'slots.create': { input: NonNullable<paths['/api/slots.create']['post']['requestBody']>['content']['application/json']; output: paths['/api/slots.create']['post']['responses'][200]['content']['application/json'] }
  'slots.update': { input: NonNullable<paths['/api/slots.update']['post']['requestBody']>['content']['application/json']; output: paths['/api/slots.update']['post']['responses'][200]['content']['application/json'] }
  'staff.counts': { input: NonNullable<paths['/api/staff.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/staff.counts']['post']['responses'][200]['content']['application/json'] }
  'staff.create': { input: NonNullable<paths['/api/staff.create']['post']['requestBody']>['content']['application/json']; output: paths['/api/staff.create']['post']['responses'][200]['content']['application/json'] }
  'staff.get': { input: NonNullable<paths['/api/staff.get']['post']['requestBody']>['content']['application/json']; output: paths['/api/staff.get']['post']['responses'][200]['content']['application/json'] }
  'staff.list': { input: NonNullable<paths['/api/staff.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/staff.list']['post']['responses'][200]['content']['application/json'] }
  'staff.reset_password': { input: NonNullable<paths['/api/staff.reset_password']['post']['requestBody']>['content']['application/json']; output: paths['/api/staff.reset_password']['post']['responses'][200]['content']['application/json'] }
  'staff.set_password': { input: NonNullable<paths['/api/staff.set_password']['post']['requestBody']>['content']['application/json']; output: paths['/api/staff.set_password']['post']['responses'][200]['content']['application/json'] }
  'staff.set_posts': { input: NonNullable<paths['/api/staff.set_posts']['post']['requestBody']>['content']['application/json']; output: paths['/api/staff.set_posts']['post']['responses'][200]['content']['application/json'] }
  'staff.update': { input: NonNullable<paths['/api/staff.update']['post']['requestBody']>['content']['application/json']; output: paths['/api/staff.update']['post']['responses'][200]['content']['application/json'] }
  'styles.list': { input: NonNullable<paths['/api/styles.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/styles.list']['post']['responses'][200]['content']['application/json'] }
  'styles.save': { input: NonNullable<paths['/api/styles.save']['post']['requestBody']>['content']['application/json']; output: paths['/api/styles.save']['post']['responses'][200]['content']['application/json'] }
  'sync.counts': { input: NonNullable<paths['/api/sync.counts']['post']['requestBody']>['content']['application/json']; output: paths['/api/sync.counts']['post']['responses'][200]['content']['application/json'] }
  'sync.drift': { input: NonNullable<paths['/api/sync.drift']['post']['requestBody']>['content']['application/json']; output: paths['/api/sync.drift']['post']['responses'][200]['content']['application/json'] }
  'sync.list': { input: NonNullable<paths['/api/sync.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/sync.list']['post']['responses'][200]['content']['application/json'] }
  'sync.mark_done': { input: NonNullable<paths['/api/sync.mark_done']['post']['requestBody']>['content']['application/json']; output: paths['/api/sync.mark_done']['post']['responses'][200]['content']['application/json'] }
  'system.backup_now': { input: NonNullable<paths['/api/system.backup_now']['post']['requestBody']>['content']['application/json']; output: paths['/api/system.backup_now']['post']['responses'][200]['content']['application/json'] }
  'system.backup_plan': { input: NonNullable<paths['/api/system.backup_plan']['post']['requestBody']>['content']['application/json']; output: paths['/api/system.backup_plan']['post']['responses'][200]['content']['application/json'] }
  'system.backups': { input: NonNullable<paths['/api/system.backups']['post']['requestBody']>['content']['application/json']; output: paths['/api/system.backups']['post']['responses'][200]['content']['application/json'] }
  'system.check': { input: NonNullable<paths['/api/system.check']['post']['requestBody']>['content']['application/json']; output: paths['/api/system.check']['post']['responses'][200]['content']['application/json'] }
  'system.notices': { input: NonNullable<paths['/api/system.notices']['post']['requestBody']>['content']['application/json']; output: paths['/api/system.notices']['post']['responses'][200]['content']['application/json'] }
  'views.list': { input: NonNullable<paths['/api/views.list']['post']['requestBody']>['content']['application/json']; output: paths['/api/views.list']['post']['responses'][200]['content']['application/json'] }
  'views.remove': { input: NonNullable<paths['/api/views.remove']['post']['requestBody']>['content']['application/json']; output: paths['/api/views.remove']['post']['responses'][200]['content']['application/json'] }
  'views.save': { input: NonNullable<paths['/api/views.save']['post']['requestBody']>['content']['application/json']; output: paths['/api/views.save']['post']['responses'][200]['content']['application/json'] }
}

export interface OpFacts { kind: 'query' | 'command'; provides: readonly string[]; touches: readonly string[]; permission: unknown }

/** What each operation shows, changes and needs. */
export const OPS: Readonly<Record<string, OpFacts>> = {
  'assets.act': {"kind":"command","provides":[],"touches":["asset"],"permission":"write assets:request"},
  'assets.add_version': {"kind":"command","provides":[],"touches":["asset"],"permission":"write assets:request"},
  'assets.add_versions': {"kind":"command","provides":[],"touches":["asset"],"permission":"write assets:request"},
  'assets.board': {"kind":"query","provides":["asset"],"touches":[],"permission":"read assets"},
  'assets.bulk_assign': {"kind":"command","provides":[],"touches":["asset"],"permission":"approve assets"},
  'assets.capacity': {"kind":"query","provides":["asset","staff"],"touches":[],"permission":"read assets"},
  'assets.check_file': {"kind":"query","provides":["asset","channel"],"touches":[],"permission":"read assets"},
  'assets.compare': {"kind":"query","provides":["asset"],"touches":[],"permission":"read assets"},
  'assets.counts': {"kind":"query","provides":["asset"],"touches":[],"permission":"read assets"},
  'assets.create': {"kind":"command","provides":[],"touches":["asset"],"permission":"write assets:request"},
  'assets.get': {"kind":"query","provides":["asset"],"touches":[],"permission":"read assets"},
  'assets.list': {"kind":"query","provides":["asset"],"touches":[],"permission":"read assets"},
  'assets.match_files': {"kind":"query","provides":["asset"],"touches":[],"permission":"read assets"},
  'assets.put_on_listings': {"kind":"command","provides":[],"touches":["asset","listing"],"permission":"write listings_domestic or write listings_overseas"},
  'assets.schedule': {"kind":"command","provides":[],"touches":["asset"],"permission":"approve assets"},
  'assets.slots': {"kind":"query","provides":["channel"],"touches":[],"permission":"read assets"},
  'assets.update': {"kind":"command","provides":[],"touches":["asset"],"permission":"write assets:request"},
  'assets.waive': {"kind":"command","provides":[],"touches":["asset"],"permission":"write assets:request"},
  'assets.where_used': {"kind":"query","provides":["asset","listing"],"touches":[],"permission":"read assets"},
  'audit.counts': {"kind":"query","provides":["audit"],"touches":[],"permission":"read audit"},
  'audit.facets': {"kind":"query","provides":[],"touches":[],"permission":"read audit"},
  'audit.get': {"kind":"query","provides":["audit"],"touches":[],"permission":"read audit"},
  'audit.list': {"kind":"query","provides":["audit"],"touches":[],"permission":"read audit"},
  'audit.of': {"kind":"query","provides":["audit"],"touches":[],"permission":"read audit"},
  'audit.verify': {"kind":"query","provides":[],"touches":[],"permission":"read system"},
  'batches.undo': {"kind":"command","provides":[],"touches":["batch"],"permission":"signed in"},
  'campaigns.act': {"kind":"command","provides":[],"touches":["campaign"],"permission":"write campaigns"},
  'campaigns.calendar': {"kind":"query","provides":["campaign"],"touches":[],"permission":"read campaigns"},
  'campaigns.counts': {"kind":"query","provides":["campaign","campaign_template"],"touches":[],"permission":"read campaigns"},
  'campaigns.create': {"kind":"command","provides":[],"touches":["campaign"],"permission":"write campaigns"},
  'campaigns.file_pack': {"kind":"command","provides":[],"touches":["campaign","asset_request","asset","copy","copy_doc"],"permission":"write campaigns"},
  'campaigns.finish_improvement': {"kind":"command","provides":[],"touches":["campaign"],"permission":"read campaigns"},
  'campaigns.finish_milestone': {"kind":"command","provides":[],"touches":["campaign"],"permission":"read campaigns"},
  'campaigns.get': {"kind":"query","provides":["campaign","campaign_template","copy_doc","asset_request","asset","product","channel"],"touches":[],"permission":"read campaigns"},
  'campaigns.list': {"kind":"query","provides":["campaign","campaign_template"],"touches":[],"permission":"read campaigns"},
  'campaigns.move_milestone': {"kind":"command","provides":[],"touches":["campaign"],"permission":"write campaigns"},
  'campaigns.note_milestone': {"kind":"command","provides":[],"touches":["campaign"],"permission":"read campaigns"},
  'campaigns.save_template': {"kind":"command","provides":[],"touches":["campaign_template","campaign"],"permission":"write campaigns"},
  'campaigns.set_milestones': {"kind":"command","provides":[],"touches":["campaign"],"permission":"write campaigns"},
  'campaigns.set_products': {"kind":"command","provides":[],"touches":["campaign"],"permission":"write campaigns"},
  'campaigns.templates': {"kind":"query","provides":["campaign_template"],"touches":[],"permission":"read campaigns"},
  'campaigns.tick': {"kind":"command","provides":[],"touches":["campaign"],"permission":"read campaigns"},
  'campaigns.update': {"kind":"command","provides":[],"touches":["campaign"],"permission":"write campaigns"},
  'categories.list': {"kind":"query","provides":["category","product"],"touches":[],"permission":"read products"},
  'categories.save': {"kind":"command","provides":[],"touches":["category"],"permission":"write products"},
  'channels.categories': {"kind":"query","provides":["channel"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'channels.get': {"kind":"query","provides":["channel"],"touches":[],"permission":"signed in"},
  'channels.list': {"kind":"query","provides":["channel"],"touches":[],"permission":"signed in"},
  'channels.put_categories': {"kind":"command","provides":[],"touches":["channel"],"permission":"write rules or write listings_domestic or write listings_overseas"},
  'channels.update': {"kind":"command","provides":[],"touches":["channel","listing"],"permission":"write rules or write listings_domestic or write listings_overseas"},
  'copy.act': {"kind":"command","provides":[],"touches":["copy_doc"],"permission":"write copy:request"},
  'copy.add_version': {"kind":"command","provides":[],"touches":["copy_doc"],"permission":"write copy:request"},
  'copy.check': {"kind":"query","provides":["copy_doc","copy_limit","copy_word","channel","product","listing"],"touches":[],"permission":"read copy"},
  'copy.counts': {"kind":"query","provides":["copy_doc","channel"],"touches":[],"permission":"read copy"},
  'copy.coverage': {"kind":"query","provides":["copy_doc","listing","product"],"touches":[],"permission":"read copy"},
  'copy.create': {"kind":"command","provides":[],"touches":["copy_doc"],"permission":"write copy:request"},
  'copy.diff': {"kind":"query","provides":["copy_doc"],"touches":[],"permission":"read copy"},
  'copy.from_file': {"kind":"command","provides":[],"touches":["copy_doc"],"permission":"write copy:request"},
  'copy.get': {"kind":"query","provides":["copy_doc","copy_limit","copy_word","channel","product","listing"],"touches":[],"permission":"read copy"},
  'copy.list': {"kind":"query","provides":["copy_doc","channel"],"touches":[],"permission":"read copy"},
  'copy.publish_to_listing': {"kind":"command","provides":[],"touches":["copy_doc","listing"],"permission":"write listings_domestic:copy or write listings_domestic:title or write listings_overseas:copy or write listings_overseas:title"},
  'copy.rules': {"kind":"query","provides":["copy_limit","channel"],"touches":[],"permission":"read copy"},
  'copy.set_limit': {"kind":"command","provides":[],"touches":["copy_limit"],"permission":"write rules"},
  'copy.update': {"kind":"command","provides":[],"touches":["copy_doc"],"permission":"write copy:request"},
  'copy.waive': {"kind":"command","provides":[],"touches":["copy_doc"],"permission":"approve copy"},
  'copy.writers': {"kind":"query","provides":["copy_doc","staff"],"touches":[],"permission":"read copy"},
  'copy_words.counts': {"kind":"query","provides":["copy_word"],"touches":[],"permission":"read rules"},
  'copy_words.list': {"kind":"query","provides":["copy_word"],"touches":[],"permission":"read rules"},
  'copy_words.save': {"kind":"command","provides":[],"touches":["copy_word"],"permission":"write rules"},
  'desk.find': {"kind":"query","provides":["product","listing","price_change","asset","copy_doc","campaign","staff"],"touches":[],"permission":"signed in"},
  'desk.today': {"kind":"query","provides":["asset","copy_doc","listing","price_change","campaign","staff"],"touches":[],"permission":"signed in"},
  'duties.list': {"kind":"query","provides":[],"touches":[],"permission":"read people"},
  'grants.add': {"kind":"command","provides":[],"touches":["staff"],"permission":"write system"},
  'grants.end': {"kind":"command","provides":[],"touches":["staff"],"permission":"write system"},
  'grants.list': {"kind":"query","provides":["staff"],"touches":[],"permission":"read system"},
  'help.posts': {"kind":"query","provides":["right_cell"],"touches":[],"permission":"signed in"},
  'imports.bad_rows': {"kind":"command","provides":[],"touches":["job"],"permission":"write imports"},
  'imports.choose': {"kind":"command","provides":[],"touches":["job","import"],"permission":"write imports"},
  'imports.commit': {"kind":"command","provides":[],"touches":["job","import","product","listing"],"permission":"write imports"},
  'imports.counts': {"kind":"query","provides":["import"],"touches":[],"permission":"read imports"},
  'imports.discard': {"kind":"command","provides":[],"touches":["import"],"permission":"write imports"},
  'imports.fix': {"kind":"command","provides":[],"touches":["job","import"],"permission":"write imports"},
  'imports.get': {"kind":"query","provides":["import"],"touches":[],"permission":"read imports"},
  'imports.list': {"kind":"query","provides":["import"],"touches":[],"permission":"read imports"},
  'imports.map': {"kind":"command","provides":[],"touches":["job","import","import_profile"],"permission":"write imports"},
  'imports.preview': {"kind":"command","provides":[],"touches":["job","import"],"permission":"write imports"},
  'imports.rows': {"kind":"query","provides":["import"],"touches":[],"permission":"read imports"},
  'imports.undo': {"kind":"command","provides":[],"touches":["import","product","listing"],"permission":"write imports"},
  'jobs.cancel': {"kind":"command","provides":[],"touches":["job"],"permission":"signed in"},
  'jobs.list': {"kind":"query","provides":["job"],"touches":[],"permission":"signed in"},
  'lifecycles.all': {"kind":"query","provides":[],"touches":[],"permission":"signed in"},
  'limits.add': {"kind":"command","provides":[],"touches":["amount_limit"],"permission":"write system"},
  'limits.list': {"kind":"query","provides":["amount_limit"],"touches":[],"permission":"read people"},
  'limits.remove': {"kind":"command","provides":[],"touches":["amount_limit"],"permission":"write system"},
  'limits.set': {"kind":"command","provides":[],"touches":["amount_limit"],"permission":"write system"},
  'listings.act': {"kind":"command","provides":[],"touches":["listing"],"permission":"write listings_domestic or write listings_overseas"},
  'listings.act_many': {"kind":"command","provides":[],"touches":["listing"],"permission":"write listings_domestic or write listings_overseas"},
  'listings.add_skus': {"kind":"command","provides":[],"touches":["listing"],"permission":"write listings_domestic or write listings_overseas"},
  'listings.bulk_edit': {"kind":"command","provides":[],"touches":["listing"],"permission":"write listings_domestic or write listings_overseas"},
  'listings.counts': {"kind":"query","provides":["listing","shop","channel","product"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'listings.create': {"kind":"command","provides":[],"touches":["listing"],"permission":"write listings_domestic or write listings_overseas"},
  'listings.get': {"kind":"query","provides":["listing","price_change","channel","shop","product"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'listings.grid': {"kind":"query","provides":["listing","product","shop"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'listings.list': {"kind":"query","provides":["listing","shop","channel","product"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'listings.of_item': {"kind":"query","provides":["listing","shop"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'listings.set_outer_ids': {"kind":"command","provides":[],"touches":["listing"],"permission":"write listings_domestic or write listings_overseas"},
  'listings.set_pictures': {"kind":"command","provides":[],"touches":["listing"],"permission":"write listings_domestic or write listings_overseas"},
  'listings.set_price': {"kind":"command","provides":[],"touches":["listing"],"permission":"write listings_domestic or write listings_overseas"},
  'listings.set_stock': {"kind":"command","provides":[],"touches":["listing"],"permission":"write listings_domestic or write listings_overseas"},
  'listings.update': {"kind":"command","provides":[],"touches":["listing"],"permission":"write listings_domestic:copy or write listings_domestic:title or write listings_overseas:copy or write listings_overseas:title"},
  'lists.columns': {"kind":"query","provides":[],"touches":[],"permission":"signed in"},
  'lists.export': {"kind":"command","provides":[],"touches":["job","report"],"permission":"signed in"},
  'lists.ids': {"kind":"query","provides":[],"touches":[],"permission":"signed in"},
  'pins.add': {"kind":"command","provides":[],"touches":["asset"],"permission":"write assets:request"},
  'pins.reply': {"kind":"command","provides":[],"touches":["asset"],"permission":"write assets:request"},
  'pins.resolve': {"kind":"command","provides":[],"touches":["asset"],"permission":"write assets:request"},
  'pins.update': {"kind":"command","provides":[],"touches":["asset"],"permission":"write assets:request"},
  'posts.list': {"kind":"query","provides":["staff"],"touches":[],"permission":"read people"},
  'prices.act': {"kind":"command","provides":[],"touches":["price_change","listing"],"permission":"write listings_domestic:title or write listings_overseas:title or read listings_domestic or read listings_overseas"},
  'prices.advance': {"kind":"command","provides":[],"touches":["price_change","listing"],"permission":"read listings_domestic or read listings_overseas"},
  'prices.calendar': {"kind":"query","provides":["price_change","listing","shop"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'prices.check': {"kind":"query","provides":["listing","price_change"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'prices.counts': {"kind":"query","provides":["price_change","listing","shop"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'prices.get': {"kind":"query","provides":["price_change","listing"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'prices.list': {"kind":"query","provides":["price_change","listing","shop"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'prices.propose': {"kind":"command","provides":[],"touches":["price_change","listing"],"permission":"write listings_domestic:title or write listings_overseas:title"},
  'prices.update': {"kind":"command","provides":[],"touches":["price_change","listing"],"permission":"write listings_domestic:title or write listings_overseas:title or read listings_domestic or read listings_overseas"},
  'products.act': {"kind":"command","provides":[],"touches":["product"],"permission":"write products"},
  'products.act_many': {"kind":"command","provides":[],"touches":["product"],"permission":"write products"},
  'products.bulk_update': {"kind":"command","provides":[],"touches":["product"],"permission":"write products"},
  'products.card': {"kind":"query","provides":["product","category","style"],"touches":[],"permission":"read products"},
  'products.counts': {"kind":"query","provides":["product","category","style"],"touches":[],"permission":"read products"},
  'products.create': {"kind":"command","provides":[],"touches":["product"],"permission":"write products"},
  'products.get': {"kind":"query","provides":["product","category","style"],"touches":[],"permission":"read products"},
  'products.list': {"kind":"query","provides":["product","category","style"],"touches":[],"permission":"read products"},
  'products.make_skus': {"kind":"command","provides":[],"touches":["product"],"permission":"write products"},
  'products.set_accessories': {"kind":"command","provides":[],"touches":["product"],"permission":"write products"},
  'products.set_pictures': {"kind":"command","provides":[],"touches":["product"],"permission":"write products"},
  'products.set_size_chart': {"kind":"command","provides":[],"touches":["product"],"permission":"write products"},
  'products.set_styles': {"kind":"command","provides":[],"touches":["product"],"permission":"write products"},
  'products.size_advice': {"kind":"query","provides":["product"],"touches":[],"permission":"read products"},
  'products.update': {"kind":"command","provides":[],"touches":["product"],"permission":"write products"},
  'products.update_sku': {"kind":"command","provides":[],"touches":["product"],"permission":"write products"},
  'profiles.list': {"kind":"query","provides":["import_profile"],"touches":[],"permission":"read imports"},
  'profiles.remove': {"kind":"command","provides":[],"touches":["import_profile"],"permission":"write imports"},
  'profiles.save': {"kind":"command","provides":[],"touches":["import_profile"],"permission":"write imports"},
  'reports.catalogue': {"kind":"query","provides":["staff","shop"],"touches":[],"permission":"read reports"},
  'reports.counts': {"kind":"query","provides":["report","job"],"touches":[],"permission":"read reports"},
  'reports.list': {"kind":"query","provides":["report","job"],"touches":[],"permission":"read reports"},
  'reports.make': {"kind":"command","provides":[],"touches":["job","report"],"permission":"write reports or write reports:R16 or write reports:R19"},
  'reports.preview': {"kind":"query","provides":["asset","listing","price_change"],"touches":[],"permission":"write reports or write reports:R16 or write reports:R19"},
  'rights.matrix': {"kind":"query","provides":["right_cell"],"touches":[],"permission":"read system"},
  'rights.reset': {"kind":"command","provides":[],"touches":["right_cell"],"permission":"write system"},
  'rights.set_cell': {"kind":"command","provides":[],"touches":["right_cell"],"permission":"write system"},
  'session.change_password': {"kind":"command","provides":[],"touches":["staff"],"permission":"signed in"},
  'session.login': {"kind":"command","provides":[],"touches":[],"permission":"anyone"},
  'session.logout': {"kind":"command","provides":[],"touches":[],"permission":"anyone"},
  'session.me': {"kind":"query","provides":["staff","right_cell"],"touches":[],"permission":"signed in"},
  'session.unlock': {"kind":"command","provides":[],"touches":[],"permission":"anyone"},
  'sessions.end': {"kind":"command","provides":[],"touches":["session"],"permission":"signed in"},
  'sessions.mine': {"kind":"query","provides":["session"],"touches":[],"permission":"signed in"},
  'sessions.of': {"kind":"query","provides":["session"],"touches":[],"permission":"write people"},
  'settings.list': {"kind":"query","provides":["setting"],"touches":[],"permission":"read system"},
  'settings.set': {"kind":"command","provides":[],"touches":["setting","staff"],"permission":"write system or approve listings_domestic or approve assets"},
  'shops.create': {"kind":"command","provides":[],"touches":["shop"],"permission":"write rules or write listings_domestic or write listings_overseas"},
  'shops.list': {"kind":"query","provides":["shop","channel"],"touches":[],"permission":"signed in"},
  'shops.update': {"kind":"command","provides":[],"touches":["shop"],"permission":"write rules or write listings_domestic or write listings_overseas"},
  'slots.create': {"kind":"command","provides":[],"touches":["channel"],"permission":"write rules or write listings_domestic or write listings_overseas"},
  'slots.update': {"kind":"command","provides":[],"touches":["channel"],"permission":"write rules or write listings_domestic or write listings_overseas"},
  'staff.counts': {"kind":"query","provides":["staff"],"touches":[],"permission":"read people"},
  'staff.create': {"kind":"command","provides":[],"touches":["staff"],"permission":"write people"},
  'staff.get': {"kind":"query","provides":["staff"],"touches":[],"permission":"read people"},
  'staff.list': {"kind":"query","provides":["staff"],"touches":[],"permission":"read people"},
  'staff.reset_password': {"kind":"command","provides":[],"touches":["staff"],"permission":"write system"},
  'staff.set_password': {"kind":"command","provides":[],"touches":["staff"],"permission":"write system"},
  'staff.set_posts': {"kind":"command","provides":[],"touches":["staff"],"permission":"write people"},
  'staff.update': {"kind":"command","provides":[],"touches":["staff"],"permission":"write people"},
  'styles.list': {"kind":"query","provides":["style","product"],"touches":[],"permission":"read products"},
  'styles.save': {"kind":"command","provides":[],"touches":["style"],"permission":"write products"},
  'sync.counts': {"kind":"query","provides":["listing","shop"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'sync.drift': {"kind":"query","provides":["listing"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'sync.list': {"kind":"query","provides":["listing","shop"],"touches":[],"permission":"read listings_domestic or read listings_overseas"},
  'sync.mark_done': {"kind":"command","provides":[],"touches":["listing","price_change"],"permission":"write listings_domestic or write listings_overseas"},
  'system.backup_now': {"kind":"command","provides":[],"touches":["job","backup"],"permission":"write system"},
  'system.backup_plan': {"kind":"command","provides":[],"touches":["backup"],"permission":"write system"},
  'system.backups': {"kind":"query","provides":["backup"],"touches":[],"permission":"read system"},
  'system.check': {"kind":"query","provides":[],"touches":[],"permission":"read system"},
  'system.notices': {"kind":"query","provides":["backup"],"touches":[],"permission":"signed in"},
  'views.list': {"kind":"query","provides":["view"],"touches":[],"permission":"signed in"},
  'views.remove': {"kind":"command","provides":[],"touches":["view"],"permission":"signed in"},
  'views.save': {"kind":"command","provides":[],"touches":["view"],"permission":"signed in"},
}
