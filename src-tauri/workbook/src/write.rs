//! Writes a workbook to disk: one pass over the rows, in constant memory.

use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use rust_xlsxwriter as xl;
use rust_xlsxwriter::XlsxError;
use tempfile::NamedTempFile;

use crate::chart::Place;
use crate::cover;
use crate::delimited::sync_folder;
use crate::digest::Digest;
use crate::error::{Error, SourceError};
use crate::gallery;
use crate::names::SheetNames;
use crate::paper::page;
use crate::rules::{LISTS, write_lists};
use crate::sheet::Rows;
use crate::sheet_writer::{Shared, Writer};
use crate::style;
use crate::value::Row;
use crate::workbook::Workbook;

/// How to write; the defaults are right for Excel.
#[derive(Debug, Clone)]
pub struct Options {
    /// Rows on one Excel sheet, head and totals included; longer sheets are split.
    pub rows_per_sheet: u32,
    /// After how many rows progress is reported and cancelling is looked at.
    pub progress_every: u32,
}

impl Default for Options {
    fn default() -> Options {
        Options { rows_per_sheet: EXCEL_ROWS, progress_every: 2_000 }
    }
}

pub(crate) const EXCEL_ROWS: u32 = 1_048_576;
/// From so many rows on packing is what takes the time: a quicker level, for a file a little larger.
const LONG: u64 = 20_000;
const QUICK: u8 = 4;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Rows are being written.
    Rows,
    /// The file is being packed.
    Saving,
}

/// How far it is.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'p> {
    /// What is being done.
    pub phase: Phase,
    /// The sheet being written, or empty while packing.
    pub sheet: &'p str,
    /// Rows of the whole workbook so far.
    pub rows: u64,
}

/// Hears how far the work is, and stops it by answering `Break`.
pub type Watch<'w> = dyn FnMut(Progress<'_>) -> ControlFlow<()> + Send + 'w;

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The sheets' names as they stand in the file, cover and charts included.
    pub sheets: Vec<String>,
    /// Data rows of all sheets.
    pub rows: u64,
    /// SHA-256 of the data, as the cover says it.
    pub digest: String,
    /// Pictures that were replaced by their words because the file would have grown too big or
    /// the bytes are no picture.
    pub pictures_left_out: u64,
}

/// Writes the workbook to `path`, whole or not at all. `watch` hears how far it is and stops the
/// work by answering `Break`.
pub fn write(workbook: Workbook<'_>, path: &Path, watch: &mut Watch<'_>) -> Result<Written, Error> {
    write_with(workbook, path, &Options::default(), watch)
}

/// [`write()`], with other limits.
pub fn write_with(
    workbook: Workbook<'_>,
    path: &Path,
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Written, Error> {
    // The spreadsheet library panics when its temporary file cannot be written (a full disk).
    let mut in_source = false;
    let made = panic::catch_unwind(AssertUnwindSafe(|| {
        compose(workbook, path, options, watch, &mut in_source)
    }));
    match made {
        Ok(made) => made,
        Err(cause) if in_source => panic::resume_unwind(cause),
        Err(_) => Err(Error::Disk {
            path: path.to_owned(),
            cause: io::Error::other("临时文件写入失败，磁盘可能已满"),
        }),
    }
}

fn compose(
    workbook: Workbook<'_>,
    path: &Path,
    options: &Options,
    watch: &mut Watch<'_>,
    in_source: &mut bool,
) -> Result<Written, Error> {
    let disk = |cause: io::Error| Error::Disk { path: path.to_owned(), cause };
    let temporary = beside(path).map_err(disk)?;
    let excel = |sheet: &str, error: XlsxError| refused(path, sheet, error);

    let mut book = xl::Workbook::new();
    let begun = (|| {
        book.set_default_format(&style::base(), 20, 64)?;
        // Beside the target: the same disk, and never a memory file system.
        book.set_tempdir(folder_of(path))?;
        Ok(())
    })();
    begun.map_err(|error| excel("封面与口径", error))?;

    let mut names = SheetNames::new();
    // Taken first, because rules refer to it by this name.
    let lists_name = names.take(LISTS);
    let mut digest = Digest::new();
    let mut sheets = Vec::new();
    if workbook.cover.is_some() {
        let name = names.take("封面与口径");
        book.add_worksheet().set_name(&name).map_err(|error| excel(&name, error))?;
        sheets.push(name);
    }
    let wants_gallery = workbook
        .sheets
        .iter()
        .any(|sheet| sheet.charts.iter().any(|chart| chart.place == Place::Gallery));
    let gallery_at = sheets.len();
    if wants_gallery {
        let name = names.take("图表");
        book.add_worksheet().set_name(&name).map_err(|error| excel(&name, error))?;
        sheets.push(name);
    }

    let mut shared = Shared {
        book: &mut book,
        names: &mut names,
        digest: &mut digest,
        watch,
        in_source,
        options,
        path,
        zone: workbook.zone,
        title: workbook.cover.as_ref().map(|cover| cover.title.clone()).unwrap_or_default(),
        shop: workbook.cover.as_ref().map(|cover| cover.shop.clone()).unwrap_or_default(),
        rows: 0,
        picture_bytes: 0,
        pictures_left_out: 0,
        lists: Vec::new(),
        gallery: Vec::new(),
    };
    let mut listed = Vec::new();
    for sheet in workbook.sheets {
        shared.digest.sheet(&sheet.name, &sheet.columns);
        listed.extend(Writer::write(sheet, &mut shared)?);
    }
    let Shared { rows, pictures_left_out, lists, gallery: hung, title, shop, .. } = shared;
    sheets.extend(listed.iter().map(|sheet| sheet.name.clone()));

    if wants_gallery {
        let sheet = book.worksheet_from_index(gallery_at).map_err(|error| excel("图表", error))?;
        gallery::hang(sheet, &hung, &title, &shop).map_err(|error| excel("图表", error))?;
    }
    if !lists.is_empty() {
        write_lists(&mut book, &lists_name, &lists).map_err(|error| excel(LISTS, error))?;
    }
    let digest = digest.finish();
    if let Some(cover) = &workbook.cover {
        let finished = (|| {
            let sheet = book.worksheet_from_index(0)?;
            cover::write(sheet, cover, workbook.zone, &listed, &digest)?;
            page(sheet, &cover.title, &cover.shop, true, None)?;
            sheet.set_active(true);
            book.set_properties(&properties(cover)?);
            Ok(())
        })();
        finished.map_err(|error| excel("封面与口径", error))?;
    }

    // Sheet text of more than 4 GB needs the larger zip records; smaller files stay plain.
    book.use_zip_large_file(rows > 2_000_000);
    if rows > LONG {
        book.set_zip_compression_level(QUICK);
    }
    let mut file = Watched {
        file: BufWriter::with_capacity(256 * 1024, temporary),
        watch,
        rows,
        since: 0,
        stopped: false,
    };
    let saved = book.save_to_writer(&mut file);
    if file.stopped {
        return Err(Error::Cancelled);
    }
    saved.map_err(|error| excel("", error))?;
    let temporary = file.file.into_inner().map_err(|error| disk(error.into_error()))?;
    temporary.as_file().sync_all().map_err(disk)?;
    temporary.persist(path).map_err(|error| disk(error.error))?;
    sync_folder(path);
    Ok(Written { sheets, rows, digest, pictures_left_out })
}

/// A temporary file in the target's folder, removed unless it is kept.
pub(crate) fn beside(path: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(".shopdesk-").suffix(".part").tempfile_in(folder_of(path))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The library's refusals in our words.
pub(crate) fn refused(path: &Path, sheet: &str, error: XlsxError) -> Error {
    match error {
        XlsxError::IoError(cause) | XlsxError::TempFileError(_, cause) => {
            Error::Disk { path: path.to_owned(), cause }
        }
        other => Error::Sheet { sheet: sheet.to_owned(), why: other.to_string() },
    }
}

fn properties(cover: &cover::Cover) -> Result<xl::DocProperties, XlsxError> {
    Ok(xl::DocProperties::new()
        .set_title(&cover.title)
        .set_author(&cover.author)
        .set_company(&cover.shop)
        .set_subject(&cover.period)
        .set_comment(&cover.document)
        .set_creation_datetime(&xl::ExcelDateTime::from_timestamp(
            cover.generated_at.div_euclid(1000),
        )?))
}

/// A file that looks, now and then, whether the work is still wanted.
struct Watched<'w, 't> {
    file: BufWriter<NamedTempFile>,
    watch: &'w mut Watch<'t>,
    rows: u64,
    since: usize,
    stopped: bool,
}

impl Write for Watched<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        const LOOK: usize = 256 * 1024;
        self.since += bytes.len();
        if self.since >= LOOK {
            self.since = 0;
            let progress = Progress { phase: Phase::Saving, sheet: "", rows: self.rows };
            if (self.watch)(progress).is_break() {
                self.stopped = true;
                return Err(io::Error::other("cancelled"));
            }
        }
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Hands every row of the source to the taker; the taker's own refusal comes back as it was.
pub(crate) fn drive(
    sheet: &str,
    rows: Rows<'_>,
    take: &mut dyn FnMut(&mut Row) -> Result<(), Error>,
) -> Result<(), Error> {
    let failed = |cause| Error::Source { sheet: sheet.to_owned(), cause };
    match rows {
        Rows::List(rows) => {
            for mut row in rows {
                take(&mut row)?;
            }
            Ok(())
        }
        Rows::Pull(mut next) => {
            let mut row = Row::new();
            while next(&mut row).map_err(failed)? {
                take(&mut row)?;
                row.clear();
            }
            Ok(())
        }
        Rows::Push(all) => {
            let mut refusal = None;
            let pushed = all(&mut |row: &mut Row| {
                if refusal.is_some() {
                    return Err(SourceError::from(Stopped));
                }
                take(row).map_err(|error| {
                    refusal = Some(error);
                    SourceError::from(Stopped)
                })
            });
            match refusal {
                Some(error) => Err(error),
                None => pushed.map_err(failed),
            }
        }
    }
}

/// Tells a pushing source that no more rows are wanted.
#[derive(Debug, thiserror::Error)]
#[error("writing has stopped")]
struct Stopped;
