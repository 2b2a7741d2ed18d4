//! Prices as they moved: small steps week by week, and 改价单 in every state.

use serde_json::{Value as Json, json};

use super::clock::HISTORY;
use super::diary::{Diary, World, id_of};
use super::products::Shot;
use super::shelves::{is_live, keeper};
use crate::kernel::Result;

/// Where a 改价单 has got to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Draft,
    /// Sent back by the supervisor.
    Rejected,
    Pending,
    /// It runs by its days: what it is today follows from them.
    ByItself,
    Cancelled,
}

struct Change {
    /// The piece.
    at: usize,
    shop: &'static str,
    who: &'static str,
    /// The new price in percent of the old one.
    percent: i64,
    /// Proposed so many days ago.
    filed: i64,
    /// Begins so many days ago (in the future when negative) at this hour.
    starts: (i64, i64),
    ends: Option<(i64, i64)>,
    reason: &'static str,
    end: End,
}

const CHANGES: &[Change] = &[
    // Long over.
    change(
        4,
        "TM1",
        "yangfan",
        80,
        46,
        (44, 10),
        Some((38, 23)),
        "秋季上新第二波：新客价",
        End::ByItself,
    ),
    change(9, "TM1", "huanglei", 85, 41, (40, 10), None, "同款跟价，长期调整", End::ByItself),
    change(9, "TB1", "yangfan", 78, 33, (31, 0), Some((27, 23)), "小铺会员日", End::ByItself),
    change(20, "TM1", "huanglei", 82, 24, (22, 10), Some((18, 23)), "大促预热价", End::ByItself),
    change(28, "TM1", "yangfan", 76, 22, (20, 0), Some((13, 23)), "大促活动价", End::ByItself),
    change(34, "TM1", "huanglei", 88, 16, (15, 10), None, "面料降价，长期下调", End::ByItself),
    change(8, "AE1", "heyun", 85, 19, (17, 10), Some((12, 23)), "速卖通 11.11 折扣", End::ByItself),
    change(31, "TM1", "yangfan", 84, 9, (6, 9), Some((6, 12)), "限时两小时秒杀", End::ByItself),
    change(36, "TM1", "huanglei", 80, 12, (9, 10), Some((1, 23)), "大衣周末特惠", End::ByItself),
    // Running.
    change(
        27,
        "TM1",
        "yangfan",
        82,
        7,
        (5, 10),
        Some((-4, 23)),
        "毛衣节：满减叠加直降",
        End::ByItself,
    ),
    change(39, "TM1", "huanglei", 87, 6, (4, 10), Some((-6, 23)), "西装清仓第一轮", End::ByItself),
    change(12, "AE1", "heyun", 84, 6, (4, 10), Some((-3, 23)), "黑五预热", End::ByItself),
    // To be typed in today.
    change(
        35,
        "TM1",
        "huanglei",
        79,
        3,
        (1, 20),
        Some((-5, 23)),
        "双面呢大衣限时价",
        End::ByItself,
    ),
    change(42, "TB1", "yangfan", 85, 2, (1, 21), Some((-2, 23)), "小铺周三上新价", End::ByItself),
    // Ahead.
    change(1, "TM1", "huanglei", 93, 2, (-3, 10), None, "换季小幅下调", End::ByItself),
    change(23, "TM1", "yangfan", 78, 4, (-8, 0), Some((-14, 23)), "大促第一波价格", End::ByItself),
    change(20, "AM1", "heyun", 82, 3, (-6, 0), Some((-10, 23)), "Cyber Week 折扣", End::ByItself),
    // Waiting for the supervisor.
    change(
        2,
        "TM1",
        "huanglei",
        36,
        1,
        (-2, 10),
        Some((-5, 23)),
        "尾货清仓，低于底价，请批",
        End::Pending,
    ),
    change(41, "TM1", "yangfan", 72, 1, (-9, 0), Some((-13, 23)), "大促爆款引流价", End::Pending),
    change(
        44,
        "TM1",
        "yangfan",
        34,
        0,
        (-10, 0),
        Some((-12, 23)),
        "一元换购凑单款，亏本引流",
        End::Pending,
    ),
    change(18, "EB1", "heyun", 80, 2, (-4, 0), None, "eBay 竞品降价，跟价", End::Pending),
    // Not yet handed in, sent back, given up.
    change(
        45,
        "TM1",
        "yangfan",
        86,
        0,
        (-15, 0),
        Some((-18, 23)),
        "年终会员日价格草案",
        End::Draft,
    ),
    change(5, "TM1", "huanglei", 90, 1, (-7, 10), None, "新中式系列复购券配合调价", End::Draft),
    change(
        13,
        "TM1",
        "yangfan",
        55,
        5,
        (-3, 0),
        Some((-4, 23)),
        "打底衫 5 折冲销量",
        End::Rejected,
    ),
    change(14, "TM1", "huanglei", 75, 10, (-1, 0), Some((-3, 23)), "海魂衫秒杀", End::Cancelled),
];

#[allow(clippy::too_many_arguments, reason = "one row of a table")]
const fn change(
    at: usize,
    shop: &'static str,
    who: &'static str,
    percent: i64,
    filed: i64,
    starts: (i64, i64),
    ends: Option<(i64, i64)>,
    reason: &'static str,
    end: End,
) -> Change {
    Change { at, shop, who, percent, filed, starts, ends, reason, end }
}

/// Plans how prices move.
pub(super) fn plan(diary: &mut Diary, shots: &[Shot]) {
    let calendar = diary.calendar;
    for (n, change) in CHANGES.iter().enumerate() {
        propose(diary, n, change);
    }
    // Small steps: two or three a week in each hand.
    for week in 1..(HISTORY / 7) {
        for turn in 0..6 {
            let at = diary.dice.below(56);
            let shop = *diary.dice.pick(&["TM1", "TM1", "TB1", "SC1", "AE1", "EB1"]);
            let ago = week * 7 - diary.dice.between(0, 6);
            let minute = 10 * 60 + turn * 70;
            let percent = *diary.dice.pick(&[93, 95, 96, 104, 105, 94]);
            let reason = *diary.dice.pick(if percent > 100 { UP } else { DOWN });
            let taken = CHANGES.iter().any(|c| c.at == at && c.shop == shop);
            if ago < 1 || taken || !is_live(at, shop) || shots[at].born < ago + 3 {
                continue;
            }
            diary.note(calendar.past(ago, minute), move |world| {
                let id = world.listing(at, shop)?;
                let price = moved(world, id, percent)?;
                let args = json!({ "id": id, "price": price, "reason": reason });
                world.does(keeper(shop), "listings.set_price", &args).map(drop)
            });
        }
    }
    // The last look at the clock before the shop is handed over.
    diary.note(calendar.now, |world| world.does("linwan", "prices.advance", &json!({})).map(drop));
}

const UP: &[&str] = &["面料涨价，小幅上调", "运费上涨", "恢复日常价", "缺货，减缓出货"];
const DOWN: &[&str] =
    &["竞品降价，跟价", "库存偏高，促动销", "新品期结束，回到常规价", "直播间同价"];

/// The listing's price times so many percent, a whole amount of its money.
fn moved(world: &World, listing: i64, percent: i64) -> Result<Json> {
    let (price, currency): (i64, String) =
        world.one("select price, currency from listing where id = ?1", listing)?;
    let exact = price * percent / 100;
    let amount = if currency == "CNY" { exact / 100 * 100 } else { exact / 100 * 100 + 99 };
    Ok(json!({ "amount": amount, "currency": currency }))
}

fn propose(diary: &mut Diary, n: usize, change: &'static Change) {
    let calendar = diary.calendar;
    let key = format!("price:{n}");
    let minute = 11 * 60 + i64::try_from(n).unwrap_or_default() * 9 % 240;
    let moment = |(ago, hour): (i64, i64)| calendar.moment(ago, hour * 60 + hour / 23 * 59);
    let (starts, ends) = (moment(change.starts), change.ends.map(moment));
    let (name, who) = (key.clone(), change.who);
    diary.note(calendar.past(change.filed, minute), move |world| {
        let listing = world.listing(change.at, change.shop)?;
        let args = json!({ "listing_id": listing, "price": moved(world, listing, change.percent)?,
            "start_at": starts, "end_at": ends, "reason": change.reason,
            "draft": change.end == End::Draft });
        let made = world.does(who, "prices.propose", &args)?;
        world.made.insert(name, id_of(&made)?);
        Ok(())
    });
    let (login, action, reason) = match change.end {
        End::Draft | End::Pending => return,
        End::ByItself => ("linwan", "approve", ""),
        End::Rejected => ("linwan", "reject", "毛利不够，先做 8 折看转化"),
        End::Cancelled => (who, "cancel", "供货跟不上，取消这次秒杀"),
    };
    diary.note(calendar.past(change.filed, minute + 95), move |world| {
        let id = world.thing(&key)?;
        let (state, version): (String, i64) =
            world.one("select state, version from price_change where id = ?1", id)?;
        if action == "approve" && state != "pending" {
            // Within the limits: nobody has to be asked.
            return Ok(());
        }
        let mut args = json!({ "id": id, "version": version, "action": action });
        if !reason.is_empty() {
            args["reason"] = json!(reason);
        }
        world.does(login, "prices.act", &args).map(drop)
    });
}
