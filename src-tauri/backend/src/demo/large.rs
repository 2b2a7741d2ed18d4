//! `--scale large`: on top of the demo shop a quarter of a million products with four SKUs each, and a
//! million listings, for measuring.
//!
//! Titles are made of word lists, so that searches of every kind can be measured: [`COMMON`] stands in
//! about every fourth title, [`RARE`] in exactly twenty, [`ABSENT`] in none.

use std::collections::BTreeMap;

use super::clock::Dice;
use crate::kernel::{Error, Result};
use crate::listings::{Bulk, NewListing, NewSku as OnShelf, Shelf};
use crate::products::{Intake, NewProduct, NewSku, rules::OptionValue};
use crate::{Shop, params};

/// A word of two characters that about every fifth title has.
pub const COMMON: &str = "连衣";
/// A word of two characters that exactly twenty titles of listings have.
pub const RARE: &str = "琉璃";
/// A word of two characters that no title has.
pub const ABSENT: &str = "鲸落";

/// So many products; each has four SKUs and four listings.
pub const PRODUCTS: usize = 250_000;
/// Each is in so many shops, with another SKU in each.
const SHOPS: [&str; 4] = ["TM1", "TB1", "SC1", "AE1"];
/// In one transaction.
const CHUNK: usize = 25_000;

const AGE: &[&str] = &["2026新款", "早秋", "秋冬", "春夏", "当季", "复刻", "经典", "轻熟"];
const LOOK: &[&str] = &[
    "法式", "通勤", "国风", "复古", "极简", "街头", "甜美", "学院", "英伦", "慵懒", "文艺", "运动",
];
const CLOTH: &[&str] = &[
    "醋酸",
    "雪纺",
    "羊毛",
    "纯棉",
    "针织",
    "牛仔",
    "真丝",
    "亚麻",
    "灯芯绒",
    "丝绒",
    "加绒",
    "羊绒",
];
const CUT: &[&str] =
    &["收腰", "宽松", "修身", "高腰", "直筒", "A字", "短款", "长款", "中长款", "V领"];
const THING: &[&str] = &[
    "连衣裙",
    "连衣裙女",
    "半身裙",
    "衬衫",
    "毛衣",
    "针织衫",
    "风衣外套",
    "牛仔裤",
    "大衣",
    "卫衣",
];
const FOR: &[&str] =
    &["显瘦", "显高", "小个子", "大码", "上班", "约会", "度假", "百搭", "遮肉", "保暖"];
const COLOURS: [&str; 2] = ["黑色", "燕麦"];
const SIZES: [&str; 2] = ["M", "L"];
const STATES: &[&str] = &[
    "live",
    "live",
    "live",
    "live",
    "live",
    "live",
    "live",
    "delisted",
    "planned",
    "preparing",
    "ready",
];

struct Places {
    /// Shop, channel, currency.
    shops: Vec<(i64, i64, String)>,
    categories: Vec<(i64, String)>,
}

/// Fills the shop.
pub(super) fn fill(shop: &Shop, now: i64) -> Result<()> {
    fill_with(shop, now, PRODUCTS)
}

/// As [`fill`], so many products; the words keep their shares.
pub(super) fn fill_with(shop: &Shop, now: i64, products: usize) -> Result<()> {
    let places = places(shop)?;
    let mut dice = Dice::new(1_000_000);
    let mut at = 0;
    while at < products {
        let until = (at + CHUNK).min(products);
        shop.core().write_unasked("demo", |tx| {
            let (mut intake, mut bulk) = (Intake::default(), Bulk::new());
            let shelves: Vec<Shelf> = places
                .shops
                .iter()
                .map(|(_, channel, _)| Shelf::of(tx, *channel))
                .collect::<Result<_>>()?;
            for n in at..until {
                let new = product(&mut dice, &places, n);
                let (id, own) = intake.add(tx, new.clone())?;
                for (turn, (place, shelf)) in places.shops.iter().zip(&shelves).enumerate() {
                    // Five products, each in four shops: twenty titles.
                    let rare = n % (products / 5).max(1) == 3 && n < products / 5 * 5;
                    let mut listing = listing(&mut dice, &places, &new.title, id, place, now, rare);
                    let skus = [OnShelf {
                        sku_id: own[turn],
                        outer_id: Some(new.skus[turn].code.clone()),
                        price: listing.price,
                        qty: listing.qty,
                    }];
                    if listing.live_at.is_none() {
                        listing.completeness_bp = shelf.completeness(tx, &listing, &skus, &[])?;
                    }
                    bulk.add(tx, &listing, &skus, (&new.code, &new.title))?;
                }
            }
            bulk.done(tx);
            intake.done(tx);
            Ok(())
        })?;
        at = until;
    }
    Ok(())
}

fn places(shop: &Shop) -> Result<Places> {
    shop.core().read(&crate::kernel::rights::Caller::system(), |cx| {
        let all: Vec<(String, i64, i64, String)> = cx.all(
            "select s.code, s.id, c.id, c.currency from shop s join channel c on c.id = s.channel_id",
            params![],
        )?;
        let mut by_code: BTreeMap<String, (i64, i64, String)> =
            all.into_iter().map(|(code, id, channel, money)| (code, (id, channel, money))).collect();
        let shops = SHOPS
            .iter()
            .map(|code| by_code.remove(*code).ok_or_else(|| Error::not_found("店铺", code)))
            .collect::<Result<_>>()?;
        let categories = cx.all(
            "select c.id, p.name || ' > ' || c.name from category c join category p on p.id = c.parent_id
             where not exists (select 1 from category d where d.parent_id = c.id) order by c.id",
            params![],
        )?;
        Ok(Places { shops, categories })
    })
}

fn product(dice: &mut Dice, places: &Places, n: usize) -> NewProduct {
    let code = format!("YL{n:07}");
    let title = [AGE, LOOK, CLOTH, CUT, THING, FOR].map(|words| *dice.pick(words)).concat();
    let cost = dice.between(20_00, 300_00);
    let skus = COLOURS
        .iter()
        .flat_map(|colour| SIZES.iter().map(move |size| (*colour, *size)))
        .enumerate()
        .map(|(i, (colour, size))| NewSku {
            code: format!("{code}-{i}"),
            barcode: String::new(),
            options: vec![
                OptionValue { name: "颜色".to_owned(), value: colour.to_owned() },
                OptionValue { name: "尺码".to_owned(), value: size.to_owned() },
            ],
            cost: Some(cost),
            weight_g: Some(300),
        })
        .collect();
    NewProduct {
        code,
        title,
        category_id: Some(dice.pick(&places.categories).0),
        brand: "云上衣舍".to_owned(),
        season: "2026秋".to_owned(),
        state: "on_sale".to_owned(),
        notes: String::new(),
        skus,
    }
}

fn listing(
    dice: &mut Dice,
    places: &Places,
    title: &str,
    product_id: i64,
    place: &(i64, i64, String),
    now: i64,
    rare: bool,
) -> NewListing {
    let (shop_id, channel_id, currency) = place.clone();
    let state = *dice.pick(STATES);
    let price = dice.between(39, 1_299) * 100;
    let on_shelf = matches!(state, "live" | "delisted");
    let since = now - dice.between(1, 365) * 86_400_000 - dice.between(0, 86_399_999);
    NewListing {
        product_id,
        shop_id,
        channel_id,
        item_id: if on_shelf {
            dice.between(900_000_000_000, 999_999_999_999).to_string()
        } else {
            String::new()
        },
        title: if rare { format!("{title}{RARE}扣") } else { title.to_owned() },
        category: dice.pick(&places.categories).1.clone(),
        state: state.to_owned(),
        price,
        list_price: Some(price + price / 2),
        currency,
        qty: dice.between(0, 400),
        sku_count: 1,
        completeness_bp: 10_000,
        picture: None,
        live_at: on_shelf.then_some(since),
        created_at: since,
        updated_at: since + dice.between(0, 3_600_000),
    }
}
