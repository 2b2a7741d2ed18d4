//! Products: what the records of a file would do, and doing it.

mod apply;
mod have;

use std::collections::{HashMap, HashSet};

use serde_json::json;
use shopdesk_exchange::{
    Field as Column, PictureSource, ProductRecord, SkuRecord, records::SkuOption,
};

pub(super) use self::apply::apply;
use self::have::{HaveProduct, HaveSku, Shelf};
use super::plan::{Class, Columns, PlanRow, Set};
use super::rules::{amount, nearest, or_list};
use crate::kernel::{Cx, Field, Result};
use crate::params;
use crate::products::rules::{self as product_rules, OptionDef, OptionValue};
use crate::products::{NewProduct, NewSku};

/// What is to be done for one record.
#[derive(Debug)]
pub(super) enum Step {
    /// Nothing.
    Keep,
    /// Take it in.
    New(NewProduct),
    /// Change what is there.
    Change { id: i64, set: Set, skus: Vec<(i64, Set)>, fresh: Vec<NewSku> },
}

/// A record with its plan.
#[derive(Debug)]
pub(super) struct Planned {
    pub row: PlanRow,
    pub step: Step,
    /// The product it was matched with.
    pub product: Option<i64>,
    /// The record's place in the file's records.
    pub record: usize,
}

impl Planned {
    /// Takes out what is only shown; what is done with the record stays.
    pub fn take_row(&mut self) -> PlanRow {
        let mut bare = PlanRow::new(self.row.row, "", "");
        bare.class = self.row.class;
        std::mem::replace(&mut self.row, bare)
    }
}

fn values(options: &[SkuOption]) -> Vec<OptionValue> {
    options
        .iter()
        .map(|o| OptionValue { name: o.name.trim().to_owned(), value: o.value.trim().to_owned() })
        .collect()
}

/// What each record would do. Nothing is written.
pub(super) fn plan(
    cx: &Cx<'_>,
    records: &[ProductRecord],
    columns: &Columns,
    shop: Option<i64>,
) -> Result<Vec<Planned>> {
    let shelf = Shelf::of(cx, records, shop)?;
    let mut seen = Seen::with_room(records.len());
    let sees_cost = cx.sees(Field::Cost);
    Ok(records
        .iter()
        .enumerate()
        .map(|(i, record)| {
            let mut planned = one(&shelf, &mut seen, columns, record, sees_cost);
            planned.record = i;
            planned
        })
        .collect())
}

/// What earlier rows of the same file have taken.
struct Seen<'r> {
    codes: HashMap<&'r str, u64>,
    skus: HashMap<&'r str, u64>,
    barcodes: HashMap<&'r str, u64>,
    products: HashMap<i64, u64>,
}

impl Seen<'_> {
    fn with_room(rows: usize) -> Self {
        Self {
            codes: HashMap::with_capacity(rows),
            skus: HashMap::with_capacity(rows),
            barcodes: HashMap::with_capacity(rows),
            products: HashMap::new(),
        }
    }
}

fn one<'r>(
    shelf: &Shelf,
    seen: &mut Seen<'r>,
    columns: &Columns,
    record: &'r ProductRecord,
    sees_cost: bool,
) -> Planned {
    let at = record.row;
    let key = record
        .code
        .clone()
        .or_else(|| record.skus.iter().find_map(|s| s.code.clone()))
        .or_else(|| record.platform_item_id.clone())
        .unwrap_or_default();
    let mut row = PlanRow::new(at, key, record.title.clone());
    row.rows.extend(record.skus.iter().map(|s| s.row).filter(|r| *r != at));
    row.rows.dedup();

    // A product without variants is its own only SKU.
    let only;
    let skus: &[SkuRecord] = if record.skus.is_empty() {
        only = [SkuRecord {
            row: at,
            code: None,
            barcode: record.barcode.clone(),
            cost: record.cost.clone(),
            weight_g: record.weight_g,
            ..SkuRecord::default()
        }];
        &only
    } else {
        &record.skus
    };
    check_file(&mut row, seen, shelf, columns, record, skus);
    let product = matched(&mut row, shelf, columns, record, skus);
    if let Some(id) = product
        && let Some(before) = seen.products.insert(id, at)
    {
        row.problems.push(columns.problem(
            at,
            Column::Code,
            row.key.clone(),
            format!("和第 {before} 行是店里的同一个商品，一个文件里一个商品只能出现一次"),
        ));
    }
    let category = category(&mut row, shelf, columns, record);
    let fresh_or_cost: Vec<NewSku> =
        skus.iter().map(|sku| new_sku(&mut row, columns, sku, sees_cost)).collect();

    let step = match product.and_then(|id| shelf.products.get(&id)) {
        None => fresh(&mut row, columns, record, category, fresh_or_cost),
        Some(have) => {
            changed(&mut row, shelf, columns, record, have, category, skus, fresh_or_cost)
        }
    };
    if row.problems.is_empty() {
        row.class = match &step {
            Step::New(_) => Class::New,
            Step::Keep => Class::Unchanged,
            Step::Change { .. } => Class::Update,
        };
        Planned { row, step, product, record: 0 }
    } else {
        row.class = Class::Error;
        Planned { row, step: Step::Keep, product, record: 0 }
    }
}

/// What is wrong with the record by itself and beside the other rows of the file.
fn check_file<'r>(
    row: &mut PlanRow,
    seen: &mut Seen<'r>,
    shelf: &Shelf,
    columns: &Columns,
    record: &'r ProductRecord,
    skus: &[SkuRecord],
) {
    let at = record.row;
    if let Some(code) = &record.code {
        if let Err(e) = product_rules::check_code("code", "商品编码", code) {
            row.problems.push(columns.problem(at, Column::Code, code, e.message));
        }
        if let Some(before) = seen.codes.insert(code, at) {
            let why = format!(
                "商品编码和第 {before} 行重复，一个商品只能有一行（或写成同一商品的多个 SKU）"
            );
            row.problems.push(columns.problem(at, Column::Code, code, why));
        }
    }
    taken(row, seen, columns, record);
    for sku in skus {
        if let Some(code) = &sku.code
            && let Err(e) = product_rules::check_code("code", "SKU 编码", code)
        {
            row.problems.push(columns.problem(sku.row, Column::SkuCode, code, e.message));
        }
        if let Some(barcode) = &sku.barcode
            && let Err(e) = product_rules::check_barcode(barcode)
        {
            row.problems.push(columns.problem(sku.row, Column::Barcode, barcode, e.message));
        }
    }
    if skus.len() > product_rules::MAX_SKUS {
        let why = format!("一个商品最多 {} 个 SKU，请分成几个商品", product_rules::MAX_SKUS);
        row.problems.push(columns.problem(at, Column::SkuCode, skus.len().to_string(), why));
    }
    if skus.len() < 2 {
        return;
    }
    let mut labels: HashMap<String, u64> = HashMap::new();
    // A table that names SKUs of the shop by their codes need not say what they are.
    let known = |sku: &SkuRecord| sku.code.as_ref().is_some_and(|c| shelf.by_sku.contains_key(c));
    for sku in skus.iter().filter(|sku| !sku.options.is_empty() || !known(sku)) {
        let label = product_rules::label(&values(&sku.options));
        if let Some(before) = labels.insert(label.clone(), sku.row) {
            let why = format!("规格“{label}”和第 {before} 行的 SKU 相同，请改成不同的规格值");
            row.problems.push(columns.problem(sku.row, Column::SkuOption, label, why));
        }
    }
}

/// Codes and barcodes that an earlier row of the file has, too.
fn taken<'r>(row: &mut PlanRow, seen: &mut Seen<'r>, columns: &Columns, record: &'r ProductRecord) {
    for sku in &record.skus {
        if let Some(code) = &sku.code
            && let Some(before) = seen.skus.insert(code, sku.row)
        {
            let why = format!("SKU 编码和第 {before} 行重复，一个编码只能属于一个 SKU");
            row.problems.push(columns.problem(sku.row, Column::SkuCode, code, why));
        }
    }
    let alone = record.barcode.as_ref().filter(|_| record.skus.is_empty());
    let barcodes = record.skus.iter().filter_map(|s| Some((s.barcode.as_ref()?, s.row)));
    for (barcode, at) in barcodes.chain(alone.map(|b| (b, record.row))) {
        if let Some(before) = seen.barcodes.insert(barcode, at) {
            let why = format!("条码和第 {before} 行重复，一个条码只能属于一个 SKU");
            row.problems.push(columns.problem(at, Column::Barcode, barcode, why));
        }
    }
}

/// The product that a record means: by its code, then its SKUs' codes, then barcodes.
fn matched(
    row: &mut PlanRow,
    shelf: &Shelf,
    columns: &Columns,
    record: &ProductRecord,
    skus: &[SkuRecord],
) -> Option<i64> {
    let code = record.code.as_ref();
    if let Some(id) = code.and_then(|c| shelf.by_code.get(c)) {
        return Some(*id);
    }
    let mut found: Vec<i64> = Vec::new();
    let as_sku = code.and_then(|c| shelf.owner(shelf.by_sku.get(c)));
    found.extend(as_sku);
    found.extend(
        skus.iter()
            .filter_map(|s| s.code.as_ref())
            .filter_map(|c| shelf.owner(shelf.by_sku.get(c))),
    );
    if found.is_empty() {
        found.extend(
            skus.iter()
                .filter_map(|s| s.barcode.as_ref())
                .filter_map(|b| shelf.owner(shelf.by_barcode.get(b))),
        );
    }
    found.dedup();
    if let [first, .., last] = found.as_slice()
        && first != last
    {
        let name = |id: &i64| shelf.products.get(id).map(|p| p.code.clone()).unwrap_or_default();
        let why = format!(
            "这些 SKU 在店里属于不同的商品（{}、{}），不能合成一个商品",
            name(first),
            name(last)
        );
        row.problems.push(columns.problem(record.row, Column::SkuCode, row.key.clone(), why));
    }
    let by_item = || record.platform_item_id.as_ref().and_then(|item| shelf.by_item.get(item));
    found.first().or_else(by_item).copied()
}

fn category(
    row: &mut PlanRow,
    shelf: &Shelf,
    columns: &Columns,
    record: &ProductRecord,
) -> Option<i64> {
    let text = record.category.as_deref().filter(|t| !t.trim().is_empty())?;
    let found = shelf.category(text);
    if found.is_none() {
        let near = nearest(text, shelf.categories.keys().map(String::as_str));
        let hint = if near.is_empty() {
            "请先在“类目”里建好，或改成已有的末级类目".to_owned()
        } else {
            format!("相近的有 {}", or_list(&near))
        };
        let mut problem = columns.problem(
            record.row,
            Column::Category,
            text,
            format!("店里没有末级类目“{text}”，{hint}"),
        );
        problem.nearest = near;
        row.problems.push(problem);
    }
    found
}

fn new_sku(row: &mut PlanRow, columns: &Columns, sku: &SkuRecord, sees_cost: bool) -> NewSku {
    let mut cost = None;
    if let Some(money) = &sku.cost {
        if !sees_cost {
            row.warnings.push(columns.problem(
                sku.row,
                Column::Cost,
                "***",
                "你现在的岗位看不到成本价，这一列没有导入",
            ));
        } else if money.currency != "CNY" {
            let why = "成本价按人民币记账，请换算成人民币后再导入";
            row.problems.push(columns.problem(sku.row, Column::Cost, &money.currency, why));
        } else if !(0..=100_000_000).contains(&money.amount) {
            let text = amount(money.amount, "CNY");
            let why = "成本价应在 0 到 1,000,000 元之间";
            row.problems.push(columns.problem(sku.row, Column::Cost, text, why));
        } else {
            cost = Some(money.amount);
        }
    }
    NewSku {
        code: sku.code.clone().unwrap_or_default(),
        barcode: sku
            .barcode
            .as_deref()
            .and_then(|b| product_rules::check_barcode(b).ok())
            .unwrap_or_default(),
        options: values(&sku.options),
        cost,
        weight_g: sku.weight_g,
    }
}

fn notes(record: &ProductRecord) -> String {
    let mut lines: Vec<String> = Vec::new();
    if let Some(subtitle) = record.subtitle.as_deref().filter(|s| !s.trim().is_empty()) {
        lines.push(format!("卖点：{}", subtitle.trim()));
    }
    lines.extend(record.attributes.iter().map(|pair| format!("{}：{}", pair.name, pair.value)));
    lines.join("\n").chars().take(2000).collect()
}

fn fresh(
    row: &mut PlanRow,
    columns: &Columns,
    record: &ProductRecord,
    category_id: Option<i64>,
    skus: Vec<NewSku>,
) -> Step {
    let title = match product_rules::check_title(&record.title) {
        Ok(title) => title,
        Err(e) => {
            row.problems.push(columns.problem(record.row, Column::Title, &record.title, e.message));
            String::new()
        }
    };
    row.change("标题", "", &title);
    if let Some(text) = &record.category {
        row.change("类目", "", text);
    }
    if let Some(brand) = &record.brand {
        row.change("品牌", "", brand);
    }
    row.change("SKU", "", format!("{} 个", skus.len()));
    if !record.pictures.is_empty() {
        row.change("图片", "", format!("{} 张", record.pictures.len()));
    }
    Step::New(NewProduct {
        code: record.code.clone().unwrap_or_default(),
        title,
        category_id,
        brand: record.brand.clone().unwrap_or_default(),
        notes: notes(record),
        skus,
        ..NewProduct::default()
    })
}

#[allow(clippy::too_many_arguments, reason = "one record beside everything it is compared with")]
fn changed(
    row: &mut PlanRow,
    shelf: &Shelf,
    columns: &Columns,
    record: &ProductRecord,
    have: &HaveProduct,
    category: Option<i64>,
    records: &[SkuRecord],
    skus: Vec<NewSku>,
) -> Step {
    let mut set: Set = Vec::new();
    if row.title.is_empty() {
        row.title.clone_from(&have.title);
    }
    if !record.title.trim().is_empty() {
        match product_rules::check_title(&record.title) {
            Ok(title) if title != have.title => {
                row.change("标题", &have.title, &title);
                set.push(("title", title.into()));
            }
            Ok(_) => {}
            Err(e) => row.problems.push(columns.problem(
                record.row,
                Column::Title,
                &record.title,
                e.message,
            )),
        }
    }
    if let Some(brand) = record.brand.as_deref().map(str::trim).filter(|b| !b.is_empty())
        && brand != have.brand
    {
        row.change("品牌", &have.brand, brand);
        set.push(("brand", brand.into()));
    }
    if category.is_some() && category != have.category_id {
        let old = have
            .category_id
            .and_then(|id| shelf.categories.iter().find(|(_, c)| **c == id))
            .map(|(name, _)| name.clone())
            .unwrap_or_default();
        row.change("类目", old, record.category.clone().unwrap_or_default());
        set.push(("category_id", category.into()));
    }
    let mine = shelf.of_product.get(&have.id).map(Vec::as_slice).unwrap_or_default();
    let mut changes: Vec<(i64, Set)> = Vec::new();
    let mut added: Vec<NewSku> = Vec::new();
    for (from, sku) in records.iter().zip(skus) {
        let label = product_rules::label(&sku.options);
        let known = mine
            .iter()
            .filter_map(|id| shelf.skus.get(id))
            .find(|s| !sku.code.is_empty() && s.code == sku.code)
            .or_else(|| {
                mine.iter().filter_map(|id| shelf.skus.get(id)).find(|s| {
                    s.label == label
                        || (!sku.barcode.is_empty() && s.barcode == sku.barcode)
                        || (record.skus.is_empty() && mine.len() == 1)
                })
            });
        let elsewhere = [
            (Column::SkuCode, &sku.code, shelf.by_sku.get(&sku.code)),
            (Column::Barcode, &sku.barcode, shelf.by_barcode.get(&sku.barcode)),
        ];
        for (field, text, owner) in elsewhere {
            if let Some(other) =
                owner.filter(|id| !text.is_empty() && known.is_none_or(|k| k.id != **id))
                && let Some(other) = shelf.skus.get(other)
            {
                let why = format!("“{text}”在店里已属于 SKU {}，不能再用", other.code);
                row.problems.push(columns.problem(from.row, field, text, why));
            }
        }
        match known {
            Some(known) => {
                let set = sku_changes(row, known, &sku);
                if !set.is_empty() {
                    changes.push((known.id, set));
                }
            }
            // A line about the whole product says nothing of one of its many SKUs.
            None if record.skus.is_empty() && !mine.is_empty() => {}
            None if label.is_empty() && !mine.is_empty() => {
                let why = format!(
                    "商品 {} 没有编码为“{}”的 SKU。编码写错了请改正；是新 SKU 请加上规格列（颜色、尺码）",
                    have.code, sku.code
                );
                row.problems.push(columns.problem(from.row, Column::SkuCode, &sku.code, why));
            }
            None => {
                row.change("新 SKU", "", if label.is_empty() { &sku.code } else { &label });
                added.push(sku);
            }
        }
    }
    if !added.is_empty() {
        let mut options = have.options.clone();
        for value in added.iter().flat_map(|s| &s.options) {
            match options.iter_mut().find(|o| o.name == value.name) {
                Some(def) if def.values.contains(&value.value) => {}
                Some(def) => def.values.push(value.value.clone()),
                None => options.push(OptionDef {
                    name: value.name.clone(),
                    values: vec![value.value.clone()],
                }),
            }
        }
        if options != have.options {
            set.push(("options", json!(options).into()));
        }
    }
    if set.is_empty() && changes.is_empty() && added.is_empty() {
        return Step::Keep;
    }
    Step::Change { id: have.id, set, skus: changes, fresh: added }
}

fn sku_changes(row: &mut PlanRow, known: &HaveSku, sku: &NewSku) -> Set {
    let mut set: Set = Vec::new();
    let name = |what: &str| format!("{what}（{}）", known.code);
    if !sku.barcode.is_empty() && sku.barcode != known.barcode {
        row.change(name("条码"), &known.barcode, &sku.barcode);
        set.push(("barcode", sku.barcode.clone().into()));
    }
    if sku.cost.is_some() && sku.cost != known.cost {
        let text = |fen: Option<i64>| fen.map(|f| amount(f, "CNY")).unwrap_or_default();
        row.change(name("成本价"), text(known.cost), text(sku.cost));
        set.push(("cost", sku.cost.into()));
    }
    if sku.weight_g.is_some() && sku.weight_g != known.weight_g {
        let text = |g: Option<i64>| g.map(|g| format!("{g} 克")).unwrap_or_default();
        row.change(name("重量"), text(known.weight_g), text(sku.weight_g));
        set.push(("weight_g", sku.weight_g.into()));
    }
    set
}

/// Marks records whose pictures the shop does not have yet as changes. `hash` answers the hash of a
/// picture of the pack.
pub(super) fn note_pictures(
    cx: &Cx<'_>,
    planned: &mut [Planned],
    records: &[ProductRecord],
    hash: &mut dyn FnMut(&str) -> Option<String>,
) -> Result<()> {
    for plan in planned.iter_mut().filter(|p| p.row.class != Class::Error) {
        let (Some(id), Some(record)) = (plan.product, records.get(plan.record)) else { continue };
        if record.pictures.is_empty() {
            continue;
        }
        let have: HashSet<String> = cx
            .all("select file from product_picture where product_id = ?1", params![id])?
            .into_iter()
            .collect();
        let fresh: HashSet<String> =
            entries(record).filter_map(&mut *hash).filter(|h| !have.contains(h)).collect();
        if !fresh.is_empty() {
            plan.row.change("图片", format!("{} 张", have.len()), format!("加 {} 张", fresh.len()));
            plan.row.class = Class::Update;
            if matches!(plan.step, Step::Keep) {
                plan.step =
                    Step::Change { id, set: Vec::new(), skus: Vec::new(), fresh: Vec::new() };
            }
        }
    }
    Ok(())
}

/// The paths of a record's pictures in its pack.
pub(super) fn entries(record: &ProductRecord) -> impl Iterator<Item = &str> {
    record.pictures.iter().filter_map(|p| match &p.source {
        PictureSource::Entry(path) => Some(path.as_str()),
        PictureSource::Url(_) => None,
    })
}
