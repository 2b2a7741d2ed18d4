//! Files of requests: which request a dropped file belongs to, its checks, its versions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use shopdesk_pictures::spec::{check, worst};
use shopdesk_pictures::{Check, Format, Level, Likeness, SlotSpec};

use super::duplicates::{Duplicate, duplicates_of};
use super::life::LIFE;
use super::ops::WRITES;
use super::rules::{Candidate, Guess, RetakeClass, bands, guess};
use super::table::{LIKENESS, REQUEST, Request, VERSION, VersionRow};
use super::view::{SEES, VERSIONS, VersionView, slot_spec};
use crate::kernel::files::{FileFacts, facts};
use crate::kernel::{Command, Cx, Error, Need, Post, Query, Result, Tx};
use crate::params;
use crate::store::Value;

/// Judges a file for a slot. A picture without a slot is only asked to be a sound picture.
pub(super) fn judge(file: &FileFacts, spec: Option<&SlotSpec>, any_file: bool) -> Vec<Check> {
    if let Some(spec) = spec {
        return check(&file.facts, file.measures.as_ref(), spec);
    }
    if any_file && file.kind != "image" {
        return Vec::new();
    }
    let general = SlotSpec {
        code: "general".into(),
        channel: "通用".into(),
        slot: "未指定图位".into(),
        formats: vec![Format::Jpeg, Format::Png, Format::Gif, Format::Webp],
        alpha: true,
        animated: true,
        source: "只检查是不是完好的图片".into(),
        confirmed: true,
        noted_on: "2026-08-01".into(),
        ..SlotSpec::default()
    };
    check(&file.facts, file.measures.as_ref(), &general)
}

/// The worst lamp as stored.
pub(super) fn level_code(checks: &[Check]) -> &'static str {
    match worst(checks) {
        Level::Green => "green",
        Level::Amber => "amber",
        Level::Red => "red",
    }
}

/// Finds the open requests that dropped files may belong to, by their names.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MatchFiles {
    /// The files' names, 500 at most.
    pub names: Vec<String>,
}

/// What one file name may belong to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Matched {
    /// The file's name.
    pub name: String,
    /// Guesses, the best first; empty when nothing fits.
    pub guesses: Vec<Guess>,
}

impl Query for MatchFiles {
    type Output = Vec<Matched>;
    const NAME: &'static str = "assets.match_files";
    const TITLE: &'static str = "文件归到需求";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["asset"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        if self.names.len() > 500 {
            return Err(Error::invalid("names", "一次最多匹配 500 个文件，请分批拖入"));
        }
        // Whoever only works the own queue is offered the own requests.
        let own = cx.caller.queue_only(crate::kernel::Module::Assets, crate::kernel::Level::Write);
        let open: Vec<Candidate> = cx.all(
            "select r.id, r.no, r.title, r.kind, r.state, coalesce((
                select string_agg(c.code, ' ') from (
                    select p.code from product p where p.id = r.product_id
                    union all select k.code from sku k where k.product_id = r.product_id) c),
                '') as codes from asset_request r
             where r.state in ('assigned', 'doing', 'retake', 'approved')
               and (?1 = 0 or r.assignee = ?2)
             order by r.id desc limit 5000",
            params![own, cx.caller.staff],
        )?;
        Ok(self
            .names
            .into_iter()
            .map(|name| Matched { guesses: guess(&name, &open), name })
            .collect())
    }
}

/// One file for one request.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddVersion {
    /// The request.
    pub request: i64,
    /// The stored file's hash.
    pub file: String,
    /// The file's name as it was dropped.
    pub name: String,
    /// What the designer says about it.
    #[serde(default)]
    pub note: Option<String>,
    /// A working file rather than a picture to judge; by the file's type when absent.
    #[serde(default)]
    pub as_source: Option<bool>,
}

/// A version that has come in.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Added {
    /// The request.
    pub request: i64,
    /// Its state now: the first file starts an assigned request.
    pub state: String,
    /// The request's own version now, for the next command on it.
    pub request_version: i64,
    /// The version.
    pub version: VersionView,
    /// The same or nearly the same pictures elsewhere, and earlier versions with the same bytes.
    pub duplicates: Vec<Duplicate>,
}

impl Command for AddVersion {
    type Output = Added;
    const NAME: &'static str = "assets.add_version";
    const TITLE: &'static str = "放入新版本";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        add(tx, &self)
    }
}

/// Many files at once. What fits goes in together; what does not is named and leaves no trace.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddVersions {
    /// The files, 200 at most.
    pub items: Vec<AddVersion>,
}

/// A file that did not go in.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotAdded {
    /// The request it was meant for.
    pub request: i64,
    /// The file.
    pub file: String,
    /// Its name.
    pub name: String,
    /// The finer kind of refusal.
    pub reason: String,
    /// Why not.
    pub message: String,
}

/// What became of many files.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AddedMany {
    /// What went in.
    pub added: Vec<Added>,
    /// What did not.
    pub failed: Vec<NotAdded>,
    /// For undoing; absent when nothing went in.
    pub batch: Option<i64>,
}

impl Command for AddVersions {
    type Output = AddedMany;
    const NAME: &'static str = "assets.add_versions";
    const TITLE: &'static str = "批量放入版本";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.items.is_empty() || self.items.len() > 200 {
            return Err(Error::invalid("items", "一次放入 1 到 200 个文件，请分批"));
        }
        let mut out = AddedMany { added: Vec::new(), failed: Vec::new(), batch: None };
        for item in self.items {
            // Everything is checked before the first row is written, so a refusal leaves nothing.
            if let Err(err) = ready(tx, &item) {
                out.failed.push(NotAdded {
                    request: item.request,
                    file: item.file,
                    name: item.name,
                    reason: err.reason,
                    message: err.message,
                });
                continue;
            }
            if out.batch.is_none() {
                out.batch = Some(tx.batch("批量放入版本")?);
            }
            out.added.push(add(tx, &item)?);
        }
        Ok(out)
    }
}

/// What is known before a version is written.
struct Ready {
    row: Request,
    file: FileFacts,
    is_source: bool,
}

/// Whether this file may become a version of this request now.
fn ready(cx: &Cx<'_>, item: &AddVersion) -> Result<Ready> {
    let row: Request = cx.get(&REQUEST, item.request)?;
    let file = facts(cx, &item.file)?;
    let me = cx.caller.staff;
    if me != 0 && row.assignee != Some(me) {
        return Err(Error::forbidden(match row.assignee {
            Some(_) => format!("{} 是排给别人的，只有负责人能放入版本", row.no),
            None => format!("{} 还没有排期，请产品策划或运营主管先排给你", row.no),
        }));
    }
    let by_type = file.kind != "image" && !row.kind.takes_any_file();
    let is_source = item.as_source.unwrap_or(by_type);
    let fits = match row.state.as_str() {
        "assigned" | "doing" | "retake" => true,
        "approved" | "delivered" => is_source,
        _ => false,
    };
    if !fits {
        let hint = match row.state.as_str() {
            "in_review" => "请先撤回再换文件",
            "approved" | "delivered" => "图片已定稿，这时只能补源文件",
            _ => "只有待开始、制作中、修改的需求能放入版本",
        };
        return Err(Error::conflict(
            "wrong_state",
            format!("{} 处于“{}”，{hint}", row.no, LIFE.label(&row.state)),
        ));
    }
    if !is_source && file.kind != "image" && !row.kind.takes_any_file() {
        return Err(Error::invalid(
            "file",
            format!("“{}”不是图片，只能作为源文件放入 {}", item.name, row.no),
        ));
    }
    let name = item.name.trim();
    if name.is_empty() || name.chars().count() > 255 {
        return Err(Error::invalid("name", "文件名不能为空，最多 255 个字"));
    }
    if item.note.as_ref().is_some_and(|n| n.chars().count() > 1000) {
        return Err(Error::invalid("note", "备注最多 1000 字"));
    }
    not_again(cx, &row, &file.hash, name, is_source)?;
    Ok(Ready { row, file, is_source })
}

#[derive(Deserialize)]
struct Earlier {
    no: i64,
    is_last: bool,
    class: Option<RetakeClass>,
    text: Option<String>,
}

/// Refuses the bytes of the last version, and those of any version that was sent back: nothing in
/// them has been changed. Any other earlier version may come in again, and is named as a double.
fn not_again(cx: &Cx<'_>, row: &Request, hash: &str, name: &str, is_source: bool) -> Result<()> {
    let earlier: Option<Earlier> = cx.maybe(
        "select v.no, t.class, t.text, not exists (select 1 from asset_version w
            where w.request_id = v.request_id and w.is_source = v.is_source and w.no > v.no) as is_last
         from asset_version v left join asset_retake t on t.id = (
            select max(x.id) from asset_retake x where x.version_id = v.id)
         where v.request_id = ?1 and v.is_source = ?2 and v.file = ?3
         order by t.id is null, v.no desc limit 1",
        params![row.id, is_source, hash],
    )?;
    let Some(Earlier { no, is_last, class, text }) = earlier else { return Ok(()) };
    let same = format!("“{name}”与 {} 第 {no} 版是同一个文件", row.no);
    let sentence = match class {
        Some(class) => {
            // What was asked for may be a page long; its beginning tells which time it was.
            let asked: String = text.unwrap_or_default().chars().take(60).collect();
            let asked = if asked.is_empty() { "见图上批注".to_owned() } else { asked };
            format!(
                "{same}，第 {no} 版已因“{}”被退回（{asked}），没有再次放入。请放入改好的文件",
                class.label()
            )
        }
        None if is_last => format!("{same}，没有重复放入"),
        None => return Ok(()),
    };
    Err(Error::conflict("duplicate", sentence).at("file"))
}

fn add(tx: &mut Tx<'_>, item: &AddVersion) -> Result<Added> {
    let Ready { mut row, file, is_source } = ready(tx, item)?;
    let checks = if is_source {
        Vec::new()
    } else {
        let spec = match &row.slot {
            Some(code) => slot_spec(tx, code)?,
            None => None,
        };
        judge(&file, spec.as_ref(), row.kind.takes_any_file())
    };
    let no: i64 = tx.one(
        "select coalesce(max(no), 0) + 1 from asset_version where request_id = ?1",
        params![row.id],
    )?;
    let version = tx.insert(
        &VERSION,
        &VersionRow {
            request_id: row.id,
            no,
            file: &file.hash,
            name: item.name.trim(),
            is_source,
            note: item.note.as_deref().unwrap_or_default().trim(),
            by_id: tx.caller.staff,
            at: tx.now,
            level: level_code(&checks),
            checks: serde_json::to_value(&checks).map_err(Error::internal)?,
        },
    )?;
    let look = file.likeness.as_ref().and_then(|t| t.parse().ok()).filter(|_| !is_source);
    let duplicates = if is_source {
        Vec::new()
    } else {
        duplicates_of(tx, &[(file.hash.clone(), look)], Some(row.id))?
    };
    if let Some(look) = look {
        for key in bands(look) {
            tx.exec(
                &LIKENESS,
                "insert into asset_likeness (key, version_id) values (?1, ?2)",
                params![key, version],
            )?;
        }
    }
    if row.state == "assigned" {
        row.version = tx.update(&REQUEST, row.id, None, &[("state", "doing".into())])?;
        "doing".clone_into(&mut row.state);
    }
    Ok(Added {
        request: row.id,
        state: row.state,
        request_version: row.version,
        version: tx.one(&format!("{VERSIONS} where v.id = ?1"), params![version])?,
        duplicates,
    })
}

/// Judges a stored file for a slot without making it a version.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckFile {
    /// The file's hash.
    pub file: String,
    /// The slot's code; the general checks when absent.
    #[serde(default)]
    pub slot: Option<String>,
}

/// What a check found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Checked {
    /// `green`, `amber`, `red`.
    pub level: &'static str,
    /// The lamps.
    pub checks: Vec<Check>,
    /// What a person has to look for.
    pub ticks: Vec<String>,
    /// The same or nearly the same pictures.
    pub duplicates: Vec<Duplicate>,
    /// What the file is.
    pub facts: FileFacts,
}

impl Query for CheckFile {
    type Output = Checked;
    const NAME: &'static str = "assets.check_file";
    const TITLE: &'static str = "渠道规格检查";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["asset", "channel"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let file = facts(cx, &self.file)?;
        let spec = match &self.slot {
            Some(code) => Some(known_slot(cx, code)?),
            None => None,
        };
        let checks = judge(&file, spec.as_ref(), false);
        let look = file.likeness.as_ref().and_then(|t| t.parse().ok());
        Ok(Checked {
            level: level_code(&checks),
            duplicates: duplicates_of(cx, &[(file.hash.clone(), look)], None)?,
            ticks: spec.map(|s| s.ticks).unwrap_or_default(),
            checks,
            facts: file,
        })
    }
}

/// The slot of this code, or a refusal that names the ones there are.
pub(super) fn known_slot(cx: &Cx<'_>, code: &str) -> Result<SlotSpec> {
    let all = super::view::all_slots(cx)?;
    let codes: Vec<String> = all.iter().map(|s| s.code.clone()).collect();
    all.into_iter().find(|s| s.code == code).ok_or_else(|| {
        Error::invalid("slot", format!("没有“{code}”这个渠道图位，可用：{}", codes.join("、")))
    })
}

/// Lets the red checks of a version pass, in writing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Waive {
    /// The version (its id).
    pub version: i64,
    /// Why.
    pub reason: String,
}

impl Command for Waive {
    type Output = VersionView;
    const NAME: &'static str = "assets.waive";
    const TITLE: &'static str = "放行规格检查";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let reason = self.reason.trim();
        if reason.is_empty() || reason.chars().count() > 500 {
            return Err(Error::invalid("reason", "放行红色检查需要写明原因，最多 500 字"));
        }
        let (request, level, by): (i64, String, i64) = tx
            .maybe(
                "select request_id, level, by_id from asset_version where id = ?1",
                params![self.version],
            )?
            .ok_or_else(|| Error::not_found("素材版本", self.version))?;
        let row: Request = tx.get(&REQUEST, request)?;
        let me = tx.caller.staff;
        if me != row.requester && !tx.caller.is(Post::OpsSupervisor) {
            return Err(Error::forbidden(
                "红色检查只能由需求的提出人或运营主管写明原因放行，请联系他们",
            ));
        }
        if me == by {
            return Err(Error::forbidden("自己放入的版本不能自己放行，请由运营主管来做")
                .because("four_eyes"));
        }
        if level != "red" {
            return Err(Error::conflict("wrong_state", "这一版没有红色检查，不需要放行"));
        }
        if !matches!(row.state.as_str(), "assigned" | "doing" | "retake" | "in_review") {
            return Err(Error::conflict(
                "wrong_state",
                format!("{} 处于“{}”，不能再放行", row.no, LIFE.label(&row.state)),
            ));
        }
        tx.because(Some(reason));
        tx.update(
            &VERSION,
            self.version,
            None,
            &[("waived", reason.into()), ("waived_by", me.into()), ("waived_at", tx.now.into())],
        )?;
        tx.one(&format!("{VERSIONS} where v.id = ?1"), params![self.version])
    }
}

/// Puts two stored files side by side.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Compare {
    /// One file's hash.
    pub a: String,
    /// The other's.
    pub b: String,
}

/// Two files side by side.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Compared {
    /// One.
    pub a: FileFacts,
    /// The other.
    pub b: FileFacts,
    /// The same content.
    pub same: bool,
    /// How alike they look, in percent; absent when one has no preview or nothing to recognise.
    pub percent: Option<u8>,
    /// What differs, in words.
    pub differences: Vec<String>,
}

impl Query for Compare {
    type Output = Compared;
    const NAME: &'static str = "assets.compare";
    const TITLE: &'static str = "版本比较";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["asset"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let (a, b) = (facts(cx, &self.a)?, facts(cx, &self.b)?);
        let look = |f: &FileFacts| f.likeness.as_ref().and_then(|t| t.parse::<Likeness>().ok());
        let same = a.hash == b.hash;
        let percent = match (look(&a), look(&b)) {
            _ if same => Some(100),
            (Some(x), Some(y)) if !x.is_flat() && !y.is_flat() => Some(x.similarity(y)),
            _ => None,
        };
        let mut differences = Vec::new();
        let mut differ = |what: &str, x: String, y: String| {
            if x != y {
                differences.push(format!("{what}：{x} → {y}"));
            }
        };
        let size = |f: &FileFacts| match (f.width, f.height) {
            (Some(w), Some(h)) => format!("{w}×{h}"),
            _ => "—".to_owned(),
        };
        differ("尺寸", size(&a), size(&b));
        differ("大小", format!("{} KB", a.bytes / 1024), format!("{} KB", b.bytes / 1024));
        differ("格式", a.facts.format.label().to_owned(), b.facts.format.label().to_owned());
        let colour =
            |f: &FileFacts| f.facts.colour.map_or("—".to_owned(), |c| c.label().to_owned());
        differ("色彩模式", colour(&a), colour(&b));
        Ok(Compared { a, b, same, percent, differences })
    }
}

/// Judges the pictures of a request again, after its slot has changed. What was let pass was let pass
/// for the slot of then, so it has to be let pass anew.
pub(super) fn judge_again(tx: &mut Tx<'_>, row: &Request, slot: Option<&str>) -> Result<()> {
    let spec = match slot {
        Some(code) => Some(known_slot(tx, code)?),
        None => None,
    };
    let versions: Vec<(i64, String)> = tx.all(
        "select id, file from asset_version where request_id = ?1 and is_source = 0",
        params![row.id],
    )?;
    for (id, hash) in versions {
        let checks = judge(&facts(tx, &hash)?, spec.as_ref(), row.kind.takes_any_file());
        let json = serde_json::to_string(&checks).map_err(Error::internal)?;
        tx.update(
            &VERSION,
            id,
            None,
            &[
                ("level", level_code(&checks).into()),
                ("checks", json.into()),
                ("waived", Value::Null),
                ("waived_by", Value::Null),
                ("waived_at", Value::Null),
            ],
        )?;
    }
    Ok(())
}
