//! The history as people read it: every column has a name, and a command's steps are told as one.

use serde_json::{Value as Json, json};

use crate::kernel::Kind;
use crate::params;
use crate::testkit::TestShop;

#[test]
fn every_column_that_the_trail_keeps_has_a_chinese_name() {
    let shop = TestShop::new();
    let mut nameless = Vec::new();
    let mut gone = Vec::new();
    let core = shop.shop.core();
    for table in core.tables().filter(|t| t.kind != Kind::Derived) {
        let columns: Vec<String> = core
            .write_unasked("test", |tx| {
                tx.all("select name from pragma_table_info(?1)", params![table.name])
            })
            .unwrap();
        assert!(!columns.is_empty(), "no table {}", table.name);
        let chinese = |label: &str| label.chars().any(|c| c > '\u{2E80}');
        for column in columns.iter().filter(|c| !table.moves_by_itself(c)) {
            let label = table.field_label(column);
            if label == column || !(chinese(label) || matches!(label, "SKU")) {
                nameless.push(format!("{}.{column}", table.name));
            }
        }
        let unknown = table.fields.iter().filter(|(name, _)| !columns.iter().any(|c| c == name));
        gone.extend(unknown.map(|(name, _)| format!("{}.{name}", table.name)));
    }
    assert_eq!(nameless, Vec::<String>::new(), "columns without a name");
    assert_eq!(gone, Vec::<String>::new(), "names without a column");
}

/// The newest line of a thing's history.
fn newest(shop: &TestShop, entity: &str, id: &Json) -> Json {
    let boss = shop.shop.local("boss", "ui").unwrap();
    let lines = shop.ok(&boss, "audit.of", json!({ "entity": entity, "id": id }));
    lines[0].clone()
}

#[test]
fn several_steps_in_one_command_are_told_from_the_first_to_the_last() {
    let shop = TestShop::new();
    shop.person("boss", &["ops_supervisor"]);
    let core = shop.shop.core();
    let product = core
        .write_unasked("test", |tx| {
            let now = tx.now;
            let id = tx.insert(
                &crate::products::PRODUCT,
                &json!({ "code": "PD-1", "title": "裙子", "state": "draft",
                         "created_at": now, "updated_at": now }),
            )?;
            tx.insert(
                &crate::products::SKU,
                &json!({ "product_id": id, "code": "A-S", "label": "S", "created_at": now,
                         "updated_at": now }),
            )?;
            tx.update(&crate::products::PRODUCT, id, None, &[("state", "active".into())])?;
            Ok(id)
        })
        .unwrap();
    let made = newest(&shop, "product", &json!(product));
    assert_eq!((&made["from_state"], &made["to_state"]), (&Json::Null, &json!("active")));
    core.write_unasked("test", |tx| {
        tx.update(&crate::products::PRODUCT, product, None, &[("state", "draft".into())])?;
        tx.update(&crate::products::PRODUCT, product, None, &[("state", "retired".into())])
    })
    .unwrap();
    let moved = newest(&shop, "product", &json!(product));
    assert_eq!((&moved["from_state"], &moved["to_state"]), (&json!("active"), &json!("retired")));
    // There and back again is no step.
    core.write_unasked("test", |tx| {
        tx.update(&crate::products::PRODUCT, product, None, &[("state", "draft".into())])?;
        tx.update(&crate::products::PRODUCT, product, None, &[("state", "retired".into())])
    })
    .unwrap();
    let still = newest(&shop, "product", &json!(product));
    assert_eq!((&still["from_state"], &still["to_state"]), (&Json::Null, &Json::Null));
    // A SKU's own state is not its product's.
    core.write_unasked("test", |tx| {
        let sku: i64 = tx.one("select id from sku where product_id = ?1", params![product])?;
        tx.update(&crate::products::SKU, sku, None, &[("state", "retired".into())])
    })
    .unwrap();
    let part = newest(&shop, "product", &json!(product));
    assert_eq!((&part["from_state"], &part["to_state"]), (&Json::Null, &Json::Null));
}
