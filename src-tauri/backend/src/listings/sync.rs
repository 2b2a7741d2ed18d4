//! 待同步: what was changed here and is not yet on the platform, and where the platform differs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{close_sync, plain_in};
use super::ops::{SEES, WRITES, regions};
use super::schedule;
use super::table::{Channel, LISTING_DRIFT, Listing, SYNC_ITEM};
use crate::kernel::door::Entry;
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::{Code, Command, Cx, Error, Need, Query, Result, Tx};
use crate::{list_operations, params};

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<ListSync>(),
        Entry::query::<CountSync>(),
        Entry::command::<MarkDone>(),
        Entry::query::<Drifts>(),
    ]
}

/// What can wait for a platform, with its Chinese name.
pub const KINDS: &[(&str, &str)] = &[
    ("price", "售价"),
    ("list_price", "划线价"),
    ("stock", "库存"),
    ("presale", "预售日"),
    ("title", "标题"),
    ("category", "类目"),
    ("attributes", "类目属性"),
    ("freight", "运费模板"),
    ("copy", "文案"),
    ("picture", "图片"),
    ("sku", "新增 SKU"),
    ("outer_id", "商家编码"),
    ("state", "上下架"),
];

/// What waits to be changed on platforms.
pub static LIST: ListDef = ListDef {
    name: "sync",
    title: "待同步",
    entity: "",
    from: "sync_item y",
    key: "y.id",
    columns: &[
        Col::new("kind", "同步内容", "y.kind", ColKind::Choice(KINDS)).unsorted(),
        Col::new(
            "title",
            "商品",
            "(select l.title from listing l where l.id = y.listing_id)",
            ColKind::Text,
        )
        .plain(),
        Col::new(
            "picture",
            "首图",
            "(select l.picture from listing l where l.id = y.listing_id)",
            ColKind::Image,
        )
        .plain(),
        Col::new(
            "item_id",
            "平台商品ID",
            "(select l.item_id from listing l where l.id = y.listing_id)",
            ColKind::Code,
        )
        .plain(),
        Col::new(
            "outer_id",
            "商家编码",
            "coalesce((select k.outer_id from listing_sku k where k.id = y.listing_sku_id), '')",
            ColKind::Code,
        )
        .plain(),
        Col::new(
            "shop",
            "店铺",
            "(select s.name from shop s where s.id = y.shop_id)",
            ColKind::Text,
        )
        .plain(),
        Col::new("old", "平台上的", "y.old", ColKind::Text).plain(),
        Col::new("new", "应改为", "y.new", ColKind::Text).plain(),
        Col::new("since", "等待自", "y.since", ColKind::Instant),
        Col::new(
            "by",
            "修改人",
            "coalesce((select s.name from staff s where s.id = y.by_id), '系统')",
            ColKind::Text,
        )
        .plain(),
        Col::new("done_at", "完成时间", "y.done_at", ColKind::Instant).unsorted(),
        Col::new(
            "confirmed_by",
            "确认方式",
            "y.confirmed_by",
            ColKind::Choice(&[
                ("person", "人工确认"),
                ("import", "导入确认"),
                ("superseded", "已被定时价取代"),
            ]),
        )
        .unsorted(),
        Col::new("listing_id", "上架商品", "y.listing_id", ColKind::Int).unsorted().inner(),
        Col::new("shop_id", "店铺号", "y.shop_id", ColKind::Int).unsorted().inner(),
    ],
    tabs: &[
        Tab { key: "open", title: "待同步", when: "y.done_at is null" },
        Tab { key: "done", title: "已同步", when: "y.done_at is not null" },
    ],
    search: None,
    order: ("since", true),
    scope: |cx| {
        regions(cx, "channel_id")
            .map(|sql| format!("y.shop_id in (select id from shop where {sql})"))
    },
    needs: SEES,
};

/// One thing to change on a platform.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct SyncRow {
    /// Id.
    pub id: i64,
    /// One of the kinds: `price`, `stock`, `title` …
    pub kind: String,
    /// The listing.
    pub listing_id: i64,
    /// Its title.
    pub title: String,
    /// Its first picture.
    pub picture: Option<String>,
    /// The platform's number.
    pub item_id: String,
    /// 商家编码, when it is about one SKU.
    pub outer_id: String,
    /// The shop.
    pub shop_id: i64,
    /// Its name.
    pub shop: String,
    /// What the platform has.
    pub old: String,
    /// What it should have.
    pub new: String,
    /// UTC milliseconds.
    pub since: i64,
    /// Who changed it here.
    pub by: String,
    /// UTC milliseconds.
    pub done_at: Option<i64>,
    /// `person` or `import`.
    pub confirmed_by: Option<String>,
}
impl ListRow for SyncRow {}

list_operations!(
    ListSync,
    CountSync,
    LIST,
    SyncRow,
    "sync.list",
    "sync.counts",
    "待同步",
    SEES,
    ["listing", "shop"]
);

/// One thing that waits, as a listing shows it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct WaitingView {
    /// Id.
    pub id: i64,
    /// What.
    pub kind: String,
    /// 商家编码, when it is about one SKU.
    pub outer_id: String,
    /// What the platform has.
    pub old: String,
    /// What it should have.
    pub new: String,
    /// UTC milliseconds.
    pub since: i64,
}

/// What waits for a listing.
pub(super) fn waiting_of(cx: &Cx<'_>, listing: i64) -> Result<Vec<WaitingView>> {
    cx.all(
        "select y.id, y.kind, coalesce(k.outer_id, '') as outer_id, y.old, y.new, y.since
         from sync_item y left join listing_sku k on k.id = y.listing_sku_id
         where y.listing_id = ?1 and y.done_at is null order by y.since",
        params![listing],
    )
}

/// Says that the platform has these now.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkDone {
    /// Which.
    pub ids: Vec<i64>,
}

/// What became of many.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Many {
    /// These went through.
    pub ok: Vec<i64>,
    /// These did not.
    pub failed: Vec<Failed>,
    /// The batch, to undo it.
    pub batch: i64,
}

/// One that did not go through.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Failed {
    /// Which.
    pub id: i64,
    /// Why.
    pub message: String,
}

#[derive(Deserialize)]
struct Waiting {
    listing_id: i64,
    done_at: Option<i64>,
    price_change_id: Option<i64>,
}

impl Command for MarkDone {
    type Output = Many;
    const NAME: &'static str = "sync.mark_done";
    const TITLE: &'static str = "平台已改";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["listing", "price_change"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.ids.is_empty() || self.ids.len() > 5_000 {
            return Err(Error::invalid("ids", "一次标记 1 到 5000 条"));
        }
        let batch = tx.batch(&format!("平台已改 {} 条", self.ids.len()))?;
        let mut out = Many { ok: Vec::new(), failed: Vec::new(), batch };
        for id in self.ids {
            match mark(tx, id) {
                Ok(()) => out.ok.push(id),
                Err(e) if e.code == Code::Internal => return Err(e),
                Err(e) => out.failed.push(Failed { id, message: e.message }),
            }
        }
        Ok(out)
    }
}

fn mark(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    let item: Waiting = tx.get(&SYNC_ITEM, id)?;
    let it = Listing::of(tx, item.listing_id)?;
    let channel = Channel::of(tx, it.channel_id)?;
    channel.may_read(tx, SYNC_ITEM.label, id)?;
    channel.may_write(tx, &[])?;
    if item.done_at.is_some() {
        return Ok(());
    }
    if let Some(change) = item.price_change_id {
        let state: String =
            tx.one("select state from price_change where id = ?1", params![change])?;
        match state.as_str() {
            "due" => return schedule::done(tx, change, "person"),
            "restore_due" => return schedule::restored(tx, change, "person"),
            _ => {}
        }
    }
    close_sync(tx, id, "person")
}

/// For imports: the platform's own export says this about a listing (`kind` as in the sync list,
/// `value` as there: prices as `129.00`, stock as `12`). What waited for exactly this is closed; what
/// differs from ours is kept for the report of differences, what agrees leaves it. Answers whether
/// the platform agrees with us.
pub fn confirm_from_platform(
    tx: &mut Tx<'_>,
    listing: i64,
    listing_sku: Option<i64>,
    kind: &str,
    value: &str,
) -> Result<bool> {
    let waiting: Vec<(i64, String, Option<i64>)> = tx.all(
        "select id, new, price_change_id from sync_item
         where listing_id = ?1 and kind = ?2 and listing_sku_id is not distinct from ?3 and done_at is null",
        params![listing, kind, listing_sku],
    )?;
    for (id, _, change) in waiting.iter().filter(|(_, new, _)| new == value) {
        let state: Option<String> = match change {
            Some(change) => {
                tx.maybe("select state from price_change where id = ?1", params![*change])?
            }
            None => None,
        };
        match (change, state.as_deref()) {
            (Some(change), Some("due")) => schedule::done(tx, *change, "import")?,
            (Some(change), Some("restore_due")) => schedule::restored(tx, *change, "import")?,
            _ => close_sync(tx, *id, "import")?,
        }
    }
    if let Some(sku) = listing_sku {
        // The platform says something of it: it is there.
        let missing: Vec<i64> = tx.all(
            "select id from sync_item where listing_sku_id = ?1 and kind = 'sku' and done_at is null",
            params![sku],
        )?;
        missing.into_iter().try_for_each(|id| close_sync(tx, id, "import"))?;
    }
    let ours = ours(tx, listing, listing_sku, kind)?;
    tx.exec(
        &LISTING_DRIFT,
        "delete from listing_drift where listing_id = ?1 and listing_sku_id is not distinct from ?2
            and kind = ?3",
        params![listing, listing_sku, kind],
    )?;
    let agrees = ours.as_deref().is_none_or(|o| o == value);
    if let Some(ours) = ours.filter(|_| !agrees) {
        tx.exec(
            &LISTING_DRIFT,
            "insert into listing_drift (listing_id, listing_sku_id, kind, ours, theirs, seen_at)
             values (?1, ?2, ?3, ?4, ?5, ?6)",
            params![listing, listing_sku, kind, ours, value, tx.now],
        )?;
    }
    tx.tag("listing");
    Ok(agrees)
}

fn ours(cx: &Cx<'_>, listing: i64, sku: Option<i64>, kind: &str) -> Result<Option<String>> {
    let it = Listing::of(cx, listing)?;
    Ok(match (kind, sku) {
        ("title", _) => Some(it.title),
        ("category", _) => Some(it.category),
        ("price", None) => Some(plain_in(it.price, &it.currency)),
        ("stock", None) => Some(it.qty.to_string()),
        ("price" | "stock", Some(sku)) => {
            let row: Option<(i64, i64)> = cx.maybe(
                "select price, qty from listing_sku where id = ?1 and listing_id = ?2",
                params![sku, listing],
            )?;
            row.map(
                |(price, qty)| {
                    if kind == "price" { plain_in(price, &it.currency) } else { qty.to_string() }
                },
            )
        }
        _ => None,
    })
}

/// Where the platform's last export differs from us.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Drifts {}

/// One difference.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct DriftView {
    /// Id.
    pub id: i64,
    /// The listing.
    pub listing_id: i64,
    /// Its title.
    pub title: String,
    /// The shop.
    pub shop: String,
    /// 商家编码, when it is about one SKU.
    pub outer_id: String,
    /// What.
    pub kind: String,
    /// Here.
    pub ours: String,
    /// On the platform.
    pub theirs: String,
    /// UTC milliseconds.
    pub seen_at: i64,
}

impl Query for Drifts {
    type Output = Vec<DriftView>;
    const NAME: &'static str = "sync.drift";
    const TITLE: &'static str = "平台差异";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["listing"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let scope = regions(cx, "l.channel_id").unwrap_or_else(|| "1 = 1".to_owned());
        cx.all(
            &format!(
                "select d.id, d.listing_id, l.title, s.name as shop,
                    coalesce(k.outer_id, '') as outer_id, d.kind, d.ours, d.theirs, d.seen_at
                 from listing_drift d join listing l on l.id = d.listing_id
                 join shop s on s.id = l.shop_id
                 left join listing_sku k on k.id = d.listing_sku_id
                 where {scope} order by d.seen_at desc, d.id limit 1000"
            ),
            params![],
        )
    }
}
