//! The products: made, described, measured, photographed and launched by the planner.

use serde_json::{Value as Json, json};
use shopdesk_pictures::draw::{Drawing, Ground, Product as Drawn};

use super::clock::{HISTORY, Pace};
use super::diary::{Diary, World, id_of};
use super::photos::Photo;
use super::wardrobe::{Piece, Sizes, colour, short, wardrobe};
use crate::kernel::{Error, Result};
use crate::products::{PRODUCT, SKU, rules};

/// The planner, who looks after products while 产品跟单 is vacant.
const PLANNER: &str = "qinchuan";

/// A piece with the pictures that were taken of it.
pub(super) struct Shot {
    pub piece: Piece,
    /// One for each colour, in their order.
    pub colours: Vec<Photo>,
    /// 白底图 of the first colour.
    pub white: Photo,
    /// The detail picture, 790 wide as 天猫 asks.
    pub detail: Photo,
    /// The same 750 wide, as 淘宝 asks.
    pub detail_750: Photo,
    /// How many days ago it came into the shop.
    pub born: i64,
}

/// These are accessories and packaging, in the order of the wardrobe from here on.
pub(super) const ACCESSORIES: usize = 60;

/// What becomes of each piece: most are on sale.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    OnSale,
    Ready,
    Clearing,
    Retired,
}

fn fate(at: usize) -> Fate {
    match at {
        // Summer is over.
        7 | 15 | 26 => Fate::Clearing,
        16 | 58 => Fate::Retired,
        // Not yet launched: the newest.
        29 | 38 | 57 | 63 => Fate::Ready,
        _ => Fate::OnSale,
    }
}

/// Plans everything that happens to products; answers the pieces with their pictures.
pub(super) fn plan(diary: &mut Diary) -> Vec<Shot> {
    diary.note(diary.calendar.past(HISTORY, 9 * 60 + 5), grow_tree);
    let pieces = wardrobe();
    let shots: Vec<Shot> =
        pieces.into_iter().enumerate().map(|(at, piece)| shoot(diary, at, piece)).collect();
    for (at, shot) in shots.iter().enumerate() {
        enter(diary, at, shot);
    }
    diary.note(diary.calendar.past(HISTORY - 8, 17 * 60), pack_accessories);
    shots
}

/// Which day a piece came in: three quarters with the move into this program, the rest week by week.
fn born(at: usize) -> i64 {
    let early = ACCESSORIES * 3 / 4;
    if at >= ACCESSORIES {
        return HISTORY - 1;
    }
    // The newest lines are spread over the wardrobe, as a shop renews all its categories.
    match fate(at) {
        Fate::Ready => 6 + i64::try_from(at % 7).unwrap_or_default(),
        _ if at % 4 == 3 => HISTORY - 12 - i64::try_from(at * 54 / ACCESSORIES).unwrap_or_default(),
        _ => HISTORY - 1 - i64::try_from(at * 4 / early).unwrap_or_default(),
    }
}

fn shoot(diary: &mut Diary, at: usize, piece: Piece) -> Shot {
    let seed = 2601 + at as u64 * 37;
    let drawing = |name: &str, ground, width, height| Drawing {
        product: piece.drawn,
        colour: colour(name),
        pattern: piece.pattern,
        ground,
        seed,
        width,
        height,
    };
    let first = piece.colours[0];
    let colours = piece
        .colours
        .iter()
        .map(|name| {
            let file = format!("{}_{name}.jpg", piece.code);
            diary.studio.picture(file, drawing(name, Ground::Studio, 800, 800))
        })
        .collect();
    let white = format!("{}_白底.jpg", piece.code);
    let white = diary.studio.filling(white, drawing(first, Ground::White, 800, 800));
    let detail = drawing(first, Ground::Scene, 790, 1040);
    let (wide, narrow) = diary.studio.two_widths(&format!("{}_详情", piece.code), detail, 750);
    Shot { colours, white, detail: wide, detail_750: narrow, born: born(at), piece }
}

/// A few categories that the seeded tree does not have.
fn grow_tree(world: &mut World) -> Result<()> {
    let parent: i64 = world
        .one("select id from category where name = '女装' and parent_id is null and ?1 = 0", 0)?;
    for name in ["马甲", "旗袍"] {
        world.does(PLANNER, "categories.save", &json!({ "parent_id": parent, "name": name }))?;
    }
    for (group, name) in [("风格", "韩系"), ("场景", "通勤约会两用")] {
        world.does(PLANNER, "styles.save", &json!({ "group": group, "name": name }))?;
    }
    Ok(())
}

fn enter(diary: &mut Diary, at: usize, shot: &Shot) {
    let piece = shot.piece;
    let mut pace = Pace::from(
        diary.calendar,
        shot.born,
        9 * 60 + 10 + i64::try_from(at % 16).unwrap_or(0) * 24,
    );
    let supplier = *diary.dice.pick(SUPPLIERS);
    diary.note(pace.now(), move |world| create(world, at, piece, supplier));
    diary.note(pace.after(4), move |world| stock_codes(world, at, piece));
    let chart = chart(piece);
    if let Some(chart) = chart {
        diary.note(pace.after(6), move |world| {
            let id = world.product(at)?;
            let args = json!({ "id": id, "version": 0, "chart": chart });
            world.does(PLANNER, "products.set_size_chart", &args).map(drop)
        });
    }
    let pictures: Vec<(Photo, &'static str)> = shot
        .colours
        .iter()
        .copied()
        .zip(piece.colours.iter().copied())
        .chain([(shot.white, ""), (shot.detail, "")])
        .collect();
    diary.note(pace.after(25), move |world| {
        let id = world.product(at)?;
        let all = pictures
            .iter()
            .map(|(photo, colour)| {
                Ok(json!({ "file": world.file(*photo)?, "option_value": colour }))
            })
            .collect::<Result<Vec<Json>>>()?;
        let version = world.version(&PRODUCT, id)?;
        let args = json!({ "id": id, "version": version, "pictures": all });
        world.does(PLANNER, "products.set_pictures", &args).map(drop)
    });
    if fate(at) == Fate::Ready {
        return;
    }
    diary.note(pace.after(12), move |world| step(world, at, "launch", ""));
    let season_end = match fate(at) {
        Fate::Clearing => Some(("clear", "换季清仓，尾货不再补")),
        Fate::Retired => Some(("retire", "工厂停产，不再返单")),
        _ => None,
    };
    if let Some((action, reason)) = season_end {
        let on = diary.calendar.past(18 - i64::try_from(at % 5).unwrap_or(0), 11 * 60);
        diary.note(on, move |world| step(world, at, action, reason));
    }
}

fn step(world: &World, at: usize, action: &str, reason: &str) -> Result<()> {
    let id = world.product(at)?;
    let version = world.version(&PRODUCT, id)?;
    let args = json!({ "id": id, "version": version, "action": action, "reason": reason });
    world.does(PLANNER, "products.act", &args).map(drop)
}

fn create(world: &mut World, at: usize, piece: Piece, supplier: &str) -> Result<()> {
    let (above, leaf) = piece.category;
    let category: i64 = world.shop.core().read(&crate::kernel::rights::Caller::system(), |cx| {
        cx.one(
            "select c.id from category c join category p on p.id = c.parent_id
             where c.name = ?1 and p.name = ?2",
            crate::params![leaf, above],
        )
    })?;
    let all: Vec<(i64, String)> =
        world.all("select id, name from style where retired = ?1 order by id", 0)?;
    let styles: Vec<i64> = piece
        .styles
        .iter()
        .filter_map(|name| all.iter().find(|(_, n)| n == name).map(|(id, _)| *id))
        .collect();
    let mut options = vec![json!({ "name": "颜色", "values": piece.colours })];
    if piece.sizes != Sizes::One {
        options.push(json!({ "name": "尺码", "values": piece.sizes.names() }));
    }
    let facts = json!({
        "title": piece.title, "category_id": category, "brand": "云上衣舍", "season": piece.season,
        "material": piece.material, "selling_points": points(piece), "forbidden_claims": claims(piece), "care": care(piece),
        "supplier_note": supplier, "faq": faq(piece),
    });
    let args = json!({ "code": piece.code, "facts": facts, "styles": styles, "options": options });
    let made = world.does(PLANNER, "products.create", &args)?;
    world.products.insert(at, id_of(&made)?);
    Ok(())
}

/// 商家编码, barcodes, costs and weights, SKU by SKU.
fn stock_codes(world: &mut World, at: usize, piece: Piece) -> Result<()> {
    let skus: Vec<i64> = world
        .all("select id from sku where product_id = ?1 order by position", world.product(at)?)?;
    let sizes = piece.sizes.names();
    for (n, sku) in skus.into_iter().enumerate() {
        let (colour, size) = (piece.colours[n / sizes.len()], sizes[n % sizes.len()]);
        let size_code = if size == "均码" { "F" } else { size };
        // Larger sizes take more cloth.
        let more = i64::try_from(n % sizes.len()).unwrap_or_default();
        let args = json!({
            "id": sku, "version": world.version(&SKU, sku)?,
            "code": format!("{}-{}-{size_code}", piece.code, short(colour)),
            "barcode": barcode(at, n)?,
            "cost": { "amount": piece.cost + more * piece.cost / 100, "currency": "CNY" },
            "weight_g": piece.weight + more * piece.weight / 40,
        });
        world.does(PLANNER, "products.update_sku", &args)?;
    }
    Ok(())
}

/// An EAN-13 of a Chinese maker.
fn barcode(product: usize, sku: usize) -> Result<String> {
    let head = format!("69263{:04}{:03}", 1801 + product, 1 + sku);
    match rules::ean13_check(&head) {
        Some(check) => Ok(format!("{head}{check}")),
        None => Err(Error::internal("a barcode of letters")),
    }
}

/// Who goes with whom: scarves with dresses and blouses, bags for coats.
fn pack_accessories(world: &mut World) -> Result<()> {
    let sku = |world: &World, place: usize, n: i64| -> Result<i64> {
        world.one(
            &format!(
                "select id from sku where product_id = ?1 order by position limit 1 offset {n}"
            ),
            world.product(place)?,
        )
    };
    let pieces = wardrobe();
    let scarf = [sku(world, 60, 0)?, sku(world, 60, 1)?];
    let (dust, gift) = (sku(world, 61, 0)?, sku(world, 62, 0)?);
    for (at, piece) in pieces.iter().enumerate().take(ACCESSORIES) {
        let Ok(id) = world.product(at) else { continue };
        let Piece { drawn, price, .. } = *piece;
        let mut list = Vec::new();
        if at == 0 || at == 17 {
            list.push(
                json!({ "sku_id": scarf[0], "relation": "optional", "note": "同料，可配领口" }),
            );
            list.push(json!({ "sku_id": scarf[1], "relation": "optional", "note": "撞色搭配" }));
        }
        if drawn == Drawn::Coat {
            list.push(json!({ "sku_id": dust, "relation": "included", "note": "每件随附一个" }));
        }
        if price >= 300_00 {
            list.push(
                json!({ "sku_id": gift, "relation": "optional", "note": "送礼订单备注后放入" }),
            );
        }
        if list.is_empty() {
            continue;
        }
        let version = world.version(&PRODUCT, id)?;
        let args = json!({ "id": id, "version": version, "accessories": list });
        world.does(PLANNER, "products.set_accessories", &args)?;
    }
    Ok(())
}

const SUPPLIERS: &[&str] = &[
    "杭州滨江锦绣服饰，起订 300 件，返单 12 天",
    "广州海珠依澜制衣，起订 200 件，返单 9 天",
    "苏州盛泽丝源纺织，面料自有，返单 15 天",
    "桐乡濮院暖织针织，起订 150 件，返单 10 天",
    "温州瓯海步韵鞋业，起订 240 双，返单 18 天",
    "白沟卓一箱包，起订 100 只，返单 14 天",
];

fn points(piece: Piece) -> Vec<&'static str> {
    let mut all = match piece.drawn {
        Drawn::Dress => vec!["收腰线条，身形利落", "裙摆垂坠，走动有型", "侧拉链，穿脱顺手"],
        Drawn::Skirt => vec!["高腰版型，拉长比例", "内有安全里衬", "坐下不易起皱"],
        Drawn::Tshirt => vec!["领口加固，洗后不垮", "克重扎实，不透肉"],
        Drawn::Shirt => vec!["领型挺括，久坐不塌", "袖口可翻折", "单穿叠穿都合适"],
        Drawn::Sweater => vec!["贴肤柔软，不扎人", "针脚细密，不易起球", "罗口有弹性，不易变形"],
        Drawn::Coat => vec!["肩线服帖，抬手不紧", "内里顺滑，好穿脱", "两侧深口袋，能放手机"],
        Drawn::Trousers => {
            vec!["裤型顺直，修饰腿型", "腰头有弹力，久坐舒服", "加长裤脚，可自行改短"]
        }
        Drawn::Shoes => vec!["软底缓震，走一天不累", "楦型偏宽，不挤脚"],
        Drawn::Bag => vec!["可放一本书和一把伞", "五金加厚，不易掉色", "内有拉链暗袋"],
        Drawn::Scarf => vec!["锁边整齐，不易脱线", "轻暖不臃肿"],
        Drawn::Hat => vec!["帽围可调 2 厘米", "帽檐挺括，可折叠"],
    };
    if piece.material.contains("羊毛") || piece.material.contains("羊绒") {
        all.push("含羊毛，保暖透气");
    }
    if piece.material.contains("丝 ") || piece.material.contains("醋酸") {
        all.push("光泽柔和，垂感好");
    }
    all
}

/// What the shop was fined or argued with for, or would be.
fn claims(piece: Piece) -> Vec<&'static str> {
    let made_of = |what: &str| piece.material.contains(what);
    let mut all = match piece.drawn {
        Drawn::Sweater => vec!["永不起球", "绝不掉毛"],
        Drawn::Coat => vec!["完全防水", "永不变形"],
        Drawn::Shoes => vec!["真皮鞋底", "绝不磨脚"],
        Drawn::Bag if made_of("合成革") => vec!["真皮", "头层牛皮"],
        Drawn::Bag => vec!["头层牛皮", "终身保修"],
        _ => vec!["绝不褪色", "绝不缩水"],
    };
    if made_of("羊绒") {
        all.push("纯羊绒");
    }
    if made_of("桑蚕丝") && !made_of("桑蚕丝 100%") {
        all.push("100%真丝");
    }
    if made_of("醋酸") {
        all.push("真丝面料");
    }
    all
}

fn care(piece: Piece) -> &'static str {
    match piece.drawn {
        Drawn::Coat => "请干洗；悬挂存放，避免折叠受压。",
        Drawn::Shoes | Drawn::Bag => "软布擦拭，避免浸水与暴晒；不用时塞纸保形。",
        Drawn::Sweater => "手洗或毛衣档，30℃ 以下；平铺晾干，勿拧。",
        _ if piece.material.contains("丝") => "冷水手洗，中性洗涤剂；阴凉处晾干，低温熨烫。",
        _ => "30℃ 以下机洗，深浅分开；反面晾晒，中温熨烫。",
    }
}

fn faq(piece: Piece) -> Vec<Json> {
    let mut all = vec![json!({ "q": "会褪色吗？",
        "a": "成衣出厂前做过色牢度测试，深色第一次请单独冷水洗，属正常浮色。" })];
    match piece.drawn {
        Drawn::Shoes => all.push(json!({ "q": "偏大还是偏小？",
            "a": "标准码，脚背高或脚偏宽建议拍大一码。" })),
        Drawn::Bag => all.push(json!({ "q": "能放下 14 寸电脑吗？",
            "a": "托特包可以放 14 寸电脑，腋下包和小方包放不下，请看尺寸图。" })),
        Drawn::Scarf | Drawn::Hat => all.push(json!({ "q": "可以机洗吗？",
            "a": "建议手洗，平铺晾干。" })),
        _ => {
            all.push(json!({ "q": "身高 160 体重 52 公斤穿几码？",
                "a": "参考尺码推荐选 M；喜欢宽松可以大一码。" }));
            all.push(json!({ "q": "模特穿的什么码？", "a": "模特 170 厘米、50 公斤，穿 S 码。" }));
        }
    }
    if piece.price >= 400_00 {
        all.push(json!({ "q": "可以送礼包装吗？",
            "a": "可以，下单备注“礼品包装”，随附手提袋和贺卡。" }));
    }
    all
}

/// The size chart of clothes and shoes, with the rules by which sizes are advised.
fn chart(piece: Piece) -> Option<Json> {
    let (names, base, steps): (&[&str], &[i64], &[i64]) = match piece.drawn {
        Drawn::Dress => (&["胸围", "腰围", "肩宽", "裙长"], &[86, 68, 37, 116], &[4, 4, 1, 1]),
        Drawn::Skirt => (&["腰围", "臀围", "裙长"], &[64, 90, 72], &[4, 4, 1]),
        Drawn::Coat => (&["胸围", "肩宽", "袖长", "衣长"], &[102, 41, 58, 108], &[4, 1, 1, 1]),
        Drawn::Shirt | Drawn::Tshirt | Drawn::Sweater => {
            (&["胸围", "肩宽", "袖长", "衣长"], &[94, 39, 56, 62], &[4, 1, 1, 1])
        }
        Drawn::Trousers => (&["腰围", "臀围", "裤长", "脚口"], &[66, 92, 98, 34], &[3, 3, 1, 1]),
        Drawn::Shoes => (&["脚长", "脚宽"], &[23, 8], &[1, 0]),
        Drawn::Bag | Drawn::Scarf | Drawn::Hat => return None,
    };
    let mut columns = vec![json!({ "name": "尺码", "number": false })];
    columns.extend(names.iter().map(|n| json!({ "name": n, "number": true })));
    let sizes = piece.sizes.names();
    let rows: Vec<Vec<String>> = sizes
        .iter()
        .enumerate()
        .map(|(n, size)| {
            let n = i64::try_from(n).unwrap_or_default();
            let figures = base.iter().zip(steps).map(|(b, s)| (b + s * n).to_string());
            std::iter::once((*size).to_owned()).chain(figures).collect()
        })
        .collect();
    let rules: Vec<Json> = if piece.drawn == Drawn::Shoes {
        Vec::new()
    } else {
        sizes
            .iter()
            .enumerate()
            .map(|(n, size)| {
                let n = i32::try_from(n).unwrap_or_default();
                json!({ "size": size, "height_from": 150 + n * 4, "height_to": 163 + n * 5,
                    "weight_from": 40 + n * 6, "weight_to": 48 + n * 6 })
            })
            .collect()
    };
    Some(json!({ "unit": "cm", "columns": columns, "rows": rows, "rules": rules,
        "note": "手工平铺测量，误差 1 到 2 厘米属正常。" }))
}
