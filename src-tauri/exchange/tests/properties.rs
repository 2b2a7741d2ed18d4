//! What must hold for any file: no panic, and what is written reads back the same.

mod support;

use proptest::prelude::*;
use shopdesk_exchange::numbers::{
    DayOrder, DecimalMark, format_amount, parse_money, parse_quantity, parse_when,
};
use shopdesk_exchange::records::{ListingAction, Pair, Platform, ProductStatus, SkuOption};
use shopdesk_exchange::sniff::TextEncoding;
use shopdesk_exchange::write::{
    DataPackColumns, EbaySite, amazon_all_listings, amazon_inventory_loader, datapack,
    ebay_listings,
};
use shopdesk_exchange::*;
use support::{listings, products, text};

fn word() -> impl Strategy<Value = String> {
    "[a-zA-Z\u{4e00}-\u{4eff}][a-zA-Z0-9\u{4e00}-\u{4eff} ]{0,12}[a-z\u{4e00}-\u{4eff}]"
}

fn code() -> impl Strategy<Value = String> {
    "[A-Z]{2}-[0-9]{1,6}"
}

fn money(currency: &'static str) -> impl Strategy<Value = Option<Money>> {
    (0_i64..10_000_000).prop_map(move |amount| Some(Money { amount, currency: currency.into() }))
}

prop_compose! {
    fn product()(
        title in word(),
        code in code(),
        price in money("CNY"),
        on_sale in any::<bool>(),
        colours in prop::collection::btree_set(word(), 0..4),
        counts in prop::collection::vec((0_i64..5000, 0_i64..100_000), 4),
        html in "<p>[a-z\" \u{4e00}-\u{4eff};|:\n]{1,30}</p>",
        pictures in 0_u32..4,
    ) -> ProductRecord {
        let skus: Vec<SkuRecord> = colours.iter().zip(&counts).enumerate().map(|(index, (colour, (stock, amount)))| SkuRecord {
            row: 0,
            code: Some(format!("{code}-{index}")),
            options: vec![SkuOption { name: "颜色分类".into(), value: colour.clone(), platform_id: None }],
            price: Some(Money { amount: *amount, currency: "CNY".into() }),
            stock: Some(*stock),
            ..SkuRecord::default()
        }).collect();
        ProductRecord {
            title,
            code: Some(code),
            price,
            stock: Some(counts[0].0),
            status: Some(if on_sale { ProductStatus::OnSale } else { ProductStatus::InWarehouse }),
            description_html: Some(html),
            attributes: vec![Pair::new("货号", "HX-1")],
            pictures: (0..pictures).map(|position| PictureRecord {
                position,
                option: None,
                source: PictureSource::Url(format!("https://img.example.com/{position}.jpg")),
            }).collect(),
            skus,
            ..ProductRecord::default()
        }
    }
}

prop_compose! {
    fn listing()(
        title in word(),
        sku in code(),
        price in money("USD"),
        quantity in prop::option::of(0_i64..9999),
        item in "[0-9]{12}",
        colours in prop::collection::btree_set(word(), 0..3),
    ) -> ListingRecord {
        let mut listing = ListingRecord::new(0, Platform::Ebay);
        listing.title = Some(title);
        listing.variations = colours.iter().enumerate().map(|(index, colour)| SkuRecord {
            code: Some(format!("{sku}-{index}")),
            options: vec![SkuOption { name: "Color".into(), value: colour.clone(), platform_id: None }],
            price: price.clone(),
            stock: Some(3),
            ..SkuRecord::default()
        }).collect();
        listing.seller_sku = Some(sku);
        listing.price = price;
        listing.quantity = quantity;
        listing.item_id = Some(item);
        listing.action = Some(ListingAction::Revise);
        listing.attributes = vec![Pair::new("Brand", "Unbranded")];
        listing
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_data_pack_reads_back_as_it_was_written(
        wanted in prop::collection::vec(product(), 1..5),
        wide in any::<bool>(),
    ) {
        let columns = if wide { DataPackColumns::C67 } else { DataPackColumns::C58 };
        let written = datapack("包", &wanted, columns, &mut |_| Some(vec![0xFF, 0xD8, 0xFF])).expect("written");
        let input = Input::bytes("包.zip", written.bytes);
        let documents = documents(&input).expect("a pack");
        let result = read_document(&documents[0], &ReadOptions::default()).expect("readable");
        prop_assert!(result.rows_bad.is_empty(), "{:?}", result.rows_bad);
        for (have, want) in products(&result).iter().zip(&wanted) {
            prop_assert_eq!((&have.title, &have.code, &have.price, have.stock), (&want.title, &want.code, &want.price, want.stock));
            prop_assert_eq!((have.status, &have.description_html, &have.attributes), (want.status, &want.description_html, &want.attributes));
            prop_assert_eq!(have.pictures.len(), want.pictures.len());
            for picture in &have.pictures {
                let PictureSource::Entry(entry) = &picture.source else { panic!("written into the pack") };
                prop_assert_eq!(documents[0].pack.read(entry).expect("there"), vec![0xFF, 0xD8, 0xFF]);
            }
            let plain = |skus: &[SkuRecord]| -> Vec<_> {
                skus.iter().map(|s| (s.code.clone(), s.price.clone(), s.stock, s.options[0].value.clone())).collect()
            };
            prop_assert_eq!(plain(&have.skus), plain(&want.skus));
        }
        prop_assert_eq!(products(&result).len(), wanted.len());
    }

    #[test]
    fn listings_read_back_as_they_were_written(wanted in prop::collection::vec(listing(), 1..5), italian in any::<bool>()) {
        let same = |have: &ListingRecord, want: &ListingRecord| {
            (have.title == want.title || have.title.is_none()) && have.seller_sku == want.seller_sku && have.price.as_ref().map(|p| p.amount) == want.price.as_ref().map(|p| p.amount)
                && have.quantity == want.quantity
        };
        let site = if italian { ("Italy", "EUR") } else { ("US", "USD") };
        let site = EbaySite { site: site.0.into(), country: "CN".into(), currency: site.1.into() };
        let ebay = ebay_listings(&wanted, &site).expect("written");
        for (name, bytes) in [
            ("ebay.csv", ebay.bytes),
            ("all.txt", amazon_all_listings(&wanted).bytes),
            ("loader.txt", amazon_inventory_loader(&wanted).bytes),
        ] {
            let result = read(&Input::bytes(name, bytes), &ReadOptions::default()).expect("readable").remove(0);
            prop_assert!(result.rows_bad.is_empty(), "{name}: {:?}", result.rows_bad);
            prop_assert_eq!(listings(&result).len(), wanted.len());
            for (have, want) in listings(&result).iter().zip(&wanted) {
                prop_assert!(same(have, want), "{}: {:?} {:?}", name, have, want);
                if name == "ebay.csv" {
                    prop_assert_eq!(have.variations.len(), want.variations.len());
                    prop_assert_eq!(&have.attributes, &want.attributes);
                }
            }
        }
    }

    #[test]
    fn the_header_is_found_at_any_offset_in_any_encoding(notes in prop::collection::vec("[\u{4e00}-\u{4eff}a-z：/ ]{0,20}", 0..40), which in 0_usize..4) {
        let encoding = [TextEncoding::Utf8, TextEncoding::Gb18030, TextEncoding::Utf16Le, TextEncoding::Utf16Be][which];
        let mut file = match encoding {
            TextEncoding::Utf16Le => vec![0xFF, 0xFE],
            TextEncoding::Utf16Be => vec![0xFE, 0xFF],
            _ => Vec::new(),
        };
        let body = format!("{}\r\n商品编码,商品标题,售价,库存数量,商品描述\r\nA-1,手工羊毛毡钥匙扣小熊挂件情侣礼物,9.90,3,天然材质做工精细包装完好\r\n", notes.join("\r\n"));
        file.extend(encoding.encode(&body));
        let options = TableOptions { encoding: Some(encoding), ..TableOptions::default() };
        let mut table = Table::open(&Input::bytes("f.csv", file), &options).expect("a table");
        prop_assert_eq!(&table.header[0], "商品编码");
        prop_assert_eq!(table.facts.header_row, notes.len().max(1) as u64 + 1);
        prop_assert_eq!(table.next().map(|row| row.number), Some(notes.len().max(1) as u64 + 2));
    }

    #[test]
    fn well_formed_csv_reads_as_the_csv_crate_reads_it(rows in prop::collection::vec(prop::collection::vec("[a-z\",;\n\u{4e00}-\u{4e20}]{1,8}", 3), 1..20)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["商品编码", "商品标题", "售价"]).expect("written");
        for row in &rows {
            writer.write_record(row).expect("written");
        }
        let bytes = writer.into_inner().expect("whole");
        let table = Table::open(&Input::bytes("f.csv", bytes), &TableOptions::default()).expect("a table");
        let have: Vec<Vec<String>> = table.map(|row| row.texts()).collect();
        let want: Vec<Vec<String>> = rows.iter().map(|r| r.iter().map(|c| table::clean(c).text).collect()).filter(|r: &Vec<String>| r.iter().any(|c| !c.is_empty())).collect();
        prop_assert_eq!(have, want);
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), which in 0_usize..6) {
        let head: &[u8] = [b"".as_slice(), b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE", b"<table><tr><td>", b"title\tcateProps\tskuProps\tpicture\n"][which];
        let mut file = head.to_vec();
        file.extend(bytes);
        let _ = recognise(&Input::bytes("f", file.clone()), &ReadOptions::default());
        let _ = read(&Input::bytes("f", file), &ReadOptions::default());
    }

    #[test]
    fn no_text_makes_a_reader_panic(rows in "(?s)[\\t,;\"'=<>/a-z0-9:|.\r\n\u{4e00}-\u{4e10}]{0,300}", which in 0_usize..4) {
        let head = ["title\tcateProps\tskuProps\tpropAlias\tpicture\tprice\tnum\n", "<html><table><tr><td colspan=3 rowspan=9>商品编码", "商品编码,商品标题,售价\n", "*Action(SiteID=US|Currency=USD),*Title,PicURL,Relationship\n"][which];
        let _ = read(&text("f", &format!("{head}{rows}")), &ReadOptions::default());
    }

    #[test]
    fn numbers_never_panic_and_read_back(any_text in ".{0,40}", amount in 0_i64..i64::MAX / 2) {
        for mark in [DecimalMark::Point, DecimalMark::Comma] {
            let _ = parse_money(&any_text, "CNY", mark);
            let _ = parse_quantity(&any_text, mark);
        }
        let _ = parse_when(&any_text, DayOrder::Ask, None);
        let _ = numbers::parse_percent(&any_text);
        let _ = numbers::parse_weight_g(&any_text, true);
        for currency in ["CNY", "JPY", "KWD"] {
            let want = Money { amount, currency: currency.into() };
            let have = parse_money(&format_amount(&want), currency, DecimalMark::Point).map(|read| read.money);
            prop_assert_eq!(have, Ok(want));
        }
    }
}
