//! The 淘宝助理 data pack: `name.csv` in UTF-16LE and a folder of `.tbi` pictures, zipped.

use std::collections::HashMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

use super::{Written, extra};
use crate::formats::props::{property_id, value_name};
use crate::headers;
use crate::numbers::format_amount;
use crate::records::{PictureRecord, PictureSource, ProductRecord, ProductStatus, SkuOption};
use crate::refused::{Refused, RefusedReason};
use crate::sniff::TextEncoding;

/// How many columns the pack has: each is a year's layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DataPackColumns {
    /// Up to the selling point.
    #[default]
    C58,
    /// With choices that the seller typed in, and qualifications.
    C63,
    /// With Tmall's own.
    C67,
}

impl DataPackColumns {
    fn count(self) -> usize {
        match self {
            Self::C58 => 58,
            Self::C63 => 63,
            Self::C67 => 67,
        }
    }
}

/// Chinese names of the columns behind the first 58, as far as packs show them.
const TAIL_NAMES: [&str; 9] = [
    "属性值备注",
    "自定义属性值",
    "商品资质",
    "增加商品资质",
    "关联线下服务",
    "天猫扩展字段",
    "产品组合",
    "天猫属性组合",
    "商品扩展字段",
];

/// Columns that hold bare numbers; all others are quoted text.
const BARE: &[&str] = &[
    "cid",
    "stuff_status",
    "item_type",
    "price",
    "num",
    "valid_thru",
    "freight_payer",
    "post_fee",
    "ems_fee",
    "express_fee",
    "has_invoice",
    "has_warranty",
    "approve_status",
    "has_showcase",
    "postage_id",
    "has_discount",
    "auction_point",
    "num_id",
    "local_cid",
    "navigation_type",
    "syncStatus",
    "is_lighting_consigment",
    "is_xinpin",
];

/// What an assistant writes where the seller chose nothing.
const DEFAULTS: &[(&str, &str)] = &[
    ("stuff_status", "1"),
    ("item_type", "1"),
    ("auction_increment", "0"),
    ("valid_thru", "7"),
    ("freight_payer", "2"),
    ("post_fee", "0"),
    ("ems_fee", "0"),
    ("express_fee", "0"),
    ("has_invoice", "0"),
    ("has_warranty", "0"),
    ("has_showcase", "0"),
    ("list_time", ""),
    ("postage_id", "0"),
    ("has_discount", "0"),
    ("upload_fail_msg", "200"),
    ("auction_point", "0"),
    ("auto_fill", "0"),
    ("num_id", "0"),
    ("local_cid", "0"),
    ("navigation_type", "1"),
    ("syncStatus", "1"),
    ("sub_stock_type", "2"),
    ("global_stock_type", "-1"),
    ("newprepay", "1"),
];

/// Writes a pack under a name. `picture` gives the bytes of a picture; `None` leaves it out.
pub fn datapack(
    name: &str,
    products: &[ProductRecord],
    columns: DataPackColumns,
    picture: &mut dyn FnMut(&PictureRecord) -> Option<Vec<u8>>,
) -> Result<Written, Refused> {
    let failed = || Refused::new(RefusedReason::NotWritable, "数据包没有写成，请重试。");
    let keys: Vec<&str> = headers::names(headers::DATAPACK_KEYS).take(columns.count()).collect();
    let names: Vec<&str> =
        headers::names(headers::DATAPACK_NAMES).chain(TAIL_NAMES).take(columns.count()).collect();
    let mut text = format!("version 1.00\r\n{}\r\n{}\r\n", keys.join("\t"), names.join("\t"));
    let mut written = Written::default();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (number, product) in products.iter().enumerate() {
        let mut files: HashMap<usize, String> = HashMap::new();
        for (index, record) in product.pictures.iter().enumerate() {
            if let Some(bytes) = picture(record) {
                // A name made of the place keeps the pack the same for the same products.
                let hash = format!("{:016x}{:016x}", number + 1, index);
                zip.start_file(format!("{name}/{hash}.tbi"), SimpleFileOptions::default())
                    .map_err(|_| failed())?;
                zip.write_all(&bytes).map_err(|_| failed())?;
                files.insert(index, hash);
            }
        }
        let choices = Choices::of(product, columns, &mut written.notes)?;
        let cells: Vec<String> = keys
            .iter()
            .map(|key| {
                let value = cell(key, product, &choices, &files);
                if BARE.contains(key) {
                    value
                } else {
                    format!("\"{}\"", value.replace('"', "\"\""))
                }
            })
            .collect();
        text.push_str(&cells.join("\t"));
        text.push_str("\r\n");
    }
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(TextEncoding::Utf16Le.encode(&text));
    zip.start_file(format!("{name}.csv"), SimpleFileOptions::default()).map_err(|_| failed())?;
    zip.write_all(&bytes).map_err(|_| failed())?;
    written.bytes = zip.finish().map_err(|_| failed())?.into_inner();
    Ok(written)
}

/// The numbers of a product's choices: the platform's where known, own negative ones elsewhere.
struct Choices {
    ids: HashMap<(String, String), (String, String)>,
    skus: String,
    aliases: String,
    custom: String,
}

impl Choices {
    fn of(
        product: &ProductRecord,
        columns: DataPackColumns,
        notes: &mut Vec<String>,
    ) -> Result<Self, Refused> {
        let mut choices = Self {
            ids: HashMap::new(),
            skus: String::new(),
            aliases: String::new(),
            custom: String::new(),
        };
        let options = product.skus.iter().flat_map(|sku| &sku.options);
        for option in options.chain(product.pictures.iter().filter_map(|p| p.option.as_ref())) {
            let key = (option.name.clone(), option.value.clone());
            if choices.ids.contains_key(&key) {
                continue;
            }
            let (pid, vid) = if let Some((pid, vid)) =
                option.platform_id.as_deref().and_then(|id| id.split_once(':'))
            {
                (pid.to_owned(), vid.to_owned())
            } else {
                let pid = property_id(&option.name).unwrap_or_else(|| {
                    notes.push(format!("数据包里没有规格「{}」，按颜色分类写入", option.name));
                    "1627207".to_owned()
                });
                (pid, format!("-{}", 1001 + choices.ids.len()))
            };
            let value = option.value.replace(';', "；").replace(':', "：");
            // Numbers below zero are the seller's own; packs before 63 columns have no place for
            // them but the alias.
            if vid.starts_with('-') && columns != DataPackColumns::C58 {
                choices.custom.extend([format!("{pid}:{vid}:{value};")]);
            } else if value_name(&pid, &vid) != Some(option.value.as_str()) && option.value != vid {
                choices.aliases.extend([format!("{pid}:{vid}:{value};")]);
            }
            choices.ids.insert(key, (pid, vid));
        }
        for sku in &product.skus {
            let code = sku.code.as_deref().unwrap_or_default();
            if code.contains(';') {
                return Err(Refused::new(
                    RefusedReason::NotWritable,
                    format!("商家编码「{code}」里有分号，数据包写不下。请去掉分号再导出。"),
                ));
            }
            if sku.options.is_empty() {
                notes.push(format!(
                    "「{}」的 SKU「{code}」没有规格，数据包里没有它的位置",
                    product.title
                ));
                continue;
            }
            let price = sku
                .price
                .as_ref()
                .or(product.price.as_ref())
                .map(format_amount)
                .unwrap_or_default();
            let pairs: Vec<String> = sku.options.iter().filter_map(|o| choices.id(o)).collect();
            choices.skus.extend([format!(
                "{price}:{}:{code}:{};",
                sku.stock.unwrap_or(0),
                pairs.join(";")
            )]);
        }
        Ok(choices)
    }

    fn id(&self, option: &SkuOption) -> Option<String> {
        let (pid, vid) = self.ids.get(&(option.name.clone(), option.value.clone()))?;
        Some(format!("{pid}:{vid}"))
    }
}

fn cell(
    key: &str,
    product: &ProductRecord,
    choices: &Choices,
    files: &HashMap<usize, String>,
) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match key {
        "title" => product.title.clone(),
        "cid" => product.category_id.clone().unwrap_or_else(|| "0".to_owned()),
        "seller_cids" => product.shop_categories.iter().flat_map(|c| [c.as_str(), ","]).collect(),
        "price" => product.price.as_ref().map(format_amount).unwrap_or_default(),
        "num" => product.stock.unwrap_or(0).to_string(),
        "approve_status" => match product.status {
            Some(ProductStatus::OnSale) => "1".to_owned(),
            _ => "2".to_owned(),
        },
        "description" => text(&product.description_html),
        "subtitle" => text(&product.subtitle),
        "outer_id" => text(&product.code),
        "num_id" => product.platform_item_id.clone().unwrap_or_else(|| "0".to_owned()),
        "barcode" => text(&product.barcode),
        "sku_barcode"
            if product.skus.iter().all(|s| s.barcode.is_some()) && !product.skus.is_empty() =>
        {
            product
                .skus
                .iter()
                .filter_map(|s| s.barcode.as_deref())
                .flat_map(|barcode| [barcode, ";"])
                .collect()
        }
        "skuProps" => choices.skus.clone(),
        "propAlias" => choices.aliases.clone(),
        "input_custom_cpv" => choices.custom.clone(),
        "inputPids" | "inputValues" => {
            let typed: Vec<(String, &str)> = product
                .attributes
                .iter()
                .filter_map(|pair| Some((property_id(&pair.name)?, pair.value.as_str())))
                .collect();
            if typed.is_empty() {
                return extra(&product.extra, key).to_owned();
            }
            let part = |(pid, value): &(String, &str)| {
                if key == "inputPids" { pid.clone() } else { value.replace(',', "，") }
            };
            typed.iter().map(part).collect::<Vec<_>>().join(",")
        }
        "picture" => pictures(product, choices, files),
        "picture_status" => product.pictures.iter().map(|_| "1;").collect(),
        "cateProps" if extra(&product.extra, key).is_empty() => {
            let mut pairs: Vec<String> =
                choices.ids.values().map(|(p, v)| format!("{p}:{v};")).collect();
            pairs.sort();
            pairs.concat()
        }
        _ => {
            let own = extra(&product.extra, key);
            if own.is_empty() {
                DEFAULTS.iter().find(|(k, _)| *k == key).map_or("", |(_, v)| v).to_owned()
            } else {
                own.to_owned()
            }
        }
    }
}

fn pictures(product: &ProductRecord, choices: &Choices, files: &HashMap<usize, String>) -> String {
    let mut order: Vec<(usize, &PictureRecord)> = product.pictures.iter().enumerate().collect();
    order.sort_by_key(|(_, picture)| picture.position);
    let mut text = String::new();
    let mut main = 0;
    for (index, picture) in order {
        let url = match &picture.source {
            PictureSource::Url(url) => url.as_str(),
            PictureSource::Entry(_) => "",
        };
        let hash = files.get(&index).map_or("", String::as_str);
        if hash.is_empty() && url.is_empty() {
            continue;
        }
        let choice = picture.option.as_ref().and_then(|option| choices.id(option));
        if let Some(choice) = choice {
            text.extend([format!("{hash}:2:0:{choice}|{url};")]);
        } else {
            text.extend([format!("{hash}:1:{main}:|{url};")]);
            main += 1;
        }
    }
    text
}
