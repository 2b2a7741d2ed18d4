//! Writes a workbook to disk: one pass over the rows, in constant memory.

use std::collections::HashMap;
use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use rust_xlsxwriter as xl;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use tempfile::NamedTempFile;

use crate::chart::{Chart, Place};
use crate::cover::{self, Listed};
use crate::currency::Currency;
use crate::delimited::sync_folder;
use crate::digest::Digest;
use crate::error::{Error, SourceError};
use crate::gallery;
use crate::names::SheetNames;
use crate::sheet::{Allow, Column, Compare, Kind, Rows, Rule, Sheet, Total};
use crate::style;
use crate::text::{local, shown};
use crate::totals::{self, Span, Tally, Under};
use crate::value::{
    Cell, DASH, MASK, Picture, Row, clean, display_width, looks_like_formula, yes_no,
};
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

const EXCEL_ROWS: u32 = 1_048_576;
const EXCEL_COLUMNS: usize = 16_384;
/// Excel refuses more links on one sheet.
const MOST_LINKS: u32 = 65_000;
/// Pictures are held in memory until the file is closed.
const MOST_PICTURE_BYTES: usize = 48 * 1024 * 1024;
/// Up to so many cells a listed sheet is written in memory, which lets charts carry their values.
const SMALL: usize = 60_000;
/// Rows that are looked at for the width of a column.
const WIDTH_ROWS: u32 = 300;

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
    /// BLAKE3 of the data, as the cover says it.
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
        hang(sheet, &hung, &title, &shop).map_err(|error| excel("图表", error))?;
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
fn refused(path: &Path, sheet: &str, error: XlsxError) -> Error {
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

/// A4, the head on every page, page numbers.
fn page(
    sheet: &mut Worksheet,
    title: &str,
    shop: &str,
    landscape: bool,
    head: Option<u32>,
) -> Result<(), XlsxError> {
    if landscape {
        sheet.set_landscape();
    } else {
        sheet.set_portrait();
    }
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.55, 0.6, 0.3, 0.3);
    let short = |text: &str| text.chars().take(40).collect::<String>().replace('&', "&&");
    sheet.set_footer(format!("&L&9{} {}&C&9第 &P 页，共 &N 页&R&9&A", short(shop), short(title)));
    if let Some(row) = head {
        sheet.set_repeat_rows(row, row)?;
    }
    Ok(())
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

/// What all sheets share while the workbook is written.
struct Shared<'s, 'w> {
    book: &'s mut xl::Workbook,
    names: &'s mut SheetNames,
    digest: &'s mut Digest,
    watch: &'s mut Watch<'w>,
    in_source: &'s mut bool,
    options: &'s Options,
    path: &'s Path,
    zone: Tz,
    title: String,
    shop: String,
    rows: u64,
    picture_bytes: usize,
    pictures_left_out: u64,
    /// Drop-down lists too long for the cell's own rule; they stand on a hidden sheet.
    lists: Vec<Vec<String>>,
    gallery: Vec<xl::Chart>,
}

/// A column as the inner loop needs it: everything decided beforehand.
struct Style {
    kind: Kind,
    format: Format,
    /// For text that begins like a formula: the cell keeps it as text even when edited.
    quoted: Option<Format>,
    link: Format,
    scale: f64,
    counted: bool,
}

/// One Excel sheet's worth of rows.
struct Part {
    index: usize,
    name: String,
    rows: u32,
}

struct Writer<'p, 's, 'w> {
    sheet: &'p Sheet<'p>,
    shared: &'p mut Shared<'s, 'w>,
    styles: Vec<Style>,
    foreign: HashMap<Currency, Format>,
    constant: bool,
    /// Data rows that fit on one Excel sheet.
    room: u32,
    index: usize,
    parts: Vec<Part>,
    rows: u32,
    seen: u64,
    links: u32,
    widths: Vec<usize>,
    tallies: Vec<Tally>,
    all: Vec<Tally>,
    clock: Clock,
}

const LISTS: &str = "选项";
const WIDEST: f64 = 60.0;
const NARROWEST: f64 = 7.0;
const HEAD_HEIGHT: f64 = 24.0;

impl<'p, 's, 'w> Writer<'p, 's, 'w> {
    /// Writes one sheet, over as many Excel sheets as it takes.
    fn write(mut sheet: Sheet<'_>, shared: &mut Shared<'s, 'w>) -> Result<Vec<Listed>, Error> {
        check(&sheet)?;
        let rows = std::mem::replace(&mut sheet.rows, Rows::List(Vec::new()));
        let constant = match &rows {
            Rows::List(rows) => rows.len().saturating_mul(sheet.columns.len()) > SMALL,
            Rows::Pull(_) | Rows::Push(_) => true,
        };
        let columns = sheet.columns.len();
        // Head, two rows of totals, an empty one and the notes.
        let around = 3 + u32::try_from(sheet.notes.len()).unwrap_or(u32::MAX).saturating_add(2);
        let room = shared.options.rows_per_sheet.min(EXCEL_ROWS).saturating_sub(around).max(1);
        let styles = (0..columns).map(|at| prepare(&sheet.columns, at)).collect();
        let mut writer = Writer {
            sheet: &sheet,
            shared,
            styles,
            foreign: HashMap::new(),
            constant,
            room,
            index: 0,
            parts: Vec::new(),
            rows: 0,
            seen: 0,
            links: 0,
            widths: vec![0; columns],
            tallies: vec![Tally::default(); columns],
            all: vec![Tally::default(); columns],
            clock: Clock::default(),
        };
        writer.begin()?;
        *writer.shared.in_source = true;
        drive(&sheet.name, rows, &mut |row| {
            *writer.shared.in_source = false;
            let taken = writer.row(row);
            *writer.shared.in_source = true;
            taken
        })?;
        *writer.shared.in_source = false;
        writer.end(true)?;
        let split = writer.parts.len() > 1;
        let total = writer.parts.len();
        Ok((1..)
            .zip(writer.parts)
            .map(|(number, part)| Listed {
                name: part.name,
                rows: u64::from(part.rows),
                remark: if split {
                    format!("{}（第 {number} 部分，共 {total} 部分）", sheet.name)
                } else {
                    sheet.notes.first().cloned().unwrap_or_default()
                },
            })
            .collect())
    }

    fn excel(&self, error: XlsxError) -> Error {
        refused(self.shared.path, &self.sheet.name, error)
    }

    /// Starts an Excel sheet: its head, and how it will be looked at and printed.
    fn begin(&mut self) -> Result<(), Error> {
        let name = self.shared.names.take(&self.sheet.name);
        let made = self.try_begin(&name);
        made.map_err(|error| self.excel(error))?;
        self.parts.push(Part { index: self.index, name, rows: 0 });
        self.rows = 0;
        self.links = 0;
        Ok(())
    }

    fn try_begin(&mut self, name: &str) -> Result<(), XlsxError> {
        self.index = self.shared.book.worksheets().len();
        let sheet = if self.constant {
            self.shared.book.add_worksheet_with_constant_memory()?
        } else {
            self.shared.book.add_worksheet()
        };
        sheet.set_name(name)?;
        let pictures = self.sheet.has_pictures();
        if let Some(height) = self.sheet.row_height.or(pictures.then_some(54.0)) {
            sheet.set_default_row_height(height);
        }
        let mut head_lines = 1.0_f64;
        for (at, column) in (0_u16..).zip(&self.sheet.columns) {
            let style = &self.styles[usize::from(at)];
            sheet.set_column_format(at, &style.format)?;
            let fixed = column.width.or((column.kind == Kind::Image).then_some(11.0));
            if let Some(width) = fixed {
                sheet.set_column_width(at, width)?;
            }
            let most = fixed.unwrap_or(HEAD_WIDEST);
            head_lines = head_lines.max((display_width(&column.title) as f64 + 2.0) / most);
            sheet.write_string_with_format(0, at, &column.title, &style::head(column.kind))?;
            if let Some(definition) = &column.definition {
                let lines = display_width(definition) / 34 + 2;
                let note = xl::Note::new(definition)
                    .add_author_prefix(false)
                    .set_width(260)
                    .set_height(u32::try_from(lines * 20).unwrap_or(200).min(400));
                sheet.insert_note(0, at, &note)?;
            }
        }
        let lines = head_lines.ceil().clamp(1.0, 4.0);
        sheet.set_row_height(0, HEAD_HEIGHT + (lines - 1.0) * 15.0)?;
        sheet.set_freeze_panes(1, self.sheet.freeze_columns)?;
        sheet.set_print_gridlines(true);
        page(sheet, &self.shared.title, &self.shared.shop, self.sheet.landscape, Some(0))
    }

    /// Takes one row.
    fn row(&mut self, row: &mut Row) -> Result<(), Error> {
        if row.len() != self.styles.len() {
            return Err(Error::Shape {
                sheet: self.sheet.name.clone(),
                row: self.seen + 1,
                got: row.len(),
                want: self.styles.len(),
            });
        }
        if self.rows == self.room {
            self.end(false)?;
            self.begin()?;
        }
        self.shared.digest.row(row);
        if self.rows < WIDTH_ROWS {
            self.measure(row);
        }
        let written = self.cells(row);
        written.map_err(|error| self.excel(error))?;
        row.clear();
        self.rows += 1;
        self.seen += 1;
        self.shared.rows += 1;
        if self.shared.rows.is_multiple_of(u64::from(self.shared.options.progress_every.max(1))) {
            let progress =
                Progress { phase: Phase::Rows, sheet: &self.sheet.name, rows: self.shared.rows };
            if (self.shared.watch)(progress).is_break() {
                return Err(Error::Cancelled);
            }
        }
        Ok(())
    }

    fn measure(&mut self, row: &[Cell]) {
        for (at, cell) in row.iter().enumerate() {
            if self.sheet.columns[at].width.is_none() {
                let width = display_width(&shown(cell, self.styles[at].kind, self.shared.zone));
                self.widths[at] = self.widths[at].max(width);
            }
        }
    }

    /// The inner loop. Cells without a format of their own take their column's, which costs
    /// nothing; only the odd ones carry one.
    fn cells(&mut self, row: &mut Row) -> Result<(), XlsxError> {
        let line = self.rows + 1;
        let sheet = self.shared.book.worksheet_from_index(self.index)?;
        for ((at, cell), style) in (0_u16..).zip(row.drain(..)).zip(&self.styles) {
            if style.counted {
                self.tallies[usize::from(at)].add(&cell, style.kind);
            }
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    let text = clean(text);
                    match &style.quoted {
                        Some(format) if looks_like_formula(&text) => {
                            sheet.write_string_with_format(line, at, text, format)?;
                        }
                        _ => {
                            sheet.write_string(line, at, text)?;
                        }
                    }
                }
                Cell::Integer(n) => match style.kind {
                    Kind::Id | Kind::Text => {
                        sheet.write_string(line, at, n.to_string())?;
                    }
                    // Beyond 2^53 a number cell would lose digits.
                    _ if n.unsigned_abs() > 1 << 53 => {
                        sheet.write_string(line, at, n.to_string())?;
                    }
                    _ => {
                        sheet.write_number(line, at, n as f64)?;
                    }
                },
                Cell::Number(n) if n.is_finite() => {
                    sheet.write_number(line, at, n)?;
                }
                Cell::Number(_) | Cell::Dash => {
                    sheet.write_string(line, at, DASH)?;
                }
                Cell::Masked => {
                    sheet.write_string(line, at, MASK)?;
                }
                Cell::Money(minor) => {
                    sheet.write_number(line, at, minor as f64 / style.scale)?;
                }
                Cell::MoneyIn(minor, currency) => {
                    let amount = minor as f64 / currency.scale() as f64;
                    if style.kind == (Kind::Money { currency }) {
                        sheet.write_number(line, at, amount)?;
                    } else {
                        let format = self.foreign.entry(currency).or_insert_with(|| {
                            style::column(&Column::new("", "", Kind::Money { currency }))
                        });
                        sheet.write_number_with_format(line, at, amount, format)?;
                    }
                }
                Cell::Day(day) => match day_serial(day) {
                    Some(serial) if style.kind == Kind::Day => {
                        sheet.write_number(line, at, serial)?;
                    }
                    _ => {
                        sheet.write_string(line, at, day.to_string())?;
                    }
                },
                Cell::Instant(utc) => match self.clock.serial(utc, self.shared.zone) {
                    Some(serial) if style.kind == Kind::Instant => {
                        sheet.write_number(line, at, serial)?;
                    }
                    _ => {
                        sheet.write_string(
                            line,
                            at,
                            crate::text::instant(utc, self.shared.zone),
                        )?;
                    }
                },
                Cell::Bool(yes) => {
                    sheet.write_string(line, at, yes_no(yes))?;
                }
                Cell::Image(picture) => {
                    let room = MOST_PICTURE_BYTES.saturating_sub(self.shared.picture_bytes);
                    if picture.bytes.len() <= room && show(sheet, line, at, &picture)? {
                        self.shared.picture_bytes += picture.bytes.len();
                    } else {
                        self.shared.pictures_left_out += 1;
                        sheet.write_string(line, at, clean(picture.alt.into()))?;
                    }
                }
                Cell::Link(link) => {
                    let (url, words) = *link;
                    let words = clean(words.into()).into_owned();
                    if self.links < MOST_LINKS && can_be_clicked(&url) {
                        sheet.write_url_with_options(
                            line,
                            at,
                            url.as_str(),
                            words,
                            "",
                            Some(&style.link),
                        )?;
                        self.links += 1;
                    } else {
                        sheet.write_string(line, at, words)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Finishes an Excel sheet: totals, filter, colours, rules, charts, widths.
    fn end(&mut self, last: bool) -> Result<(), Error> {
        if let Some(part) = self.parts.last_mut() {
            part.rows = self.rows;
        }
        for (all, part) in self.all.iter_mut().zip(&self.tallies) {
            all.merge(part);
        }
        let finished = self.try_end(last);
        finished.map_err(|error| self.excel(error))?;
        self.tallies.fill(Tally::default());
        if last {
            self.charts()?;
        }
        Ok(())
    }

    fn try_end(&mut self, last: bool) -> Result<(), XlsxError> {
        let columns = &self.sheet.columns;
        let split = self.parts.len() > 1;
        let zone = self.shared.zone;
        let rows = self.rows;
        let right = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let mut next = rows + 1;
        let mut under_rows: Vec<(&str, Vec<Under>)> = Vec::new();
        if self.sheet.has_totals() && rows > 0 {
            let spans = [Span { sheet: None, first: 2, last: rows + 1 }];
            let label = if split { "本表合计" } else { "合计" };
            let totals = (0..columns.len())
                .map(|at| totals::under(columns, &self.tallies, at, &spans))
                .collect();
            under_rows.push((label, totals));
            if split && last {
                let spans: Vec<Span> = self
                    .parts
                    .iter()
                    .map(|part| Span {
                        sheet: Some(part.name.clone()),
                        first: 2,
                        last: part.rows + 1,
                    })
                    .collect();
                let totals = (0..columns.len())
                    .map(|at| totals::under(columns, &self.all, at, &spans))
                    .collect();
                under_rows.push(("全部合计", totals));
            }
        }
        let label_at = columns.iter().position(|column| column.total == Total::None);
        let sheet = self.shared.book.worksheet_from_index(self.index)?;
        for (label, under) in under_rows {
            sheet.set_row_height(next, 21)?;
            for ((at, under), style) in (0_u16..).zip(under).zip(&self.styles) {
                let here = usize::from(at);
                let format = total_format(&columns[here], style);
                let shown_width = match under {
                    Under::Nothing if Some(here) == label_at => {
                        let format = format.set_align(xl::FormatAlign::Left);
                        sheet.write_string_with_format(next, at, label, &format)?;
                        display_width(label)
                    }
                    Under::Nothing => {
                        sheet.write_blank(next, at, &format)?;
                        0
                    }
                    Under::Words(words) => {
                        sheet.write_string_with_format(next, at, words, &format)?;
                        display_width(words)
                    }
                    Under::Formula { formula, result } => {
                        let width = result.parse().map_or(1, |figure: f64| {
                            display_width(&shown(
                                &Cell::Number(figure),
                                Kind::Number { decimals: 2 },
                                zone,
                            ))
                        });
                        let formula = xl::Formula::new(formula).set_result(result);
                        sheet.write_formula_with_format(next, at, formula, &format)?;
                        width + 1
                    }
                };
                self.widths[here] = self.widths[here].max(shown_width);
            }
            next += 1;
        }

        if self.sheet.filter && (rows > 0 || self.sheet.template_rows > 0) {
            let down = rows.max(self.sheet.template_rows);
            sheet.autofilter(0, 0, down, right)?;
        }
        let down = rows.max(self.sheet.template_rows);
        if down > 0 {
            for (at, column) in (0_u16..).zip(columns) {
                for rule in &column.rules {
                    colour(sheet, rule, at, down)?;
                }
                if let Some(allow) = &column.allow {
                    restrict(sheet, allow, column, at, down, &mut self.shared.lists)?;
                }
            }
        }
        for ((at, column), widest) in (0_u16..).zip(columns).zip(&self.widths) {
            if column.width.is_none() && column.kind != Kind::Image {
                // Room for the filter's button beside the title.
                let title = (display_width(&column.title) as f64 + 3.0).min(HEAD_WIDEST);
                let data = *widest as f64 * 1.05 + 2.0;
                sheet.set_column_width(at, title.max(data).clamp(NARROWEST, WIDEST))?;
            }
        }
        if last {
            let note = style::note();
            let empty = "所选范围没有数据。".to_owned();
            let none = (self.seen == 0 && self.sheet.template_rows == 0).then_some(&empty);
            let mut line = next.max(down + 1) + 1;
            for words in none.into_iter().chain(&self.sheet.notes) {
                sheet.write_string_with_format(line, 0, words, &note)?;
                line += 1;
            }
        }
        Ok(())
    }

    /// Draws the charts from the first part's cells.
    fn charts(&mut self) -> Result<(), Error> {
        let Some(first) = self.parts.first() else { return Ok(()) };
        let rows = first.rows;
        if rows == 0 {
            return Ok(());
        }
        let name = first.name.clone();
        let index = first.index;
        let columns = &self.sheet.columns;
        let source = gallery::Source { sheet: &name, columns, first: 1, last: rows };
        let beside = u16::try_from(columns.len() + 1).unwrap_or(u16::MAX);
        let (mut right, mut below) =
            (1, rows + 5 + u32::try_from(self.sheet.notes.len()).unwrap_or(0));
        for chart in &self.sheet.charts {
            let drawn = draw(chart, &source, &self.sheet.name)?;
            let hung = match chart.place {
                Place::Gallery => {
                    self.shared.gallery.push(drawn);
                    continue;
                }
                Place::Beside => {
                    let at = (right, beside);
                    right += 18;
                    at
                }
                Place::Below => {
                    let at = (below, 0);
                    below += 18;
                    at
                }
            };
            let inserted = (|| {
                let sheet = self.shared.book.worksheet_from_index(index)?;
                sheet.insert_chart(hung.0, hung.1, &drawn)?;
                Ok(())
            })();
            inserted.map_err(|error| self.excel(error))?;
        }
        Ok(())
    }
}

const HEAD_WIDEST: f64 = 26.0;

fn draw(chart: &Chart, source: &gallery::Source<'_>, sheet: &str) -> Result<xl::Chart, Error> {
    gallery::draw(chart, source)
        .map_err(|key| Error::UnknownColumn { sheet: sheet.to_owned(), key })
}

/// What can be known to be wrong before a row is read.
fn check(sheet: &Sheet<'_>) -> Result<(), Error> {
    let refuse = |why: &str| Err(Error::Sheet { sheet: sheet.name.clone(), why: why.to_owned() });
    if sheet.columns.is_empty() {
        return refuse("没有任何列");
    }
    if sheet.columns.len() > EXCEL_COLUMNS {
        return refuse("列数超过 16384");
    }
    let ratios = sheet.columns.iter().flat_map(|column| match column.total {
        Total::Ratio { part, whole } => vec![part, whole],
        _ => Vec::new(),
    });
    let drawn = sheet.charts.iter().flat_map(|chart| {
        std::iter::once(chart.categories).chain(chart.series.iter().map(|series| series.column))
    });
    for key in ratios.chain(drawn) {
        if sheet.position(key).is_none() {
            return Err(Error::UnknownColumn { sheet: sheet.name.clone(), key: key.to_owned() });
        }
    }
    Ok(())
}

fn prepare(columns: &[Column], at: usize) -> Style {
    let column = &columns[at];
    let format = style::column(column);
    let scale = match column.kind {
        Kind::Money { currency } => currency.scale() as f64,
        _ => 1.0,
    };
    let quoted = (column.kind != Kind::Id).then(|| format.clone().set_quote_prefix());
    Style {
        kind: column.kind,
        format,
        quoted,
        link: style::link(),
        scale,
        counted: totals::is_counted(columns, at),
    }
}

fn total_format(column: &Column, style: &Style) -> Format {
    let format = match column.total {
        Total::Count => style.format.clone().set_num_format("#,##0"),
        _ => style.format.clone(),
    };
    style::total(format)
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

/// Days since Excel's first; `None` for days that Excel does not know or counts wrongly.
fn day_serial(day: NaiveDate) -> Option<f64> {
    const EPOCH: i32 = 693_594; // 1899-12-30
    let days = day.num_days_from_ce() - EPOCH;
    (61..=2_958_465).contains(&days).then(|| f64::from(days))
}

/// Turns points in time into Excel's numbers; remembers the zone's offset for the current hour.
#[derive(Default)]
struct Clock {
    hour: Option<(i64, i64)>,
}

const HOUR: i64 = 3_600_000;

impl Clock {
    fn serial(&mut self, utc: i64, zone: Tz) -> Option<f64> {
        let hour = utc.div_euclid(HOUR);
        let offset = match self.hour {
            Some((known, offset)) if known == hour => offset,
            _ => {
                let start = offset(hour * HOUR, zone)?;
                // A change of the clocks within the hour is looked up each time.
                if start != offset(hour * HOUR + HOUR - 1, zone)? {
                    return serial(utc + offset(utc, zone)?);
                }
                self.hour = Some((hour, start));
                start
            }
        };
        serial(utc + offset)
    }
}

fn offset(utc: i64, zone: Tz) -> Option<i64> {
    Some(local(utc, zone)?.and_utc().timestamp_millis() - utc)
}

fn serial(local: i64) -> Option<f64> {
    const DAY: i64 = 86_400_000;
    const EPOCH: i64 = 25_569; // 1970-01-01
    let days = local.div_euclid(DAY) + EPOCH;
    let within = local.rem_euclid(DAY);
    (61..=2_958_465).contains(&days).then(|| days as f64 + within as f64 / DAY as f64)
}

/// Puts a picture over its cell; false when the bytes are no picture that Excel shows.
fn show(sheet: &mut Worksheet, row: u32, at: u16, picture: &Picture) -> Result<bool, XlsxError> {
    let Ok(image) = xl::Image::new_from_buffer(&picture.bytes) else { return Ok(false) };
    if image.width() < 1.0 || image.height() < 1.0 {
        return Ok(false);
    }
    let image = image
        .set_alt_text(picture.alt.chars().take(250).collect::<String>())
        .set_object_movement(xl::ObjectMovement::MoveAndSizeWithCells);
    sheet.insert_image_fit_to_cell_centered(row, at, &image)?;
    Ok(true)
}

fn can_be_clicked(url: &str) -> bool {
    let known = ["http://", "https://", "mailto:"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    known && url.len() < 2_000 && !url.chars().any(char::is_control)
}

/// A conditional colour over a column's data.
fn colour(sheet: &mut Worksheet, rule: &Rule, at: u16, last: u32) -> Result<(), XlsxError> {
    let cell = format!("${}2", totals::letters(usize::from(at)));
    let quote = |text: &str| text.replace('"', "\"\"");
    let (formula, tone) = match rule {
        Rule::DataBar(tone) => {
            let bar = xl::ConditionalFormatDataBar::new()
                .set_fill_color(style::strong(*tone))
                .set_solid_fill(true)
                .set_border_off(true);
            sheet.add_conditional_format(1, at, last, at, &bar)?;
            return Ok(());
        }
        Rule::Heat(tone) => {
            let heat = xl::ConditionalFormat2ColorScale::new()
                .set_minimum_color(0x00FF_FFFF)
                .set_maximum_color(style::strong(*tone));
            sheet.add_conditional_format(1, at, last, at, &heat)?;
            return Ok(());
        }
        Rule::RedToGreen | Rule::GreenToRed => {
            let (low, high) = if *rule == Rule::RedToGreen {
                (crate::sheet::Tone::Bad, crate::sheet::Tone::Good)
            } else {
                (crate::sheet::Tone::Good, crate::sheet::Tone::Bad)
            };
            let scale = xl::ConditionalFormat3ColorScale::new()
                .set_minimum_color(style::strong(low))
                .set_midpoint_color(style::tone(crate::sheet::Tone::Warn).0)
                .set_maximum_color(style::strong(high));
            sheet.add_conditional_format(1, at, last, at, &scale)?;
            return Ok(());
        }
        // Words and empty cells are not numbers: Excel alone would take — for more than any.
        Rule::When(compare, tone) => {
            let test = match compare {
                Compare::Below(limit) => format!("{cell}<{limit}"),
                Compare::AtMost(limit) => format!("{cell}<={limit}"),
                Compare::AtLeast(limit) => format!("{cell}>={limit}"),
                Compare::Above(limit) => format!("{cell}>{limit}"),
                Compare::Between(low, high) => format!("{cell}>={low},{cell}<={high}"),
            };
            (format!("=AND(ISNUMBER({cell}),{test})"), *tone)
        }
        Rule::Filled(tone) => (format!("=LEN({cell})>0"), *tone),
        Rule::Is(text, tone) => (format!("=EXACT({cell},\"{}\")", quote(text)), *tone),
        Rule::Contains(text, tone) => {
            (format!("=ISNUMBER(FIND(\"{}\",{cell}))", quote(text)), *tone)
        }
    };
    let (fill, ink) = style::tone(tone);
    let format = Format::new().set_background_color(fill).set_font_color(ink);
    let condition = xl::ConditionalFormatFormula::new()
        .set_rule(formula.as_str())
        .set_format(format)
        .set_stop_if_true(true);
    sheet.add_conditional_format(1, at, last, at, &condition)?;
    Ok(())
}

/// What may be typed into a column.
fn restrict(
    sheet: &mut Worksheet,
    allow: &Allow,
    column: &Column,
    at: u16,
    last: u32,
    lists: &mut Vec<Vec<String>>,
) -> Result<(), XlsxError> {
    let rule = xl::DataValidation::new();
    let (rule, expected) = match allow {
        Allow::OneOf(choices) => {
            let length: usize = choices.iter().map(|c| c.encode_utf16().count() + 1).sum();
            let plain = !choices.iter().any(|choice| choice.contains([',', '"']));
            let rule = if length <= 250 && plain {
                rule.allow_list_strings(choices)?
            } else {
                let at = lists.iter().position(|list| list == choices).unwrap_or_else(|| {
                    lists.push(choices.clone());
                    lists.len() - 1
                });
                let letters = totals::letters(at);
                let range = format!("={LISTS}!${letters}$1:${letters}${}", choices.len().max(1));
                rule.allow_list_formula(xl::Formula::new(range))
            };
            (rule, "请从下拉列表中选择".to_owned())
        }
        Allow::Whole(low, high) => (
            rule.allow_whole_number(xl::DataValidationRule::Between(*low, *high)),
            format!("请填 {low} 到 {high} 之间的整数"),
        ),
        Allow::Decimal(low, high) => (
            rule.allow_decimal_number(xl::DataValidationRule::Between(*low, *high)),
            format!("请填 {low} 到 {high} 之间的数"),
        ),
        Allow::Day => (
            rule.allow_date(xl::DataValidationRule::Between(
                xl::ExcelDateTime::from_ymd(2000, 1, 1)?,
                xl::ExcelDateTime::from_ymd(2199, 12, 31)?,
            )),
            "请填日期，例如 2026-11-23".to_owned(),
        ),
        Allow::TextUpTo(most) => (
            rule.allow_text_length(xl::DataValidationRule::LessThanOrEqualTo(*most)),
            format!("最多 {most} 个字"),
        ),
    };
    let title: String = column.title.chars().take(30).collect();
    let rule = rule
        .set_input_title(&title)?
        .set_input_message(expected.as_str())?
        .set_error_title(&title)?
        .set_error_message(format!("{expected}。"))?;
    sheet.add_data_validation(1, at, last, at, &rule)?;
    Ok(())
}

/// The sheet of charts, two in a row, two rows to the page.
fn hang(
    sheet: &mut Worksheet,
    charts: &[xl::Chart],
    title: &str,
    shop: &str,
) -> Result<(), XlsxError> {
    const DOWN: u32 = 18;
    const ACROSS: u16 = 10;
    sheet.set_screen_gridlines(false);
    let heading = style::base().set_font_size(16).set_bold().set_font_color(style::HEAD_INK);
    sheet.set_row_height(0, 32)?;
    sheet.set_column_width(0, 2)?;
    sheet.write_string_with_format(0, 1, format!("{title}　图表").trim(), &heading)?;
    if charts.is_empty() {
        sheet.write_string_with_format(
            2,
            1,
            "所选范围没有数据，没有可画的图表。",
            &style::note(),
        )?;
    }
    let mut breaks = Vec::new();
    let mut last = 3;
    for (number, chart) in (0_u32..).zip(charts) {
        let line = 2 + number / 2 * DOWN;
        let column = if number % 2 == 0 { 1 } else { 1 + ACROSS + 1 };
        if number > 0 && number % 4 == 0 {
            breaks.push(line);
        }
        sheet.insert_chart(line, column, chart)?;
        last = line + DOWN;
    }
    sheet.set_page_breaks(&breaks)?;
    sheet.set_print_area(0, 0, last, 1 + 2 * (ACROSS + 1))?;
    page(sheet, title, shop, true, None)
}

/// The hidden sheet of long drop-down lists.
fn write_lists(
    book: &mut xl::Workbook,
    name: &str,
    lists: &[Vec<String>],
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(name)?.set_hidden(true);
    for (column, list) in (0_u16..).zip(lists) {
        for (row, choice) in (0_u32..).zip(list) {
            sheet.write_string(row, column, choice)?;
        }
    }
    Ok(())
}
