//! The trail as people read it: a list with filters, one event field by field, and whether the chain
//! still holds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::audit::{self, FieldChange, HistoryLine};
use super::list::{Col, ColKind, ListDef, ListRow, Tab};
use super::rights::{Ask, Level};
use super::{Cx, Error, Kind, Module, Need, Post, Query, Result};
use crate::{list_operations, params};

const SEES: Need = Need::Any(&[Ask::read(Module::Audit)]);

const SOURCES: &[(&str, &str)] =
    &[("ui", "页面"), ("cli", "命令行"), ("import", "导入"), ("rule", "系统规则")];

const POSTS: &[(&str, &str)] = &{
    let mut posts = [("", ""); Post::ALL.len()];
    let mut i = 0;
    while i < posts.len() {
        posts[i] = (Post::ALL[i].code(), Post::ALL[i].title());
        i += 1;
    }
    posts
};

/// Everything that anybody did or was refused.
pub static LIST: ListDef = ListDef {
    name: "audit",
    title: "审计记录",
    entity: "",
    from: "audit_event e",
    key: "e.seq",
    columns: &[
        Col::new("at", "时间", "e.at", ColKind::Instant),
        Col::new("staff_id", "员工编号", "e.staff_id", ColKind::Int).inner(),
        Col::new("staff_name", "谁", "e.staff_name", ColKind::Text),
        Col::new("post", "以什么岗位", "coalesce(e.post, '')", ColKind::Choice(POSTS)),
        Col::new("acting", "代岗", "e.acting_id is not null", ColKind::Bool),
        Col::new("op", "操作代码", "e.op", ColKind::Code),
        Col::new("entity", "对象", "coalesce(e.entity, '')", ColKind::Code),
        Col::new("entity_id", "对象编号", "e.entity_id", ColKind::Int).unsorted().inner(),
        Col::new("reason", "原因", "e.reason", ColKind::Text).unsorted(),
        Col::new("refused", "被拒绝", "e.refused", ColKind::Code).unsorted(),
        Col::new("source", "来源", "e.source", ColKind::Choice(SOURCES)),
        Col::new("device", "设备", "e.device", ColKind::Text),
        Col::new("batch", "批次", "e.batch_id", ColKind::Int).unsorted(),
        Col::new("changes", "改动", "e.changes", ColKind::Json).plain(),
    ],
    tabs: &[
        Tab { key: "changed", title: "改动", when: "e.refused is null and e.staff_id <> 0" },
        Tab { key: "refused", title: "被拒绝", when: "e.refused is not null" },
        Tab { key: "system", title: "系统自动", when: "e.staff_id = 0" },
    ],
    search: None,
    order: ("id", true),
    scope: |cx| {
        cx.caller
            .own_only(Module::Audit, Level::Read)
            .then(|| format!("e.staff_id = {}", cx.caller.staff))
    },
    needs: SEES,
};

/// One event in the list.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct EventRow {
    /// Position in the chain.
    pub id: i64,
    /// UTC milliseconds.
    pub at: i64,
    /// Who; 0 is the program itself.
    pub staff_id: i64,
    /// Their name at the time.
    pub staff_name: String,
    /// Under which hat: a post's code; empty for nobody's.
    pub post: String,
    /// The hat came from an acting cover.
    pub acting: bool,
    /// The operation.
    pub op: String,
    /// What it is called.
    #[serde(default)]
    pub op_label: String,
    /// The thing's kind; empty for a refusal.
    pub entity: String,
    /// What that is called.
    #[serde(default)]
    pub entity_label: String,
    /// The thing.
    pub entity_id: Option<i64>,
    /// Why, in the person's words; for a refusal its sentence.
    pub reason: Option<String>,
    /// Refused: the finer reason.
    pub refused: Option<String>,
    /// `ui`, `cli`, `import`, `rule`.
    pub source: String,
    /// On which device.
    pub device: String,
    /// The bulk operation or import it belongs to.
    pub batch: Option<i64>,
    /// Field by field, without what the caller may not see; the first few.
    #[serde(skip_deserializing)]
    pub fields: Vec<FieldChange>,
    /// How many fields changed.
    #[serde(default)]
    pub field_count: usize,
    #[serde(skip_serializing)]
    #[schemars(skip)]
    changes: Vec<audit::Change>,
}

/// How many changed fields a line of the list shows.
const SHOWN: usize = 3;

impl ListRow for EventRow {
    fn finish(&mut self, cx: &Cx<'_>) {
        cx.core().title_of(&self.op).clone_into(&mut self.op_label);
        label_of(cx, &self.entity).clone_into(&mut self.entity_label);
        self.fields = audit::field_changes(cx, &std::mem::take(&mut self.changes));
        self.field_count = self.fields.len();
        self.fields.truncate(SHOWN);
    }
}

/// The Chinese name of a kind of thing.
fn label_of<'n>(cx: &'n Cx<'_>, entity: &'n str) -> &'n str {
    cx.core()
        .tables()
        .filter(|t| t.entity == entity)
        // The thing itself rather than what hangs on it.
        .max_by_key(|t| t.kind == Kind::Entity)
        .map_or(entity, |t| t.label)
}

list_operations!(
    ListEvents,
    CountEvents,
    LIST,
    EventRow,
    "audit.list",
    "audit.counts",
    "审计记录",
    SEES,
    ["audit"]
);

/// What the trail can be narrowed by.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Facets {}

/// The choices of the trail's filters: code and Chinese name.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FacetsView {
    /// Kinds of things.
    pub entities: Vec<(String, String)>,
    /// Operations that change something.
    pub operations: Vec<(String, String)>,
}

impl Query for Facets {
    type Output = FacetsView;
    const NAME: &'static str = "audit.facets";
    const TITLE: &'static str = "审计筛选项";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &[];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        Ok(FacetsView {
            entities: cx
                .core()
                .tables()
                .filter(|t| t.kind == Kind::Entity)
                .map(|t| (t.entity.to_owned(), t.label.to_owned()))
                .collect(),
            operations: cx
                .core()
                .entries()
                .filter(|e| e.kind == super::door::OpKind::Command)
                .map(|e| (e.name.to_owned(), e.title.to_owned()))
                .collect(),
        })
    }
}

/// One event with all its fields and its place in the chain.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OneEvent {
    /// Position in the chain.
    pub id: i64,
}

/// One event.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EventView {
    /// As a thing's history shows it.
    pub line: HistoryLine,
    /// The thing's kind; empty for a refusal.
    pub entity: String,
    /// What that is called.
    pub entity_label: String,
    /// The thing.
    pub entity_id: Option<i64>,
    /// `ui`, `cli`, `import`, `rule`.
    pub source: String,
    /// On which device.
    pub device: String,
    /// Refused: the finer reason.
    pub refused: Option<String>,
    /// The hash of the event before.
    pub prev_hash: String,
    /// Its own.
    pub hash: String,
    /// Its own hash still fits its content, and the event before still has the hash it names.
    pub intact: bool,
}

impl Query for OneEvent {
    type Output = EventView;
    const NAME: &'static str = "audit.get";
    const TITLE: &'static str = "审计记录详情";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["audit"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let found: Option<audit::Event> =
            cx.maybe("select * from audit_event where seq = ?1", params![self.id])?;
        let event = found.ok_or_else(|| Error::not_found("审计记录", self.id))?;
        cx.own_or_refuse(Module::Audit, Level::Read, Some(event.staff_id))?;
        let before: Option<String> =
            cx.maybe("select hash from audit_event where seq = ?1", params![event.seq - 1])?;
        let intact = audit::fits(&event) && before.unwrap_or_default() == event.prev_hash;
        let entity = event.entity.clone().unwrap_or_default();
        Ok(EventView {
            entity_label: label_of(cx, &entity).to_owned(),
            entity,
            entity_id: event.entity_id,
            source: event.source.clone(),
            device: event.device.clone(),
            refused: event.refused.clone(),
            prev_hash: event.prev_hash.clone(),
            hash: event.hash.clone(),
            intact,
            line: audit::line(cx, event),
        })
    }
}

/// Whether the whole chain holds.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyTrail {}

/// What walking the chain found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Verified {
    /// How many events stand.
    pub events: i64,
    /// Where it first breaks.
    pub broken_at: Option<i64>,
    /// When it was walked, UTC milliseconds.
    pub at: i64,
}

impl Query for VerifyTrail {
    type Output = Verified;
    const NAME: &'static str = "audit.verify";
    const TITLE: &'static str = "核对审计链";
    const NEEDS: Need = Need::Any(&[Ask::read(Module::System)]);
    const PROVIDES: &'static [&'static str] = &[];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let (events, broken_at) = audit::verify(cx.ask)?;
        Ok(Verified { events, broken_at, at: cx.now })
    }
}
