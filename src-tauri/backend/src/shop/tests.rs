//! The shop as a whole, through its one door.

mod grid;
mod growth;
mod guard;
mod keeping;
mod kept;
mod labels;
mod lives;
mod notices;
mod seeing;
mod sweeping;
mod undoing;
