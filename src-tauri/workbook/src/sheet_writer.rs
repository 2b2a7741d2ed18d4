//! Writes one described sheet, over as many Excel sheets as it takes, in one pass over its rows.

use std::collections::HashMap;
use std::path::Path;

use chrono_tz::Tz;
use rust_xlsxwriter as xl;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::chart::{Chart, Place};
use crate::cover::Listed;
use crate::currency::Currency;
use crate::digest::Digest;
use crate::error::Error;
use crate::gallery;
use crate::names::SheetNames;
use crate::paper::{page, spread};
use crate::rules::{colour, restrict};
use crate::serial::{Clock, day_serial};
use crate::sheet::{Column, Kind, Rows, Sheet, Total};
use crate::style;
use crate::text::shown;
use crate::totals::{self, Span, Tally, Under};
use crate::value::{
    Cell, DASH, MASK, Picture, Row, clean, display_width, looks_like_formula, yes_no,
};
use crate::write::{EXCEL_ROWS, Options, Phase, Progress, Watch, drive, refused};

const EXCEL_COLUMNS: usize = 16_384;
/// Excel refuses more links on one sheet.
const MOST_LINKS: u32 = 65_000;
/// Pictures are held in memory until the file is closed.
const MOST_PICTURE_BYTES: usize = 48 * 1024 * 1024;
/// Up to so many cells a listed sheet is written in memory, which lets charts carry their values.
const SMALL: usize = 60_000;
/// Rows that are looked at for the width of a column.
const WIDTH_ROWS: u32 = 300;

/// What all sheets share while the workbook is written.
pub(crate) struct Shared<'s, 'w> {
    pub(crate) book: &'s mut xl::Workbook,
    pub(crate) names: &'s mut SheetNames,
    pub(crate) digest: &'s mut Digest,
    pub(crate) watch: &'s mut Watch<'w>,
    pub(crate) in_source: &'s mut bool,
    pub(crate) options: &'s Options,
    pub(crate) path: &'s Path,
    pub(crate) zone: Tz,
    pub(crate) title: String,
    pub(crate) shop: String,
    pub(crate) rows: u64,
    pub(crate) picture_bytes: usize,
    pub(crate) pictures_left_out: u64,
    /// Drop-down lists too long for the cell's own rule; they stand on a hidden sheet.
    pub(crate) lists: Vec<Vec<String>>,
    pub(crate) gallery: Vec<xl::Chart>,
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
    /// A cell's width and height on the screen, for pictures.
    pixels: (u32, u32),
}

/// One Excel sheet's worth of rows.
struct Part {
    index: usize,
    name: String,
    rows: u32,
}

pub(crate) struct Writer<'p, 's, 'w> {
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
    /// The row of the first chart under the table, once known.
    charts_below: u32,
}

const WIDEST: f64 = 60.0;
const NARROWEST: f64 = 7.0;
const HEAD_HEIGHT: f64 = 24.0;
/// Of columns and rows with pictures.
const PICTURE_WIDTH: f64 = 11.0;
const PICTURE_HEIGHT: f64 = 54.0;

impl<'s, 'w> Writer<'_, 's, 'w> {
    /// Writes one sheet, over as many Excel sheets as it takes.
    pub(crate) fn write(
        mut sheet: Sheet<'_>,
        shared: &mut Shared<'s, 'w>,
    ) -> Result<Vec<Listed>, Error> {
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
        let styles = (0..columns).map(|at| prepare(&sheet, at)).collect();
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
            charts_below: 0,
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
        if let Some(height) = self.sheet.row_height.or(pictures.then_some(PICTURE_HEIGHT)) {
            sheet.set_default_row_height(height);
        }
        let mut head_lines = 1.0_f64;
        for (at, column) in (0_u16..).zip(&self.sheet.columns) {
            let style = &self.styles[usize::from(at)];
            sheet.set_column_format(at, &style.format)?;
            let fixed = column.width.or((column.kind == Kind::Image).then_some(PICTURE_WIDTH));
            if let Some(width) = fixed {
                sheet.set_column_width(at, width)?;
            }
            let most = fixed.unwrap_or(HEAD_WIDEST);
            head_lines = head_lines.max((display_width(&column.title) as f64 + 2.0) / most);
            sheet.write_string_with_format(0, at, &column.title, &style::head())?;
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
                    if picture.bytes.len() <= room && show(sheet, line, at, style.pixels, &picture)?
                    {
                        self.shared.picture_bytes += picture.bytes.len();
                    } else {
                        self.shared.pictures_left_out += 1;
                        sheet.write_string(line, at, clean(picture.alt.into()))?;
                    }
                }
                Cell::Link(target) => {
                    let (url, words) = *target;
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
                .map(|at| totals::under(columns, &self.tallies, at, &spans, label))
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
                let label = "全部合计";
                let totals = (0..columns.len())
                    .map(|at| totals::under(columns, &self.all, at, &spans, label))
                    .collect();
                under_rows.push((label, totals));
            }
        }
        let label_at =
            columns.iter().position(|column| matches!(column.total, Total::None | Total::Rows));
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
                        let width = match result.parse() {
                            Ok(figure) => display_width(&shown(
                                &Cell::Number(figure),
                                Kind::Number { decimals: 2 },
                                zone,
                            )),
                            Err(_) => display_width(&result),
                        };
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
        let mut across = 0.0;
        for ((at, column), widest) in (0_u16..).zip(columns).zip(&self.widths) {
            across += match column.width.or((column.kind == Kind::Image).then_some(PICTURE_WIDTH)) {
                Some(fixed) => fixed,
                None => {
                    // Room for the filter's button beside the title.
                    let title = (display_width(&column.title) as f64 + 3.0).min(HEAD_WIDEST);
                    let data = *widest as f64 * 1.05 + 3.0;
                    let width = title.max(data).clamp(NARROWEST, WIDEST);
                    sheet.set_column_width(at, width)?;
                    width
                }
            };
        }
        spread(sheet, across, self.sheet.landscape, self.sheet.freeze_columns)?;
        if last {
            let note = style::note();
            let empty = self.seen == 0 && self.sheet.template_rows == 0;
            let words = empty.then_some("所选范围没有数据。").into_iter();
            let words = words.chain(self.sheet.notes.iter().map(String::as_str));
            // The columns' lines end with the table: the notes and the charts stand on blank cells.
            let after = next.max(down + 1);
            let mut free = after;
            for (line, words) in (after + 1..).zip(words) {
                blank(sheet, free..line, right, &note)?;
                blank(sheet, line..line + 1, right, &note)?;
                sheet.write_string_with_format(line, 0, words, &note)?;
                free = line + 1;
            }
            let charts = &self.sheet.charts;
            let standing = |place| charts.iter().filter(|chart| chart.place == place).count();
            let tall =
                |count: usize| u32::try_from(count).unwrap_or(0).saturating_mul(gallery::ROWS);
            let (beside, below) = (standing(Place::Beside), standing(Place::Below));
            // Charts are drawn on the first part.
            if beside + below > 0 && !split {
                self.charts_below = (free + 1).max(2 + tall(beside));
                let end =
                    if below > 0 { self.charts_below + tall(below) } else { 2 + tall(beside) };
                blank(sheet, free..end, right, &note)?;
                if below > 0 && self.charts_below > gallery::ROWS {
                    sheet.set_page_breaks(&[self.charts_below])?;
                }
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
        let mut right = 1;
        let mut below = if self.charts_below > 0 { self.charts_below } else { rows + 5 };
        for chart in &self.sheet.charts {
            let drawn = draw(chart, &source, &self.sheet.name)?;
            let place = match chart.place {
                Place::Gallery => {
                    self.shared.gallery.push(drawn);
                    continue;
                }
                Place::Beside => {
                    let at = (right, beside);
                    right += gallery::ROWS;
                    at
                }
                Place::Below => {
                    let at = (below, 0);
                    below += gallery::ROWS;
                    at
                }
            };
            let inserted = (|| {
                let sheet = self.shared.book.worksheet_from_index(index)?;
                sheet.insert_chart(place.0, place.1, &drawn)?;
                Ok(())
            })();
            inserted.map_err(|error| self.excel(error))?;
        }
        Ok(())
    }
}

const HEAD_WIDEST: f64 = 26.0;

/// Rows of cells without the columns' lines.
fn blank(
    sheet: &mut Worksheet,
    rows: std::ops::Range<u32>,
    right: u16,
    format: &Format,
) -> Result<(), XlsxError> {
    for row in rows {
        for at in 0..=right {
            sheet.write_blank(row, at, format)?;
        }
    }
    Ok(())
}

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

fn prepare(sheet: &Sheet<'_>, at: usize) -> Style {
    let columns = &sheet.columns;
    let column = &columns[at];
    let width = column.width.unwrap_or(PICTURE_WIDTH) * 7.0 + 5.0;
    let height = sheet.row_height.unwrap_or(PICTURE_HEIGHT) * 4.0 / 3.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels")]
    let pixels = (width.clamp(1.0, 1_800.0) as u32, height.clamp(1.0, 540.0) as u32);
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
        pixels,
    }
}

fn total_format(column: &Column, style: &Style) -> Format {
    let format = match column.total {
        Total::Count => style.format.clone().set_num_format("#,##0"),
        Total::Average if column.kind == Kind::Integer => {
            style.format.clone().set_num_format("#,##0.0")
        }
        _ => style.format.clone(),
    };
    style::total(format)
}

/// Puts a picture over its cell; false when the bytes are no picture that Excel shows.
fn show(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    cell: (u32, u32),
    picture: &Picture,
) -> Result<bool, XlsxError> {
    let Ok(image) = xl::Image::new_from_buffer(&picture.bytes) else { return Ok(false) };
    if image.width() < 1.0 || image.height() < 1.0 {
        return Ok(false);
    }
    let image = image
        .set_alt_text(picture.alt.chars().take(250).collect::<String>())
        .set_object_movement(xl::ObjectMovement::MoveAndSizeWithCells);
    // A margin of three pixels all round.
    let (width, height) = (cell.0.saturating_sub(6).max(1), cell.1.saturating_sub(6).max(1));
    let (across, down) =
        (image.width() * 96.0 / image.width_dpi(), image.height() * 96.0 / image.height_dpi());
    let scale = (f64::from(width) / across).min(f64::from(height) / down);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "half a cell")]
    let margin = |room: u32, size: f64| ((f64::from(room) - size * scale) / 2.0).max(0.0) as u32;
    let (x, y) = (margin(cell.0, across), margin(cell.1, down));
    let image = image.set_scale_width(scale).set_scale_height(scale);
    sheet.insert_image_with_offset(row, at, &image, x, y)?;
    Ok(true)
}

fn can_be_clicked(url: &str) -> bool {
    let known = ["http://", "https://", "mailto:"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    known && url.len() < 2_000 && !url.chars().any(char::is_control)
}
