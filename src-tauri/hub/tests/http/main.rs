//! The hub over real HTTP: the program itself, a port of its own, and requests as a browser, a
//! script or somebody with bad intentions sends them.

#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod door;
mod files;
mod live;
mod support;
