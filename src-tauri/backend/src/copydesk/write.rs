//! New versions: typed, or from a dropped file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::alike;
use super::ops::{ASKS, around, body, check_size, find, guard};
use super::rules::{self, CYCLE, Finding};
use super::table::{self, COPY_DOC, COPY_VERSION, Doc, NewVersion};
use super::text;
use crate::kernel::{Command, Error, Need, Post, Result, Tx};
use crate::listings::{Unit, title_length};
use crate::store::Value;

/// Writes a new version.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddVersion {
    /// The request.
    pub id: i64,
    /// The version of the request that was read.
    pub version: i64,
    /// The text.
    pub body: String,
    /// What changed, in the writer's words.
    #[serde(default)]
    pub note: String,
}

/// A version was written.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Written {
    /// The version of the request for the next save.
    pub version: i64,
    /// The text's version.
    pub no: i64,
    /// Length in the channel's unit.
    pub char_count: i64,
    /// So many invisible characters were taken out.
    pub removed: usize,
    /// What is wrong with it.
    pub checks: Vec<Finding>,
}

impl Command for AddVersion {
    type Output = Written;
    const NAME: &'static str = "copy.add_version";
    const TITLE: &'static str = "写文案";
    const NEEDS: Need = ASKS;
    const TOUCHES: &'static [&'static str] = &["copy_doc"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let doc: Doc = tx.get(&COPY_DOC, self.id)?;
        write_version(tx, &doc, self.version, &self.body, &self.note, None)
    }
}

pub(super) fn write_version(
    tx: &mut Tx<'_>,
    doc: &Doc,
    version: i64,
    text: &str,
    note: &str,
    file: Option<(&str, &str)>,
) -> Result<Written> {
    // Somebody else's save is told first: what was written in between is what matters then.
    if version != doc.version {
        tx.update(&COPY_DOC, doc.id, Some(version), &[])?;
    }
    // Who asks with the text at hand writes the first version, whoever is to go on with it.
    let open = matches!(doc.state.as_str(), "draft" | "retake");
    let first = open && doc.current == 0 && doc.requester_id == tx.caller.staff;
    if !first {
        CYCLE.step(&doc.no, &doc.state, "write", tx.caller, around(doc), None, |step| {
            guard(tx, doc, step, &[])
        })?;
    }
    check_size(text)?;
    check_size(note)?;
    let (text, removed) = rules::clean(text);
    if text.is_empty() {
        return Err(Error::invalid("body", "正文是空的，没有保存。请先写内容"));
    }
    if doc.current > 0 && body(tx, doc.id, doc.current)? == text {
        return Err(Error::conflict("unchanged", "内容和上一版完全一样，没有保存新版本").at("body"));
    }
    let checks = find(tx, doc, &text)?;
    let unit = table::limit(tx, &doc.channel, &doc.kind)?.map_or(Unit::Char, |l| l.unit);
    let char_count = i64::try_from(title_length(&text, unit)).unwrap_or(i64::MAX);
    let no = doc.current + 1;
    tx.insert(
        &COPY_VERSION,
        &NewVersion {
            doc_id: doc.id,
            no,
            body: &text,
            note: note.trim(),
            file: file.map(|(hash, _)| hash),
            source_name: file.map(|(_, name)| name),
            char_count,
            checks: &checks,
            by_id: tx.caller.staff,
            at: tx.now,
        },
    )?;
    alike::note(tx, doc.id, &text)?;
    let mut set: Vec<(&str, Value)> = vec![
        ("current", no.into()),
        ("char_count", char_count.into()),
        ("checks_level", rules::worst(&checks).code().into()),
        ("waiver", Value::Null),
        ("waived_by", Value::Null),
    ];
    if doc.assignee_id.is_none() && tx.caller.is(Post::Copywriter) {
        set.push(("assignee_id", tx.caller.staff.into()));
    }
    let version = tx.update(&COPY_DOC, doc.id, Some(version), &set)?;
    Ok(Written { version, no, char_count, removed, checks })
}

/// Makes a dropped `.txt`, `.md` or `.docx` the next version.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FromFile {
    /// The request.
    pub id: i64,
    /// The version of the request that was read.
    pub version: i64,
    /// The stored file.
    pub file: String,
    /// The name it was dropped with.
    pub name: String,
}

impl Command for FromFile {
    type Output = Written;
    const NAME: &'static str = "copy.from_file";
    const TITLE: &'static str = "从文件写文案";
    const NEEDS: Need = ASKS;
    const TOUCHES: &'static [&'static str] = &["copy_doc"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let doc: Doc = tx.get(&COPY_DOC, self.id)?;
        let text = text::extract(tx, &self.file, self.name.trim())?;
        let source = Some((self.file.as_str(), self.name.trim()));
        write_version(tx, &doc, self.version, &text, "", source)
    }
}
