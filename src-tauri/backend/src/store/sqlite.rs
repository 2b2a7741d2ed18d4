//! The embedded engine: one writer, a pool of read-only connections, WAL, `synchronous=FULL`.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::{Mutex, MutexGuard};
use rusqlite::types::{ToSqlOutput, ValueRef as EngineRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, Statement, ToSql, ffi, params_from_iter};
use serde::de::DeserializeOwned;

use super::{
    Dialect, Files, Migration, RowAccess, StoreError, StoreResult, Value, ValueRef, files,
    from_row, migrate, search,
};

/// The name of the database inside a shop's folder.
pub const DATABASE: &str = "shop.db";

/// One shop's folder, opened: the database and the files.
pub struct Store {
    dir: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    files: Files,
    statements: Arc<AtomicU64>,
}

impl Store {
    /// Opens the shop in `dir`, making it when the folder is empty, and brings the database up to
    /// date in one transaction (with a backup of the database taken before).
    pub fn open(dir: &Path, migrations: &[Migration]) -> StoreResult<Self> {
        std::fs::create_dir_all(dir).map_err(|e| StoreError::io(dir, e))?;
        let path = dir.join(DATABASE);
        let mut writer = Connection::open(&path)?;
        migrate::refuse_foreign(&writer)?;
        configure(&writer)?;
        migrate::run(&mut writer, dir, migrations)?;
        let files = Files::open(dir)?;
        Ok(Self {
            dir: dir.to_owned(),
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
            files,
            statements: Arc::default(),
        })
    }

    /// The shop's folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The content-addressed files.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Removes what a program that was cut off left half-written: uploads and backups under their
    /// temporary names. What is younger than a day may still be in the making by another program.
    pub fn clear_leftovers(&self) -> StoreResult<()> {
        self.files.clear_leftovers()?;
        files::clear_temporary(&self.dir.join("backups"))
    }

    /// How many statements have run since opening; for the test that lists do not grow queries.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// A consistent view for reading; does not wait for writers.
    pub fn read(&self) -> StoreResult<Reader<'_>> {
        let pooled = self.readers.lock().pop();
        let conn = match pooled {
            Some(conn) => conn,
            None => {
                let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                let conn = Connection::open_with_flags(self.dir.join(DATABASE), flags)?;
                configure_reader(&conn)?;
                conn
            }
        };
        conn.prepare_cached("begin")?.execute([])?;
        Ok(Reader { conn: Some(conn), store: self })
    }

    /// The one writer, inside a transaction. Dropped without [`Writer::commit`], nothing happened.
    pub fn write(&self) -> StoreResult<Writer<'_>> {
        let conn = self.writer.lock();
        conn.prepare_cached("begin immediate")?.execute([])?;
        Ok(Writer { conn, store: self, open: true })
    }

    pub(super) fn copy_database(&self, to: &Path) -> StoreResult<()> {
        let from =
            Connection::open_with_flags(self.dir.join(DATABASE), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let mut out = Connection::open(to)?;
        // All pages in one step: the copy is one moment of the shop, and WAL lets people go on.
        rusqlite::backup::Backup::new(&from, &mut out)?.run_to_completion(
            i32::MAX,
            std::time::Duration::ZERO,
            None,
        )?;
        // A copy carries no WAL of its own.
        out.pragma_update(None, "journal_mode", "delete")?;
        Ok(())
    }
}

#[cfg(test)]
pub(super) fn tamper(dir: &Path, sql: &str) -> StoreResult<()> {
    Ok(Connection::open(dir.join(DATABASE))?.execute_batch(sql)?)
}

fn configure(conn: &Connection) -> StoreResult<()> {
    conn.busy_timeout(std::time::Duration::from_secs(10))?;
    conn.pragma_update(None, "journal_mode", "wal")?;
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update(None, "foreign_keys", "on")?;
    configure_reader(conn)
}

fn configure_reader(conn: &Connection) -> StoreResult<()> {
    conn.busy_timeout(std::time::Duration::from_secs(10))?;
    conn.pragma_update(None, "temp_store", "memory")?;
    conn.pragma_update(None, "cache_size", -16_000)?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(())
}

/// A read transaction.
pub struct Reader<'s> {
    conn: Option<Connection>,
    store: &'s Store,
}

impl Reader<'_> {
    fn conn(&self) -> StoreResult<&Connection> {
        self.conn.as_ref().ok_or_else(|| StoreError::Sql("reader already closed".into()))
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        if let Some(conn) = self.conn.take() {
            // A connection that cannot end its transaction is not given to the next reader.
            let ended = conn.prepare_cached("commit").and_then(|mut s| s.execute([])).is_ok();
            if ended {
                self.store.readers.lock().push(conn);
            }
        }
    }
}

/// The write transaction.
pub struct Writer<'s> {
    conn: MutexGuard<'s, Connection>,
    store: &'s Store,
    open: bool,
}

impl Writer<'_> {
    /// Makes everything durable; returns only after the disk has it.
    pub fn commit(mut self) -> StoreResult<()> {
        self.conn.prepare_cached("commit")?.execute([])?;
        self.open = false;
        Ok(())
    }

    /// Runs one changing statement; returns how many rows it changed.
    pub fn exec(&self, sql: &str, params: &[Value]) -> StoreResult<usize> {
        self.store.statements.fetch_add(1, Ordering::Relaxed);
        let mut statement = self.conn.prepare_cached(sql).map_err(|e| named(e, sql))?;
        statement.execute(params_from_iter(params)).map_err(|e| named(e, sql))
    }

    /// Runs an `insert` of one row into a table whose key is `id`; answers the id it got.
    pub fn insert(&self, sql: &str, params: &[Value]) -> StoreResult<i64> {
        self.exec(sql, params)?;
        Ok(self.conn.last_insert_rowid())
    }

    /// Runs one changing statement that answers a row (`returning`).
    pub fn returning<T: DeserializeOwned>(&self, sql: &str, params: &[Value]) -> StoreResult<T> {
        self.store.statements.fetch_add(1, Ordering::Relaxed);
        let mut out = None;
        let mut statement = self.conn.prepare_cached(sql).map_err(|e| named(e, sql))?;
        each(&mut statement, sql, params, &mut |row| {
            out = Some(from_row(row)?);
            Ok(true)
        })?;
        out.ok_or(StoreError::NoRow)
    }

    /// Puts the text of row `id` into the full-text index `index`, replacing what it had.
    pub fn index_text(&self, index: &str, id: i64, text: &str) -> StoreResult<()> {
        self.unindex_text(index, id)?;
        self.index_new_text(index, id, text)
    }

    /// As [`Writer::index_text`] for a row that was not in the index before.
    pub fn index_new_text(&self, index: &str, id: i64, text: &str) -> StoreResult<()> {
        let sql = format!("insert into search_{index} (rowid, words) values (?1, ?2)");
        self.exec(&sql, &[id.into(), search::tokens(text).into()])?;
        Ok(())
    }

    /// Takes row `id` out of the full-text index.
    pub fn unindex_text(&self, index: &str, id: i64) -> StoreResult<()> {
        self.unindex_texts(index, id, id)
    }

    /// Takes the rows `first` to `last` out of the full-text index.
    pub fn unindex_texts(&self, index: &str, first: i64, last: i64) -> StoreResult<()> {
        let sql = format!("delete from search_{index} where rowid between ?1 and ?2");
        self.exec(&sql, &[first.into(), last.into()])?;
        Ok(())
    }
}

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        if self.open {
            // Nothing more can be done here: the connection also rolls back when it is closed.
            let _ = self.conn.execute_batch("rollback");
        }
    }
}

/// What readers and the writer have in common: asking.
pub trait Ask {
    /// How the engine behind it says what the shared dialect has no words for.
    fn dialect(&self) -> Dialect;

    /// Calls `f` for every row until it answers `false`.
    fn each(
        &self,
        sql: &str,
        params: &[Value],
        f: &mut dyn FnMut(&dyn RowAccess) -> StoreResult<bool>,
    ) -> StoreResult<()>;
}

impl dyn Ask + '_ {
    /// All rows.
    pub fn all<T: DeserializeOwned>(&self, sql: &str, params: &[Value]) -> StoreResult<Vec<T>> {
        let mut out = Vec::new();
        self.each(sql, params, &mut |row| {
            out.push(from_row(row)?);
            Ok(true)
        })?;
        Ok(out)
    }

    /// The first row, if any.
    pub fn maybe<T: DeserializeOwned>(
        &self,
        sql: &str,
        params: &[Value],
    ) -> StoreResult<Option<T>> {
        let mut out = None;
        self.each(sql, params, &mut |row| {
            out = Some(from_row(row)?);
            Ok(false)
        })?;
        Ok(out)
    }

    /// The first row; [`StoreError::NoRow`] when there is none.
    pub fn one<T: DeserializeOwned>(&self, sql: &str, params: &[Value]) -> StoreResult<T> {
        self.maybe(sql, params)?.ok_or(StoreError::NoRow)
    }
}

impl Ask for Reader<'_> {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn each(
        &self,
        sql: &str,
        params: &[Value],
        f: &mut dyn FnMut(&dyn RowAccess) -> StoreResult<bool>,
    ) -> StoreResult<()> {
        self.store.statements.fetch_add(1, Ordering::Relaxed);
        let mut statement = self.conn()?.prepare_cached(sql).map_err(|e| named(e, sql))?;
        each(&mut statement, sql, params, f)
    }
}

impl Ask for Writer<'_> {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn each(
        &self,
        sql: &str,
        params: &[Value],
        f: &mut dyn FnMut(&dyn RowAccess) -> StoreResult<bool>,
    ) -> StoreResult<()> {
        self.store.statements.fetch_add(1, Ordering::Relaxed);
        let mut statement = self.conn.prepare_cached(sql).map_err(|e| named(e, sql))?;
        // Asking must not change: what changes goes by the ways that leave a trail.
        if !statement.readonly() {
            return Err(StoreError::Sql(format!("a question that changes: {sql}")));
        }
        each(&mut statement, sql, params, f)
    }
}

fn each(
    statement: &mut Statement<'_>,
    sql: &str,
    params: &[Value],
    f: &mut dyn FnMut(&dyn RowAccess) -> StoreResult<bool>,
) -> StoreResult<()> {
    let columns = Columns {
        names: statement.column_names().map(str::to_owned).collect(),
        places: OnceCell::new(),
    };
    let mut rows = statement.query(params_from_iter(params)).map_err(|e| named(e, sql))?;
    while let Some(row) = rows.next().map_err(|e| named(e, sql))? {
        if !f(&Current { row, columns: &columns })? {
            break;
        }
    }
    Ok(())
}

/// A statement's columns, read once: every cell of every row is found by them.
struct Columns {
    names: Vec<String>,
    /// The fields asked for first, and where their columns are.
    places: OnceCell<(&'static [&'static str], Option<Vec<usize>>)>,
}

/// The row a statement stands on.
struct Current<'a, 'stmt> {
    row: &'a rusqlite::Row<'stmt>,
    columns: &'a Columns,
}

impl RowAccess for Current<'_, '_> {
    fn width(&self) -> usize {
        self.columns.names.len()
    }
    fn name(&self, i: usize) -> &str {
        self.columns.names.get(i).map(String::as_str).unwrap_or_default()
    }
    fn places(&self, fields: &'static [&'static str]) -> Option<&[usize]> {
        let find = |field: &&str| self.columns.names.iter().position(|name| name == field);
        let (kept, places) =
            self.columns.places.get_or_init(|| (fields, fields.iter().map(find).collect()));
        places.as_deref().filter(|_| std::ptr::eq(*kept, fields))
    }
    fn get(&self, i: usize) -> ValueRef<'_> {
        match self.row.get_ref(i) {
            Ok(EngineRef::Integer(n)) => ValueRef::Int(n),
            Ok(EngineRef::Real(x)) => ValueRef::Real(x),
            Ok(EngineRef::Text(bytes)) => {
                std::str::from_utf8(bytes).map_or(ValueRef::Blob(bytes), ValueRef::Text)
            }
            Ok(EngineRef::Blob(bytes)) => ValueRef::Blob(bytes),
            Ok(EngineRef::Null) | Err(_) => ValueRef::Null,
        }
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => EngineRef::Null,
            Self::Int(n) => EngineRef::Integer(*n),
            Self::Real(x) => EngineRef::Real(*x),
            Self::Text(s) => EngineRef::Text(s.as_bytes()),
            Self::Blob(b) => EngineRef::Blob(b),
        }))
    }
}

fn named(err: rusqlite::Error, sql: &str) -> StoreError {
    match StoreError::from(err) {
        StoreError::Sql(message) => StoreError::Sql(format!("{message} in: {sql}")),
        other => other,
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(err: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, message) = &err else {
            return match err {
                rusqlite::Error::QueryReturnedNoRows => Self::NoRow,
                other => Self::Sql(other.to_string()),
            };
        };
        let text = message.clone().unwrap_or_else(|| failure.to_string());
        match (failure.code, failure.extended_code) {
            (_, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => {
                Self::Unique(text.trim_start_matches("UNIQUE constraint failed: ").to_owned())
            }
            (ErrorCode::ConstraintViolation, _) => Self::Constraint(text),
            (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Self::Busy(text),
            (ErrorCode::DiskFull, _) => Self::Full(text),
            (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _) => Self::Damaged(text),
            _ => Self::Sql(text),
        }
    }
}
