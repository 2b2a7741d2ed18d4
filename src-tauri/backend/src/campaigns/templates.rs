//! The kinds of campaign that a shop begins with: their pictures, texts and milestones, counted back
//! from the start.

use serde::Serialize;

use super::table::{CopyItem, Mark, PackItem, TEMPLATE};
use crate::assets::AssetKind;
use crate::copydesk::CopyKind;
use crate::kernel::{Post, Result, Tx};

#[derive(Serialize)]
struct TemplateRow {
    kind: &'static str,
    title: &'static str,
    items: Vec<PackItem>,
    copies: Vec<CopyItem>,
    milestones: Vec<Mark>,
    created_at: i64,
    updated_at: i64,
}

/// The kinds of campaign that a shop begins with, and whether they are large.
const SEEDS: &[(&str, &str, bool)] = &[
    ("618", "618", true),
    ("double11", "双11", true),
    ("double12", "双12", true),
    ("new_year", "年货节", true),
    ("anniversary", "店庆", true),
    ("launch", "上新", false),
    ("clearance", "清仓", false),
    ("daily", "日常", false),
];

type Words = (&'static str, CopyKind, &'static str, i64, &'static str);

const THEME: &str = "一句主题、三条卖点（每条 12 字以内），图上的字都从这里取";
const RULES: &str = "优惠门槛、叠加规则、发货与退换，与活动规则一字不差";

const TEXTS_LARGE: &[Words] = &[
    ("theme", CopyKind::Campaign, "活动主题与卖点", 7, THEME),
    ("rules", CopyKind::Campaign, "活动规则页", 7, RULES),
    ("social", CopyKind::Social, "社媒预热文案", 5, "微博、微信各一版，预热期与当天各一条"),
    ("faq", CopyKind::Faq, "客服话术", 4, "优惠怎么算、何时发货、价保、退换各一问一答"),
];

const TEXTS_SMALL: &[Words] = &[
    ("theme", CopyKind::Campaign, "活动主题与卖点", 6, THEME),
    ("faq", CopyKind::Faq, "客服话术", 3, "优惠怎么算、何时发货各一问一答"),
];

/// Key, kind, slot, name, days before the start, what the slot does not say itself, how many, for each
/// product.
type Line = (&'static str, AssetKind, &'static str, &'static str, i64, &'static str, u32, bool);

const LARGE: &[Line] = &[
    ("banner", AssetKind::Banner, "taobao.banner", "首焦（PC）", 5, "", 1, false),
    ("banner_m", AssetKind::Banner, "taobao.banner_m", "首焦（手机）", 5, "", 1, false),
    (
        "venue",
        AssetKind::CampaignPage,
        "taobao.venue",
        "活动承接页",
        5,
        "分会场与商品区齐全",
        1,
        false,
    ),
    (
        "ad",
        AssetKind::AdCreative,
        "taobao.ad",
        "直通车图",
        4,
        "四张不同卖点，留 48 小时测图",
        4,
        false,
    ),
    ("main", AssetKind::MainImage, "taobao.main", "主图打标", 3, "打标不遮住商品", 1, true),
    ("detail", AssetKind::DetailPage, "taobao.detail", "详情关联", 3, "放活动商品关联", 1, false),
    ("social", AssetKind::SocialImage, "social.square", "社媒预热图（方图）", 3, "", 1, false),
    ("social_tall", AssetKind::SocialImage, "social.tall", "社媒预热图（竖图）", 3, "", 1, false),
];

const SMALL: &[Line] = &[
    ("banner", AssetKind::Banner, "taobao.banner", "首焦（PC）", 5, "", 1, false),
    ("banner_m", AssetKind::Banner, "taobao.banner_m", "首焦（手机）", 5, "", 1, false),
    ("ad", AssetKind::AdCreative, "taobao.ad", "直通车图", 4, "留 48 小时测图", 2, false),
    ("main", AssetKind::MainImage, "taobao.main", "主图打标", 3, "打标不遮住商品", 1, true),
    ("detail", AssetKind::DetailPage, "taobao.detail", "详情关联", 3, "放活动商品关联", 1, false),
];

const MARKS_LARGE: &[(&str, i64, Post)] = &[
    ("报名与选品", 30, Post::Promotion),
    ("备货到仓", 15, Post::Merchandiser),
    ("活动价定稿", 10, Post::OpsSpecialist),
    ("文案定稿", 7, Post::Copywriter),
    ("素材交付", 3, Post::Designer),
    ("客服排班与话术", 3, Post::CustomerService),
    ("上线检查", 1, Post::OpsSpecialist),
    ("复盘", -7, Post::Promotion),
];

const MARKS_SMALL: &[(&str, i64, Post)] = &[
    ("选品与定价", 7, Post::Promotion),
    ("文案定稿", 5, Post::Copywriter),
    ("素材交付", 3, Post::Designer),
    ("上线检查", 1, Post::OpsSpecialist),
    ("复盘", -3, Post::Promotion),
];

pub(super) fn seed(tx: &mut Tx<'_>) -> Result<()> {
    for (kind, title, large) in SEEDS {
        let (lines, texts, marks) = if *large {
            (LARGE, TEXTS_LARGE, MARKS_LARGE)
        } else {
            (SMALL, TEXTS_SMALL, MARKS_SMALL)
        };
        let row = TemplateRow {
            kind,
            title,
            items: lines
                .iter()
                .map(|(key, asset_kind, slot, title, offset_days, specs, count, each)| PackItem {
                    key: (*key).to_owned(),
                    asset_kind: *asset_kind,
                    slot: Some((*slot).to_owned()),
                    title: (*title).to_owned(),
                    offset_days: *offset_days,
                    specs: (*specs).to_owned(),
                    count: *count,
                    per_product: *each,
                })
                .collect(),
            copies: texts
                .iter()
                .map(|(key, copy_kind, title, offset_days, brief)| CopyItem {
                    key: (*key).to_owned(),
                    copy_kind: *copy_kind,
                    title: (*title).to_owned(),
                    offset_days: *offset_days,
                    brief: (*brief).to_owned(),
                })
                .collect(),
            milestones: marks
                .iter()
                .map(|(title, offset_days, owner_post)| Mark {
                    title: (*title).to_owned(),
                    offset_days: *offset_days,
                    owner_post: *owner_post,
                })
                .collect(),
            created_at: tx.now,
            updated_at: tx.now,
        };
        tx.insert(&TEMPLATE, &row)?;
    }
    Ok(())
}
