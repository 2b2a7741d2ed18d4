//! What the tests share.
// Each test program uses its own part of this, and only tests do.
#![allow(dead_code, clippy::expect_used, clippy::panic)]

use std::path::Path;

use shopdesk_exchange::*;

/// A file of `tests/samples`: invented shops in the byte shapes of real exports.
pub fn sample(name: &str) -> Input {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name);
    Input::bytes(name, std::fs::read(path).expect("the sample is there"))
}

/// A file of the given text.
pub fn text(name: &str, content: &str) -> Input {
    Input::bytes(name, content.as_bytes())
}

/// Reads a file of one table.
pub fn only(input: &Input) -> FileResult {
    let mut results = read(input, &ReadOptions::default()).expect("readable");
    assert_eq!(results.len(), 1);
    results.remove(0)
}

/// The products of a result.
pub fn products(result: &FileResult) -> &[ProductRecord] {
    match &result.records {
        Records::Products(products) => products,
        Records::Listings(_) => panic!("listings, not products"),
    }
}

/// The listings of a result.
pub fn listings(result: &FileResult) -> &[ListingRecord] {
    match &result.records {
        Records::Listings(listings) => listings,
        Records::Products(_) => panic!("products, not listings"),
    }
}
