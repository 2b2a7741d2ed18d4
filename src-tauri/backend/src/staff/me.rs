//! Who is signed in: the person, their hats, what they may, and the shop they are in.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kernel::rights::Right;
use crate::kernel::{Cx, Field, Need, Post, Query, Result};
use crate::params;

/// Who I am, which hats I wear, what I may, and the shop I am in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Me {}

/// A person as sessions show them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Person {
    /// Id.
    pub id: i64,
    /// Login.
    pub login: String,
    /// Name.
    pub name: String,
    /// Own posts.
    pub posts: Vec<Post>,
}

/// A hat as sessions show it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HatView {
    /// The post.
    pub post: Post,
    /// Its Chinese name.
    pub title: &'static str,
    /// The acting cover that gives it.
    pub acting: Option<i64>,
}

/// The session.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeView {
    /// Who.
    pub staff: Person,
    /// Hats.
    pub hats: Vec<HatView>,
    /// The union of the hats' rights, by module.
    pub rights: BTreeMap<&'static str, Right>,
    /// Columns not for everybody that I may see.
    pub sees: Vec<Field>,
    /// The shop.
    pub shop: ShopView,
    /// The window locks after so many minutes without a key or a click; 0: never.
    pub lock_after_min: i64,
    /// The password was given by somebody else and works only for choosing a new one.
    pub must_change_password: bool,
}

/// The shop as sessions show it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ShopView {
    /// Its name.
    pub name: String,
    /// Its zone.
    pub zone: &'static str,
    /// The currency of its books.
    pub currency: &'static str,
}

impl Query for Me {
    type Output = MeView;
    const NAME: &'static str = "session.me";
    const TITLE: &'static str = "我的登录";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &["staff", "right_cell"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let caller = cx.caller;
        let (login, temporary): (String, bool) =
            cx.one("select login, temporary from staff where id = ?1", params![caller.staff])?;
        Ok(MeView {
            staff: Person {
                id: caller.staff,
                login,
                name: caller.name.clone(),
                posts: caller
                    .hats
                    .iter()
                    .filter(|h| h.acting.is_none())
                    .filter_map(|h| h.post)
                    .collect(),
            },
            hats: caller
                .hats
                .iter()
                .filter_map(|h| Some((h.post?, h.acting)))
                .map(|(post, acting)| HatView { post, title: post.title(), acting })
                .collect(),
            rights: caller.union().into_iter().map(|(m, r)| (m.code(), r)).collect(),
            sees: [Field::Cost, Field::BuyerPhone]
                .into_iter()
                .filter(|f| caller.sees(*f))
                .collect(),
            shop: ShopView {
                name: cx.setting("shop_name", "我的店铺".to_owned())?,
                zone: cx.zone().name(),
                currency: "CNY",
            },
            lock_after_min: cx.setting("lock_after_min", 15)?,
            must_change_password: temporary,
        })
    }
}
