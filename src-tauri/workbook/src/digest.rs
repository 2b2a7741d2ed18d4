//! The fingerprint of the data in a workbook.
//!
//! SHA-256 over, for every sheet: its name, its columns' titles and kinds, and every cell in order,
//! each with a tag for its type and a length before text. Colours, widths and charts do not count,
//! nor does how rows are split over Excel's sheets.

use std::fmt::Write;

use chrono::Datelike;
use sha2::{Digest as _, Sha256};

use crate::sheet::Column;
use crate::value::Cell;

pub(crate) struct Digest {
    hasher: Sha256,
    pending: Vec<u8>,
}

const BLOCK: usize = 64 * 1024;

impl Digest {
    pub(crate) fn new() -> Digest {
        Digest { hasher: Sha256::new(), pending: Vec::with_capacity(BLOCK + 4096) }
    }

    pub(crate) fn sheet(&mut self, name: &str, columns: &[Column]) {
        self.text(b'S', name);
        for column in columns {
            self.text(b'C', &column.title);
            self.text(b'K', &format!("{:?}", column.kind));
        }
    }

    pub(crate) fn row(&mut self, cells: &[Cell]) {
        self.pending.push(b'\n');
        for cell in cells {
            match cell {
                Cell::Empty => self.pending.push(b'e'),
                Cell::Dash => self.pending.push(b'-'),
                Cell::Masked => self.pending.push(b'*'),
                Cell::Text(text) => self.text(b't', text),
                Cell::Integer(n) => self.bytes(b'i', n.to_le_bytes()),
                Cell::Number(n) => self.bytes(b'n', n.to_bits().to_le_bytes()),
                Cell::Money(minor) => self.bytes(b'm', minor.to_le_bytes()),
                Cell::MoneyIn(minor, currency) => {
                    self.bytes(b'M', minor.to_le_bytes());
                    self.pending.extend_from_slice(currency.code().as_bytes());
                }
                Cell::Day(day) => self.bytes(b'd', day.num_days_from_ce().to_le_bytes()),
                Cell::Instant(at) => self.bytes(b'a', at.to_le_bytes()),
                Cell::Bool(yes) => self.bytes(b'b', [u8::from(*yes)]),
                Cell::Image(picture) => {
                    self.text(b'p', &picture.alt);
                    self.pending.extend_from_slice(&Sha256::digest(&*picture.bytes));
                }
                Cell::Link(link) => {
                    self.text(b'u', &link.0);
                    self.text(b't', &link.1);
                }
            }
        }
        if self.pending.len() >= BLOCK {
            self.hasher.update(&self.pending);
            self.pending.clear();
        }
    }

    pub(crate) fn finish(mut self) -> String {
        self.hasher.update(&self.pending);
        self.hasher.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    fn text(&mut self, tag: u8, text: &str) {
        self.bytes(tag, (text.len() as u64).to_le_bytes());
        self.pending.extend_from_slice(text.as_bytes());
    }

    fn bytes<const N: usize>(&mut self, tag: u8, bytes: [u8; N]) {
        self.pending.push(tag);
        self.pending.extend_from_slice(&bytes);
    }
}
