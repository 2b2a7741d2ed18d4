//! Undoing a batch: rows and search alike are as before, and a second undo is refused.

use serde_json::{Value as Json, json};

use crate::testkit::TestShop;

fn found(shop: &TestShop, who: &crate::kernel::rights::Caller, q: &str) -> Vec<Json> {
    let page = shop.ok(who, "products.list", json!({ "q": q }));
    page["rows"].as_array().unwrap().iter().map(|row| row["code"].clone()).collect()
}

#[test]
fn what_an_undo_takes_away_is_found_no_more_and_what_it_puts_back_is_found_again() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    let core = shop.shop.core();
    let product = |code: &str, title: &str| json!({ "code": code, "title": title, "created_at": 0, "updated_at": 0 });
    let kept = core
        .write_unasked("test", |tx| {
            let id = tx.insert(&crate::products::PRODUCT, &product("PD-1", "夏季连衣裙"))?;
            Ok(id)
        })
        .unwrap();
    let batch = core
        .write_unasked("test", |tx| {
            let batch = tx.batch("改标题")?;
            tx.update(&crate::products::PRODUCT, kept, None, &[("title", "冬季羽绒服".into())])?;
            tx.insert(&crate::products::PRODUCT, &product("PD-2", "羊毛围巾"))?;
            Ok(batch)
        })
        .unwrap();
    assert_eq!(found(&shop, &boss, "羽绒"), ["PD-1"]);
    assert_eq!(found(&shop, &boss, "围巾"), ["PD-2"]);

    shop.ok(&boss, "batches.undo", json!({ "batch": batch }));
    assert_eq!(found(&shop, &boss, "连衣"), ["PD-1"]);
    assert!(found(&shop, &boss, "羽绒").is_empty());
    assert!(found(&shop, &boss, "围巾").is_empty());
    assert_eq!(shop.count("select count(*) from search_product"), 1);

    let again = shop.refused(&boss, "batches.undo", json!({ "batch": batch }));
    assert_eq!(again.reason, "undone");
    assert_eq!(found(&shop, &boss, "连衣"), ["PD-1"]);
}

#[test]
fn the_words_of_every_list_that_is_searched_go_back_with_an_undone_batch() {
    let shop = TestShop::new();
    let core = shop.shop.core();
    for list in core.lists() {
        let Some(words) = list.search else { continue };
        let index = core.indexes().iter().find(|index| index.of.entity == list.entity);
        let index = index.map(|index| (index.name, index.of.name));
        let of = list.from.split_whitespace().next().unwrap();
        assert_eq!(index, Some((words, of)), "{}", list.name);
    }
}
