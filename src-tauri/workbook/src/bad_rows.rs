//! 错误行: what an import refused, to be mended and imported again.

use crate::sheet::{Column, Kind, Rows, Rule, Sheet, Tone};
use crate::value::{Cell, Row};

/// A record that an import refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Where it stood in the file, header included, from 1.
    pub number: u64,
    /// Its cells as they were.
    pub cells: Vec<String>,
    /// What is wrong and what was expected.
    pub why: String,
}

/// The refused records under the file's own headings, each with its 原因 and where it stood.
/// Every cell stays the text it was, so the mended file can be imported as it is.
pub fn bad_rows(
    name: impl Into<String>,
    titles: &[String],
    rows: impl IntoIterator<Item = BadRow>,
) -> Sheet<'static> {
    let rows: Vec<BadRow> = rows.into_iter().collect();
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(titles.len());
    let mut columns: Vec<Column> = (0..width)
        .map(|at| {
            let title = titles.get(at).cloned().unwrap_or_else(|| format!("第{}列", at + 1));
            Column::new("", title, Kind::Id)
        })
        .collect();
    columns.push(
        Column::new("why", "原因", Kind::Text).width(48.0).wrap().rule(Rule::Filled(Tone::Bad)),
    );
    columns.push(Column::new("number", "原行号", Kind::Integer));
    let rows = rows
        .into_iter()
        .map(|bad| {
            let mut row: Row = bad.cells.into_iter().map(Cell::from).collect();
            row.resize(width, Cell::Empty);
            row.push(Cell::from(bad.why));
            row.push(Cell::Integer(i64::try_from(bad.number).unwrap_or(i64::MAX)));
            row
        })
        .collect();
    Sheet::new(name, columns, Rows::List(rows))
}
