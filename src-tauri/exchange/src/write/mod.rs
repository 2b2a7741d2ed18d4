//! The same formats back out: for uploads, for the demonstration, and to show that what is read is
//! what was written.

mod amazon;
mod datapack;
mod ebay;

pub use amazon::{amazon_all_listings, amazon_inventory_loader};
pub use datapack::{DataPackColumns, datapack};
pub use ebay::{EbaySite, ebay_listings};

use crate::records::Pair;
use crate::refused::{Refused, RefusedReason};

/// A file that was written, and what the format could not hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was left out or changed, in Chinese.
    pub notes: Vec<String>,
}

fn extra<'a>(pairs: &'a [Pair], name: &str) -> &'a str {
    pairs
        .iter()
        .find(|pair| pair.name.eq_ignore_ascii_case(name))
        .map_or("", |pair| pair.value.as_str())
}

/// A cell of a tab-separated file that quotes nothing: no tab, no line end.
fn flat(text: &str) -> String {
    text.replace(['\t', '\r', '\n'], " ")
}

fn csv_bytes(delimiter: u8, rows: &[Vec<String>]) -> Result<Vec<u8>, Refused> {
    let failed = |_| Refused::new(RefusedReason::NotWritable, "文件没有写成，请重试。");
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).map_err(failed)?;
    }
    writer
        .into_inner()
        .map_err(|_| Refused::new(RefusedReason::NotWritable, "文件没有写成，请重试。"))
}
