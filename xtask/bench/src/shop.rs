//! The shop that is measured: the demo shop with a million listings, made once and kept beside the
//! build (`target/bench/shop`), and a bare connection to the same database.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Result, anyhow};
use rusqlite::Connection;
use serde_json::Value as Json;
use shopdesk::Shop;
use shopdesk::kernel::rights::Caller;

/// The large shop, opened when the first row needs it.
#[derive(Default)]
pub struct Large {
    open: Option<(Shop, Caller, PathBuf)>,
}

impl Large {
    /// The shop and its supervisor.
    pub fn open(&mut self) -> Result<(&Shop, &Caller, &Path)> {
        if self.open.is_none() {
            let dir = folder()?.join("shop");
            let whole = dir.join("whole");
            if !whole.is_file() {
                eprintln!("making a shop with a million listings in {} …", dir.display());
                let started = Instant::now();
                if dir.exists() {
                    std::fs::remove_dir_all(&dir)?;
                }
                shopdesk::demo::make(&dir, true).map_err(refused)?;
                std::fs::write(&whole, "made whole")?;
                eprintln!("made in {:.0} s", started.elapsed().as_secs_f64());
            }
            let shop = Shop::open(&dir).map_err(refused)?;
            let caller = shop.local("linwan", "cli").map_err(refused)?;
            self.open = Some((shop, caller, dir));
        }
        match &self.open {
            Some((shop, caller, dir)) => Ok((shop, caller, dir)),
            None => Err(anyhow!("no shop")),
        }
    }
}

/// Where measurements keep what they made.
pub fn folder() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2).ok_or_else(|| anyhow!("not inside target/"))?;
    let folder = target.join("bench");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The folder of a copy of the shop's database, for writing into it by hand.
pub fn copy(dir: &Path) -> Result<PathBuf> {
    let to = folder()?.join("copy");
    std::fs::create_dir_all(&to)?;
    let files = to.join("files");
    if files.exists() {
        std::fs::remove_dir_all(&files)?;
    }
    for name in ["shop.db", "shop.db-wal", "shop.db-shm"] {
        let old = to.join(name);
        if old.exists() {
            std::fs::remove_file(&old)?;
        }
    }
    // Everything into the one file first.
    bare(dir)?.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
    std::fs::copy(dir.join(shopdesk::store::DATABASE), to.join(shopdesk::store::DATABASE))?;
    Ok(to)
}

/// A program that another package keeps for measuring, built beside this one.
pub fn example(name: &str) -> std::process::Command {
    std::process::Command::new(beside(&format!("examples/{name}")))
}

/// A program built beside this one.
pub fn beside(name: &str) -> PathBuf {
    let mut path = std::env::current_exe().unwrap_or_default();
    path.pop();
    path.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A refusal of the shop as an error of this program.
pub fn refused(error: shopdesk::kernel::Error) -> anyhow::Error {
    anyhow!("{} [{}]", error.message, error.reason)
}

/// An operation through the door, as every page and program calls it.
pub fn call(shop: &Shop, caller: &Caller, name: &str, args: &Json) -> Result<String> {
    shop.call(caller, name, &args.to_string()).map_err(refused)
}

/// A bare connection with the settings that the shop's own have.
pub fn bare(dir: &Path) -> Result<Connection> {
    let conn = Connection::open(dir.join(shopdesk::store::DATABASE))?;
    conn.busy_timeout(std::time::Duration::from_secs(10))?;
    conn.pragma_update(None, "journal_mode", "wal")?;
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update(None, "foreign_keys", "on")?;
    conn.pragma_update(None, "temp_store", "memory")?;
    conn.pragma_update(None, "cache_size", -16_000)?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(conn)
}

/// Reads every column of every row of a statement into values of its own; answers how many rows.
pub fn read_all(conn: &Connection, sql: &str, params: &[rusqlite::types::Value]) -> Result<usize> {
    let mut statement = conn.prepare_cached(sql)?;
    let width = statement.column_count();
    let mut rows = statement.query(rusqlite::params_from_iter(params))?;
    let mut kept = Vec::new();
    while let Some(row) = rows.next()? {
        for i in 0..width {
            kept.push(row.get::<_, rusqlite::types::Value>(i)?);
        }
    }
    Ok(kept.len() / width.max(1))
}
