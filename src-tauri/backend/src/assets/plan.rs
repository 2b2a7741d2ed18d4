//! Who makes what until when: scheduling one request or many, and the load of everybody.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ops::{fresh, step_of};
use super::table::{REQUEST, Request, Standing};
use super::view::{AssetView, SEES, Who, detail};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Day, Error, Module, Need, Query, Result, Tx};
use crate::params;
use crate::store::Value;

const PLANS: Need = Need::Any(&[Ask::approve(Module::Assets)]);
/// Hours that a person can give to requests on one day.
const HOURS_A_DAY: f64 = 7.0;

/// Gives a request to somebody with a day, or to somebody else or another day.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleAsset {
    /// The request.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// Who works on it.
    pub assignee: i64,
    /// The day it is handed in.
    pub due: Day,
    /// Hours it takes.
    #[serde(default)]
    pub est_h: Option<f64>,
    /// 1 to 5.
    #[serde(default)]
    pub difficulty: Option<i64>,
}

impl Command for ScheduleAsset {
    type Output = AssetView;
    const NAME: &'static str = "assets.schedule";
    const TITLE: &'static str = "素材排期";
    const NEEDS: Need = PLANS;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let row = fresh(tx, self.id, self.version)?;
        check_assignee(tx, self.assignee)?;
        plan(tx, &row, self.assignee, Some(self.due), self.est_h, self.difficulty)?;
        detail(tx, row.id)
    }
}

/// Whoever is given a request must be at work and make pictures, or stand in for those who do.
fn check_assignee(cx: &Cx<'_>, staff: i64) -> Result<()> {
    let (name, fits): (String, i64) = cx
        .maybe(
            "select s.name, s.active = 1 and exists (select 1 from staff_post p where p.staff_id = s.id
                and p.post in ('designer', 'ops_supervisor', 'product_planner'))
             from staff s where s.id = ?1",
            params![staff],
        )?
        .ok_or_else(|| Error::not_found("员工", staff))?;
    if fits == 1 {
        Ok(())
    } else {
        Err(Error::invalid(
            "assignee",
            format!("{name} 已停用或不是美工，不能排素材给他；请先在“人员”里任岗"),
        ))
    }
}

fn plan(
    tx: &mut Tx<'_>,
    row: &Request,
    assignee: i64,
    due: Option<Day>,
    est_h: Option<f64>,
    difficulty: Option<i64>,
) -> Result<i64> {
    // Work that somebody else had begun has not been begun by the new one.
    let other = row.state == "doing" && row.assignee != Some(assignee);
    let action = match row.state.as_str() {
        "queued" => "schedule",
        _ if other => "reassign",
        _ => "reschedule",
    };
    let to = step_of(tx, row, &Standing::default(), action, None)?;
    let due = due.or(row.due).ok_or_else(|| Error::invalid("due", "排期需要截止日"))?;
    if due < tx.today() && Some(due) != row.due {
        return Err(Error::invalid("due", "截止日已经过去，请选今天或以后的一天"));
    }
    let est_h = est_h.unwrap_or(row.est_h);
    if !(0.0..=500.0).contains(&est_h) {
        return Err(Error::invalid("est_h", "预计工时应在 0 到 500 小时之间"));
    }
    let difficulty = difficulty.unwrap_or(row.difficulty);
    if !(1..=5).contains(&difficulty) {
        return Err(Error::invalid("difficulty", "难度应在 1 到 5 之间"));
    }
    let set: Vec<(&str, Value)> = vec![
        ("assignee", assignee.into()),
        ("due", due.into()),
        ("est_h", est_h.into()),
        ("difficulty", difficulty.into()),
        ("state", to.into()),
    ];
    tx.update(&REQUEST, row.id, Some(row.version), &set)
}

/// Gives many requests to one person.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BulkAssign {
    /// The requests, 500 at most.
    pub ids: Vec<i64>,
    /// Who works on them.
    pub assignee: i64,
    /// The day they are handed in; each keeps its own when absent.
    #[serde(default)]
    pub due: Option<Day>,
}

/// What became of a bulk action.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BulkDone {
    /// What it was done to.
    pub ok: Vec<i64>,
    /// What it was not done to.
    pub failed: Vec<BulkFailed>,
    /// For undoing; absent when nothing was done.
    pub batch: Option<i64>,
}

/// One that a bulk action was refused on.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BulkFailed {
    /// The id.
    pub id: i64,
    /// Why.
    pub message: String,
}

impl Command for BulkAssign {
    type Output = BulkDone;
    const NAME: &'static str = "assets.bulk_assign";
    const TITLE: &'static str = "批量排期";
    const NEEDS: Need = PLANS;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.ids.is_empty() || self.ids.len() > 500 {
            return Err(Error::invalid("ids", "一次排 1 到 500 个需求"));
        }
        check_assignee(tx, self.assignee)?;
        let mut done = BulkDone { ok: Vec::new(), failed: Vec::new(), batch: None };
        let batch = tx.batch("批量排期")?;
        for id in self.ids {
            let planned = tx
                .get::<Request>(&REQUEST, id)
                .and_then(|row| plan(tx, &row, self.assignee, self.due, None, None));
            match planned {
                Ok(_) => done.ok.push(id),
                Err(err) => done.failed.push(BulkFailed { id, message: err.message }),
            }
        }
        done.batch = (!done.ok.is_empty()).then_some(batch);
        Ok(done)
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
