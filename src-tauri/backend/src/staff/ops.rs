//! Queries and commands of people and rights.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rules::{check_login, check_name, check_password};
use super::sessions::hash_password;
use super::table::{AMOUNT_LIMIT, RIGHT_CELL, SESSION, STAFF, STAFF_GRANT, STAFF_POST};
use super::{duties, views};
use crate::kernel::door::Entry;
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::rights::{Ask, Right};
use crate::kernel::{Command, Cx, Day, Error, Field, Module, Need, Post, Query, Result, Tx};
use crate::{list_operations, params};

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<Me>(),
        Entry::query::<ListStaff>(),
        Entry::query::<CountStaff>(),
        Entry::query::<Posts>(),
        Entry::command::<CreateStaff>(),
        Entry::command::<UpdateStaff>(),
        Entry::command::<SetPosts>(),
        Entry::command::<SetPassword>(),
        Entry::command::<ChangeMyPassword>(),
        Entry::query::<Matrix>(),
        Entry::command::<SetCell>(),
        Entry::query::<Grants>(),
        Entry::command::<AddGrant>(),
        Entry::command::<EndGrant>(),
        Entry::query::<Limits>(),
        Entry::command::<SetLimit>(),
        Entry::query::<duties::Duties>(),
        Entry::query::<views::ListViews>(),
        Entry::command::<views::SaveView>(),
        Entry::command::<views::RemoveView>(),
    ]
}

const SEES: Need = Need::Any(&[Ask::read(Module::People)]);
const MANAGES: Need = Need::Any(&[Ask::write(Module::People)]);
const SETS_RIGHTS: Need = Need::Any(&[Ask::write(Module::System)]);

/// People with their posts.
pub static LIST: ListDef = ListDef {
    name: "staff",
    title: "员工",
    from: "staff s",
    key: "s.id",
    columns: &[
        Col::new("version", "版本", "s.version", ColKind::Int).plain(),
        Col::new("name", "姓名", "s.name", ColKind::Text),
        Col::new("login", "登录名", "s.login", ColKind::Code),
        Col::new(
            "posts",
            "岗位",
            "coalesce((select json_group_array(p.post) from staff_post p where p.staff_id = s.id), '[]')",
            ColKind::Json,
        )
        .plain(),
        Col::new("phone", "电话", "s.phone", ColKind::Code),
        Col::new("active", "在职", "s.active", ColKind::Bool),
        Col::new("created_at", "建档时间", "s.created_at", ColKind::Instant),
    ],
    tabs: &[
        Tab { key: "active", title: "在职", when: "s.active = 1" },
        Tab { key: "left", title: "已停用", when: "s.active = 0" },
    ],
    search: None,
    order: ("created_at", false),
    scope: |_| None,
    needs: SEES,
};

/// One person in the list.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct StaffRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// Name.
    pub name: String,
    /// Login.
    pub login: String,
    /// The codes of the posts held.
    pub posts: Vec<Post>,
    /// Phone.
    pub phone: String,
    /// May sign in.
    pub active: bool,
    /// UTC milliseconds.
    pub created_at: i64,
}
impl ListRow for StaffRow {}

list_operations!(
    ListStaff,
    CountStaff,
    LIST,
    StaffRow,
    "staff.list",
    "staff.counts",
    "员工",
    SEES,
    ["staff"]
);

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
    /// The window locks after so many minutes without a key or a click.
    pub lock_after_min: i64,
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
        let login: String =
            cx.one("select login from staff where id = ?1", params![caller.staff])?;
        Ok(MeView {
            staff: Person {
                id: caller.staff,
                login,
                name: caller.name.clone(),
                posts: caller.hats.iter().filter(|h| h.acting.is_none()).map(|h| h.post).collect(),
            },
            hats: caller
                .hats
                .iter()
                .map(|h| HatView { post: h.post, title: h.post.title(), acting: h.acting })
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
        })
    }
}

/// The posts and who holds them; a post that nobody holds is vacant.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Posts {}

/// One post of the organisation.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PostView {
    /// The post.
    pub post: Post,
    /// Its Chinese name.
    pub title: &'static str,
    /// Who holds it.
    pub holders: Vec<Holder>,
    /// Nobody does.
    pub vacant: bool,
}

/// Somebody who holds a post.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Holder {
    /// Id.
    pub id: i64,
    /// Name.
    pub name: String,
}

impl Query for Posts {
    type Output = Vec<PostView>;
    const NAME: &'static str = "posts.list";
    const TITLE: &'static str = "岗位与任职";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["staff"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let rows: Vec<(String, i64, String)> = cx.all(
            "select p.post, s.id, s.name from staff_post p join staff s on s.id = p.staff_id
             where s.active = 1 order by p.id",
            params![],
        )?;
        Ok(Post::ALL
            .iter()
            .map(|post| {
                let holders: Vec<Holder> = rows
                    .iter()
                    .filter(|(code, ..)| code == post.code())
                    .map(|(_, id, name)| Holder { id: *id, name: name.clone() })
                    .collect();
                PostView { post: *post, title: post.title(), vacant: holders.is_empty(), holders }
            })
            .collect())
    }
}

/// Adds a person with their posts.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateStaff {
    /// Login, unique.
    pub login: String,
    /// Name.
    pub name: String,
    /// Phone.
    #[serde(default)]
    pub phone: String,
    /// First password.
    pub password: String,
    /// Posts held from today.
    #[serde(default)]
    pub posts: Vec<Post>,
}

#[derive(Serialize)]
struct NewStaff<'a> {
    login: &'a str,
    name: &'a str,
    phone: &'a str,
    password: String,
    created_at: i64,
    updated_at: i64,
}

#[derive(Serialize)]
struct NewPost {
    staff_id: i64,
    post: &'static str,
    since: Day,
}

impl Command for CreateStaff {
    type Output = i64;
    const NAME: &'static str = "staff.create";
    const TITLE: &'static str = "新建员工";
    const NEEDS: Need = MANAGES;
    const TOUCHES: &'static [&'static str] = &["staff"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let login = check_login(&self.login)?;
        let name = check_name(&self.name)?;
        check_password(&self.password, &login)?;
        let taken: Option<String> =
            tx.maybe("select name from staff where login = ?1", params![&login])?;
        if let Some(owner) = taken {
            return Err(Error::conflict(
                "duplicate",
                format!("登录名“{login}”已被 {owner} 使用，请换一个"),
            )
            .at("login"));
        }
        let id = tx.insert(
            &STAFF,
            &NewStaff {
                login: &login,
                name: &name,
                phone: self.phone.trim(),
                password: hash_password(&self.password)?,
                created_at: tx.now,
                updated_at: tx.now,
            },
        )?;
        set_posts(tx, id, &self.posts)?;
        Ok(id)
    }
}

/// Adds a person who cannot sign in with a password yet, for demo shops and tests.
pub fn add_person(tx: &mut Tx<'_>, login: &str, name: &str, posts: &[&str]) -> Result<i64> {
    let row = NewStaff {
        login,
        name,
        phone: "",
        password: String::new(),
        created_at: tx.now,
        updated_at: tx.now,
    };
    let id = tx.insert(&STAFF, &row)?;
    let posts: Vec<Post> = posts.iter().filter_map(|code| Post::from_code(code)).collect();
    set_posts(tx, id, &posts)?;
    Ok(id)
}

/// Gives and takes posts. Only the director, the supervisor and the administrator may, nobody for
/// themselves, and only an administrator makes administrators.
fn set_posts(tx: &mut Tx<'_>, staff: i64, posts: &[Post]) -> Result<()> {
    let have: Vec<(i64, String)> =
        tx.all("select id, post from staff_post where staff_id = ?1", params![staff])?;
    let changes_admin = posts.contains(&Post::Admin) != have.iter().any(|(_, p)| p == "admin");
    if changes_admin && !tx.caller.is(Post::Admin) {
        return Err(Error::forbidden("系统管理员只能由系统管理员任免"));
    }
    if staff == tx.caller.staff && tx.caller.staff != 0 {
        return Err(
            Error::forbidden("不能给自己任免岗位，请由另一位主管或管理员来做").because("four_eyes")
        );
    }
    for (id, code) in &have {
        if !posts.iter().any(|p| p.code() == code) {
            if code == "admin" {
                keep_one_admin(tx, staff)?;
            }
            tx.remove(&STAFF_POST, *id, None)?;
        }
    }
    let since = tx.today();
    for post in posts {
        if !have.iter().any(|(_, code)| code == post.code()) {
            tx.insert(&STAFF_POST, &NewPost { staff_id: staff, post: post.code(), since })?;
        }
    }
    Ok(())
}

fn keep_one_admin(tx: &Tx<'_>, leaving: i64) -> Result<()> {
    let others: i64 = tx.one(
        "select count(*) from staff_post p join staff s on s.id = p.staff_id
         where p.post = 'admin' and s.active = 1 and s.id <> ?1",
        params![leaving],
    )?;
    if others == 0 {
        return Err(Error::conflict(
            "last_admin",
            "这是最后一位系统管理员，请先指定另一位，再停用或改岗",
        ));
    }
    Ok(())
}

/// Changes a person's name, phone, or whether they may sign in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateStaff {
    /// Who.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// New name.
    #[serde(default)]
    pub name: Option<String>,
    /// New phone.
    #[serde(default)]
    pub phone: Option<String>,
    /// May sign in.
    #[serde(default)]
    pub active: Option<bool>,
}

impl Command for UpdateStaff {
    type Output = i64;
    const NAME: &'static str = "staff.update";
    const TITLE: &'static str = "修改员工资料";
    const NEEDS: Need = MANAGES;
    const TOUCHES: &'static [&'static str] = &["staff"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let mut set = Vec::new();
        if let Some(name) = &self.name {
            set.push(("name", check_name(name)?.into()));
        }
        if let Some(phone) = &self.phone {
            set.push(("phone", phone.trim().into()));
        }
        if let Some(active) = self.active {
            if !active {
                keep_one_admin(tx, self.id)?;
                tx.exec(
                    &SESSION,
                    "update session set ended_at = ?2 where staff_id = ?1 and ended_at is null",
                    params![self.id, tx.now],
                )?;
            }
            set.push(("active", active.into()));
        }
        tx.update(&STAFF, self.id, Some(self.version), &set)
    }
}

/// Sets which posts a person holds.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPosts {
    /// Who.
    pub id: i64,
    /// All posts held from now on.
    pub posts: Vec<Post>,
}

impl Command for SetPosts {
    type Output = ();
    const NAME: &'static str = "staff.set_posts";
    const TITLE: &'static str = "任免岗位";
    const NEEDS: Need = MANAGES;
    const TOUCHES: &'static [&'static str] = &["staff"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let _: i64 = tx
            .maybe("select id from staff where id = ?1", params![self.id])?
            .ok_or_else(|| Error::not_found("员工", self.id))?;
        set_posts(tx, self.id, &self.posts)
    }
}

/// Gives a person a new password and ends their sessions.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPassword {
    /// Who.
    pub id: i64,
    /// The new password.
    pub password: String,
}

impl Command for SetPassword {
    type Output = ();
    const NAME: &'static str = "staff.set_password";
    const TITLE: &'static str = "重设密码";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["staff"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        new_password(tx, self.id, &self.password)
    }
}

/// Gives a person a password, for demo shops.
pub fn give_password(tx: &mut Tx<'_>, id: i64, password: &str) -> Result<()> {
    new_password(tx, id, password)
}

fn new_password(tx: &mut Tx<'_>, id: i64, password: &str) -> Result<()> {
    let login: String = tx
        .maybe("select login from staff where id = ?1", params![id])?
        .ok_or_else(|| Error::not_found("员工", id))?;
    check_password(password, &login)?;
    let set = [
        ("password", hash_password(password)?.into()),
        ("failed", 0.into()),
        ("locked_until", 0.into()),
    ];
    tx.update(&STAFF, id, None, &set)?;
    tx.exec(
        &SESSION,
        "update session set ended_at = ?2 where staff_id = ?1 and ended_at is null",
        params![id, tx.now],
    )?;
    Ok(())
}

/// Changes my own password; I sign in again afterwards.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMyPassword {
    /// The present one.
    pub old: String,
    /// The new one.
    pub new: String,
}

impl Command for ChangeMyPassword {
    type Output = ();
    const NAME: &'static str = "session.change_password";
    const TITLE: &'static str = "修改密码";
    const NEEDS: Need = Need::SignedIn;
    const TOUCHES: &'static [&'static str] = &["staff"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let stored: String =
            tx.one("select password from staff where id = ?1", params![tx.caller.staff])?;
        if !super::sessions::matches(&stored, &self.old) {
            return Err(Error::invalid("old", "现在的密码不对，请重新输入"));
        }
        new_password(tx, tx.caller.staff, &self.new)
    }
}

/// The whole matrix as the shop has it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matrix {}

/// One cell as the matrix page shows it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct CellView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The module.
    pub module: Module,
    /// The post.
    pub post: Post,
    /// `A`, `R m`, `W :request` …
    pub cell: String,
}

/// The matrix with its titles.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MatrixView {
    /// Module codes with their Chinese names, in order.
    pub modules: Vec<(&'static str, &'static str)>,
    /// Post codes with their Chinese names, in order.
    pub posts: Vec<(&'static str, &'static str)>,
    /// The cells.
    pub cells: Vec<CellView>,
}

impl Query for Matrix {
    type Output = MatrixView;
    const NAME: &'static str = "rights.matrix";
    const TITLE: &'static str = "权限表";
    const NEEDS: Need = Need::Any(&[Ask::read(Module::System)]);
    const PROVIDES: &'static [&'static str] = &["right_cell"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        Ok(MatrixView {
            modules: Module::ALL.iter().map(|m| (m.code(), m.title())).collect(),
            posts: Post::ALL.iter().map(|p| (p.code(), p.title())).collect(),
            cells: cx.all(
                "select id, version, module, post, cell from right_cell order by id",
                params![],
            )?,
        })
    }
}

/// Changes one cell of the matrix.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetCell {
    /// The cell.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The new right.
    pub cell: String,
    /// Why.
    pub reason: String,
}

impl Command for SetCell {
    type Output = i64;
    const NAME: &'static str = "rights.set_cell";
    const TITLE: &'static str = "修改权限表";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["right_cell"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let cell = Right::parse(&self.cell)?.cell();
        if self.reason.trim().is_empty() {
            return Err(Error::invalid("reason", "修改权限需要写明原因"));
        }
        tx.because(Some(&self.reason));
        tx.update(&RIGHT_CELL, self.id, Some(self.version), &[("cell", cell.into())])
    }
}

/// Rights given to single persons, with their end.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grants {}

/// One personal right.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct GrantView {
    /// Id.
    pub id: i64,
    /// Who.
    pub staff_id: i64,
    /// Their name.
    pub name: String,
    /// The module.
    pub module: Module,
    /// The right.
    pub cell: String,
    /// The last day it holds.
    pub until: Day,
    /// Why.
    pub reason: String,
}

impl Query for Grants {
    type Output = Vec<GrantView>;
    const NAME: &'static str = "grants.list";
    const TITLE: &'static str = "个人授权";
    const NEEDS: Need = Need::Any(&[Ask::read(Module::System)]);
    const PROVIDES: &'static [&'static str] = &["staff"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all(
            "select g.id, g.staff_id, s.name, g.module, g.cell, g.until, g.reason
             from staff_grant g join staff s on s.id = g.staff_id order by g.until desc, g.id",
            params![],
        )
    }
}

/// Gives one person a right until a day.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddGrant {
    /// Who.
    pub staff_id: i64,
    /// The module.
    pub module: Module,
    /// The right.
    pub cell: String,
    /// The last day it holds; at most a year ahead.
    pub until: Day,
    /// Why.
    pub reason: String,
}

impl Command for AddGrant {
    type Output = i64;
    const NAME: &'static str = "grants.add";
    const TITLE: &'static str = "个人授权";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["staff"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let cell = Right::parse(&self.cell)?.cell();
        if self.reason.trim().is_empty() {
            return Err(Error::invalid("reason", "授权需要写明原因"));
        }
        let days = tx.today().until(self.until);
        if !(0..=366).contains(&days) {
            return Err(Error::invalid("until", "到期日应在今天到一年之内"));
        }
        if self.staff_id == tx.caller.staff {
            return Err(
                Error::forbidden("不能给自己授权，请由另一位管理员来做").because("four_eyes")
            );
        }
        let known: Option<i64> =
            tx.maybe("select id from staff where id = ?1", params![self.staff_id])?;
        known.ok_or_else(|| Error::not_found("员工", self.staff_id))?;
        tx.insert(&STAFF_GRANT, &Self { cell, ..self })
    }
}

/// Ends a personal right now.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndGrant {
    /// The grant.
    pub id: i64,
}

impl Command for EndGrant {
    type Output = ();
    const NAME: &'static str = "grants.end";
    const TITLE: &'static str = "收回个人授权";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["staff"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        tx.remove(&STAFF_GRANT, self.id, None)
    }
}

/// How much each post may decide alone.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limits {}

/// One amount limit.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct LimitView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// What kind of decision.
    pub code: String,
    /// In Chinese.
    pub title: String,
    /// The post.
    pub post: Post,
    /// 分, or basis points where the code ends in `_bp`.
    pub amount: i64,
}

impl Query for Limits {
    type Output = Vec<LimitView>;
    const NAME: &'static str = "limits.list";
    const TITLE: &'static str = "金额权限";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["amount_limit"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all(
            "select id, version, code, title, post, amount from amount_limit order by id",
            params![],
        )
    }
}

/// Changes an amount limit.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLimit {
    /// The limit.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The new amount.
    pub amount: i64,
    /// Why.
    pub reason: String,
}

impl Command for SetLimit {
    type Output = i64;
    const NAME: &'static str = "limits.set";
    const TITLE: &'static str = "修改金额权限";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["amount_limit"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if !(0..=1_000_000_000_00).contains(&self.amount) {
            return Err(Error::invalid("amount", "上限应在 0 到 10 亿元之间"));
        }
        tx.because(Some(&self.reason));
        tx.update(&AMOUNT_LIMIT, self.id, Some(self.version), &[("amount", self.amount.into())])
    }
}

/// The highest amount that the caller's hats may decide alone; nothing when no limit is set for them.
pub fn limit_of(cx: &Cx<'_>, code: &str) -> Result<Option<i64>> {
    let rows: Vec<(String, i64)> =
        cx.all("select post, amount from amount_limit where code = ?1", params![code])?;
    Ok(rows
        .into_iter()
        .filter(|(post, _)| cx.caller.hats.iter().any(|h| h.post.code() == post))
        .map(|(_, amount)| amount)
        .max())
}
