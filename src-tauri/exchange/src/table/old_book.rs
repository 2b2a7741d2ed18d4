//! How large an old workbook (BIFF xls) says it is, before a parser believes it.
//!
//! calamine follows a chain of sectors for as long as it goes, and makes room for the whole block from a
//! sheet's first cell to its last: a file of a few kilobytes with a bent number takes all memory there
//! is, which no fence stops. So the chains, the corners and the texts are walked here first, the same way.

use std::collections::HashMap;

use super::Size;

/// Cells of all sheets together, empty ones between them included: 24 bytes each, up to three times over.
const MOST_CELLS: u64 = 1 << 23;
/// Characters in the cells of all sheets together, up to three bytes each. Cells share texts, and each has
/// its copy.
const MOST_LETTERS: u64 = 1 << 28;
/// calamine takes time for every piece of a record times all pieces; a real one has a few thousand.
const MOST_PIECES: usize = 1 << 16;
/// More than any sheet of this kind has room for (65,536 rows of 256 columns).
const MOST_ROOM: u64 = 1 << 25;
const END_OF_CHAIN: u32 = 0xffff_fffe;
const MINI_SECTOR: usize = 64;
/// Streams shorter than this are kept in mini sectors.
const MINI_BELOW: u64 = 4096;

/// Looks at an xls file in memory.
pub(crate) fn size(bytes: &[u8]) -> Size {
    let Some(stream) = workbook(bytes) else { return Size::Damaged };
    match filled(&stream) {
        None => Size::Damaged,
        Some(filled) if filled.cells > MOST_CELLS => Size::TooWide,
        Some(filled) if filled.letters > MOST_LETTERS => Size::TooWordy,
        Some(_) => Size::Fits,
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|it| u32_at(it, 0))
}

/// Sectors of one size in a row; the last may be cut short.
struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
}

impl<'a> Sectors<'a> {
    fn get(&self, id: u32) -> Option<&'a [u8]> {
        let start = (id as usize).checked_mul(self.size)?;
        self.bytes.get(start..start.saturating_add(self.size).min(self.bytes.len()))
    }

    /// The sectors of a chain, one after another; `None` when it runs in a circle or out of the file.
    fn chain(&self, start: u32, next: &[u32], length: u64) -> Option<Vec<u8>> {
        let (mut id, mut out, mut left) = (start, Vec::new(), self.bytes.len() / self.size + 1);
        while id != END_OF_CHAIN {
            left = left.checked_sub(1)?;
            out.extend_from_slice(self.get(id)?);
            if out.len() as u64 >= length {
                out.truncate(usize::try_from(length).ok()?);
                break;
            }
            id = *next.get(id as usize)?;
        }
        Some(out)
    }
}

/// The stream of the workbook in its compound file.
fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = match u16_at(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let sectors = Sectors { bytes: bytes.get(size..)?, size };
    // Where the table of chains itself is kept: in the header, and then from sector to sector.
    let mut places: Vec<u32> = numbers(bytes.get(76..512)?).collect();
    let (mut more, mut left) = (u32_at(bytes, 68)?, sectors.bytes.len() / size + 1);
    while more < 0xffff_fffa {
        left = left.checked_sub(1)?;
        places.extend(numbers(sectors.get(more)?));
        more = places.pop()?;
    }
    let mut next = Vec::new();
    for place in places.into_iter().filter(|it| *it < 0xffff_fffc) {
        // The same sector named a thousand times is no table.
        if next.len() * 4 > bytes.len() {
            return None;
        }
        next.extend(numbers(sectors.get(place)?));
    }
    let folder = sectors.chain(u32_at(bytes, 48)?, &next, u64::MAX)?;
    let place = |entry: &[u8]| -> Option<(u32, u64)> {
        let high = if size == 512 { 0 } else { u64::from(u32_at(entry, 124)?) << 32 };
        Some((u32_at(entry, 116)?, high | u64::from(u32_at(entry, 120)?)))
    };
    let find = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        folder
            .chunks_exact(128)
            .find(|it| it.get(..name.len()).is_some_and(|have| have.eq_ignore_ascii_case(&name)))
    };
    let (start, length) = place(find("Workbook").or_else(|| find("Book"))?)?;
    // calamine reads these two for any file that has them.
    let (mut mini, mut mini_next) = (Vec::new(), Vec::new());
    if u32_at(bytes, 64)? > 0 {
        let (start, length) = place(folder.get(..128)?)?;
        mini = sectors.chain(start, &next, length)?;
        let length = u64::from(u32_at(bytes, 64)?) * size as u64;
        mini_next = numbers(&sectors.chain(u32_at(bytes, 60)?, &next, length)?).collect();
    }
    if length >= MINI_BELOW {
        return sectors.chain(start, &next, length);
    }
    Sectors { bytes: &mini, size: MINI_SECTOR }.chain(start, &mini_next, length)
}

/// The records of a stream from some place on, as kind and content.
fn records(mut stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(stream, 0)?, usize::from(u16_at(stream, 2)?));
        let content = stream.get(4..4 + length)?;
        stream = stream.get(4 + length..)?;
        Some((kind, content))
    })
}

const END: u16 = 0x000a;
const BEGIN: u16 = 0x0809;
const LOCKED: u16 = 0x002f;
const SHEET: u16 = 0x0085;
const TEXTS: u16 = 0x00fc;
const MORE: u16 = 0x003c;
const DIMENSIONS: u16 = 0x0200;
const SEVERAL: u16 = 0x00bd;
const SHARED_TEXT: u16 = 0x00fd;
/// Formula, rich text, shared text, number, text, truth value, rounded number.
const CELLS: [u16; 7] = [0x0006, 0x00d6, SHARED_TEXT, 0x0203, 0x0204, 0x0205, 0x027e];

/// What fills a sheet, or all of them.
#[derive(Debug, Clone, Copy, Default)]
struct Filled {
    /// From corner to corner, empty ones too.
    cells: u64,
    /// Of shared texts, counted in each cell that shows one.
    letters: u64,
}

/// What fills all sheets of a workbook.
fn filled(stream: &[u8]) -> Option<Filled> {
    let (mut starts, mut texts) = (Vec::new(), Vec::new());
    let mut all = records(stream).take_while(|it| it.0 != END).peekable();
    while let Some((kind, content)) = all.next() {
        let mut pieces = vec![content];
        while let Some((_, more)) = all.next_if(|it| it.0 == MORE) {
            pieces.push(more);
        }
        if pieces.len() > MOST_PIECES {
            return None;
        }
        match kind {
            // The rest is not to be understood without the password, which is asked for elsewhere.
            LOCKED if u16_at(content, 0)? != 0 => return Some(Filled::default()),
            SHEET => starts.push(u32_at(content, 0)?),
            TEXTS => texts = letters(pieces)?,
            _ => {}
        }
    }
    let mut known: HashMap<u32, Filled> = HashMap::new();
    let (mut sum, mut walked) = (Filled::default(), 0);
    for start in starts {
        let filled = match known.get(&start) {
            Some(filled) => *filled,
            None => {
                let (filled, length) = sheet(stream.get(start as usize..)?, &texts)?;
                // Sheets lie one after another; ones that begin inside each other are read over and over.
                walked += length;
                if walked > stream.len() {
                    return None;
                }
                known.insert(start, filled);
                filled
            }
        };
        sum.cells = sum.cells.saturating_add(filled.cells);
        sum.letters = sum.letters.saturating_add(filled.letters);
    }
    Some(sum)
}

/// What fills one sheet, and how many bytes it takes.
fn sheet(stream: &[u8], texts: &[u16]) -> Option<(Filled, usize)> {
    let (mut top, mut left, mut bottom, mut right) = (u64::MAX, u64::MAX, 0_u64, 0_u64);
    let (mut begun, mut inside, mut length, mut letters) = (false, 0_usize, 0, 0);
    for (kind, content) in records(stream) {
        length += 4 + content.len();
        match kind {
            BEGIN if begun => inside += 1,
            BEGIN => begun = true,
            END if inside == 0 => break,
            END => inside -= 1,
            _ if inside > 0 => {}
            DIMENSIONS if room(content)? > MOST_ROOM => return None,
            _ if kind == SEVERAL || CELLS.contains(&kind) => {
                let (row, column) =
                    (u64::from(u16_at(content, 0)?), u64::from(u16_at(content, 2)?));
                let more = if kind == SEVERAL { content.len() as u64 / 6 } else { 0 };
                (top, left) = (row.min(top), column.min(left));
                (bottom, right) = (row.max(bottom), (column + more).max(right));
                if kind == SHARED_TEXT {
                    let text = texts.get(u32_at(content, 6)? as usize);
                    letters += u64::from(text.copied().unwrap_or(0));
                }
            }
            _ => {}
        }
    }
    let cells = if top > bottom { 0 } else { (bottom - top + 1) * (right - left + 1) };
    Some((Filled { cells, letters }, length))
}

/// The pieces of a record, read as one.
struct Pieces<'a> {
    now: &'a [u8],
    next: std::vec::IntoIter<&'a [u8]>,
}

impl Pieces<'_> {
    /// The next bytes, which stand in one piece.
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.now.split_first_chunk()?;
        self.now = rest;
        Some(*taken)
    }

    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > self.now.len() {
            length -= self.now.len();
            self.now = self.next.next()?;
        }
        self.now = self.now.get(length..)?;
        Some(())
    }
}

/// How many characters each text of the list has that cells share.
fn letters(pieces: Vec<&[u8]>) -> Option<Vec<u16>> {
    let mut pieces = Pieces { now: &[], next: pieces.into_iter() };
    pieces.now = pieces.next.next()?.get(8..)?;
    let mut found = Vec::new();
    loop {
        if pieces.now.is_empty() {
            let Some(piece) = pieces.next.next() else { return Some(found) };
            pieces.now = piece;
        }
        // An empty piece counts as an empty text.
        if pieces.now.is_empty() {
            found.push(0);
            continue;
        }
        let letters = u16::from_le_bytes(pieces.take()?);
        let [flags] = pieces.take()?;
        let runs = if flags & 8 == 0 { 0 } else { u16::from_le_bytes(pieces.take()?) };
        let extra = if flags & 4 == 0 { 0 } else { u32::from_le_bytes(pieces.take()?) };
        let (mut wide, mut left) = (flags & 1 != 0, usize::from(letters));
        while left > 0 {
            let size = if wide { 2 } else { 1 };
            let here = left.min(pieces.now.len() / size);
            left -= here;
            if left == 0 {
                pieces.now = pieces.now.get(here * size..)?;
            } else {
                // Each piece says anew how wide its characters are.
                pieces.now = pieces.next.next()?;
                wide = pieces.take::<1>()?[0] & 1 != 0;
            }
        }
        pieces.skip(usize::from(runs) * 4)?;
        pieces.skip(usize::try_from(extra).ok()?)?;
        found.push(letters);
    }
}

/// What a sheet's own record of its corners asks room for.
fn room(content: &[u8]) -> Option<u64> {
    let (top, bottom, rest) = match content.len() {
        10 => (u16_at(content, 0)?.into(), u16_at(content, 2)?.into(), 4),
        14 | 16 => (u32_at(content, 0)?, u32_at(content, 4)?, 8),
        _ => return None,
    };
    let (mut left, right) = (u16_at(content, rest)?, u16_at(content, rest + 2)?);
    if left > 255 || right < left {
        left = 0;
    }
    if bottom == 0 || right == 0 {
        return Some(1);
    }
    Some(u64::from(bottom.checked_sub(top)?) * u64::from(right.checked_sub(left)?))
}
