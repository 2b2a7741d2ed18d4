//! Workbooks through the door, read back cell by cell as a program would.

mod exports;
mod kit;
mod office;
mod prices;
mod production;
