//! How large an old workbook (BIFF xls) says it is, before a parser believes it.
//!
//! calamine follows a chain of sectors for as long as it goes, and makes room for the whole block from a
//! sheet's first cell to its last: a file of a few kilobytes with a bent number takes all memory there
//! is, which no fence stops. So the chains and the corners are walked here first, the same way.

use std::collections::HashMap;

/// What calamine may be asked to make room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// It will do.
    Fits,
    /// More cells than are held at once.
    TooLarge,
    /// The numbers contradict each other: no program wrote this.
    Damaged,
}

/// Cells of all sheets together, empty ones between them included: 24 bytes each, up to three times over.
const MOST_CELLS: u64 = 1 << 23;
/// More than any sheet of this kind has room for (65,536 rows of 256 columns).
const MOST_ROOM: u64 = 1 << 25;
const END_OF_CHAIN: u32 = 0xffff_fffe;
const MINI_SECTOR: usize = 64;
/// Streams shorter than this are kept in mini sectors.
const MINI_BELOW: u64 = 4096;

/// Looks at an xls file in memory.
pub(crate) fn size(bytes: &[u8]) -> Size {
    let Some(stream) = workbook(bytes) else { return Size::Damaged };
    cells(&stream)
        .map_or(Size::Damaged, |cells| if cells > MOST_CELLS { Size::TooLarge } else { Size::Fits })
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
const DIMENSIONS: u16 = 0x0200;
const SEVERAL: u16 = 0x00bd;
/// Formula, rich text, shared text, number, text, truth value, rounded number.
const CELLS: [u16; 7] = [0x0006, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e];

/// The cells of all sheets, each counted from corner to corner.
fn cells(stream: &[u8]) -> Option<u64> {
    let mut known: HashMap<u32, u64> = HashMap::new();
    let (mut all, mut walked) = (0_u64, 0);
    for (kind, content) in records(stream).take_while(|it| it.0 != END) {
        match kind {
            // The rest is not to be understood without the password, which is asked for elsewhere.
            LOCKED if u16_at(content, 0)? != 0 => return Some(0),
            SHEET => {}
            _ => continue,
        }
        let start = u32_at(content, 0)?;
        let cells = match known.get(&start) {
            Some(cells) => *cells,
            None => {
                let (cells, length) = sheet(stream.get(start as usize..)?)?;
                // Sheets lie one after another; ones that begin inside each other are read over and over.
                walked += length;
                if walked > stream.len() {
                    return None;
                }
                known.insert(start, cells);
                cells
            }
        };
        all = all.saturating_add(cells);
    }
    Some(all)
}

/// The cells of one sheet from corner to corner, and how many bytes it takes.
fn sheet(stream: &[u8]) -> Option<(u64, usize)> {
    let (mut top, mut left, mut bottom, mut right) = (u64::MAX, u64::MAX, 0_u64, 0_u64);
    let (mut begun, mut inside, mut length) = (false, 0_usize, 0);
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
            }
            _ => {}
        }
    }
    let cells = if top > bottom { 0 } else { (bottom - top + 1) * (right - left + 1) };
    Some((cells, length))
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
