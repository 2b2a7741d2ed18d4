//! The hub over real HTTP: the program itself, a port of its own, and requests as a browser, a
//! script or somebody with bad intentions sends them.

mod door;
mod files;
mod live;
mod support;
