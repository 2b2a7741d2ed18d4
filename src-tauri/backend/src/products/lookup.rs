//! Products and SKUs in short, for other rooms, and their words in the full-text index.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::table::{Fen, PRODUCT, SKU};
use crate::kernel::{Cx, Field, Follow, Result, Sealed};
use crate::params;
use crate::store::{Value, with_initials};

/// A product in a line.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Brief {
    /// Id.
    pub id: i64,
    /// `PD-00001`
    pub code: String,
    /// Title.
    pub title: String,
    /// A state of the life cycle `product`.
    pub state: String,
    /// The hash of the first picture.
    pub picture: Option<String>,
}

/// A SKU in a line.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SkuBrief {
    /// Id.
    pub id: i64,
    /// Its product.
    pub product_id: i64,
    /// 商家编码
    pub code: String,
    /// Barcode, or empty.
    pub barcode: String,
    /// The product's title.
    pub title: String,
    /// `黑 / M`
    pub label: String,
    /// `active` or `stopped`.
    pub state: String,
    /// What it costs; masked for posts that may not see it.
    #[schemars(with = "Sealed<Option<Fen>>")]
    pub cost: Sealed<Option<Fen>>,
    /// The hash of the picture of its option value, or of the product's first picture.
    pub picture: Option<String>,
}

const BRIEF: &str = "select p.id, p.code, p.title, p.state,
    (select i.file from product_picture i where i.product_id = p.id order by i.position limit 1) as picture
    from product p";

const SKU_BRIEF: &str = "select s.id, s.product_id, s.code, s.barcode, p.title, s.label, s.state, s.cost,
    (select i.file from product_picture i where i.product_id = p.id
     order by (i.option_value <> '' and ' / ' || s.label || ' / ' like '% / ' || i.option_value || ' / %') desc,
        i.position limit 1) as picture
    from sku s join product p on p.id = s.product_id";

/// These products in short, in the order of their ids; unknown ids are left out.
pub fn brief(cx: &Cx<'_>, ids: &[i64]) -> Result<Vec<Brief>> {
    let mut out = Vec::new();
    for some in ids.chunks(500) {
        let (marks, values) = marks(some);
        out.extend(cx.all::<Brief>(&format!("{BRIEF} where p.id in ({marks})"), &values)?);
    }
    Ok(out)
}

/// These SKUs in short; the cost is opened for those who may see it.
pub fn sku_brief(cx: &Cx<'_>, ids: &[i64]) -> Result<Vec<SkuBrief>> {
    let mut out: Vec<SkuBrief> = Vec::new();
    for some in ids.chunks(500) {
        let (marks, values) = marks(some);
        out.extend(cx.all::<SkuBrief>(&format!("{SKU_BRIEF} where s.id in ({marks})"), &values)?);
    }
    for one in &mut out {
        one.cost.open_for(cx.caller, Field::Cost);
    }
    Ok(out)
}

/// The SKU with exactly this code or barcode.
pub fn find_sku(cx: &Cx<'_>, code: &str) -> Result<Option<SkuBrief>> {
    let code = code.trim();
    if code.is_empty() {
        return Ok(None);
    }
    let mut found: Option<SkuBrief> =
        cx.maybe(&format!("{SKU_BRIEF} where s.code = ?1"), params![code])?;
    if found.is_none() {
        found = cx.maybe(
            &format!("{SKU_BRIEF} where s.barcode = ?1 and s.barcode <> ''"),
            params![code],
        )?;
    }
    if let Some(one) = &mut found {
        one.cost.open_for(cx.caller, Field::Cost);
    }
    Ok(found)
}

/// The product with exactly this code.
pub fn find_product(cx: &Cx<'_>, code: &str) -> Result<Option<Brief>> {
    cx.maybe(&format!("{BRIEF} where p.code = ?1"), params![code.trim()])
}

/// `?1, ?2, …` and the ids to bind.
pub(super) fn marks(ids: &[i64]) -> (String, Vec<Value>) {
    let marks: Vec<String> = (1..=ids.len()).map(|i| format!("?{i}")).collect();
    (marks.join(", "), ids.iter().map(|id| Value::Int(*id)).collect())
}

/// What a product is found by: title with initials, code, codes and barcodes of its SKUs.
pub(super) struct Words(String);

impl Words {
    pub fn of(code: &str, title: &str) -> Self {
        let mut words = Self(with_initials(title));
        words.add(code);
        words
    }

    pub fn sku(&mut self, code: &str, barcode: &str) {
        self.add(code);
        self.add(barcode);
    }

    fn add(&mut self, word: &str) {
        self.0.push(' ');
        self.0.push_str(word);
    }

    pub fn text(&self) -> &str {
        &self.0
    }
}

/// The index of products.
pub(super) const INDEX: crate::kernel::Index = crate::kernel::Index {
    name: "product",
    of: &PRODUCT,
    words: |cx, first, last| {
        let rows: Vec<(i64, String, String, String)> = cx.all(
            "select p.id, p.code, p.title, coalesce((
                select string_agg(s.code || ' ' || s.barcode, ' ' order by s.id)
                from sku s where s.product_id = p.id), '')
             from product p where p.id between ?1 and ?2 order by p.id",
            params![first, last],
        )?;
        let words = |(id, code, title, skus): (i64, String, String, String)| {
            let mut words = Words::of(&code, &title);
            words.add(&skus);
            (id, words.0)
        };
        Ok(rows.into_iter().map(words).collect())
    },
    follows: &[Follow::own(&PRODUCT, &["code", "title"]), Follow::own(&SKU, &["code", "barcode"])],
};
