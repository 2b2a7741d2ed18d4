//! Numbered migrations, applied together or not at all.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::{Dialect, StoreError, StoreResult, entries};

/// The forward-compatibility number kept in the file: a program refuses a file with a larger one.
/// Raised only when an older program could harm the newer data.
pub const FORMAT: i64 = 1;

/// Marks the file as a shop's (`Shop` in ASCII).
const APPLICATION_ID: i64 = 0x5368_6f70;

/// One numbered step of the schema. Never edited once released; a later number corrects it.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Unique over all rooms and rising: `yyyymmddnn`.
    pub id: i64,
    /// The room it belongs to.
    pub room: &'static str,
    /// Statements in the shared dialect. Tables are written as `create table … strict;` with the types
    /// `integer` (64 bits), `real`, `text` and `blob` and the key `id integer primary key`, which
    /// numbers itself: a form simple enough for another engine's store to put in its own words.
    pub sql: &'static str,
    /// Full-text indexes to make: `listing` becomes searchable under that name.
    pub search: &'static [&'static str],
    /// Tables of it whose rows are never changed or taken away.
    pub append_only: &'static [&'static str],
}

pub(super) fn run(conn: &mut Connection, dir: &Path, migrations: &[Migration]) -> StoreResult<()> {
    conn.execute_batch(
        "create table if not exists migration (
            id integer primary key, room text not null, applied_at integer not null) strict;",
    )?;
    let mut todo: Vec<Migration> = Vec::new();
    for migration in migrations {
        let known: bool = conn.query_row(
            "select exists (select 1 from migration where id = ?1)",
            [migration.id],
            |r| r.get(0),
        )?;
        if !known {
            todo.push(*migration);
        }
    }
    if todo.is_empty() {
        return Ok(());
    }
    todo.sort_by_key(|m| m.id);
    let fresh: bool =
        conn.query_row("select not exists (select 1 from migration)", [], |r| r.get(0))?;
    if !fresh {
        keep_copy(conn, dir)?;
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for migration in &todo {
        tx.execute_batch(migration.sql)
            .map_err(|e| StoreError::Sql(format!("migration {}: {e}", migration.id)))?;
        for table in migration.append_only {
            tx.execute_batch(&Dialect::Sqlite.append_only(table))?;
        }
        for index in migration.search {
            tx.execute_batch(&entries::create(index))?;
        }
        tx.execute(
            "insert into migration (id, room, applied_at) values (?1, ?2, ?3)",
            (migration.id, migration.room, chrono::Utc::now().timestamp_millis()),
        )?;
    }
    tx.pragma_update(None, "user_version", FORMAT)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.commit()?;
    Ok(())
}

/// Refuses what a newer program or another one altogether has made, before anything is written.
pub(super) fn refuse_foreign(conn: &Connection) -> StoreResult<()> {
    let found: i64 = conn.query_row("pragma user_version", [], |r| r.get(0))?;
    if found > FORMAT {
        return Err(StoreError::Newer { found, known: FORMAT });
    }
    let application: i64 = conn.query_row("pragma application_id", [], |r| r.get(0))?;
    let tables: i64 = conn.query_row("select count(*) from sqlite_schema", [], |r| r.get(0))?;
    if tables > 0 && application != APPLICATION_ID {
        // A file whose first migration never finished holds at most the empty list of migrations.
        let other: i64 = conn.query_row(
            "select count(*) from sqlite_schema where tbl_name not in ('migration')",
            [],
            |r| r.get(0),
        )?;
        if other > 0 {
            return Err(StoreError::Damaged("not a shop's database".into()));
        }
    }
    Ok(())
}

fn keep_copy(conn: &Connection, dir: &Path) -> StoreResult<()> {
    let folder = dir.join("backups");
    std::fs::create_dir_all(&folder).map_err(|e| StoreError::io(&folder, e))?;
    let stamp = chrono::Utc::now().format("%Y%m%d-%H%M%S%3f");
    let path = folder.join(format!("before-upgrade-{stamp}.db"));
    let mut copy = Connection::open(&path)?;
    rusqlite::backup::Backup::new(conn, &mut copy)?.run_to_completion(
        i32::MAX,
        std::time::Duration::ZERO,
        None,
    )?;
    Ok(())
}
