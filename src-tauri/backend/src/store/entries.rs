//! What stands in a full-text index, for the check that holds it against the rows. The index keeps
//! words and no text, so an entry is known by a number made of its words and their places.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::Connection;

use super::{Ask, StoreResult, ValueRef, search};

/// The words of an entry and their places as one number: another one when any of them differs.
pub type Print = u64;

const READ: &str = "select term, doc, offset";

/// Makes the full-text index of this name.
pub(super) fn create(index: &str) -> String {
    format!(
        "create virtual table search_{index} using fts5(
                    words, content='', contentless_delete=1, tokenize='unicode61')"
    )
}

pub(super) fn of(ask: &dyn Ask, index: &str) -> StoreResult<HashMap<i64, Print>> {
    // A view of the index that lives in this connection alone.
    let view = format!(
        "create virtual table if not exists temp.words_{index}
         using fts5vocab('main', 'search_{index}', 'instance')"
    );
    ask.each(&view, &[], &mut |_| Ok(true))?;
    let mut out = HashMap::new();
    ask.each(&format!("{READ} from temp.words_{index}"), &[], &mut |row| {
        add(&mut out, row.get(0), row.get(1), row.get(2));
        Ok(true)
    })?;
    ask.each(&format!("drop table temp.words_{index}"), &[], &mut |_| Ok(true))?;
    Ok(out)
}

/// Adds one word at its place.
fn add(out: &mut HashMap<i64, Print>, term: ValueRef<'_>, doc: ValueRef<'_>, place: ValueRef<'_>) {
    let (ValueRef::Text(term), ValueRef::Int(doc), ValueRef::Int(place)) = (term, doc, place)
    else {
        return;
    };
    let mut word = DefaultHasher::new();
    (term, place).hash(&mut word);
    let print = out.entry(doc).or_default();
    // The words come in the order of the alphabet: a sum does not mind.
    *print = print.wrapping_add(word.finish());
}

/// An index in memory, that texts are put into only to see what words the engine makes of them.
pub struct Scratch(Connection);

impl Scratch {
    /// An empty one.
    pub fn new() -> StoreResult<Self> {
        let conn = Connection::open_in_memory()?;
        conn.execute_batch(&create("scratch"))?;
        conn.execute_batch(
            "create virtual table words using fts5vocab('search_scratch', 'instance')",
        )?;
        Ok(Self(conn))
    }

    /// What words each of these texts has in an index. A text without any is not among them.
    pub fn prints(&mut self, texts: &[(i64, String)]) -> StoreResult<HashMap<i64, Print>> {
        let tx = self.0.transaction()?;
        let mut out = HashMap::new();
        {
            let mut put =
                tx.prepare_cached("insert into search_scratch (rowid, words) values (?1, ?2)")?;
            for (id, text) in texts {
                put.execute((id, search::tokens(text)))?;
            }
            let mut read = tx.prepare_cached(&format!("{READ} from words"))?;
            let mut rows = read.query([])?;
            while let Some(row) = rows.next()? {
                let term: String = row.get(0)?;
                let (doc, place): (i64, i64) = (row.get(1)?, row.get(2)?);
                add(&mut out, ValueRef::Text(&term), ValueRef::Int(doc), ValueRef::Int(place));
            }
        }
        // Nothing of it is kept.
        tx.rollback()?;
        Ok(out)
    }
}
