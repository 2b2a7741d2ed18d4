//! R16 素材与美工产能: what was asked for, what was delivered, by whom, why it came back, and what is
//! on show.

use std::collections::BTreeMap;

use serde::Deserialize;
use shopdesk_workbook::{
    Cell, Chart, ChartKind, Column, Compare, Kind, Place, Rows, Rule, Series, Sheet, Tone, Total,
    Workbook, cumulative_shares,
};

use super::frame::{Asked, ChartView, Choice, Drawn, Figure, FilterView, Preview, asset_kinds};
use super::frame::{book as under_cover, define};
use super::rules::{Output, Work, counted, how_many};
use crate::assets::{KINDS, LIFE, RETAKE_CLASSES};
use crate::kernel::{Cx, Day, Result};
use crate::params;

/// Its Chinese title.
pub(super) const TITLE: &str = "素材与美工产能";

const LEFT_OUT: &str = "“改图前后效果”要用各平台的流量数据（访客数、点击率、转化率），店里还没有导入这类数据，\
    所以本工作簿没有这张表，也不作估算。";
const SHARED_DUE: &str = "改期后按最后一次排定的截止日判断准时。";

#[derive(Deserialize)]
struct Request {
    id: i64,
    no: String,
    title: String,
    kind: String,
    product: String,
    channel: String,
    state: String,
    requester: String,
    assignee: Option<String>,
    difficulty: i64,
    due: Option<Day>,
    created_at: i64,
    first_submitted_at: Option<i64>,
    approved_at: Option<i64>,
    live_at: Option<i64>,
    live_where: String,
    live_to: Option<Day>,
    fault_count: i64,
    file: Option<String>,
}

#[derive(Deserialize)]
struct Retake {
    request_id: i64,
    class: String,
    assignee: Option<String>,
}

/// Everything the sheets and the preview are made from.
struct Data {
    requests: Vec<Request>,
    retakes: Vec<Retake>,
    /// Of each request, how often it went back in the period, by class.
    sent_back: BTreeMap<i64, BTreeMap<String, i64>>,
    by_person: BTreeMap<String, Output>,
}

const NOBODY: &str = "未排期";

fn kind_label(code: &str) -> &'static str {
    KINDS.iter().find(|(c, _)| *c == code).map_or("其他", |(_, label)| label)
}

fn read(cx: &Cx<'_>, asked: &Asked) -> Result<Data> {
    let person = asked.filters.assignee;
    let kind = asked.filters.asset_kind.map(|k| k.code().to_owned());
    let requests: Vec<Request> = cx.all(
        "select r.id, r.no, r.title, r.kind, coalesce(p.code || ' ' || p.title, '') as product,
            r.channel, r.state, q.name as requester, a.name as assignee, r.difficulty, r.due,
            r.created_at, r.first_submitted_at, r.approved_at, r.live_at, r.live_where, r.live_to,
            r.fault_count,
            (select v.file from asset_version v where v.request_id = r.id and v.is_source = 0
             order by v.no desc limit 1) as file
         from asset_request r join staff q on q.id = r.requester
         left join staff a on a.id = r.assignee left join product p on p.id = r.product_id
         where r.state <> 'draft' and (?3 is null or r.assignee = ?3) and (?4 is null or r.kind = ?4)
           and ((r.created_at >= ?1 and r.created_at < ?2)
             or (r.first_submitted_at >= ?1 and r.first_submitted_at < ?2)
             or (r.approved_at >= ?1 and r.approved_at < ?2)
             or (r.live_at < ?2 and (r.live_at >= ?1 or r.state = 'live'
                 or r.live_to between ?5 and ?6))
             or r.id in (select t.request_id from asset_retake t where t.at >= ?1 and t.at < ?2))
         order by r.no",
        params![asked.start, asked.end, person, kind.clone(), asked.from, asked.to],
    )?;
    let retakes: Vec<Retake> = cx.all(
        "select t.request_id, t.class, a.name as assignee from asset_retake t
         join asset_request r on r.id = t.request_id left join staff a on a.id = r.assignee
         where t.at >= ?1 and t.at < ?2 and (?3 is null or r.assignee = ?3)
           and (?4 is null or r.kind = ?4) order by t.id",
        params![asked.start, asked.end, person, kind],
    )?;
    let mut by_person: BTreeMap<String, Output> = BTreeMap::new();
    let within = |at: Option<i64>| at.filter(|at| (asked.start..asked.end).contains(at));
    for r in &requests {
        let work = Work {
            person: r.assignee.clone().unwrap_or_else(|| NOBODY.to_owned()),
            points: r.difficulty,
            due: r.due,
            submitted: within(r.first_submitted_at).map(|at| cx.zone().day(at)),
            approved: within(r.approved_at).is_some(),
            faults: r.fault_count,
        };
        if work.submitted.is_some() || work.approved {
            by_person.entry(work.person.clone()).or_default().add(&work);
        }
    }
    let mut sent_back: BTreeMap<i64, BTreeMap<String, i64>> = BTreeMap::new();
    for retake in &retakes {
        let of = sent_back.entry(retake.request_id).or_default();
        *of.entry(retake.class.clone()).or_default() += 1;
        let name = retake.assignee.clone().unwrap_or_else(|| NOBODY.to_owned());
        *by_person.entry(name).or_default().retakes.entry(retake.class.clone()).or_default() += 1;
    }
    Ok(Data { requests, retakes, sent_back, by_person })
}

/// Builds the workbook.
pub(super) fn book(cx: &Cx<'_>, asked: &Asked, no: &str) -> Result<Workbook<'static>> {
    let data = read(cx, asked)?;
    let mut cover = asked.cover(cx, &format!("R16 {TITLE}"), no)?;
    cover.definitions = define(&[
        ("完成点数", "期间内首次交稿的需求的难度之和（1–5 点）；之后退回重做不再加点", "素材需求"),
        ("准时率", "首次交稿不晚于截止日的需求数 ÷ 期间内首次交稿且有截止日的需求数", "素材需求"),
        (
            "一次通过率",
            "通过前没有计入考核的返工的需求数 ÷ 期间内通过的需求数",
            "素材需求、返工记录",
        ),
        ("计入返工", "因未达要求、规格错误、文案错误被退回的次数；“需求变更”不计", "返工记录"),
        ("剩余天数", "下线日 − 数据截止日；负数为已过期", "素材需求"),
    ]);
    cover.remarks = vec![LEFT_OUT.to_owned(), SHARED_DUE.to_owned()];
    Ok(under_cover(cx, cover)?
        .sheet(requests(cx, asked, &data))
        .sheet(people(&data.by_person))
        .sheet(reasons(&data.retakes))
        .sheet(on_show(cx, asked, &data.requests)))
}

fn thumb(cx: &Cx<'_>, request: &Request) -> Cell {
    let bytes = request.file.as_deref().and_then(|hash| cx.core().thumb(hash, 80).ok().flatten());
    bytes.map_or(Cell::Empty, |bytes| Cell::image(bytes, request.no.clone()))
}

fn words(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::text(text.to_owned()) }
}

fn requests(cx: &Cx<'_>, asked: &Asked, data: &Data) -> Sheet<'static> {
    let columns = vec![
        Column::new("thumb", "缩略图", Kind::Image),
        Column::new("no", "需求号", Kind::Id),
        Column::new("title", "需求", Kind::Text).width(26.0).wrap(),
        Column::new("kind", "类型", Kind::Text),
        Column::new("product", "商品", Kind::Text).width(24.0).wrap(),
        Column::new("state", "状态", Kind::Text),
        Column::new("requester", "提出人", Kind::Text),
        Column::new("assignee", "负责人", Kind::Text),
        Column::new("points", "难度点数", Kind::Integer).sum(),
        Column::new("filed", "提报", Kind::Instant),
        Column::new("due", "截止日", Kind::Day),
        Column::new("submitted", "首次交稿", Kind::Instant),
        Column::new("on_time", "准时", Kind::Text)
            .rule(Rule::Is("是".to_owned(), Tone::Good))
            .rule(Rule::Is("否".to_owned(), Tone::Bad))
            .defined("首次交稿不晚于截止日；没有截止日或还没有交稿时为 —"),
        Column::new("approved", "通过", Kind::Instant),
        Column::new("retakes", "期间返工", Kind::Integer).sum(),
        Column::new("faults", "计入返工", Kind::Integer)
            .sum()
            .rule(Rule::When(Compare::Above(0.0), Tone::Warn))
            .defined("不含“需求变更”"),
        Column::new("why", "返工原因", Kind::Text).width(22.0).wrap(),
    ];
    let instant = |at: Option<i64>| at.map_or(Cell::Empty, Cell::Instant);
    let rows = data
        .requests
        .iter()
        .filter(|r| !only_on_show(asked, r, data))
        .map(|r| {
            let back = data.sent_back.get(&r.id);
            let class = |code: &str| back.and_then(|b| b.get(code)).copied().unwrap_or_default();
            let all: i64 = RETAKE_CLASSES.iter().map(|(code, _)| class(code)).sum();
            let changes = class("change");
            let on_time = Work {
                due: r.due,
                submitted: r.first_submitted_at.map(|at| cx.zone().day(at)),
                ..Work::default()
            }
            .on_time();
            vec![
                thumb(cx, r),
                Cell::text(r.no.clone()),
                Cell::text(r.title.clone()),
                Cell::text(kind_label(&r.kind)),
                words(&r.product),
                Cell::text(LIFE.label(&r.state).to_owned()),
                Cell::text(r.requester.clone()),
                r.assignee.clone().map_or(Cell::Empty, Cell::text),
                Cell::Integer(r.difficulty),
                Cell::Instant(r.created_at),
                r.due.map_or(Cell::Empty, |d| Cell::Day(d.0)),
                instant(r.first_submitted_at),
                on_time.map_or(Cell::Dash, |yes| Cell::text(if yes { "是" } else { "否" })),
                instant(r.approved_at),
                Cell::Integer(all),
                Cell::Integer(all - changes),
                words(&counted(RETAKE_CLASSES.iter().map(|(code, label)| (*label, class(code))))),
            ]
        })
        .collect();
    Sheet::new("需求", columns, Rows::List(rows))
        .freeze(3)
        .note("列出期间内提报、首次交稿、通过或被退回的需求；“期间返工”只数期间内的退回。")
}

/// Nothing happened to it in the period; it is only still on show.
fn only_on_show(asked: &Asked, r: &Request, data: &Data) -> bool {
    let within = |at: Option<i64>| at.is_some_and(|at| (asked.start..asked.end).contains(&at));
    !within(Some(r.created_at))
        && !within(r.first_submitted_at)
        && !within(r.approved_at)
        && !data.sent_back.contains_key(&r.id)
}

fn people(by_person: &BTreeMap<String, Output>) -> Sheet<'static> {
    let count = |key, title: &str| Column::new(key, title, Kind::Integer).sum();
    let ratio = |key, title: &str, part, whole| {
        Column::new(key, title, Kind::Percent).total(Total::Ratio { part, whole })
    };
    let mut columns = vec![
        Column::new("name", "人员", Kind::Text),
        count("submitted", "首次交稿"),
        count("points", "完成点数").defined("期间内首次交稿的需求的难度之和"),
        count("in_time", "按时点数").defined("不晚于截止日交稿的，和没有截止日的"),
        count("late", "逾期点数"),
        count("dated", "有截止日"),
        count("on_time", "准时"),
        ratio("on_time_rate", "准时率", "on_time", "dated")
            .defined("首次交稿不晚于截止日的需求数 ÷ 首次交稿且有截止日的需求数")
            .rule(Rule::When(Compare::Below(0.8), Tone::Bad))
            .rule(Rule::When(Compare::AtLeast(0.95), Tone::Good)),
        count("approved", "已通过"),
        count("clean", "一次通过"),
        ratio("clean_rate", "一次通过率", "clean", "approved")
            .defined("没有计入考核的返工的需求数 ÷ 期间内通过的需求数"),
        count("faults", "计入返工").defined("未达要求 + 规格错误 + 文案错误；“需求变更”不计"),
    ];
    columns.extend(RETAKE_CLASSES.iter().map(|(code, label)| count(code, label)));
    let rows = by_person
        .iter()
        .map(|(name, o)| {
            let mut row = vec![
                Cell::text(name.clone()),
                Cell::Integer(o.submitted),
                Cell::Integer(o.points()),
                Cell::Integer(o.points_in_time),
                Cell::Integer(o.points_late),
                Cell::Integer(o.dated),
                Cell::Integer(o.on_time),
                Cell::ratio(o.on_time, o.dated),
                Cell::Integer(o.approved),
                Cell::Integer(o.clean),
                Cell::ratio(o.clean, o.approved),
                Cell::Integer(faults(o)),
            ];
            row.extend(RETAKE_CLASSES.iter().map(|(code, _)| Cell::Integer(o.class(code))));
            row
        })
        .collect();
    Sheet::new("人员", columns, Rows::List(rows))
        .note("按数据截止时的负责人归属；点数在首次交稿时计入，返工在退回时计入。")
        .freeze(1)
        .chart(
            Chart::new(
                "每人完成点数（按时 / 逾期）",
                ChartKind::StackedBar,
                "name",
                vec![Series::of("in_time"), Series::of("late")],
            )
            .at(Place::Below),
        )
}

fn faults(o: &Output) -> i64 {
    RETAKE_CLASSES.iter().filter(|(c, _)| *c != "change").map(|(code, _)| o.class(code)).sum()
}

/// Classes with their counts, the most frequent first.
fn by_reason(retakes: &[Retake]) -> Vec<(&'static str, &'static str, i64)> {
    let mut found: Vec<_> = RETAKE_CLASSES
        .iter()
        .map(|(code, label)| {
            (*code, *label, how_many(retakes.iter().filter(|t| t.class == *code).count()))
        })
        .filter(|(_, _, n)| *n > 0)
        .collect();
    found.sort_by_key(|(_, _, n)| std::cmp::Reverse(*n));
    found
}

fn reasons(retakes: &[Retake]) -> Sheet<'static> {
    let columns = vec![
        Column::new("reason", "返工原因", Kind::Text),
        Column::new("counts", "计入考核", Kind::Bool),
        Column::new("count", "次数", Kind::Integer).sum(),
        Column::new("share", "累计占比", Kind::Percent),
    ];
    let found = by_reason(retakes);
    let shares = cumulative_shares(&found.iter().map(|(_, _, n)| *n).collect::<Vec<_>>());
    let rows = found
        .iter()
        .zip(shares)
        .map(|((code, label, n), share)| {
            vec![Cell::text(*label), Cell::Bool(*code != "change"), Cell::Integer(*n), share]
        })
        .collect();
    Sheet::new("返工原因", columns, Rows::List(rows))
        .note("期间内每次退回计一次，由审核人选定原因；“需求变更”不计入美工考核。")
        .chart(Chart::pareto("返工原因帕累托", "reason", "count", "share").at(Place::Below))
}

fn on_show(cx: &Cx<'_>, asked: &Asked, requests: &[Request]) -> Sheet<'static> {
    let columns = vec![
        Column::new("thumb", "缩略图", Kind::Image),
        Column::new("no", "需求号", Kind::Id),
        Column::new("title", "需求", Kind::Text).width(26.0).wrap(),
        Column::new("kind", "类型", Kind::Text),
        Column::new("product", "商品", Kind::Text).width(24.0).wrap(),
        Column::new("channel", "渠道", Kind::Text),
        Column::new("place", "上线位置", Kind::Text).width(26.0).wrap(),
        Column::new("state", "状态", Kind::Text)
            .rule(Rule::Is("已过期".to_owned(), Tone::Bad))
            .rule(Rule::Is("已上线".to_owned(), Tone::Good)),
        Column::new("live_at", "上线时间", Kind::Instant),
        Column::new("live_to", "下线日", Kind::Day),
        Column::new("left", "剩余天数", Kind::Integer)
            .defined("下线日 − 数据截止日；负数为已过期；没有下线日时为空")
            .rule(Rule::When(Compare::Below(0.0), Tone::Bad))
            .rule(Rule::When(Compare::AtMost(7.0), Tone::Warn)),
    ];
    let today = cx.today();
    let rows = requests
        .iter()
        .filter_map(|r| Some((r, r.live_at.filter(|at| *at < asked.end)?)))
        .map(|(r, at)| {
            vec![
                thumb(cx, r),
                Cell::text(r.no.clone()),
                Cell::text(r.title.clone()),
                Cell::text(kind_label(&r.kind)),
                words(&r.product),
                words(&r.channel),
                words(&r.live_where),
                Cell::text(LIFE.label(&r.state).to_owned()),
                Cell::Instant(at),
                r.live_to.map_or(Cell::Empty, |d| Cell::Day(d.0)),
                r.live_to.map_or(Cell::Empty, |d| Cell::Integer(today.until(d))),
            ]
        })
        .collect();
    Sheet::new("上线与过期", columns, Rows::List(rows))
        .freeze(3)
        .note("列出期间内上线、到期，以及仍在线上的素材；状态是数据截止时的。")
}

/// The key figures.
pub(super) fn preview(cx: &Cx<'_>, asked: &Asked) -> Result<Preview> {
    let data = read(cx, asked)?;
    let mut all = Output::default();
    for o in data.by_person.values() {
        all.submitted += o.submitted;
        all.points_in_time += o.points_in_time;
        all.points_late += o.points_late;
        all.dated += o.dated;
        all.on_time += o.on_time;
        all.approved += o.approved;
        all.clean += o.clean;
    }
    let filed =
        data.requests.iter().filter(|r| (asked.start..asked.end).contains(&r.created_at)).count();
    let retakes = data.retakes.iter().filter(|t| t.class != "change").count();
    let found = by_reason(&data.retakes);
    let shares = cumulative_shares(&found.iter().map(|(_, _, n)| *n).collect::<Vec<_>>())
        .into_iter()
        .map(|cell| if let Cell::Number(n) = cell { Some(n) } else { None })
        .collect();
    let drawing: Vec<(&String, &Output)> =
        data.by_person.iter().filter(|(_, o)| o.submitted > 0).collect();
    Ok(Preview {
        figures: vec![
            Figure::count("新提需求", how_many(filed), "期间内提报的素材需求"),
            Figure::count("首次交稿", all.submitted, "期间内第一次提交审核的需求"),
            Figure::count("完成点数", all.points(), "首次交稿的需求的难度之和（1–5 点）"),
            Figure::ratio("准时率", all.on_time, all.dated, "首次交稿不晚于截止日 ÷ 有截止日的"),
            Figure::ratio("一次通过率", all.clean, all.approved, "没有计入考核的返工 ÷ 已通过"),
            Figure::count("计入返工", how_many(retakes), "被退回的次数，“需求变更”不计"),
        ],
        charts: vec![
            ChartView {
                title: "每人完成点数（按时 / 逾期）",
                labels: drawing.iter().map(|(name, _)| (*name).clone()).collect(),
                series: vec![
                    Drawn::columns("按时点数", drawing.iter().map(|(_, o)| o.points_in_time), true),
                    Drawn::columns("逾期点数", drawing.iter().map(|(_, o)| o.points_late), true),
                ],
            },
            ChartView {
                title: "返工原因帕累托",
                labels: found.iter().map(|(_, label, _)| (*label).to_owned()).collect(),
                series: vec![
                    Drawn::columns("次数", found.iter().map(|(_, _, n)| *n), false),
                    Drawn::shares("累计占比", shares),
                ],
            },
        ],
        remarks: vec![LEFT_OUT.to_owned()],
    })
}

/// What it can be narrowed by.
pub(super) fn filters(cx: &Cx<'_>) -> Result<Vec<FilterView>> {
    let people: Vec<(i64, String)> = cx.all(
        "select s.id, s.name from staff s
         where s.id in (select assignee from asset_request where assignee is not null)
         order by s.name",
        params![],
    )?;
    let choices =
        people.into_iter().map(|(id, label)| Choice { value: id.into(), label }).collect();
    Ok(vec![FilterView { key: "assignee", title: "负责人", choices }, asset_kinds()])
}
