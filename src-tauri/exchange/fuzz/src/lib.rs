//! What the targets share: what must hold of any file that is read.

use std::io::{Cursor, Write};

use shopdesk_exchange::{FileResult, Input, ReadOptions, Records, read, recognise};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Reads a file as an import does, from the first look to the sheet of bad rows: it is refused with a
/// sentence, or each of its rows is accounted for.
pub fn import(input: &Input, options: &ReadOptions) -> Vec<FileResult> {
    if let Err(refused) = recognise(input, options) {
        assert!(!refused.message.is_empty());
    }
    let results = match read(input, options) {
        Ok(results) => results,
        Err(refused) => {
            assert!(!refused.message.is_empty());
            return Vec::new();
        }
    };
    for result in &results {
        let records = match &result.records {
            Records::Products(products) => products.len(),
            Records::Listings(listings) => listings.len(),
        };
        assert!(records as u64 <= result.rows_ok, "a record without a row");
        assert!(result.rows_bad.iter().all(|it| !it.why.is_empty()));
        let (header, rows) = result.bad_rows_sheet();
        assert_eq!(rows.len(), result.bad_row_count());
        assert!(rows.iter().all(|row| row.len() == header.len()));
    }
    results
}

/// A zip of these files, not compressed: what the fuzzer changes stays what the reader sees.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        zip.start_file(*name, stored).expect("memory takes it");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

/// A workbook library may stop within its fence, which reports the file as damaged. Without this the
/// fuzzer would end at the first such stop, inside the fence or not; a stop outside still ends it.
pub fn trust_the_fence() {
    std::panic::set_hook(Box::new(|_| {}));
}
