//! Queries and commands of the copy desk.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rules::{
    self, CYCLE, CopyKind, DiffPiece, Finding, KINDS, Limit, MAX_CHARS, Severity, Unit, WordList,
};
use super::table::{
    self, CHANNELS, COPY_DOC, COPY_LIMIT, COPY_VERSION, COPY_WORD, Doc, NewDoc, NewVersion,
};
use super::text;
use crate::kernel::door::Entry;
use crate::kernel::lifecycle::{ActionState, Around, Lifecycle, Step};
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::rights::Ask;
use crate::kernel::{
    Command, Cx, Day, Error, Level, Module, Need, Post, Query, Result, Series, Tx,
};
use crate::store::Value;
use crate::{list_operations, params};

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<ListCopy>(),
        Entry::query::<CountCopy>(),
        Entry::query::<GetCopy>(),
        Entry::query::<DiffCopy>(),
        Entry::query::<CheckCopy>(),
        Entry::query::<CopyRules>(),
        Entry::command::<CreateCopy>(),
        Entry::command::<UpdateCopy>(),
        Entry::command::<AddVersion>(),
        Entry::command::<FromFile>(),
        Entry::command::<ActCopy>(),
        Entry::command::<WaiveCopy>(),
        Entry::command::<SetLimit>(),
        Entry::query::<ListWords>(),
        Entry::query::<CountWords>(),
        Entry::command::<SaveWord>(),
    ]
}

const SEES: Need = Need::Any(&[Ask::read(Module::Copy)]);
const ASKS: Need = Need::Any(&[Ask::write(Module::Copy).part("request")]);
const SETS_RULES: Need = Need::Any(&[Ask::write(Module::Rules)]);
const SERIES: Series = Series { prefix: "CR", daily: true };

/// Copy requests.
pub static LIST: ListDef = ListDef {
    name: "copy",
    title: "文案",
    from: "copy_doc d",
    key: "d.id",
    columns: &[
        Col::new("no", "编号", "d.no", ColKind::Code),
        Col::new("title", "标题", "d.title", ColKind::Text),
        Col::new("kind", "类型", "d.kind", ColKind::Choice(KINDS)),
        Col::new("channel", "渠道", "d.channel", ColKind::Choice(CHANNELS)),
        Col::new("locale", "语言", "d.locale", ColKind::Code),
        Col::new("state", "状态", "d.state", ColKind::State("copy_doc")),
        Col::new("due", "期限", "d.due", ColKind::Day),
        Col::new(
            "assignee",
            "负责人",
            "(select s.name from staff s where s.id = d.assignee_id)",
            ColKind::Text,
        )
        .plain(),
        Col::new(
            "requester",
            "提出人",
            "(select s.name from staff s where s.id = d.requester_id)",
            ColKind::Text,
        )
        .plain(),
        Col::new("current", "版本数", "d.current", ColKind::Int),
        Col::new("char_count", "字数", "d.char_count", ColKind::Int),
        Col::new("checks_level", "检查", "d.checks_level", ColKind::Choice(LEVELS)),
        Col::new("retake_count", "退回次数", "d.retake_count", ColKind::Int),
        Col::new("product_id", "商品", "d.product_id", ColKind::Int).unsorted(),
        Col::new("campaign_id", "活动", "d.campaign_id", ColKind::Int).unsorted(),
        Col::new("assignee_id", "负责人编号", "d.assignee_id", ColKind::Int).unsorted(),
        Col::new("requester_id", "提出人编号", "d.requester_id", ColKind::Int),
        Col::new("version", "修订", "d.version", ColKind::Int).plain(),
        Col::new("updated_at", "更新时间", "d.updated_at", ColKind::Instant),
    ],
    tabs: &[
        Tab { key: "writing", title: "待写", when: "d.state in ('draft', 'retake')" },
        Tab { key: "in_review", title: "待审核", when: "d.state = 'in_review'" },
        Tab { key: "approved", title: "待发布", when: "d.state = 'approved'" },
        Tab { key: "published", title: "已发布", when: "d.state = 'published'" },
        Tab { key: "closed", title: "已结束", when: "d.state in ('superseded', 'cancelled')" },
    ],
    search: Some("copy"),
    order: ("updated_at", true),
    scope: |_| None,
    needs: SEES,
};

const LEVELS: &[(&str, &str)] = &[("ok", "无问题"), ("warn", "有提醒"), ("block", "有红项")];

/// A copy request in the list.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct CopyRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// `CR-20261123-001`.
    pub no: String,
    /// What is asked for.
    pub title: String,
    /// The kind's code.
    pub kind: String,
    /// The channel's code.
    pub channel: String,
    /// `zh-CN`, `en` …
    pub locale: String,
    /// The state.
    pub state: String,
    /// Until when.
    pub due: Day,
    /// Who writes.
    pub assignee: Option<String>,
    /// Their id.
    pub assignee_id: Option<i64>,
    /// Who asked.
    pub requester: Option<String>,
    /// Their id.
    pub requester_id: i64,
    /// The newest version; 0 when nothing is written yet.
    pub current: i64,
    /// Length of the newest version, in the channel's unit.
    pub char_count: i64,
    /// The worst finding.
    pub checks_level: Severity,
    /// How often it came back.
    pub retake_count: i64,
    /// The product.
    pub product_id: Option<i64>,
    /// The campaign.
    pub campaign_id: Option<i64>,
    /// UTC milliseconds.
    pub updated_at: i64,
}
impl ListRow for CopyRow {}

list_operations!(
    ListCopy,
    CountCopy,
    LIST,
    CopyRow,
    "copy.list",
    "copy.counts",
    "文案",
    SEES,
    ["copy_doc"]
);

/// One request with its versions, the last difference, its checks and what can be done now.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetCopy {
    /// The request.
    pub id: i64,
}

/// A version as pages show it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct VersionView {
    /// Its number.
    pub no: i64,
    /// Length in the channel's unit at the time.
    pub char_count: i64,
    /// What the writer said about it.
    pub note: String,
    /// The dropped file it came from.
    pub file: Option<String>,
    /// That file's name.
    pub source_name: Option<String>,
    /// Who wrote it.
    pub by: Option<String>,
    /// When.
    pub at: i64,
}

/// A request as its page shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CopyView {
    /// The request.
    #[serde(flatten)]
    pub doc: Doc,
    /// Who asked.
    pub requester: Option<String>,
    /// Who writes.
    pub assignee: Option<String>,
    /// Who approved.
    pub approver: Option<String>,
    /// The newest text.
    pub body: String,
    /// All versions, newest first.
    pub versions: Vec<VersionView>,
    /// From the version before to the newest.
    pub diff: Vec<DiffPiece>,
    /// What is wrong with the newest text under the rules of now.
    pub checks: Vec<Finding>,
    /// The rule that its length is held against.
    pub limit: Option<Limit>,
    /// What can be done now.
    pub actions: Vec<ActionState>,
    /// Whether this caller may write a version now, and why not.
    pub write: ActionState,
}

impl Query for GetCopy {
    type Output = CopyView;
    const NAME: &'static str = "copy.get";
    const TITLE: &'static str = "文案详情";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["copy_doc", "copy_limit", "copy_word"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let doc: Doc = cx.get(&COPY_DOC, self.id)?;
        let body = body(cx, doc.id, doc.current)?;
        let before = body_before(cx, &doc)?;
        let limit = table::limit(cx, &doc.channel, &doc.kind)?;
        let checks = find(cx, &doc, &body)?;
        let mut actions = CYCLE.actions(&doc.state, cx.caller, around(&doc), |step| {
            guard(cx, &doc, step, &checks)
        });
        let at = actions.iter().position(|a| a.action == "write");
        let write = match at {
            Some(at) => actions.remove(at),
            None => ActionState {
                action: "write",
                label: "写新版本",
                enabled: false,
                why: Some(format!(
                    "{} 处于“{}”，正文已锁定；退回或改版后才能再写",
                    doc.no,
                    CYCLE.label(&doc.state)
                )),
                needs_reason: false,
            },
        };
        let name = |id: Option<i64>| -> Result<Option<String>> {
            match id {
                Some(id) => cx.maybe("select name from staff where id = ?1", params![id]),
                None => Ok(None),
            }
        };
        Ok(CopyView {
            requester: name(Some(doc.requester_id))?,
            assignee: name(doc.assignee_id)?,
            approver: name(doc.approved_by)?,
            versions: cx.all(
                "select v.no, v.char_count, v.note, v.file, v.source_name, s.name as by, v.at
                 from copy_version v left join staff s on s.id = v.by_id
                 where v.doc_id = ?1 order by v.no desc",
                params![doc.id],
            )?,
            diff: before.map(|old| rules::diff(&old, &body)).unwrap_or_default(),
            checks,
            limit,
            actions,
            write,
            body,
            doc,
        })
    }
}

fn body(cx: &Cx<'_>, doc: i64, no: i64) -> Result<String> {
    Ok(cx
        .maybe("select body from copy_version where doc_id = ?1 and no = ?2", params![doc, no])?
        .unwrap_or_default())
}

fn body_before(cx: &Cx<'_>, doc: &Doc) -> Result<Option<String>> {
    cx.maybe(
        "select body from copy_version where doc_id = ?1 and no = ?2",
        params![doc.id, doc.current - 1],
    )
}

fn find(cx: &Cx<'_>, doc: &Doc, body: &str) -> Result<Vec<Finding>> {
    let limit = table::limit(cx, &doc.channel, &doc.kind)?;
    let words = WordList::new(table::words(cx)?, &doc.channel)?;
    Ok(rules::check(body, &doc.kind, limit.as_ref(), &words))
}

fn around(doc: &Doc) -> Around {
    Around {
        requester: Some(doc.requester_id),
        assignee: doc.assignee_id,
        submitter: doc.submitter_id,
    }
}

/// What must hold for a step, beyond who may take it.
fn guard(cx: &Cx<'_>, doc: &Doc, step: &Step, checks: &[Finding]) -> Option<String> {
    let red = || {
        let red: Vec<&Finding> = checks
            .iter()
            .filter(|f| f.severity == Severity::Block)
            .filter(|f| !(f.waivable && doc.waiver.is_some()))
            .collect();
        red.first().map(|f| format!("检查有 {} 处红项，第一处：{}", red.len(), f.message))
    };
    match step.action {
        "write" | "submit" if !may_write(cx, doc) => {
            Some("这条文案已分给别人，请让负责人来写，或请主管改派".to_owned())
        }
        "submit" if doc.current == 0 => Some("还没有正文，请先写一版".to_owned()),
        "submit" if doc.state == "retake" && doc.current <= doc.submitted => {
            Some("退回后还没有新的版本，请改好再提交".to_owned())
        }
        "submit" => red(),
        "approve" if doc.kind == "brand" && !decides_brand(cx) => {
            Some("品牌文案由运营主管审核".to_owned())
        }
        "approve" => red(),
        _ => None,
    }
}

fn decides_brand(cx: &Cx<'_>) -> bool {
    cx.caller.is(Post::OpsSupervisor) || cx.caller.is(Post::Director) || cx.caller.staff == 0
}

/// A copywriter writes what is in the own queue or in nobody's; who may approve also writes.
fn may_write(cx: &Cx<'_>, doc: &Doc) -> bool {
    let me = cx.caller.staff;
    me == 0
        || doc.assignee_id == Some(me)
        || !cx.caller.queue_only(Module::Copy, Level::Write)
        || doc.assignee_id.is_none()
}

/// The difference of two versions.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DiffCopy {
    /// The request.
    pub id: i64,
    /// The older version.
    pub from: i64,
    /// The newer version.
    pub to: i64,
}

/// Two versions and what lies between them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DiffView {
    /// The older text.
    pub old: String,
    /// The newer text.
    pub new: String,
    /// What changed.
    pub pieces: Vec<DiffPiece>,
}

impl Query for DiffCopy {
    type Output = DiffView;
    const NAME: &'static str = "copy.diff";
    const TITLE: &'static str = "文案版本差异";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["copy_doc"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let text = |no: i64| -> Result<String> {
            cx.maybe(
                "select body from copy_version where doc_id = ?1 and no = ?2",
                params![self.id, no],
            )?
            .ok_or_else(|| Error::not_found("文案版本", format!("V{no}")))
        };
        let (old, new) = (text(self.from)?, text(self.to)?);
        Ok(DiffView { pieces: rules::diff(&old, &new), old, new })
    }
}

/// Checks a text while it is written: length in the channel's unit and everything wrong with it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckCopy {
    /// The text.
    pub text: String,
    /// Its kind.
    pub kind: CopyKind,
    /// The channel it is for.
    pub channel: String,
}

/// What a check found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckView {
    /// The length.
    pub count: usize,
    /// The rule it is held against.
    pub limit: Option<Limit>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// The worst of it.
    pub level: Severity,
}

impl Query for CheckCopy {
    type Output = CheckView;
    const NAME: &'static str = "copy.check";
    const TITLE: &'static str = "检查文案";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["copy_limit", "copy_word"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        check_size(&self.text)?;
        let limit = table::limit(cx, &self.channel, self.kind.code())?;
        let words = WordList::new(table::words(cx)?, &self.channel)?;
        let findings = rules::check(&self.text, self.kind.code(), limit.as_ref(), &words);
        Ok(CheckView {
            count: limit.as_ref().map_or(Unit::Char, |l| l.unit).count(&self.text),
            level: rules::worst(&findings),
            limit,
            findings,
        })
    }
}

/// The channels, and how long each kind of text may be there.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CopyRules {}

/// One rule of length.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct LimitView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The channel.
    pub channel: String,
    /// Its Chinese name.
    pub channel_title: String,
    /// The kind's code.
    pub kind: String,
    /// How it counts.
    pub unit: Unit,
    /// At least.
    pub min: i64,
    /// At most.
    pub max: i64,
    /// What an emoji is here.
    pub emoji: Severity,
}

/// Channels, kinds and rules.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RulesView {
    /// Channel codes with their Chinese names.
    pub channels: Vec<(&'static str, &'static str)>,
    /// Kind codes with their Chinese names.
    pub kinds: Vec<(&'static str, &'static str)>,
    /// The rules.
    pub limits: Vec<LimitView>,
}

impl Query for CopyRules {
    type Output = RulesView;
    const NAME: &'static str = "copy.rules";
    const TITLE: &'static str = "文案字数规则";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["copy_limit"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        Ok(RulesView {
            channels: CHANNELS.to_vec(),
            kinds: KINDS.to_vec(),
            limits: cx.all(
                "select id, version, channel, channel_title, kind, unit, min, max, emoji
                 from copy_limit order by id",
                params![],
            )?,
        })
    }
}

/// Asks for a text.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateCopy {
    /// What it is for.
    pub kind: CopyKind,
    /// What is asked for, in a line.
    pub title: String,
    /// What is asked for, at length.
    #[serde(default)]
    pub brief: String,
    /// The channel; general when absent.
    #[serde(default)]
    pub channel: Option<String>,
    /// `zh-CN` when absent.
    #[serde(default)]
    pub locale: Option<String>,
    /// The product it is about.
    #[serde(default)]
    pub product_id: Option<i64>,
    /// The campaign it is for.
    #[serde(default)]
    pub campaign_id: Option<i64>,
    /// Who writes; a copywriter who asks writes it.
    #[serde(default)]
    pub assignee_id: Option<i64>,
    /// Until when; in three days when absent.
    #[serde(default)]
    pub due: Option<Day>,
    /// The first version, when it is already written.
    #[serde(default)]
    pub body: Option<String>,
}

/// A request was made.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Made {
    /// Its id.
    pub id: i64,
    /// Its number.
    pub no: String,
    /// Its version for the next save.
    pub version: i64,
}

impl Command for CreateCopy {
    type Output = Made;
    const NAME: &'static str = "copy.create";
    const TITLE: &'static str = "新建文案";
    const NEEDS: Need = ASKS;
    const TOUCHES: &'static [&'static str] = &["copy_doc"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let mine = self.assignee_id.is_none() && tx.caller.is(Post::Copywriter);
        let made = file_request(
            tx,
            NewCopy {
                kind: self.kind,
                title: self.title,
                brief: self.brief,
                channel: self.channel.unwrap_or_else(|| "general".to_owned()),
                locale: self.locale.unwrap_or_else(|| "zh-CN".to_owned()),
                product_id: self.product_id,
                campaign_id: self.campaign_id,
                assignee_id: if mine { Some(tx.caller.staff) } else { self.assignee_id },
                due: self.due,
            },
        )?;
        match self.body.as_deref().filter(|b| !b.trim().is_empty()) {
            Some(body) => {
                let doc: Doc = tx.get(&COPY_DOC, made.id)?;
                let version = write_version(tx, &doc, doc.version, body, "", None)?.version;
                Ok(Made { version, ..made })
            }
            None => Ok(made),
        }
    }
}

/// What another room asks for.
#[derive(Debug, Clone)]
pub struct NewCopy {
    /// What it is for.
    pub kind: CopyKind,
    /// In a line.
    pub title: String,
    /// At length.
    pub brief: String,
    /// The channel.
    pub channel: String,
    /// The language.
    pub locale: String,
    /// The product.
    pub product_id: Option<i64>,
    /// The campaign.
    pub campaign_id: Option<i64>,
    /// Who writes.
    pub assignee_id: Option<i64>,
    /// Until when; in three days when absent.
    pub due: Option<Day>,
}

/// Files a copy request in the caller's name.
pub fn file_request(tx: &mut Tx<'_>, new: NewCopy) -> Result<Made> {
    let title = line("title", "标题", &new.title)?;
    check_size(&new.brief)?;
    check_channel(&new.channel)?;
    let locale = check_locale(&new.locale)?;
    check_assignee(tx, new.assignee_id)?;
    check_product(tx, new.product_id)?;
    let due = new.due.unwrap_or_else(|| tx.today().plus(3));
    let no = SERIES.next(tx)?;
    let brief = rules::clean(&new.brief).0;
    let id = tx.insert(
        &COPY_DOC,
        &NewDoc {
            no: &no,
            kind: new.kind.code(),
            product_id: new.product_id,
            campaign_id: new.campaign_id,
            channel: &new.channel,
            locale: &locale,
            title: &title,
            brief: &brief,
            requester_id: tx.caller.staff,
            assignee_id: new.assignee_id,
            due,
            state: "draft",
            created_at: tx.now,
            updated_at: tx.now,
        },
    )?;
    tx.index_new("copy", id, &format!("{no} {title} {brief}"))?;
    Ok(Made { id, no, version: 1 })
}

fn line(field: &str, label: &str, text: &str) -> Result<String> {
    let (text, _) = rules::clean(text);
    let len = text.chars().count();
    if len == 0 || len > 200 || text.contains('\n') {
        return Err(Error::invalid(field, format!("{label}应为一行，1 到 200 个字")));
    }
    Ok(text)
}

fn check_size(text: &str) -> Result<()> {
    if text.chars().count() > MAX_CHARS {
        return Err(Error::invalid("body", format!("正文超过 {MAX_CHARS} 个字，请拆成几份")));
    }
    Ok(())
}

fn check_channel(code: &str) -> Result<()> {
    if table::known_channel(code).is_some() {
        return Ok(());
    }
    let known: Vec<&str> = CHANNELS.iter().map(|(c, _)| *c).collect();
    Err(Error::invalid("channel", format!("没有渠道“{code}”，可用：{}", known.join("、"))))
}

fn check_locale(code: &str) -> Result<String> {
    let code = code.trim();
    let fits = (2..=12).contains(&code.len())
        && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && code.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
    if fits {
        return Ok(code.to_owned());
    }
    Err(Error::invalid("locale", format!("语言“{code}”不对，应写成 zh-CN、en、ja 这样")))
}

fn check_assignee(cx: &Cx<'_>, id: Option<i64>) -> Result<()> {
    let Some(id) = id else { return Ok(()) };
    let active: Option<bool> = cx.maybe("select active from staff where id = ?1", params![id])?;
    match active {
        Some(true) => Ok(()),
        Some(false) => Err(Error::invalid("assignee_id", "这位同事已停用，请分给别人")),
        None => Err(Error::not_found("员工", id).at("assignee_id")),
    }
}

fn check_product(_cx: &Cx<'_>, _id: Option<i64>) -> Result<()> {
    Ok(())
}

/// Changes what is asked for: title, brief, channel, language, product, who writes, until when.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateCopy {
    /// The request.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// In a line.
    #[serde(default)]
    pub title: Option<String>,
    /// At length.
    #[serde(default)]
    pub brief: Option<String>,
    /// The channel.
    #[serde(default)]
    pub channel: Option<String>,
    /// The language.
    #[serde(default)]
    pub locale: Option<String>,
    /// The product; 0 takes it away.
    #[serde(default)]
    pub product_id: Option<i64>,
    /// Who writes; 0 puts it back for anybody.
    #[serde(default)]
    pub assignee_id: Option<i64>,
    /// Until when.
    #[serde(default)]
    pub due: Option<Day>,
}

impl Command for UpdateCopy {
    type Output = i64;
    const NAME: &'static str = "copy.update";
    const TITLE: &'static str = "修改文案需求";
    const NEEDS: Need = ASKS;
    const TOUCHES: &'static [&'static str] = &["copy_doc"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let doc: Doc = tx.get(&COPY_DOC, self.id)?;
        if !matches!(doc.state.as_str(), "draft" | "retake") {
            return Err(Error::conflict(
                "wrong_state",
                format!(
                    "文案 {} 处于“{}”，不能改需求。请先撤回、退回或改版",
                    doc.no,
                    CYCLE.label(&doc.state)
                ),
            ));
        }
        let me = tx.caller.staff;
        let whole = tx.caller.can(Ask::approve(Module::Copy))
            && !tx.caller.own_only(Module::Copy, Level::Approve);
        let free = doc.assignee_id.is_none() && tx.caller.can(Ask::write(Module::Copy));
        if !(whole || free || me == doc.requester_id || doc.assignee_id == Some(me) || me == 0) {
            return Err(Error::forbidden(
                "只有提出人、负责人、产品策划和运营主管可以改这条文案的需求",
            ));
        }
        let mut set: Vec<(&str, Value)> = Vec::new();
        if let Some(title) = &self.title {
            set.push(("title", line("title", "标题", title)?.into()));
        }
        if let Some(brief) = &self.brief {
            check_size(brief)?;
            set.push(("brief", rules::clean(brief).0.into()));
        }
        if let Some(channel) = &self.channel {
            check_channel(channel)?;
            set.push(("channel", channel.into()));
        }
        if let Some(locale) = &self.locale {
            set.push(("locale", check_locale(locale)?.into()));
        }
        if let Some(product) = self.product_id {
            let product = (product != 0).then_some(product);
            check_product(tx, product)?;
            set.push(("product_id", product.into()));
        }
        if let Some(assignee) = self.assignee_id {
            let assignee = (assignee != 0).then_some(assignee);
            check_assignee(tx, assignee)?;
            set.push(("assignee_id", assignee.into()));
        }
        if let Some(due) = self.due {
            set.push(("due", due.into()));
        }
        let version = tx.update(&COPY_DOC, doc.id, Some(self.version), &set)?;
        let doc: Doc = tx.get(&COPY_DOC, doc.id)?;
        let text = body(tx, doc.id, doc.current)?;
        tx.index("copy", doc.id, &format!("{} {} {} {text}", doc.no, doc.title, doc.brief))?;
        Ok(version)
    }
}

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

fn write_version(
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
    let first = doc.current == 0 && doc.requester_id == tx.caller.staff;
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
    let char_count = i64::try_from(unit.count(&text)).unwrap_or(i64::MAX);
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
    tx.index("copy", doc.id, &format!("{} {} {} {text}", doc.no, doc.title, doc.brief))?;
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

/// Takes a step of the life cycle.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActCopy {
    /// The request.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The action's code.
    pub action: String,
    /// Why, where the step asks for it.
    #[serde(default)]
    pub reason: Option<String>,
    /// For `publish`: where, such as a shop and a link.
    #[serde(default)]
    pub published_where: Option<String>,
}

impl Command for ActCopy {
    type Output = i64;
    const NAME: &'static str = "copy.act";
    const TITLE: &'static str = "办理文案";
    const NEEDS: Need = ASKS;
    const TOUCHES: &'static [&'static str] = &["copy_doc"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let doc: Doc = tx.get(&COPY_DOC, self.id)?;
        if self.version != doc.version {
            tx.update(&COPY_DOC, doc.id, Some(self.version), &[])?;
        }
        if self.action == "write" {
            return Err(Error::invalid("action", "写新版本请直接保存正文"));
        }
        let text = body(tx, doc.id, doc.current)?;
        let checks = find(tx, &doc, &text)?;
        let reason = self.reason.as_deref();
        let step = CYCLE.step(
            &doc.no,
            &doc.state,
            &self.action,
            tx.caller,
            around(&doc),
            reason,
            |step| guard(tx, &doc, step, &checks),
        )?;
        if matches!(step.action, "approve" | "retake") {
            refuse_author(tx, &doc, step)?;
        }
        let to = Lifecycle::target(step, &doc.state);
        let mut set: Vec<(&str, Value)> = vec![("state", to.into())];
        match step.action {
            "submit" => {
                set.push(("submitter_id", tx.caller.staff.into()));
                set.push(("submitted", doc.current.into()));
            }
            "retake" => set.push(("retake_count", (doc.retake_count + 1).into())),
            "approve" => {
                set.push(("approved_at", tx.now.into()));
                set.push(("approved_by", tx.caller.staff.into()));
                set.push(("approved_version", doc.current.into()));
            }
            "publish" => {
                let place = self.published_where.as_deref().unwrap_or_default();
                let place = if place.trim().is_empty() {
                    None
                } else {
                    Some(line("published_where", "发布位置", place)?)
                };
                set.push(("published_at", tx.now.into()));
                set.push(("published_version", doc.current.into()));
                set.push(("published_where", place.into()));
                supersede_others(tx, &doc)?;
            }
            "revise" => {
                set.push(("submitter_id", Value::Null));
                set.push(("approved_at", Value::Null));
                set.push(("approved_by", Value::Null));
                set.push(("approved_version", Value::Null));
            }
            _ => {}
        }
        tx.because(reason);
        tx.update(&COPY_DOC, doc.id, Some(self.version), &set)
    }
}

/// Whoever wrote the text does not judge it, whoever submitted it.
fn refuse_author(cx: &Cx<'_>, doc: &Doc, step: &Step) -> Result<()> {
    let by: Option<i64> = cx.maybe(
        "select by_id from copy_version where doc_id = ?1 and no = ?2",
        params![doc.id, doc.current],
    )?;
    if by == Some(cx.caller.staff) && cx.caller.staff != 0 {
        return Err(Error::forbidden(format!(
            "“{}”要由另一个人来做：写这一版的人不能审核自己写的文案",
            step.label
        ))
        .because("four_eyes"));
    }
    Ok(())
}

/// What was published before for the same product, channel, kind and language is replaced now.
fn supersede_others(tx: &mut Tx<'_>, doc: &Doc) -> Result<()> {
    let Some(product) = doc.product_id else { return Ok(()) };
    let old: Vec<i64> = tx.all(
        "select id from copy_doc where product_id = ?1 and channel = ?2 and kind = ?3
         and locale = ?4 and state = 'published' and id <> ?5",
        params![product, &doc.channel, &doc.kind, &doc.locale, doc.id],
    )?;
    for id in old {
        tx.update(&COPY_DOC, id, None, &[("state", "superseded".into())])?;
    }
    Ok(())
}

/// Lets banned words pass, with a reason, for the newest version only.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaiveCopy {
    /// The request.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// Why the words may stand.
    pub reason: String,
}

impl Command for WaiveCopy {
    type Output = i64;
    const NAME: &'static str = "copy.waive";
    const TITLE: &'static str = "放行违禁词";
    const NEEDS: Need = Need::Any(&[Ask::approve(Module::Copy)]);
    const TOUCHES: &'static [&'static str] = &["copy_doc"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let doc: Doc = tx.get(&COPY_DOC, self.id)?;
        if !tx.caller.is(Post::OpsSupervisor) && !tx.caller.is(Post::Director) {
            return Err(Error::forbidden("违禁词只能由运营主管放行"));
        }
        let reason = line("reason", "放行原因", &self.reason)?;
        let checks = find(tx, &doc, &body(tx, doc.id, doc.current)?)?;
        if !checks.iter().any(|f| f.waivable && f.severity == Severity::Block) {
            return Err(Error::conflict("nothing_to_waive", "这一版没有需要放行的违禁词"));
        }
        tx.because(Some(&reason));
        let set = [("waiver", reason.as_str().into()), ("waived_by", tx.caller.staff.into())];
        tx.update(&COPY_DOC, doc.id, Some(self.version), &set)
    }
}

/// Changes how long a text may be on a channel.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLimit {
    /// The rule.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// How it counts.
    pub unit: Unit,
    /// At least.
    pub min: i64,
    /// At most.
    pub max: i64,
    /// What an emoji is here.
    pub emoji: Severity,
}

impl Command for SetLimit {
    type Output = i64;
    const NAME: &'static str = "copy.set_limit";
    const TITLE: &'static str = "修改文案字数规则";
    const NEEDS: Need = SETS_RULES;
    const TOUCHES: &'static [&'static str] = &["copy_limit"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let most = i64::try_from(MAX_CHARS).unwrap_or(i64::MAX);
        if self.min < 0 || self.max < 1 || self.min > self.max || self.max > most {
            return Err(Error::invalid(
                "max",
                format!("下限应从 0 起，上限应在 1 到 {most} 之间且不小于下限"),
            ));
        }
        let set = [
            ("unit", self.unit.code().into()),
            ("min", self.min.into()),
            ("max", self.max.into()),
            ("emoji", self.emoji.code().into()),
        ];
        tx.update(&COPY_LIMIT, self.id, Some(self.version), &set)
    }
}

/// Banned words and allowed phrases.
pub static WORDS: ListDef = ListDef {
    name: "copy_words",
    title: "违禁词",
    from: "copy_word w",
    key: "w.id",
    columns: &[
        Col::new("word", "词", "w.word", ColKind::Text),
        Col::new("category", "类别", "w.category", ColKind::Text),
        Col::new("severity", "级别", "w.severity", ColKind::Choice(SEVERITIES)),
        Col::new("suggestion", "可改为", "w.suggestion", ColKind::Text),
        Col::new("channels", "渠道", "w.channels", ColKind::Json).plain(),
        Col::new("active", "启用", "w.active", ColKind::Bool),
        Col::new("version", "修订", "w.version", ColKind::Int).plain(),
        Col::new("updated_at", "更新时间", "w.updated_at", ColKind::Instant),
    ],
    tabs: &[
        Tab { key: "block", title: "禁用", when: "w.severity = 'block'" },
        Tab { key: "warn", title: "提醒", when: "w.severity = 'warn'" },
        Tab { key: "allowed", title: "允许", when: "w.severity = 'ok'" },
    ],
    search: None,
    order: ("id", false),
    scope: |_| None,
    needs: SEES_WORDS,
};

const SEES_WORDS: Need = Need::Any(&[Ask::read(Module::Rules)]);
const SEVERITIES: &[(&str, &str)] = &[("block", "禁用"), ("warn", "提醒"), ("ok", "允许")];

/// A banned word in the list.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct WordRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The word.
    pub word: String,
    /// Its category.
    pub category: String,
    /// Banned, reminded of, or an allowed phrase.
    pub severity: Severity,
    /// The channels it holds for; all when empty.
    pub channels: Vec<String>,
    /// What to say instead.
    pub suggestion: String,
    /// In force.
    pub active: bool,
    /// UTC milliseconds.
    pub updated_at: i64,
}
impl ListRow for WordRow {}

list_operations!(
    ListWords,
    CountWords,
    WORDS,
    WordRow,
    "copy_words.list",
    "copy_words.counts",
    "违禁词",
    SEES_WORDS,
    ["copy_word"]
);

/// Adds a banned word, or changes one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveWord {
    /// The word to change; a new one when absent.
    #[serde(default)]
    pub id: Option<i64>,
    /// The version that was read, with `id`.
    #[serde(default)]
    pub version: Option<i64>,
    /// The word.
    pub word: String,
    /// Its category.
    pub category: String,
    /// `block`, `warn`, or `ok` for an allowed phrase.
    pub severity: Severity,
    /// The channels it holds for; all when empty.
    #[serde(default)]
    pub channels: Vec<String>,
    /// What to say instead.
    #[serde(default)]
    pub suggestion: String,
    /// In force.
    #[serde(default = "yes")]
    pub active: bool,
}

fn yes() -> bool {
    true
}

#[derive(Serialize)]
struct NewWord<'a> {
    word: &'a str,
    category: &'a str,
    severity: Severity,
    channels: &'a [String],
    suggestion: &'a str,
    active: bool,
    created_at: i64,
    updated_at: i64,
}

impl Command for SaveWord {
    type Output = i64;
    const NAME: &'static str = "copy_words.save";
    const TITLE: &'static str = "维护违禁词";
    const NEEDS: Need = SETS_RULES;
    const TOUCHES: &'static [&'static str] = &["copy_word"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let word = line("word", "词", &self.word)?;
        if word.chars().count() > 40 || !word.chars().any(char::is_alphanumeric) {
            return Err(Error::invalid("word", "违禁词应有文字或数字，40 个字以内"));
        }
        let category = line("category", "类别", &self.category)?;
        for channel in &self.channels {
            check_channel(channel)?;
        }
        let suggestion = rules::clean(&self.suggestion).0;
        let taken: Option<i64> = tx.maybe(
            "select id from copy_word where word = ?1 and id <> ?2",
            params![&word, self.id.unwrap_or_default()],
        )?;
        if taken.is_some() {
            return Err(Error::conflict("duplicate", format!("词表里已经有“{word}”")).at("word"));
        }
        match self.id {
            None => tx.insert(
                &COPY_WORD,
                &NewWord {
                    word: &word,
                    category: &category,
                    severity: self.severity,
                    channels: &self.channels,
                    suggestion: &suggestion,
                    active: self.active,
                    created_at: tx.now,
                    updated_at: tx.now,
                },
            ),
            Some(id) => {
                let set = [
                    ("word", word.into()),
                    ("category", category.into()),
                    ("severity", self.severity.code().into()),
                    ("channels", serde_json::json!(self.channels).into()),
                    ("suggestion", suggestion.into()),
                    ("active", self.active.into()),
                ];
                tx.update(&COPY_WORD, id, self.version, &set)?;
                Ok(id)
            }
        }
    }
}

/// How far the texts of a campaign are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Progress {
    /// All that were not cancelled.
    pub total: i64,
    /// Approved or further.
    pub done: i64,
}

/// How far the texts of a campaign are.
pub fn of_campaign(cx: &Cx<'_>, campaign: i64) -> Result<Progress> {
    cx.one(
        "select count(*) as total,
                coalesce(sum(state in ('approved', 'published', 'superseded')), 0) as done
         from copy_doc where campaign_id = ?1 and state <> 'cancelled'",
        params![campaign],
    )
}
