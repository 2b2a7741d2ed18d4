//! What a record would do to the shop, before anything is done.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use shopdesk_exchange::{ColumnMap, Field as Column, FileResult, Format, RowProblem};

use crate::store::Value;

/// What becomes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// It makes something new.
    New,
    /// It changes something.
    Update,
    /// The shop has it already, just so.
    Unchanged,
    /// It cannot be imported as it is.
    Error,
}

impl Class {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Update => "update",
            Self::Unchanged => "unchanged",
            Self::Error => "error",
        }
    }
}

/// A cell that is wrong, or that the person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Problem {
    /// The record's number in the file, from 1, header included.
    pub row: u64,
    /// The column's name in the file.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What was expected, in Chinese.
    pub why: String,
    /// For something the shop does not know: the nearest it knows.
    #[serde(default)]
    pub nearest: Vec<String>,
}

impl From<RowProblem> for Problem {
    fn from(p: RowProblem) -> Self {
        Self { row: p.row, column: p.column, value: p.value, why: p.why, nearest: Vec::new() }
    }
}

/// What a field was and would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// The field's name.
    pub label: Cow<'static, str>,
    /// What the shop has; empty for something new.
    pub old: String,
    /// What the file says.
    pub new: String,
}

/// A record and what becomes of it.
#[derive(Debug, Clone)]
pub struct PlanRow {
    /// Its first row in the file.
    pub row: u64,
    /// All rows it was read from.
    pub rows: Vec<u64>,
    /// New, update, unchanged or wrong.
    pub class: Class,
    /// Its code or number.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Why it cannot be imported.
    pub problems: Vec<Problem>,
    /// What the person should look at.
    pub warnings: Vec<Problem>,
    /// Field by field.
    pub changes: Vec<Change>,
}

impl PlanRow {
    /// A row with nothing found yet.
    pub fn new(row: u64, key: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            row,
            rows: vec![row],
            class: Class::Unchanged,
            key: key.into(),
            title: title.into(),
            problems: Vec::new(),
            warnings: Vec::new(),
            changes: Vec::new(),
        }
    }

    /// Notes a change of a field.
    pub fn change(
        &mut self,
        label: impl Into<Cow<'static, str>>,
        old: impl Into<String>,
        new: impl Into<String>,
    ) {
        self.changes.push(Change { label: label.into(), old: old.into(), new: new.into() });
    }
}

/// Names of the file's columns by their meaning, for telling where something is wrong.
#[derive(Debug, Default)]
pub struct Columns {
    by_field: BTreeMap<Column, String>,
}

impl Columns {
    /// The columns of a file that was read.
    pub fn of(file: &FileResult, map: Option<&ColumnMap>) -> Self {
        let mut by_field = BTreeMap::new();
        let known: &[(Column, &[&str])] = match file.format {
            Format::TaobaoDataPack => &[
                (Column::Code, &["outer_id"]),
                (Column::Title, &["title"]),
                (Column::Barcode, &["barcode"]),
                (Column::SkuCode, &["skuProps"]),
                (Column::Subtitle, &["subtitle"]),
                (Column::PlatformItemId, &["num_id"]),
                (Column::Price, &["price"]),
            ],
            Format::ProductTable | Format::ListingTable => &[],
            _ => &[
                (Column::SkuCode, &["seller-sku", "sku", "CustomLabel", "Custom label (SKU)"]),
                (Column::PlatformItemId, &["listing-id", "ItemID", "Item number"]),
                (Column::Title, &["item-name", "*Title", "Title"]),
                (Column::Price, &["price", "*StartPrice", "Start price"]),
                (Column::Stock, &["quantity", "*Quantity", "Quantity"]),
            ],
        };
        for (field, names) in known {
            if let Some(name) = names.iter().find(|n| file.header.iter().any(|h| h == **n)) {
                by_field.insert(*field, (*name).to_owned());
            }
        }
        let suggested = ColumnMap::suggest(&file.header);
        if matches!(file.format, Format::ProductTable | Format::ListingTable) {
            for rule in &map.unwrap_or(&suggested).columns {
                by_field.entry(rule.field).or_insert_with(|| rule.source.clone());
            }
        }
        Self { by_field }
    }

    /// The column's name in the file, or the field's own name where the file has none.
    pub fn name(&self, field: Column) -> String {
        self.by_field.get(&field).cloned().unwrap_or_else(|| field.label().to_owned())
    }

    /// Something wrong in that column.
    pub fn problem(
        &self,
        row: u64,
        field: Column,
        value: impl Into<String>,
        why: impl Into<String>,
    ) -> Problem {
        Problem {
            row,
            column: self.name(field),
            value: value.into(),
            why: why.into(),
            nearest: Vec::new(),
        }
    }
}

/// Columns to set, by name.
pub type Set = Vec<(&'static str, Value)>;
