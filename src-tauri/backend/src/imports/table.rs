//! The tables of imports: what was dropped, what its rows came to, and the saved column maps.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};
use shopdesk_exchange::ColumnMap;

use super::plan::{Change, Problem};
use super::reading::{Choices, TableLook};
use crate::kernel::{Cx, Kind, Names, Result, Table};
use crate::store::Migration;

/// One table of one file: previewed, then committed or put away. The trail of the rows it wrote is
/// in the things themselves; this row is the record of the import.
pub static IMPORT: Table = Table {
    name: "import_batch",
    entity: "import",
    label: "导入批次",
    kind: Kind::Derived,
    fields: &[],
    sealed: &[],
    files: &[
        Names::one("file").when("state <> 'discarded'"),
        // The pictures that came along with the table.
        Names::inside("choices").when("state <> 'discarded'"),
    ],
};
/// What each record of an import came to.
pub static IMPORT_ROW: Table = Table {
    name: "import_row",
    entity: "import",
    label: "导入行",
    kind: Kind::Derived,
    fields: &[],
    sealed: &[],
    files: &[Names::one("picture")],
};
/// A saved column map.
pub static PROFILE: Table = Table {
    name: "import_profile",
    entity: "import_profile",
    label: "导入方案",
    kind: Kind::Entity,
    fields: &[
        ("name", "名称"),
        ("fingerprint", "表头"),
        ("kind", "内容"),
        ("map", "列对应"),
        ("created_by", "建立人"),
    ],
    sealed: &[],
    files: &[],
};

pub(super) const TABLES: &[&Table] = &[&IMPORT, &IMPORT_ROW, &PROFILE];

pub(super) const MIGRATIONS: &[Migration] = &[
    Migration {
        id: 2026_1123_60,
        room: "imports",
        sql: "
create table import_profile (
    id integer primary key, version integer not null default 1,
    name text not null unique, fingerprint text not null, kind text not null, map text not null,
    created_by integer not null, created_at integer not null, updated_at integer not null) strict;
create index import_profile_fingerprint on import_profile (fingerprint);
create table import_batch (
    id integer primary key, version integer not null default 1,
    no text not null unique, file text not null, name text not null, document text not null,
    position integer not null, format text not null default '', kind text not null default '',
    shop_id integer references shop (id), state text not null, choices text not null,
    header text not null default '[]', facts text not null default 'null',
    sample text not null default '[]', suggested text not null default 'null',
    notes text not null default '[]', refused text, refused_reason text,
    profile_id integer, profile_version integer,
    new integer not null default 0, updated integer not null default 0,
    unchanged integer not null default 0, bad integer not null default 0,
    warned integer not null default 0, rows_ok integer not null default 0,
    staff_id integer not null, at integer not null, ended_at integer, ended_by integer,
    batch_id integer) strict;
create index import_batch_at on import_batch (at);
create index import_batch_state on import_batch (state, at);
create index import_batch_file on import_batch (file, state);
create table import_row (
    id integer primary key, import_id integer not null references import_batch (id),
    row_no integer not null, class text not null, key text not null, title text not null,
    warned integer not null, problems text not null, warnings text not null,
    changes text not null, cells text not null) strict;
create index import_row_class on import_row (import_id, class, row_no, id);
create index import_row_warned on import_row (import_id, row_no, id) where warned = 1;
",
        search: &[],
        append_only: &[],
    },
    Migration {
        id: 2026_1125_60,
        room: "imports",
        sql: "alter table import_row add column picture text;",
        search: &[],
        append_only: &[],
    },
];

/// An import as it is stored.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Import {
    pub id: i64,
    pub no: String,
    pub file: String,
    pub name: String,
    pub document: String,
    pub position: i64,
    pub format: String,
    pub kind: String,
    pub shop_id: Option<i64>,
    pub state: String,
    pub choices: Choices,
    pub header: Vec<String>,
    #[serde(deserialize_with = "json_or_null")]
    pub facts: Option<TableLook>,
    pub sample: Vec<(u64, Vec<String>)>,
    #[serde(deserialize_with = "json_or_null")]
    pub suggested: Option<ColumnMap>,
    pub notes: Vec<String>,
    pub refused: Option<String>,
    pub refused_reason: Option<String>,
    pub profile_id: Option<i64>,
    pub profile_version: Option<i64>,
    pub new: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub bad: i64,
    pub warned: i64,
    pub rows_ok: i64,
    pub staff_id: i64,
    pub at: i64,
    pub ended_at: Option<i64>,
    pub batch_id: Option<i64>,
}

/// A column that is never empty: where there is nothing, it holds the JSON text `null`.
fn json_or_null<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    from: D,
) -> Result<Option<T>, D::Error> {
    serde_json::from_str(&String::deserialize(from)?).map_err(D::Error::custom)
}

impl Import {
    /// The import with this id.
    pub fn of(cx: &Cx<'_>, id: i64) -> Result<Self> {
        cx.get(&IMPORT, id)
    }
}

/// The record of a row, as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct RowRecord {
    pub import_id: i64,
    pub row_no: i64,
    pub class: String,
    pub key: String,
    pub title: String,
    pub warned: bool,
    pub problems: Vec<Problem>,
    pub warnings: Vec<Problem>,
    pub changes: Vec<Change>,
    pub cells: Vec<(u64, Vec<String>)>,
    pub picture: Option<String>,
    /// The record's place among the file's records; none for a row that could not be read.
    #[serde(skip)]
    pub record: Option<usize>,
}

/// A saved map, as it is stored.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Profile {
    pub id: i64,
    pub version: i64,
    pub name: String,
    pub map: ColumnMap,
}
