//! One request as its page shows it, and the slots a request may name.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use shopdesk_pictures::{Check, SlotSpec, default_slots};

use super::duplicates::{Duplicate, duplicates_of, fingerprints};
use super::life::{self, LIFE};
use super::list::is_overdue;
use super::put::{UseView, of_request};
use super::rules::{AssetKind, Priority, missing_in_brief};
use super::table::{Request, standing};
use crate::kernel::rights::Ask;
use crate::kernel::{ActionState, Cx, Day, Error, Module, Need, Post, Query, Result};
use crate::listings;
use crate::params;
use crate::staff;

pub(super) const SEES: Need = Need::Any(&[Ask::read(Module::Assets)]);

/// How often a designer may be asked to improve something before the supervisor hears of it.
pub(super) const FREE_RETAKES: i64 = 3;
/// One request with everything about it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetAsset {
    /// The request.
    pub id: i64,
}

/// Somebody by id and name.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Who {
    /// Id.
    pub id: i64,
    /// Name.
    pub name: String,
}

/// A file as briefs and versions show it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct FileBrief {
    /// Its hash.
    pub hash: String,
    /// The name it came with.
    pub name: String,
    /// Bytes.
    pub bytes: i64,
    /// Media type.
    pub mime: String,
    /// `image`, `source` …
    pub kind: String,
    /// Pixels.
    pub width: Option<i64>,
    /// Pixels.
    pub height: Option<i64>,
}

/// One version.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct VersionView {
    /// Id.
    pub id: i64,
    /// 1, 2, 3 …
    pub no: i64,
    /// The file's hash.
    pub file: String,
    /// The file's name as it was dropped.
    pub name: String,
    /// A working file, not a picture to judge.
    pub is_source: bool,
    /// What the designer says about it.
    pub note: String,
    /// Who brought it.
    pub by_name: String,
    /// Their id.
    pub by_id: i64,
    /// UTC milliseconds.
    pub at: i64,
    /// `green`, `amber` or `red`: the worst of the checks.
    pub level: String,
    /// The checks, each with the rule it was judged by.
    pub checks: Vec<Check>,
    /// Why its red checks were let pass.
    pub waived: Option<String>,
    /// Who let them pass.
    pub waived_by_name: Option<String>,
    /// Bytes.
    pub bytes: i64,
    /// Media type.
    pub mime: String,
    /// `image`, `source` …
    pub file_kind: String,
    /// Pixels.
    pub width: Option<i64>,
    /// Pixels.
    pub height: Option<i64>,
}

/// One remark at a place in a picture.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct PinView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// On which version (its id).
    pub version_id: i64,
    /// That version's number.
    pub version_no: i64,
    /// From the left, in ten-thousandths of the picture's width.
    pub x_bp: i64,
    /// From the top, in ten-thousandths of its height.
    pub y_bp: i64,
    /// Width of an area.
    pub w_bp: Option<i64>,
    /// Height of an area.
    pub h_bp: Option<i64>,
    /// The remark.
    pub text: String,
    /// Who made it.
    pub author: i64,
    /// Their name.
    pub author_name: String,
    /// `open`, `done` or `wont`.
    pub state: String,
    /// The number of the version it was done in.
    pub done_in_version: Option<i64>,
    /// What was answered.
    pub answer: String,
    /// UTC milliseconds.
    pub created_at: i64,
    /// What is said about it, oldest first.
    #[serde(default)]
    pub replies: Vec<ReplyView>,
}

/// Something said about a remark.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ReplyView {
    /// Id.
    pub id: i64,
    /// The remark.
    pub pin_id: i64,
    /// Who said it.
    pub author_name: String,
    /// What was said.
    pub text: String,
    /// UTC milliseconds.
    pub at: i64,
}

/// One time it went back.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct RetakeView {
    /// Id.
    pub id: i64,
    /// About which version (its number).
    pub version_no: Option<i64>,
    /// `change`, `below_par`, `wrong_spec`, `wrong_copy`.
    pub class: String,
    /// In Chinese.
    #[serde(default)]
    pub class_label: String,
    /// Whether it counts against the designer.
    pub counts: bool,
    /// What is asked for.
    pub text: String,
    /// Who sent it back.
    pub by_name: String,
    /// UTC milliseconds.
    pub at: i64,
}

/// A request in full.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AssetView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// Number.
    pub no: String,
    /// Kind.
    pub kind: AssetKind,
    /// Its Chinese name.
    pub kind_label: &'static str,
    /// Title.
    pub title: String,
    /// The product.
    pub product_id: Option<i64>,
    /// The product's code and title.
    pub product: Option<String>,
    /// The campaign.
    pub campaign_id: Option<i64>,
    /// The channel, in words.
    pub channel: String,
    /// The slot's code.
    pub slot: Option<String>,
    /// The slot's rules.
    pub slot_spec: Option<SlotSpec>,
    /// The brief, Markdown.
    pub brief_md: String,
    /// Reference pictures.
    pub refs: Vec<FileBrief>,
    /// Who asked.
    pub requester: Who,
    /// Who works on it.
    pub assignee: Option<Who>,
    /// Who handed in last.
    pub submitter: Option<Who>,
    /// 1 to 5.
    pub difficulty: i64,
    /// Hours.
    pub est_h: f64,
    /// Due.
    pub due: Option<Day>,
    /// Past due and still open.
    pub overdue: bool,
    /// Priority.
    pub priority: Priority,
    /// State.
    pub state: String,
    /// Its Chinese name.
    pub state_label: String,
    /// How often it went back.
    pub retake_count: i64,
    /// How often by the designer's fault.
    pub fault_count: i64,
    /// How often that is free.
    pub free_retakes: i64,
    /// More often than that: the supervisor sees it.
    pub over_retakes: bool,
    /// Needs the product planner after the requester.
    pub two_step: bool,
    /// The first of two approvals is given.
    pub approved_by_requester: bool,
    /// By whom.
    pub first_approver: Option<String>,
    /// When, UTC milliseconds.
    pub first_approved_at: Option<i64>,
    /// What the approver has to have compared (price, time, rules) for campaign pictures, and the
    /// slot's own questions; approving sends those ticked in `ticks`.
    pub ticks: Vec<String>,
    /// What the brief still lacks.
    pub missing: Vec<String>,
    /// UTC milliseconds.
    pub first_submitted_at: Option<i64>,
    /// UTC milliseconds.
    pub approved_at: Option<i64>,
    /// UTC milliseconds.
    pub delivered_at: Option<i64>,
    /// UTC milliseconds.
    pub live_at: Option<i64>,
    /// Where it is shown.
    pub live_where: String,
    /// The last day it may be shown.
    pub live_to: Option<Day>,
    /// UTC milliseconds.
    pub created_at: i64,
    /// UTC milliseconds.
    pub updated_at: i64,
    /// Newest first.
    pub versions: Vec<VersionView>,
    /// Oldest first.
    pub pins: Vec<PinView>,
    /// Oldest first.
    pub retakes: Vec<RetakeView>,
    /// The same or nearly the same pictures in other requests, and earlier versions of this one with
    /// the bytes of a later one.
    pub duplicates: Vec<Duplicate>,
    /// Buttons.
    pub actions: Vec<ActionState>,
    /// Where its files are.
    pub where_used: Vec<UseView>,
}

pub(super) const VERSIONS: &str =
    "select v.id, v.no, v.file, v.name, v.is_source, v.note, v.by_id, v.at, v.level, v.checks, v.waived,
        coalesce((select s.name from staff s where s.id = v.by_id), '系统') as by_name,
        (select s.name from staff s where s.id = v.waived_by) as waived_by_name,
        f.bytes, f.mime, f.kind as file_kind, f.width, f.height
     from asset_version v join file f on f.hash = v.file";

impl Query for GetAsset {
    type Output = AssetView;
    const NAME: &'static str = "assets.get";
    const TITLE: &'static str = "素材需求详情";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["asset"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        detail(cx, self.id)
    }
}

/// The request as its page shows it.
pub(super) fn detail(cx: &Cx<'_>, id: i64) -> Result<AssetView> {
    let row: Request = cx.get(&super::REQUEST, id)?;
    if row.state == "draft"
        && row.requester != cx.caller.staff
        && cx.caller.staff != 0
        && !cx.caller.is(Post::OpsSupervisor)
    {
        return Err(Error::not_found("素材需求", id));
    }
    let names = staff::names(cx)?;
    let who = |id: i64| Who { id, name: names.get(&id).cloned().unwrap_or_default() };
    let stand = standing(cx, id)?;
    let versions: Vec<VersionView> =
        cx.all(&format!("{VERSIONS} where v.request_id = ?1 order by v.no desc"), params![id])?;
    let mut pins: Vec<PinView> = cx.all(
        "select p.*, s.name as author_name, v.no as version_no from asset_pin p
         join staff s on s.id = p.author join asset_version v on v.id = p.version_id
         where p.request_id = ?1 order by p.id",
        params![id],
    )?;
    let replies: Vec<ReplyView> = cx.all(
        "select y.id, y.pin_id, s.name as author_name, y.text, y.at from asset_pin_reply y
         join staff s on s.id = y.author where y.request_id = ?1 order by y.id",
        params![id],
    )?;
    for reply in replies {
        if let Some(pin) = pins.iter_mut().find(|p| p.id == reply.pin_id) {
            pin.replies.push(reply);
        }
    }
    let mut retakes: Vec<RetakeView> = cx.all(
        "select t.*, v.no as version_no, coalesce(s.name, '系统') as by_name from asset_retake t
         left join staff s on s.id = t.by_id left join asset_version v on v.id = t.version_id
         where t.request_id = ?1 order by t.id",
        params![id],
    )?;
    for retake in &mut retakes {
        let label = super::rules::RETAKE_CLASSES.iter().find(|(code, _)| *code == retake.class);
        retake.class_label = label.map_or_else(|| retake.class.clone(), |(_, l)| (*l).to_owned());
    }
    let texts = cx.dialect().texts("?1");
    let refs: Vec<FileBrief> = cx.all(
        &format!(
            "select f.hash, f.name, f.bytes, f.mime, f.kind, f.width, f.height
         from {texts} j join file f on f.hash = j.value order by j.key"
        ),
        params![json!(row.refs)],
    )?;
    let mut hashes: Vec<String> =
        versions.iter().filter(|v| !v.is_source).map(|v| v.file.clone()).collect();
    hashes.truncate(20);
    // The same bytes may be there twice.
    hashes.sort_unstable();
    hashes.dedup();
    let duplicates = duplicates_of(cx, &fingerprints(cx, &hashes)?, Some(id))?;
    let where_used = of_request(cx, id)?;
    let product: Option<String> = cx
        .maybe("select code || ' ' || title from product where id = ?1", params![row.product_id])?;
    let slot_spec = match &row.slot {
        Some(code) => slot_spec(cx, code)?,
        None => None,
    };
    let free_retakes = cx.setting("assets.free_retakes", FREE_RETAKES)?;
    let requester = who(row.requester);
    let mut actions = LIFE.actions(&row.state, cx.caller, life::around(&row), |step| {
        life::guard(&row, &stand, cx.caller, &requester.name, step)
    });
    // One button plans it anew; whether that is somebody else's work then, the plan itself tells.
    actions.retain(|a| a.action != "reassign");
    for action in actions.iter_mut().filter(|a| a.action == "deliver") {
        action.needs_reason = stand.sources == 0;
    }
    let missing = missing_in_brief(
        row.kind,
        row.product_id.is_some(),
        row.campaign_id.is_some(),
        row.slot.is_some(),
        &row.brief_md,
        row.due.is_some(),
    );
    let mut ticks: Vec<String> = must_tick(&row).iter().map(|&t| t.to_owned()).collect();
    ticks.extend(slot_spec.iter().flat_map(|s| s.ticks.iter().cloned()));
    Ok(AssetView {
        overdue: is_overdue(cx, &row.state, row.due),
        state_label: LIFE.label(&row.state).to_owned(),
        kind_label: row.kind.label(),
        two_step: row.kind.two_step(),
        over_retakes: row.fault_count > free_retakes,
        assignee: row.assignee.map(who),
        submitter: row.submitter.map(who),
        requester,
        id: row.id,
        version: row.version,
        no: row.no,
        kind: row.kind,
        title: row.title,
        product_id: row.product_id,
        product,
        campaign_id: row.campaign_id,
        channel: row.channel,
        slot: row.slot,
        slot_spec,
        brief_md: row.brief_md,
        refs,
        difficulty: row.difficulty,
        est_h: row.est_h,
        due: row.due,
        priority: row.priority,
        state: row.state,
        retake_count: row.retake_count,
        fault_count: row.fault_count,
        free_retakes,
        approved_by_requester: row.approved_by_requester,
        first_approver: match row.first_approver {
            Some(id) => cx.maybe("select name from staff where id = ?1", params![id])?,
            None => None,
        },
        first_approved_at: row.first_approved_at,
        ticks,
        missing,
        first_submitted_at: row.first_submitted_at,
        approved_at: row.approved_at,
        delivered_at: row.delivered_at,
        live_at: row.live_at,
        live_where: row.live_where,
        live_to: row.live_to,
        created_at: row.created_at,
        updated_at: row.updated_at,
        versions,
        pins,
        retakes,
        duplicates,
        actions,
        where_used,
    })
}

/// What an approver of a campaign picture must have compared with the campaign itself.
pub(super) fn must_tick(row: &Request) -> &'static [&'static str] {
    if row.campaign_id.is_some() { &["价格", "时间", "规则"] } else { &[] }
}

/// The rules of a slot, by its code.
pub(super) fn slot_spec(cx: &Cx<'_>, code: &str) -> Result<Option<SlotSpec>> {
    Ok(all_slots(cx)?.into_iter().find(|s| s.code == code))
}

/// Every slot the shop knows: those of its selling channels as it keeps them, and those of the
/// content channels, which sell nothing and so have no profile of their own.
pub fn all_slots(cx: &Cx<'_>) -> Result<Vec<SlotSpec>> {
    let mut slots = listings::all_slots(cx)?;
    slots.extend(default_slots().into_iter().filter(|s| CONTENT_SLOTS.contains(&s.code.as_str())));
    Ok(slots)
}

const CONTENT_SLOTS: &[&str] =
    &["weibo.post", "social.square", "social.tall", "wechat.cover", "weitao.post"];

/// The slots that a request may name, with their rules.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Slots {}

impl Query for Slots {
    type Output = Vec<SlotSpec>;
    const NAME: &'static str = "assets.slots";
    const TITLE: &'static str = "渠道图位";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["channel"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        all_slots(cx)
    }
}
