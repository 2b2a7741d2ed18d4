//! The shops and what is on their shelves: listings in every state, prices, stock, what has still to
//! be typed in on the platforms.

use serde_json::{Value as Json, json};
use shopdesk_pictures::draw::{Drawing, Ground, Product as Drawn};

use super::clock::{HISTORY, Pace};
use super::diary::{Diary, World};
use super::photos::Photo;
use super::products::Shot;
use super::wardrobe::{Piece, colour};
use crate::kernel::{Error, Result};
use crate::listings::{CHANNEL, LISTING};

/// A shop of the demo company.
struct Store {
    code: &'static str,
    name: &'static str,
    channel: &'static str,
    site: &'static str,
}

const STORES: &[Store] = &[
    Store { code: "TM1", name: "云上衣舍旗舰店", channel: "tmall", site: "" },
    Store { code: "TB1", name: "云上衣舍小铺", channel: "taobao", site: "" },
    Store { code: "SC1", name: "云上会员商城", channel: "mall", site: "" },
    Store { code: "AE1", name: "Cloud Wardrobe Store", channel: "aliexpress", site: "GLO" },
    Store { code: "EB1", name: "cloudwardrobe_us", channel: "ebay", site: "US" },
    Store { code: "AM1", name: "CloudWardrobe", channel: "amazon", site: "US" },
];

/// Who looks after a shop's listings.
pub(super) fn keeper(shop: &str) -> &'static str {
    if matches!(shop, "AE1" | "EB1" | "AM1") { "heyun" } else { "huanglei" }
}

/// CNY for a dollar, millionths.
const DOLLAR: i64 = 7_120_000;

/// What becomes of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Planned,
    Preparing,
    Ready,
    Live,
    Delisted,
    Deleted,
    Dropped,
    Violation,
}

/// In which shops the piece at this place is, and what became of it there.
fn fates(at: usize) -> Vec<(&'static str, Fate)> {
    if at >= super::products::ACCESSORIES {
        return Vec::new();
    }
    let all = |fate| vec![("TM1", fate), ("TB1", fate)];
    match at {
        // What the planner has just made is being got ready.
        29 => all(Fate::Planned),
        38 => vec![("TM1", Fate::Preparing), ("TB1", Fate::Planned), ("AE1", Fate::Planned)],
        57 => all(Fate::Preparing),
        11 => vec![("TM1", Fate::Ready), ("TB1", Fate::Ready), ("SC1", Fate::Preparing)],
        19 => vec![("TM1", Fate::Live), ("TB1", Fate::Ready), ("EB1", Fate::Preparing)],
        // Gone.
        16 => vec![("TM1", Fate::Deleted), ("TB1", Fate::Delisted)],
        58 => vec![("TM1", Fate::Delisted), ("SC1", Fate::Delisted), ("AE1", Fate::Delisted)],
        33 => vec![("TM1", Fate::Live), ("TB1", Fate::Live), ("AM1", Fate::Dropped)],
        21 => vec![("TM1", Fate::Live), ("TB1", Fate::Violation), ("SC1", Fate::Live)],
        46 => vec![("TM1", Fate::Violation), ("TB1", Fate::Live)],
        _ => {
            let mut out = vec![("TM1", Fate::Live)];
            if at % 3 != 1 {
                out.push(("TB1", Fate::Live));
            }
            if at.is_multiple_of(3) {
                out.push(("SC1", Fate::Live));
            }
            if at.is_multiple_of(4) {
                out.push(("AE1", Fate::Live));
            }
            if at.is_multiple_of(6) {
                out.push(("EB1", Fate::Live));
            }
            if at % 6 == 2 {
                out.push(("AM1", Fate::Live));
            }
            out
        }
    }
}

/// Whether a piece is on sale in a shop today.
pub(super) fn is_live(at: usize, shop: &str) -> bool {
    fates(at).iter().any(|(s, fate)| *s == shop && *fate == Fate::Live)
}

/// Plans everything that happens on the shelves.
pub(super) fn plan(diary: &mut Diary, shots: &[Shot]) {
    let calendar = diary.calendar;
    diary.note(calendar.past(HISTORY, 9 * 60 + 20), open_shops);
    for (at, shot) in shots.iter().enumerate() {
        for (shop, fate) in fates(at) {
            stock_shelf(diary, at, shot, shop, fate);
        }
    }
    touch_up(diary, shots);
    // Twice a week the keepers type in what waits, until the day before yesterday.
    let mut ago = HISTORY - 3;
    while ago >= 2 {
        for who in ["huanglei", "heyun"] {
            diary.note(calendar.past(ago, 17 * 60 + 40), move |world| type_in(world, who));
        }
        ago -= if ago <= 14 { 1 } else { 3 };
    }
}

fn open_shops(world: &mut World) -> Result<()> {
    let channels: Vec<(i64, String)> =
        world.all("select id, code from channel where id > ?1 order by id", 0)?;
    for store in STORES {
        let channel = channels.iter().find(|(_, code)| code == store.channel);
        let (channel, _) = channel.ok_or_else(|| Error::not_found("渠道", store.channel))?;
        let args = json!({ "code": store.code, "name": store.name, "channel_id": channel,
            "site": store.site });
        let made = world.does("linwan", "shops.create", &args)?;
        let id = made.as_i64().or_else(|| made["id"].as_i64());
        world.shops.insert(store.code, id.ok_or_else(|| Error::internal("a shop without an id"))?);
    }
    for (id, code) in &channels {
        let version = world.version(&CHANNEL, *id)?;
        if matches!(code.as_str(), "aliexpress" | "ebay" | "amazon") {
            let args = json!({ "id": id, "version": version, "fx_micro": DOLLAR,
                "fee_bp": if code == "ebay" { 1_325 } else if code == "amazon" { 1_700 } else { 800 } });
            world.does("heyun", "channels.update", &args)?;
        } else {
            let lines: Vec<String> = LEAVES.iter().map(|leaf| shelf_category(leaf)).collect();
            let args = json!({ "channel_id": id, "lines": lines });
            world.does("huanglei", "channels.put_categories", &args)?;
        }
    }
    Ok(())
}

const LEAVES: &[&str] = &[
    "连衣裙",
    "半身裙",
    "T恤",
    "衬衫",
    "针织衫",
    "毛衣",
    "卫衣",
    "西装",
    "风衣",
    "大衣",
    "牛仔裤",
    "休闲裤",
    "单鞋",
    "单肩包",
    "手提包",
    "围巾",
    "帽子",
];

/// A category as Chinese platforms name it.
fn shelf_category(leaf: &str) -> String {
    let above = match leaf {
        "单鞋" => "女鞋",
        "单肩包" | "手提包" => "箱包皮具",
        "围巾" | "帽子" => "服饰配件",
        _ => "女装",
    };
    format!("{above} > {leaf}")
}

fn overseas_category(piece: Piece) -> &'static str {
    match piece.drawn {
        Drawn::Dress => "Women's Clothing > Dresses",
        Drawn::Skirt => "Women's Clothing > Skirts",
        Drawn::Shirt | Drawn::Tshirt => "Women's Clothing > Tops & Blouses",
        Drawn::Sweater => "Women's Clothing > Sweaters",
        Drawn::Coat => "Women's Clothing > Coats & Jackets",
        Drawn::Trousers => "Women's Clothing > Pants",
        Drawn::Bag => "Bags > Handbags",
        Drawn::Shoes => "Shoes > Pumps & Flats",
        Drawn::Scarf | Drawn::Hat => "Accessories > Scarves & Hats",
    }
}

/// The price in the shop's money: dollars end in 99 cents and carry the freight.
pub(super) fn price_in(piece: Piece, shop: &str) -> Json {
    if keeper(shop) == "heyun" {
        let dollars = piece.price * 145 / 100 * 1_000_000 / DOLLAR / 100;
        return json!({ "amount": dollars * 100 + 99, "currency": "USD" });
    }
    // The shop for members is a little cheaper, the small shop too.
    let amount =
        if shop == "TM1" { piece.price } else { piece.price - piece.price / 25 / 100 * 100 };
    json!({ "amount": amount, "currency": "CNY" })
}

fn stock_shelf(diary: &mut Diary, at: usize, shot: &Shot, shop: &'static str, fate: Fate) {
    let piece = shot.piece;
    let who = keeper(shop);
    let offset = 40 + i64::try_from(at % 11).unwrap_or_default() * 13;
    let newest = matches!(fate, Fate::Planned | Fate::Preparing | Fate::Ready);
    let from = if newest { shot.born.min(5) } else { shot.born - 1 };
    let mut pace = Pace::from(diary.calendar, from, 9 * 60 + offset);
    diary.note(pace.now(), move |world| {
        let args = json!({ "product_id": world.product(at)?, "shop_ids": [world.shops[shop]],
            "title": title(piece, shop), "price": price_in(piece, shop) });
        let made = world.does(who, "listings.create", &args)?;
        let id = made[0].as_i64().ok_or_else(|| Error::internal("no listing was made"))?;
        world.listings.insert((at, shop), id);
        Ok(())
    });
    if fate == Fate::Planned {
        return;
    }
    diary.note(pace.after(35), move |world| act(world, at, shop, "prepare", "", ""));
    if fate == Fate::Dropped {
        let why = "大衣不做亚马逊：退货运费太高";
        diary.note(pace.after(600), move |world| act(world, at, shop, "drop", why, ""));
        return;
    }
    let half = fate == Fate::Preparing;
    let text = words(piece, shop, half);
    diary.note(pace.after(30), move |world| {
        let id = world.listing(at, shop)?;
        let mut args = text.clone();
        args["id"] = json!(id);
        args["version"] = json!(world.version(&LISTING, id)?);
        world.does(who, "listings.update", &args).map(drop)
    });
    if half {
        return;
    }
    let stock: Vec<i64> = (0..24).map(|_| diary.dice.between(18, 160)).collect();
    diary.note(pace.after(8), move |world| {
        let id = world.listing(at, shop)?;
        let skus: Vec<i64> =
            world.all("select id from listing_sku where listing_id = ?1 order by id", id)?;
        let rows: Vec<Json> = skus
            .iter()
            .zip(stock.iter().cycle())
            .map(|(sku, qty)| json!({ "listing_sku_id": sku, "qty": qty }))
            .collect();
        let args = json!({ "id": id, "version": world.version(&LISTING, id)?, "rows": rows });
        world.does(who, "listings.set_stock", &args).map(drop)
    });
    for (slot, photos) in slots(diary, at, shot, shop) {
        diary.note(pace.after(5), move |world| hang(world, at, shop, slot, &photos));
    }
    diary.note(pace.after(20), move |world| act(world, at, shop, "ready", "", ""));
    if fate == Fate::Ready {
        return;
    }
    let number = item_number(diary, shop);
    diary.note(pace.after(45), move |world| act(world, at, shop, "list", "", &number));
    let late = 6 + i64::try_from(at % 9).unwrap_or_default();
    let calendar = diary.calendar;
    match fate {
        Fate::Delisted | Fate::Deleted => {
            let why = "已下市，平台同步下架";
            let on = calendar.past(late, 10 * 60 + 15);
            diary.note(on, move |world| act(world, at, shop, "delist", why, ""));
            if fate == Fate::Deleted {
                let on = calendar.past(late - 3, 16 * 60);
                let why = "平台上没有未完成订单，删除旧链接";
                diary.note(on, move |world| act(world, at, shop, "delete", why, ""));
            }
        }
        Fate::Violation => {
            let why = if at == 21 {
                "平台通知：主图含促销文字，限期整改"
            } else {
                "平台通知：标题滥用关键词，已被降权"
            };
            let on = calendar.past(1 + i64::try_from(at % 2).unwrap_or_default(), 14 * 60 + 20);
            diary.note(on, move |world| act(world, at, shop, "flag", why, ""));
        }
        _ => {}
    }
}

fn act(
    world: &mut World,
    at: usize,
    shop: &'static str,
    action: &str,
    reason: &str,
    item_id: &str,
) -> Result<()> {
    let id = world.listing(at, shop)?;
    let mut args = json!({ "id": id, "version": world.version(&LISTING, id)?, "action": action,
        "no_open_orders": action == "delete" });
    if !reason.is_empty() {
        args["reason"] = json!(reason);
    }
    if !item_id.is_empty() {
        args["item_id"] = json!(item_id);
    }
    world.does(keeper(shop), "listings.act", &args).map(drop)
}

fn title(piece: Piece, shop: &str) -> String {
    match shop {
        "EB1" => piece.english.chars().take(78).collect(),
        "AM1" => format!("CloudWardrobe {} for Fall Winter", piece.english),
        "AE1" => format!("{} 2026 New Arrival", piece.english),
        _ => piece.title.to_owned(),
    }
}

/// Texts, category and attributes; for one that is only half ready, some of them.
fn words(piece: Piece, shop: &str, half: bool) -> Json {
    let overseas = keeper(shop) == "heyun";
    let category = if overseas {
        overseas_category(piece).to_owned()
    } else {
        shelf_category(piece.category.1)
    };
    if half {
        return json!({ "category": category, "keywords": piece.styles.join(" ") });
    }
    let mut out = json!({
        "category": category,
        "freight": if overseas { "ePacket / 7-15 days" } else { "全国包邮（偏远地区除外）" },
        "detail": if overseas { format!(
            "{}\n\nFabric: see the size chart for details.\nHand made in Hangzhou, ships within two working days.",
            piece.english
        ) } else { format!(
            "{}\n\n【面料】{}\n【版型】以尺码表为准，介意者请看试穿记录。\n【洗护】见洗水标。\n【发货】现货 48 小时内发出。",
            piece.title, piece.material
        ) },
        "attributes": if overseas { json!({ "Brand": "CloudWardrobe", "Season": "Fall/Winter", "Origin": "CN" }) }
            else { json!({ "品牌": "云上衣舍", "材质成分": piece.material, "适用季节": piece.season,
                "风格": piece.styles.first().copied().unwrap_or("通勤") }) },
    });
    if shop == "AM1" {
        out["bullets"] = json!([
            "Soft and comfortable fabric with a clean finish",
            "True to size, please check the size chart before ordering",
            "Easy to match for work, weekend and travel",
        ]);
    }
    if overseas {
        out["list_price"] = json!({ "amount": piece.price * 2 * 1_000_000 / DOLLAR / 100 * 100 + 99,
            "currency": "USD" });
    } else {
        out["list_price"] = json!({ "amount": piece.price * 3 / 2 / 1000 * 1000 + 900,
            "currency": "CNY" });
    }
    out
}

/// Which pictures go into which slots of a shop.
fn slots(diary: &mut Diary, at: usize, shot: &Shot, shop: &str) -> Vec<(&'static str, Vec<Photo>)> {
    let main: Vec<Photo> = shot.colours.iter().copied().take(4).collect();
    match shop {
        "TM1" => vec![
            ("taobao.main", main),
            ("taobao.white", vec![shot.white]),
            ("tmall.detail", vec![shot.detail]),
        ],
        "TB1" => vec![
            ("taobao.main", main),
            ("taobao.white", vec![shot.white]),
            ("taobao.detail", vec![shot.detail_750]),
        ],
        "SC1" => vec![("mall.main", main)],
        "AE1" => vec![("aliexpress.main", main)],
        "EB1" => vec![("ebay.main", main)],
        _ => {
            // Amazon wants it large, on white, filling the frame.
            let piece = shot.piece;
            let photo = diary.studio.filling(
                format!("{}_AMZ_MAIN.jpg", piece.code),
                Drawing {
                    product: piece.drawn,
                    colour: colour(piece.colours[0]),
                    pattern: piece.pattern,
                    ground: Ground::White,
                    seed: 2601 + at as u64 * 37,
                    width: 1000,
                    height: 1000,
                },
            );
            vec![("amazon.main", vec![photo])]
        }
    }
}

fn hang(
    world: &mut World,
    at: usize,
    shop: &'static str,
    slot: &str,
    photos: &[Photo],
) -> Result<()> {
    let id = world.listing(at, shop)?;
    let files = photos.iter().map(|p| world.file(*p)).collect::<Result<Vec<_>>>()?;
    let args = json!({ "id": id, "version": world.version(&LISTING, id)?, "slot": slot,
        "files": files });
    world.does(keeper(shop), "listings.set_pictures", &args).map(drop)
}

/// A number as the platform gives it.
fn item_number(diary: &mut Diary, shop: &str) -> String {
    let dice = &mut diary.dice;
    match shop {
        "AE1" => format!("10050{:011}", dice.between(6_000_000_000, 8_999_999_999)),
        "EB1" => format!("3856{:08}", dice.between(10_000_000, 99_999_999)),
        "AM1" => {
            let letters: Vec<char> = "ABCDEFGHJKLMNPQRSTVWXYZ23456789".chars().collect();
            let tail: String = (0..7).map(|_| *dice.pick(&letters)).collect();
            format!("B0D{tail}")
        }
        "SC1" => format!("SC{:06}", dice.between(100_000, 999_999)),
        _ => format!("{}", dice.between(701_000_000_000, 899_000_000_000)),
    }
}

/// What was changed here since the keeper last looked is typed in on the platforms.
fn type_in(world: &mut World, who: &'static str) -> Result<()> {
    world.does(who, "prices.advance", &json!({}))?;
    let region = if who == "heyun" { "overseas" } else { "domestic" };
    let waiting: Vec<i64> = world.all(
        &format!(
            "select y.id from sync_item y join listing l on l.id = y.listing_id
             join channel c on c.id = l.channel_id
             where y.done_at is null and l.violation = ?1 and c.region = '{region}' order by y.id"
        ),
        0,
    )?;
    if waiting.is_empty() {
        return Ok(());
    }
    world.does(who, "sync.mark_done", &json!({ "ids": waiting })).map(drop)
}

/// Small changes as weeks go by: titles for the season, stock topped up, and a few of yesterday and
/// today that still wait to be typed in.
fn touch_up(diary: &mut Diary, shots: &[Shot]) {
    let calendar = diary.calendar;
    for (week, at) in (1..10).zip((12..56).step_by(7)) {
        if is_live(at, "TM1") && shots[at].born > week * 7 + 3 {
            let word = ["新品", "秋冬新款", "热卖"][at % 3];
            let fresh = retitled(shots[at].piece, word);
            let on = calendar.past(week * 7, 15 * 60);
            diary.note(on, move |world| retitle(world, at, "TM1", &fresh));
        }
    }
    for (n, (at, shop)) in [(0, "TM1"), (3, "TM1"), (6, "TB1"), (12, "AE1")].into_iter().enumerate()
    {
        let minute = 9 * 60 + 20 + i64::try_from(n).unwrap_or_default() * 35;
        let ago = i64::try_from(n % 2).unwrap_or_default();
        if shop == "AE1" {
            let fresh = format!("{} Winter Sale", shots[at].piece.english);
            diary.note(calendar.past(ago, minute), move |world| retitle(world, at, shop, &fresh));
        } else {
            let fresh = retitled(shots[at].piece, "冬季上新");
            diary.note(calendar.past(ago, minute), move |world| retitle(world, at, shop, &fresh));
        }
    }
    for (n, (at, shop)) in
        [(17, "TM1"), (24, "SC1"), (30, "TB1"), (8, "AM1")].into_iter().enumerate()
    {
        let qty = diary.dice.between(40, 90);
        let minute = 10 * 60 + i64::try_from(n).unwrap_or_default() * 22;
        diary.note(calendar.past(1, minute), move |world| top_up(world, at, shop, qty));
    }
}

/// The title with a word of the season in front, as far as 天猫 has room for it.
fn retitled(piece: Piece, word: &str) -> String {
    let room = 30 - word.chars().count();
    format!("{word}{}", piece.title.chars().take(room).collect::<String>())
}

fn retitle(world: &mut World, at: usize, shop: &'static str, title: &str) -> Result<()> {
    let id = world.listing(at, shop)?;
    let args = json!({ "id": id, "version": world.version(&LISTING, id)?, "title": title });
    world.does(keeper(shop), "listings.update", &args).map(drop)
}

fn top_up(world: &mut World, at: usize, shop: &'static str, qty: i64) -> Result<()> {
    let id = world.listing(at, shop)?;
    let sku: i64 =
        world.one("select id from listing_sku where listing_id = ?1 order by id limit 1", id)?;
    let args = json!({ "id": id, "version": world.version(&LISTING, id)?, "reason": "到货补库存",
        "rows": [{ "listing_sku_id": sku, "qty": qty }] });
    world.does(keeper(shop), "listings.set_stock", &args).map(drop)
}
