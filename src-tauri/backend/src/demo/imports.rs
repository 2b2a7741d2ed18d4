//! Tables that came in from outside: weights from the warehouse, a count of the Tmall shop's stock, one
//! that was taken back, one that was put away, and one that waits with wrong rows.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::diary::{Diary, World};
use super::wardrobe::wardrobe;
use crate::imports::finished;
use crate::kernel::Result;
use shopdesk_pictures::draw::Product as Drawn;

const SPECIALIST: &str = "huanglei";
const OVERSEAS: &str = "heyun";

pub(super) fn plan(diary: &mut Diary) {
    let calendar = diary.calendar;
    let mut note = |ago: i64, minute: i64, act: fn(&mut World) -> Result<()>| {
        diary.note(calendar.past(ago, minute), act);
    };
    note(34, 10 * 60 + 20, |world| {
        let table = weights(world, Drawn::Coat, 30)?;
        taken(world, SPECIALIST, "大衣_仓库实测重量.csv", &table, None).map(drop)
    });
    note(23, 16 * 60 + 45, |world| {
        let table = count(world, "TM1", Drawn::Dress)?;
        taken(world, SPECIALIST, "天猫旗舰店_连衣裙盘点.csv", &table, Some("TM1")).map(drop)
    });
    note(17, 11 * 60 + 5, |world| {
        let table = weights(world, Drawn::Sweater, -220)?;
        let id = taken(world, SPECIALIST, "针织_实测重量（未扣吊牌袋）.csv", &table, None)?;
        world.made.insert("import undone".to_owned(), id);
        Ok(())
    });
    note(17, 11 * 60 + 14, |world| {
        let id = world.thing("import undone")?;
        world.does(SPECIALIST, "imports.undo", &json!({ "id": id })).map(drop)
    });
    note(9, 15 * 60 + 30, |world| {
        let table = count(world, "AE1", Drawn::Coat)?;
        let id = looked_at(world, OVERSEAS, "速卖通_大衣库存_上月.csv", &table, Some("AE1"))?;
        world.does(OVERSEAS, "imports.discard", &json!({ "id": id })).map(drop)
    });
    note(1, 17 * 60 + 40, |world| {
        looked_at(world, SPECIALIST, "冬末补款资料.csv", WAITING, None).map(drop)
    });
}

/// New pieces as a supplier wrote them down: one category that the shop does not have, one SKU twice,
/// one without a title.
const WAITING: &str = "\
商品编码,标题,类目,品牌,颜色,SKU编码,重量(克)
YS2711,圆领羊绒开衫,针织衫,云上衣舍,燕麦,YS2711-YM-F,310
YS2712,灯芯绒直筒半裙,半身裙,云上衣舍,焦糖,YS2712-JT-F,420
YS2713,法兰绒格纹衬衫,衬衫,云上衣舍,雾蓝,YS2713-WL-F,280
YS2714,仿羊羔毛短外套,羊羔毛外套,云上衣舍,米白,YS2714-MB-F,860
YS2715,,连衣裙,云上衣舍,黑色,YS2715-HS-F,380
YS2716,堆堆领打底衫,T恤,云上衣舍,豆沙粉,YS2711-YM-F,190
";

/// Codes and weights of every SKU of a kind, so many grams beside what the shop has.
fn weights(world: &World, kind: Drawn, grams: i64) -> Result<String> {
    let mut table = String::from("商品编码,SKU编码,重量(克)\n");
    for (place, piece) in wardrobe().iter().enumerate().filter(|(_, p)| p.drawn == kind) {
        let Ok(product) = world.product(place) else { continue };
        let skus: Vec<(String, i64)> = world.all(
            "select code, weight_g from sku where product_id = ?1 order by position",
            product,
        )?;
        for (sku, weight) in skus {
            let _ = writeln!(table, "{},{sku},{}", piece.code, (weight + grams).max(60));
        }
    }
    Ok(table)
}

/// What the shelves of a shop hold of a kind, as counted: now and then a piece or two off.
fn count(world: &World, shop: &'static str, kind: Drawn) -> Result<String> {
    let mut table = String::from("商品编码,SKU编码,库存\n");
    for (place, piece) in wardrobe().iter().enumerate().filter(|(_, p)| p.drawn == kind) {
        let Ok(listing) = world.listing(place, shop) else { continue };
        let skus: Vec<(String, i64)> = world.all(
            "select s.code, l.qty from listing_sku l join sku s on s.id = l.sku_id
             where l.listing_id = ?1 order by l.id",
            listing,
        )?;
        for (n, (sku, qty)) in skus.into_iter().enumerate() {
            let off = [0, -2, 0, 1][(place + n) % 4];
            let _ = writeln!(table, "{},{sku},{}", piece.code, (qty + off).max(0));
        }
    }
    Ok(table)
}

/// Somebody drops a table and looks at what it would do; answers the import.
fn looked_at(
    world: &World,
    who: &str,
    name: &str,
    table: &str,
    shop: Option<&'static str>,
) -> Result<i64> {
    let (core, caller) = (world.shop.core(), world.who(who)?);
    let file = core.put_bytes(caller, name, table.as_bytes())?.hash;
    let shop = shop.and_then(|code| world.shops.get(code));
    let args = json!({ "file": file, "name": name, "shop": shop });
    let done: Json = finished(core, caller, "imports.preview", &args)?;
    Ok(done["imports"][0].as_i64().unwrap_or_default())
}

/// As [`looked_at`], and takes it in.
fn taken(
    world: &World,
    who: &str,
    name: &str,
    table: &str,
    shop: Option<&'static str>,
) -> Result<i64> {
    let id = looked_at(world, who, name, table, shop)?;
    finished(world.shop.core(), world.who(who)?, "imports.commit", &json!({ "id": id }))?;
    Ok(id)
}
