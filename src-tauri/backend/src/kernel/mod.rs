//! What every room stands on: errors, money, time, rights, life cycles, the context of an operation,
//! lists, numbers, audit, events, jobs, files, and the traits of operations.
//!
//! Deliberately absent: any noun of the shop. A product or a listing is not known here.

mod aside;
pub mod audit;
pub mod backups;
pub mod check;
mod context;
mod counts;
pub mod door;
mod error;
pub mod events;
pub mod files;
pub mod jobs;
pub mod kept;
pub mod lifecycle;
pub mod list;
mod money;
pub mod notices;
mod number;
pub mod ops;
pub mod rights;
pub mod sweep;
mod table;
mod time;
pub mod trail;
pub mod undo;

pub use aside::Aside;
pub use context::{BulkInsert, Cx, Tx, View};
pub use door::{Command, Entry, Query, Room, Seed};
pub use error::{Code, Error, Result};
pub use kept::{Follow, Index, Kept, Stray};
pub use lifecycle::{ActionState, Lifecycle, State, Step, Tone, Who};
pub use money::{Currency, Money, share};
pub use number::Series;
pub use rights::{Caller, Field, Hat, Level, Module, Need, Post, Sealed};
pub use table::{Kind, Names, Table};
pub use time::{Clock, Day, Zone, millis};
