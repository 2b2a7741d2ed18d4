//! What pages see of the asset queue: list, board, detail, capacity.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use shopdesk_pictures::{Check, SlotSpec, default_slots};

use super::files::{Duplicate, duplicates_of, fingerprints};
use super::life::{self, LIFE, OPEN};
use super::rules::{AssetKind, KINDS, PRIORITIES, Priority, missing_in_brief};
use super::table::{Request, standing};
use crate::kernel::list::{
    Col, ColKind, CountInput, Counts, Filter, FilterOp, ListDef, ListInput, ListRow, Page, Tab,
};
use crate::kernel::rights::Ask;
use crate::kernel::{ActionState, Cx, Day, Error, Module, Need, Post, Query, Result, Tone};
use crate::params;
use crate::staff;

pub(super) const SEES: Need = Need::Any(&[Ask::read(Module::Assets)]);

/// How often a designer may be asked to improve something before the supervisor hears of it.
pub(super) const FREE_RETAKES: i64 = 3;
/// Hours that a person can give to requests on one day.
const HOURS_A_DAY: f64 = 7.0;

/// The requests.
pub static LIST: ListDef = ListDef {
    name: "assets",
    title: "素材需求",
    from: "asset_request r left join asset_version v on v.id = (
        select x.id from asset_version x where x.request_id = r.id and x.is_source = 0
        order by x.no desc limit 1)",
    key: "r.id",
    columns: &[
        Col::new("no", "需求号", "r.no", ColKind::Code),
        Col::new("title", "标题", "r.title", ColKind::Text),
        Col::new("kind", "种类", "r.kind", ColKind::Choice(KINDS)),
        Col::new("state", "状态", "r.state", ColKind::State("asset")),
        Col::new("priority", "优先级", "r.priority", ColKind::Choice(PRIORITIES)),
        Col::new(
            "requester_name",
            "提出人",
            "(select s.name from staff s where s.id = r.requester)",
            ColKind::Text,
        )
        .plain(),
        Col::new(
            "assignee_name",
            "负责人",
            "(select s.name from staff s where s.id = r.assignee)",
            ColKind::Text,
        )
        .plain(),
        Col::new("due", "截止日", "r.due", ColKind::Day).unsorted(),
        Col::new("difficulty", "难度", "r.difficulty", ColKind::Int),
        Col::new("est_h", "预计工时", "r.est_h", ColKind::Text).plain(),
        Col::new("channel", "渠道", "r.channel", ColKind::Text),
        Col::new("slot", "图位", "r.slot", ColKind::Code).unsorted(),
        Col::new("retake_count", "返工次数", "r.retake_count", ColKind::Int),
        Col::new("fault_count", "计入考核的返工", "r.fault_count", ColKind::Int),
        Col::new("first_submitted_at", "首次交稿", "r.first_submitted_at", ColKind::Instant)
            .unsorted(),
        Col::new("approved_at", "通过时间", "r.approved_at", ColKind::Instant).unsorted(),
        Col::new("live_to", "下线日", "r.live_to", ColKind::Day).unsorted(),
        Col::new("created_at", "提出时间", "r.created_at", ColKind::Instant),
        Col::new("updated_at", "更新时间", "r.updated_at", ColKind::Instant),
        Col::new("version", "版本", "r.version", ColKind::Int).plain(),
        Col::new("requester", "提出人编号", "r.requester", ColKind::Int),
        Col::new("assignee", "负责人编号", "r.assignee", ColKind::Int).unsorted(),
        Col::new("product_id", "商品编号", "r.product_id", ColKind::Int).unsorted(),
        Col::new("campaign_id", "活动编号", "r.campaign_id", ColKind::Int).unsorted(),
        Col::new("thumb", "图", "v.file", ColKind::Image).plain(),
        Col::new("last_version", "最新版", "v.no", ColKind::Int).plain(),
        Col::new("level", "检查", "v.level", ColKind::Text).plain(),
        Col::new("waived", "已放行", "v.waived is not null", ColKind::Bool).plain(),
        Col::new(
            "open_pins",
            "未处理批注",
            "(select count(*) from asset_pin p where p.request_id = r.id and p.state = 'open')",
            ColKind::Int,
        )
        .plain(),
        Col::new("due_key", "截止日排序", DUE_KEY, ColKind::Text),
    ],
    tabs: &[
        Tab { key: "draft", title: "草稿", when: "r.state = 'draft'" },
        Tab { key: "queued", title: "待排期", when: "r.state = 'queued'" },
        Tab { key: "assigned", title: "待开始", when: "r.state = 'assigned'" },
        Tab { key: "doing", title: "制作中", when: "r.state = 'doing'" },
        Tab { key: "in_review", title: "待审核", when: "r.state = 'in_review'" },
        Tab { key: "retake", title: "修改", when: "r.state = 'retake'" },
        Tab { key: "approved", title: "已通过", when: "r.state = 'approved'" },
        Tab { key: "delivered", title: "已交付", when: "r.state = 'delivered'" },
        Tab { key: "live", title: "已上线", when: "r.state = 'live'" },
        Tab { key: "expired", title: "已过期", when: "r.state = 'expired'" },
        Tab { key: "closed", title: "归档/取消", when: "r.state in ('archived', 'cancelled')" },
        Tab {
            key: "over_retakes",
            title: "返工超限",
            when: "r.state in ('doing', 'in_review', 'retake') and r.fault_count > coalesce(
                (select cast(s.value as integer) from setting s where s.key = 'assets.free_retakes'), 3)",
        },
    ],
    search: Some("asset"),
    order: ("id", true),
    scope: |cx| {
        // A draft is its author's alone until it is handed in.
        (!cx.caller.is(Post::OpsSupervisor) && cx.caller.staff != 0)
            .then(|| format!("(r.state <> 'draft' or r.requester = {})", cx.caller.staff))
    },
    needs: SEES,
};

const DUE_KEY: &str = "coalesce(r.due, '9999-12-31')";

/// Tabs that depend on who asks and on today: 我负责的, 我提的, 已逾期.
const PERSONAL: &[&str] = &["mine", "requested", "overdue"];

/// One request in lists and on the board.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AssetRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// AR-20261123-001.
    pub no: String,
    /// Title.
    pub title: String,
    /// Kind.
    pub kind: AssetKind,
    /// State.
    pub state: String,
    /// Priority.
    pub priority: Priority,
    /// The product it is for.
    pub product_id: Option<i64>,
    /// The campaign it is for.
    pub campaign_id: Option<i64>,
    /// The channel, in words.
    pub channel: String,
    /// The slot's code.
    pub slot: Option<String>,
    /// Who asked.
    pub requester: i64,
    /// Their name.
    pub requester_name: String,
    /// Who works on it.
    pub assignee: Option<i64>,
    /// Their name.
    pub assignee_name: Option<String>,
    /// 1 to 5.
    pub difficulty: i64,
    /// Hours.
    pub est_h: f64,
    /// The day it should be handed in.
    pub due: Option<Day>,
    /// Past due and still open.
    #[serde(default)]
    pub overdue: bool,
    /// How often it went back.
    pub retake_count: i64,
    /// How often by the designer's fault.
    pub fault_count: i64,
    /// The first hand-in, UTC milliseconds.
    pub first_submitted_at: Option<i64>,
    /// Approved, UTC milliseconds.
    pub approved_at: Option<i64>,
    /// The last day it may be shown.
    pub live_to: Option<Day>,
    /// The file of the last version.
    pub thumb: Option<String>,
    /// Its number.
    pub last_version: Option<i64>,
    /// Its checks: `green`, `amber`, `red`.
    pub level: Option<String>,
    /// Its red checks were let pass.
    pub waived: bool,
    /// Remarks not yet dealt with.
    pub open_pins: i64,
    /// UTC milliseconds.
    pub created_at: i64,
    /// UTC milliseconds.
    pub updated_at: i64,
}

impl ListRow for AssetRow {
    fn finish(&mut self, cx: &Cx<'_>) {
        self.overdue = is_overdue(cx, &self.state, self.due);
    }
}

fn is_overdue(cx: &Cx<'_>, state: &str, due: Option<Day>) -> bool {
    OPEN.contains(&state) && due.is_some_and(|due| due < cx.today())
}

/// The conditions that a personal tab stands for.
fn personal(cx: &Cx<'_>, tab: &str) -> Vec<Filter> {
    let filter = |field: &str, op, value| Filter { field: field.to_owned(), op, value };
    let open = filter("state", FilterOp::In, json!(OPEN));
    match tab {
        "mine" => {
            let mine = json!([OPEN, &["approved"]].concat());
            vec![
                filter("assignee", FilterOp::Eq, json!(cx.caller.staff)),
                filter("state", FilterOp::In, mine),
            ]
        }
        "requested" => vec![filter("requester", FilterOp::Eq, json!(cx.caller.staff))],
        "overdue" => vec![open, filter("due", FilterOp::Lt, json!(cx.today()))],
        _ => Vec::new(),
    }
}

/// A page of the requests. Besides the states, the tabs `mine`, `requested` and `overdue`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct ListAssets(pub ListInput);

impl Query for ListAssets {
    type Output = Page<AssetRow>;
    const NAME: &'static str = "assets.list";
    const TITLE: &'static str = "素材需求列表";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["asset"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let mut input = self.0;
        if let Some(tab) = input.tab.take_if(|t| PERSONAL.contains(&t.as_str())) {
            input.filters.extend(personal(cx, &tab));
        }
        for sort in input.sort.iter_mut().filter(|s| s.field == "due") {
            "due_key".clone_into(&mut sort.field);
        }
        cx.page(&LIST, &input)
    }
}

/// How many requests each tab has, the personal ones included.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct CountAssets(pub CountInput);

impl Query for CountAssets {
    type Output = Counts;
    const NAME: &'static str = "assets.counts";
    const TITLE: &'static str = "素材需求计数";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["asset"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let mut counts = cx.counts(&LIST, &self.0)?;
        for tab in PERSONAL {
            let mut filters = self.0.filters.clone();
            filters.extend(personal(cx, tab));
            let query = LIST.query(cx, None, self.0.q.as_deref(), &filters)?;
            let sql = format!("select count(*) from {}{}", query.from, query.where_sql());
            counts.tabs.insert(tab, cx.one(&sql, &query.params)?);
        }
        Ok(counts)
    }
}

/// The board: a column for each state with how many there are and the first cards.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Board {
    /// `all` (default), `mine` (I work on it), `requested` (I asked for it), `overdue`.
    #[serde(default)]
    pub filter: Option<String>,
    /// Words to look for.
    #[serde(default)]
    pub q: Option<String>,
    /// Conditions as in the list.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// Cards in each column, 30 by default, 200 at most.
    #[serde(default)]
    pub per_column: Option<u32>,
}

/// One column of the board.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BoardColumn {
    /// The state.
    pub state: &'static str,
    /// Its Chinese name.
    pub label: &'static str,
    /// How it looks.
    pub tone: Tone,
    /// How many there are.
    pub count: i64,
    /// The first ones.
    pub cards: Vec<AssetRow>,
}

/// The board.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BoardView {
    /// Its columns, in the order of the life cycle.
    pub columns: Vec<BoardColumn>,
}

/// The columns of the board. What is over is found in the list.
const COLUMNS: &[&str] = &[
    "draft",
    "queued",
    "assigned",
    "doing",
    "in_review",
    "retake",
    "approved",
    "delivered",
    "live",
];

impl Query for Board {
    type Output = BoardView;
    const NAME: &'static str = "assets.board";
    const TITLE: &'static str = "素材看板";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["asset"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let limit = self.per_column.unwrap_or(30);
        if limit == 0 || limit > 200 {
            return Err(Error::invalid("per_column", "每列卡片数应在 1 到 200 之间"));
        }
        let mut filters = self.filters;
        match self.filter.as_deref() {
            None | Some("all" | "") => {}
            Some(tab) if PERSONAL.contains(&tab) => filters.extend(personal(cx, tab)),
            Some(other) => {
                return Err(Error::invalid(
                    "filter",
                    format!("看板没有“{other}”这种筛选，可用 all、mine、requested、overdue"),
                ));
            }
        }
        let query = LIST.query(cx, None, self.q.as_deref(), &filters)?;
        let and = |state: &str| match query.where_sql() {
            empty if empty.is_empty() => format!(" where r.state {state}"),
            wheres => format!("{wheres} and r.state {state}"),
        };
        let states: Vec<String> = COLUMNS.iter().map(|s| format!("'{s}'")).collect();
        let counted: Vec<(String, i64)> = cx.all(
            &format!(
                "select r.state, count(*) from {}{} group by r.state",
                query.from,
                and(&format!("in ({})", states.join(", ")))
            ),
            &query.params,
        )?;
        let counts: BTreeMap<String, i64> = counted.into_iter().collect();
        let mut select = "r.id as id".to_owned();
        for col in LIST.columns {
            select.push_str(&format!(", {} as {}", col.sql, col.key));
        }
        // One statement for all columns; each part walks the index of its state and stops.
        let parts: Vec<String> = COLUMNS
            .iter()
            .map(|state| {
                let order = match *state {
                    "approved" | "delivered" | "live" => "r.due desc, r.id desc",
                    _ => "r.due, r.id",
                };
                format!(
                    "select * from (select {select} from {}{} order by {order} limit {limit})",
                    query.from,
                    and(&format!("= '{state}'"))
                )
            })
            .collect();
        let mut cards: BTreeMap<String, Vec<AssetRow>> = BTreeMap::new();
        for mut row in cx.all::<AssetRow>(&parts.join(" union all "), &query.params)? {
            row.finish(cx);
            cards.entry(row.state.clone()).or_default().push(row);
        }
        let columns = LIFE
            .states
            .iter()
            .filter(|s| COLUMNS.contains(&s.code))
            .map(|s| BoardColumn {
                state: s.code,
                label: s.label,
                tone: s.tone,
                count: counts.get(s.code).copied().unwrap_or_default(),
                cards: cards.remove(s.code).unwrap_or_default(),
            })
            .collect();
        Ok(BoardView { columns })
    }
}

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

/// A place where a file is used.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct UseView {
    /// `request` (a version of a request), `place` (put somewhere), `listing`.
    pub kind: String,
    /// The request.
    pub request: Option<i64>,
    /// Its number.
    pub no: Option<String>,
    /// The version's number.
    pub version_no: Option<i64>,
    /// The listing.
    pub listing: Option<i64>,
    /// Where, in words.
    pub place: String,
    /// The slot.
    pub slot: Option<String>,
    /// The request's state.
    pub state: Option<String>,
    /// The last day it may be shown.
    pub live_to: Option<Day>,
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
    /// What the approver has to have compared (price, time, rules) for campaign pictures, and the
    /// slot's own questions; approving sends those ticked in `ticks`.
    pub ticks: Vec<String>,
    /// What the brief still lacks.
    pub missing: Vec<&'static str>,
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
    /// The same or nearly the same pictures in other requests.
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
    let pins: Vec<PinView> = cx.all(
        "select p.*, s.name as author_name, v.no as version_no from asset_pin p
         join staff s on s.id = p.author join asset_version v on v.id = p.version_id
         where p.request_id = ?1 order by p.id",
        params![id],
    )?;
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
    let refs: Vec<FileBrief> = cx.all(
        "select f.hash, f.name, f.bytes, f.mime, f.kind, f.width, f.height
         from json_each(?1) j join file f on f.hash = j.value order by j.key",
        params![json!(row.refs)],
    )?;
    let mut hashes: Vec<String> =
        versions.iter().filter(|v| !v.is_source).map(|v| v.file.clone()).collect();
    hashes.truncate(20);
    let duplicates = duplicates_of(cx, &fingerprints(cx, &hashes)?, Some(id))?;
    let where_used = cx.all(
        "select 'place' as kind, u.request_id as request, r.no, v.no as version_no,
            u.listing_id as listing, u.place, u.slot, r.state, r.live_to, u.at
         from asset_use u join asset_request r on r.id = u.request_id
         join asset_version v on v.id = u.version_id where u.request_id = ?1 order by u.id desc",
        params![id],
    )?;
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

/// Every slot the shop knows.
pub(super) fn all_slots(_cx: &Cx<'_>) -> Result<Vec<SlotSpec>> {
    Ok(default_slots())
}

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

/// Who has how much to do, by day.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Capacity {
    /// The first day, today by default.
    #[serde(default)]
    pub from: Option<Day>,
    /// How many days, 14 by default, 60 at most.
    #[serde(default)]
    pub days: Option<u32>,
}

/// One day of one person.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DayLoad {
    /// The day.
    pub day: Day,
    /// Hours due that day.
    pub hours: f64,
    /// Requests due that day.
    pub count: i64,
    /// More than a day holds.
    pub over: bool,
}

/// What one person has to do.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PersonLoad {
    /// Who.
    pub staff: Who,
    /// Open requests.
    pub open: i64,
    /// Of these past due.
    pub overdue: i64,
    /// Hours of all open requests.
    pub hours: f64,
    /// Day by day.
    pub days: Vec<DayLoad>,
    /// The first day with room, if any in the range.
    pub free_on: Option<Day>,
}

/// The load of everybody who makes pictures.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CapacityView {
    /// Hours that a day holds.
    pub hours_a_day: f64,
    /// The people.
    pub people: Vec<PersonLoad>,
    /// Requests that nobody has yet.
    pub queued: i64,
}

impl Query for Capacity {
    type Output = CapacityView;
    const NAME: &'static str = "assets.capacity";
    const TITLE: &'static str = "美工产能日历";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["asset", "staff"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let from = self.from.unwrap_or_else(|| cx.today());
        let days = i64::from(self.days.unwrap_or(14));
        if !(1..=60).contains(&days) {
            return Err(Error::invalid("days", "天数应在 1 到 60 之间"));
        }
        let hours_a_day: f64 = cx.setting("assets.hours_a_day", HOURS_A_DAY)?;
        let people: Vec<(i64, String)> = cx.all(
            "select s.id, s.name from staff s where s.active = 1 and (exists (
                select 1 from staff_post p where p.staff_id = s.id and p.post = 'designer')
             or exists (select 1 from asset_request r where r.assignee = s.id
                and r.state in ('assigned', 'doing', 'retake'))) order by s.id",
            params![],
        )?;
        let loads: Vec<(i64, Option<Day>, f64, i64)> = cx.all(
            "select assignee, due, sum(est_h), count(*) from asset_request
             where state in ('assigned', 'doing', 'retake') and assignee is not null
             group by assignee, due",
            params![],
        )?;
        let queued =
            cx.one("select count(*) from asset_request where state = 'queued'", params![])?;
        let people = people
            .into_iter()
            .map(|(id, name)| {
                let own: Vec<_> = loads.iter().filter(|l| l.0 == id).collect();
                let calendar: Vec<DayLoad> = (0..days)
                    .map(|n| {
                        let day = from.plus(n);
                        let on = own.iter().filter(|l| l.1 == Some(day));
                        let (hours, count) = on.fold((0.0, 0), |(h, c), l| (h + l.2, c + l.3));
                        DayLoad { day, hours, count, over: hours > hours_a_day }
                    })
                    .collect();
                PersonLoad {
                    staff: Who { id, name },
                    open: own.iter().map(|l| l.3).sum(),
                    overdue: own
                        .iter()
                        .filter(|l| l.1.is_some_and(|due| due < cx.today()))
                        .map(|l| l.3)
                        .sum(),
                    hours: own.iter().map(|l| l.2).sum(),
                    free_on: calendar.iter().find(|d| d.hours < hours_a_day).map(|d| d.day),
                    days: calendar,
                }
            })
            .collect();
        Ok(CapacityView { hours_a_day, people, queued })
    }
}
