//! Delimited text, one record at a time, in constant memory.
//!
//! Reading is not left to the `csv` crate because a shop's files need three things it cannot say:
//! the record's number with blank lines counted (as the person sees it in Excel), quotation marks
//! that are plain characters (Amazon's flat files), and a way back from a quotation mark that is
//! never closed, which would otherwise swallow the rest of the file without a word.

use std::collections::VecDeque;
use std::io::Read;

use encoding_rs::{CoderResult, Decoder};

use super::cell::{Blemish, Row};
use crate::sniff::TextEncoding;

/// The longest single line that is read; longer ones are cut into pieces and flagged.
const MAX_LINE: usize = 32 * 1024 * 1024;
/// A quoted cell may run over this many lines (descriptions in HTML do run on) before its opening
/// mark is taken for a stray one.
const MAX_QUOTED_LINES: usize = 3000;
/// And over this many bytes.
const MAX_QUOTED_BYTES: usize = 8 * 1024 * 1024;

/// How the records of a text are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub delimiter: char,
    /// Whether a quotation mark at the start of a cell encloses it.
    pub quoted: bool,
}

/// The decoded lines of a reader, without their ends.
pub(crate) struct Lines<R> {
    reader: R,
    decoder: Decoder,
    bytes: Vec<u8>,
    text: String,
    /// Where in `text` the next line starts.
    at: usize,
    ended: bool,
    /// Lines end in a lone CR (old Mac): no LF anywhere near the start.
    bare_cr: Option<bool>,
    /// Lines that were looked at and put back.
    returned: VecDeque<String>,
    /// A fault of the disk, told once.
    pub(crate) fault: Option<std::io::Error>,
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(reader: R, encoding: TextEncoding) -> Self {
        Self {
            reader,
            decoder: encoding.codec().new_decoder_with_bom_removal(),
            bytes: vec![0; 64 * 1024],
            text: String::new(),
            at: 0,
            ended: false,
            bare_cr: None,
            returned: VecDeque::new(),
            fault: None,
        }
    }

    pub(crate) fn put_back(&mut self, lines: impl DoubleEndedIterator<Item = String>) {
        for line in lines.rev() {
            self.returned.push_front(line);
        }
    }

    pub(crate) fn next_line(&mut self) -> Option<String> {
        if let Some(line) = self.returned.pop_front() {
            return Some(line);
        }
        let mut searched = 0;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let end = if self.bare_cr == Some(true) { '\r' } else { '\n' };
            if let Some(found) = rest.get(searched..).and_then(|tail| tail.find(end)) {
                let line = rest.get(..searched + found).unwrap_or_default();
                let line = line.strip_suffix('\r').unwrap_or(line).to_owned();
                self.at += searched + found + 1;
                return Some(line);
            }
            searched = rest.len();
            if self.ended || searched > MAX_LINE {
                if rest.is_empty() {
                    return None;
                }
                let line = rest.strip_suffix('\r').unwrap_or(rest).to_owned();
                self.at = self.text.len();
                return Some(line);
            }
            self.fill();
        }
    }

    /// Decodes some more bytes behind what is left.
    fn fill(&mut self) {
        self.text.drain(..self.at);
        self.at = 0;
        let read = match self.reader.read(&mut self.bytes) {
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => return,
            Err(error) => {
                self.fault = Some(error);
                0
            }
        };
        let last = read == 0;
        let mut chunk = self.bytes.get(..read).unwrap_or_default();
        loop {
            let room =
                self.decoder.max_utf8_buffer_length(chunk.len()).unwrap_or(chunk.len() * 3 + 16);
            self.text.reserve(room);
            let (result, used, _) = self.decoder.decode_to_string(chunk, &mut self.text, last);
            chunk = chunk.get(used..).unwrap_or_default();
            if result == CoderResult::InputEmpty {
                break;
            }
        }
        self.ended = last;
        if self.bare_cr.is_none() && (self.text.len() > 16 * 1024 || last) {
            self.bare_cr = Some(!self.text.contains('\n') && self.text.contains('\r'));
        }
    }
}

/// The records of a text.
pub(crate) struct Records<R> {
    pub(crate) lines: Lines<R>,
    dialect: Dialect,
    /// The number of the record last handed out.
    number: u64,
}

impl<R: Read> Records<R> {
    /// Records from here on; `number` have been taken already.
    pub(crate) fn new(lines: Lines<R>, dialect: Dialect, number: u64) -> Self {
        Self { lines, dialect, number }
    }

    fn open_quote(&mut self, first: &str) -> Row {
        let plain = Dialect { quoted: false, ..self.dialect };
        let mut fields = Vec::new();
        split(first, plain, &mut fields);
        // Only the stray mark goes; the cells around it keep what they say.
        let column = fields.iter().position(|f| f.trim_start().starts_with('"')).unwrap_or(0);
        let unquoted: Vec<&str> = fields
            .iter()
            .map(|f| {
                let f = f.trim();
                f.strip_prefix('"').map_or(f, |inner| inner.strip_suffix('"').unwrap_or(inner))
            })
            .collect();
        let mut row = Row::from_fields(self.number, unquoted);
        row.blemishes.push((column, Blemish::OpenQuote));
        row
    }
}

impl<R: Read> Iterator for Records<R> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let first = self.lines.next_line()?;
        self.number += 1;
        if let Some(fields) = split_simple(&first, self.dialect) {
            return Some(Row::from_fields(self.number, fields));
        }
        let mut fields = Vec::new();
        if split(&first, self.dialect, &mut fields) {
            return Some(Row::from_fields(self.number, fields.iter().map(String::as_str)));
        }
        // A quoted cell goes on: take lines until its mark closes.
        let mut taken: Vec<String> = Vec::new();
        let mut whole = first.clone();
        while taken.len() < MAX_QUOTED_LINES && whole.len() < MAX_QUOTED_BYTES {
            let Some(line) = self.lines.next_line() else { break };
            whole.push('\n');
            whole.push_str(&line);
            // A line without a mark cannot close the cell: no need to split again.
            let may_close = line.contains('"');
            taken.push(line);
            fields.clear();
            if may_close && split(&whole, self.dialect, &mut fields) {
                return Some(Row::from_fields(self.number, fields.iter().map(String::as_str)));
            }
        }
        self.lines.put_back(taken.into_iter());
        Some(self.open_quote(&first))
    }
}

/// The cells of a line whose quotation marks all enclose a whole cell, as parts of the line: nearly
/// every line of nearly every file. Of any other line nothing is said.
fn split_simple(line: &str, dialect: Dialect) -> Option<Vec<&str>> {
    let mut fields = Vec::new();
    let mut rest = line;
    loop {
        let (field, after) = match rest.strip_prefix('"').filter(|_| dialect.quoted) {
            Some(inner) => {
                let (field, after) = inner.split_once('"')?;
                match after.strip_prefix(dialect.delimiter) {
                    Some(next) => (field, Some(next)),
                    None if after.is_empty() => (field, None),
                    None => return None,
                }
            }
            None => {
                let (field, after) = match rest.split_once(dialect.delimiter) {
                    Some((field, after)) => (field, Some(after)),
                    None => (rest, None),
                };
                if dialect.quoted && field.contains('"') {
                    return None;
                }
                (field, after)
            }
        };
        fields.push(field);
        match after {
            Some(next) => rest = next,
            None => return Some(fields),
        }
    }
}

/// Splits a line into cells. False when a quoted cell is still open at its end.
pub(crate) fn split(line: &str, dialect: Dialect, fields: &mut Vec<String>) -> bool {
    let mut field = String::new();
    let mut characters = line.chars().peekable();
    let mut quoted = false;
    let mut start = true;
    // `="1,2"`: Excel's way of text; the marks belong to the cell and its commas are its own.
    let mut literal = false;
    while let Some(character) = characters.next() {
        if quoted {
            match character {
                '"' if characters.peek() == Some(&'"') => {
                    characters.next();
                    field.push('"');
                }
                '"' => quoted = false,
                c => field.push(c),
            }
            continue;
        }
        match character {
            c if c == dialect.delimiter && !literal => {
                fields.push(std::mem::take(&mut field));
                start = true;
                continue;
            }
            '"' if dialect.quoted && start => quoted = true,
            '"' if dialect.quoted && !literal && field == "=" => {
                literal = true;
                field.push('"');
            }
            '"' if literal => {
                literal = false;
                field.push('"');
            }
            // Blanks before the opening mark are no content.
            ' ' if start && dialect.quoted && dialect.delimiter != ' ' => {
                field.push(' ');
                continue;
            }
            c => field.push(c),
        }
        start = false;
    }
    if literal {
        // `="` without an end: take the commas as separators after all.
        fields.clear();
        return split(line, Dialect { quoted: false, ..dialect }, fields);
    }
    fields.push(field);
    !quoted
}

/// The delimiter of the header line: the one that cuts it into the most cells with known names,
/// else into the most cells. Data lines do not vote: an Alipay ledger has tabs inside its cells.
pub(crate) fn delimiter_of(line: &str, known: &dyn Fn(&str) -> bool) -> (char, usize, usize) {
    let mut best = (',', 0, 1);
    for delimiter in ['\t', ',', ';', '|', '，'] {
        let mut fields = Vec::new();
        split(line, Dialect { delimiter, quoted: true }, &mut fields);
        let names = fields.iter().filter(|f| known(f)).count();
        if (names, fields.len()) > (best.1, best.2) {
            best = (delimiter, names, fields.len());
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// The short way through a simple line and the long way through any line come to the same cells.
        #[test]
        fn a_simple_line_has_the_same_cells_either_way(line in "[a,;\\t \"='裙1]{0,20}", quoted: bool) {
            for delimiter in [',', ';', '\t'] {
                let dialect = Dialect { delimiter, quoted };
                if let Some(simple) = split_simple(&line, dialect) {
                    let mut fields = Vec::new();
                    proptest::prop_assert!(split(&line, dialect, &mut fields));
                    proptest::prop_assert_eq!(simple, fields);
                }
            }
        }
    }
}
