//! The channels and picture slots that a new shop begins with.

use shopdesk_pictures::{SlotSpec, default_slots};

use super::rules::Unit;
use super::table::{CHANNEL, CHANNEL_SLOT};
use crate::kernel::{Result, Tx};

struct Profile {
    code: &'static str,
    title: &'static str,
    overseas: bool,
    currency: &'static str,
    title_max: i64,
    unit: Unit,
    bullets_max: i64,
    bullet_max: i64,
    handling_days: i64,
    source: &'static str,
    confirmed: bool,
}

/// What a new shop starts with; every number can be changed by its people. Fees differ by category
/// and contract and start at nothing.
const PROFILES: &[Profile] = &[
    Profile {
        code: "taobao",
        title: "淘宝",
        overseas: false,
        currency: "CNY",
        title_max: 60,
        unit: Unit::Cjk2,
        bullets_max: 0,
        bullet_max: 0,
        handling_days: 2,
        source: "60 字节（30 个汉字）；另有页面称 128 字符，请在平台核对",
        confirmed: false,
    },
    Profile {
        code: "tmall",
        title: "天猫",
        overseas: false,
        currency: "CNY",
        title_max: 60,
        unit: Unit::Cjk2,
        bullets_max: 0,
        bullet_max: 0,
        handling_days: 2,
        source: "60 字节（30 个汉字）；另有页面称 128 字符，请在平台核对",
        confirmed: false,
    },
    Profile {
        code: "mall",
        title: "商城",
        overseas: false,
        currency: "CNY",
        title_max: 60,
        unit: Unit::Char,
        bullets_max: 0,
        bullet_max: 0,
        handling_days: 2,
        source: "本店商城，由店铺自定",
        confirmed: false,
    },
    Profile {
        code: "aliexpress",
        title: "速卖通",
        overseas: true,
        currency: "USD",
        title_max: 128,
        unit: Unit::Char,
        bullets_max: 0,
        bullet_max: 0,
        handling_days: 5,
        source: "行业通行做法，请在平台核对",
        confirmed: false,
    },
    Profile {
        code: "ebay",
        title: "eBay",
        overseas: true,
        currency: "USD",
        title_max: 80,
        unit: Unit::Char,
        bullets_max: 0,
        bullet_max: 0,
        handling_days: 3,
        source: "行业通行做法，请在平台核对",
        confirmed: false,
    },
    Profile {
        code: "amazon",
        title: "Amazon",
        overseas: true,
        currency: "USD",
        title_max: 200,
        unit: Unit::Char,
        bullets_max: 5,
        bullet_max: 500,
        handling_days: 2,
        source: "行业通行做法，请在平台核对",
        confirmed: false,
    },
];

/// Which of the default slots belong to a channel, and how many pictures each asks for at least.
fn slots_for(code: &str) -> &'static [(&'static str, i64)] {
    match code {
        "taobao" => &[
            ("taobao.main", 1),
            ("taobao.white", 1),
            ("taobao.portrait", 0),
            ("taobao.long", 0),
            ("taobao.detail", 1),
            ("taobao.banner", 0),
            ("taobao.banner_m", 0),
            ("taobao.venue", 0),
            ("taobao.ad", 0),
        ],
        "tmall" => &[
            ("taobao.main", 1),
            ("taobao.white", 1),
            ("taobao.portrait", 0),
            ("taobao.long", 0),
            ("tmall.detail", 1),
            ("taobao.banner", 0),
            ("taobao.banner_m", 0),
            ("taobao.venue", 0),
            ("taobao.ad", 0),
        ],
        "aliexpress" => &[("aliexpress.main", 1)],
        "ebay" => &[("ebay.main", 1)],
        "amazon" => &[("amazon.main", 1)],
        _ => &[],
    }
}

/// Puts them into a new shop.
pub(super) fn seed(tx: &mut Tx<'_>) -> Result<()> {
    let defaults = default_slots();
    let noted = tx.today();
    for profile in PROFILES {
        let id = tx.insert(
            &CHANNEL,
            &serde_json::json!({
                "code": profile.code, "title": profile.title,
                "region": if profile.overseas { "overseas" } else { "domestic" },
                "currency": profile.currency,
                "fx_micro": (profile.currency == "CNY").then_some(1_000_000),
                "title_max": profile.title_max, "title_unit": profile.unit.code(),
                "bullets_max": profile.bullets_max, "bullet_max": profile.bullet_max,
                "handling_days": profile.handling_days, "source": profile.source,
                "confirmed": profile.confirmed, "noted_on": noted,
                "created_at": tx.now, "updated_at": tx.now,
            }),
        )?;
        let mut specs: Vec<(SlotSpec, i64)> = slots_for(profile.code)
            .iter()
            .filter_map(|(code, min)| {
                defaults.iter().find(|s| s.code == *code).map(|s| (s.clone(), *min))
            })
            .collect();
        if profile.code == "mall" {
            specs.push((
                SlotSpec {
                    code: "mall.main".to_owned(),
                    channel: profile.title.to_owned(),
                    slot: "主图".to_owned(),
                    suggest_width: Some(800),
                    suggest_height: Some(800),
                    source: profile.source.to_owned(),
                    noted_on: noted.to_string(),
                    ..SlotSpec::default()
                },
                1,
            ));
        }
        for (spec, min) in specs {
            tx.insert(
                &CHANNEL_SLOT,
                &serde_json::json!({
                    "channel_id": id, "code": spec.code, "title": spec.slot, "min_count": min,
                    "source": spec.source, "confirmed": spec.confirmed, "noted_on": spec.noted_on,
                    "spec": spec,
                }),
            )?;
        }
    }
    Ok(())
}
