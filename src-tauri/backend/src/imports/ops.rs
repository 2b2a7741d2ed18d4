//! Commands of imports, from the dropped file to the batch and back.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use shopdesk_exchange::numbers::{DayOrder, DecimalMark};
use shopdesk_exchange::sniff::TextEncoding;
use shopdesk_exchange::{CellFix, ColumnMap};

use super::bad_rows::BadRows;
use super::profiles::{ListProfiles, RemoveProfile, SaveProfile, save_profile};
use super::reading::{Choices, PackFile};
use super::rules::fingerprint;
use super::table::{IMPORT, IMPORT_ROW, Import};
use super::view::{CountImports, GetImport, ListImports, Rows};
use super::{kept, shelf, work};
use crate::kernel::door::Entry;
use crate::kernel::ops::{Started, Undone};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Error, Level, Module, Need, Result, Tx, files, undo};
use crate::params;

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

pub(super) const WRITES: Need = Need::Any(&[Ask::write(Module::Imports)]);

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
        for file in self.pack.iter().filter_map(|part| part.file.as_ref()) {
            files::facts(tx, file)?;
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

/// Puts cells right and checks again.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fix {
    /// The import.
    pub id: i64,
    /// The cells; the same cell again replaces what was put there before.
    pub fixes: Vec<CellFix>,
}

/// The most cells that are put right on the page.
const MOST_FIXES: usize = 5000;

impl Command for Fix {
    type Output = Started;
    const NAME: &'static str = "imports.fix";
    const TITLE: &'static str = "改正单元格";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["job", "import"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let import = mine(tx, self.id)?;
        work::still_open(&import)?;
        if self.fixes.is_empty() {
            return Err(Error::invalid("fixes", "没有改动。请先在错误的格子里填上对的内容"));
        }
        let mut choices = import.choices.clone();
        let fixes = &mut choices.read.table.fixes;
        for fix in self.fixes {
            if !import.header.contains(&fix.column) {
                return Err(Error::invalid(
                    "column",
                    format!("文件里没有“{}”这一列，不能在这里改；请改好文件再拖入", fix.column),
                ));
            }
            fixes.retain(|f| f.row != fix.row || f.column != fix.column);
            fixes.push(fix);
        }
        if fixes.len() > MOST_FIXES {
            let why = format!("在页面上最多改 {MOST_FIXES} 格，请下载错误行用 Excel 改");
            return Err(Error::invalid("fixes", why));
        }
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
        let rows = undo::undo(tx, batch, true)?;
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
        kept::forget(tx, import.id);
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
