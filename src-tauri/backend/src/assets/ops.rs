//! Commands on requests: file, change, and every step of their life; planning is next door.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::brief::{questions, unanswered};
use super::files::{judge_again, known_slot};
use super::life::{self, LIFE, guard, is_final_word};
use super::put::note_use;
use super::rules::{AssetKind, Priority, RetakeClass, missing_beside_brief};
use super::table::{REQUEST, RETAKE, Request, RequestRow, Standing, standing};
use super::view::{AssetView, detail, must_tick};
use crate::kernel::lifecycle::Lifecycle;
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Day, Error, Module, Need, Post, Result, Series, Tx};
use crate::params;
use crate::store::Value;

pub(super) const WRITES: Need = Need::Any(&[Ask::write(Module::Assets).part("request")]);
const NUMBERS: Series = Series { prefix: "AR", daily: true };

/// A request as other rooms file it.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// What is asked for.
    pub kind: AssetKind,
    /// Its title.
    pub title: String,
    /// For which product.
    pub product_id: Option<i64>,
    /// For which campaign.
    pub campaign_id: Option<i64>,
    /// The channel, in words.
    pub channel: String,
    /// The slot's code; the usual one of the kind when absent.
    pub slot: Option<String>,
    /// The brief, Markdown.
    pub brief_md: String,
    /// Hashes of reference pictures.
    pub refs: Vec<String>,
    /// When it is needed.
    pub due: Option<Day>,
    /// How urgent.
    pub priority: Priority,
}

/// Files a request in the caller's name: handed in when its brief says enough, a draft otherwise.
pub fn file_request(tx: &mut Tx<'_>, new: NewRequest) -> Result<i64> {
    file(tx, &new, true)
}

fn file(tx: &mut Tx<'_>, new: &NewRequest, hand_in: bool) -> Result<i64> {
    let title = check_title(&new.title)?;
    check_brief(&new.brief_md)?;
    check_refs(tx, &new.refs)?;
    check_channel(&new.channel)?;
    check_product(tx, new.product_id)?;
    check_campaign(tx, new.campaign_id)?;
    let slot = new.slot.as_deref().map(str::trim).filter(|s| !s.is_empty());
    let slot = slot.or(new.kind.usual_slot());
    let spec = slot.map(|code| known_slot(tx, code)).transpose()?;
    let missing = missing_beside_brief(
        new.kind,
        new.product_id.is_some(),
        new.campaign_id.is_some(),
        slot.is_some(),
        &new.brief_md,
        new.due.is_some(),
    );
    let channel = match (new.channel.trim(), &spec) {
        ("", Some(spec)) => spec.channel.as_str(),
        (said, _) => said,
    };
    let no = NUMBERS.next(tx)?;
    let row = RequestRow {
        no: &no,
        kind: new.kind,
        title: &title,
        product_id: new.product_id,
        campaign_id: new.campaign_id,
        channel,
        slot,
        brief_md: new.brief_md.trim(),
        refs: &new.refs,
        requester: tx.caller.staff,
        due: new.due,
        priority: new.priority,
        state: if hand_in && missing.is_empty() { "queued" } else { "draft" },
        created_at: tx.now,
        updated_at: tx.now,
    };
    tx.insert(&REQUEST, &row)
}

fn check_product(cx: &Cx<'_>, product: Option<i64>) -> Result<()> {
    let Some(id) = product else { return Ok(()) };
    let known: Option<i64> = cx.maybe("select id from product where id = ?1", params![id])?;
    known.map(drop).ok_or_else(|| Error::not_found("商品", id).at("product_id"))
}

/// A campaign is the business of a room behind this one; its table is asked for by name.
fn check_campaign(cx: &Cx<'_>, campaign: Option<i64>) -> Result<()> {
    let (Some(id), Some(table)) = (campaign, cx.core().table("campaign")) else { return Ok(()) };
    let sql = format!("select id from {} where id = ?1", table.name);
    let known: Option<i64> = cx.maybe(&sql, params![id])?;
    known.map(drop).ok_or_else(|| Error::not_found(table.label, id).at("campaign_id"))
}

fn check_title(title: &str) -> Result<String> {
    let title: String = title.trim().chars().filter(|c| !c.is_control()).collect();
    if title.is_empty() || title.chars().count() > 100 {
        return Err(Error::invalid("title", "标题不能为空，最多 100 个字"));
    }
    Ok(title)
}

fn check_brief(brief: &str) -> Result<()> {
    if brief.chars().count() > 20_000 {
        return Err(Error::invalid("brief_md", "说明最多 2 万字，请把长文放进参考文件"));
    }
    Ok(())
}

/// What was answered when it was handed in does not go away again.
fn still_answered(row: &Request, brief: &str) -> Result<()> {
    let asked = questions(row.kind);
    let open = unanswered(asked, brief);
    if row.state == "draft" || open.is_empty() || !unanswered(asked, &row.brief_md).is_empty() {
        return Ok(());
    }
    Err(Error::invalid(
        "brief_md",
        format!("提交之后说明要保持完整，还没有回答：{}（没有的写“无”）", open.join("、")),
    ))
}

fn check_channel(channel: &str) -> Result<()> {
    if channel.chars().count() > 100 {
        return Err(Error::invalid("channel", "渠道最多 100 个字"));
    }
    Ok(())
}

fn check_refs(cx: &Cx<'_>, refs: &[String]) -> Result<()> {
    if refs.len() > 30 {
        return Err(Error::invalid("refs", "参考图最多 30 张"));
    }
    if refs.is_empty() {
        return Ok(());
    }
    let texts = cx.dialect().texts("?1");
    let unknown: Option<String> = cx.maybe(
        &format!(
            "select j.value from {texts} j left join file f on f.hash = j.value
         where f.hash is null limit 1"
        ),
        params![serde_json::json!(refs)],
    )?;
    match unknown {
        None => Ok(()),
        Some(hash) => Err(Error::invalid(
            "refs",
            format!("参考图 {} 还没有上传，请重新拖入", hash.get(..12).unwrap_or(&hash)),
        )),
    }
}

/// Asks for a picture. It stays a draft, visible to its author, until `submit`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateAsset {
    /// What is asked for.
    pub kind: AssetKind,
    /// Title.
    pub title: String,
    /// For which product.
    #[serde(default)]
    pub product_id: Option<i64>,
    /// For which campaign.
    #[serde(default)]
    pub campaign_id: Option<i64>,
    /// The channel, in words; that of the slot when absent.
    #[serde(default)]
    pub channel: Option<String>,
    /// The slot's code; the usual one of the kind when absent.
    #[serde(default)]
    pub slot: Option<String>,
    /// The brief, Markdown.
    #[serde(default)]
    pub brief_md: String,
    /// Hashes of reference pictures.
    #[serde(default)]
    pub refs: Vec<String>,
    /// When it is needed.
    #[serde(default)]
    pub due: Option<Day>,
    /// How urgent.
    #[serde(default)]
    pub priority: Priority,
    /// Hand it in at once; refused when the brief lacks something.
    #[serde(default)]
    pub submit: bool,
}

impl Command for CreateAsset {
    type Output = AssetView;
    const NAME: &'static str = "assets.create";
    const TITLE: &'static str = "提素材需求";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if let Some(due) = self.due
            && due < tx.today()
        {
            return Err(Error::invalid("due", "希望完成日已经过去，请选今天或以后的一天"));
        }
        let new = NewRequest {
            kind: self.kind,
            title: self.title,
            product_id: self.product_id,
            campaign_id: self.campaign_id,
            channel: self.channel.unwrap_or_default(),
            slot: self.slot,
            brief_md: self.brief_md,
            refs: self.refs,
            due: self.due,
            priority: self.priority,
        };
        let id = file(tx, &new, false)?;
        if self.submit {
            let row: Request = tx.get(&REQUEST, id)?;
            step_of(tx, &row, &Standing::default(), "submit", None)?;
            tx.update(&REQUEST, id, None, &[("state", "queued".into())])?;
        }
        detail(tx, id)
    }
}

/// Tells `null` (take it away) from absent (leave it).
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> std::result::Result<Option<Option<T>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// Changes what a request says. What is absent stays.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateAsset {
    /// The request.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// New kind (drafts only).
    #[serde(default)]
    pub kind: Option<AssetKind>,
    /// New title.
    #[serde(default)]
    pub title: Option<String>,
    /// New product; null takes it away.
    #[serde(default, deserialize_with = "given")]
    pub product_id: Option<Option<i64>>,
    /// New campaign; null takes it away.
    #[serde(default, deserialize_with = "given")]
    pub campaign_id: Option<Option<i64>>,
    /// New channel.
    #[serde(default)]
    pub channel: Option<String>,
    /// New slot; null takes it away.
    #[serde(default, deserialize_with = "given")]
    pub slot: Option<Option<String>>,
    /// New brief.
    #[serde(default)]
    pub brief_md: Option<String>,
    /// New reference pictures.
    #[serde(default)]
    pub refs: Option<Vec<String>>,
    /// New due day; null takes it away.
    #[serde(default, deserialize_with = "given")]
    pub due: Option<Option<Day>>,
    /// New priority.
    #[serde(default)]
    pub priority: Option<Priority>,
}

impl Command for UpdateAsset {
    type Output = i64;
    const NAME: &'static str = "assets.update";
    const TITLE: &'static str = "修改素材需求";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let row = fresh(tx, self.id, self.version)?;
        let planner = tx.caller.is(Post::ProductPlanner) || tx.caller.is(Post::OpsSupervisor);
        if tx.caller.staff != row.requester && !planner {
            return Err(Error::forbidden(
                "需求只能由提出人、产品策划或运营主管修改；要补充请写批注或联系提出人",
            ));
        }
        if !matches!(
            row.state.as_str(),
            "draft" | "queued" | "assigned" | "doing" | "in_review" | "retake"
        ) {
            return Err(Error::conflict(
                "wrong_state",
                format!(
                    "{} 处于“{}”，不能再改；要改图请以“需求变更”退回，或另提一个需求",
                    row.no,
                    LIFE.label(&row.state)
                ),
            ));
        }
        let mut set: Vec<(&str, Value)> = Vec::new();
        if let Some(kind) = self.kind {
            if kind != row.kind && row.state != "draft" {
                return Err(Error::conflict("wrong_state", "提交之后不能再改种类，请另提一个需求"));
            }
            set.push(("kind", kind.code().into()));
        }
        if let Some(title) = &self.title {
            set.push(("title", check_title(title)?.into()));
        }
        if let Some(product) = self.product_id {
            check_product(tx, product)?;
            set.push(("product_id", product.into()));
        }
        if let Some(campaign) = self.campaign_id {
            check_campaign(tx, campaign)?;
            set.push(("campaign_id", campaign.into()));
        }
        if let Some(channel) = &self.channel {
            check_channel(channel)?;
            set.push(("channel", channel.trim().into()));
        }
        if let Some(slot) = &self.slot {
            if slot.as_deref() != row.slot.as_deref() {
                judge_again(tx, &row, slot.as_deref())?;
            }
            set.push(("slot", slot.clone().into()));
        }
        if let Some(brief) = &self.brief_md {
            check_brief(brief)?;
            still_answered(&row, brief)?;
            set.push(("brief_md", brief.trim().into()));
        }
        if let Some(refs) = &self.refs {
            check_refs(tx, refs)?;
            set.push(("refs", serde_json::json!(refs).into()));
        }
        if let Some(due) = self.due {
            if row.state != "draft" && due.is_none() {
                return Err(Error::invalid("due", "提交之后必须有截止日"));
            }
            set.push(("due", due.into()));
        }
        if let Some(priority) = self.priority {
            set.push(("priority", priority.code().into()));
        }
        tx.update(&REQUEST, self.id, Some(self.version), &set)
    }
}

/// The row as it is now, refused as stale when the caller has read another version.
pub(super) fn fresh(tx: &mut Tx<'_>, id: i64, version: i64) -> Result<Request> {
    let row: Request = tx.get(&REQUEST, id)?;
    if row.version != version {
        tx.update(&REQUEST, id, Some(version), &[])?;
    }
    Ok(row)
}

/// The step of the life cycle, if the caller may take it and what is stored allows it.
pub(super) fn step_of(
    cx: &Cx<'_>,
    row: &Request,
    stand: &Standing,
    action: &str,
    reason: Option<&str>,
) -> Result<&'static str> {
    let name: String = cx
        .maybe("select name from staff where id = ?1", params![row.requester])?
        .unwrap_or_else(|| "系统".to_owned());
    let step =
        LIFE.step(&row.no, &row.state, action, cx.caller, life::around(row), reason, |step| {
            guard(row, stand, cx.caller, &name, step)
        })?;
    let found = LIFE.states.iter().find(|s| s.code == Lifecycle::target(step, &row.state));
    found.map(|s| s.code).ok_or_else(|| Error::internal("a step to an unknown state"))
}

/// Takes a step in a request's life.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActOnAsset {
    /// The request.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// `submit`, `return`, `start`, `submit_version`, `withdraw`, `approve`, `retake`, `deliver`,
    /// `mark_live`, `take_down`, `archive`, `cancel`, `reopen`.
    pub action: String,
    /// Why, or what is to be changed (`retake`), or why there is no working file (`deliver`).
    #[serde(default)]
    pub reason: Option<String>,
    /// For `retake`.
    #[serde(default)]
    pub class: Option<RetakeClass>,
    /// For `mark_live`: where it is shown.
    #[serde(default, rename = "where")]
    pub place: Option<String>,
    /// For `mark_live`: the last day it may be shown.
    #[serde(default)]
    pub live_to: Option<Day>,
    /// For `approve`: what was compared.
    #[serde(default)]
    pub ticks: Vec<String>,
}

#[derive(Serialize)]
struct NewRetake<'a> {
    request_id: i64,
    version_id: Option<i64>,
    class: &'static str,
    counts: bool,
    text: &'a str,
    by_id: i64,
    at: i64,
}

impl Command for ActOnAsset {
    type Output = AssetView;
    const NAME: &'static str = "assets.act";
    const TITLE: &'static str = "素材流转";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let row = fresh(tx, self.id, self.version)?;
        if matches!(self.action.as_str(), "schedule" | "reschedule" | "reassign") {
            return Err(Error::invalid(
                "action",
                "排期和改派请用 assets.schedule，并给出负责人和截止日",
            ));
        }
        let stand = standing(tx, row.id)?;
        let reason = self.reason.as_deref().map(str::trim).filter(|r| !r.is_empty());
        if reason.is_some_and(|r| r.chars().count() > 2000) {
            return Err(Error::invalid("reason", "原因最多 2000 字"));
        }
        let to = step_of(tx, &row, &stand, &self.action, reason)?;
        let mut set: Vec<(&str, Value)> = vec![("state", to.into())];
        match self.action.as_str() {
            "submit_version" => {
                set.push(("submitter", tx.caller.staff.into()));
                set.extend(no_first_approval());
                if row.first_submitted_at.is_none() {
                    set.push(("first_submitted_at", tx.now.into()));
                }
            }
            "approve" => {
                let lacking: Vec<&str> = must_tick(&row)
                    .iter()
                    .copied()
                    .filter(|t| !self.ticks.iter().any(|have| have == t))
                    .collect();
                if !lacking.is_empty() {
                    return Err(Error::conflict(
                        "ticks",
                        format!("活动素材通过之前要与活动核对并勾选：{}", lacking.join("、")),
                    )
                    .at("ticks")
                    .with(serde_json::json!({ "ticks": must_tick(&row) })));
                }
                if is_final_word(&row, tx.caller) {
                    set.push(("approved_at", tx.now.into()));
                } else {
                    set = vec![
                        ("approved_by_requester", true.into()),
                        ("first_approver", tx.caller.staff.into()),
                        ("first_approved_at", tx.now.into()),
                    ];
                }
            }
            "retake" => set.extend(self.send_back(tx, &row, &stand, reason)?),
            "deliver" => {
                if stand.sources == 0 && reason.is_none() {
                    return Err(Error::invalid(
                        "reason",
                        format!(
                            "{} 还没有源文件。请把 PSD/AI 拖进来，或写明没有源文件的原因",
                            row.no
                        ),
                    )
                    .because("no_source"));
                }
                set.push(("delivered_at", tx.now.into()));
            }
            "mark_live" => {
                let place = self.place.as_deref().map(str::trim).unwrap_or_default();
                if place.is_empty() || place.chars().count() > 200 {
                    return Err(Error::invalid(
                        "where",
                        "请写明用在哪里，例如“天猫旗舰店 首页首焦”，最多 200 字",
                    ));
                }
                if self.live_to.is_some_and(|d| d < tx.today()) {
                    return Err(Error::invalid("live_to", "下线日已经过去，请选今天或以后的一天"));
                }
                set.push(("live_where", place.into()));
                set.push(("live_at", tx.now.into()));
                set.push(("live_to", self.live_to.into()));
                note_use(tx, &row, &stand, place, None, row.slot.as_deref())?;
            }
            "reopen" => {
                set.extend(no_first_approval());
                set.push(("assignee", Value::Null));
            }
            _ => {}
        }
        tx.because(reason);
        tx.update(&REQUEST, row.id, Some(self.version), &set)?;
        detail(tx, row.id)
    }
}

impl ActOnAsset {
    fn send_back(
        &self,
        tx: &mut Tx<'_>,
        row: &Request,
        stand: &Standing,
        text: Option<&str>,
    ) -> Result<Vec<(&'static str, Value)>> {
        let class = self.class.ok_or_else(|| {
            Error::invalid("class", "退回修改要选原因种类：需求变更、未达要求、规格错误、文案错误")
        })?;
        if text.is_none() && stand.pins == 0 {
            return Err(Error::invalid(
                "reason",
                "退回修改要写明改什么：写一段文字，或在图上批注至少一处",
            ));
        }
        if row.state == "approved" && class.counts() {
            return Err(Error::conflict(
                "guard",
                format!("{} 已经通过，只能因“需求变更”退回", row.no),
            )
            .at("class"));
        }
        let retake = NewRetake {
            request_id: row.id,
            version_id: stand.last,
            class: class.code(),
            counts: class.counts(),
            text: text.unwrap_or_default(),
            by_id: tx.caller.staff,
            at: tx.now,
        };
        tx.insert(&RETAKE, &retake)?;
        Ok([
            ("retake_count", (row.retake_count + 1).into()),
            ("fault_count", (row.fault_count + i64::from(class.counts())).into()),
            ("approved_at", Value::Null),
        ]
        .into_iter()
        .chain(no_first_approval())
        .collect())
    }
}

/// The first of two approvals was for what was handed in then.
fn no_first_approval() -> [(&'static str, Value); 3] {
    [
        ("approved_by_requester", false.into()),
        ("first_approver", Value::Null),
        ("first_approved_at", Value::Null),
    ]
}

/// The daily sweep: what was allowed to be shown until yesterday has expired. Answers which.
pub fn expire(tx: &mut Tx<'_>) -> Result<Vec<i64>> {
    let over: Vec<i64> = tx.all(
        "select id from asset_request where state = 'live' and live_to is not null
         and live_to < ?1 order by id",
        params![tx.today()],
    )?;
    tx.because(Some("下线日已过"));
    for id in &over {
        tx.update(&REQUEST, *id, None, &[("state", "expired".into())])?;
    }
    Ok(over)
}
