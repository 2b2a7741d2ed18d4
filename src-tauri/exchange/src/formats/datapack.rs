//! The 淘宝助理 data pack: a text of one product a record, and a folder of its pictures.
//!
//! Line 1 `version 1.00`, line 2 English keys, line 3 Chinese names; UTF-16LE and tabs, by some
//! tools GBK. 47, 54, 58, 63 and 67 columns were seen, so line 2 says which is which. What a
//! column has no field for stays in `extra` under its key, so that a pack can be written again.

use std::collections::HashMap;

use super::props::{property_name, split_names, split_pictures, split_skus, value_name};
use super::{Cells, Findings};
use crate::numbers::{DecimalMark, parse_money, parse_quantity};
use crate::pack::Document;
use crate::read::ReadOptions;
use crate::records::{
    Pair, PictureRecord, PictureSource, ProductRecord, ProductStatus, SkuOption, SkuRecord,
};
use crate::table::{Table, name_key};

/// Where each key stands.
struct Columns(HashMap<String, usize>);

impl Columns {
    fn of(header: &[String]) -> Self {
        Self(header.iter().enumerate().map(|(column, name)| (name_key(name), column)).collect())
    }

    fn at(&self, key: &str) -> Option<usize> {
        self.0.get(&name_key(key)).copied()
    }
}

pub(crate) fn read(
    table: &mut Table,
    document: &Document,
    options: &ReadOptions,
    findings: &mut Findings,
) -> Vec<ProductRecord> {
    let header = table.header.clone();
    let columns = Columns::of(&header);
    let currency = options.currency.clone().unwrap_or_else(|| "CNY".to_owned());
    let mut products = Vec::new();
    for row in table.by_ref() {
        let mut cells = Cells::new(&row, &header, &currency, DecimalMark::Point);
        cells.check_shape(true);
        let product = product(&mut cells, &columns, document, findings);
        if findings.settle(&row, cells) {
            products.push(product);
        }
    }
    products
}

fn product(
    cells: &mut Cells<'_>,
    columns: &Columns,
    document: &Document,
    findings: &mut Findings,
) -> ProductRecord {
    let at = |key: &str| columns.at(key);
    let zero_is_none = |id: Option<String>| id.filter(|id| id != "0");
    let title = cells.text(at("title")).unwrap_or_default();
    if title.is_empty() {
        cells.bad(at("title"), "缺少宝贝名称，请补上标题");
    }
    let mut product = ProductRecord {
        row: cells.row.number,
        code: cells.id(at("outer_id")),
        platform_item_id: zero_is_none(cells.id(at("num_id"))),
        title,
        subtitle: cells.text(at("subtitle")),
        category_id: zero_is_none(cells.id(at("cid"))),
        price: cells.money(at("price")),
        stock: cells.quantity(at("num")),
        barcode: cells.id(at("barcode")),
        description_html: cells.text(at("description")),
        ..ProductRecord::default()
    };
    if product.price.is_none() && cells.row.cell(at("price").unwrap_or(usize::MAX)).is_blank() {
        cells.bad(at("price"), "缺少宝贝价格，请写成 39.90");
    }
    if let Some(shop) = cells.id(at("seller_cids")) {
        product.shop_categories =
            shop.split(',').map(str::trim).filter(|c| !c.is_empty()).map(str::to_owned).collect();
    }
    match cells.text(at("approve_status")).as_deref() {
        Some("1") => product.status = Some(ProductStatus::OnSale),
        Some("2" | "0") => product.status = Some(ProductStatus::InWarehouse),
        Some(other) => {
            let why =
                format!("不认识的上架状态「{other}」（认识的有：1 在售，2 仓库中），没有导入状态");
            cells.warn(at("approve_status"), why);
        }
        None => {}
    }
    let mut names: HashMap<(String, String), String> = HashMap::new();
    for key in ["propAlias", "input_custom_cpv"] {
        for (pid, vid, name) in split_names(&cells.text(at(key)).unwrap_or_default()) {
            names.entry((pid, vid)).or_insert(name);
        }
    }
    product.skus = skus(cells, columns, &names);
    product.attributes = attributes(cells, columns);
    product.pictures = pictures(cells, columns, &names, document, findings);
    if let Some(codes) = cells.text(at("sku_barcode")) {
        let codes: Vec<&str> =
            codes.split([';', ',']).map(str::trim).filter(|c| !c.is_empty()).collect();
        if codes.len() == product.skus.len() {
            for (sku, code) in product.skus.iter_mut().zip(codes) {
                sku.barcode = Some(code.to_owned());
            }
        } else if !codes.is_empty() {
            product.extra.push(Pair::new("sku_barcode", codes.join(";")));
        }
    }
    let extra = cells.extra();
    product.extra.extend(extra);
    product
}

fn option(pid: &str, vid: &str, names: &HashMap<(String, String), String>) -> (SkuOption, bool) {
    let own = names.get(&(pid.to_owned(), vid.to_owned())).cloned();
    let value = own.or_else(|| value_name(pid, vid).map(str::to_owned));
    let known = value.is_some();
    let option = SkuOption {
        name: property_name(pid),
        value: value.unwrap_or_else(|| vid.to_owned()),
        platform_id: Some(format!("{pid}:{vid}")),
    };
    (option, known)
}

fn skus(
    cells: &mut Cells<'_>,
    columns: &Columns,
    names: &HashMap<(String, String), String>,
) -> Vec<SkuRecord> {
    let column = columns.at("skuProps");
    let Some(text) = cells.text(column) else { return Vec::new() };
    let parts = match split_skus(&text) {
        Ok(parts) => parts,
        Err(why) => {
            cells.bad(
                column,
                format!("销售属性组合读不懂：{why}，例如 39.90:50:WT-01-A:1627207:28320;"),
            );
            return Vec::new();
        }
    };
    let mut skus = Vec::with_capacity(parts.len());
    for part in parts {
        let mut sku = SkuRecord { row: cells.row.number, ..SkuRecord::default() };
        sku.code = Some(part.outer_id).filter(|code| !code.is_empty());
        match parse_money(&part.price, cells.currency, DecimalMark::Point) {
            Ok(read) => sku.price = Some(read.money),
            Err(why) => cells.bad(column, format!("规格的价格有误：{why}")),
        }
        match parse_quantity(&part.quantity, DecimalMark::Point) {
            Ok(quantity) => sku.stock = Some(quantity),
            Err(why) => cells.bad(column, format!("规格的数量有误：{why}")),
        }
        for (pid, vid) in &part.choices {
            let (option, known) = option(pid, vid, names);
            if !known {
                let why =
                    format!("规格值 {pid}:{vid} 在文件里没有名称，先用编号代替，请导入后补上名称");
                cells.warn(column, why);
            }
            sku.options.push(option);
        }
        skus.push(sku);
    }
    skus
}

/// Properties the seller typed in: numbers in one cell, values in the next.
fn attributes(cells: &mut Cells<'_>, columns: &Columns) -> Vec<Pair> {
    let (ids, values) = (columns.at("inputPids"), columns.at("inputValues"));
    let text = |column: Option<usize>| column.map(|c| cells.row.cell(c).text()).unwrap_or_default();
    let (pids, typed) = (text(ids), text(values));
    let list = |text: &str| -> Vec<String> {
        text.trim_end_matches(',')
            .split(',')
            .map(|part| part.trim().to_owned())
            .filter(|p| !p.is_empty())
            .collect()
    };
    let (pids, typed) = (list(&pids), list(&typed));
    if pids.is_empty() || pids.len() != typed.len() {
        // Not one value a number: kept as the file has them.
        return Vec::new();
    }
    cells.text(ids);
    cells.text(values);
    pids.iter().zip(typed).map(|(pid, value)| Pair::new(property_name(pid), value)).collect()
}

fn pictures(
    cells: &mut Cells<'_>,
    columns: &Columns,
    names: &HashMap<(String, String), String>,
    document: &Document,
    findings: &mut Findings,
) -> Vec<PictureRecord> {
    let column = columns.at("picture");
    let Some(text) = cells.text(column) else { return Vec::new() };
    let folder = document.name.rsplit('/').next().unwrap_or_default();
    let folder = folder.rsplit_once('.').map_or(folder, |(stem, _)| stem);
    let mut pictures = Vec::new();
    for part in split_pictures(&text) {
        let entry = ["tbi", "jpg", "jpeg", "png", "gif"]
            .iter()
            .find_map(|extension| document.pack.find(&format!("{}.{extension}", part.hash)));
        let source = match entry {
            Some(entry) => PictureSource::Entry(entry.to_owned()),
            None if !part.url.is_empty() => PictureSource::Url(part.url.clone()),
            None => {
                if document.pack.is_empty() {
                    findings.note(format!(
                        "没有随文件收到图片：旁边没有文件夹「{folder}」，或者里面是空的。请把 csv 和装着图片的同名文件夹一起拖入，或打包成 zip 再导入"
                    ));
                }
                cells.warn(column, format!("图片 {}.tbi 不在数据包里，导入后请补图", part.hash));
                PictureSource::Entry(format!("{folder}/{}.tbi", part.hash))
            }
        };
        pictures.push(PictureRecord {
            position: u32::try_from(pictures.len()).unwrap_or(u32::MAX),
            option: part.choice.map(|(pid, vid)| option(&pid, &vid, names).0),
            source,
        });
    }
    pictures
}
