//! Doubles: pictures that are the same or nearly the same as one that came in before.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use shopdesk_pictures::Likeness;

use super::rules::{NEAR, bands};
use crate::kernel::{Cx, Result};
use crate::params;

/// Another picture that is the same or nearly the same.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Duplicate {
    /// The file that was looked at.
    pub of_file: String,
    /// The other file; the same hash when it is an exact double.
    pub file: String,
    /// Not nearly but exactly the same content.
    pub exact: bool,
    /// How alike, in percent.
    pub percent: u8,
    /// The other request.
    pub request: i64,
    /// Its number.
    pub no: String,
    /// Its title.
    pub title: String,
    /// Its state.
    pub state: String,
    /// The other version (its id).
    pub version: i64,
    /// Its number.
    pub version_no: i64,
    /// When it came in, UTC milliseconds.
    pub at: i64,
    /// As people say it: 与 AR-20261123-001 v3 相同.
    pub message: String,
}

/// A file's hash and how it looks.
pub(super) type Print = (String, Option<Likeness>);

/// How these files look.
pub(super) fn fingerprints(cx: &Cx<'_>, hashes: &[String]) -> Result<Vec<Print>> {
    let texts = cx.dialect().texts("?1");
    let rows: Vec<(String, Option<String>)> = cx.all(
        &format!("select f.hash, f.likeness from {texts} j join file f on f.hash = j.value"),
        params![json!(hashes)],
    )?;
    Ok(rows.into_iter().map(|(hash, text)| (hash, text.and_then(|t| t.parse().ok()))).collect())
}

#[derive(Deserialize)]
struct Other {
    file: String,
    likeness: Option<String>,
    request: i64,
    no: String,
    title: String,
    state: String,
    version: i64,
    version_no: i64,
    at: i64,
}

/// The same and nearly the same pictures, the most alike first; two statements however many files.
/// Of the request `own`, only an earlier version whose very bytes came in again is named: that its
/// versions are alike is their nature.
pub(super) fn duplicates_of(
    cx: &Cx<'_>,
    prints: &[Print],
    own: Option<i64>,
) -> Result<Vec<Duplicate>> {
    if prints.is_empty() {
        return Ok(Vec::new());
    }
    let found = |other: Other, of: &str, exact: bool, percent: u8| {
        let Other { file, request, no, title, state, version, version_no, at, .. } = other;
        let message = if exact {
            format!("与 {no} v{version_no} 相同")
        } else {
            format!("与 {no} v{version_no} {percent}% 相似")
        };
        Duplicate {
            of_file: of.to_owned(),
            file,
            exact,
            percent,
            request,
            no,
            title,
            state,
            version,
            version_no,
            at,
            message,
        }
    };
    let hashes: Vec<&str> = prints.iter().map(|(hash, _)| hash.as_str()).collect();
    let (texts, numbers) = (cx.dialect().texts("?1"), cx.dialect().numbers("?1"));
    let same: Vec<Other> = cx.all(
        &format!("select v.file, null as likeness, r.id as request, r.no, r.title, r.state, v.id as version,
            v.no as version_no, v.at
         from {texts} j join asset_version v on v.file = j.value
         join asset_request r on r.id = v.request_id
         where r.id <> ?2 or exists (select 1 from asset_version w
            where w.request_id = ?2 and w.file = v.file and w.no > v.no)
         order by v.id desc limit 50"),
        params![json!(hashes), own.unwrap_or_default()],
    )?;
    let mut out: Vec<Duplicate> = same
        .into_iter()
        .map(|other| {
            let of = other.file.clone();
            found(other, &of, true, 100)
        })
        .collect();
    let mut keys: Vec<i64> = prints.iter().filter_map(|(_, look)| *look).flat_map(bands).collect();
    keys.sort_unstable();
    keys.dedup();
    let near: Vec<Other> = cx.all(
        &format!(
            "select v.file, f.likeness, r.id as request, r.no, r.title, r.state, v.id as version,
            v.no as version_no, v.at
         from (select distinct l.version_id from {numbers} j
               join asset_likeness l on l.key = j.value) c
         join asset_version v on v.id = c.version_id join file f on f.hash = v.file
         join asset_request r on r.id = v.request_id where r.id <> ?2"
        ),
        params![json!(keys), own.unwrap_or_default()],
    )?;
    let mut alike: Vec<Duplicate> = Vec::new();
    for other in near {
        let Some(look) = other.likeness.as_ref().and_then(|t| t.parse::<Likeness>().ok()) else {
            continue;
        };
        let best = prints
            .iter()
            .filter(|(hash, _)| *hash != other.file)
            .filter_map(|(hash, mine)| Some((mine.as_ref()?.similarity(look), hash)))
            .max();
        if let Some((percent, of)) = best.filter(|(percent, _)| *percent >= NEAR) {
            alike.push(found(other, of, false, percent));
        }
    }
    alike.sort_by(|a, b| b.percent.cmp(&a.percent).then(b.version.cmp(&a.version)));
    alike.truncate(20);
    out.append(&mut alike);
    Ok(out)
}
