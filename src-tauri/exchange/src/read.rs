//! From a file to records: which format it is, its rows read, and what was wrong with them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::formats::{self, Format, Kind, recognise_header};
use crate::input::Input;
use crate::map::ColumnMap;
use crate::numbers::{DayOrder, DecimalMark};
use crate::pack::{Document, documents};
use crate::records::{Originals, Records, RowProblem};
use crate::refused::{Refused, RefusedReason};
use crate::sniff::{EncodingGuess, sniff};
use crate::table::{Skipped, Table, TableFacts, TableOptions};

/// Choices about an import; by default everything is found out from the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct ReadOptions {
    /// How to read the table.
    pub table: TableOptions,
    /// Which column is which, for a table of the shop's own making.
    pub map: Option<ColumnMap>,
    /// The currency of a file that names none.
    pub currency: Option<String>,
    /// Which mark stands before the decimals.
    pub decimal: Option<DecimalMark>,
    /// How to read `03/04/2024`.
    pub day_order: DayOrder,
    /// What 今天 in a file means.
    #[schemars(with = "Option<String>")]
    pub today: Option<NaiveDate>,
}

/// What a file turned out to be, before its rows are read.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Recognised {
    /// The file.
    pub file: String,
    /// Its format; without one a column map is needed.
    pub format: Option<Format>,
    /// The table.
    pub facts: TableFacts,
    /// The names of its columns.
    pub header: Vec<String>,
    /// The rows above the header, as texts, from row 1 on.
    pub preamble: Vec<Vec<String>>,
    /// How a text file may be encoded, best first, each with its first lines read that way.
    pub encodings: Vec<EncodingGuess>,
    /// Its first records as texts, with their numbers.
    pub sample: Vec<(u64, Vec<String>)>,
    /// The map that the column names suggest.
    pub suggested: ColumnMap,
    /// For a known report that is neither products nor listings: what it is.
    pub other_report: Option<String>,
}

/// What came out of a file.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct FileResult {
    /// The file.
    pub file: String,
    /// Its format.
    pub format: Format,
    /// Products or listings.
    pub kind: Kind,
    /// How many of its rows went into records.
    pub rows_ok: u64,
    /// Rows that did not, and why: one entry a wrong cell.
    pub rows_bad: Vec<RowProblem>,
    /// Cells of good rows that the person should look at.
    pub rows_warned: Vec<RowProblem>,
    /// Rows that are no records: totals, footers, hidden rows.
    pub skipped: Vec<Skipped>,
    /// How many there are; the list above stops at a thousand.
    pub skipped_count: u64,
    /// Things to say about the whole file.
    pub notes: Vec<String>,
    /// The table.
    pub facts: TableFacts,
    /// The names of its columns.
    pub header: Vec<String>,
    /// The records, each with its row number.
    pub records: Records,
    /// The original cells of the bad rows.
    #[serde(skip)]
    pub originals: Originals,
}

impl FileResult {
    /// How many rows did not become records.
    pub fn bad_row_count(&self) -> usize {
        self.originals.len()
    }

    /// The bad rows as a sheet: the original columns and 原因, ready to be fixed and dropped again.
    pub fn bad_rows_sheet(&self) -> (Vec<String>, Vec<Vec<String>>) {
        let mut reasons: BTreeMap<u64, Vec<String>> = BTreeMap::new();
        for problem in &self.rows_bad {
            let said = if problem.column.is_empty() {
                problem.why.clone()
            } else {
                format!("【{}】{}", problem.column, problem.why)
            };
            reasons.entry(problem.row).or_default().push(said);
        }
        let width = self.originals.values().map(Vec::len).max().unwrap_or(0).max(self.header.len());
        let mut header = self.header.clone();
        header.resize(width, String::new());
        header.push("原因".to_owned());
        let rows = self
            .originals
            .iter()
            .map(|(row, cells)| {
                let mut cells = cells.clone();
                cells.resize(width, String::new());
                cells.push(reasons.get(row).map(|r| r.join("；")).unwrap_or_default());
                cells
            })
            .collect();
        (header, rows)
    }
}

/// Looks at a file: what it is, its first rows, and a map to start from.
pub fn recognise(input: &Input, options: &ReadOptions) -> Result<Vec<Recognised>, Refused> {
    documents(input)?.iter().map(|document| recognise_document(document, options)).collect()
}

/// Looks at one table.
pub fn recognise_document(
    document: &Document,
    options: &ReadOptions,
) -> Result<Recognised, Refused> {
    let mut table = Table::open(&document.input, &table_options(options))?;
    let header = table.header.clone();
    let sample = table.by_ref().take(20).map(|row| (row.number, row.texts())).collect();
    let format = match recognise_header(&header) {
        Some(format) => Some(format),
        None => options
            .map
            .as_ref()
            .map(|map| map.kind)
            .or_else(|| {
                let useful = formats::other_report(&header).is_none()
                    && ColumnMap::suggest(&header).is_useful();
                useful.then_some(Kind::Products)
            })
            .map(Format::of_map),
    };
    Ok(Recognised {
        file: document.name.clone(),
        format,
        preamble: table.preamble,
        encodings: if table.facts.encoding.is_some() {
            sniff(&document.input)?.encodings
        } else {
            Vec::new()
        },
        facts: table.facts,
        suggested: ColumnMap::suggest(&header),
        other_report: if format.is_none() {
            formats::other_report(&header).map(str::to_owned)
        } else {
            None
        },
        header,
        sample,
    })
}

/// Reads a file: its one table, or each table of a zip.
pub fn read(input: &Input, options: &ReadOptions) -> Result<Vec<FileResult>, Refused> {
    documents(input)?.iter().map(|document| read_document(document, options)).collect()
}

/// Reads one table with what came with it.
pub fn read_document(document: &Document, options: &ReadOptions) -> Result<FileResult, Refused> {
    let table = Table::open(&document.input, &table_options(options))?;
    let recognised = recognise_header(&table.header);
    let mut notes = Vec::new();
    if !table.facts.encoding_sure {
        let label = table.facts.encoding.map_or("", crate::sniff::TextEncoding::label);
        notes.push(format!(
            "文件的编码不能完全确定，按 {label} 读取。如有乱码，请换一种编码重新读取"
        ));
    }
    // A map that the person made beats what the header looks like.
    let format = match (&options.map, recognised) {
        (Some(map), _) => Format::of_map(map.kind),
        (None, Some(format)) => format,
        (None, None) => {
            let suggested = ColumnMap::suggest(&table.header);
            if let Some(what) = formats::other_report(&table.header) {
                return Err(Refused::new(
                    RefusedReason::OtherReport,
                    format!(
                        "「{}」是「{what}」，里面没有商品资料，不能当作商品或上架导入。",
                        document.name
                    ),
                ));
            }
            if !suggested.is_useful() {
                return Err(Refused::new(
                    RefusedReason::NeedsMap,
                    format!(
                        "「{}」认不出是哪种表（列名：{}）。请先选择每一列对应什么，再导入。",
                        document.name,
                        table
                            .header
                            .iter()
                            .filter(|n| !n.is_empty())
                            .take(8)
                            .cloned()
                            .collect::<Vec<_>>()
                            .join("、")
                    ),
                ));
            }
            notes.push("按列名猜测了每一列的含义，请在导入前核对列对应".to_owned());
            let options = ReadOptions { map: Some(suggested), ..options.clone() };
            return formats::read_table(document, table, Format::ProductTable, &options, notes);
        }
    };
    formats::read_table(document, table, format, options, notes)
}

fn table_options(options: &ReadOptions) -> TableOptions {
    let mut table = options.table.clone();
    if let Some(map) = &options.map {
        table.names.extend(map.columns.iter().map(|rule| rule.source.clone()));
    }
    table
}
