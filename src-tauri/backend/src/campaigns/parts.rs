//! The parts of a campaign: its products with prices, and its milestones.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ops::{NewMilestone, SEES, WRITES, check_budget, long, require_state, words};
use super::rules::{check_offset, counted_back};
use super::table::{CAMPAIGN, Campaign, ITEM, MILESTONE};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Error, Module, Money, Need, Post, Result, Tx};
use crate::params;

/// A product with its price as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemInput {
    /// The product.
    pub product_id: i64,
    /// Its price in the campaign.
    pub price: Money,
    /// Why the price may be so low.
    #[serde(default)]
    pub floor_note: String,
}

/// Sets all products of a campaign with their prices.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetProducts {
    /// The campaign.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// All products from now on.
    pub products: Vec<ItemInput>,
}

#[derive(Serialize)]
struct NewItem<'a> {
    campaign_id: i64,
    product_id: i64,
    price: i64,
    floor_note: &'a str,
}

impl Command for SetProducts {
    type Output = i64;
    const NAME: &'static str = "campaigns.set_products";
    const TITLE: &'static str = "设置活动商品与价";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let campaign: Campaign = tx.get(&CAMPAIGN, self.id)?;
        require_state(&campaign, &["proposal", "approved", "preparing"], "改商品与活动价")?;
        if self.products.len() > 2_000 {
            return Err(Error::invalid("products", "一场活动最多 2000 个商品"));
        }
        for (n, item) in self.products.iter().enumerate() {
            if self.products[..n].iter().any(|other| other.product_id == item.product_id) {
                return Err(Error::invalid("products", format!("第 {} 行的商品重复了", n + 1)));
            }
            let price = check_budget(Some(&item.price)).map_err(|e| e.at("products"))?;
            if price == 0 {
                return Err(Error::invalid("products", format!("第 {} 行还没有活动价", n + 1)));
            }
            long("products", &item.floor_note)?;
            let known: Option<i64> =
                tx.maybe("select id from product where id = ?1", params![item.product_id])?;
            known.ok_or_else(|| Error::not_found("商品", item.product_id).at("products"))?;
        }
        let have: Vec<(i64, i64)> = tx.all(
            "select id, product_id from campaign_product where campaign_id = ?1",
            params![campaign.id],
        )?;
        for (row, product) in &have {
            if !self.products.iter().any(|i| i.product_id == *product) {
                tx.remove(&ITEM, *row, None)?;
            }
        }
        for item in &self.products {
            let note = item.floor_note.trim();
            match have.iter().find(|(_, product)| *product == item.product_id) {
                Some((row, _)) => {
                    let set = [("price", item.price.amount.into()), ("floor_note", note.into())];
                    tx.update(&ITEM, *row, None, &set)?;
                }
                None => {
                    let row = NewItem {
                        campaign_id: campaign.id,
                        product_id: item.product_id,
                        price: item.price.amount,
                        floor_note: note,
                    };
                    tx.insert(&ITEM, &row)?;
                }
            }
        }
        touch(tx, &campaign, self.version)
    }
}

/// A new version of the campaign, so that two people who change its parts notice each other.
fn touch(tx: &mut Tx<'_>, campaign: &Campaign, version: i64) -> Result<i64> {
    // The time alone may stand still in one millisecond; it must differ for a new version.
    let at = tx.now.max(campaign.updated_at + 1);
    tx.update(&CAMPAIGN, campaign.id, Some(version), &[("updated_at", at.into())])
}

/// A milestone as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MilestoneInput {
    /// The milestone; a new one when absent.
    #[serde(default)]
    pub id: Option<i64>,
    /// Its name.
    pub title: String,
    /// Days before the start; negative after it.
    pub offset_days: i64,
    /// The post that sees to it.
    pub owner_post: Post,
}

/// Sets all milestones of a campaign.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetMilestones {
    /// The campaign.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// All milestones from now on.
    pub milestones: Vec<MilestoneInput>,
}

impl Command for SetMilestones {
    type Output = i64;
    const NAME: &'static str = "campaigns.set_milestones";
    const TITLE: &'static str = "设置活动里程碑";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let campaign: Campaign = tx.get(&CAMPAIGN, self.id)?;
        require_state(
            &campaign,
            &["proposal", "approved", "preparing", "ready", "running"],
            "改里程碑",
        )?;
        if self.milestones.len() > 60 {
            return Err(Error::invalid("milestones", "一场活动最多 60 个里程碑"));
        }
        let have: Vec<i64> =
            tx.all("select id from milestone where campaign_id = ?1", params![campaign.id])?;
        for id in &have {
            if !self.milestones.iter().any(|m| m.id == Some(*id)) {
                tx.remove(&MILESTONE, *id, None)?;
            }
        }
        for mark in &self.milestones {
            let title = words("milestones", "里程碑名称", &mark.title, 60)?;
            check_offset(mark.offset_days)?;
            let due = counted_back(campaign.starts, mark.offset_days);
            match mark.id {
                Some(id) if have.contains(&id) => {
                    let set = [
                        ("title", title.into()),
                        ("offset_days", mark.offset_days.into()),
                        ("due", due.into()),
                        ("owner_post", mark.owner_post.code().into()),
                    ];
                    tx.update(&MILESTONE, id, None, &set)?;
                }
                Some(id) => return Err(Error::not_found("里程碑", id)),
                None => {
                    let row = NewMilestone {
                        campaign_id: campaign.id,
                        title: &title,
                        offset_days: mark.offset_days,
                        due,
                        owner_post: mark.owner_post.code(),
                    };
                    tx.insert(&MILESTONE, &row)?;
                }
            }
        }
        touch(tx, &campaign, self.version)
    }
}

/// Marks a milestone as done, or as open again. Whoever holds its post may, too.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FinishMilestone {
    /// The milestone.
    pub id: i64,
    /// Done, or open again.
    pub done: bool,
}

#[derive(Deserialize)]
struct MilestoneRow {
    campaign_id: i64,
    owner_post: Post,
    done_at: Option<i64>,
}

impl Command for FinishMilestone {
    type Output = ();
    const NAME: &'static str = "campaigns.finish_milestone";
    const TITLE: &'static str = "完成里程碑";
    const NEEDS: Need = SEES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let row: MilestoneRow = tx.get(&MILESTONE, self.id)?;
        if !tx.caller.is(row.owner_post) && !tx.caller.can(Ask::write(Module::Campaigns)) {
            return Err(Error::forbidden(format!(
                "这个里程碑由{}负责，请由其或活动负责人来办",
                row.owner_post.title()
            )));
        }
        let campaign: Campaign = tx.get(&CAMPAIGN, row.campaign_id)?;
        if matches!(campaign.state.as_str(), "closed" | "aborted") {
            return Err(Error::conflict(
                "wrong_state",
                format!("活动 {} 已结束，不能再改里程碑", campaign.no),
            ));
        }
        if row.done_at.is_some() == self.done {
            return Ok(());
        }
        let (at, by) = if self.done { (Some(tx.now), Some(tx.caller.staff)) } else { (None, None) };
        tx.update(&MILESTONE, self.id, None, &[("done_at", at.into()), ("done_by", by.into())])?;
        Ok(())
    }
}
