//! What was agreed on and may not change by the way: who may what, and how the tables are.

use crate::kernel::rights::Caller;
use crate::kernel::{Code, Need, Post};
use crate::params;
use crate::testkit::TestShop;

/// Every operation against every post, through the door. The arguments cannot be read, so that
/// whoever is let in gets no further.
fn grid(shop: &TestShop) -> Vec<(&'static str, Need, Vec<bool>)> {
    let people: Vec<Caller> = Post::ALL
        .iter()
        .map(|post| shop.person(post.code().replace('_', "").as_str(), &[post.code()]))
        .collect();
    let entries: Vec<_> = shop.shop.core().entries().copied().collect();
    let mut grid = Vec::new();
    for entry in entries {
        let may = people.iter().map(|person| {
            let refused = shop.shop.call(person, entry.name, "no JSON").unwrap_err();
            match refused.code {
                Code::Invalid => true,
                Code::Forbidden => false,
                other => panic!("{} as {}: {other:?} {}", entry.name, person.name, refused.message),
            }
        });
        grid.push((entry.name, entry.needs, may.collect()));
    }
    grid
}

#[test]
fn the_grid_of_operations_and_posts_is_as_it_was_agreed() {
    let shop = TestShop::new();
    let mut text = String::from("OS CS MM DS CW OP OV MD PP PR DIR ADM\n");
    for (name, needs, may) in grid(&shop) {
        let marks: Vec<&str> = may.iter().map(|may| if *may { "●" } else { "·" }).collect();
        text.push_str(&format!("{}  {name}  ({needs})\n", marks.join("  ")));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn the_tables_are_as_the_migrations_make_them() {
    let shop = TestShop::new();
    let tables: Vec<(String, String)> = shop
        .shop
        .core()
        .read(&Caller::system(), |cx| {
            cx.all(
                "select name, sql from sqlite_schema
                 where sql is not null and name not like 'search\\_%\\_%' escape '\\' order by name",
                params![],
            )
        })
        .unwrap();
    let text: Vec<String> = tables.into_iter().map(|(_, sql)| sql).collect();
    insta::assert_snapshot!(text.join(";\n"));
}
