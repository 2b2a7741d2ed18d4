//! The staff of the demo shop: twelve people; one post (产品跟单) is vacant.

use crate::Shop;
use crate::kernel::{Post, Result};
use crate::staff;

use super::Login;

/// The password of everybody in the demo shop. It is printed when the shop is made.
pub const PASSWORD: &str = "shopdesk-demo";

/// Login, name, posts.
pub(super) const PEOPLE: &[(&str, &str, &[Post])] = &[
    ("chenzong", "陈国梁", &[Post::Director]),
    ("linwan", "林婉", &[Post::OpsSupervisor]),
    ("zhaoxin", "赵欣", &[Post::CustomerService]),
    ("sunyue", "孙悦", &[Post::CustomerService]),
    ("wuhao", "吴昊", &[Post::MallManager]),
    ("limei", "李玫", &[Post::Designer]),
    ("zhouran", "周然", &[Post::Designer]),
    ("xuwen", "许文", &[Post::Copywriter]),
    ("huanglei", "黄磊", &[Post::OpsSpecialist]),
    ("heyun", "何芸", &[Post::Overseas]),
    ("qinchuan", "秦川", &[Post::ProductPlanner]),
    ("yangfan", "杨帆", &[Post::Promotion]),
    ("guanli", "方工", &[Post::Admin]),
];

/// Hires everybody; the post of 产品跟单 stays vacant.
pub fn hire(shop: &Shop) -> Result<Vec<Login>> {
    let core = shop.core();
    core.write_unasked("demo", |tx| tx.set_setting("shop_name", &"云上衣舍"))?;
    let mut logins = Vec::new();
    for (login, name, posts) in PEOPLE {
        let codes: Vec<&str> = posts.iter().map(|p| p.code()).collect();
        core.write_unasked("demo", |tx| {
            let id = staff::ops::add_person(tx, login, name, &codes)?;
            staff::ops::give_password(tx, id, PASSWORD)
        })?;
        let first = posts[0];
        logins.push(Login {
            login,
            password: PASSWORD,
            name,
            post: first.code(),
            title: first.title(),
        });
    }
    Ok(logins)
}
