//! 今日台: what is due, what waits for me, what came back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cards::{CARDS, CardDef, sees_all_assets};
use crate::kernel::rights::Ask;
use crate::kernel::{Cx, Day, Module, Need, Post, Query, Result, Tone};
use crate::listings;
use crate::staff::ops::limit_of;
use crate::store::Value;

/// My desk today.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Today {}

/// The desk.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TodayView {
    /// The cards, most urgent first; empty ones are left out.
    pub cards: Vec<Card>,
}

/// One card.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Card {
    /// A stable word.
    pub key: &'static str,
    /// Its Chinese title.
    pub title: &'static str,
    /// How it looks.
    pub tone: Tone,
    /// How many there are in all.
    pub count: i64,
    /// The first of them.
    pub rows: Vec<CardRow>,
    /// The page that shows all.
    pub route: String,
}

/// One line of a card.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct CardRow {
    /// What it is.
    pub title: String,
    /// Number, shop, people.
    pub subtitle: String,
    /// Its day.
    pub due: Option<Day>,
    /// The page that shows it.
    pub route: String,
    /// The hash of its picture.
    pub thumb: Option<String>,
}

/// How many lines a card shows.
const LINES: i64 = 6;
const HOUR: i64 = 3_600_000;

impl Query for Today {
    type Output = TodayView;
    const NAME: &'static str = "desk.today";
    const TITLE: &'static str = "今日台";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] =
        &["asset", "copy_doc", "listing", "price_change", "campaign", "staff"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let mut cards = Vec::new();
        for card in CARDS {
            if (card.when)(cx) {
                cards.extend(fill(cx, card)?);
            }
        }
        Ok(TodayView { cards })
    }
}

fn fill(cx: &Cx<'_>, def: &CardDef) -> Result<Option<Card>> {
    let posts: Vec<&str> = cx.caller.posts().map(Post::code).collect();
    let limit = if cx.caller.is(Post::Director) { None } else { limit_of(cx, "campaign_budget")? };
    let all = [
        Value::from(cx.caller.staff),
        cx.today().into(),
        cx.now.into(),
        sees_all_assets(cx).into(),
        cx.today().plus(7).into(),
        (cx.now + HOUR).into(),
        format!(",{},", posts.join(",")).into(),
        cx.caller.can(Ask::write(Module::Campaigns)).into(),
        limit.unwrap_or(i64::MAX).into(),
    ];
    let kept = listings::kept_regions(cx, "s.channel_id").unwrap_or_else(|| "1 = 1".to_owned());
    let from = def.from.replace("{kept}", &kept);
    let count_sql = format!("select count(*) from {from}");
    let list_sql =
        format!("select {} from {from} order by {} limit {LINES}", def.select, def.order);
    let count: i64 = cx.one(&count_sql, used(&count_sql, &all))?;
    if count == 0 {
        return Ok(None);
    }
    let rows = cx.all(&list_sql, used(&list_sql, &all))?;
    Ok(Some(Card {
        key: def.key,
        title: def.title,
        tone: def.tone,
        count,
        rows,
        route: def.route.to_owned(),
    }))
}

/// The parameters up to the highest one that a statement names: an engine refuses more.
fn used<'v>(sql: &str, all: &'v [Value]) -> &'v [Value] {
    let highest = (1..=all.len()).rev().find(|n| sql.contains(&format!("?{n}"))).unwrap_or(0);
    &all[..highest]
}
