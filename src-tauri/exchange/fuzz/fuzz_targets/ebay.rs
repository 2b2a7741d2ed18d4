//! Any rows under the headers of eBay's File Exchange become listings or bad rows; what was read can be
//! written or is refused with a sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::write::{EbaySite, ebay_listings};
use shopdesk_exchange::{Input, ReadOptions, Records};
use shopdesk_exchange_fuzz::import;

const HEADERS: [&str; 2] = [
    "*Action(SiteID=US|Country=US|Currency=USD|Version=1193),ItemID,CustomLabel,*Title,*Category,*StartPrice,*Quantity,Relationship,RelationshipDetails,PicURL,Description,*Format,*Duration",
    "Item number,Title,Custom label (SKU),Available quantity,Start price,Currency,Relationship,Relationship details",
];

fuzz_target!(|bytes: &[u8]| {
    let site = EbaySite { site: "US".into(), country: "CN".into(), currency: "USD".into() };
    for header in HEADERS {
        let mut file = format!("{header}\r\n").into_bytes();
        file.extend_from_slice(bytes);
        for result in import(&Input::bytes("fuzz.csv", file), &ReadOptions::default()) {
            if let Records::Listings(listings) = &result.records
                && let Err(refused) = ebay_listings(listings, &site)
            {
                assert!(!refused.message.is_empty());
            }
        }
    }
});
