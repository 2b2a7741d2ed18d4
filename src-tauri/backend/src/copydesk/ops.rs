//! Commands of the copy desk, and what must hold for its steps.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::brief::check_brief;
use super::publish::{stale, supersede_others};
use super::rules::{self, CYCLE, CopyKind, Finding, MAX_CHARS, Severity};
use super::table::{self, COPY_DOC, Doc, NewDoc};
use super::write::write_version;
use super::{alike, facts, guide, publish, view, write};
use crate::kernel::door::Entry;
use crate::kernel::lifecycle::{Around, Lifecycle, Step, past_reopening};
use crate::kernel::rights::Ask;
use crate::kernel::{
    Command, Cx, Day, Error, Follow, Level, Module, Need, Post, Result, Series, Tx,
};
use crate::params;
use crate::store::Value;

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<view::ListCopy>(),
        Entry::query::<view::CountCopy>(),
        Entry::query::<view::GetCopy>(),
        Entry::query::<view::DiffCopy>(),
        Entry::query::<view::Writers>(),
        Entry::query::<facts::Coverage>(),
        Entry::query::<guide::CheckCopy>(),
        Entry::query::<guide::CopyRules>(),
        Entry::command::<CreateCopy>(),
        Entry::command::<UpdateCopy>(),
        Entry::command::<write::AddVersion>(),
        Entry::command::<write::FromFile>(),
        Entry::command::<ActCopy>(),
        Entry::command::<publish::PublishCopy>(),
        Entry::command::<WaiveCopy>(),
        Entry::command::<guide::SetLimit>(),
        Entry::query::<guide::ListWords>(),
        Entry::query::<guide::CountWords>(),
        Entry::command::<guide::SaveWord>(),
    ]
}

pub(super) const SEES: Need = Need::Any(&[Ask::read(Module::Copy)]);
pub(super) const ASKS: Need = Need::Any(&[Ask::write(Module::Copy).part("request")]);
const SERIES: Series = Series { prefix: "CR", daily: true };

pub(super) fn body(cx: &Cx<'_>, doc: i64, no: i64) -> Result<String> {
    Ok(cx
        .maybe("select body from copy_version where doc_id = ?1 and no = ?2", params![doc, no])?
        .unwrap_or_default())
}

/// The index of texts.
pub(super) const INDEX: crate::kernel::Index = crate::kernel::Index {
    name: "copy",
    of: &COPY_DOC,
    words: |cx, first, last| {
        cx.all(
            "select d.id, d.no || ' ' || d.title || ' ' || d.brief || ' ' || coalesce(v.body, '')
             from copy_doc d left join copy_version v on v.doc_id = d.id and v.no = d.current
             where d.id between ?1 and ?2 order by d.id",
            params![first, last],
        )
    },
    follows: &[Follow::own(&COPY_DOC, &["no", "title", "brief", "current"])],
};

pub(super) fn body_before(cx: &Cx<'_>, doc: &Doc) -> Result<Option<String>> {
    cx.maybe(
        "select body from copy_version where doc_id = ?1 and no = ?2",
        params![doc.id, doc.current - 1],
    )
}

pub(super) fn find(cx: &Cx<'_>, doc: &Doc, body: &str) -> Result<Vec<Finding>> {
    let limit = table::limit(cx, &doc.channel, &doc.kind)?;
    let words = facts::words(cx, &doc.channel, Some(doc))?;
    let mut found = rules::check(body, &doc.kind, limit.as_ref(), &words);
    found.extend(facts::check(cx, doc, body)?);
    found.extend(alike::check(cx, doc, body)?);
    Ok(found)
}

pub(super) fn around(doc: &Doc) -> Around {
    Around {
        requester: Some(doc.requester_id),
        assignee: doc.assignee_id,
        submitter: doc.submitter_id,
    }
}

/// What must hold for a step, beyond who may take it.
pub(super) fn guard(cx: &Cx<'_>, doc: &Doc, step: &Step, checks: &[Finding]) -> Option<String> {
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
        "approve" | "publish" => {
            stale(cx, doc).unwrap_or_default().map(|s| s.sentence()).or_else(red)
        }
        "reopen" => past_reopening(cx.now, doc.updated_at),
        "recheck" if stale(cx, doc).unwrap_or_default().is_none() => {
            Some("商品资料没有改过，不用再核对".to_owned())
        }
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

/// Asks for a text.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateCopy {
    /// What it is for.
    pub kind: CopyKind,
    /// What is asked for, in a line.
    pub title: String,
    /// What is asked for, at length: every question of the kind answered, unless `body` is there.
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
        // What is already written needs nobody to say what to write.
        if self.body.as_deref().is_none_or(|b| b.trim().is_empty()) {
            check_brief(self.kind, &self.brief)?;
        }
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

/// Files a copy request in the caller's name, with a brief that another room has written.
pub fn file_request(tx: &mut Tx<'_>, new: NewCopy) -> Result<Made> {
    let title = line("title", "标题", &new.title)?;
    check_size(&new.brief)?;
    check_channel(tx, &new.channel)?;
    let locale = check_locale(&new.locale)?;
    check_assignee(tx, new.assignee_id)?;
    check_product(tx, new.product_id)?;
    check_campaign(tx, new.campaign_id)?;
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
    Ok(Made { id, no, version: 1 })
}

pub(super) fn line(field: &str, label: &str, text: &str) -> Result<String> {
    let (text, _) = rules::clean(text);
    let len = text.chars().count();
    if len == 0 || len > 200 || text.contains('\n') {
        return Err(Error::invalid(field, format!("{label}应为一行，1 到 200 个字")));
    }
    Ok(text)
}

pub(super) fn check_size(text: &str) -> Result<()> {
    if text.chars().count() > MAX_CHARS {
        return Err(Error::invalid("body", format!("正文超过 {MAX_CHARS} 个字，请拆成几份")));
    }
    Ok(())
}

pub(super) fn check_channel(cx: &Cx<'_>, code: &str) -> Result<()> {
    let all = table::channels(cx)?;
    if all.iter().any(|(known, _)| known == code) {
        return Ok(());
    }
    let known: Vec<String> =
        all.into_iter().map(|(code, title)| format!("{title}（{code}）")).collect();
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

fn check_product(cx: &Cx<'_>, id: Option<i64>) -> Result<()> {
    there(cx, "product", "product_id", id)
}

/// A campaign is the business of a room behind this one; its table is asked for by name.
fn check_campaign(cx: &Cx<'_>, id: Option<i64>) -> Result<()> {
    there(cx, "campaign", "campaign_id", id)
}

fn there(cx: &Cx<'_>, table: &str, field: &str, id: Option<i64>) -> Result<()> {
    let (Some(id), Some(table)) = (id, cx.core().table(table)) else { return Ok(()) };
    let sql = format!("select id from {} where id = ?1", table.name);
    let known: Option<i64> = cx.maybe(&sql, params![id])?;
    known.map(drop).ok_or_else(|| Error::not_found(table.label, id).at(field))
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
        let whole = !tx.caller.own_only(Module::Copy, Level::Approve)
            && tx.caller.goes_on_with(Ask::approve(Module::Copy));
        let free = doc.assignee_id.is_none() && tx.caller.goes_on_with(Ask::write(Module::Copy));
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
            // What was answered stays answered; a text out of a pack has its brief from elsewhere.
            let kind: CopyKind =
                serde_json::from_value(doc.kind.as_str().into()).map_err(Error::internal)?;
            if check_brief(kind, &doc.brief).is_ok() {
                check_brief(kind, brief)?;
            }
            set.push(("brief", rules::clean(brief).0.into()));
        }
        if let Some(channel) = &self.channel {
            // A text stays where it is also after its channel has gone out of use.
            if *channel != doc.channel {
                check_channel(tx, channel)?;
            }
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
        tx.update(&COPY_DOC, doc.id, Some(self.version), &set)
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
                set.push(("submitted_at", tx.now.into()));
                set.push(("checked_at", Value::Null));
            }
            "retake" => set.push(("retake_count", (doc.retake_count + 1).into())),
            "approve" => {
                set.push(("approved_at", tx.now.into()));
                set.push(("approved_by", tx.caller.staff.into()));
                set.push(("approved_version", doc.current.into()));
                set.push(("checked_at", Value::Null));
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
            "recheck" => set.push(("checked_at", tx.now.into())),
            "revise" | "reopen" => {
                set.push(("submitter_id", Value::Null));
                set.push(("approved_at", Value::Null));
                set.push(("approved_by", Value::Null));
                set.push(("approved_version", Value::Null));
                set.push(("checked_at", Value::Null));
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

/// Lets banned words and figures that are not the product's pass, with a reason, for the newest version
/// only.
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
    const TITLE: &'static str = "放行红项";
    const NEEDS: Need = Need::Any(&[Ask::approve(Module::Copy)]);
    const TOUCHES: &'static [&'static str] = &["copy_doc"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let doc: Doc = tx.get(&COPY_DOC, self.id)?;
        if !tx.caller.is(Post::OpsSupervisor) && !tx.caller.is(Post::Director) {
            return Err(Error::forbidden("红项只能由运营主管放行"));
        }
        let reason = line("reason", "放行原因", &self.reason)?;
        let checks = find(tx, &doc, &body(tx, doc.id, doc.current)?)?;
        if !checks.iter().any(|f| f.waivable && f.severity == Severity::Block) {
            return Err(Error::conflict("nothing_to_waive", "这一版没有需要放行的红项"));
        }
        tx.because(Some(&reason));
        let set = [("waiver", reason.as_str().into()), ("waived_by", tx.caller.staff.into())];
        tx.update(&COPY_DOC, doc.id, Some(self.version), &set)
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
                count(*) filter (where state in ('approved', 'published', 'superseded')) as done
         from copy_doc where campaign_id = ?1 and state <> 'cancelled'",
        params![campaign],
    )
}
