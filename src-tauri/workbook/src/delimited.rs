//! One sheet as CSV.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use chrono_tz::Tz;

use crate::digest::Digest;
use crate::error::Error;
use crate::sheet::{Kind, Sheet};
use crate::text::plain;
use crate::value::{Cell, Row, looks_like_formula};
use crate::write::{Options, Phase, Progress, Watch, Written, beside, drive};

/// Who will read the CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvFor {
    /// A person, in Excel or WPS: long ids get a tab before them (as the selling platforms do), so
    /// that they stay digits; text that begins like a formula gets an apostrophe.
    Excel,
    /// A program: every value as it is.
    Program,
}

/// Writes one sheet as CSV: UTF-8 with a byte order mark, CRLF, whole or not at all. The fingerprint
/// is the one that a workbook of this sheet would have.
pub fn write_csv(
    mut sheet: Sheet<'_>,
    zone: Tz,
    reader: CsvFor,
    path: &Path,
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Written, Error> {
    let disk = |cause: io::Error| Error::Disk { path: path.to_owned(), cause };
    let temporary = beside(path).map_err(disk)?;
    let mut file = BufWriter::with_capacity(256 * 1024, temporary);
    file.write_all(b"\xEF\xBB\xBF").map_err(disk)?;
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
    let as_disk = |error: csv::Error| Error::Disk {
        path: path.to_owned(),
        cause: match error.into_kind() {
            csv::ErrorKind::Io(cause) => cause,
            other => io::Error::other(format!("{other:?}")),
        },
    };
    out.write_record(sheet.columns.iter().map(|column| column.title.as_str())).map_err(as_disk)?;

    let rows = std::mem::replace(&mut sheet.rows, crate::sheet::Rows::List(Vec::new()));
    let columns = &sheet.columns;
    let mut written = 0_u64;
    let mut digest = Digest::new();
    digest.sheet(&sheet.name, columns);
    drive(&sheet.name, rows, &mut |row: &mut Row| {
        if row.len() != columns.len() {
            return Err(Error::Shape {
                sheet: sheet.name.clone(),
                row: written + 1,
                got: row.len(),
                want: columns.len(),
            });
        }
        digest.row(row);
        for (cell, column) in row.drain(..).zip(columns) {
            let value = plain(&cell, column.kind, zone);
            let guarded = match reader {
                CsvFor::Excel => guard(value, &cell, column.kind),
                CsvFor::Program => value,
            };
            out.write_field(guarded).map_err(as_disk)?;
        }
        out.write_record(None::<&[u8]>).map_err(as_disk)?;
        written += 1;
        if written.is_multiple_of(u64::from(options.progress_every.max(1))) {
            let progress = Progress { phase: Phase::Rows, sheet: &sheet.name, rows: written };
            if watch(progress).is_break() {
                return Err(Error::Cancelled);
            }
        }
        Ok(())
    })?;

    let file = out.into_inner().map_err(|error| disk(io::Error::other(error.to_string())))?;
    let temporary = file.into_inner().map_err(|error| disk(error.into_error()))?;
    temporary.as_file().sync_all().map_err(disk)?;
    temporary.persist(path).map_err(|error| disk(error.error))?;
    sync_folder(path);
    Ok(Written {
        sheets: vec![sheet.name],
        rows: written,
        digest: digest.finish(),
        pictures_left_out: 0,
    })
}

/// What Excel would spoil when it opens the CSV.
fn guard(value: String, cell: &Cell, kind: Kind) -> String {
    let words = matches!(cell, Cell::Text(_) | Cell::Image(_) | Cell::Link(_))
        || (matches!(cell, Cell::Integer(_)) && kind == Kind::Id);
    if !words {
        return value;
    }
    let digits = !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
    if digits && (value.len() > 11 || value.starts_with('0')) && kind == Kind::Id {
        format!("\t{value}")
    } else if looks_like_formula(&value) {
        format!("'{value}")
    } else {
        value
    }
}

/// The new name is on disk too; where folders cannot be synced, the file itself already is.
pub(crate) fn sync_folder(path: &Path) {
    if let Some(folder) = path.parent() {
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}
