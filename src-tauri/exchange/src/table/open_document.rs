//! How much an `OpenDocument` sheet (ods) asks room for, before a parser believes it.
//!
//! The format says "this cell a thousand times" and "this row a million times", and calamine writes them all
//! out, from a sheet's first cell to its last: a file of a few hundred bytes asks for a hundred million cells.
//! So they are counted here first, the same way. A text that breaks off is found too: calamine would wait for
//! the end of its sheet for ever.

use std::io::{BufRead, BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{Cell, Size};
use crate::input::ReadSeek;

type Archive = ZipArchive<Box<dyn ReadSeek>>;

/// The most cells that no one wrote, of all sheets together: what repeats, and the empty ones in between.
/// calamine keeps the value and the formula of each, and copies the sheet.
const MOST_FILLER: u64 = 1 << 23;
/// As many as calamine writes out.
const MOST_ROWS: u64 = 1_048_576;
const MOST_COLUMNS: u64 = 16_384;
/// More than any list of an archive's parts has.
const MOST_MANIFEST: u64 = 8 * 1024 * 1024;

/// Whether the workbook's parts are encrypted.
pub(crate) fn is_locked(archive: &mut Archive) -> bool {
    let mut manifest = Vec::new();
    let read = archive
        .by_name("META-INF/manifest.xml")
        .is_ok_and(|it| it.take(MOST_MANIFEST).read_to_end(&mut manifest).is_ok());
    read && super::book::find(&manifest, b"<manifest:encryption-data").is_some()
}

/// Looks at a workbook's sheets.
pub(crate) fn size(archive: &mut Archive) -> Size {
    let Ok(content) = archive.by_name("content.xml") else { return Size::Damaged };
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    match (Content { xml, buffer: Vec::new(), depth: 0, filler: 0 }).count() {
        None => Size::Damaged,
        Some(filler) if filler > MOST_FILLER => Size::TooWide,
        Some(_) => Size::Fits,
    }
}

/// The text of all sheets, gone through as calamine does. Nothing comes of it (`None`) where calamine would
/// fail, and where it would never end.
struct Content<R> {
    xml: Reader<R>,
    buffer: Vec<u8>,
    /// Tags that are open.
    depth: usize,
    /// Cells that no one wrote, and as many as take the memory of texts that no one wrote.
    filler: u64,
}

/// What a sheet has so far.
#[derive(Default)]
struct Sheet {
    rows: u64,
    /// The first row with a cell that is not empty, and the one after the last.
    down: Option<(u64, u64)>,
    /// The first column with a cell that is not empty, and the one after the last.
    across: Option<(u64, u64)>,
    /// The cells of its rows, each row counted once.
    cells: u64,
    /// The cells that stand in the text.
    written: u64,
}

/// What a cell's own tag says.
struct CellTag {
    name: String,
    repeats: u64,
    /// Its text is what stands between its tags.
    spoken: bool,
    empty: bool,
    bytes: u64,
}

impl<R: BufRead> Content<R> {
    fn next(&mut self) -> Option<Event<'_>> {
        self.buffer.clear();
        let event = self.xml.read_event_into(&mut self.buffer).ok()?;
        match &event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.checked_sub(1)?,
            Event::Eof if self.depth > 0 => return None,
            _ => {}
        }
        Some(event)
    }

    fn add(&mut self, filler: u64) {
        self.filler = self.filler.saturating_add(filler);
    }

    fn count(mut self) -> Option<u64> {
        loop {
            match self.next()? {
                Event::Eof => return Some(self.filler),
                Event::Start(tag)
                    if tag.name().0 == "table:table"
                        && tag.try_get_attribute("table:name").ok()?.is_some() =>
                {
                    self.sheet()?;
                }
                _ => {}
            }
        }
    }

    fn sheet(&mut self) -> Option<()> {
        let mut sheet = Sheet::default();
        loop {
            match self.next()? {
                Event::Start(tag) if tag.name().0 == "table:table-row" => {
                    let repeats = number(&tag, "table:number-rows-repeated")?.unwrap_or(1);
                    let repeats = repeats.min(MOST_ROWS - sheet.rows);
                    self.row(&mut sheet, repeats)?;
                }
                Event::End(tag) if tag.name().0 == "table:table" => break,
                Event::Eof => return None,
                _ => {}
            }
        }
        let room = |it: Option<(u64, u64)>| it.map_or(0, |(first, end)| end - first);
        let block = room(sheet.down).saturating_mul(room(sheet.across));
        // Each cell that stands in the text is once in its row and once in the block.
        self.add(sheet.cells.saturating_add(block).saturating_sub(sheet.written * 2));
        Some(())
    }

    fn row(&mut self, sheet: &mut Sheet, repeats: u64) -> Option<()> {
        // Empty cells count only when another follows.
        let (mut columns, mut empty) = (0, 0);
        let mut across: Option<(u64, u64)> = None;
        loop {
            match self.next()? {
                Event::Start(tag) if is_cell(tag.name().0) => {
                    let cell = CellTag::of(&tag)?;
                    let bytes = cell.bytes.saturating_add(if cell.spoken {
                        self.text()?
                    } else {
                        self.pass_by(&cell.name)?;
                        0
                    });
                    columns += std::mem::take(&mut empty);
                    let here = cell.repeats.min(MOST_COLUMNS - columns);
                    if cell.empty {
                        empty = here;
                        continue;
                    }
                    sheet.written += 1;
                    let copies = here.saturating_mul(repeats).saturating_sub(1);
                    self.add(copies.saturating_mul(room(bytes)));
                    if here > 0 {
                        across = Some((across.map_or(columns, |it| it.0), columns + here));
                    }
                    columns += here;
                }
                Event::End(tag) if tag.name().0 == "table:table-row" => break,
                // Anything else between the cells is an error to calamine.
                _ => return None,
            }
        }
        let above = sheet.rows;
        sheet.rows += repeats;
        sheet.cells = sheet.cells.saturating_add(columns);
        if let Some((first, end)) = across {
            sheet.down = Some((sheet.down.map_or(above, |it| it.0), sheet.rows));
            sheet.across =
                Some(sheet.across.map_or((first, end), |it| (it.0.min(first), it.1.max(end))));
        }
        Some(())
    }

    /// The bytes of a cell's text, up to its end.
    fn text(&mut self) -> Option<u64> {
        let mut bytes = 0_u64;
        loop {
            match self.next()? {
                Event::Text(text) => bytes = bytes.saturating_add(text.len() as u64),
                Event::Start(tag) if tag.name().0 == "text:s" => {
                    let spaces = number(&tag, "text:c")?.unwrap_or(1);
                    self.add(room(spaces));
                    bytes = bytes.saturating_add(spaces);
                }
                Event::Start(tag) if tag.name().0 == "office:annotation" => loop {
                    match self.next()? {
                        Event::End(tag) if tag.name().0 == "office:annotation" => break,
                        Event::Eof => return None,
                        _ => {}
                    }
                },
                Event::End(tag) if is_cell(tag.name().0) => return Some(bytes),
                Event::Eof => return None,
                _ => {}
            }
        }
    }

    /// Past the end of a cell of that name, whatever is in it.
    fn pass_by(&mut self, name: &str) -> Option<()> {
        let mut inside = 0_usize;
        loop {
            match self.next()? {
                Event::Start(tag) if tag.name().0 == name => inside += 1,
                Event::End(tag) if tag.name().0 == name => match inside.checked_sub(1) {
                    Some(left) => inside = left,
                    None => return Some(()),
                },
                Event::Eof => return None,
                _ => {}
            }
        }
    }
}

impl CellTag {
    fn of(tag: &BytesStart<'_>) -> Option<Self> {
        let (mut text, mut formula, mut wrong, mut bytes) = (false, false, false, 0);
        // What the cell holds, and whether that is a text without a letter.
        let mut value = None;
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.ok()?;
            let said = attribute.value.len() as u64;
            match attribute.key.0 {
                "office:value" | "office:boolean-value" => value = value.or(Some(false)),
                "office:string-value" => {
                    value = value.or(Some(said == 0));
                    bytes += said;
                }
                "office:date-value" | "office:time-value" => {
                    value = value.or(Some(false));
                    bytes += said;
                }
                "office:value-type" if value.is_none() => text = attribute.value == "string",
                "calcext:value-type" => wrong = attribute.value == "error",
                "table:formula" => {
                    formula = said > 0;
                    bytes += said;
                }
                _ => {}
            }
        }
        let spoken = value.map_or(text, |without_a_letter| wrong && without_a_letter);
        Some(Self {
            name: tag.name().0.to_owned(),
            repeats: number(tag, "table:number-columns-repeated")?.unwrap_or(1),
            spoken,
            empty: value.is_none() && !spoken && !formula,
            bytes,
        })
    }
}

fn is_cell(name: &str) -> bool {
    matches!(name, "table:table-cell" | "table:covered-table-cell")
}

/// How many blank cells take as much memory as a text of that many bytes.
fn room(bytes: u64) -> u64 {
    bytes / size_of::<Cell>() as u64
}

/// An attribute that holds a number, where the tag has it; `None` when it holds anything else.
fn number(tag: &BytesStart<'_>, name: &str) -> Option<Option<u64>> {
    match tag.try_get_attribute(name).ok()? {
        Some(attribute) => attribute.value.parse().ok().map(Some),
        None => Some(None),
    }
}
