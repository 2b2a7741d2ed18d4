//! The requests as lists and as a board, with the tabs that depend on who asks and on today.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::life::{LIFE, OPEN};
use super::rules::{AssetKind, KINDS, PRIORITIES, Priority};
use super::view::SEES;
use crate::kernel::list::{
    Col, ColKind, CountInput, Counts, Filter, FilterOp, ListDef, ListInput, ListRow, Page, Tab,
};
use crate::kernel::{Cx, Day, Error, Need, Post, Query, Result, Tone};

/// The requests.
pub static LIST: ListDef = ListDef {
    name: "assets",
    title: "素材需求",
    entity: "asset",
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
        Col::new("first_approver", "先通过的人", FIRST_APPROVER, ColKind::Text).plain(),
        Col::new("first_approved_at", "先通过的时间", "r.first_approved_at", ColKind::Instant).plain(),
        Col::new("retake_count", "返工次数", "r.retake_count", ColKind::Int).summed(),
        Col::new("fault_count", "计入考核的返工", "r.fault_count", ColKind::Int).summed(),
        Col::new("first_submitted_at", "首次交稿", "r.first_submitted_at", ColKind::Instant)
            .unsorted(),
        Col::new("approved_at", "通过时间", "r.approved_at", ColKind::Instant).unsorted(),
        Col::new("live_to", "下线日", "r.live_to", ColKind::Day).unsorted(),
        Col::new("created_at", "提出时间", "r.created_at", ColKind::Instant),
        Col::new("updated_at", "更新时间", "r.updated_at", ColKind::Instant),
        Col::new("version", "版本", "r.version", ColKind::Int).plain().inner(),
        Col::new("requester", "提出人编号", "r.requester", ColKind::Int).inner(),
        Col::new("assignee", "负责人编号", "r.assignee", ColKind::Int).unsorted().inner(),
        Col::new("product_id", "商品编号", "r.product_id", ColKind::Int).unsorted().inner(),
        Col::new("campaign_id", "活动编号", "r.campaign_id", ColKind::Int).unsorted().inner(),
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
        .plain()
        .summed(),
        Col::new("due_key", "截止日排序", DUE_KEY, ColKind::Text).inner(),
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

const FIRST_APPROVER: &str = "(select s.name from staff s where s.id = r.first_approver)";

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
    /// Who gave the first of two approvals, while the second is waited for.
    pub first_approver: Option<String>,
    /// When, UTC milliseconds.
    pub first_approved_at: Option<i64>,
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

pub(super) fn is_overdue(cx: &Cx<'_>, state: &str, due: Option<Day>) -> bool {
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
        let input = self.0;
        let (personal_tabs, plain): (Vec<String>, Vec<String>) =
            input.tabs.iter().cloned().partition(|tab| PERSONAL.contains(&tab.as_str()));
        let mut counts = Counts { tabs: std::collections::BTreeMap::new() };
        if personal_tabs.is_empty() || !plain.is_empty() {
            counts = cx.counts(&LIST, &CountInput { tabs: plain, ..input.clone() })?;
        }
        for tab in PERSONAL.iter().filter(|tab| input.asks(tab)) {
            let mut filters = input.filters.clone();
            filters.extend(personal(cx, tab));
            let query = LIST.query(cx, None, input.q.as_deref(), &filters)?;
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
