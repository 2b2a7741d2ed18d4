//! Queries and commands of people and rights.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rights::{GrantView, SEES, SETS_RIGHTS, grants_of};
use super::rules::{check_login, check_name, check_password};
use super::sessions::{Of, end, hash_password};
use super::table::{STAFF, STAFF_POST};
use super::{devices, duties, me, rights, settings, views};
use crate::kernel::door::Entry;
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Day, Error, Follow, Module, Need, Post, Query, Result, Tx};
use crate::store::with_initials;
use crate::{list_operations, params};

pub use super::rights::limit_of;

pub(super) fn operations() -> Vec<Entry> {
    let mut all = vec![
        Entry::query::<me::Me>(),
        Entry::query::<ListStaff>(),
        Entry::query::<CountStaff>(),
        Entry::query::<StaffOne>(),
        Entry::query::<Posts>(),
        Entry::command::<CreateStaff>(),
        Entry::command::<UpdateStaff>(),
        Entry::command::<SetPosts>(),
        Entry::command::<SetPassword>(),
        Entry::command::<ResetPassword>(),
        Entry::command::<ChangeMyPassword>(),
        Entry::query::<duties::Duties>(),
        Entry::query::<views::ListViews>(),
        Entry::command::<views::SaveView>(),
        Entry::command::<views::RemoveView>(),
        Entry::query::<devices::MySessions>(),
        Entry::query::<devices::SessionsOf>(),
        Entry::command::<devices::EndSession>(),
        Entry::query::<settings::Settings>(),
        Entry::command::<settings::SetSetting>(),
    ];
    all.extend(rights::operations());
    all
}

const MANAGES: Need = Need::Any(&[Ask::write(Module::People)]);

const SINCE: &str = "coalesce((select min(p.since) from staff_post p where p.staff_id = s.id), '')";
const USED_AT: &str = "coalesce((select max(e.used_at) from session e where e.staff_id = s.id), 0)";

/// People with their posts.
pub static LIST: ListDef = ListDef {
    name: "staff",
    title: "员工",
    entity: "staff",
    from: "staff s",
    key: "s.id",
    columns: &[
        Col::new("version", "版本", "s.version", ColKind::Int).plain().inner(),
        Col::new("name", "姓名", "s.name", ColKind::Text),
        Col::new("login", "登录名", "s.login", ColKind::Code),
        Col::new(
            "posts",
            "岗位",
            r#"coalesce((select '["' || string_agg(p.post, '","') || '"]' from staff_post p
                where p.staff_id = s.id), '[]')"#,
            ColKind::Json,
        )
        .plain(),
        Col::new("phone", "电话", "s.phone", ColKind::Code),
        Col::new("active", "在职", "s.active", ColKind::Bool),
        Col::new("since", "任职起", SINCE, ColKind::Text).plain(),
        Col::new("used_at", "最近使用", USED_AT, ColKind::Instant),
        Col::new("created_at", "建档时间", "s.created_at", ColKind::Instant),
    ],
    tabs: &[
        Tab { key: "active", title: "在职", when: "s.active = 1" },
        Tab { key: "left", title: "已停用", when: "s.active = 0" },
    ],
    search: Some("staff"),
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
    /// The first day in any present post; empty without one.
    pub since: String,
    /// Last seen at work, UTC milliseconds; 0: never.
    pub used_at: i64,
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

/// One person with posts, personal grants and whether the account is locked.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffOne {
    /// Who.
    pub id: i64,
}

/// One post of a person.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct HeldPost {
    /// The post.
    pub post: Post,
    /// Since when.
    pub since: Day,
}

/// One person.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StaffView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// Login.
    pub login: String,
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// May sign in.
    pub active: bool,
    /// Until when the account is locked after wrong passwords; absent when it is not.
    pub locked_until: Option<i64>,
    /// Has not yet chosen a password of their own.
    pub temporary: bool,
    /// Posts held.
    pub posts: Vec<HeldPost>,
    /// Personal grants, past ones too.
    pub grants: Vec<GrantView>,
    /// UTC milliseconds.
    pub created_at: i64,
}

impl Query for StaffOne {
    type Output = StaffView;
    const NAME: &'static str = "staff.get";
    const TITLE: &'static str = "员工资料";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["staff"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        #[derive(Deserialize)]
        struct Row {
            version: i64,
            login: String,
            name: String,
            phone: String,
            active: bool,
            locked_until: i64,
            temporary: bool,
            created_at: i64,
        }
        let row: Option<Row> = cx.maybe(
            "select version, login, name, phone, active, locked_until, temporary, created_at
             from staff where id = ?1",
            params![self.id],
        )?;
        let row = row.ok_or_else(|| Error::not_found("员工", self.id))?;
        let posts = cx.all(
            "select post, since from staff_post where staff_id = ?1 order by id",
            params![self.id],
        )?;
        Ok(StaffView {
            id: self.id,
            version: row.version,
            login: row.login,
            name: row.name,
            phone: row.phone,
            active: row.active,
            locked_until: Some(row.locked_until).filter(|until| *until > cx.now),
            temporary: row.temporary,
            posts,
            grants: grants_of(cx, Some(self.id))?,
            created_at: row.created_at,
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
    /// First password; it only lets them choose their own.
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
    temporary: bool,
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
                temporary: true,
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
        temporary: false,
        created_at: tx.now,
        updated_at: tx.now,
    };
    let id = tx.insert(&STAFF, &row)?;
    let posts: Vec<Post> = posts.iter().filter_map(|code| Post::from_code(code)).collect();
    set_posts(tx, id, &posts)?;
    Ok(id)
}

/// The index of people: name with its pinyin initials, login and phone.
pub(super) const INDEX: crate::kernel::Index = crate::kernel::Index {
    name: "staff",
    of: &STAFF,
    words: |cx, first, last| {
        let rows: Vec<(i64, String)> = cx.all(
            "select id, name || ' ' || login || ' ' || phone from staff
             where id between ?1 and ?2 order by id",
            params![first, last],
        )?;
        Ok(rows.into_iter().map(|(id, words)| (id, with_initials(&words))).collect())
    },
    follows: &[Follow::own(&STAFF, &["name", "login", "phone"])],
};

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
    let is_admin: bool = tx.one(
        "select exists (select 1 from staff_post where staff_id = ?1 and post = 'admin')",
        params![leaving],
    )?;
    if !is_admin {
        return Ok(());
    }
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
    /// Why, when somebody leaves or comes back.
    #[serde(default)]
    pub reason: Option<String>,
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
                if self.id == tx.caller.staff {
                    return Err(Error::forbidden("不能停用自己的账号，请由另一位主管或管理员来做")
                        .because("four_eyes"));
                }
                keep_one_admin(tx, self.id)?;
                end(tx, &Of::Staff(self.id))?;
            }
            set.push(("active", active.into()));
        }
        tx.because(self.reason.as_deref());
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
        new_password(tx, self.id, &self.password, true)
    }
}

/// Gives a person a password that is shown once and only lets them choose their own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// Who.
    pub id: i64,
}

/// A password that is shown once.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OneTimePassword {
    /// It; kept nowhere but as a hash.
    pub password: String,
}

impl Command for ResetPassword {
    type Output = OneTimePassword;
    const NAME: &'static str = "staff.reset_password";
    const TITLE: &'static str = "重设为一次性密码";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["staff"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let password = super::sessions::fresh_password()?;
        new_password(tx, self.id, &password, true)?;
        Ok(OneTimePassword { password })
    }
}

/// Gives a person a password, for demo shops.
pub fn give_password(tx: &mut Tx<'_>, id: i64, password: &str) -> Result<()> {
    new_password(tx, id, password, false)
}

fn new_password(tx: &mut Tx<'_>, id: i64, password: &str, temporary: bool) -> Result<()> {
    let login: String = tx
        .maybe("select login from staff where id = ?1", params![id])?
        .ok_or_else(|| Error::not_found("员工", id))?;
    check_password(password, &login)?;
    let set = [
        ("password", hash_password(password)?.into()),
        ("failed", 0.into()),
        ("locked_until", 0.into()),
        ("temporary", temporary.into()),
    ];
    tx.update(&STAFF, id, None, &set)?;
    end(tx, &Of::Staff(id))?;
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
        if self.old == self.new {
            return Err(Error::invalid("new", "新密码和现在的一样，请换一个"));
        }
        new_password(tx, tx.caller.staff, &self.new, false)
            .map_err(|e| if e.field.as_deref() == Some("password") { e.at("new") } else { e })
    }
}
