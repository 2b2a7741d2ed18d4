//! Any rows under a data pack's header become products or bad rows, alone and zipped with pictures; and
//! each picture that a product has can be fetched.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::{
    Input, PictureSource, ReadOptions, Records, documents, headers, read_document,
};
use shopdesk_exchange_fuzz::{import, zip};

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        import(&Input::bytes("fuzz.zip", bytes), &ReadOptions::default());
        return;
    }
    let keys: Vec<&str> = headers::names(headers::DATAPACK_KEYS).collect();
    let mut file = format!("version 1.00\r\n{}\r\n", keys.join("\t")).into_bytes();
    file.extend_from_slice(bytes);
    import(&Input::bytes("fuzz.csv", file.as_slice()), &ReadOptions::default());

    let zipped = zip(&[("fuzz.csv", &file), ("fuzz/a.tbi", b"\xff\xd8\xff"), ("fuzz/b.tbi", b"")]);
    let Ok(documents) = documents(&Input::bytes("fuzz.zip", zipped)) else { return };
    for document in &documents {
        let Ok(result) = read_document(document, &ReadOptions::default()) else { continue };
        let Records::Products(products) = result.records else { continue };
        for picture in products.iter().flat_map(|it| &it.pictures) {
            if let PictureSource::Entry(path) = &picture.source {
                assert!(document.pack.read(path).is_ok());
            }
        }
    }
});
