//! A table of a shop's own making, by the map its names suggest and by every field a map can name.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::{ColumnMap, Input, Kind, ReadOptions};
use shopdesk_exchange_fuzz::import;

const HEADER: &str =
    "商品编码,商品名称,售价,成本价,库存,状态,颜色,尺码,规格编码,规格,重量(kg),图片,描述,上架时间";

fuzz_target!(|bytes: &[u8]| {
    let mut file = format!("{HEADER}\r\n").into_bytes();
    file.extend_from_slice(bytes);
    let input = Input::bytes("商品.csv", file);
    import(&input, &ReadOptions::default());
    let names: Vec<String> = HEADER.split(',').map(str::to_owned).collect();
    let map = ColumnMap { kind: Kind::Listings, ..ColumnMap::suggest(&names) };
    import(&input, &ReadOptions { map: Some(map), ..ReadOptions::default() });
    // The bytes alone: whatever header they have themselves.
    import(&Input::bytes("商品.csv", bytes), &ReadOptions::default());
});
