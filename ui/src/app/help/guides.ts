import type { Language } from '@/locales'

/** What a page is for, and how one works on it. */
export interface Guide {
  what: string
  how: readonly string[]
}

const ZH: Record<string, Guide> = {
  '/': {
    what: '每天第一眼：今天到期的、等我审批的、退回给我的、我岗位排着队的。',
    how: [
      '红色的先做：超期、到点要改价、过期的活动节点。',
      '点一行直接打开那一条；卡片底部“查看全部”打开对应的列表页签。',
      '同事一改，这里自己更新，不用刷新。',
    ],
  },
  '/products': {
    what: '所有产品与 SKU 的底账：款号、规格、尺码表、成本、图片。',
    how: [
      '搜款号、名称、拼音首字母或扫条码。',
      '点开一行，在抽屉里改资料、规格和图片；成本只有有权的岗位看得到。',
      '勾选多行可以一起改类目、品牌和状态，做错了可以撤销。',
    ],
  },
  '/card': {
    what: '速查卡：客服和上新时，几秒找到一款的尺码、材质、卖点和库存。',
    how: ['扫条码、打款号，或把淘宝链接贴进来。', '尺码建议输入身高体重就给出来；点一下文字就复制，贴到旺旺里。'],
  },
  '/taxonomy': {
    what: '类目树与款式风格词：产品、筛选和报表都按这里分。',
    how: [
      '类目可以改名、挪位置、排先后；停用的类目不再给新产品选，老产品照旧显示。',
      '风格、款式、场景、人群各有一组词，多用已有的词，报表才分得清。',
    ],
  },
  '/listings': {
    what: '每个产品在每个店铺里的商品：资料齐不齐、卖多少钱、在不在售。',
    how: [
      '按状态页签看：计划上架 → 准备中 → 待上架 → 在售。',
      '抽屉里的完成度写明还差哪几项，补齐才能上架。',
      '改价低于底价或一天内改得太多会被拦下，按提示提改价单。',
    ],
  },
  '/listing-grid': {
    what: '铺货表：一行一个产品，一列一家店，哪家上了、哪家还没铺，一眼看完。',
    how: ['格子里是状态和价格，点开就是那一条商品。', '空格里的“＋”把产品计划到那家店。', '勾“只看有店没铺的”找漏铺的产品。'],
  },
  '/prices': {
    what: '改价单：谁要改、改多少、什么时候生效、什么时候恢复。',
    how: [
      '提交后由另一个人审批；自己提的自己不能批。',
      '到了时间会变成“待改价”，在平台改好后点“平台已改”。',
      '到结束时间提醒恢复，恢复后点“平台已恢复”。',
    ],
  },
  '/sync': {
    what: '店务台里已改、平台上还没改的清单。',
    how: ['照着旧值 → 新值到平台后台改好。', '改一条勾一条，也可以选中多条一起标记完成。', '导入平台的商品文件时，已经一致的会自动勾掉。'],
  },
  '/listings-bulk': {
    what: '批量改标题、类目、价格、库存等字段。',
    how: ['先用条件选中要改的商品。', '填写规则后先看预览：哪些会改、改成什么、哪些改不了和为什么。', '确定后整批写入，可以撤销。'],
  },
  '/channels': {
    what: '平台档案与店铺：标题多长、主图多大、扣点多少，都以这里为准。',
    how: ['平台规则变了，在这里改数字，检查和校验立刻跟着变。', '新开的店铺先在这里登记，才能上架商品。'],
  },
  '/assets': {
    what: '素材看板：每一张要做的图在哪一步。',
    how: [
      '把桌面上的图直接拖到卡片上，就是交一版；拖到空白处按文件名认领。',
      '规格检查红色的交不了，黄色的请看一眼。',
      '拖动卡片换状态；不能放的地方会说明原因。',
    ],
  },
  '/assets/mine': { what: '派给我的素材，按期限排好。', how: ['从上往下做；开始、交稿都在卡片里。', '退回的会写明原因种类和图上的批注。'] },
  '/assets/review': {
    what: '审片：等着定的图一张接一张看，全程可以只用键盘。',
    how: [
      'J、K 看下一张、上一张；A 通过，R 退回，N 在图上加批注。',
      '右边先列规格检查里最差的；和别的图太像的会提示。',
      '有上一版时可以并排、滑动或按 B 闪现对比；退回要选原因，做图的人看得到批注。',
    ],
  },
  '/assets/plan': {
    what: '美工产能：未来 14 天谁哪一天有多少活，没人领的需求排给有空的人。',
    how: [
      '先在左边选一个待排期的需求，再点某人的某一天；“最近空档”直接排到最早有空的那天。',
      '橙色是排满，红色是超出每天的工时，请换人或改期。',
      '双击左边的需求，打开看要求。',
    ],
  },
  '/assets/list': {
    what: '全部素材需求的列表：按状态、岗位、期限查，多条一起派。',
    how: ['“待排期”里选中多条，一次派给一个人。', '“超期”和“超退回”页签带红点，先处理。', '导出 Excel 就是当前条件下的全部。'],
  },
  '/copy': {
    what: '文案：标题、卖点、详情、活动文案，一稿一版。',
    how: [
      '边写边看字数和违禁词；红色的不能提交。',
      '可以把 .txt、.md、.docx 拖进来当一稿。',
      '审核时逐词对比两稿；通过后由写的人去平台发布并标记。',
    ],
  },
  '/copy-words': {
    what: '违禁词表：广告法和平台不许写的词、要提醒的词、可以照写的短语。',
    how: [
      '点一个词就能改；停用的词不再检查。',
      '只在某个渠道不许写的，把渠道选上；不选就是所有渠道。',
      '“允许”用于“第一次”这样本身没有问题、却含着违禁词的短语。',
    ],
  },
  '/campaigns': {
    what: '活动从方案到复盘：预算谁批、卖什么价、哪天前做完什么、图和文案齐不齐。',
    how: [
      '新建时选类型，里程碑和素材包按模板从开始日倒排。',
      '批准后点“一键提交素材包”，先看清单再提交，美工和文案各收到自己的。',
      '开始前过闸门：红的写明差什么、去哪里补；备货与排班由人署名确认。',
      '结束后写复盘，改进措施会出现在负责岗位的今日台，下次同类活动会先看到。',
    ],
  },
  '/campaigns/calendar': {
    what: '一年的活动一条看完，一个月的活动和里程碑排在格子里。',
    how: [
      '点年条上的月份跳过去；[ 和 ] 前后翻月。',
      '里程碑拖到别的日子就改期；还在“方案”的活动可以整场挪。',
      '键盘也行：空格拿起，方向键移动，空格放下。',
    ],
  },
  '/campaigns/templates': {
    what: '每类活动要哪些图、哪些文案、哪些里程碑，提前几天。',
    how: ['改了只影响以后新提的，已经提交的不变。', '店里特有的活动可以加一个新类型。'],
  },
  '/imports': {
    what: '把平台导出的文件、数据包和表格导进来。',
    how: [
      '文件拖进来，店务台按内容认出是哪个平台的哪种表。',
      '先试一遍：哪一行哪一列不对，当场改或下载坏行。',
      '整批写入或一行不写；写错了可以整批撤销。',
    ],
  },
  '/reports': {
    what: '报表：选期间，看图，导出 Excel 工作簿。',
    how: [
      '第一页写明口径和数据时间。',
      '看不到的列（如成本）导出时也没有。',
      '“打印”把页面上的数字和图印在一张 A4 上；工作簿自己也排好了版。',
      '每个列表也能导出：给人看选 Excel（末行合计随筛选变），给别的软件用选 CSV。',
    ],
  },
  '/reports/made': {
    what: '做过的报表都在这里：谁在什么时候按什么期间做的。',
    how: ['点一行取回当时的那一份，数字不会再变。', '要新的数字，到“报表”再导出一次。'],
  },
  '/team': { what: '同事、岗位与代岗。', how: ['一个人可以有多个岗位，权限取其和。', '离职的停用账号，记录都留着。'] },
  '/org': { what: '十个岗位的组织图：谁在岗、哪里空缺。', how: ['空缺的岗位请安排代岗，待办才不会没人管。'] },
  '/duties': { what: '岗位职责逐条对照：每一条由哪一页来做。', how: ['还没有页面的如实标明。'] },
  '/rights': {
    what: '权限表：哪个岗位在哪个区域能看、能改、能批。',
    how: ['改动立即生效，并记入审计。', '临时授权要写到期日，到期自动收回。'],
  },
  '/audit': { what: '审计：谁在什么时候以什么身份改了什么，改前改后。', how: ['按人、按记录、按日期查；谁也删不掉。'] },
  '/settings': { what: '店铺设置、审批上限与备份。', how: ['每天自动备份；换电脑前请手工备份一次。'] },
}

const EN: Record<string, Guide> = {
  '/': {
    what: 'First thing each day: due today, waiting for my approval, returned to me, the queue of my post.',
    how: [
      'Red first: overdue work, prices to change now, late campaign milestones.',
      'A line opens the thing itself; “show all” opens the list.',
      'It keeps itself up to date.',
    ],
  },
  '/products': {
    what: 'All products and SKUs: codes, options, size charts, costs, pictures.',
    how: [
      'Search by code, words, pinyin initials or barcode.',
      'Open a row to edit it in the drawer; costs show only to posts that may see them.',
      'Pick many rows to change them together; it can be undone.',
    ],
  },
  '/card': {
    what: 'The quick card: sizes, material and selling points of a product within seconds.',
    how: ['Scan a barcode, type a code, or paste a Taobao link.', 'A click copies a text.'],
  },
  '/taxonomy': {
    what: 'The tree of categories and the words for styles that products, filters and reports go by.',
    how: [
      'Rename, move and order categories; a retired one stays on products that have it.',
      'Use the words there are, so that reports can tell groups apart.',
    ],
  },
  '/listings': {
    what: 'Each product in each shop: complete or not, its price, on sale or not.',
    how: [
      'Tabs follow its life: planned, preparing, ready, live.',
      'The drawer says what is still missing.',
      'A price below the floor is stopped; file a price change instead.',
    ],
  },
  '/listing-grid': {
    what: 'A line a product, a column a shop: what is listed where, and where it is missing.',
    how: [
      'A cell shows state and price, and opens the listing.',
      'The plus in an empty cell plans the product for that shop.',
      'Tick “only with gaps” to find what was forgotten.',
    ],
  },
  '/prices': {
    what: 'Price changes: who, how much, from when to when.',
    how: ['Somebody else approves.', 'When it is due, change it on the platform and mark it.', 'At its end you are told to restore.'],
  },
  '/sync': {
    what: 'What was changed here but not yet on the platform.',
    how: ['Change it there, then tick it here.', 'Importing the platform’s file ticks what agrees.'],
  },
  '/listings-bulk': {
    what: 'Change titles, categories, prices or stock of many listings.',
    how: ['Choose the listings.', 'Look at the preview.', 'Write the batch; it can be undone.'],
  },
  '/channels': {
    what: 'Platforms and shops: limits and fees that all checks use.',
    how: ['Change a number and the checks follow.', 'Register a new shop here first.'],
  },
  '/assets': {
    what: 'The picture board: where each picture stands.',
    how: [
      'Drop files onto a card to hand in a version; elsewhere they are matched by name.',
      'Red checks stop a version, amber ones ask for a look.',
      'Drag cards between states.',
    ],
  },
  '/assets/mine': { what: 'Pictures assigned to me, by due day.', how: ['Work from the top.', 'Returned ones say why.'] },
  '/assets/review': {
    what: 'Everything that waits for a decision, one picture after another, by keyboard alone if you like.',
    how: [
      'J and K go on and back; A approves, R sends back, N pins a remark on the picture.',
      'The worst checks come first; look-alikes are told.',
      'Compare with the version before side by side, by slider, or blinking with B.',
    ],
  },
  '/assets/plan': {
    what: 'Who has how much to do on which of the next 14 days; work that nobody has goes to people with room.',
    how: [
      'Choose a waiting request on the left, then a day of a person.',
      'Amber days are full, red ones are over the hours of a day.',
      'Double-click a request to read it.',
    ],
  },
  '/assets/list': {
    what: 'All picture requests as a list.',
    how: ['Assign many at once.', 'Tabs with a red dot come first.', 'Excel exports what is filtered.'],
  },
  '/copy': {
    what: 'Texts: titles, selling points, details, campaign copy, in versions.',
    how: [
      'Length and forbidden words are checked while you write.',
      'Drop .txt, .md or .docx files.',
      'Compare versions word by word when reviewing.',
    ],
  },
  '/copy-words': {
    what: 'The words that the law or a platform forbids, reminders, and phrases that may stand.',
    how: ['Click a word to change it.', 'Without channels it holds everywhere.', 'Allowed phrases let a banned word within them pass.'],
  },
  '/campaigns': {
    what: 'A campaign from plan to review: budget, prices, milestones, pack, gate.',
    how: [
      'The kind’s template counts everything back from the start.',
      'Once approved, file the whole pack in one go.',
      'Pass the gate before the start; stock and roster are confirmed by name.',
      'Improvements go onto the desk of their post.',
    ],
  },
  '/campaigns/calendar': {
    what: 'The year in a strip, the month in a grid.',
    how: [
      'Pick a month; [ and ] turn pages.',
      'Drag milestones, or plans not yet handed in.',
      'Keys: Space lifts, arrows move, Space drops.',
    ],
  },
  '/campaigns/templates': {
    what: 'Which pictures, texts and milestones each kind of campaign brings.',
    how: ['Changes count for what is filed from now on.', 'Add kinds of your own.'],
  },
  '/imports': {
    what: 'Bring in platform files and tables.',
    how: ['Drop a file; it is recognised by its content.', 'Try first, mend bad rows.', 'All or nothing; a batch can be undone.'],
  },
  '/reports': {
    what: 'Reports by period, with charts and Excel.',
    how: [
      'The first sheet says what each figure means.',
      'Columns you may not see are not exported.',
      '“Print” puts the figures and charts of the page on one A4; the workbook is laid out for paper too.',
      'Every list can be taken too: Excel for people (its last row follows the filter), CSV for other programs.',
    ],
  },
  '/reports/made': {
    what: 'Every report that was made: by whom, when, for which period.',
    how: ['A click on a line fetches the very file of that day.', 'For newer figures make the report again.'],
  },
  '/team': {
    what: 'Colleagues, posts and covers.',
    how: ['A person may hold several posts.', 'Who leaves is switched off, never deleted.'],
  },
  '/org': { what: 'The ten posts: who holds them, which are vacant.', how: ['Arrange a cover for vacant posts.'] },
  '/duties': { what: 'Each duty and the page that serves it.', how: ['Where there is none yet, it says so.'] },
  '/rights': {
    what: 'Which post may see, change and approve what.',
    how: ['Changes count at once and are audited.', 'Lent rights end by themselves.'],
  },
  '/audit': { what: 'Who changed what, when, under which hat.', how: ['Search by person, thing or day; nothing can be removed.'] },
  '/settings': {
    what: 'Settings, approval limits, backups.',
    how: ['A backup is made daily; make one by hand before moving to another PC.'],
  },
}

export const guideOf = (path: string, lang: Language): Guide | undefined => (lang === 'en' ? EN : ZH)[path]
