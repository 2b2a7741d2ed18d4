//! Every format of the house, from a file in its real byte shape to the shop and back.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::{Desk, RunOptions, counts, picture, sample};
use crate::kernel::Code;

fn at(shop: &str) -> RunOptions {
    RunOptions { shop: Some(shop.to_owned()), ..RunOptions::default() }
}

/// The pack as it lies on the disk after unpacking: a csv and the folder beside it. The sample's own
/// pictures have no end; here are whole ones, the same bytes for both of a product.
fn unpacked(folder: &Path) {
    unpacked_with(folder, |n| picture(u8::try_from(n / 2 * 17 + 1).unwrap()));
}

/// The same with these pictures.
fn unpacked_with(folder: &Path, picture: impl Fn(usize) -> Vec<u8>) {
    let mut zip =
        zip::ZipArchive::new(std::fs::File::open(sample("data_pack.zip")).unwrap()).unwrap();
    zip.extract(folder).unwrap();
    let pictures: Vec<_> = super::super::folder::files(&folder.join("sample_pack")).unwrap();
    assert_eq!(pictures.len(), 8);
    for (n, path) in pictures.iter().enumerate() {
        std::fs::write(path, picture(n)).unwrap();
    }
}

/// The pack with whole pictures, zipped again.
fn zipped(folder: &Path) -> PathBuf {
    let inside = folder.join("里");
    std::fs::create_dir(&inside).unwrap();
    unpacked(&inside);
    packed(&inside, &folder.join("data_pack.zip"))
}

/// A folder as a zip.
fn packed(inside: &Path, path: &Path) -> PathBuf {
    let mut zip = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    for file in super::super::folder::files(inside).unwrap() {
        let name = file.strip_prefix(inside).unwrap().to_str().unwrap();
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(&std::fs::read(&file).unwrap()).unwrap();
    }
    zip.finish().unwrap();
    path.to_owned()
}

/// A picture that nobody can decode: it breaks off in its head.
fn half_a_head() -> Vec<u8> {
    let mut zip =
        zip::ZipArchive::new(std::fs::File::open(sample("data_pack.zip")).unwrap()).unwrap();
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut zip.by_index(1).unwrap(), &mut bytes).unwrap();
    assert!(bytes.starts_with(b"\xff\xd8"));
    bytes.truncate(60);
    bytes
}

fn the_pack_is_in(desk: &Desk) {
    assert_eq!(desk.shop.count("select count(*) from product"), 4);
    assert_eq!(desk.shop.count("select count(*) from sku"), 8);
    // The two pictures of each product are the same bytes: stored once.
    assert_eq!(desk.shop.count("select count(*) from product_picture"), 4);
    assert_eq!(desk.shop.count("select count(*) from listing where picture is not null"), 4);
    assert_eq!(desk.shop.count("select sum(qty) from listing_sku"), 400);
    assert_eq!(
        desk.shop.count("select min(price) from listing_sku where outer_id = 'WT-BEAR-01-A'"),
        3990
    );
    let found = desk.shop.ok(&desk.boss, "products.list", json!({ "q": "羊毛毡" }));
    assert_eq!(found["rows"][0]["code"], "WT-BEAR-01", "{found}");
    // The list says of each what its own page says.
    let shelf = desk.shop.ok(&desk.boss, "listings.list", json!({}));
    for row in shelf["rows"].as_array().unwrap() {
        let own = desk.shop.ok(&desk.boss, "listings.get", json!({ "id": row["id"] }));
        assert_eq!(row["completeness_bp"], own["completeness_bp"], "{row}");
        assert_ne!(row["completeness_bp"], 0, "{row}");
    }
}

#[test]
fn a_zipped_data_pack_goes_in_with_its_pictures_and_comes_out_without_a_trace() {
    let desk = Desk::new();
    desk.store("taobao");
    let before = desk.rows();
    let folder = tempfile::tempdir().unwrap();
    let import = desk.bring(&zipped(folder.path()), &at("taobao1"));
    assert_eq!(import["format"], "taobao_data_pack");
    assert_eq!(import["facts"]["encoding"], "utf16_le");
    assert_eq!(counts(&import), (4, 0, 0, 0));
    assert!(import["rows"][0]["picture"].is_string(), "the preview shows the picture: {import}");
    the_pack_is_in(&desk);
    desk.undo(&import);
    assert_eq!(desk.rows(), before);
}

#[test]
fn the_same_pack_unpacked_is_the_same_by_its_csv_or_by_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    unpacked(folder.path());
    std::fs::write(folder.path().join("sample_pack/Thumbs.db"), b"left behind").unwrap();
    let desk = Desk::new();
    desk.store("taobao");
    let import = desk.bring(&folder.path().join("sample_pack.csv"), &at("taobao1"));
    the_pack_is_in(&desk);
    desk.undo(&import);
    let reports = desk.run(folder.path(), &at("taobao1"));
    assert_eq!(reports.len(), 1, "{reports:?}");
    assert_eq!(reports[0].refused, None, "{reports:?}");
    assert_eq!(reports[0].rows_warned, [], "no picture was missing");
    the_pack_is_in(&desk);
}

#[test]
fn pictures_without_their_end_go_in_zipped_or_not_and_each_is_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let mut zip =
        zip::ZipArchive::new(std::fs::File::open(sample("data_pack.zip")).unwrap()).unwrap();
    zip.extract(folder.path()).unwrap();
    let told = [sample("data_pack.zip"), folder.path().join("sample_pack.csv")].map(|path| {
        let desk = Desk::new();
        desk.store("taobao");
        let report = desk.run(&path, &at("taobao1")).remove(0);
        assert_eq!((report.refused, report.rows_bad), (None, vec![]));
        assert_eq!(desk.shop.count("select count(*) from product"), 4);
        assert_eq!(desk.shop.count("select count(*) from product_picture"), 4);
        (report.rows_ok, report.rows_warned, report.notes)
    });
    assert_eq!(told[0], told[1]);
    let warned = &told[0].1;
    assert_eq!(warned.len(), 8, "{warned:?}");
    assert_eq!((warned[0].row, warned[0].column.as_str()), (4, "picture"));
    assert_eq!(warned[0].value, "0000000000000000000000001b37f000.tbi");
    assert!(warned[0].why.contains("缺少结尾"), "{warned:?}");
}

#[test]
fn a_picture_that_cannot_be_opened_is_told_of_alike_zipped_or_not_and_no_folder_is_missed() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("里");
    std::fs::create_dir(&inside).unwrap();
    // One broken picture of the second product; then all of them.
    for broken in [2..3, 0..8] {
        unpacked_with(&inside, |n| {
            if broken.contains(&n) { half_a_head() } else { picture(u8::try_from(n).unwrap()) }
        });
        let zip = packed(&inside, &folder.path().join("data_pack.zip"));
        let told = [zip, inside.join("sample_pack.csv")].map(|path| {
            let desk = Desk::new();
            desk.store("taobao");
            let report = desk.run(&path, &at("taobao1")).remove(0);
            assert_eq!(desk.shop.count("select count(*) from product"), 0);
            (report.rows_bad, report.rows_warned, report.notes, report.refused)
        });
        assert_eq!(told[0], told[1]);
        let (bad, warned, notes, refused) = &told[0];
        assert_eq!(bad.len(), broken.len());
        assert_eq!(bad[0].row, if broken.start == 2 { 5 } else { 4 });
        let (value, why) = (&bad[0].value, &bad[0].why);
        assert!(value.contains(".tbi") && why.contains(value) && why.contains("换掉"), "{why}");
        assert!(refused.is_some());
        assert_eq!((warned.len(), notes.concat().contains("文件夹")), (0, false), "{told:?}");
    }
}

#[test]
fn broken_pictures_are_told_of_row_by_row_before_anything_is_written() {
    let desk = Desk::new();
    desk.store("taobao");
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("里");
    std::fs::create_dir(&inside).unwrap();
    unpacked_with(&inside, |_| half_a_head());
    let pack = packed(&inside, &folder.path().join("data_pack.zip"));
    let dry = desk.run(&pack, &RunOptions { dry_run: true, ..at("taobao1") }).remove(0);
    assert_eq!((dry.rows_ok, dry.rows_bad.len()), (0, 8), "{dry:?}");
    let bad = &dry.rows_bad[0];
    assert_eq!((bad.row, bad.column.as_str()), (4, "picture"));
    assert_eq!(bad.value, "0000000000000000000000001b37f000.tbi");
    let strict = desk.run(&pack, &at("taobao1")).remove(0);
    assert!(strict.refused.unwrap().contains("有 4 条记录有错误"));
    assert_eq!(desk.shop.count("select count(*) from product"), 0);
    // The cells are put right in place: three come without pictures, the fourth is left out.
    let seen = desk.preview("包.zip", &std::fs::read(&pack).unwrap(), json!({}));
    assert_eq!(counts(&seen), (0, 0, 0, 4), "{seen}");
    assert!(seen["rows"][0]["cells"].to_string().contains("羊毛毡"), "{seen}");
    let fixes: Vec<_> =
        (4..7).map(|row| json!({ "row": row, "column": "picture", "value": "" })).collect();
    let args = json!({ "id": seen["id"], "fixes": fixes });
    let job = desk.shop.ok(&desk.boss, "imports.fix", args);
    desk.shop.job(&desk.boss, &job);
    assert_eq!(counts(&desk.get(&seen["id"])), (3, 0, 0, 1));
    let args = json!({ "id": seen["id"], "skip_bad": true });
    let job = desk.shop.ok(&desk.boss, "imports.commit", args);
    desk.shop.job(&desk.boss, &job);
    assert_eq!(desk.shop.count("select count(*) from product"), 3);
    assert_eq!(desk.shop.count("select count(*) from product_picture"), 0);
    let notes = desk.get(&seen["id"])["notes"].to_string();
    assert!(notes.contains("跳过了 1 条"), "{notes}");
}

#[test]
fn a_pack_without_its_folder_says_which_pictures_are_missing() {
    let folder = tempfile::tempdir().unwrap();
    unpacked(folder.path());
    let alone = folder.path().join("别处.csv");
    std::fs::rename(folder.path().join("sample_pack.csv"), &alone).unwrap();
    let desk = Desk::new();
    let dry = RunOptions { dry_run: true, ..RunOptions::default() };
    let report = desk.run(&alone, &dry).remove(0);
    assert_eq!(report.refused, None);
    assert_eq!(
        report.rows_warned.first().map(|p| (p.row, p.column.as_str())),
        Some((4, "picture"))
    );
}

#[test]
fn amazons_all_listings_make_the_shelf_when_new_products_are_allowed() {
    let desk = Desk::new();
    desk.store("amazon");
    let before = desk.rows();
    let strict = desk.run(&sample("all_listings_cp1252.txt"), &at("amazon1")).remove(0);
    assert_eq!((strict.format.as_str(), strict.kind.as_str()), ("amazon_all_listings", "listings"));
    assert_eq!((strict.rows_ok, strict.rows_bad.len(), strict.batch.as_ref()), (0, 10, None));
    assert!(strict.refused.unwrap().contains("没有写入任何数据"));
    assert_eq!(desk.rows(), before);
    let made = RunOptions { create_products: true, ..at("amazon1") };
    let import = desk.bring(&sample("all_listings_cp1252.txt"), &made);
    assert_eq!(desk.shop.count("select count(*) from listing where state = 'live'"), 10);
    let found = desk.shop.ok(&desk.boss, "listings.list", json!({ "q": "Größe" }));
    assert_eq!(found["rows"].as_array().unwrap().len(), 10, "accents are read: {found}");
    assert_eq!(desk.shop.count("select count(*) from listing where item_id = 'B0SAMPLE00'"), 1);
    desk.undo(&import);
    assert_eq!(desk.rows(), before);
}

#[test]
fn amazons_open_listings_find_products_by_their_sku() {
    let desk = Desk::new();
    desk.store("amazon");
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("商品.csv");
    let rows: Vec<String> = (0..12).map(|n| format!("GY-SAMPL-{n:04},亚麻桌布 {n}\n")).collect();
    std::fs::write(&table, format!("商品编码,标题\n{}", rows.concat())).unwrap();
    desk.bring(&table, &RunOptions::default());
    let before = desk.rows();
    let import = desk.bring(&sample("open_listings_lite.txt"), &at("amazon1"));
    assert_eq!(import["format"], "amazon_open_listings");
    assert_eq!(desk.shop.count("select count(*) from listing"), 12);
    assert_eq!(desk.shop.count("select price from listing where item_id = 'B0SAMPLE01'"), 4700);
    desk.undo(&import);
    assert_eq!(desk.rows(), before);
}

#[test]
fn amazons_inventory_loader_names_the_row_whose_sku_is_not_there() {
    let desk = Desk::new();
    desk.store("amazon");
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("商品.csv");
    std::fs::write(&table, "商品编码,标题\nWT-BEAR-01,小熊挂件\nWT-BEAR-02,小熊挂件二\n").unwrap();
    desk.bring(&table, &RunOptions::default());
    let report = desk.run(&sample("inventory_loader_upload.txt"), &at("amazon1")).remove(0);
    assert_eq!(report.format, "amazon_inventory_loader");
    assert_eq!((report.rows_ok, report.batch.as_ref()), (1, None));
    let bad = &report.rows_bad[0];
    assert_eq!((bad.row, bad.column.as_str(), bad.value.as_str()), (3, "sku", "WT-BEAR-09"));
    assert_eq!(bad.nearest[..2], ["WT-BEAR-01", "WT-BEAR-02"], "{bad:?}");
    let skip = RunOptions { skip_bad: true, ..at("amazon1") };
    let report = desk.run(&sample("inventory_loader_upload.txt"), &skip).remove(0);
    assert_eq!(report.refused, None);
    assert_eq!(
        desk.shop.count("select count(*) from listing_sku where price = 1299 and qty = 25"),
        1
    );
}

#[test]
fn ebays_file_exchange_becomes_listings_to_be_prepared() {
    let desk = Desk::new();
    desk.store("ebay");
    let before = desk.rows();
    let made = RunOptions { create_products: true, ..at("ebay1") };
    let import = desk.bring(&sample("file_exchange_add.csv"), &made);
    assert_eq!(import["format"], "ebay_listing");
    assert_eq!(
        desk.shop.count("select count(*) from listing where state = 'preparing' and price = 1299"),
        3
    );
    desk.undo(&import);
    assert_eq!(desk.rows(), before);
}

#[test]
fn an_old_excel_workbook_becomes_products_by_a_saved_map() {
    let desk = Desk::new();
    let args = json!({
        "name": "生意参谋商品", "header": ["商品ID", "商品名称"],
        "map": { "kind": "products", "columns": [
            { "source": "商品ID", "field": "code" }, { "source": "商品名称", "field": "title" },
        ]},
    });
    desk.shop.ok(&desk.boss, "profiles.save", args);
    let by_map = RunOptions { map: Some("生意参谋商品".to_owned()), ..RunOptions::default() };
    let plain = desk.run(&sample("biff_sycm_items.xls"), &RunOptions::default()).remove(0);
    assert!(plain.refused.unwrap().contains("里面没有商品资料"));
    // Row 26 of the workbook lacks its 商品ID, and the title has moved into its place.
    let strict = desk.run(&sample("biff_sycm_items.xls"), &by_map).remove(0);
    let bad: Vec<_> = strict.rows_bad.iter().map(|p| (p.row, p.column.as_str())).collect();
    assert_eq!((bad, strict.batch), (vec![(26, "商品ID")], None));
    let skip = RunOptions { skip_bad: true, ..by_map };
    let report = desk.run(&sample("biff_sycm_items.xls"), &skip).remove(0);
    assert_eq!(report.refused, None);
    let no = report.batch.unwrap();
    let id = desk.shop.count(&format!("select id from import_batch where no = '{no}'"));
    let import = desk.get(&json!(id));
    assert_eq!(
        (import["format"].as_str(), &import["facts"]["kind"]),
        (Some("product_table"), &json!("xls"))
    );
    assert_eq!(desk.shop.count("select count(*) from product"), 60);
    let gone = RunOptions { map: Some("没有的方案".to_owned()), ..RunOptions::default() };
    assert!(
        desk.run(&sample("biff_sycm_items.xls"), &gone)[0]
            .refused
            .as_ref()
            .unwrap()
            .contains("没有的方案")
    );
}

#[test]
fn one_command_takes_many_files_and_stops_at_none_of_them() {
    let desk = Desk::new();
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("商品.csv");
    std::fs::write(&good, super::TABLE).unwrap();
    let dry = desk.run(&good, &RunOptions { dry_run: true, ..RunOptions::default() }).remove(0);
    assert_eq!((dry.rows_ok, dry.refused, dry.batch), (3, None, None));
    assert_eq!(dry.file, good.display().to_string(), "a file is called as it was asked for");
    assert_eq!(desk.shop.count("select count(*) from product"), 0);
    assert!(desk.run(&good, &RunOptions::default())[0].batch.is_some());
    let again = desk.run(&good, &RunOptions::default()).remove(0);
    assert!(again.refused.unwrap().contains("已经导入过"));
    let meant = RunOptions { again: true, ..RunOptions::default() };
    assert!(desk.run(&good, &meant)[0].batch.is_some());
    let missing = desk.run(&folder.path().join("没有.csv"), &RunOptions::default()).remove(0);
    assert!(missing.refused.unwrap().contains("打不开"));
    let shop = desk.run(&good, &at("nowhere")).remove(0);
    assert!(shop.refused.unwrap().contains("nowhere"));
    let empty = folder.path().join("空");
    std::fs::create_dir(&empty).unwrap();
    assert!(
        desk.run(&empty, &RunOptions::default())[0]
            .refused
            .as_ref()
            .unwrap()
            .contains("没有可以导入的表格")
    );
}

#[test]
fn an_import_that_others_stand_on_is_not_taken_back() {
    let desk = Desk::new();
    let shop = desk.store("taobao");
    let seen = desk.preview("商品.csv", super::TABLE.as_bytes(), json!({}));
    desk.commit(&seen);
    let product = desk.shop.count("select id from product where code = 'A1'");
    desk.shop.ok(
        &desk.boss,
        "listings.create",
        json!({ "product_id": product, "shop_ids": [shop] }),
    );
    let err = desk.shop.refused(&desk.boss, "imports.undo", json!({ "id": seen["id"] }));
    assert_eq!((err.code, err.reason.as_str()), (Code::Conflict, "depended"), "{}", err.message);
    assert_eq!(desk.shop.count("select count(*) from product"), 2, "nothing half undone");
    assert_eq!(desk.get(&seen["id"])["state"], "committed");
}
