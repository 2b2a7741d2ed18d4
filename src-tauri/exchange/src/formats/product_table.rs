//! A shop's own table of products or listings, read by a column map.
//!
//! Rows with the same product number are one product with several variants, wherever they stand in
//! the file; a row without a number goes with the product above it when only its variant is
//! filled (the usual way of sheets made by hand).

use std::collections::HashMap;

use super::{Cells, Findings};
use crate::map::{ColumnMap, ColumnRule};
use crate::names::Field;
use crate::numbers::parse_weight_g;
use crate::pack::Document;
use crate::read::ReadOptions;
use crate::records::{
    ListingRecord, ListingStatus, Pair, PictureRecord, PictureSource, Platform, ProductRecord,
    ProductStatus, SkuOption, SkuRecord,
};
use crate::table::{Table, name_key};

/// The map laid over a header: each rule with its column.
struct Layout<'a> {
    columns: Vec<(usize, &'a ColumnRule)>,
}

impl<'a> Layout<'a> {
    fn of(map: &'a ColumnMap, table: &Table, findings: &mut Findings) -> Self {
        let keys: Vec<String> = table.header.iter().map(|name| name_key(name)).collect();
        let mut used: Vec<usize> = Vec::new();
        let mut columns = Vec::new();
        for rule in &map.columns {
            let key = name_key(&rule.source);
            let found = keys
                .iter()
                .enumerate()
                .position(|(column, have)| *have == key && !used.contains(&column));
            if let Some(column) = found {
                used.push(column);
                columns.push((column, rule));
            } else if !matches!(rule.field, Field::Ignore | Field::Extra) {
                findings.note(format!(
                    "文件里没有「{}」这一列，对应的「{}」没有读取",
                    rule.source,
                    rule.field.label()
                ));
            }
        }
        Self { columns }
    }

    fn at(&self, field: Field) -> Option<usize> {
        self.columns.iter().find(|(_, rule)| rule.field == field).map(|(column, _)| *column)
    }

    fn each(&self, field: Field) -> impl Iterator<Item = usize> {
        self.columns.iter().filter(move |(_, rule)| rule.field == field).map(|(column, _)| *column)
    }

    /// The cell's text after the rule's own translation of values.
    fn text(&self, cells: &mut Cells<'_>, column: usize) -> Option<String> {
        let text = cells.text(Some(column))?;
        let rule = self.columns.iter().find(|(have, _)| *have == column).map(|(_, rule)| *rule);
        Some(rule.and_then(|rule| rule.values.get(text.trim())).cloned().unwrap_or(text))
    }

    fn field(&self, cells: &mut Cells<'_>, field: Field) -> Option<String> {
        self.at(field).and_then(|column| self.text(cells, column))
    }

    /// Reads away what the map leaves out, so that it does not turn up as extra.
    fn ignore(&self, cells: &mut Cells<'_>) {
        for column in self.each(Field::Ignore) {
            cells.skip(column);
        }
    }
}

/// Splits a cell of choices: `颜色:米白;尺码:M`, `颜色分类：米白`, `Color=Red|Size=M`.
fn split_options(text: &str) -> Vec<SkuOption> {
    text.split([';', '；', '|', '\n', ','])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (name, value) = part.split_once([':', '：', '=']).unwrap_or(("规格", part));
            SkuOption {
                name: name.trim().to_owned(),
                value: value.trim().to_owned(),
                platform_id: None,
            }
        })
        .filter(|option| !option.value.is_empty())
        .collect()
}

fn weight(cells: &mut Cells<'_>, layout: &Layout<'_>) -> Option<i64> {
    let (column, kilograms) = match layout.at(Field::WeightG) {
        Some(column) => (column, false),
        None => (layout.at(Field::WeightKg)?, true),
    };
    let text = cells.text(Some(column))?;
    parse_weight_g(&text, kilograms).map_err(|why| cells.bad(Some(column), why)).ok()
}

fn sku(cells: &mut Cells<'_>, layout: &Layout<'_>) -> SkuRecord {
    let mut sku = SkuRecord {
        row: cells.row.number,
        code: cells.id(layout.at(Field::SkuCode)),
        platform_sku_id: cells.id(layout.at(Field::PlatformSkuId)),
        price: cells.money(layout.at(Field::Price)),
        market_price: cells.money(layout.at(Field::MarketPrice)),
        cost: cells.money(layout.at(Field::Cost)),
        stock: cells.quantity(layout.at(Field::Stock)),
        barcode: cells.id(layout.at(Field::Barcode)),
        weight_g: weight(cells, layout),
        ..SkuRecord::default()
    };
    sku.options.reserve_exact(layout.each(Field::SkuOption).count());
    for column in layout.each(Field::SkuOption) {
        if let Some(value) = layout.text(cells, column) {
            sku.options.push(SkuOption { name: cells.name(column), value, platform_id: None });
        }
    }
    if let Some(text) = layout.field(cells, Field::SkuOptions) {
        sku.options.extend(split_options(&text));
    }
    sku
}

fn status(word: &str) -> Option<ProductStatus> {
    match word.trim().to_lowercase().as_str() {
        "on_sale" | "上架" | "已上架" | "在售" | "出售中" | "销售中" | "在线" | "当前在线"
        | "是" | "active" | "on sale" | "1" => Some(ProductStatus::OnSale),
        "in_warehouse" | "下架" | "已下架" | "仓库中" | "放入仓库" | "停售" | "未上架" | "否"
        | "inactive" | "draft" | "0" => Some(ProductStatus::InWarehouse),
        _ => None,
    }
}

fn pictures(cells: &mut Cells<'_>, layout: &Layout<'_>, document: &Document) -> Vec<PictureRecord> {
    let mut pictures: Vec<PictureRecord> = Vec::new();
    let columns: Vec<usize> = layout.each(Field::Pictures).collect();
    for column in columns {
        let Some(text) = cells.text(Some(column)) else { continue };
        for part in split_pictures(&text) {
            let source = if part.starts_with("http://") || part.starts_with("https://") {
                PictureSource::Url(part)
            } else if part.starts_with("//") {
                PictureSource::Url(format!("https:{part}"))
            } else {
                let file = part.rsplit(['/', '\\']).next().unwrap_or(&part).to_owned();
                if let Some(entry) = document.pack.find(&file) {
                    PictureSource::Entry(entry.to_owned())
                } else {
                    cells.warn(
                        Some(column),
                        format!("图片「{file}」没有随文件一起导入，请之后补图"),
                    );
                    PictureSource::Entry(part)
                }
            };
            let position = u32::try_from(pictures.len()).unwrap_or(u32::MAX);
            pictures.push(PictureRecord { position, option: None, source });
        }
    }
    pictures
}

/// Several in one cell are joined by `|`, `;` or lines; a comma may belong to an address, so it
/// parts only where another address follows.
fn split_pictures(text: &str) -> Vec<String> {
    text.replace(",http", "|http")
        .replace("，http", "|http")
        .split(['|', ';', '；', '\n', ' '])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

pub(crate) fn read_products(
    table: &mut Table,
    document: &Document,
    options: &ReadOptions,
    findings: &mut Findings,
) -> Vec<ProductRecord> {
    let suggested = ColumnMap::suggest(&table.header);
    let map = options.map.as_ref().unwrap_or(&suggested);
    let layout = Layout::of(map, table, findings);
    let header = table.header.clone();
    let currency = options.currency.clone().unwrap_or_else(|| "CNY".to_owned());
    let text_file = table.facts.encoding.is_some();
    let mut products: Vec<ProductRecord> = Vec::new();
    let mut by_code: HashMap<String, usize> = HashMap::new();
    let mut last: Option<usize> = None;
    for row in table.by_ref() {
        let mut cells = Cells::new(&row, &header, &currency, options.decimal.unwrap_or_default());
        cells.check_shape(text_file);
        layout.ignore(&mut cells);
        let code = cells.id(layout.at(Field::Code));
        let item_id = cells.id(layout.at(Field::PlatformItemId));
        let title = layout.field(&mut cells, Field::Title);
        let sku = sku(&mut cells, &layout);
        let hangs_on = code.is_none() && item_id.is_none() && title.is_none();
        let known = code.as_ref().or(item_id.as_ref()).and_then(|key| by_code.get(key).copied());
        let index = if hangs_on { last } else { known };
        if index.is_none() && title.is_none() && code.is_none() && sku.code.is_none() {
            cells.bad(
                layout.at(Field::Title).or(layout.at(Field::Code)),
                "缺少商品编码和标题，不知道是哪个商品",
            );
        }
        if let (Some(code), Some(at)) = (&sku.code, index)
            && let Some(before) =
                products.get(at).and_then(|p| p.skus.iter().find(|s| s.code.as_ref() == Some(code)))
        {
            let why = format!("SKU 编码「{code}」和第 {} 行重复，一个 SKU 只能有一行", before.row);
            cells.bad(layout.at(Field::SkuCode), why);
        }
        let seen =
            product(&mut cells, &layout, document, code.clone(), item_id.clone(), title, &sku);
        let variant = !sku.options.is_empty() || sku.code.is_some();
        if index.is_some() && !variant {
            cells
                .bad(layout.at(Field::Code), "商品编码和前面的行重复，又没有规格或 SKU 编码来区分");
        }
        if !findings.settle(&row, cells) {
            continue;
        }
        let at = if let Some(at) = index {
            if let Some(product) = products.get_mut(at) {
                complete(product, seen, findings, row.number);
            }
            at
        } else {
            products.push(seen);
            products.len() - 1
        };
        if let Some(key) = code.or(item_id) {
            by_code.insert(key, at);
        }
        last = Some(at);
        if variant && let Some(product) = products.get_mut(at) {
            // Most products of a large table have one: room for four would be a kilobyte each.
            if product.skus.is_empty() {
                product.skus.reserve_exact(1);
            }
            product.skus.push(sku);
        }
    }
    for product in &mut products {
        let counts: Vec<i64> = product.skus.iter().filter_map(|sku| sku.stock).collect();
        if !product.skus.is_empty() {
            product.stock = (!counts.is_empty())
                .then(|| counts.iter().fold(0_i64, |sum, n| sum.saturating_add(*n)));
        }
    }
    products
}

fn product(
    cells: &mut Cells<'_>,
    layout: &Layout<'_>,
    document: &Document,
    code: Option<String>,
    platform_item_id: Option<String>,
    title: Option<String>,
    sku: &SkuRecord,
) -> ProductRecord {
    let mut product = ProductRecord {
        row: cells.row.number,
        title: title.unwrap_or_default(),
        subtitle: layout.field(cells, Field::Subtitle),
        category_id: cells.id(layout.at(Field::CategoryId)),
        category: layout.field(cells, Field::Category),
        brand: layout.field(cells, Field::Brand),
        unit: layout.field(cells, Field::Unit),
        price: sku.price.clone(),
        market_price: sku.market_price.clone(),
        cost: sku.cost.clone(),
        stock: sku.stock,
        barcode: sku.barcode.clone(),
        weight_g: sku.weight_g,
        description_html: layout.field(cells, Field::Description),
        code,
        platform_item_id,
        ..ProductRecord::default()
    };
    if let Some(word) = layout.field(cells, Field::Status) {
        product.status = status(&word);
        if product.status.is_none() {
            let why =
                format!("不认识的状态「{word}」，请写 上架 或 下架，或在列对应里指定它的含义");
            cells.bad(layout.at(Field::Status), why);
        }
    }
    for column in layout.each(Field::Attribute) {
        if let Some(value) = layout.text(cells, column) {
            product.attributes.push(Pair::new(cells.name(column), value));
        }
    }
    if let Some(asin) = cells.id(layout.at(Field::Asin)) {
        product.extra.push(Pair::new("ASIN", asin));
    }
    product.pictures = pictures(cells, layout, document);
    product.extra.extend(cells.extra());
    product
}

/// Puts into a product what a later row of it knows and the first did not; says where they differ.
fn complete(product: &mut ProductRecord, later: ProductRecord, findings: &mut Findings, row: u64) {
    if product.title.is_empty() {
        product.title = later.title;
    } else if !later.title.is_empty() && later.title != product.title {
        findings.warned.push(crate::records::RowProblem {
            row,
            column: Field::Title.label().to_owned(),
            value: later.title,
            why: format!(
                "和第 {} 行是同一个商品，标题却不一样，按第 {} 行的标题导入",
                product.row, product.row
            ),
        });
    }
    product.subtitle = product.subtitle.take().or(later.subtitle);
    product.category_id = product.category_id.take().or(later.category_id);
    product.category = product.category.take().or(later.category);
    product.brand = product.brand.take().or(later.brand);
    product.unit = product.unit.take().or(later.unit);
    product.price = product.price.take().or(later.price);
    product.market_price = product.market_price.take().or(later.market_price);
    product.cost = product.cost.take().or(later.cost);
    product.weight_g = product.weight_g.or(later.weight_g);
    product.status = product.status.or(later.status);
    product.description_html = product.description_html.take().or(later.description_html);
    for pair in later.attributes {
        if !product.attributes.iter().any(|have| have.name == pair.name) {
            product.attributes.push(pair);
        }
    }
    for mut picture in later.pictures {
        if !product.pictures.iter().any(|have| have.source == picture.source) {
            picture.position = u32::try_from(product.pictures.len()).unwrap_or(u32::MAX);
            product.pictures.push(picture);
        }
    }
    for pair in later.extra {
        if !product.extra.contains(&pair) {
            product.extra.push(pair);
        }
    }
}

pub(crate) fn read_listings(
    table: &mut Table,
    options: &ReadOptions,
    findings: &mut Findings,
) -> Vec<ListingRecord> {
    let suggested = ColumnMap::suggest(&table.header);
    let map = options.map.as_ref().unwrap_or(&suggested);
    let layout = Layout::of(map, table, findings);
    let header = table.header.clone();
    let currency = options.currency.clone().unwrap_or_else(|| "CNY".to_owned());
    let text_file = table.facts.encoding.is_some();
    let mut listings = Vec::new();
    for row in table.by_ref() {
        let mut cells = Cells::new(&row, &header, &currency, options.decimal.unwrap_or_default());
        cells.check_shape(text_file);
        layout.ignore(&mut cells);
        let mut listing = ListingRecord::new(row.number, Platform::Other);
        listing.item_id = cells.id(layout.at(Field::PlatformItemId));
        listing.asin = cells.id(layout.at(Field::Asin));
        listing.title = layout.field(&mut cells, Field::Title);
        listing.category_id = cells.id(layout.at(Field::CategoryId));
        listing.description_html = layout.field(&mut cells, Field::Description);
        let sku = sku(&mut cells, &layout);
        let code = cells.id(layout.at(Field::Code));
        listing.seller_sku = sku.code.clone().or(code);
        listing.price.clone_from(&sku.price);
        listing.quantity = sku.stock;
        listing.product_id = sku.barcode.clone().map(|barcode| Pair::new("", barcode));
        if !sku.options.is_empty() {
            listing.variations.push(sku);
        }
        if let Some(word) = layout.field(&mut cells, Field::Status) {
            listing.status = match status(&word) {
                Some(ProductStatus::OnSale) => Some(ListingStatus::Active),
                Some(ProductStatus::InWarehouse) => Some(ListingStatus::Inactive),
                None => {
                    let why = format!(
                        "不认识的状态「{word}」，请写 上架 或 下架，或在列对应里指定它的含义"
                    );
                    cells.bad(layout.at(Field::Status), why);
                    None
                }
            };
            listing.status_text = Some(word);
        }
        for column in layout.each(Field::Attribute) {
            if let Some(value) = layout.text(&mut cells, column) {
                listing.attributes.push(Pair::new(cells.name(column), value));
            }
        }
        if listing.item_id.is_none() && listing.seller_sku.is_none() && listing.asin.is_none() {
            cells.bad(
                layout.at(Field::PlatformItemId).or(layout.at(Field::SkuCode)),
                "缺少平台商品 ID 和 SKU 编码，不知道是哪个上架商品",
            );
        }
        listing.extra = cells.extra();
        if findings.settle(&row, cells) {
            listings.push(listing);
        }
    }
    listings
}
