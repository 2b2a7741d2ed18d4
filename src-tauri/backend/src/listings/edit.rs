//! Changing the words, fields and pictures of a listing.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::change::{self, note_sync, refresh};
use super::channels;
use super::ops::{WRITES, WRITES_WORDS, money};
use super::rules::{self, amount_in, check_qty, clean, clean_lines};
use super::skus::writable;
use super::table::{Channel, LISTING, LISTING_PICTURE, Listing, skus_of};
use super::told::note_edits;
use crate::kernel::{Command, Day, Error, Money, Need, Result, Tx, files};
use crate::params;
use crate::store::Value;

/// Changes title, copy, category and the other fields of a listing. What is absent stays.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateListing {
    /// Which.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// Title.
    #[serde(default)]
    pub title: Option<String>,
    /// Second line.
    #[serde(default)]
    pub subtitle: Option<String>,
    /// Selling points.
    #[serde(default)]
    pub bullets: Option<Vec<String>>,
    /// Text of the detail page.
    #[serde(default)]
    pub detail: Option<String>,
    /// Keywords.
    #[serde(default)]
    pub keywords: Option<String>,
    /// Category.
    #[serde(default)]
    pub category: Option<String>,
    /// The platform's number.
    #[serde(default)]
    pub item_id: Option<String>,
    /// 划线价; below or equal to nothing takes it away.
    #[serde(default)]
    pub list_price: Option<Money>,
    /// 控价; an amount of 0 takes it away.
    #[serde(default)]
    pub control_price: Option<Money>,
    /// Allocation; −1 takes it away.
    #[serde(default)]
    pub stock_alloc: Option<i64>,
    /// Presale day; empty takes it away.
    #[serde(default)]
    pub presale_on: Option<String>,
    /// Freight template.
    #[serde(default)]
    pub freight: Option<String>,
    /// Attributes, all of them.
    #[serde(default)]
    pub attributes: Option<BTreeMap<String, String>>,
}

impl Command for UpdateListing {
    type Output = i64;
    const NAME: &'static str = "listings.update";
    const TITLE: &'static str = "修改上架资料";
    const NEEDS: Need = WRITES_WORDS;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let it = Listing::of(tx, self.id)?;
        let channel = Channel::of(tx, it.channel_id)?;
        channel.may_read(tx, LISTING.label, it.id)?;
        let copy_only = self.subtitle.is_some() || self.bullets.is_some() || self.detail.is_some();
        let rest = self.category.is_some()
            || self.item_id.is_some()
            || self.list_price.is_some()
            || self.control_price.is_some()
            || self.stock_alloc.is_some()
            || self.presale_on.is_some()
            || self.freight.is_some()
            || self.attributes.is_some();
        let parts: &[&'static str] = match (rest, copy_only) {
            (true, _) => &[],
            (false, true) => &["copy"],
            (false, false) => &["copy", "title"],
        };
        channel.may_write(tx, parts)?;
        it.changeable()?;
        let mut set: Vec<(&str, Value)> = Vec::new();
        if let Some(title) = &self.title {
            let title = check_title(title, &it, &channel)?;
            set.push(("title", title.into()));
        }
        if let Some(category) = &self.category {
            let category = change::check_category(tx, channel.id, category)?;
            set.push(("category", category.into()));
        }
        if let Some(subtitle) = &self.subtitle {
            set.push(("subtitle", short("subtitle", "副标题", subtitle, 200)?.into()));
        }
        if let Some(bullets) = &self.bullets {
            let bullets = check_bullets(bullets, &channel)?;
            set.push(("bullets", serde_json::json!(bullets).into()));
        }
        if let Some(detail) = &self.detail {
            if detail.chars().count() > 50_000 {
                return Err(Error::invalid("detail", "详情文案最多 5 万字"));
            }
            set.push(("detail", clean_lines(detail).into()));
        }
        if let Some(keywords) = &self.keywords {
            set.push(("keywords", short("keywords", "关键词", keywords, 1000)?.into()));
        }
        if let Some(item_id) = &self.item_id {
            let item_id = short("item_id", "平台商品ID", item_id, 40)?;
            if !item_id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')) {
                return Err(Error::invalid(
                    "item_id",
                    format!("平台商品ID“{item_id}”只能是字母、数字和 - _ ."),
                ));
            }
            set.push(("item_id", item_id.into()));
        }
        if let Some(list_price) = &self.list_price {
            let amount = if list_price.amount <= 0 {
                None
            } else {
                Some(amount_in(list_price, &it.currency).map_err(|e| e.at("list_price"))?)
            };
            let top = skus_of(tx, it.id)?.iter().map(|s| s.price).max().unwrap_or(it.price);
            if let Some(amount) = amount.filter(|a| *a < top) {
                return Err(Error::invalid(
                    "list_price",
                    format!(
                        "划线价 {} 低于售价 {}，请先降低售价或提高划线价",
                        money(amount, &it.currency),
                        money(top, &it.currency)
                    ),
                ));
            }
            set.push(("list_price", amount.into()));
        }
        if let Some(control) = &self.control_price {
            let amount = if control.amount <= 0 {
                None
            } else {
                Some(amount_in(control, &it.currency).map_err(|e| e.at("control_price"))?)
            };
            if !channel.may_approve(tx) {
                return Err(Error::forbidden("控价只能由运营主管设置"));
            }
            set.push(("control_price", amount.into()));
        }
        if let Some(alloc) = self.stock_alloc {
            if alloc >= 0 {
                check_qty(alloc).map_err(|e| e.at("stock_alloc"))?;
                if alloc < it.qty {
                    return Err(Error::invalid(
                        "stock_alloc",
                        format!("分配库存 {alloc} 少于在售库存 {}，请先减少在售库存", it.qty),
                    ));
                }
            }
            set.push(("stock_alloc", (alloc >= 0).then_some(alloc).into()));
        }
        if let Some(day) = &self.presale_on {
            let day: Option<Day> = if day.trim().is_empty() { None } else { Some(day.parse()?) };
            set.push(("presale_on", day.into()));
        }
        if let Some(freight) = &self.freight {
            set.push(("freight", short("freight", "运费模板", freight, 60)?.into()));
        }
        if let Some(attributes) = &self.attributes {
            let attributes: BTreeMap<String, String> = attributes
                .iter()
                .map(|(k, v)| (clean(k), clean(v)))
                .filter(|(k, v)| !k.is_empty() && !v.is_empty())
                .collect();
            if attributes.len() > 100 {
                return Err(Error::invalid("attributes", "类目属性最多 100 项"));
            }
            set.push(("attributes", serde_json::json!(attributes).into()));
        }
        tx.update(&LISTING, it.id, Some(self.version), &set)?;
        note_edits(tx, &it)?;
        refresh(tx, it.id, &[])
    }
}

/// One line without hidden characters, not longer than `max`.
pub(super) fn short(field: &str, label: &str, text: &str, max: usize) -> Result<String> {
    let text = clean(text);
    if text.chars().count() > max {
        return Err(Error::invalid(field, format!("{label}最多 {max} 个字")));
    }
    Ok(text)
}

/// A title without hidden characters; one that is too long is refused on what is already on sale,
/// and counted as missing on what is not yet.
pub(super) fn check_title(title: &str, it: &Listing, channel: &Channel) -> Result<String> {
    let title = clean(title);
    if title.is_empty() {
        return Err(Error::invalid("title", "标题不能为空"));
    }
    if let Some(why) = change::title_fault(&title, channel)
        && (it.state == "live" || rules::title_length(&title, channel.title_unit) > 1000)
    {
        return Err(Error::invalid("title", why));
    }
    Ok(title)
}

pub(super) fn check_bullets(bullets: &[String], channel: &Channel) -> Result<Vec<String>> {
    let bullets: Vec<String> = bullets.iter().map(|b| clean(b)).filter(|b| !b.is_empty()).collect();
    if channel.bullets_max > 0 && rules::count(bullets.len()) > channel.bullets_max {
        return Err(Error::invalid(
            "bullets",
            format!(
                "“{}”最多 {} 条卖点，现在有 {} 条",
                channel.title,
                channel.bullets_max,
                bullets.len()
            ),
        ));
    }
    if bullets.len() > 20 {
        return Err(Error::invalid("bullets", "卖点最多 20 条"));
    }
    let max = if channel.bullet_max > 0 { channel.bullet_max } else { 500 };
    if let Some(i) = bullets.iter().position(|b| rules::count(b.chars().count()) > max) {
        return Err(Error::invalid("bullets", format!("第 {} 条卖点超过 {max} 个字符", i + 1)));
    }
    Ok(bullets)
}

/// Puts pictures into a slot, all of it, in this order.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPictures {
    /// The listing.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The slot's code.
    pub slot: String,
    /// The pictures' hashes.
    pub files: Vec<String>,
}

#[derive(Deserialize)]
struct Placed {
    id: i64,
    file: String,
    request_id: Option<i64>,
    asset_version_id: Option<i64>,
    since: i64,
}

impl Command for SetPictures {
    type Output = i64;
    const NAME: &'static str = "listings.set_pictures";
    const TITLE: &'static str = "更换上架图片";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let it = writable(tx, self.id, self.version)?;
        let slot = channels::slot_of(tx, it.channel_id, &self.slot)?;
        let max = slot.spec.max_count.unwrap_or(50);
        if self.files.len() > max as usize {
            return Err(Error::invalid(
                "files",
                format!("“{}”最多 {max} 张，现在有 {} 张", slot.title, self.files.len()),
            ));
        }
        for (i, hash) in self.files.iter().enumerate() {
            if self.files[..i].contains(hash) {
                return Err(Error::invalid(
                    "files",
                    format!("第 {} 张与前面的图片相同，请去掉一张", i + 1),
                ));
            }
            let facts = files::facts(tx, hash)?;
            if facts.kind != "image" {
                return Err(Error::invalid("files", format!("“{}”不是图片", facts.name)));
            }
        }
        let old: Vec<Placed> = tx.all(
            "select id, file, request_id, asset_version_id, since from listing_picture
             where listing_id = ?1 and slot = ?2 order by position",
            params![it.id, &self.slot],
        )?;
        if old.iter().map(|p| &p.file).eq(self.files.iter()) {
            return refresh(tx, it.id, &[]);
        }
        for picture in &old {
            tx.remove(&LISTING_PICTURE, picture.id, None)?;
        }
        for (i, hash) in self.files.iter().enumerate() {
            // A picture that only moves keeps the request it was made for.
            let was = old.iter().find(|p| p.file == *hash);
            tx.insert(
                &LISTING_PICTURE,
                &serde_json::json!({
                    "listing_id": it.id, "slot": self.slot, "position": i, "file": hash,
                    "request_id": was.and_then(|p| p.request_id),
                    "asset_version_id": was.and_then(|p| p.asset_version_id),
                    "since": was.map_or(tx.now, |p| p.since),
                }),
            )?;
        }
        let fresh = self.files.iter().filter(|f| !old.iter().any(|p| p.file == **f)).count();
        let said = match (self.files.len(), fresh) {
            (0, _) => format!("{}清空", slot.title),
            (n, 0) => format!("{}调整为 {n} 张的新顺序", slot.title),
            (n, fresh) => format!("{}换为 {n} 张，其中新图 {fresh} 张", slot.title),
        };
        note_sync(tx, &it, None, "picture", "", &said, None)?;
        refresh(tx, it.id, &[])
    }
}
