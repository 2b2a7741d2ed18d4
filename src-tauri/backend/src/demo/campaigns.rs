//! Campaigns: the last large one closed with its review, the next one being prepared with its asset
//! pack filed, the one after that a draft, and small ones in every other state.

use chrono::Datelike;
use serde_json::{Value as Json, json};

use super::clock::{Calendar, HISTORY};
use super::diary::{Diary, World, id_of};
use super::products::Shot;
use super::queue::{self, Request};
use super::texts::{self, Text};
use crate::campaigns::CAMPAIGN;
use crate::kernel::{Day, Result};

/// Who plans campaigns.
const PLANNER: &str = "yangfan";

/// The trade's year: month, day, days long, template, name.
const YEAR: &[(u32, u32, i64, &str, &str)] = &[
    (1, 8, 14, "new_year", "年货节"),
    (3, 4, 5, "daily", "38 女王节"),
    (4, 10, 6, "launch", "春夏上新周"),
    (5, 12, 5, "anniversary", "店庆"),
    (6, 10, 9, "618", "618 年中大促"),
    (7, 20, 6, "clearance", "夏季清仓"),
    (8, 10, 4, "daily", "七夕"),
    (9, 8, 6, "launch", "秋季上新周"),
    (10, 8, 4, "daily", "国庆返场"),
    (11, 4, 8, "double11", "双11 全球狂欢"),
    (12, 8, 5, "double12", "双12 年终盛典"),
];

/// A large campaign with its days.
struct Large {
    kind: &'static str,
    title: String,
    starts: Day,
    ends: Day,
}

/// Large campaigns around today, in order.
fn large(calendar: Calendar) -> Vec<Large> {
    let year = calendar.today().0.year();
    (year - 1..=year + 1)
        .flat_map(|year| {
            YEAR.iter().filter_map(move |(month, day, days, kind, title)| {
                let starts = Day(chrono::NaiveDate::from_ymd_opt(year, *month, *day)?);
                let title = format!("{year} {title}");
                Some(Large { kind, title, starts, ends: starts.plus(days - 1) })
            })
        })
        .collect()
}

/// What happens to a campaign, as far as it has come.
const STEPS: &[&str] =
    &["submit", "approve", "prepare", "gate", "start", "end", "begin_review", "close"];

/// One campaign.
struct Story {
    key: &'static str,
    kind: &'static str,
    title: String,
    starts: Day,
    ends: Day,
    budget: i64,
    goal: &'static str,
    rules: &'static str,
    pieces: &'static [usize],
    /// How many of [`STEPS`] have been taken.
    taken: usize,
    /// The whole asset pack is filed rather than one picture.
    pack: bool,
    /// Filed so many days ago.
    filed: i64,
    aborted: bool,
}

/// Plans the campaigns.
pub(super) fn plan(diary: &mut Diary, shots: &[Shot]) {
    let calendar = diary.calendar;
    let all = large(calendar);
    let today = calendar.today();
    if let Some(last) = all.iter().rev().find(|c| c.ends.until(today) >= 8) {
        let filed = (calendar.ago(last.starts) + 26).min(HISTORY - 6);
        follow(
            diary,
            shots,
            &Story {
                taken: STEPS.len(),
                pack: true,
                ..big("campaign:last", last, filed, &[0, 8, 22, 28, 33, 34, 36, 41])
            },
        );
    }
    let mut ahead = all.iter().filter(|c| today.until(c.starts) >= 7);
    if let Some(next) = ahead.next() {
        follow(
            diary,
            shots,
            &Story {
                taken: 3,
                pack: true,
                ..big("campaign:next", next, 19, &[1, 5, 24, 28, 34, 30, 37, 42, 48, 55])
            },
        );
    }
    if let Some(after) = ahead.next() {
        follow(
            diary,
            shots,
            &Story { taken: 0, ..big("campaign:after", after, 3, &[6, 29, 38, 55]) },
        );
    }
    for story in small(calendar) {
        follow(diary, shots, &story);
    }
}

fn big(key: &'static str, of: &Large, filed: i64, pieces: &'static [usize]) -> Story {
    Story {
        key,
        kind: of.kind,
        title: of.title.clone(),
        starts: of.starts,
        ends: of.ends,
        budget: 48_000_00,
        goal: "成交 120 万元，新客占比 35%，退款率不高于去年同期",
        rules: "每满 300 减 40，上不封顶；前 2 小时赠运费险；活动价以活动单为准",
        pieces,
        taken: 0,
        pack: false,
        filed,
        aborted: false,
    }
}

fn small(calendar: Calendar) -> Vec<Story> {
    let story = |key, kind, title: &str, starts: i64, days: i64, filed, taken, pieces| Story {
        key,
        kind,
        title: title.to_owned(),
        starts: calendar.day(-starts),
        ends: calendar.day(-starts - days + 1),
        budget: 6_000_00,
        goal: "动销率 60%，带动连带 1.4 件",
        rules: "两件 9 折，三件 85 折；会员再享 95 折",
        pieces,
        taken,
        pack: false,
        filed,
        aborted: false,
    };
    vec![
        story("campaign:review", "clearance", "秋装尾货清仓", 6, 7, 3, 1, &[2, 9, 15]),
        story("campaign:approved", "launch", "新中式上新周", 12, 5, 8, 2, &[5, 22]),
        story("campaign:ready", "daily", "小铺周末会员日", 2, 3, 12, 4, &[43, 20, 13]),
        Story {
            pack: true,
            ..story("campaign:running", "daily", "毛衣节", -3, 9, 17, 5, &[27, 28, 30, 31])
        },
        story("campaign:ended", "daily", "牛仔日", -8, 4, 22, 6, &[41, 42, 44]),
        story("campaign:reviewing", "launch", "秋冬配饰上新", -14, 5, 30, 7, &[52, 53, 54]),
        Story {
            aborted: true,
            ..story("campaign:aborted", "daily", "插画师联名周", 4, 5, 34, 2, &[12])
        },
    ]
}

fn follow(diary: &mut Diary, shots: &[Shot], story: &Story) {
    let calendar = diary.calendar;
    let (key, filed) = (story.key, story.filed);
    let prices: Vec<(usize, i64)> = story
        .pieces
        .iter()
        .map(|at| (*at, shots[*at].piece.price * 88 / 100 / 100 * 100))
        .collect();
    let args = json!({ "title": story.title, "kind": story.kind, "starts": story.starts,
        "ends": story.ends, "budget": { "amount": story.budget, "currency": "CNY" },
        "goal": story.goal, "rules": story.rules });
    diary.note(calendar.past(filed, 10 * 60 + 10), move |world| {
        let mut args = args;
        args["shops"] = json!([world.shops["TM1"], world.shops["TB1"]]);
        let made = world.does(PLANNER, "campaigns.create", &args)?;
        world.made.insert(key.to_owned(), id_of(&made)?);
        Ok(())
    });
    diary.note(calendar.past(filed, 11 * 60), move |world| {
        let id = world.thing(key)?;
        let products = prices
            .iter()
            .map(|(at, price)| {
                Ok(json!({ "product_id": world.product(*at)?,
                    "price": { "amount": price, "currency": "CNY" } }))
            })
            .collect::<Result<Vec<Json>>>()?;
        let args =
            json!({ "id": id, "version": world.version(&CAMPAIGN, id)?, "products": products });
        world.does(PLANNER, "campaigns.set_products", &args).map(drop)
    });
    for (n, action) in STEPS.iter().copied().enumerate().take(story.taken) {
        let (ago, minute) = when(calendar, story, n);
        let who = match action {
            // A large budget is the director's.
            "approve" if story.budget > 20_000_00 => "chenzong",
            "approve" | "gate" => "linwan",
            _ => PLANNER,
        };
        if action == "close" {
            let next = calendar.day(-30);
            diary.note(calendar.past(ago, minute - 60), move |world| review(world, key, next));
        }
        diary.note(calendar.past(ago, minute), move |world| act(world, key, who, action, ""));
    }
    if story.aborted {
        let on = calendar.past(story.filed - 6, 15 * 60);
        diary.note(on, move |world| act(world, key, "linwan", "abort", "联名授权没有谈成"));
    }
    if story.taken >= 3 {
        supply(diary, shots, story);
    }
    milestones(diary, story);
}

/// When a step was taken: the plan first, then by the campaign's own days, never before its turn.
fn when(calendar: Calendar, story: &Story, step: usize) -> (i64, i64) {
    let (starts, ends) = (calendar.ago(story.starts), calendar.ago(story.ends));
    match step {
        0 => (story.filed, 14 * 60),
        1 => (story.filed - 1, 10 * 60),
        2 => (story.filed - 1, 15 * 60),
        3 => ((starts + 1).min(story.filed - 9).max(1), 17 * 60),
        4 => (starts.min(story.filed - 9), 18 * 60),
        5 => (ends - 1, 10 * 60),
        6 => (ends - 2, 10 * 60),
        _ => (ends - 6, 16 * 60),
    }
}

fn act(world: &World, key: &str, who: &str, action: &str, reason: &str) -> Result<()> {
    let id = world.thing(key)?;
    let args = json!({ "id": id, "version": world.version(&CAMPAIGN, id)?, "action": action,
        "reason": reason, "confirmed": ["stock", "roster"] });
    world.does(who, "campaigns.act", &args).map(drop)
}

fn review(world: &World, key: &str, next: Day) -> Result<()> {
    let id = world.thing(key)?;
    let args = json!({ "id": id, "version": world.version(&CAMPAIGN, id)?,
        "review": "成交与目标基本持平。大衣、毛衣贡献了六成；配饰连带不足。\n首焦第二版点击率比第一版高三成，说明主体要大、字要少。\n客服在开场后一小时排队最长，话术里缺尺码对照。",
        "improvements": [
            { "text": "首焦只放一件商品一行字，提前两天测图", "owner_post": "designer", "due": next },
            { "text": "开场前把尺码速查图发给客服，快捷短语更新", "owner_post": "customer_service", "due": next },
            { "text": "配饰做搭配套餐，详情页加关联", "owner_post": "ops_specialist", "due": next },
        ] });
    world.does(PLANNER, "campaigns.update", &args).map(drop)
}

/// The pictures and texts of a campaign, finished where its gate has been passed.
fn supply(diary: &mut Diary, shots: &[Shot], story: &Story) {
    let calendar = diary.calendar;
    let key = story.key;
    let past_gate = story.taken >= 4;
    let over = story.taken >= 6;
    let filed = story.filed - 2;
    let lead = story.pieces[0];
    let of = |name: String, kind, title: String, at, reached, designer| Request {
        key: name,
        kind,
        title,
        brief: queue::brief(kind),
        at,
        of_product: false,
        campaign: Some(key.to_owned()),
        in_pack: story.pack,
        requester: PLANNER,
        designer,
        filed,
        days: 5,
        priority: "high",
        reached,
        retakes: &[],
        faulty: false,
        shelf: None,
        words: [story.title.clone(), "每满 300 减 40".to_owned()],
    };
    if story.pack {
        let pieces = story.pieces;
        diary.note(calendar.past(filed, 9 * 60 + 15), move |world| file_pack(world, key, pieces));
        for (n, (item, kind, at)) in pack(story).into_iter().enumerate() {
            let reached = reach(n, past_gate, over);
            let designer = if n.is_multiple_of(2) { "limei" } else { "zhouran" };
            let mut request = of(
                format!("{key}:{item}"),
                kind,
                format!("{}·{item}", story.title),
                at.unwrap_or(story.pieces[n % story.pieces.len()]),
                reached,
                designer,
            );
            if n == 0 && past_gate {
                request.retakes = &[("below_par", "字太多，标题再大一号，商品放右边")];
            } else if reached == queue::Reached::Retake {
                request.retakes = &[("wrong_copy", "活动时间写成了去年的日期，请按活动单改")];
            }
            queue::follow(diary, shots, &request);
        }
    } else {
        let reached = if over { queue::Reached::Expired } else { queue::Reached::Delivered };
        let title = format!("{}·首焦", story.title);
        queue::follow(
            diary,
            shots,
            &of(format!("{key}:banner"), "banner", title, lead, reached, "zhouran"),
        );
    }
    words(diary, story, past_gate);
}

/// A text of a campaign: what it is called, what it is, how far it comes before the gate, and what it
/// says.
type Line = (&'static str, &'static str, &'static str, texts::Reached, &'static [&'static str]);

/// The texts that a large campaign's pack asks for.
const LINES: &[Line] = &[
    (
        "theme#copy",
        "campaign",
        "活动主题与卖点",
        texts::Reached::Approved,
        &["一次配齐整个冬天\n大衣在外，毛衣在里\n两小时内下单赠运费险\n满减当场算，不用凑券"],
    ),
    (
        "rules#copy",
        "campaign",
        "活动规则页",
        texts::Reached::InReview,
        &[
            "一、活动期间每满 300 元减 40 元，上不封顶。\n二、满减与店铺券可叠加，与平台券按平台规则计算。\n三、预售商品付定金后，按页面所示时间发货。\n四、支持七天无理由退换，退货后不足满减门槛的，按实付金额退款。",
        ],
    ),
    (
        "social#copy",
        "social",
        "社媒预热文案",
        texts::Reached::Draft,
        &[
            "预热：大衣试了三件，留下一件。活动前一晚，把购物车整理好。\n当天：每满 300 减 40，从零点开始。#换季衣橱#",
        ],
    ),
    (
        "faq#copy",
        "faq",
        "客服话术",
        texts::Reached::Retake,
        &[
            "问：优惠怎么算？\n答：活动商品合计每满 300 元减 40 元，满 600 减 80，依次累加，结算页自动减。\n\n问：什么时候发货？\n答：现货 48 小时内发出，预售按商品页写的时间。\n\n问：买贵了怎么办？\n答：活动期间有价保，降价可以申请补差。",
        ],
    ),
];

/// Those of them that a small campaign's pack asks for.
const LINES_SMALL: &[&str] = &["theme#copy", "faq#copy"];

/// The texts of a campaign, published where its gate has been passed.
fn words(diary: &mut Diary, story: &Story, past_gate: bool) {
    let key = story.key;
    let text = |key: String, kind, title: &str, reached, bodies: Vec<&'static str>| Text {
        key,
        kind,
        title: format!("{}·{title}", story.title),
        brief: texts::brief(kind),
        channel: "tmall",
        locale: "zh-CN",
        at: None,
        campaign: Some(story.key.to_owned()),
        in_pack: story.pack,
        requester: PLANNER,
        filed: story.filed - 2,
        reached: if past_gate { texts::Reached::Published } else { reached },
        bodies,
        back: "价保那一条按活动规则写，补差期限要写清楚",
        place: "云上衣舍旗舰店 活动承接页",
    };
    if story.pack {
        let asked = |item: &str| !is_small(story.kind) || LINES_SMALL.contains(&item);
        for (item, kind, title, reached, bodies) in LINES.iter().filter(|line| asked(line.0)) {
            let name = format!("{key}:{item}");
            texts::follow(diary, &text(name, kind, title, *reached, bodies.to_vec()));
        }
        return;
    }
    let body = "每满 300 减 40，上不封顶。\n毛衣在里，大衣在外，一次配齐整个冬天。\n前两小时下单，赠运费险。";
    let name = format!("{key}:copy:page");
    let reached = texts::Reached::Approved;
    texts::follow(diary, &text(name, "campaign", "承接页文案", reached, vec![body]));
    if !past_gate {
        let sms = "【云上衣舍】你收藏的大衣开始预售，付定金立减，点店铺首页查看。";
        let name = format!("{key}:copy:sms");
        let reached = texts::Reached::InReview;
        texts::follow(diary, &text(name, "campaign", "会员短信", reached, vec![sms]));
    }
}

/// How far the piece at this place of a pack has come.
fn reach(n: usize, past_gate: bool, over: bool) -> queue::Reached {
    use queue::Reached::{
        Approved, Archived, Assigned, Delivered, Doing, InReview, Live, Queued, Retake,
    };
    if over {
        // Everything was delivered; what was shown has been taken down since and filed away.
        return if n % 3 == 2 { Delivered } else { Archived };
    }
    if past_gate {
        return if n.is_multiple_of(2) { Live } else { Delivered };
    }
    [Approved, InReview, Doing, Retake, Delivered, Doing, Assigned, InReview, Assigned, Queued]
        [n % 10]
}

/// Whether a template is one of the small ones.
fn is_small(kind: &str) -> bool {
    matches!(kind, "launch" | "clearance" | "daily")
}

/// The items of a campaign's pack with their kinds, and which piece of the wardrobe they are for.
fn pack(story: &Story) -> Vec<(String, &'static str, Option<usize>)> {
    let lines: &[(&str, &str)] = if is_small(story.kind) {
        &[
            ("banner#1", "banner"),
            ("banner_m#1", "banner"),
            ("ad#1", "ad_creative"),
            ("ad#2", "ad_creative"),
            ("detail#1", "detail_page"),
            ("detail#1@tmall.detail", "detail_page"),
        ]
    } else {
        &[
            ("banner#1", "banner"),
            ("banner_m#1", "banner"),
            ("venue#1", "campaign_page"),
            ("ad#1", "ad_creative"),
            ("ad#2", "ad_creative"),
            ("ad#3", "ad_creative"),
            ("ad#4", "ad_creative"),
            ("detail#1", "detail_page"),
            ("detail#1@tmall.detail", "detail_page"),
            ("social#1", "social_image"),
            ("social_tall#1", "social_image"),
        ]
    };
    let each = story.pieces.iter().map(|at| (format!("main#1.{at}"), "main_image", Some(*at)));
    lines.iter().map(|(item, kind)| ((*item).to_owned(), *kind, None)).chain(each).collect()
}

fn file_pack(world: &mut World, key: &'static str, pieces: &[usize]) -> Result<()> {
    let id = world.thing(key)?;
    let args = json!({ "id": id, "version": world.version(&CAMPAIGN, id)? });
    let filed = world.does(PLANNER, "campaigns.file_pack", &args)?;
    for piece in filed["filed"].as_array().into_iter().flatten() {
        let (Some(item), Some(request)) = (piece["item"].as_str(), piece["request_id"].as_i64())
        else {
            continue;
        };
        // What is for one product is known by its place in the wardrobe.
        let mut name = item.to_owned();
        for at in pieces {
            if piece["product_id"].as_i64() == Some(world.product(*at)?) {
                name = format!("main#1.{at}");
            }
        }
        world.made.insert(format!("{key}:{name}"), request);
    }
    Ok(())
}

/// Milestones that have been reached are ticked by whoever plans the campaign.
fn milestones(diary: &mut Diary, story: &Story) {
    let calendar = diary.calendar;
    let key = story.key;
    if story.taken < 3 {
        return;
    }
    let done = if story.taken >= 6 { 9 } else { story.taken.min(3) };
    let ago = if story.taken >= 6 { calendar.ago(story.ends) - 1 } else { story.filed - 8 };
    diary.note(calendar.past(ago.max(0), 18 * 60), move |world| {
        let marks: Vec<i64> = world.all(
            "select id from milestone where campaign_id = ?1 and done_at is null order by due, id",
            world.thing(key)?,
        )?;
        for id in marks.into_iter().take(done) {
            world.does(
                PLANNER,
                "campaigns.finish_milestone",
                &json!({ "id": id, "done": true }),
            )?;
        }
        Ok(())
    });
}
