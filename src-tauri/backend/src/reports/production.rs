//! R16 素材与美工产能: what was asked for, what was delivered, by whom, and why it came back.

use std::collections::BTreeMap;

use serde::Deserialize;
use shopdesk_workbook::{
    Cell, Chart, ChartKind, Column, Cover, Definition, Kind, Rows, Series, Sheet, Workbook,
    cumulative_shares,
};

use super::export;
use crate::assets::{KINDS, LIFE};
use crate::kernel::{Cx, Day, Result};
use crate::params;

#[derive(Deserialize)]
struct Request {
    no: String,
    title: String,
    kind: String,
    state: String,
    requester: String,
    assignee: Option<String>,
    difficulty: i64,
    due: Option<String>,
    created_at: i64,
    first_submitted_at: Option<i64>,
    approved_at: Option<i64>,
    retake_count: i64,
    fault_count: i64,
    file: Option<String>,
}

/// Builds the workbook from the requests filed or approved in the period.
pub(super) fn book(cx: &Cx<'_>, from: Day, to: Day) -> Result<Workbook<'static>> {
    let (start, end) = (cx.zone().start_of(from), cx.zone().start_of(to.plus(1)));
    let requests: Vec<Request> = cx.all(
        "select r.no, r.title, r.kind, r.state, q.name as requester, a.name as assignee,
            r.difficulty, r.due, r.created_at, r.first_submitted_at, r.approved_at,
            r.retake_count, r.fault_count,
            (select v.file from asset_version v where v.request_id = r.id and v.is_source = 0
             order by v.no desc limit 1) as file
         from asset_request r join staff q on q.id = r.requester left join staff a on a.id = r.assignee
         where (r.created_at >= ?1 and r.created_at < ?2) or (r.approved_at >= ?1 and r.approved_at < ?2)
         order by r.no",
        params![start, end],
    )?;
    let retakes: Vec<(String, i64)> = cx.all(
        "select class, count(*) from asset_retake where at >= ?1 and at < ?2
         group by class order by count(*) desc",
        params![start, end],
    )?;
    let cover = Cover {
        title: "R16 素材与美工产能".to_owned(),
        shop: cx.setting("shop_name", String::new())?,
        period: format!("{from} 至 {to}"),
        cut_off: Some(cx.now),
        author: cx.caller.name.clone(),
        generated_at: cx.now,
        masks: export::masks(cx),
        definitions: definitions(),
        ..Cover::default()
    };
    Ok(Workbook::report(cover, export::zone(cx)?)
        .sheet(people(cx, &requests))
        .sheet(kinds(&requests))
        .sheet(reasons(&retakes))
        .sheet(details(cx, &requests)))
}

fn definitions() -> Vec<Definition> {
    let source = "素材需求与版本记录";
    vec![
        Definition::new("完成点数", "已通过需求的难度之和（1–5 点）", source),
        Definition::new(
            "准时率",
            "首次交稿不晚于截止日的需求数 ÷ 有截止日且已交稿的需求数",
            source,
        ),
        Definition::new(
            "一次通过率",
            "通过且没有因未达要求、规格错误、文案错误返工的需求数 ÷ 已通过的需求数",
            source,
        ),
        Definition::new("返工", "审核退回的次数；“需求变更”不计入美工返工", source),
    ]
}

#[derive(Default)]
struct Sum {
    filed: i64,
    submitted: i64,
    approved: i64,
    points: i64,
    dated: i64,
    on_time: i64,
    clean: i64,
    faults: i64,
}

impl Sum {
    fn add(&mut self, cx: Option<&Cx<'_>>, request: &Request) {
        self.filed += 1;
        self.faults += request.fault_count;
        if let Some(at) = request.first_submitted_at {
            self.submitted += 1;
            if let (Some(cx), Some(due)) = (cx, &request.due) {
                self.dated += 1;
                self.on_time += i64::from(cx.zone().day(at).to_string() <= *due);
            }
        }
        if request.approved_at.is_some() {
            self.approved += 1;
            self.points += request.difficulty;
            self.clean += i64::from(request.fault_count == 0);
        }
    }
}

fn people(cx: &Cx<'_>, requests: &[Request]) -> Sheet<'static> {
    let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
    for request in requests {
        let name = request.assignee.clone().unwrap_or_else(|| "未排期".to_owned());
        sums.entry(name).or_default().add(Some(cx), request);
    }
    let columns = vec![
        Column::new("name", "人员", Kind::Text),
        Column::new("filed", "需求", Kind::Integer).sum(),
        Column::new("submitted", "已交稿", Kind::Integer).sum(),
        Column::new("approved", "已通过", Kind::Integer).sum(),
        Column::new("points", "完成点数", Kind::Integer).sum(),
        Column::new("on_time", "准时率", Kind::Percent),
        Column::new("clean", "一次通过率", Kind::Percent),
        Column::new("faults", "返工次数", Kind::Integer).sum(),
    ];
    let rows = sums
        .into_iter()
        .map(|(name, s)| {
            vec![
                Cell::text(name),
                Cell::Integer(s.filed),
                Cell::Integer(s.submitted),
                Cell::Integer(s.approved),
                Cell::Integer(s.points),
                Cell::ratio(s.on_time, s.dated),
                Cell::ratio(s.clean, s.approved),
                Cell::Integer(s.faults),
            ]
        })
        .collect();
    Sheet::new("人员", columns, Rows::List(rows)).freeze(1).chart(Chart::new(
        "每人完成点数与返工",
        ChartKind::StackedColumn,
        "name",
        vec![Series::of("points"), Series::of("faults")],
    ))
}

fn kinds(requests: &[Request]) -> Sheet<'static> {
    let columns = vec![
        Column::new("kind", "类型", Kind::Text),
        Column::new("filed", "需求", Kind::Integer).sum(),
        Column::new("approved", "已通过", Kind::Integer).sum(),
        Column::new("points", "完成点数", Kind::Integer).sum(),
        Column::new("clean", "一次通过率", Kind::Percent),
    ];
    let rows = KINDS
        .iter()
        .filter_map(|(code, title)| {
            let mut sum = Sum::default();
            requests.iter().filter(|r| r.kind == *code).for_each(|r| sum.add(None, r));
            (sum.filed > 0).then(|| {
                vec![
                    Cell::text(*title),
                    Cell::Integer(sum.filed),
                    Cell::Integer(sum.approved),
                    Cell::Integer(sum.points),
                    Cell::ratio(sum.clean, sum.approved),
                ]
            })
        })
        .collect();
    Sheet::new("类型", columns, Rows::List(rows)).chart(Chart::new(
        "各类素材的需求与通过",
        ChartKind::Column,
        "kind",
        vec![Series::of("filed"), Series::of("approved")],
    ))
}

fn reasons(retakes: &[(String, i64)]) -> Sheet<'static> {
    let columns = vec![
        Column::new("reason", "返工原因", Kind::Text),
        Column::new("count", "次数", Kind::Integer).sum(),
        Column::new("share", "累计占比", Kind::Percent),
    ];
    let shares = cumulative_shares(&retakes.iter().map(|(_, n)| *n).collect::<Vec<_>>());
    let rows = retakes
        .iter()
        .zip(shares)
        .map(|((class, count), share)| {
            vec![Cell::text(class_label(class)), Cell::Integer(*count), share]
        })
        .collect();
    Sheet::new("返工原因", columns, Rows::List(rows)).chart(Chart::pareto(
        "返工原因帕累托",
        "reason",
        "count",
        "share",
    ))
}

fn class_label(code: &str) -> String {
    match code {
        "change" => "需求变更",
        "below_par" => "未达要求",
        "wrong_spec" => "规格错误",
        "wrong_copy" => "文案错误",
        other => other,
    }
    .to_owned()
}

fn details(cx: &Cx<'_>, requests: &[Request]) -> Sheet<'static> {
    let columns = vec![
        Column::new("thumb", "缩略图", Kind::Image),
        Column::new("no", "编号", Kind::Id),
        Column::new("title", "需求", Kind::Text),
        Column::new("kind", "类型", Kind::Text),
        Column::new("state", "状态", Kind::Text),
        Column::new("requester", "提出人", Kind::Text),
        Column::new("assignee", "负责人", Kind::Text),
        Column::new("points", "难度点数", Kind::Integer).sum(),
        Column::new("filed", "提报", Kind::Instant),
        Column::new("due", "截止日", Kind::Day),
        Column::new("submitted", "首次交稿", Kind::Instant),
        Column::new("approved", "通过", Kind::Instant),
        Column::new("retakes", "返工次数", Kind::Integer).sum(),
    ];
    let instant = |at: Option<i64>| at.map_or(Cell::Empty, Cell::Instant);
    let rows = requests
        .iter()
        .map(|r| {
            let thumb = r.file.as_deref().and_then(|hash| cx.core().thumb(hash, 80).ok().flatten());
            let kind = KINDS.iter().find(|(code, _)| *code == r.kind).map_or("", |(_, t)| *t);
            vec![
                thumb.map_or(Cell::Empty, |bytes| Cell::image(bytes, r.no.clone())),
                Cell::text(r.no.clone()),
                Cell::text(r.title.clone()),
                Cell::text(kind),
                Cell::text(LIFE.label(&r.state).to_owned()),
                Cell::text(r.requester.clone()),
                r.assignee.clone().map_or(Cell::Empty, Cell::text),
                Cell::Integer(r.difficulty),
                Cell::Instant(r.created_at),
                r.due.as_deref().map_or(Cell::Empty, Cell::day),
                instant(r.first_submitted_at),
                instant(r.approved_at),
                Cell::Integer(r.retake_count),
            ]
        })
        .collect();
    Sheet::new("需求明细", columns, Rows::List(rows)).freeze(2)
}
