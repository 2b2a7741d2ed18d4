//! Any rows under the headers of Amazon's listings reports and loader; what was read can be written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::write::{amazon_all_listings, amazon_inventory_loader};
use shopdesk_exchange::{Input, ReadOptions, Records};
use shopdesk_exchange_fuzz::import;

const HEADERS: [&str; 3] = [
    "item-name\titem-description\tlisting-id\tseller-sku\tprice\tquantity\topen-date\timage-url\titem-condition\tasin1\tstatus\tfulfillment-channel",
    "sku\tasin\tprice\tquantity",
    "sku\tproduct-id\tproduct-id-type\tprice\tminimum-seller-allowed-price\titem-condition\tquantity\tadd-delete\thandling-time",
];

fuzz_target!(|bytes: &[u8]| {
    for header in HEADERS {
        let mut file = format!("{header}\r\n").into_bytes();
        file.extend_from_slice(bytes);
        for result in import(&Input::bytes("fuzz.txt", file), &ReadOptions::default()) {
            if let Records::Listings(listings) = &result.records {
                let _ = amazon_all_listings(listings);
                let _ = amazon_inventory_loader(listings);
            }
        }
    }
});
