//! What a table turned out to be, and writing it down for the page.

use serde_json::{Value as Json, json};
use shopdesk_exchange::{FileResult, Recognised};

use super::kept::Plan;
use super::plan::{Class, PlanRow};
use super::reading::{Choices, TableLook};
use super::table::{IMPORT, IMPORT_ROW, RowRecord};
use crate::kernel::{Error, Result, Tx};
use crate::params;

/// What a table turned out to be.
pub(super) struct Looked {
    pub choices: Choices,
    pub recognised: Option<Recognised>,
    pub file: Option<FileResult>,
    /// The plan behind the rows, where it can be kept.
    pub plan: Option<Plan>,
    pub rows: Vec<RowRecord>,
    /// The one shop that such a file can belong to, when nobody said which.
    pub shop: Option<i64>,
    /// Rows of the file that can be imported.
    pub rows_ok: u64,
    pub refused: Option<(String, String)>,
    pub profile: Option<(i64, i64)>,
    pub notes: Vec<String>,
}

pub(super) fn record(
    row: PlanRow,
    cells: Vec<(u64, Vec<String>)>,
    place: Option<usize>,
) -> RowRecord {
    RowRecord {
        import_id: 0,
        row_no: i64::try_from(row.row).unwrap_or(i64::MAX),
        class: row.class.code().to_owned(),
        key: row.key,
        title: row.title,
        warned: !row.warnings.is_empty(),
        problems: row.problems,
        warnings: row.warnings,
        changes: row.changes,
        cells,
        picture: None,
        record: place,
    }
}

/// Writes what a look found into the import.
pub(super) fn store(tx: &mut Tx<'_>, id: i64, looked: &Looked) -> Result<()> {
    let count = |class: Class| {
        i64::try_from(looked.rows.iter().filter(|r| r.class == class.code()).count())
            .unwrap_or(i64::MAX)
    };
    let warned = looked.rows.iter().filter(|r| r.warned).count();
    let text = |value: Json| value.to_string();
    let format = looked
        .file
        .as_ref()
        .map(|f| f.format)
        .or_else(|| looked.recognised.as_ref().and_then(|r| r.format));
    let code = |value: Json| value.as_str().map(str::to_owned).unwrap_or_default();
    let (reason, refused) = match &looked.refused {
        Some((reason, message)) => (Some(reason.clone()), Some(message.clone())),
        None => (None, None),
    };
    let recognised = looked.recognised.as_ref();
    tx.exec(
        &IMPORT,
        "update import_batch set version = version + 1, choices = ?2, format = ?3, kind = ?4,
            header = ?5, facts = coalesce(?6, facts), sample = ?7, suggested = ?8, notes = ?9, refused = ?10,
            refused_reason = ?11, profile_id = ?12, profile_version = ?13, new = ?14,
            updated = ?15, unchanged = ?16, bad = ?17, warned = ?18, rows_ok = ?19,
            shop_id = coalesce(?20, shop_id)
         where id = ?1",
        params![
            id,
            text(json!(looked.choices)),
            format.map(|f| code(json!(f))).unwrap_or_default(),
            format.map(|f| code(json!(f.kind()))).unwrap_or_default(),
            text(json!(recognised.map(|r| &r.header).cloned().unwrap_or_default())),
            recognised.map(|r| text(json!(TableLook::from(r)))),
            text(json!(recognised.map(|r| &r.sample).cloned().unwrap_or_default())),
            text(json!(recognised.map(|r| &r.suggested))),
            text(json!(looked.notes)),
            refused,
            reason,
            looked.profile.map(|p| p.0),
            looked.profile.map(|p| p.1),
            count(Class::New),
            count(Class::Update),
            count(Class::Unchanged),
            count(Class::Error),
            i64::try_from(warned).unwrap_or(i64::MAX),
            i64::try_from(looked.rows_ok).unwrap_or(i64::MAX),
            looked.shop,
        ],
    )?;
    for row in &looked.rows {
        tx.exec(
            &IMPORT_ROW,
            "insert into import_row (import_id, row_no, class, key, title, warned, problems,
                warnings, changes, cells, picture)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                id,
                row.row_no,
                &row.class,
                &row.key,
                &row.title,
                row.warned,
                plain(&row.problems)?,
                plain(&row.warnings)?,
                plain(&row.changes)?,
                plain(&row.cells)?,
                row.picture.clone(),
            ],
        )?;
    }
    tx.tag("import");
    tx.tag(format!("import:{id}"));
    Ok(())
}

/// Many rows are written: their parts become text without a tree of values between.
fn plain(part: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(part).map_err(Error::internal)
}
