//! The quick card: everything about one product on one screen, opened by whatever is at hand.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::lookup::{Brief, brief, find_product, find_sku};
use super::ops::{Detail, LIST, ProductRow, SEES, detail};
use super::rules::platform_item_id;
use crate::kernel::list::ListInput;
use crate::kernel::{Cx, Need, Query, Result};

/// How many products are offered when several fit.
const OFFER: u32 = 12;

/// Opens the quick card by a code, a barcode, words, initials of pinyin, or a pasted link.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuickCard {
    /// What was typed, scanned or pasted.
    #[serde(default)]
    pub q: String,
    /// The product, when it is already known (from an item number that the listings resolved).
    #[serde(default)]
    pub id: Option<i64>,
}

/// An item on a platform.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlatformItem {
    /// `taobao`, `tmall`, `1688`, `aliexpress`, `amazon`, `ebay`.
    pub channel: &'static str,
    /// Its number there.
    pub item_id: String,
}

/// What a quick card answers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CardView {
    /// The product, when exactly one is meant.
    pub card: Option<Detail>,
    /// The SKU that was named by its code or barcode.
    pub sku_id: Option<i64>,
    /// Products to choose from, when several fit.
    pub candidates: Vec<Brief>,
    /// The platform's item in the pasted link or number; its product is known to the listings.
    pub item: Option<PlatformItem>,
    /// What to do when nothing was found.
    pub hint: Option<String>,
}

impl Query for QuickCard {
    type Output = CardView;
    const NAME: &'static str = "products.card";
    const TITLE: &'static str = "产品速查卡";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["product", "category", "style"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let mut out =
            CardView { card: None, sku_id: None, candidates: Vec::new(), item: None, hint: None };
        let q = self.q.trim();
        if let Some(id) = self.id {
            out.card = Some(detail(cx, id)?);
            return Ok(out);
        }
        if q.is_empty() {
            out.hint = Some("输入编号、条码、拼音首字母，或粘贴商品链接".to_owned());
            return Ok(out);
        }
        if let Some(sku) = find_sku(cx, q)? {
            out.sku_id = Some(sku.id);
            out.card = Some(detail(cx, sku.product_id)?);
            return Ok(out);
        }
        if let Some(product) = find_product(cx, q)? {
            out.card = Some(detail(cx, product.id)?);
            return Ok(out);
        }
        if let Some((channel, item_id)) = platform_item_id(q) {
            out.item = Some(PlatformItem { channel, item_id });
        }
        let is_link = q.contains("://");
        if !is_link {
            let input = ListInput {
                q: Some(q.chars().take(100).collect()),
                limit: Some(OFFER),
                ..ListInput::default()
            };
            let found = cx.page::<ProductRow>(&LIST, &input)?;
            let ids: Vec<i64> = found.rows.iter().map(|r| r.id).collect();
            match ids[..] {
                [one] => out.card = Some(detail(cx, one)?),
                _ => out.candidates = brief(cx, &ids)?,
            }
        }
        if out.card.is_none() && out.candidates.is_empty() {
            out.hint = Some(match &out.item {
                Some(item) => format!(
                    "认出了商品编号 {}；还没有产品与它对应，请在上架页导入或关联这个商品",
                    item.item_id
                ),
                None if is_link => {
                    "链接里没有商品编号。短链接（如 m.tb.cn）请先在浏览器里打开，再复制完整地址"
                        .to_owned()
                }
                None => format!("没有找到“{q}”，请核对编号或条码，或换标题里的几个字"),
            });
        }
        Ok(out)
    }
}
