//! The tables of people and rights.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::kernel::rights::{Right, default_matrix};
use crate::kernel::{Cx, Hat, Kind, Module, Post, Result, Table, Tx};
use crate::params;
use crate::store::Migration;

/// People.
pub static STAFF: Table = Table {
    name: "staff",
    entity: "staff",
    label: "员工",
    kind: Kind::Entity,
    fields: &[
        ("login", "登录名"),
        ("name", "姓名"),
        ("phone", "电话"),
        ("active", "在职"),
        ("password", "密码"),
        ("temporary", "须改密码"),
        ("failed", "密码连错次数"),
        ("locked_until", "锁定到"),
    ],
    sealed: &[],
    files: &[],
};
/// Who holds which post.
pub static STAFF_POST: Table = Table {
    name: "staff_post",
    entity: "staff",
    label: "任职",
    kind: Kind::Part { of: "staff_id" },
    fields: &[("post", "岗位"), ("since", "任职起")],
    sealed: &[],
    files: &[],
};
/// The shop's copy of the matrix.
pub static RIGHT_CELL: Table = Table {
    name: "right_cell",
    entity: "right_cell",
    label: "权限",
    kind: Kind::Entity,
    fields: &[("cell", "权限"), ("module", "模块"), ("post", "岗位")],
    sealed: &[],
    files: &[],
};
/// Rights given to one person until a day.
pub static STAFF_GRANT: Table = Table {
    name: "staff_grant",
    entity: "staff",
    label: "个人授权",
    kind: Kind::Part { of: "staff_id" },
    fields: &[("module", "模块"), ("cell", "权限"), ("until", "到期日"), ("reason", "原因")],
    sealed: &[],
    files: &[],
};
/// How much a post may decide alone.
pub static AMOUNT_LIMIT: Table = Table {
    name: "amount_limit",
    entity: "amount_limit",
    label: "金额权限",
    kind: Kind::Entity,
    fields: &[("amount", "上限"), ("code", "限额代码"), ("title", "限额"), ("post", "岗位")],
    sealed: &[],
    files: &[],
};
/// Who is signed in.
pub static SESSION: Table = Table {
    name: "session",
    entity: "session",
    label: "登录",
    kind: Kind::Derived,
    fields: &[("device", "设备"), ("staff_id", "员工")],
    sealed: &[],
    files: &[],
};
/// Views saved over lists.
pub static SAVED_VIEW: Table = Table {
    name: "saved_view",
    entity: "view",
    label: "常用视图",
    kind: Kind::Entity,
    fields: &[
        ("list", "列表"),
        ("name", "名称"),
        ("staff_id", "谁的"),
        ("shared", "大家可见"),
        ("view", "条件与列"),
    ],
    sealed: &[],
    files: &[],
};

pub(super) const TABLES: &[&Table] =
    &[&STAFF, &STAFF_POST, &RIGHT_CELL, &STAFF_GRANT, &AMOUNT_LIMIT, &SESSION, &SAVED_VIEW];

pub(super) const MIGRATIONS: &[Migration] = &[
    Migration {
        id: 2026_1123_01,
        room: "staff",
        sql: "
create table staff (
    id integer primary key, version integer not null default 1,
    login text not null unique, name text not null, phone text not null default '',
    password text not null, active integer not null default 1,
    failed integer not null default 0, locked_until integer not null default 0,
    created_at integer not null, updated_at integer not null) strict;
create table staff_post (
    id integer primary key, staff_id integer not null references staff (id),
    post text not null, since text not null, unique (staff_id, post)) strict;
create table right_cell (
    id integer primary key, version integer not null default 1,
    module text not null, post text not null, cell text not null, unique (module, post)) strict;
create table staff_grant (
    id integer primary key, staff_id integer not null references staff (id),
    module text not null, cell text not null, until text not null, reason text not null) strict;
create index staff_grant_staff on staff_grant (staff_id);
create table amount_limit (
    id integer primary key, version integer not null default 1, code text not null,
    title text not null, post text not null, amount integer not null, unique (code, post)) strict;
create table session (
    id integer primary key, token_hash text not null unique,
    staff_id integer not null references staff (id), device text not null,
    created_at integer not null, used_at integer not null, ended_at integer) strict;
create index session_staff on session (staff_id);
create table saved_view (
    id integer primary key, list text not null, name text not null,
    staff_id integer not null references staff (id), shared integer not null default 0,
    view text not null, updated_at integer not null, unique (list, staff_id, name)) strict;
",
        search: &[],
        append_only: &[],
    },
    Migration {
        id: 2026_1125_20,
        room: "staff",
        sql: "alter table staff add column temporary integer not null default 0;",
        search: &["staff"],
        append_only: &[],
    },
];

#[derive(Serialize)]
struct CellRow {
    module: &'static str,
    post: &'static str,
    cell: String,
}

#[derive(Serialize)]
struct LimitRow {
    code: &'static str,
    title: &'static str,
    post: &'static str,
    amount: i64,
}

/// The default matrix and limits, which a shop may edit afterwards.
pub(super) fn seed(tx: &mut Tx<'_>) -> Result<()> {
    for (module, post, right) in default_matrix() {
        let row = CellRow { module: module.code(), post: post.code(), cell: right.cell() };
        tx.insert(&RIGHT_CELL, &row)?;
    }
    for (code, title, post, amount) in super::LIMITS {
        let row = LimitRow { code, title, post: post.code(), amount: *amount };
        tx.insert(&AMOUNT_LIMIT, &row)?;
    }
    Ok(())
}

/// Makes people of an older shop findable.
pub(super) fn index_people(tx: &mut Tx<'_>) -> Result<()> {
    let people: Vec<i64> = tx.all("select id from staff", params![])?;
    for id in people {
        super::ops::INDEX.put(tx, id)?;
    }
    Ok(())
}

/// The hats of a person now: own posts with the shop's matrix, and one of all personal grants, which
/// only adds: what a post may, no grant takes away.
pub(super) fn hats(cx: &Cx<'_>, staff: i64) -> Result<Vec<Hat>> {
    #[derive(Deserialize)]
    struct Row {
        post: String,
        module: String,
        cell: String,
    }
    let rows: Vec<Row> = cx.all(
        "select c.post, c.module, c.cell from staff_post p
         join right_cell c on c.post = p.post where p.staff_id = ?1 order by p.id",
        params![staff],
    )?;
    let mut hats: Vec<(Post, BTreeMap<Module, Right>)> = Vec::new();
    for row in rows {
        let (Some(post), Some(module)) =
            (Post::from_code(&row.post), Module::from_code(&row.module))
        else {
            continue;
        };
        let right = Right::parse(&row.cell)?;
        match hats.iter_mut().find(|(p, _)| *p == post) {
            Some((_, rights)) => {
                rights.insert(module, right);
            }
            None => hats.push((post, [(module, right)].into())),
        }
    }
    let grants: Vec<(String, String)> = cx.all(
        "select module, cell from staff_grant where staff_id = ?1 and until >= ?2",
        params![staff, cx.today()],
    )?;
    let granted: Vec<(Module, Right)> = grants
        .into_iter()
        .filter_map(|(module, cell)| Some((Module::from_code(&module)?, cell)))
        .map(|(module, cell)| Ok((module, Right::parse(&cell)?)))
        .collect::<Result<_>>()?;
    let hat = |post, rights| Hat { post, acting: None, rights: Arc::new(rights) };
    let mut hats: Vec<Hat> =
        hats.into_iter().map(|(post, rights)| hat(Some(post), rights)).collect();
    // Two grants for one module are two hats, so that neither narrows the other.
    let mut piles: Vec<BTreeMap<Module, Right>> = Vec::new();
    for (module, right) in granted {
        match piles.iter_mut().find(|pile| !pile.contains_key(&module)) {
            Some(pile) => drop(pile.insert(module, right)),
            None => piles.push([(module, right)].into()),
        }
    }
    hats.extend(piles.into_iter().map(|rights| hat(None, rights)));
    Ok(hats)
}

/// The names of everybody, for showing who did what.
pub fn names(cx: &Cx<'_>) -> Result<BTreeMap<i64, String>> {
    let rows: Vec<(i64, String)> = cx.all("select id, name from staff", params![])?;
    Ok(rows.into_iter().collect())
}
