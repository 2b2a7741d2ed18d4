//! Days and instants as exports write them.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::decimal::narrow;

/// A day, perhaps with a time, perhaps with the zone it was said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct When {
    /// The day on the wall.
    #[schemars(with = "String")]
    pub day: NaiveDate,
    /// The time on the wall.
    #[schemars(with = "Option<String>")]
    pub time: Option<NaiveTime>,
    /// Minutes ahead of UTC, when the text said so.
    pub offset_min: Option<i32>,
}

impl When {
    /// A day and a time without a zone.
    pub fn at(moment: NaiveDateTime) -> Self {
        Self { day: moment.date(), time: Some(moment.time()), offset_min: None }
    }

    /// The instant in UTC milliseconds; `default_offset_min` is the shop's zone for texts that
    /// name none. A bare day is its first moment.
    pub fn utc_ms(&self, default_offset_min: i32) -> i64 {
        let local = self.day.and_time(self.time.unwrap_or(NaiveTime::MIN));
        let offset = i64::from(self.offset_min.unwrap_or(default_offset_min));
        local.and_utc().timestamp_millis() - offset * 60_000
    }
}

/// How to read `03/04/2024`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// Not known: a day that could be either is refused, and the person is asked once.
    #[default]
    Ask,
    /// Day first: Europe, Australia.
    DayFirst,
    /// Month first: USA.
    MonthFirst,
}

/// Excel's day 1 is 1900-01-01, and it counts a 29 February 1900 that never was.
fn excel_epoch() -> NaiveDate {
    NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default()
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Zones that Amazon's reports name. `CST` is left out: it is China's as well as Chicago's.
const ZONES: &[(&str, i32)] = &[
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("wet", 0),
    ("bst", 60),
    ("cet", 60),
    ("met", 60),
    ("mez", 60),
    ("cest", 120),
    ("mest", 120),
    ("mesz", 120),
    ("pst", -480),
    ("pdt", -420),
    ("mst", -420),
    ("mdt", -360),
    ("cdt", -300),
    ("est", -300),
    ("edt", -240),
    ("jst", 540),
    ("aest", 600),
    ("aedt", 660),
];

/// Reads a day or an instant. `today` resolves 今天 and 昨天; without it they are refused.
pub fn parse_when(text: &str, order: DayOrder, today: Option<NaiveDate>) -> Result<When, String> {
    let body = narrow(text);
    read(&body, order, today).map_err(|why| {
        let shown: String = text.trim().chars().take(40).collect();
        format!("「{shown}」不是有效的日期：{why}。请写成 2024-06-18 或 2024/6/18 21:00")
    })
}

fn read(body: &str, order: DayOrder, today: Option<NaiveDate>) -> Result<When, String> {
    if body.is_empty() {
        return Err("没有内容".to_owned());
    }
    let relative = [
        ("今天", 0),
        ("今日", 0),
        ("昨天", -1),
        ("昨日", -1),
        ("前天", -2),
        ("明天", 1),
        ("后天", 2),
    ];
    if let Some((word, days)) = relative.iter().find(|(word, _)| body == *word) {
        let day = today.and_then(|t| t.checked_add_signed(Duration::days(*days)));
        return match day {
            Some(day) => Ok(When { day, time: None, offset_min: None }),
            None => Err(format!("文件里的「{word}」不知道是哪一天")),
        };
    }
    if let Some(when) = serial(body) {
        return Ok(when);
    }
    let (words, offset_min) = zone_off(body);
    let (date, time) = split_time(&words);
    let time = time.map(|t| clock(&t)).transpose()?;
    let day = day(date.trim().trim_end_matches(','), order)?;
    Ok(When { day, time, offset_min })
}

/// Excel's serial numbers from 1954 to 2119, with the share of the day as the time.
fn serial(body: &str) -> Option<When> {
    let (whole, part) = body.split_once('.').unwrap_or((body, ""));
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.len() != 5 || !all_digits(whole) || !all_digits(part) || part.len() > 15 {
        return None;
    }
    let days = whole.parse::<i64>().ok().filter(|d| (20_000..80_000).contains(d))?;
    let day = excel_epoch().checked_add_signed(Duration::days(days))?;
    if part.is_empty() {
        return Some(When { day, time: None, offset_min: None });
    }
    let share = format!("0.{part}").parse::<f64>().ok()?;
    // To the nearest second; the float of a time of day is never exact.
    let seconds =
        Duration::from_std(std::time::Duration::from_secs_f64((share * 86_400.0).round())).ok()?;
    let moment = day.and_time(NaiveTime::MIN).checked_add_signed(seconds)?;
    Some(When::at(moment))
}

/// Takes a zone off the end: `PST`, `Z`, `+00:00`, `GMT+8`.
fn zone_off(body: &str) -> (String, Option<i32>) {
    let lower = body.to_ascii_lowercase();
    for (name, minutes) in ZONES {
        if let Some(rest) = lower.strip_suffix(name) {
            let before = rest.chars().next_back();
            let apart = before
                .is_some_and(|c| c == ' ' || c.is_ascii_digit() || (*name != "z" && c == 'm'));
            if apart && rest.contains(':') {
                return (body.get(..rest.len()).unwrap_or(body).trim().to_owned(), Some(*minutes));
            }
        }
    }
    if let Some(at) = body.rfind(['+', '-'])
        && body.get(..at).is_some_and(|before| before.contains(':'))
    {
        let sign = if body.get(at..).is_some_and(|s| s.starts_with('-')) { -1 } else { 1 };
        let digits: String =
            body.get(at + 1..).unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
        let tail_clean =
            body.get(at + 1..).is_some_and(|t| t.chars().all(|c| c.is_ascii_digit() || c == ':'));
        let minutes = match digits.len() {
            1 | 2 => digits.parse::<i32>().ok().map(|h| h * 60),
            4 => digits.parse::<i32>().ok().map(|n| n / 100 * 60 + n % 100),
            _ => None,
        };
        if let Some(minutes) = minutes.filter(|m| tail_clean && *m <= 14 * 60) {
            let rest = body.get(..at).unwrap_or_default().trim();
            let rest = ["GMT", "UTC", "gmt", "utc"]
                .iter()
                .find_map(|z| rest.strip_suffix(z))
                .unwrap_or(rest);
            return (rest.trim().to_owned(), Some(sign * minutes));
        }
    }
    (body.to_owned(), None)
}

/// Splits the time off the day.
fn split_time(body: &str) -> (String, Option<String>) {
    // 2024年6月18日 21时05分 and 2024年6月18日21:05
    if let Some(at) = body.find('日') {
        let (date, rest) = body.split_at(at + '日'.len_utf8());
        let rest = rest.trim();
        return (date.to_owned(), (!rest.is_empty()).then(|| rest.to_owned()));
    }
    if let Some(at) =
        body.find('T').filter(|at| body.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit))
    {
        let (date, time) = body.split_at(at);
        return (date.to_owned(), Some(time.get(1..).unwrap_or_default().to_owned()));
    }
    if body.len() == 14 && body.bytes().all(|b| b.is_ascii_digit()) {
        let (date, time) = body.split_at(8);
        let (hour, rest) = time.split_at(2);
        let (minute, second) = rest.split_at(2);
        return (date.to_owned(), Some(format!("{hour}:{minute}:{second}")));
    }
    match body.find(':') {
        Some(colon) => {
            let before = body.get(..colon).unwrap_or_default();
            let start = before.rfind([' ', '-']).map_or(0, |i| i + 1);
            let (date, time) = body.split_at(start);
            (date.trim_end_matches(['-', ' ']).to_owned(), Some(time.to_owned()))
        }
        None => (body.to_owned(), None),
    }
}

fn clock(text: &str) -> Result<NaiveTime, String> {
    let lower = text.trim().to_ascii_lowercase().replace(['时', '分'], ":").replace('秒', "");
    let mut body = lower.trim_end_matches(':').trim();
    let mut shift = None;
    for (mark, afternoon) in [
        ("am", false),
        ("a.m.", false),
        ("上午", false),
        ("pm", true),
        ("p.m.", true),
        ("下午", true),
    ] {
        if let Some(rest) = body.strip_suffix(mark).or_else(|| body.strip_prefix(mark)) {
            body = rest.trim();
            shift = Some(afternoon);
            break;
        }
    }
    let wrong = || format!("时间「{}」不对", text.trim());
    let mut parts = body.split(':');
    let mut number = |limit: u32| -> Result<Option<u32>, String> {
        let Some(part) = parts.next() else { return Ok(None) };
        let part = part.split('.').next().unwrap_or_default().trim();
        if part.is_empty() || part.len() > 2 {
            return Err(wrong());
        }
        part.parse::<u32>().ok().filter(|n| *n < limit).map(Some).ok_or_else(wrong)
    };
    let hour = number(24)?.ok_or_else(wrong)?;
    let minute = number(60)?.unwrap_or(0);
    let second = number(60)?.unwrap_or(0);
    if parts.next().is_some() {
        return Err(wrong());
    }
    let hour = match shift {
        Some(_) if hour == 0 || hour > 12 => return Err(wrong()),
        Some(false) => hour % 12,
        Some(true) => hour % 12 + 12,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, second).ok_or_else(wrong)
}

fn day(text: &str, order: DayOrder) -> Result<NaiveDate, String> {
    let not_a_day = || "看不出年月日".to_owned();
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        let part = |range: std::ops::Range<usize>| {
            text.get(range).and_then(|s| s.parse::<u32>().ok()).unwrap_or(0)
        };
        return build(part(0..4), part(4..6), part(6..8));
    }
    let chinese = text.replace(['年', '月'], "-").replace('日', "");
    let parts: Vec<&str> = chinese
        .split(['-', '/', '.', ' ', ','])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts.as_slice() else { return Err(not_a_day()) };
    let digits = |s: &str| {
        s.parse::<u32>().ok().filter(|_| s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit()))
    };
    let month_name = |s: &str| {
        let lower = s.to_ascii_lowercase();
        let start = lower.get(..3)?;
        lower.bytes().all(|b| b.is_ascii_alphabetic()).then_some(())?;
        MONTHS.iter().position(|m| *m == start).and_then(|i| u32::try_from(i + 1).ok())
    };
    if let (Some(month), Some(date), Some(year)) =
        (month_name(first), digits(second), digits(third))
    {
        return build(full_year(year, third)?, month, date);
    }
    if let (Some(date), Some(month), Some(year)) =
        (digits(first), month_name(second), digits(third))
    {
        return build(full_year(year, third)?, month, date);
    }
    let (Some(x), Some(y), Some(z)) = (digits(first), digits(second), digits(third)) else {
        return Err(not_a_day());
    };
    if first.len() == 4 {
        return build(x, y, z);
    }
    if third.len() != 4 {
        return Err("年份要写四位".to_owned());
    }
    match order {
        DayOrder::DayFirst => build(z, y, x),
        DayOrder::MonthFirst => build(z, x, y),
        DayOrder::Ask if x > 12 => build(z, y, x),
        DayOrder::Ask if y > 12 || x == y => build(z, x, y),
        DayOrder::Ask => {
            Err("看不出哪个是月、哪个是日，请在导入时选「日在前」或「月在前」".to_owned())
        }
    }
}

fn full_year(year: u32, text: &str) -> Result<u32, String> {
    match text.len() {
        4 => Ok(year),
        2 => Ok(2000 + year),
        _ => Err("年份要写四位".to_owned()),
    }
}

fn build(year: u32, month: u32, date: u32) -> Result<NaiveDate, String> {
    if !(1990..=2100).contains(&year) {
        return Err(format!("年份 {year} 不合理"));
    }
    if !(1..=12).contains(&month) {
        return Err(format!("没有 {month} 月"));
    }
    let year_number = i32::try_from(year).unwrap_or(0);
    NaiveDate::from_ymd_opt(year_number, month, date)
        .ok_or_else(|| format!("{year} 年 {month} 月没有 {date} 日"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(text: &str, order: DayOrder) -> Result<String, String> {
        let today = NaiveDate::from_ymd_opt(2024, 6, 18);
        parse_when(text, order, today).map(|w| {
            let time = w.time.map(|t| format!(" {t}")).unwrap_or_default();
            let zone = w.offset_min.map(|o| format!(" {o:+}")).unwrap_or_default();
            format!("{}{time}{zone}", w.day)
        })
    }

    #[test]
    fn dates_as_exports_write_them_are_understood() {
        for (text, want) in [
            ("2016/5/23 22:02", "2016-05-23 22:02:00"),
            ("2016-05-23 22:02:11", "2016-05-23 22:02:11"),
            ("2014.05.06 08:15", "2014-05-06 08:15:00"),
            ("20240618", "2024-06-18"),
            ("20240618210500", "2024-06-18 21:05:00"),
            ("2024年6月18日", "2024-06-18"),
            ("2024年6月18日 21时05分", "2024-06-18 21:05:00"),
            ("2017-06-17T08:04:21+00:00", "2017-06-17 08:04:21 +0"),
            ("2017-06-17T08:04:21Z", "2017-06-17 08:04:21 +0"),
            ("2013-01-07 07:35:42 PST", "2013-01-07 07:35:42 -480"),
            ("Sep-07-26", "2026-09-07"),
            ("26-May-26", "2026-05-26"),
            ("Dec 1, 2017 12:38:23 AM PST", "2017-12-01 00:38:23 -480"),
            ("46349", "2026-11-23"),
            ("46349.5", "2026-11-23 12:00:00"),
            ("昨天", "2024-06-17"),
            ("18/06/2024", "2024-06-18"),
            ("２０２４－０６－１８", "2024-06-18"),
        ] {
            assert_eq!(say(text, DayOrder::Ask), Ok(want.to_owned()), "{text}");
        }
        assert_eq!(say("03/04/2024", DayOrder::DayFirst), Ok("2024-04-03".into()));
        assert_eq!(say("03/04/2024", DayOrder::MonthFirst), Ok("2024-03-04".into()));
    }

    #[test]
    fn impossible_and_ambiguous_dates_are_refused_with_the_reason() {
        for (text, why) in [
            ("2024-02-30", "没有 30 日"),
            ("2026/13/1", "没有 13 月"),
            ("03/04/2024", "哪个是月"),
            ("下周", "看不出年月日"),
            ("2024-06-18 25:00", "时间"),
            ("6/18", "看不出年月日"),
        ] {
            let said = say(text, DayOrder::Ask).expect_err(text);
            assert!(said.contains(why) && said.contains("2024-06-18"), "{text}: {said}");
        }
    }

    #[test]
    fn an_instant_is_counted_from_its_own_zone_else_from_the_shops() {
        let shop = 480;
        let at = |text: &str| parse_when(text, DayOrder::Ask, None).map(|w| w.utc_ms(shop));
        assert_eq!(at("1995-01-01 08:00"), at("1995-01-01T00:00:00Z"));
    }
}
