//! What the copy desk shows: the list, one request with its versions, two versions side by side.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::limits::Limit;
use super::ops::{SEES, around, body, body_before, find, guard};
use super::publish::{STALE, Stale, stale};
use super::rules::{self, CYCLE, DiffPiece, Finding, KINDS, Severity};
use super::table::{self, COPY_DOC, Doc};
use crate::kernel::lifecycle::ActionState;
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::{Cx, Day, Error, Need, Query, Result};
use crate::{list_operations, params};

/// Copy requests.
pub static LIST: ListDef = ListDef {
    name: "copy",
    title: "文案",
    entity: "copy_doc",
    from: "copy_doc d",
    key: "d.id",
    columns: &[
        Col::new("no", "编号", "d.no", ColKind::Code),
        Col::new("title", "标题", "d.title", ColKind::Text),
        Col::new("kind", "类型", "d.kind", ColKind::Choice(KINDS)),
        Col::new("channel", "渠道代码", "d.channel", ColKind::Code),
        Col::new("channel_title", "渠道", CHANNEL_TITLE, ColKind::Text).plain(),
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
        Col::new("char_count", "字数", "d.char_count", ColKind::Int).summed(),
        Col::new("checks_level", "检查", "d.checks_level", ColKind::Choice(LEVELS)),
        Col::new("retake_count", "退回次数", "d.retake_count", ColKind::Int).summed(),
        Col::new("product_id", "商品", "d.product_id", ColKind::Int).unsorted().inner(),
        Col::new("campaign_id", "活动", "d.campaign_id", ColKind::Int).unsorted().inner(),
        Col::new("assignee_id", "负责人编号", "d.assignee_id", ColKind::Int).unsorted().inner(),
        Col::new("requester_id", "提出人编号", "d.requester_id", ColKind::Int).inner(),
        Col::new("version", "修订", "d.version", ColKind::Int).plain().inner(),
        Col::new("updated_at", "更新时间", "d.updated_at", ColKind::Instant),
        Col::new("stale", "资料已变", STALE, ColKind::Bool).plain(),
    ],
    tabs: &[
        Tab { key: "writing", title: "待写", when: "d.state in ('draft', 'retake')" },
        Tab { key: "in_review", title: "待审核", when: "d.state = 'in_review'" },
        Tab { key: "approved", title: "待发布", when: "d.state = 'approved'" },
        Tab { key: "published", title: "已发布", when: "d.state = 'published'" },
        Tab { key: "stale", title: "资料已变", when: STALE },
        Tab { key: "closed", title: "已结束", when: "d.state in ('superseded', 'cancelled')" },
    ],
    search: Some("copy"),
    order: ("updated_at", true),
    scope: |_| None,
    needs: SEES,
};

/// The channel as its profile names it, any other place as [`PLACES`](super::limits::PLACES) does.
const CHANNEL_TITLE: &str = "coalesce(
    (select c.title from channel c where c.code = d.channel),
    case d.channel when 'general' then '通用' when 'jd' then '京东' when 'pdd' then '拼多多'
        when 'douyin' then '抖店' when 'weibo' then '微博' when 'wechat' then '微信'
        else d.channel end)";

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
    /// Its Chinese name.
    pub channel_title: String,
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
    /// The product has been changed since the text was approved.
    pub stale: bool,
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
    ["copy_doc", "channel"]
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
    /// The channel's Chinese name.
    pub channel_title: String,
    /// The product's code and title.
    pub product: Option<String>,
    /// The product has been changed since the text was approved.
    pub stale: Option<Stale>,
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
    const PROVIDES: &'static [&'static str] =
        &["copy_doc", "copy_limit", "copy_word", "channel", "product", "listing"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let doc: Doc = cx.get(&COPY_DOC, self.id)?;
        let body = body(cx, doc.id, doc.current)?;
        let before = body_before(cx, &doc)?;
        let limit = table::limit(cx, &doc.channel, &doc.kind)?;
        let checks = find(cx, &doc, &body)?;
        let mut actions = CYCLE
            .actions(&doc.state, cx.caller, around(&doc), |step| guard(cx, &doc, step, &checks));
        let stale = stale(cx, &doc)?;
        if stale.is_none() {
            actions.retain(|a| a.action != "recheck");
        }
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
            channel_title: cx.one(
                &format!("select {CHANNEL_TITLE} from copy_doc d where d.id = ?1"),
                params![doc.id],
            )?,
            product: cx.maybe(
                "select code || ' ' || title from product where id = ?1",
                params![doc.product_id],
            )?,
            stale,
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

/// Who may be asked to write, with how much each has to do; the copywriters first.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Writers {}

/// Somebody who writes.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Writer {
    /// Id.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Texts not yet approved.
    pub open: i64,
}

impl Query for Writers {
    type Output = Vec<Writer>;
    const NAME: &'static str = "copy.writers";
    const TITLE: &'static str = "写文案的人";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["copy_doc", "staff"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all(
            "select s.id, s.name, (select count(*) from copy_doc d where d.assignee_id = s.id
                and d.state in ('draft', 'retake', 'in_review')) as open
             from staff s where s.active = 1 and exists (
                select 1 from staff_post p where p.staff_id = s.id and p.post in
                ('copywriter', 'product_planner', 'ops_supervisor', 'ops_specialist', 'overseas'))
             order by case when exists (select 1 from staff_post p where p.staff_id = s.id
                and p.post = 'copywriter') then 0 else 1 end, s.id",
            params![],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_names_every_place_as_the_rules_do() {
        for (code, title) in super::super::limits::PLACES {
            assert!(CHANNEL_TITLE.contains(&format!("'{code}' then '{title}'")), "{code}");
        }
        assert_eq!(CHANNEL_TITLE.matches(" then ").count(), super::super::limits::PLACES.len());
    }
}
