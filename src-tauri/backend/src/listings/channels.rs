//! Channel profiles, their picture slots and categories: limits are data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use shopdesk_pictures::SlotSpec;

use super::change::tidy_category;
use super::ops::SEES;
use super::rules::{Unit, clean};
use super::table::{CHANNEL, CHANNEL_CATEGORY, CHANNEL_SLOT, Channel};
use crate::kernel::door::Entry;
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Error, Module, Need, Query, Result, Tx};
use crate::params;
use crate::store::Value;

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<ListChannels>(),
        Entry::query::<GetChannel>(),
        Entry::command::<UpdateChannel>(),
        Entry::command::<CreateSlot>(),
        Entry::command::<UpdateSlot>(),
        Entry::query::<Categories>(),
        Entry::command::<PutCategories>(),
    ]
}

/// Limits are rules; whoever keeps rules or listings keeps them.
pub(super) const KEEPS: Need = Need::Any(&[
    Ask::write(Module::Rules),
    Ask::write(Module::ListingsDomestic),
    Ask::write(Module::ListingsOverseas),
]);

/// A picture slot of a channel with its rules.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SlotRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// `taobao.main`.
    pub code: String,
    /// 主图.
    pub title: String,
    /// So many pictures before a listing may go live.
    pub min_count: i64,
    /// What a picture must be.
    pub spec: SlotSpec,
    /// Where the rule comes from.
    pub source: String,
    /// The platform's own page was seen to say so.
    pub confirmed: bool,
    /// Since when it is noted.
    pub noted_on: String,
}

impl SlotRow {
    /// Whether buyers see this one's first picture in lists: 主图.
    pub fn is_main(&self) -> bool {
        self.code.split_once('.').is_some_and(|(_, place)| place == "main")
    }
}

/// The slots of a channel that its listings have, in order.
pub fn slots_of(cx: &Cx<'_>, channel: i64) -> Result<Vec<SlotRow>> {
    let mut all = every_slot_of(cx, channel)?;
    all.retain(|slot| !slot.spec.shop_wide);
    Ok(all)
}

/// All slots of a channel, also those of its pages and ads, in order.
pub fn every_slot_of(cx: &Cx<'_>, channel: i64) -> Result<Vec<SlotRow>> {
    cx.all(
        "select id, version, code, title, min_count, spec, source, confirmed, noted_on
         from channel_slot where channel_id = ?1 order by id",
        params![channel],
    )
}

/// One slot of a channel by its code.
pub(super) fn slot_of(cx: &Cx<'_>, channel: i64, code: &str) -> Result<SlotRow> {
    slots_of(cx, channel)?
        .into_iter()
        .find(|s| s.code == code)
        .ok_or_else(|| Error::invalid("slot", format!("这个渠道没有图片位“{code}”")))
}

/// All channels.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListChannels {}

/// A channel.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ChannelRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// `taobao`.
    pub code: String,
    /// 淘宝.
    pub title: String,
    /// `domestic` or `overseas`.
    pub region: String,
    /// Its currency.
    pub currency: String,
    /// How many CNY one unit of it costs, in millionths; nothing: not noted.
    pub fx_micro: Option<i64>,
    /// Of which day.
    pub fx_on: Option<String>,
    /// The longest title.
    pub title_max: i64,
    /// Counted so.
    pub title_unit: Unit,
    /// The most selling points; 0: the channel has none.
    pub bullets_max: i64,
    /// The longest selling point; 0: not limited.
    pub bullet_max: i64,
    /// The platform's fee, basis points.
    pub fee_bp: i64,
    /// Days until it must be shipped.
    pub handling_days: i64,
    /// The least margin over cost, basis points; nothing: the shop's.
    pub min_margin_bp: Option<i64>,
    /// Where these numbers come from.
    pub source: String,
    /// The platform's own page was seen to say so.
    pub confirmed: bool,
    /// Since when they are noted.
    pub noted_on: String,
    /// In use.
    pub active: bool,
}

impl Query for ListChannels {
    type Output = Vec<ChannelRow>;
    const NAME: &'static str = "channels.list";
    const TITLE: &'static str = "渠道";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &["channel"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all("select * from channel order by id", params![])
    }
}

/// One channel with its slots.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetChannel {
    /// Which.
    pub id: i64,
}

/// One channel as its page shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChannelView {
    /// The profile.
    pub channel: ChannelRow,
    /// Its picture slots.
    pub slots: Vec<SlotRow>,
    /// How many categories are known.
    pub categories: i64,
    /// The caller may change it.
    pub writable: bool,
}

impl Query for GetChannel {
    type Output = ChannelView;
    const NAME: &'static str = "channels.get";
    const TITLE: &'static str = "渠道";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &["channel"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        Ok(ChannelView {
            channel: cx.get(&CHANNEL, self.id)?,
            slots: every_slot_of(cx, self.id)?,
            categories: cx.one(
                "select count(*) from channel_category where channel_id = ?1",
                params![self.id],
            )?,
            writable: keeps(cx, &Channel::of(cx, self.id)?).is_ok(),
        })
    }
}

/// Who keeps rules may change any channel, others those whose listings they write.
pub(super) fn keeps(cx: &Cx<'_>, channel: &Channel) -> Result<()> {
    if cx.caller.goes_on_with(Ask::write(Module::Rules)) {
        return Ok(());
    }
    channel.may_write(cx, &[])
}

/// Changes a channel's limits. What is absent stays.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateChannel {
    /// Which.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The longest title.
    #[serde(default)]
    pub title_max: Option<i64>,
    /// Counted so.
    #[serde(default)]
    pub title_unit: Option<Unit>,
    /// The most selling points.
    #[serde(default)]
    pub bullets_max: Option<i64>,
    /// The longest selling point.
    #[serde(default)]
    pub bullet_max: Option<i64>,
    /// The platform's fee, basis points.
    #[serde(default)]
    pub fee_bp: Option<i64>,
    /// Days until it must be shipped.
    #[serde(default)]
    pub handling_days: Option<i64>,
    /// The least margin over cost, basis points; −1: the shop's.
    #[serde(default)]
    pub min_margin_bp: Option<i64>,
    /// How many CNY one unit of its currency costs, in millionths.
    #[serde(default)]
    pub fx_micro: Option<i64>,
    /// Where these numbers come from.
    #[serde(default)]
    pub source: Option<String>,
    /// The platform's own page was seen to say so.
    #[serde(default)]
    pub confirmed: Option<bool>,
    /// In use.
    #[serde(default)]
    pub active: Option<bool>,
}

fn between(field: &str, label: &str, value: i64, least: i64, most: i64) -> Result<Value> {
    if (least..=most).contains(&value) {
        Ok(value.into())
    } else {
        Err(Error::invalid(field, format!("{label}应在 {least} 到 {most} 之间，现在是 {value}")))
    }
}

impl Command for UpdateChannel {
    type Output = i64;
    const NAME: &'static str = "channels.update";
    const TITLE: &'static str = "修改渠道规格";
    const NEEDS: Need = KEEPS;
    const TOUCHES: &'static [&'static str] = &["channel", "listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let channel = Channel::of(tx, self.id)?;
        keeps(tx, &channel)?;
        let mut set: Vec<(&str, Value)> = Vec::new();
        if let Some(n) = self.title_max {
            set.push(("title_max", between("title_max", "标题上限", n, 1, 1000)?));
        }
        if let Some(unit) = self.title_unit {
            set.push(("title_unit", unit.code().into()));
        }
        if let Some(n) = self.bullets_max {
            set.push(("bullets_max", between("bullets_max", "卖点条数上限", n, 0, 20)?));
        }
        if let Some(n) = self.bullet_max {
            set.push(("bullet_max", between("bullet_max", "每条卖点上限", n, 0, 2000)?));
        }
        if let Some(n) = self.fee_bp {
            set.push(("fee_bp", between("fee_bp", "平台费率（万分之一）", n, 0, 9_999)?));
        }
        if let Some(n) = self.handling_days {
            set.push(("handling_days", between("handling_days", "备货天数", n, 0, 60)?));
        }
        if let Some(n) = self.min_margin_bp {
            let value = if n == -1 {
                Value::Null
            } else {
                between("min_margin_bp", "最低毛利率（万分之一）", n, 0, 100_000)?
            };
            set.push(("min_margin_bp", value));
        }
        if let Some(n) = self.fx_micro {
            if channel.currency == "CNY" {
                return Err(Error::invalid("fx_micro", "人民币渠道不需要汇率"));
            }
            set.push((
                "fx_micro",
                between("fx_micro", "汇率（百万分之一元）", n, 1, 10_000_000_000)?,
            ));
            set.push(("fx_on", tx.today().into()));
        }
        if let Some(source) = &self.source {
            set.push(("source", clean(source).into()));
        }
        if let Some(confirmed) = self.confirmed {
            set.push(("confirmed", confirmed.into()));
        }
        if let Some(active) = self.active {
            set.push(("active", active.into()));
        }
        if !set.is_empty() {
            set.push(("noted_on", tx.today().into()));
        }
        tx.update(&CHANNEL, self.id, Some(self.version), &set)
    }
}

/// Adds a picture slot to a channel.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateSlot {
    /// The channel.
    pub channel_id: i64,
    /// As people say it: 细节图.
    pub title: String,
    /// So many at least.
    #[serde(default)]
    pub min_count: i64,
    /// What a picture must be.
    #[serde(default)]
    pub spec: SlotSpec,
    /// Where the rules come from.
    #[serde(default)]
    pub source: String,
}

fn slot_title(title: &str) -> Result<String> {
    let title = clean(title);
    if title.is_empty() || title.chars().count() > 20 {
        return Err(Error::invalid("title", "图片位名称不能为空，最多 20 个字，例如 细节图"));
    }
    Ok(title)
}

fn free_slot_title(cx: &Cx<'_>, channel: i64, title: &str, own: i64) -> Result<()> {
    if every_slot_of(cx, channel)?.iter().any(|s| s.title == title && s.id != own) {
        return Err(Error::conflict(
            "duplicate",
            format!("这个渠道已有图片位“{title}”，请直接修改它"),
        )
        .at("title"));
    }
    Ok(())
}

impl Command for CreateSlot {
    type Output = i64;
    const NAME: &'static str = "slots.create";
    const TITLE: &'static str = "新建图片位";
    const NEEDS: Need = KEEPS;
    const TOUCHES: &'static [&'static str] = &["channel"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let channel = Channel::of(tx, self.channel_id)?;
        keeps(tx, &channel)?;
        let title = slot_title(&self.title)?;
        free_slot_title(tx, self.channel_id, &title, 0)?;
        check_spec(&self.spec)?;
        let code: String =
            tx.one("select code from channel where id = ?1", params![self.channel_id])?;
        // The first free number: codes are kept in listings and requests and never used twice.
        let taken = every_slot_of(tx, self.channel_id)?;
        let code = (taken.len() + 1..=2 * taken.len() + 1)
            .map(|n| format!("{code}.slot{n}"))
            .find(|c| taken.iter().all(|s| s.code != *c))
            .unwrap_or_default();
        let (source, noted_on) = (clean(&self.source), tx.today());
        let spec = SlotSpec {
            code: code.clone(),
            channel: channel.title,
            slot: title.clone(),
            source: source.clone(),
            confirmed: false,
            noted_on: noted_on.to_string(),
            ..self.spec
        };
        tx.insert(
            &CHANNEL_SLOT,
            &json!({
                "channel_id": self.channel_id, "code": code, "title": title,
                "min_count": between_count(self.min_count)?, "spec": spec, "source": source,
                "confirmed": false, "noted_on": noted_on,
            }),
        )
    }
}

fn between_count(count: i64) -> Result<i64> {
    between("min_count", "至少几张", count, 0, 50)?;
    Ok(count)
}

/// Changes the rules of a picture slot.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateSlot {
    /// Which.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// As people say it.
    #[serde(default)]
    pub title: Option<String>,
    /// So many at least.
    #[serde(default)]
    pub min_count: Option<i64>,
    /// The rules, whole.
    #[serde(default)]
    pub spec: Option<SlotSpec>,
    /// Where they come from.
    #[serde(default)]
    pub source: Option<String>,
    /// The platform's own page was seen to say so.
    #[serde(default)]
    pub confirmed: Option<bool>,
}

#[derive(Deserialize)]
struct SlotKey {
    channel_id: i64,
    code: String,
    title: String,
    min_count: i64,
    spec: SlotSpec,
    source: String,
    confirmed: bool,
}

impl Command for UpdateSlot {
    type Output = i64;
    const NAME: &'static str = "slots.update";
    const TITLE: &'static str = "修改图片位规格";
    const NEEDS: Need = KEEPS;
    const TOUCHES: &'static [&'static str] = &["channel"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let slot: SlotKey = tx.get(&CHANNEL_SLOT, self.id)?;
        keeps(tx, &Channel::of(tx, slot.channel_id)?)?;
        let mut set: Vec<(&str, Value)> = Vec::new();
        let title = match &self.title {
            Some(title) => {
                let title = slot_title(title)?;
                free_slot_title(tx, slot.channel_id, &title, self.id)?;
                set.push(("title", title.as_str().into()));
                title
            }
            None => slot.title,
        };
        if let Some(n) = self.min_count {
            set.push(("min_count", between_count(n)?.into()));
        }
        let least = self.min_count.unwrap_or(slot.min_count);
        let shop_wide = slot.spec.shop_wide;
        let mut spec = self.spec.unwrap_or(slot.spec);
        check_spec(&spec)?;
        if spec.max_count.is_some_and(|most| i64::from(most) < least) {
            return Err(Error::invalid(
                "spec",
                format!("最多张数少于至少 {least} 张，请先改小“至少几张”"),
            ));
        }
        // The checker quotes the row itself, so the row carries where it comes from.
        let noted_on = tx.today();
        spec.code = slot.code;
        spec.slot = title;
        // Whether listings have it stays: pictures may hang there.
        spec.shop_wide = shop_wide;
        spec.source = self.source.as_deref().map_or(slot.source, clean);
        spec.confirmed = self.confirmed.unwrap_or(slot.confirmed);
        spec.noted_on = noted_on.to_string();
        set.push(("source", spec.source.as_str().into()));
        set.push(("confirmed", spec.confirmed.into()));
        set.push(("noted_on", noted_on.into()));
        set.push(("spec", serde_json::to_value(&spec).map_err(Error::internal)?.into()));
        tx.update(&CHANNEL_SLOT, self.id, Some(self.version), &set)
    }
}

fn check_spec(spec: &SlotSpec) -> Result<()> {
    let bad = |why: &str| Err(Error::invalid("spec", format!("图片规格不对：{why}")));
    let crossed = |least: Option<u32>, most: Option<u32>| matches!((least, most), (Some(a), Some(b)) if a > b);
    if crossed(spec.min_width, spec.max_width) || crossed(spec.min_height, spec.max_height) {
        return bad("最小尺寸大于最大尺寸");
    }
    if matches!((spec.min_bytes, spec.max_bytes), (Some(a), Some(b)) if a > b) {
        return bad("最小字节数大于最大字节数");
    }
    if spec.ratio.is_some_and(|[w, h]| w == 0 || h == 0) {
        return bad("宽高比不能有 0");
    }
    if spec.subject_share.is_some_and(|s| !(0.0..=1.0).contains(&s)) {
        return bad("主体占比应在 0 到 1 之间");
    }
    if spec.max_count == Some(0) {
        return bad("最多张数不能是 0");
    }
    let sizes = [
        spec.min_width,
        spec.min_height,
        spec.max_width,
        spec.max_height,
        spec.exact_width,
        spec.exact_height,
        spec.suggest_width,
        spec.suggest_height,
        spec.min_longest,
        spec.suggest_longest,
    ];
    if sizes.into_iter().flatten().any(|n| !(1..=30_000).contains(&n)) {
        return bad("像素应在 1 到 30000 之间");
    }
    Ok(())
}

/// Categories of a channel that contain a word.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Categories {
    /// The channel.
    pub channel_id: i64,
    /// Words; all when absent.
    #[serde(default)]
    pub q: Option<String>,
    /// Only leaves.
    #[serde(default)]
    pub leaves: bool,
}

/// A category of a channel.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct CategoryRow {
    /// `女装 > 连衣裙`.
    pub path: String,
    /// Nothing is below it.
    pub leaf: bool,
}

impl Query for Categories {
    type Output = Vec<CategoryRow>;
    const NAME: &'static str = "channels.categories";
    const TITLE: &'static str = "渠道类目";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["channel"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all(
            &format!(
                "select path, leaf from channel_category where channel_id = ?1
                    and (?2 = '' or {}) and (?3 = 0 or leaf = 1)
                 order by path limit 200",
                cx.dialect().contains("path", "?2")
            ),
            params![
                self.channel_id,
                self.q.as_deref().map(str::trim).unwrap_or_default(),
                self.leaves
            ],
        )
    }
}

/// Replaces the categories of a channel by pasted lines; from then on a listing's category must be
/// a leaf among them. No lines: categories are free text again.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PutCategories {
    /// The channel.
    pub channel_id: i64,
    /// One path a line, `女装 > 连衣裙`.
    pub lines: Vec<String>,
}

impl Command for PutCategories {
    type Output = u64;
    const NAME: &'static str = "channels.put_categories";
    const TITLE: &'static str = "更新渠道类目";
    const NEEDS: Need = KEEPS;
    const TOUCHES: &'static [&'static str] = &["channel"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        keeps(tx, &Channel::of(tx, self.channel_id)?)?;
        if self.lines.len() > 50_000 {
            return Err(Error::invalid("lines", "类目最多 5 万行"));
        }
        let mut paths = std::collections::BTreeMap::new();
        for line in &self.lines {
            let path = tidy_category(line);
            if path.is_empty() {
                continue;
            }
            // Everything above it is there too, and is not a leaf.
            let parts: Vec<&str> = path.split(" > ").collect();
            for i in 1..parts.len() {
                paths.insert(parts[..i].join(" > "), false);
            }
            paths.entry(path).or_insert(true);
        }
        let was = standing(tx, self.channel_id)?;
        tx.exec(
            &CHANNEL_CATEGORY,
            "delete from channel_category where channel_id = ?1",
            params![self.channel_id],
        )?;
        let count = paths.len() as u64;
        for (path, leaf) in paths {
            tx.exec(
                &CHANNEL_CATEGORY,
                "insert into channel_category (channel_id, path, leaf) values (?1, ?2, ?3)",
                params![self.channel_id, path, leaf],
            )?;
        }
        let is = standing(tx, self.channel_id)?;
        let told = [("paths", json!(was.0), json!(is.0)), ("first", json!(was.1), json!(is.1))];
        tx.note(&CHANNEL_CATEGORY, self.channel_id, "changed", &told);
        Ok(count)
    }
}

/// How many categories a channel has, and the first of them: what the trail says of a pasted list.
fn standing(cx: &Cx<'_>, channel: i64) -> Result<(i64, String)> {
    let count =
        cx.one("select count(*) from channel_category where channel_id = ?1", params![channel])?;
    let first: Vec<String> = cx.all(
        "select path from channel_category where channel_id = ?1 and leaf = 1 order by path limit 5",
        params![channel],
    )?;
    Ok((count, first.join("；")))
}
