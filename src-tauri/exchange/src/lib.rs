//! The selling platforms' files, read and written; pure: bytes in, typed records and row errors
//! out. No database, no clock, no network.

pub mod input;
pub mod names;
pub mod numbers;
pub mod refused;
pub mod sniff;
pub mod table;
