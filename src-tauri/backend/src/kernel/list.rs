//! One list for every room: tabs, filters, sorting, search, paging by key, counts, masking.
//!
//! A room declares a [`ListDef`] as data; the SQL is put together here. Own code rather than a query
//! builder, because every column is an SQL expression of its room and only `where` and `order by`
//! are dynamic.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::rights::Field;
use super::{Cx, Error, Need, Result};
use crate::params;
use crate::store::{Dialect, RowAccess, StoreResult, Value, from_row};

pub use super::counts::{CountInput, Counts};

/// The most rows that one page may ask for.
pub const MAX_PAGE: u32 = 500;

/// A list as its room declares it.
#[derive(Debug)]
pub struct ListDef {
    /// `products`.
    pub name: &'static str,
    /// 商品
    pub title: &'static str,
    /// The thing whose id [`ListDef::key`] is, as the trail calls it: `product`. Empty where a row is
    /// no thing with a history of its own.
    pub entity: &'static str,
    /// `product p join …`
    pub from: &'static str,
    /// The id, `p.id`.
    pub key: &'static str,
    /// The columns; the first ones are the default of an export.
    pub columns: &'static [Col],
    /// The tabs above the list; `all` is implied and comes first.
    pub tabs: &'static [Tab],
    /// The full-text index of this list's ids.
    pub search: Option<&'static str>,
    /// The order when none is asked for: a column and whether it descends.
    pub order: (&'static str, bool),
    /// Narrows the list to what the caller may see at all: an SQL condition.
    pub scope: fn(&Cx<'_>) -> Option<String>,
    /// Who may see it.
    pub needs: Need,
}

/// One column.
#[derive(Debug)]
pub struct Col {
    /// Its name on the wire.
    pub key: &'static str,
    /// Its Chinese title.
    pub title: &'static str,
    /// Its SQL; must not be null where `sort` is set.
    pub sql: &'static str,
    /// What it is.
    pub kind: ColKind,
    /// May be sorted by.
    pub sort: bool,
    /// May be filtered by.
    pub filter: bool,
    /// Not for everybody.
    pub seal: Option<Field>,
    /// Filtered and sorted by, but nothing to read: a number by which rows refer to each other.
    pub inner: bool,
    /// An export adds it up.
    pub sum: bool,
}

impl Col {
    /// A column of this kind that can be filtered and sorted.
    pub const fn new(
        key: &'static str,
        title: &'static str,
        sql: &'static str,
        kind: ColKind,
    ) -> Self {
        Self {
            key,
            title,
            sql,
            kind,
            sort: true,
            filter: true,
            seal: None,
            inner: false,
            sum: false,
        }
    }
    /// Only shown.
    #[must_use]
    pub const fn plain(mut self) -> Self {
        self.sort = false;
        self.filter = false;
        self
    }
    /// Filtered by, not sorted by (nullable columns).
    #[must_use]
    pub const fn unsorted(mut self) -> Self {
        self.sort = false;
        self
    }
    /// Only filtered and sorted by; no export offers it.
    #[must_use]
    pub const fn inner(mut self) -> Self {
        self.inner = true;
        self
    }
    /// Added up at the end of an export.
    #[must_use]
    pub const fn summed(mut self) -> Self {
        self.sum = true;
        self
    }
    /// Only for those who may see this field.
    #[must_use]
    pub const fn sealed(mut self, field: Field) -> Self {
        self.seal = Some(field);
        self
    }
}

/// What a column holds; decides how it is filtered and how Excel shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColKind {
    /// Text.
    Text,
    /// A number that is a name: kept as text in Excel.
    Code,
    /// A whole number.
    Int,
    /// Minor units; the currency is in this column, or CNY.
    Money(Option<&'static str>),
    /// Basis points: 10 000 is 100 %.
    Percent,
    /// A calendar day.
    Day,
    /// UTC milliseconds.
    Instant,
    /// 0/1.
    Bool,
    /// A state of this life cycle.
    State(&'static str),
    /// A code with its Chinese name.
    Choice(&'static [(&'static str, &'static str)]),
    /// The hash of a picture.
    Image,
    /// Nested JSON; not exported.
    Json,
}

/// One tab above a list.
#[derive(Debug)]
pub struct Tab {
    /// Its code.
    pub key: &'static str,
    /// Its Chinese title.
    pub title: &'static str,
    /// The condition, SQL.
    pub when: &'static str,
}

/// A row type of a list. Rows with sealed columns open them in `finish`.
pub trait ListRow: DeserializeOwned {
    /// Called for each row before it leaves.
    fn finish(&mut self, _cx: &Cx<'_>) {}
}

/// What a list is asked.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListInput {
    /// The tab; all when absent.
    #[serde(default)]
    pub tab: Option<String>,
    /// Words to look for.
    #[serde(default)]
    pub q: Option<String>,
    /// Conditions, all of which must hold.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// The order; at most three columns.
    #[serde(default)]
    pub sort: Vec<Sort>,
    /// Continue after this cursor.
    #[serde(default)]
    pub after: Option<String>,
    /// Jump over so many rows (only for jumps; paging goes by `after`).
    #[serde(default)]
    pub skip: Option<u32>,
    /// How many rows, 50 by default, 500 at most.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// One condition.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Filter {
    /// The column.
    pub field: String,
    /// How it is compared.
    pub op: FilterOp,
    /// With what; a list for `in` and `between`.
    #[serde(default)]
    pub value: Json,
}

/// How a column is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "they are what they say")]
pub enum FilterOp {
    Eq,
    Ne,
    In,
    Lt,
    Le,
    Gt,
    Ge,
    Between,
    Contains,
    IsNull,
    NotNull,
}

/// One column to sort by.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Sort {
    /// The column.
    pub field: String,
    /// Largest first.
    #[serde(default)]
    pub desc: bool,
}

/// A page of a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Page<R> {
    /// The rows.
    pub rows: Vec<R>,
    /// The cursor of the next page; absent at the end.
    pub next: Option<String>,
    /// How many rows there are in all, where this page shows them all; more are counted by `counts`.
    pub total: Option<usize>,
}

/// A piece of SQL with its parameters.
#[derive(Debug, Default)]
pub(crate) struct Query {
    pub from: String,
    pub wheres: Vec<String>,
    pub params: Vec<Value>,
}

impl Query {
    fn bind(&mut self, value: impl Into<Value>) -> String {
        self.params.push(value.into());
        format!("?{}", self.params.len())
    }

    pub(crate) fn where_sql(&self) -> String {
        if self.wheres.is_empty() {
            String::new()
        } else {
            format!(" where {}", self.wheres.join(" and "))
        }
    }
}

impl ListDef {
    /// The column with this key.
    pub fn column(&self, key: &str) -> Option<&'static Col> {
        self.columns.iter().find(|c| c.key == key)
    }

    /// Whether this input is right for this list and caller.
    pub fn check(&self, cx: &Cx<'_>, input: &ListInput) -> Result<()> {
        self.query(cx, input.tab.as_deref(), input.q.as_deref(), &input.filters)?;
        self.order(cx, input).map(|_| ())
    }

    /// A column that may be used for sorting and filtering by this caller. What may not be seen may
    /// not be sorted by either: the order would tell.
    fn usable(&self, cx: &Cx<'_>, key: &str) -> Result<&'static Col> {
        let col = self.column(key).ok_or_else(|| {
            Error::invalid("field", format!("列表“{}”没有“{key}”这一列", self.title))
        })?;
        match col.seal {
            Some(field) if !cx.sees(field) => Err(Error::forbidden(format!(
                "你现在的岗位看不到“{}”，不能用它筛选或排序",
                col.title
            ))),
            _ => Ok(col),
        }
    }

    /// Whether the caller may see the thing with this id: whoever does not find it on the list does not
    /// find it elsewhere.
    pub fn shows(&self, cx: &Cx<'_>, id: i64) -> Result<bool> {
        if cx.caller.require(self.needs).is_err() {
            return Ok(false);
        }
        let scope = (self.scope)(cx).unwrap_or_else(|| "1 = 1".to_owned());
        let sql = format!(
            "select exists (select 1 from {} where {} = ?1 and ({scope}))",
            self.from, self.key
        );
        cx.one(&sql, params![id])
    }

    /// Scope, tab, filters and search as `from` and `where`.
    pub(crate) fn query(
        &self,
        cx: &Cx<'_>,
        tab: Option<&str>,
        q: Option<&str>,
        filters: &[Filter],
    ) -> Result<Query> {
        let mut query = Query { from: self.from.to_owned(), ..Query::default() };
        query.wheres.extend((self.scope)(cx));
        if let Some(tab) = tab.filter(|t| *t != "all") {
            let tab = self.tabs.iter().find(|t| t.key == tab).ok_or_else(|| {
                Error::invalid("tab", format!("列表“{}”没有“{tab}”这个页签", self.title))
            })?;
            query.wheres.push(format!("({})", tab.when));
        }
        for filter in filters {
            let sql = self.condition(cx, filter, &mut query)?;
            query.wheres.push(sql);
        }
        if let Some(text) = q.map(str::trim).filter(|t| !t.is_empty()) {
            let (Some(index), Some(words)) = (self.search, cx.dialect().words(text)) else {
                query.wheres.push("1 = 0".to_owned());
                return Ok(query);
            };
            // The index leads: its hits are walked in order of id, newest first.
            query.from = lead_with_index(cx.dialect(), index, self.from, self.key);
            let mark = query.bind(words);
            query.wheres.insert(0, cx.dialect().found(index, &mark));
        }
        Ok(query)
    }

    fn condition(&self, cx: &Cx<'_>, filter: &Filter, query: &mut Query) -> Result<String> {
        let col = self.usable(cx, &filter.field)?;
        if !col.filter {
            return Err(Error::invalid("filters", format!("“{}”不能用来筛选", col.title)));
        }
        let bad = |what: &str| {
            Error::invalid("filters", format!("“{}”的筛选条件不对：{what}", col.title))
        };
        let list = || filter.value.as_array().filter(|l| !l.is_empty() && l.len() <= 500);
        let sql = col.sql;
        Ok(match filter.op {
            FilterOp::IsNull => format!("{sql} is null"),
            FilterOp::NotNull => format!("{sql} is not null"),
            FilterOp::In => {
                let values = list().ok_or_else(|| bad("请给出 1 到 500 个值"))?;
                let mut marks = Vec::new();
                for value in values {
                    marks.push(query.bind(operand(col, value)?));
                }
                format!("{sql} in ({})", marks.join(", "))
            }
            FilterOp::Between => {
                let [from, to] = list().map(Vec::as_slice).unwrap_or_default() else {
                    return Err(bad("请给出起止两个值"));
                };
                let (from, to) = (query.bind(operand(col, from)?), query.bind(operand(col, to)?));
                format!("{sql} between {from} and {to}")
            }
            FilterOp::Contains => {
                let text = filter.value.as_str().ok_or_else(|| bad("请给出要包含的文字"))?;
                let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
                format!("{sql} like {} escape '\\'", query.bind(format!("%{escaped}%")))
            }
            compare => {
                let sign = match compare {
                    FilterOp::Ne => "<>",
                    FilterOp::Lt => "<",
                    FilterOp::Le => "<=",
                    FilterOp::Gt => ">",
                    FilterOp::Ge => ">=",
                    _ => "=",
                };
                format!("{sql} {sign} {}", query.bind(operand(col, &filter.value)?))
            }
        })
    }

    /// The order as (SQL, descending) pairs without the id.
    fn order(&self, cx: &Cx<'_>, input: &ListInput) -> Result<Vec<(String, bool)>> {
        if input.sort.len() > 3 {
            return Err(Error::invalid("sort", "最多按三列排序"));
        }
        if input.sort.is_empty() {
            let searching = input.q.as_deref().is_some_and(|q| !q.trim().is_empty());
            if searching {
                return Ok(Vec::new());
            }
            let (key, desc) = self.order;
            return Ok(if key == "id" {
                Vec::new()
            } else {
                vec![(self.usable(cx, key)?.sql.to_owned(), desc)]
            });
        }
        input
            .sort
            .iter()
            .map(|sort| {
                let col = self.usable(cx, &sort.field)?;
                if !col.sort {
                    return Err(Error::invalid("sort", format!("“{}”不能用来排序", col.title)));
                }
                Ok((col.sql.to_owned(), sort.desc))
            })
            .collect()
    }
}

/// Puts the full-text index in front of the list's own tables, joined on the key.
fn lead_with_index(dialect: Dialect, index: &str, from: &str, key: &str) -> String {
    // `from` begins with the table that has the key: `product p join …` or `product p`.
    let cut = [" join ", " left join "].iter().filter_map(|w| from.find(w)).min();
    let (first, rest) = from.split_at(cut.unwrap_or(from.len()));
    let (entries, hit) = (dialect.index(index), dialect.hit(index));
    format!("{entries} join {first} on {key} = {hit}{rest}")
}

/// A filter's value as the column's kind.
fn operand(col: &Col, value: &Json) -> Result<Value> {
    let bad = || Error::invalid("filters", format!("“{}”的筛选值“{value}”类型不对", col.title));
    Ok(match col.kind {
        ColKind::Int | ColKind::Money(_) | ColKind::Percent | ColKind::Instant => {
            Value::Int(value.as_i64().ok_or_else(bad)?)
        }
        ColKind::Bool => Value::Int(i64::from(value.as_bool().ok_or_else(bad)?)),
        ColKind::Day => {
            let day: super::Day = value.as_str().ok_or_else(bad)?.parse()?;
            day.into()
        }
        _ => Value::Text(value.as_str().ok_or_else(bad)?.to_owned()),
    })
}

/// The statement of a page, with what is bound to it: the columns by their keys, then the sort keys.
pub fn page_sql(cx: &Cx<'_>, def: &ListDef, input: &ListInput) -> Result<(String, Vec<Value>)> {
    let order = full_order(def, cx, input)?;
    page_statement(cx, def, input, &order)
}

fn page_statement(
    cx: &Cx<'_>,
    def: &ListDef,
    input: &ListInput,
    order: &[(String, bool)],
) -> Result<(String, Vec<Value>)> {
    let mut query = def.query(cx, input.tab.as_deref(), input.q.as_deref(), &input.filters)?;
    if let Some(after) = &input.after {
        let sql = after_cursor(after, order, &mut query)?;
        query.wheres.push(sql);
    }
    let mut sql = String::with_capacity(2_048);
    sql.extend(["select ", def.key, " as id"]);
    for col in def.columns.iter().filter(|c| c.key != "id") {
        sql.extend([", ", col.sql, " as ", col.key]);
    }
    for (i, (key, _)) in order.iter().enumerate() {
        sql.extend([", ", key, " as sort_", &i.to_string()]);
    }
    sql.extend([" from ", &query.from, &query.where_sql(), " order by ", &order_sql(order)]);
    sql.extend([" limit ", &(page_limit(input)? + 1).to_string()]);
    if let Some(skip) = input.skip.filter(|s| *s > 0) {
        sql.extend([" offset ", &skip.to_string()]);
    }
    Ok((sql, query.params))
}

/// The order as SQL.
fn order_sql(order: &[(String, bool)]) -> String {
    let mut sql = String::with_capacity(64);
    for (i, (key, desc)) in order.iter().enumerate() {
        sql.extend([if i == 0 { "" } else { ", " }, key, if *desc { " desc" } else { "" }]);
    }
    sql
}

fn page_limit(input: &ListInput) -> Result<u32> {
    let limit = input.limit.unwrap_or(50);
    if limit == 0 || limit > MAX_PAGE {
        return Err(Error::invalid("limit", format!("每页行数应在 1 到 {MAX_PAGE} 之间")));
    }
    Ok(limit)
}

pub(super) fn page<R: ListRow>(cx: &Cx<'_>, def: &ListDef, input: &ListInput) -> Result<Page<R>> {
    let limit = page_limit(input)?;
    let order = full_order(def, cx, input)?;
    let (sql, params) = page_statement(cx, def, input, &order)?;
    let width = order.len();
    let mut rows: Vec<R> = Vec::with_capacity(limit as usize);
    let mut cursor = None;
    let mut more = false;
    cx.each(&sql, &params, &mut |row| {
        if rows.len() == limit as usize {
            more = true;
            return Ok(false);
        }
        if rows.len() + 1 == limit as usize {
            let first = row.width() - width;
            let keys: Vec<Json> =
                (first..row.width()).map(|i| row.get(i).to_value().to_json()).collect();
            cursor = Some(Json::from(keys).to_string());
        }
        rows.push(from_row(row)?);
        Ok(true)
    })?;
    for row in &mut rows {
        row.finish(cx);
    }
    let whole = !more && input.after.is_none() && input.skip.unwrap_or_default() == 0;
    let total = whole.then_some(rows.len());
    Ok(Page { rows, next: if more { cursor } else { None }, total })
}

/// The asked order, ended by the id in the direction of the last column, so that it is total.
pub(crate) fn full_order(
    def: &ListDef,
    cx: &Cx<'_>,
    input: &ListInput,
) -> Result<Vec<(String, bool)>> {
    let mut order = def.order(cx, input)?;
    let desc = order.last().is_none_or(|(_, desc)| *desc);
    let key = match def.search {
        // Walking the index itself spares a sort of all hits.
        Some(index)
            if order.is_empty() && input.q.as_deref().is_some_and(|q| !q.trim().is_empty()) =>
        {
            cx.dialect().hit(index)
        }
        _ => def.key.to_owned(),
    };
    order.push((key, desc));
    Ok(order)
}

fn after_cursor(after: &str, order: &[(String, bool)], query: &mut Query) -> Result<String> {
    let bad = || Error::invalid("after", "翻页位置不对，请刷新列表");
    let values: Vec<Json> = serde_json::from_str(after).map_err(|_| bad())?;
    if values.len() != order.len() || values.iter().any(|v| v.is_object() || v.is_array()) {
        return Err(bad());
    }
    let marks: Vec<String> = values.into_iter().map(|v| query.bind(Value::from_json(v))).collect();
    // One direction: a row comparison, which an index can follow. Otherwise spelled out.
    if order.windows(2).all(|w| w[0].1 == w[1].1) {
        let left: Vec<&str> = order.iter().map(|(sql, _)| sql.as_str()).collect();
        let sign = if order[0].1 { "<" } else { ">" };
        return Ok(format!("({}) {sign} ({})", left.join(", "), marks.join(", ")));
    }
    let mut ways = Vec::new();
    for i in 0..order.len() {
        let mut parts: Vec<String> =
            (0..i).map(|j| format!("{} = {}", order[j].0, marks[j])).collect();
        let sign = if order[i].1 { "<" } else { ">" };
        parts.push(format!("{} {sign} {}", order[i].0, marks[i]));
        ways.push(format!("({})", parts.join(" and ")));
    }
    Ok(format!("({})", ways.join(" or ")))
}

/// Every row of a list under these conditions, in its order, column by column as asked; only these
/// ids when given. Columns the caller may not see are null here: check [`Col::seal`] first.
pub fn each_row(
    cx: &Cx<'_>,
    def: &ListDef,
    input: &ListInput,
    ids: Option<&[i64]>,
    columns: &[&'static Col],
    f: &mut dyn FnMut(&dyn RowAccess) -> StoreResult<bool>,
) -> Result<()> {
    let (sql, params) = row_sql(cx, def, input, ids, columns)?;
    cx.each(&sql, &params, f)
}

/// The ids of every row under these conditions, in order; one more than `most` where there are more.
pub(super) fn ids(cx: &Cx<'_>, def: &ListDef, input: &ListInput, most: usize) -> Result<Vec<i64>> {
    let query = def.query(cx, input.tab.as_deref(), input.q.as_deref(), &input.filters)?;
    let order = full_order(def, cx, input)?;
    let sql = format!(
        "select {} as id from {}{} order by {} limit {}",
        def.key,
        query.from,
        query.where_sql(),
        order_sql(&order),
        most + 1
    );
    cx.all(&sql, &query.params)
}

fn row_sql(
    cx: &Cx<'_>,
    def: &ListDef,
    input: &ListInput,
    ids: Option<&[i64]>,
    columns: &[&'static Col],
) -> Result<(String, Vec<Value>)> {
    let mut query = def.query(cx, input.tab.as_deref(), input.q.as_deref(), &input.filters)?;
    if let Some(ids) = ids {
        let list: Vec<String> = ids.iter().map(i64::to_string).collect();
        query.wheres.push(format!("{} in ({})", def.key, list.join(", ")));
    }
    let order = full_order(def, cx, input)?;
    let select: Vec<String> = columns
        .iter()
        .map(|col| match col.seal {
            Some(field) if !cx.sees(field) => format!("null as {}", col.key),
            _ => format!("{} as {}", col.sql, col.key),
        })
        .collect();
    let sql = format!(
        "select {} from {}{} order by {}",
        select.join(", "),
        query.from,
        query.where_sql(),
        order_sql(&order)
    );
    Ok((sql, query.params))
}

/// Makes the two operations that every list has: `<list>.list` and `<list>.counts`.
#[macro_export]
macro_rules! list_operations {
    ($list:ident, $counts:ident, $def:expr, $row:ty, $list_name:literal, $counts_name:literal, $title:literal, $needs:expr, [$($tag:literal),*]) => {
        #[doc = concat!("A page of ", $list_name, ".")]
        #[derive(Debug, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $list(pub $crate::kernel::list::ListInput);

        impl $crate::kernel::Query for $list {
            type Output = $crate::kernel::list::Page<$row>;
            const NAME: &'static str = $list_name;
            const TITLE: &'static str = concat!($title, "列表");
            const NEEDS: $crate::kernel::Need = $needs;
            const PROVIDES: &'static [&'static str] = &[$($tag),*];
            fn run(self, cx: &$crate::kernel::Cx<'_>) -> $crate::kernel::Result<Self::Output> {
                cx.page(&$def, &self.0)
            }
        }

        #[doc = concat!("How many rows each tab of ", $list_name, " has.")]
        #[derive(Debug, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $counts(pub $crate::kernel::list::CountInput);

        impl $crate::kernel::Query for $counts {
            type Output = $crate::kernel::list::Counts;
            const NAME: &'static str = $counts_name;
            const TITLE: &'static str = concat!($title, "计数");
            const NEEDS: $crate::kernel::Need = $needs;
            const PROVIDES: &'static [&'static str] = &[$($tag),*];
            fn run(self, cx: &$crate::kernel::Cx<'_>) -> $crate::kernel::Result<Self::Output> {
                cx.counts(&$def, &self.0)
            }
        }
    };
}
