//! What an import's pages show: the list of batches, one import whole, its records by page.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use shopdesk_exchange::{ColumnMap, Field as Column};

use super::plan::{Change, Problem};
use super::reading::{Choices, TableLook};
use super::table::Import;
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::rights::Ask;
use crate::kernel::{Cx, Error, Level, Module, Need, Query, Result};
use crate::{list_operations, params};

pub(super) const SEES: Need = Need::Any(&[Ask::read(Module::Imports)]);

/// The states of an import.
const STATES: &[(&str, &str)] = &[
    ("previewed", "待导入"),
    ("committed", "已导入"),
    ("undone", "已撤销"),
    ("discarded", "已放弃"),
];

/// Imports, the latest first.
pub static LIST: ListDef = ListDef {
    name: "imports",
    title: "导入批次",
    entity: "import",
    from: "import_batch b join staff f on f.id = b.staff_id left join shop s on s.id = b.shop_id",
    key: "b.id",
    columns: &[
        Col::new("no", "批次", "b.no", ColKind::Code),
        Col::new("name", "文件", "b.name", ColKind::Text),
        Col::new("document", "表格", "b.document", ColKind::Text).plain(),
        Col::new("file", "文件编号", "b.file", ColKind::Code).unsorted(),
        Col::new("format", "格式", "b.format", ColKind::Text),
        Col::new(
            "kind",
            "内容",
            "b.kind",
            ColKind::Choice(&[("products", "产品"), ("listings", "上架商品")]),
        ),
        Col::new("shop", "店铺", "coalesce(s.name, '')", ColKind::Text),
        Col::new("state", "状态", "b.state", ColKind::Choice(STATES)),
        Col::new("new", "新增", "b.new", ColKind::Int).summed(),
        Col::new("updated", "更新", "b.updated", ColKind::Int).summed(),
        Col::new("unchanged", "无变化", "b.unchanged", ColKind::Int).summed(),
        Col::new("bad", "错误", "b.bad", ColKind::Int).summed(),
        Col::new("warned", "提醒", "b.warned", ColKind::Int).summed(),
        Col::new("refused", "不能导入的原因", "b.refused", ColKind::Text).unsorted(),
        Col::new("by", "导入人", "f.name", ColKind::Text),
        Col::new("at", "时间", "b.at", ColKind::Instant),
        Col::new("ended_at", "完成时间", "b.ended_at", ColKind::Instant).unsorted(),
    ],
    tabs: &[
        Tab { key: "previewed", title: "待导入", when: "b.state = 'previewed'" },
        Tab { key: "committed", title: "已导入", when: "b.state = 'committed'" },
        Tab { key: "undone", title: "已撤销", when: "b.state = 'undone'" },
        Tab { key: "discarded", title: "已放弃", when: "b.state = 'discarded'" },
    ],
    search: None,
    order: ("at", true),
    scope: |_| None,
    needs: SEES,
};

/// One import in the list.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ImportRow {
    /// Id.
    pub id: i64,
    /// `IM-20261123-001`
    pub no: String,
    /// The file's name.
    pub name: String,
    /// The table in it.
    pub document: String,
    /// BLAKE3 of the file.
    pub file: String,
    /// The format's code; empty when it was not recognised.
    pub format: String,
    /// `products`, `listings` or empty.
    pub kind: String,
    /// The shop's name, or empty.
    pub shop: String,
    /// `previewed`, `committed`, `undone`, `discarded`.
    pub state: String,
    /// Records that make something new.
    pub new: i64,
    /// Records that change something.
    pub updated: i64,
    /// Records that change nothing.
    pub unchanged: i64,
    /// Records that cannot be imported.
    pub bad: i64,
    /// Records with something to look at.
    pub warned: i64,
    /// Why the whole table cannot be imported.
    pub refused: Option<String>,
    /// Who.
    pub by: String,
    /// UTC milliseconds.
    pub at: i64,
    /// UTC milliseconds.
    pub ended_at: Option<i64>,
}
impl ListRow for ImportRow {}

list_operations!(
    ListImports,
    CountImports,
    LIST,
    ImportRow,
    "imports.list",
    "imports.counts",
    "导入批次",
    SEES,
    ["import"]
);

/// One import with everything its page shows.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetImport {
    /// The import.
    pub id: i64,
}

/// An earlier import of the same table.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Before {
    /// Id.
    pub id: i64,
    /// Its number.
    pub no: String,
    /// UTC milliseconds.
    pub at: i64,
}

/// A meaning that a column can have.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FieldName {
    /// Its code.
    pub field: Column,
    /// Its Chinese name.
    pub label: &'static str,
}

/// How many records of each kind.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(missing_docs, reason = "they are what they say")]
pub struct ClassCounts {
    pub new: i64,
    pub update: i64,
    pub unchanged: i64,
    pub error: i64,
    pub warned: i64,
}

/// An import.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ImportView {
    /// Id.
    pub id: i64,
    /// Its number.
    pub no: String,
    /// BLAKE3 of the file.
    pub file: String,
    /// The file's name.
    pub name: String,
    /// The table in it.
    pub document: String,
    /// The format's code; empty when it was not recognised.
    pub format: String,
    /// What people call it.
    pub format_label: String,
    /// `products`, `listings` or empty.
    pub kind: String,
    /// The shop.
    pub shop_id: Option<i64>,
    /// `previewed`, `committed`, `undone`, `discarded`.
    pub state: String,
    /// What was chosen.
    pub choices: Choices,
    /// The names of the columns.
    pub header: Vec<String>,
    /// Sheets, encoding, where the header stands; none for a file that is no table.
    pub facts: Option<TableLook>,
    /// The first rows, with their numbers.
    pub sample: Vec<(u64, Vec<String>)>,
    /// The map that the names suggest.
    pub suggested: Option<ColumnMap>,
    /// The meanings a column can have.
    pub fields: Vec<FieldName>,
    /// Things to know about the whole table.
    pub notes: Vec<String>,
    /// Why the whole table cannot be imported.
    pub refused: Option<String>,
    /// `needs_map`, `needs_shop`, `other_report` …
    pub refused_reason: Option<String>,
    /// The saved map it was read with.
    pub profile_id: Option<i64>,
    /// The map's version then.
    pub profile_version: Option<i64>,
    /// How many records of each kind.
    pub counts: ClassCounts,
    /// Rows that can be imported.
    pub rows_ok: i64,
    /// Who.
    pub by: String,
    /// UTC milliseconds.
    pub at: i64,
    /// UTC milliseconds.
    pub ended_at: Option<i64>,
    /// The same table was imported before.
    pub before: Option<Before>,
    /// I may go on with it.
    pub mine: bool,
    /// The first records of each kind.
    pub rows: Vec<RowView>,
}

/// A record of an import.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct RowView {
    /// Id.
    pub id: i64,
    /// Its first row in the file, from 1, header included.
    pub row_no: i64,
    /// `new`, `update`, `unchanged`, `error`.
    pub class: String,
    /// Its code or number.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Why it cannot be imported.
    pub problems: Vec<Problem>,
    /// What to look at.
    pub warnings: Vec<Problem>,
    /// Field by field.
    pub changes: Vec<Change>,
    /// The original cells of wrong rows.
    pub cells: Vec<(u64, Vec<String>)>,
    /// The hash of the first picture that came with it.
    pub picture: Option<String>,
}

/// A record as [`RowView`].
pub(super) const ROW: &str =
    "select id, row_no, class, key, title, problems, warnings, changes, cells, picture
     from import_row";

impl Query for GetImport {
    type Output = ImportView;
    const NAME: &'static str = "imports.get";
    const TITLE: &'static str = "导入批次";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["import"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let i = Import::of(cx, self.id)?;
        let before = cx.maybe(
            "select id, no, coalesce(ended_at, at) as at from import_batch
             where file = ?1 and position = ?2 and state = 'committed' and id <> ?3
             order by id desc limit 1",
            params![&i.file, i.position, i.id],
        )?;
        let mut rows: Vec<RowView> = Vec::new();
        for class in ["error", "new", "update", "unchanged"] {
            rows.extend(cx.all::<RowView>(
                &format!("{ROW} where import_id = ?1 and class = ?2 order by row_no, id limit 50"),
                params![i.id, class],
            )?);
        }
        let format: Option<shopdesk_exchange::Format> =
            serde_json::from_value(Json::from(i.format.as_str())).ok();
        Ok(ImportView {
            by: cx.one("select name from staff where id = ?1", params![i.staff_id])?,
            mine: cx.own_or_refuse(Module::Imports, Level::Write, Some(i.staff_id)).is_ok()
                && cx.caller.can(Ask::write(Module::Imports)),
            id: i.id,
            no: i.no,
            file: i.file,
            name: i.name,
            document: i.document,
            format_label: format.map(|f| f.label().to_owned()).unwrap_or_default(),
            format: i.format,
            kind: i.kind,
            shop_id: i.shop_id,
            state: i.state,
            choices: i.choices,
            header: i.header,
            facts: i.facts,
            sample: i.sample,
            suggested: i.suggested,
            fields: Column::ALL.iter().map(|f| FieldName { field: *f, label: f.label() }).collect(),
            notes: i.notes,
            refused: i.refused,
            refused_reason: i.refused_reason,
            profile_id: i.profile_id,
            profile_version: i.profile_version,
            counts: ClassCounts {
                new: i.new,
                update: i.updated,
                unchanged: i.unchanged,
                error: i.bad,
                warned: i.warned,
            },
            rows_ok: i.rows_ok,
            at: i.at,
            ended_at: i.ended_at,
            before,
            rows,
        })
    }
}

/// The records of an import, page by page.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rows {
    /// The import.
    pub id: i64,
    /// `new`, `update`, `unchanged`, `error`, `warned`; all when absent.
    #[serde(default)]
    pub class: Option<String>,
    /// Continue after this record's id.
    #[serde(default)]
    pub after: Option<i64>,
    /// Leave out this many after that, for jumping far down.
    #[serde(default)]
    pub skip: Option<i64>,
    /// 100 by default, 500 at most.
    #[serde(default)]
    pub limit: Option<i64>,
}

/// A page of records.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RowsPage {
    /// The records.
    pub rows: Vec<RowView>,
    /// Where the next page begins.
    pub next: Option<i64>,
}

impl Query for Rows {
    type Output = RowsPage;
    const NAME: &'static str = "imports.rows";
    const TITLE: &'static str = "导入预览";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["import"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        Import::of(cx, self.id)?;
        let limit = self.limit.unwrap_or(100).clamp(1, 500);
        let narrow = match self.class.as_deref() {
            None | Some("all") => "1 = 1",
            Some("warned") => "warned = 1",
            Some("new") => "class = 'new'",
            Some("update") => "class = 'update'",
            Some("unchanged") => "class = 'unchanged'",
            Some("error") => "class = 'error'",
            Some(other) => {
                return Err(Error::invalid("class", format!("没有“{other}”这一类行")));
            }
        };
        let mut rows: Vec<RowView> = cx.all(
            &format!(
                "{ROW} where import_id = ?1 and {narrow}
                    and (?2 is null or (row_no, id) > (select row_no, id from import_row where id = ?2))
                 order by row_no, id limit ?3 offset ?4"
            ),
            params![self.id, self.after, limit + 1, self.skip.unwrap_or(0).max(0)],
        )?;
        let more = i64::try_from(rows.len()).is_ok_and(|n| n > limit);
        rows.truncate(usize::try_from(limit).unwrap_or(100));
        let next = if more { rows.last().map(|r| r.id) } else { None };
        Ok(RowsPage { rows, next })
    }
}
