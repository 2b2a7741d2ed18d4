//! What a shop's files become: one story a file.

mod support;

use shopdesk_exchange::records::{Fulfillment, ListingAction, ProductStatus};
use shopdesk_exchange::sniff::{FileKind, TextEncoding, sniff};
use shopdesk_exchange::*;
use support::{listings, only, products, sample, text};

#[test]
fn a_zipped_data_pack_gives_products_with_variants_and_pictures_in_order() {
    let input = sample("data_pack.zip");
    let documents = documents(&input).expect("a pack");
    let result = read_document(&documents[0], &ReadOptions::default()).expect("readable");
    assert_eq!(result.format, Format::TaobaoDataPack);
    assert_eq!((result.rows_ok, result.rows_bad.len()), (4, 0), "{:?}", result.rows_bad);
    let products = products(&result);
    let bear = &products[0];
    assert_eq!(bear.row, 4, "version, two header rows, then the first product");
    assert_eq!(bear.title, "手工羊毛毡钥匙扣 小熊挂件 情侣礼物");
    assert_eq!(bear.code.as_deref(), Some("WT-BEAR-01"));
    assert_eq!(bear.price, Some(Money { amount: 3990, currency: "CNY".into() }));
    assert_eq!(bear.stock, Some(100));
    assert_eq!(bear.status, Some(ProductStatus::OnSale));
    assert_eq!(bear.platform_item_id, None, "a zero means none yet");
    let colours: Vec<&str> = bear.skus.iter().map(|s| s.options[0].value.as_str()).collect();
    assert_eq!(colours, ["米白", "墨绿"]);
    assert_eq!(bear.skus[0].options[0].name, "颜色分类");
    assert_eq!(bear.skus[1].code.as_deref(), Some("WT-BEAR-01-B"));
    assert!(bear.description_html.as_deref().is_some_and(|d| d.contains("\"引号\"")));
    assert!(bear.extra.iter().any(|p| p.name == "location_city" && p.value == "杭州"));
    let PictureSource::Entry(first) = &bear.pictures[0].source else {
        panic!("a file of the pack")
    };
    assert_eq!(first, "sample_pack/0000000000000000000000001b37f000.tbi");
    assert!(documents[0].pack.read(first).expect("in the pack").starts_with(&[0xFF, 0xD8]));
    assert_eq!(products[3].title, "手作香薰蜡烛🕯 大豆蜡 280g");
}

#[test]
fn a_data_pack_whose_files_come_along_one_by_one_reads_the_same() {
    let mut documents = documents(&sample("data_pack.zip")).expect("a pack");
    let picture = "sample_pack/0000000000000000000000001b37f000.tbi";
    let bytes = documents[0].pack.read(picture).expect("bytes");
    let mut document = documents.remove(0);
    let came = (picture.to_owned(), Ok(Input::bytes(picture, bytes.clone())));
    document.pack = Pack::came_along([came]);
    let result = read_document(&document, &ReadOptions::default()).expect("readable");
    let found = &products(&result)[0].pictures[0].source;
    assert_eq!(found, &PictureSource::Entry(picture.into()));
    assert_eq!(document.pack.read(picture).expect("came along"), bytes);
    assert!(
        result.rows_warned.iter().any(|w| w.why.contains("不在数据包里")),
        "the others are missing"
    );
}

#[test]
fn a_data_pack_in_gbk_with_forty_seven_columns_is_read_by_its_second_line() {
    let keys: Vec<&str> = headers::names(headers::DATAPACK_KEYS).take(45).collect();
    let mut row: Vec<String> = vec![String::new(); 47];
    let keys = [keys, vec!["global_stock_type", "sub_stock_type"]].concat();
    for (key, value) in [
        ("title", "\"亚麻抱枕套\""),
        ("cid", "50012345"),
        ("price", "28.00"),
        ("num", "100"),
        ("skuProps", "\"28:5:P-1:1627207:28341;28:7:P-2:1627207:-1001;\""),
        ("outer_id", "\"P\""),
    ] {
        row[keys.iter().position(|k| *k == key).expect("a key")] = value.into();
    }
    let file = format!("version 1.00\r\n{}\r\n{}\r\n", keys.join("\t"), row.join("\t"));
    let result = only(&Input::bytes("老数据包.csv", TextEncoding::Gb18030.encode(&file)));
    let product = &products(&result)[0];
    assert_eq!(product.title, "亚麻抱枕套");
    assert_eq!(product.skus[0].options[0].value, "黑色", "the platform's own colour");
    assert_eq!(product.skus[1].options[0].value, "-1001");
    assert!(
        result.rows_warned.iter().any(|w| w.column == "skuProps" && w.why.contains("没有名称"))
    );
}

#[test]
fn amazons_listings_are_read_with_accents_and_without_quotes() {
    let result = only(&sample("all_listings_cp1252.txt"));
    assert_eq!(result.format, Format::AmazonAllListings);
    assert_eq!(result.facts.encoding, Some(TextEncoding::Windows1252));
    assert!(result.rows_bad.is_empty(), "{:?}", result.rows_bad);
    let first = &listings(&result)[0];
    assert_eq!(first.title.as_deref(), Some("Badehose gestreift Größe L 0"));
    assert_eq!(first.price, Some(Money { amount: 3400, currency: "USD".into() }));
    assert_eq!(first.opened_at.map(|w| w.offset_min), Some(Some(-480)));
    assert_eq!(first.fulfillment, Some(Fulfillment::Merchant));
    assert_eq!(listings(&result)[1].fulfillment, Some(Fulfillment::Amazon));
    assert_eq!(listings(&result)[1].quantity, None, "Amazon keeps the stock itself");
    assert!(result.notes.iter().any(|n| n.contains("币种")), "the file names no currency");

    let quoted =
        "sku\tasin\tprice\tquantity\r\nA-1\t\"B0\"X\t12.99\t3\r\nA-2\tB0SAMPLE02\t1,50\t1\r\n";
    let result = only(&text("open.txt", quoted));
    assert_eq!(
        listings(&result)[0].asin.as_deref(),
        Some("\"B0\"X"),
        "a mark is a plain character"
    );
    assert_eq!(result.rows_bad[0].row, 3);
    assert!(result.rows_bad[0].why.contains("逗号"));

    let result = only(&sample("open_listings_lite.txt"));
    assert_eq!(result.format, Format::AmazonOpenListings);
    let result = only(&sample("inventory_loader_upload.txt"));
    assert_eq!(result.format, Format::AmazonInventoryLoader);
    let loader = listings(&result);
    assert_eq!(loader[0].product_id.as_ref().map(|p| p.name.as_str()), Some("ean"));
    assert_eq!(loader[1].action, Some(ListingAction::Delete));
}

#[test]
fn ebay_listings_keep_specifics_pictures_and_variations() {
    let result = only(&sample("file_exchange_add.csv"));
    assert_eq!(result.format, Format::EbayListing);
    let first = &listings(&result)[0];
    assert_eq!((first.site.as_deref(), first.action), (Some("US"), Some(ListingAction::Add)));
    assert_eq!(first.pictures.len(), 2);
    assert_eq!(first.attributes[0].value, "Unbranded");
    assert!(!result.notes.iter().any(|n| n.contains("币种")), "the header names the currency");

    let italian = "*Action(SiteID=Italy|Country=IT|Currency=EUR|Version=745|CC=UTF-8);CustomLabel;*Title;*StartPrice;*Quantity;Relationship;RelationshipDetails\n\
        Add;CAP;Cappello;;;;Color=Red,Blue\n;CAP-R;;12,90;3;Variation;Color=Rosso|Size=M\nAdd;;;9,90;1;;\n";
    let result = only(&text("it.csv", italian));
    let cap = &listings(&result)[0];
    assert_eq!(cap.variations[0].price, Some(Money { amount: 1290, currency: "EUR".into() }));
    assert_eq!(cap.variations[0].options[1].value, "M");
    assert_eq!(
        (result.rows_bad[0].row, result.rows_bad.len()),
        (4, 1),
        "a new listing needs a title"
    );
}

#[test]
fn a_shops_own_sheet_becomes_products_by_its_names() {
    let sheet = "店铺商品导出,,,,,,\n\n商品编码,商品名称,颜色,尺码,售价（元）,库存,SKU编码,材质\n\
        T-1,亚麻T恤,米白,M,\"1,099.00\",12,=\"0012\",亚麻\nT-1,亚麻T恤,米白,L,99,8,T-1-L,亚麻\n,,墨绿,L,99,5,T-1-GL,\n\
        T-2,帆布包,,,1.2万,3,,棉\nT-3,杯子,,,12.345,3,,\nT-4,盘子,,,#N/A,3,,\nT-5,碗,,,9.9,3,1.93068E+18,\n合计,,,,,31,,\n合计 5 行,,,,,31,,\n";
    let result = only(&text("商品.csv", sheet));
    assert_eq!(result.format, Format::ProductTable);
    let found = products(&result);
    assert_eq!(found.len(), 2, "{:?}", result.rows_bad);
    assert_eq!(found[0].skus.len(), 3, "a row without a number goes with the product above");
    assert_eq!(found[0].skus[0].code.as_deref(), Some("0012"), "zeros in front stay");
    assert_eq!(found[0].stock, Some(25));
    assert_eq!(found[0].price.as_ref().map(|p| p.amount), Some(109_900));
    let bad: Vec<(u64, &str)> =
        result.rows_bad.iter().map(|p| (p.row, p.column.as_str())).collect();
    assert_eq!(
        bad,
        [(8, "售价（元）"), (9, "售价（元）"), (10, "SKU编码")],
        "rows as Excel numbers them"
    );
    assert!(
        result.rows_warned.iter().any(|w| w.row == 7 && w.why.contains("12000.00")),
        "万 is to be confirmed"
    );
    assert_eq!(result.skipped[0].why, "合计行");
    assert_eq!(result.skipped[1].why, "合计行", "as our own lists end");
    let (header, rows) = result.bad_rows_sheet();
    assert_eq!(header.last().map(String::as_str), Some("原因"));
    assert_eq!((rows.len(), rows[0][0].as_str()), (3, "T-3"));
    assert!(rows[2].last().is_some_and(|why| why.contains("科学计数法")));
}

#[test]
fn a_map_of_the_shops_own_beats_the_guess() {
    let map = ColumnMap {
        kind: Kind::Products,
        columns: [("甲", Field::Code), ("乙", Field::Title), ("丙", Field::Status)]
            .map(|(source, field)| ColumnRule {
                source: source.into(),
                field,
                values: [("卖着".to_owned(), "on_sale".to_owned())].into(),
            })
            .into(),
    };
    let input = text("own.csv", "甲,乙,丙,丁\n1,碗,卖着,x\n2,盘,停了,y\n");
    let refused = read(&input, &ReadOptions::default()).expect_err("names nobody knows");
    assert_eq!(refused.reason, RefusedReason::NeedsMap);
    let options = ReadOptions { map: Some(map), ..ReadOptions::default() };
    let result = read(&input, &options).expect("readable").remove(0);
    assert_eq!(products(&result)[0].status, Some(ProductStatus::OnSale));
    assert_eq!(products(&result)[0].extra[0].name, "丁");
    assert!(result.rows_bad[0].why.contains("停了"));
}

#[test]
fn an_order_export_is_called_by_its_name_and_not_taken_for_products() {
    let refused = read(&sample("orders_gbk.csv"), &ReadOptions::default()).expect_err("orders");
    assert_eq!(refused.reason, RefusedReason::OtherReport);
    assert!(refused.message.contains("订单"), "{}", refused.message);
}

#[test]
fn a_header_of_two_tables_side_by_side_is_found_without_known_names() {
    let input =
        text("t.csv", "图文每日数据\n日期,人次,,日期,次数,篇数\n2024-06-01,3,,2024-06-01,5,1\n");
    let table = Table::open(&input, &TableOptions::default()).expect("a table");
    assert_eq!((table.facts.header_row, table.header.len()), (2, 6));
}

#[test]
fn page_tables_and_old_workbooks_are_tables_whatever_they_are_called() {
    assert_eq!(sniff(&sample("html_as_xls.xls")).map(|s| s.kind), Ok(FileKind::Html));
    let mut page =
        Table::open(&sample("html_as_xls.xls"), &TableOptions::default()).expect("a table");
    assert!(page.header.contains(&"新关注人数".to_owned()), "{:?}", page.header);
    assert!(page.next().is_some());
    assert_eq!(sniff(&sample("biff_sycm_items.xls")).map(|s| s.kind), Ok(FileKind::Xls));
    let book =
        Table::open(&sample("biff_sycm_items.xls"), &TableOptions::default()).expect("a table");
    assert_eq!(book.facts.header_row, 5, "{:?}", book.header);
    let japanese =
        Table::open(&sample("shipping_confirmation_upload_jp_sjis.txt"), &TableOptions::default());
    assert_eq!(japanese.expect("a table").facts.encoding, Some(TextEncoding::ShiftJis));
}

/// A hundred megabytes of nothing in a hundred kilobytes.
#[allow(clippy::expect_used)] // Only tests build one.
fn bomb() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("a.csv", zip::write::SimpleFileOptions::default()).expect("begun");
    for _ in 0..100 {
        std::io::Write::write_all(&mut zip, &vec![0; 1024 * 1024]).expect("written");
    }
    zip.finish().expect("whole").into_inner()
}

#[test]
fn what_is_no_table_is_refused_with_a_sentence() {
    use RefusedReason as R;
    let zip = |name: &str, password: bool| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        std::io::Write::write_all(&mut zip, b"a,b\n1,2\n").expect("written");
        let mut bytes = zip.finish().expect("whole").into_inner();
        if password {
            // The flag in both headers is what an encrypted entry has.
            bytes[6] |= 1;
            let central = bytes.windows(4).position(|w| w == b"PK\x01\x02").expect("a directory");
            bytes[central + 8] |= 1;
        }
        bytes
    };
    for (name, bytes, reason) in [
        ("空.xlsx", Vec::new(), R::Empty),
        ("表.xlsx", b"MZ\x90\0\x03\0\0\0".to_vec(), R::Program),
        ("表.csv.lnk", b"L\0\0\0\x01\x14\x02\0".to_vec(), R::Program),
        ("run.bat", b"a,b\n1,2\n".to_vec(), R::Program),
        ("图.csv", b"\x89PNG\r\n\x1a\n".to_vec(), R::NotATable),
        ("坏.xlsx", b"PK\x03\x04garbage".to_vec(), R::Damaged),
        ("外.zip", zip("../../a.csv", false), R::UnsafePath),
        ("密.zip", zip("a.csv", true), R::Encrypted),
        ("图.zip", zip("a.png", false), R::NotATable),
        ("弹.zip", bomb(), R::Bomb),
        ("白.csv", b" \r\n\r\n".to_vec(), R::Empty),
    ] {
        let refused = read(&Input::bytes(name, bytes), &ReadOptions::default()).expect_err(name);
        assert_eq!(refused.reason, reason, "{name}: {}", refused.message);
        assert!(
            refused.message.contains('「') && refused.message.ends_with('。'),
            "{}",
            refused.message
        );
    }
}

#[test]
fn a_quotation_mark_never_closed_costs_one_row_and_not_the_file() {
    let mut sheet = "商品编码,商品名称,售价\nA,\"断了,9.9\n".to_owned();
    for number in 0..50 {
        sheet.extend([format!("B-{number},好的,9.9\n")]);
    }
    let result = only(&text("坏引号.csv", &sheet));
    assert_eq!(products(&result).len(), 50);
    assert_eq!((result.rows_bad[0].row, result.bad_row_count()), (2, 1));
}

#[test]
fn two_hundred_thousand_rows_stream_by() {
    let mut sheet = "商品编码,商品名称,售价\r\n".to_owned();
    for number in 0..200_000 {
        sheet.extend([format!("P-{number},\"名称, {number}\",9.90\r\n")]);
    }
    let table = Table::open(&text("大表.csv", &sheet), &TableOptions::default()).expect("a table");
    let last = table.last().expect("rows");
    assert_eq!((last.number, last.cell(1).text()), (200_001, "名称, 199999".to_owned()));
}

#[test]
fn an_order_table_that_names_couriers_is_still_an_order_table() {
    let order = "商品,订单号,订单状态,商品总价(元),邮费(元),用户实付金额(元),商家实收金额(元),商品数量(件),\
        收货人,手机,商品id,商品规格,商家编码-规格维度,快递单号,快递公司,商家备注,售后状态";
    for (header, what) in [
        (order, "拼多多订单表"),
        ("订单号,快递公司,快递单号", "批量发货表"),
        ("订单编号,物流公司,运单号", "批量发货表"),
    ] {
        let row: Vec<String> = (0..header.split(',').count()).map(|n| format!("值{n}")).collect();
        let text = format!("{header}\n{}\n", row.join(","));
        let input = Input::bytes("导出.csv".to_owned(), text.into_bytes());
        let document = documents(&input).expect("a table").remove(0);
        let seen = recognise_document(&document, &ReadOptions::default()).expect("recognised");
        assert_eq!(seen.other_report.as_deref(), Some(what), "{header}");
    }
}
