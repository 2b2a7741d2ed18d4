//! Queries and commands of imports.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use shopdesk_exchange::numbers::{DayOrder, DecimalMark};
use shopdesk_exchange::sniff::TextEncoding;
use shopdesk_exchange::{CellFix, ColumnMap, Field as Column, Kind as RecordKind};
use shopdesk_workbook as workbook;

use super::plan::{Change, Problem};
use super::reading::{Choices, PackFile};
use super::rules::fingerprint;
use super::table::{IMPORT, IMPORT_ROW, Import, PROFILE};
use super::{goods, shelf, work};
use crate::kernel::door::Entry;
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::ops::{Started, Undone};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Error, Level, Module, Need, Query, Result, Tx, files, undo};
use crate::{list_operations, params};

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<ListImports>(),
        Entry::query::<CountImports>(),
        Entry::query::<GetImport>(),
        Entry::query::<Rows>(),
        Entry::command::<Preview>(),
        Entry::command::<Choose>(),
        Entry::command::<SetMap>(),
        Entry::command::<Fix>(),
        Entry::command::<Commit>(),
        Entry::command::<Undo>(),
        Entry::command::<Discard>(),
        Entry::command::<BadRows>(),
        Entry::query::<ListProfiles>(),
        Entry::command::<SaveProfile>(),
        Entry::command::<RemoveProfile>(),
    ]
}

const SEES: Need = Need::Any(&[Ask::read(Module::Imports)]);
const WRITES: Need = Need::Any(&[Ask::write(Module::Imports)]);

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
        Col::new("new", "新增", "b.new", ColKind::Int),
        Col::new("updated", "更新", "b.updated", ColKind::Int),
        Col::new("unchanged", "无变化", "b.unchanged", ColKind::Int),
        Col::new("bad", "错误", "b.bad", ColKind::Int),
        Col::new("warned", "提醒", "b.warned", ColKind::Int),
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
    /// Sheets, encoding, where the header stands.
    pub facts: Json,
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
    /// Rows that could be read.
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
}

const ROW: &str =
    "select id, row_no, class, key, title, problems, warnings, changes, cells from import_row";

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
                 order by row_no, id limit ?3"
            ),
            params![self.id, self.after, limit + 1],
        )?;
        let more = rows.len() as i64 > limit;
        rows.truncate(usize::try_from(limit).unwrap_or(100));
        let next = if more { rows.last().map(|r| r.id) } else { None };
        Ok(RowsPage { rows, next })
    }
}

/// Recognises a dropped file, reads it and compares it with the shop. Nothing is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Preview {
    /// The stored file.
    pub file: String,
    /// Its name.
    pub name: String,
    /// Files dropped together with it.
    #[serde(default)]
    pub pack: Vec<PackFile>,
    /// Which column is which.
    #[serde(default)]
    pub map: Option<ColumnMap>,
    /// A saved map.
    #[serde(default)]
    pub profile: Option<i64>,
    /// The shop whose listings these are.
    #[serde(default)]
    pub shop: Option<i64>,
    /// Make products for listings whose product is not known.
    #[serde(default)]
    pub create_products: bool,
    /// The sheet to read.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The encoding of a text file.
    #[serde(default)]
    pub encoding: Option<TextEncoding>,
    /// The header's row.
    #[serde(default)]
    pub header_row: Option<u64>,
    /// The currency of a file that names none.
    #[serde(default)]
    pub currency: Option<String>,
}

impl Command for Preview {
    type Output = Started;
    const NAME: &'static str = "imports.preview";
    const TITLE: &'static str = "导入预览";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["job", "import"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let facts = files::facts(tx, &self.file)?;
        for part in &self.pack {
            files::facts(tx, &part.file)?;
        }
        if let Some(shop) = self.shop {
            shelf::ShopFacts::of(tx, shop)?;
        }
        if let Some(profile) = self.profile {
            let there: Option<i64> =
                tx.maybe("select id from import_profile where id = ?1", params![profile])?;
            there.ok_or_else(|| Error::not_found("导入方案", profile))?;
        }
        let mut choices = Choices {
            pack: self.pack,
            create_products: self.create_products,
            ..Choices::default()
        };
        choices.read.map = self.map;
        choices.read.currency = currency(self.currency)?;
        choices.read.table.sheet = self.sheet;
        choices.read.table.encoding = self.encoding;
        choices.read.table.header_row = self.header_row;
        let name = if self.name.trim().is_empty() { facts.name } else { self.name };
        let asked = work::Asked {
            file: self.file,
            name: name.clone(),
            shop: self.shop,
            profile: self.profile,
            choices,
        };
        let job =
            tx.start_job("import_preview", &format!("读取 {name}"), "张表", move |job| {
                work::preview(job, &asked)
            })?;
        Ok(Started { job })
    }
}

fn currency(code: Option<String>) -> Result<Option<String>> {
    code.filter(|c| !c.trim().is_empty())
        .map(|c| crate::kernel::Currency::new(&c).map(|c| c.code().to_owned()))
        .transpose()
}

/// The import, if the caller may go on with it.
fn mine(tx: &Tx<'_>, id: i64) -> Result<Import> {
    let import = Import::of(tx, id)?;
    tx.own_or_refuse(Module::Imports, Level::Write, Some(import.staff_id))?;
    Ok(import)
}

fn choose(tx: &mut Tx<'_>, import: &Import, choices: &Choices) -> Result<Started> {
    tx.exec(
        &IMPORT,
        "update import_batch set choices = ?2, shop_id = ?3 where id = ?1",
        params![import.id, json!(choices).to_string(), import.shop_id],
    )?;
    let id = import.id;
    let job = tx.start_job(
        "import_preview",
        &format!("重新读取 {}", import.name),
        "张表",
        move |job| work::again(job, id),
    )?;
    Ok(Started { job })
}

/// Chooses the shop, the sheet, the encoding and the like anew; what is absent stays.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choose {
    /// The import.
    pub id: i64,
    /// The shop; `null` for none.
    #[serde(default, deserialize_with = "given")]
    pub shop: Option<Option<i64>>,
    /// Make products for listings whose product is not known.
    #[serde(default)]
    pub create_products: Option<bool>,
    /// The sheet to read.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The encoding of a text file.
    #[serde(default)]
    pub encoding: Option<TextEncoding>,
    /// The header's row.
    #[serde(default)]
    pub header_row: Option<u64>,
    /// Read hidden rows too.
    #[serde(default)]
    pub include_hidden: Option<bool>,
    /// The currency of a file that names none.
    #[serde(default)]
    pub currency: Option<String>,
    /// Which mark stands before the decimals.
    #[serde(default)]
    pub decimal: Option<DecimalMark>,
    /// How to read `03/04/2024`.
    #[serde(default)]
    pub day_order: Option<DayOrder>,
}

/// Tells `null` from absent.
fn given<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Option<i64>>, D::Error> {
    Option::<i64>::deserialize(from).map(Some)
}

impl Command for Choose {
    type Output = Started;
    const NAME: &'static str = "imports.choose";
    const TITLE: &'static str = "调整导入选项";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["job", "import"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let mut import = mine(tx, self.id)?;
        work::still_open(&import)?;
        if let Some(shop) = self.shop {
            if let Some(shop) = shop {
                shelf::ShopFacts::of(tx, shop)?;
            }
            import.shop_id = shop;
        }
        let mut choices = import.choices.clone();
        choices.create_products = self.create_products.unwrap_or(choices.create_products);
        let read = &mut choices.read;
        read.currency = currency(self.currency)?.or(read.currency.take());
        read.decimal = self.decimal.or(read.decimal);
        read.day_order = self.day_order.unwrap_or(read.day_order);
        let table = &mut read.table;
        let moved = self.sheet.is_some() || self.header_row.is_some();
        table.sheet = self.sheet.or(table.sheet.take());
        table.encoding = self.encoding.or(table.encoding);
        table.header_row = self.header_row.or(table.header_row);
        table.include_hidden = self.include_hidden.unwrap_or(table.include_hidden);
        if moved {
            // Another sheet or header has other rows: what was put right there is not meant here.
            table.fixes.clear();
        }
        choose(tx, &import, &choices)
    }
}

/// Says which column is which, and keeps it under a name when one is given.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetMap {
    /// The import.
    pub id: i64,
    /// The map; `null` goes back to what the program finds by itself.
    pub map: Option<ColumnMap>,
    /// Keep it under this name for files with the same columns.
    #[serde(default)]
    pub save_as: Option<String>,
}

impl Command for SetMap {
    type Output = Started;
    const NAME: &'static str = "imports.map";
    const TITLE: &'static str = "设置列对应";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["job", "import", "import_profile"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let import = mine(tx, self.id)?;
        work::still_open(&import)?;
        let mut choices = import.choices.clone();
        choices.read.map = self.map;
        if let Some(map) = &choices.read.map
            && !map.is_useful()
        {
            return Err(Error::invalid(
                "map",
                "至少要指定标题、商品编码或 SKU 编码中的一列，再加一列别的内容",
            ));
        }
        if let (Some(map), Some(name)) =
            (&choices.read.map, self.save_as.as_deref().map(str::trim).filter(|n| !n.is_empty()))
        {
            save_profile(tx, name, &fingerprint(&import.header), map)?;
        }
        choose(tx, &import, &choices)
    }
}

/// Puts a cell right and checks again.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fix {
    /// The import.
    pub id: i64,
    /// The row in the file, from 1, header included.
    pub row: u64,
    /// The column's name.
    pub column: String,
    /// What it should say.
    pub value: String,
}

impl Command for Fix {
    type Output = Started;
    const NAME: &'static str = "imports.fix";
    const TITLE: &'static str = "改正单元格";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["job", "import"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let import = mine(tx, self.id)?;
        work::still_open(&import)?;
        if !import.header.contains(&self.column) {
            return Err(Error::invalid(
                "column",
                format!("文件里没有“{}”这一列，不能在这里改；请改好文件再拖入", self.column),
            ));
        }
        let mut choices = import.choices.clone();
        let fixes = &mut choices.read.table.fixes;
        fixes.retain(|f| f.row != self.row || f.column != self.column);
        if fixes.len() >= 5000 {
            return Err(Error::invalid("id", "在页面上最多改 5000 格，请下载错误行用 Excel 改"));
        }
        fixes.push(CellFix { row: self.row, column: self.column, value: self.value });
        choose(tx, &import, &choices)
    }
}

/// Writes an import into the shop: all of it or nothing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commit {
    /// The import.
    pub id: i64,
    /// Leave wrong rows out; without it one wrong row stops all.
    #[serde(default)]
    pub skip_bad: bool,
    /// The same file was imported before, and that is meant.
    #[serde(default)]
    pub again: bool,
}

impl Command for Commit {
    type Output = Started;
    const NAME: &'static str = "imports.commit";
    const TITLE: &'static str = "导入";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["job", "import", "product", "listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let import = mine(tx, self.id)?;
        work::still_open(&import)?;
        if let Some(refused) = &import.refused {
            let reason = import.refused_reason.as_deref().unwrap_or("refused");
            return Err(Error::conflict(reason, refused.clone()));
        }
        if !self.again {
            work::not_again(tx, &import)?;
        }
        if import.bad > 0 && !self.skip_bad {
            return Err(work::bad_rows(usize::try_from(import.bad).unwrap_or_default()));
        }
        if import.new + import.updated + import.unchanged == 0 {
            return Err(Error::conflict("empty", "没有可以导入的行。请先改正错误，或换一个文件"));
        }
        let (id, skip_bad) = (self.id, self.skip_bad);
        let job = tx.start_job("import", &format!("导入 {}", import.name), "条", move |job| {
            work::commit(job, id, skip_bad)
        })?;
        Ok(Started { job })
    }
}

/// Takes an import back, as long as nobody has edited or used what it wrote.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// The import.
    pub id: i64,
}

impl Command for Undo {
    type Output = Undone;
    const NAME: &'static str = "imports.undo";
    const TITLE: &'static str = "撤销导入";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["import", "product", "listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let import = mine(tx, self.id)?;
        let Some(batch) = import.batch_id.filter(|_| import.state == "committed") else {
            return Err(Error::conflict(
                "wrong_state",
                format!("导入 {} 没有写入数据，不用撤销", import.no),
            ));
        };
        let products = goods::of_batch(tx, batch)?;
        let listings = shelf::of_batch(tx, batch)?;
        let rows = undo::undo(tx, batch, true)?;
        goods::reindex_all(tx, &products)?;
        shelf::unindex_gone(tx, &listings)?;
        tx.exec(
            &IMPORT,
            "update import_batch set state = 'undone', version = version + 1, ended_at = ?2,
                ended_by = ?3 where id = ?1",
            params![import.id, tx.now, tx.caller.staff],
        )?;
        tx.tag("import");
        Ok(Undone { rows })
    }
}

/// Puts a preview away.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Discard {
    /// The import.
    pub id: i64,
}

impl Command for Discard {
    type Output = bool;
    const NAME: &'static str = "imports.discard";
    const TITLE: &'static str = "放弃导入";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["import"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let import = mine(tx, self.id)?;
        work::still_open(&import)?;
        tx.exec(
            &IMPORT,
            "update import_batch set state = 'discarded', version = version + 1, ended_at = ?2,
                ended_by = ?3 where id = ?1",
            params![import.id, tx.now, tx.caller.staff],
        )?;
        tx.exec(&IMPORT_ROW, "delete from import_row where import_id = ?1", params![import.id])?;
        tx.tag("import");
        Ok(true)
    }
}

/// The wrong rows as a workbook: the file's own columns, why, and where each stood.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BadRows {
    /// The import.
    pub id: i64,
}

impl Command for BadRows {
    type Output = Started;
    const NAME: &'static str = "imports.bad_rows";
    const TITLE: &'static str = "下载错误行";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["job"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let import = Import::of(tx, self.id)?;
        if import.bad == 0 {
            return Err(Error::conflict("no_bad_rows", "这个文件没有错误的行"));
        }
        let id = self.id;
        let job =
            tx.start_job("export", &format!("错误行 {}", import.name), "行", move |job| {
                let rows: Vec<RowView> = job.read(|cx| {
                    cx.all(
                        &format!(
                            "{ROW} where import_id = ?1 and class = 'error' order by row_no, id"
                        ),
                        params![id],
                    )
                })?;
                let bad = rows.into_iter().flat_map(|row| {
                    let whys: Vec<(u64, String)> =
                        row.problems.iter().map(|p| (p.row, said(p))).collect();
                    let first = row.row_no.unsigned_abs();
                    row.cells.into_iter().map(move |(number, cells)| {
                        let own: Vec<&str> = whys
                            .iter()
                            .filter(|(at, _)| *at == number || (number == first && *at == 0))
                            .map(|(_, why)| why.as_str())
                            .collect();
                        let why = if own.is_empty() {
                            format!("和第 {first} 行是同一个商品，一起改好再导入")
                        } else {
                            own.join("；")
                        };
                        workbook::BadRow { number, cells, why }
                    })
                });
                let sheet = workbook::bad_rows("错误行", &import.header, bad);
                let zone = job.core().zone().name().parse().unwrap_or(chrono_tz::Asia::Shanghai);
                let folder = tempfile::tempdir().map_err(Error::internal)?;
                let path = folder.path().join("bad.xlsx");
                let book = workbook::Workbook::plain(zone).sheet(sheet);
                workbook::write(book, &path, &mut |_| std::ops::ControlFlow::Continue(()))
                    .map_err(Error::internal)?;
                let stem = import.name.rsplit_once('.').map_or(import.name.as_str(), |(s, _)| s);
                let name = format!("错误行-{stem}.xlsx");
                let bytes = std::fs::read(&path).map_err(Error::internal)?;
                let facts = job.core().put_bytes(job.caller(), &name, &bytes)?;
                Ok(json!({ "file": facts.hash, "name": name }))
            })?;
        Ok(Started { job })
    }
}

fn said(problem: &Problem) -> String {
    if problem.column.is_empty() {
        problem.why.clone()
    } else {
        format!("【{}】{}", problem.column, problem.why)
    }
}

/// The saved column maps.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListProfiles {}

/// A saved column map.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ProfileView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// What the rows are.
    pub kind: RecordKind,
    /// Which column is which.
    pub map: ColumnMap,
    /// Who made it.
    pub by: String,
    /// UTC milliseconds.
    pub updated_at: i64,
}

impl Query for ListProfiles {
    type Output = Vec<ProfileView>;
    const NAME: &'static str = "profiles.list";
    const TITLE: &'static str = "导入方案";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["import_profile"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all(
            "select p.id, p.version, p.name, p.kind, p.map, coalesce(s.name, '系统') as by, p.updated_at
             from import_profile p left join staff s on s.id = p.created_by order by p.name",
            params![],
        )
    }
}

/// Keeps a column map under a name; the same name again replaces it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveProfile {
    /// Its name.
    pub name: String,
    /// The columns' names of the files it is for.
    pub header: Vec<String>,
    /// Which column is which.
    pub map: ColumnMap,
}

impl Command for SaveProfile {
    type Output = i64;
    const NAME: &'static str = "profiles.save";
    const TITLE: &'static str = "保存导入方案";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["import_profile"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        save_profile(tx, self.name.trim(), &fingerprint(&self.header), &self.map)
    }
}

fn save_profile(tx: &mut Tx<'_>, name: &str, fingerprint: &str, map: &ColumnMap) -> Result<i64> {
    if name.is_empty() || name.chars().count() > 40 {
        return Err(Error::invalid("name", "方案名应为 1 到 40 个字，例如“仓库商品表”"));
    }
    if !map.is_useful() {
        return Err(Error::invalid("map", "列对应还不够：至少要有标题或编码，再加一列别的内容"));
    }
    let kind = json!(map.kind).as_str().map(str::to_owned).unwrap_or_default();
    let known: Option<(i64, i64)> =
        tx.maybe("select id, created_by from import_profile where name = ?1", params![name])?;
    if let Some((id, owner)) = known {
        tx.own_or_refuse(Module::Imports, Level::Write, Some(owner))?;
        tx.update(
            &PROFILE,
            id,
            None,
            &[
                ("fingerprint", fingerprint.into()),
                ("kind", kind.into()),
                ("map", json!(map).into()),
            ],
        )?;
        return Ok(id);
    }
    let row = json!({
        "name": name, "fingerprint": fingerprint, "kind": kind, "map": map,
        "created_by": tx.caller.staff, "created_at": tx.now, "updated_at": tx.now,
    });
    tx.insert(&PROFILE, &row)
}

/// Takes a saved map away; imports that used it keep what they read.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveProfile {
    /// The map.
    pub id: i64,
    /// Its version.
    pub version: i64,
}

impl Command for RemoveProfile {
    type Output = bool;
    const NAME: &'static str = "profiles.remove";
    const TITLE: &'static str = "删除导入方案";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["import_profile"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let owner: Option<i64> =
            tx.maybe("select created_by from import_profile where id = ?1", params![self.id])?;
        let owner = owner.ok_or_else(|| Error::not_found("导入方案", self.id))?;
        tx.own_or_refuse(Module::Imports, Level::Write, Some(owner))?;
        tx.remove(&PROFILE, self.id, Some(self.version))?;
        Ok(true)
    }
}
