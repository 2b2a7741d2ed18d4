//! How a text file is encoded: byte-order mark, strict UTF-8, then GB18030, Windows-1252 and
//! `Shift_JIS` by how likely the decoded text is.

use std::io::Read;

use encoding_rs::{Encoding, GB18030, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};

use crate::input::Input;
use crate::refused::Refused;

/// An encoding this crate reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, little end first: the data pack's own.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// GB18030, which holds GBK and GB2312: most Chinese exports.
    Gb18030,
    /// Windows-1252: Amazon's old listing reports.
    Windows1252,
    /// `Shift_JIS`: Amazon Japan.
    ShiftJis,
}

impl TextEncoding {
    /// The name people know it by.
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GBK/GB18030（简体中文）",
            Self::Windows1252 => "Windows-1252（西欧）",
            Self::ShiftJis => "Shift_JIS（日文）",
        }
    }

    pub(crate) fn codec(self) -> &'static Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Gb18030 => GB18030,
            Self::Windows1252 => WINDOWS_1252,
            Self::ShiftJis => SHIFT_JIS,
        }
    }

    /// Decodes bytes, a byte-order mark removed, what is not valid replaced.
    pub fn decode(self, bytes: &[u8]) -> String {
        self.codec().decode_with_bom_removal(bytes).0.into_owned()
    }

    /// Encodes text; what the encoding lacks becomes `?`.
    pub fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Self::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Self::Utf8 => text.as_bytes().to_vec(),
            _ => {
                let (bytes, _, unmappable) = self.codec().encode(text);
                if !unmappable {
                    return bytes.into_owned();
                }
                let mut bytes = Vec::with_capacity(text.len());
                let mut buffer = [0_u8; 4];
                for character in text.chars() {
                    let (part, _, lost) = self.codec().encode(character.encode_utf8(&mut buffer));
                    if lost { bytes.push(b'?') } else { bytes.extend_from_slice(&part) }
                }
                bytes
            }
        }
    }
}

/// One way a file may be encoded, with its first lines read that way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct EncodingGuess {
    /// The encoding.
    pub encoding: TextEncoding,
    /// Its name for people.
    pub label: &'static str,
    /// The first lines with anything but ASCII in them, decoded.
    pub preview: String,
}

/// Bytes of lines beyond ASCII that are judged.
const SAMPLE: usize = 64 * 1024;

/// How a file may be encoded, best first; empty when it is not text at all.
pub fn guess_encoding(input: &Input) -> Result<Vec<EncodingGuess>, Refused> {
    let scan = Scan::of(input)?;
    let ranked = scan.ranked();
    Ok(ranked
        .into_iter()
        .map(|encoding| EncodingGuess {
            encoding,
            label: encoding.label(),
            preview: preview(&encoding.decode(scan.evidence())),
        })
        .collect())
}

fn preview(text: &str) -> String {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .take(3)
        .map(|line| line.chars().take(120).collect::<String>())
        .collect::<Vec<_>>()
        .join("\n")
}

/// One pass over a file's bytes.
struct Scan {
    /// The first bytes.
    head: Vec<u8>,
    /// Lines with bytes above ASCII.
    sample: Vec<u8>,
    /// Byte sequences that are good UTF-8 beyond ASCII, and those that are not.
    utf8_good: u64,
    utf8_bad: u64,
    zeros_even: u64,
    zeros_odd: u64,
    controls: u64,
    total: u64,
}

impl Scan {
    fn of(input: &Input) -> Result<Self, Refused> {
        let mut scan = Self {
            head: Vec::new(),
            sample: Vec::new(),
            utf8_good: 0,
            utf8_bad: 0,
            zeros_even: 0,
            zeros_odd: 0,
            controls: 0,
            total: 0,
        };
        let mut reader = input.open()?;
        let mut buffer = vec![0_u8; 64 * 1024];
        let mut line: Vec<u8> = Vec::new();
        loop {
            let read = match reader.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Refused::unreadable(input.name(), &error)),
            };
            let chunk = buffer.get(..read).unwrap_or_default();
            if scan.head.len() < 4096 {
                scan.head.extend(chunk.iter().take(4096 - scan.head.len()));
            }
            scan.count(chunk);
            for part in chunk.split_inclusive(|byte| *byte == b'\n') {
                // Mostly a line lies whole in what was read.
                if line.is_empty() && part.ends_with(b"\n") {
                    scan.line(part);
                    continue;
                }
                line.extend_from_slice(part);
                if part.ends_with(b"\n") || line.len() >= 256 * 1024 {
                    scan.line(&line);
                    line.clear();
                }
            }
        }
        scan.line(&line);
        Ok(scan)
    }

    /// Counts what hardly a text has.
    fn count(&mut self, chunk: &[u8]) {
        for (at, &byte) in (self.total..).zip(chunk) {
            // Above 32 there is nothing to count: one comparison for nearly every byte.
            if byte >= 32 || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a) {
                continue;
            }
            match (byte, at.is_multiple_of(2)) {
                (0, true) => self.zeros_even += 1,
                (0, false) => self.zeros_odd += 1,
                _ => self.controls += 1,
            }
        }
        self.total += chunk.len() as u64;
    }

    fn line(&mut self, line: &[u8]) {
        if line.is_ascii() {
            return;
        }
        // A character beyond ASCII begins with one byte above these.
        let characters = |text: &str| text.bytes().filter(|b| *b >= 0xC0).count() as u64;
        if let Ok(whole) = std::str::from_utf8(line) {
            self.utf8_good += characters(whole);
        } else {
            for part in line.utf8_chunks() {
                self.utf8_good += characters(part.valid());
                self.utf8_bad += u64::from(!part.invalid().is_empty());
            }
        }
        if self.sample.len() < SAMPLE {
            self.sample.extend(line.iter().take(SAMPLE - self.sample.len()));
        }
    }

    /// What a preview shows: lines that the guesses read differently.
    fn evidence(&self) -> &[u8] {
        let wide = self.zeros_even + self.zeros_odd > 0 || self.sample.is_empty();
        if wide || self.head.starts_with(&[0xFF, 0xFE]) || self.head.starts_with(&[0xFE, 0xFF]) {
            &self.head
        } else {
            &self.sample
        }
    }

    fn ranked(&self) -> Vec<TextEncoding> {
        if self.head.starts_with(&[0xFF, 0xFE]) {
            return vec![TextEncoding::Utf16Le];
        }
        if self.head.starts_with(&[0xFE, 0xFF]) {
            return vec![TextEncoding::Utf16Be];
        }
        let zeros = self.zeros_even + self.zeros_odd;
        if zeros > 0 {
            return self.wide(zeros);
        }
        // A stray control character happens; a file full of them is no text.
        if self.controls * 50 > self.total {
            return Vec::new();
        }
        if self.utf8_bad == 0 {
            return vec![TextEncoding::Utf8];
        }
        // Text cut in the middle of a character, or with a handful of foreign bytes.
        let mostly_utf8 = self.utf8_good > self.utf8_bad.saturating_mul(20);
        let mut scored = [
            (TextEncoding::Gb18030, chinese_score(&self.sample)),
            (TextEncoding::Windows1252, western_score(&self.sample) + self.amazon_bonus()),
            (TextEncoding::ShiftJis, japanese_score(&self.sample)),
        ];
        scored.sort_by(|a, b| b.1.total_cmp(&a.1));
        if mostly_utf8 {
            return vec![TextEncoding::Utf8, scored[0].0, scored[1].0];
        }
        if scored[0].1 >= 0.75 && scored[0].1 - scored[1].1 >= 0.2 {
            return vec![scored[0].0];
        }
        scored.iter().map(|(encoding, _)| *encoding).collect()
    }

    /// UTF-16 without its mark shows by the zero halves of its ASCII.
    fn wide(&self, zeros: u64) -> Vec<TextEncoding> {
        if zeros * 5 < self.total || !self.total.is_multiple_of(2) {
            return Vec::new();
        }
        if self.zeros_odd > self.zeros_even.saturating_mul(8) {
            vec![TextEncoding::Utf16Le]
        } else if self.zeros_even > self.zeros_odd.saturating_mul(8) {
            vec![TextEncoding::Utf16Be]
        } else {
            Vec::new()
        }
    }

    /// Amazon's old reports are Windows-1252 and their header says whose they are.
    fn amazon_bonus(&self) -> f64 {
        let head = String::from_utf8_lossy(&self.head);
        let amazon = ["seller-sku", "item-name\t", "amazon-order-id", "product-id-type"];
        if amazon.iter().any(|name| head.contains(name)) { 0.25 } else { 0.0 }
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// How much of the sample is everyday Chinese: GB2312's first level (by frequency the bulk of any
/// text), its symbols, and the rest of the set for less.
fn chinese_score(sample: &[u8]) -> f64 {
    let (mut likely, mut whole) = (0.0, 0.0);
    let mut bytes = sample.iter().copied().peekable();
    while let Some(lead) = bytes.next() {
        if lead < 0x80 {
            continue;
        }
        whole += 1.0;
        let Some(&trail) = bytes.peek() else { break };
        match (lead, trail) {
            (0xB0..=0xD7 | 0xA1..=0xA3, 0xA1..=0xFE) => likely += 1.0,
            (0xD8..=0xF7, 0xA1..=0xFE) => likely += 0.7,
            (0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE) => likely += 0.2,
            (0x81..=0xFE, 0x30..=0x39) => likely += 0.6,
            _ => {
                likely -= 1.0;
                continue;
            }
        }
        bytes.next();
        // Four bytes: lead, digit, lead, digit.
        if (0x30..=0x39).contains(&trail) {
            bytes.next();
            bytes.next();
        }
    }
    ratio(likely, whole)
}

/// How much of the sample looks like letters with accents between plain letters.
fn western_score(sample: &[u8]) -> f64 {
    let (mut likely, mut whole) = (0.0, 0.0);
    let mut before = b' ';
    for run in sample.chunk_by(|a, b| (*a >= 0x80) == (*b >= 0x80)) {
        let Some(&first) = run.first() else { continue };
        if first < 0x80 {
            before = run.last().copied().unwrap_or(b' ');
            continue;
        }
        let length = run.len() as f64;
        whole += length;
        if run.iter().any(|b| matches!(b, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D)) {
            likely -= length;
        } else if run.len() <= 2 {
            let accents = run.iter().all(|b| *b >= 0xC0);
            likely += if accents && before.is_ascii_alphabetic() { length } else { 0.6 * length };
        }
    }
    ratio(likely, whole)
}

/// How much of the sample is kana and everyday kanji.
fn japanese_score(sample: &[u8]) -> f64 {
    let text = SHIFT_JIS.decode_without_bom_handling(sample).0;
    let (mut likely, mut whole) = (0.0, 0.0);
    for character in text.chars().filter(|c| !c.is_ascii()) {
        whole += 1.0;
        likely += match character {
            '\u{3041}'..='\u{30ff}' | '\u{3000}'..='\u{303f}' => 1.2,
            '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}' => 0.7,
            '\u{ff61}'..='\u{ff9f}' => 0.05,
            '\u{fffd}' => -1.5,
            _ => 0.1,
        };
    }
    ratio(likely, whole)
}
