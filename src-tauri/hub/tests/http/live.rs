//! The live events: told as they come, and resumed after a number.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
#[cfg(unix)]
use std::time::Duration;

use serde_json::{Value as Json, json};

use crate::support::Hub;

/// An open line of events.
struct Line(BufReader<TcpStream>);

impl Line {
    fn open(hub: &Hub, cookie: &str, after: Option<i64>) -> Self {
        let path = after.map_or("/api/events".to_owned(), |n| format!("/api/events?after={n}"));
        let mut stream = hub.connect();
        stream.write_all(hub.head("GET", &path, &[("cookie", cookie)], 0).as_bytes()).unwrap();
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            assert!(reader.read_line(&mut line).unwrap() > 0, "the line closed");
            assert!(!line.starts_with("HTTP/1.1") || line.contains("200"), "{line}");
        }
        Self(reader)
    }

    #[cfg(unix)]
    fn is_closed(&mut self) -> bool {
        let mut line = String::new();
        while self.0.read_line(&mut line).unwrap() > 0 {}
        true
    }

    fn next(&mut self) -> Json {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the line closed");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data.trim()).unwrap();
            }
        }
    }
}

fn rename(hub: &Hub, cookie: &str, keep: u32) {
    let plan = json!({ "automatic": true, "keep_daily": keep, "keep_weekly": 4 }).to_string();
    assert_eq!(hub.post("/api/system.backup_plan", cookie, &plan).status, 200);
}

#[test]
fn a_change_is_told_and_a_line_resumes_where_it_broke() {
    let hub = Hub::start();
    let admin = hub.sign_in("fang");
    let mut line = Line::open(&hub, &admin, None);
    rename(&hub, &admin, 8);
    let first = line.next();
    assert!(first["tags"].as_array().unwrap().contains(&"backup".into()), "{first}");
    let seen = first["seq"].as_i64().unwrap();
    drop(line);
    rename(&hub, &admin, 9);
    rename(&hub, &admin, 10);
    let mut line = Line::open(&hub, &admin, Some(seen));
    assert_eq!(line.next()["seq"], seen + 1);
    assert_eq!(line.next()["seq"], seen + 2);
}

#[test]
fn a_job_s_progress_and_its_end_are_told() {
    let hub = Hub::start();
    let admin = hub.sign_in("fang");
    let mut line = Line::open(&hub, &admin, None);
    let started = hub.post("/api/system.backup_now", &admin, "{}").json();
    let tag = format!("job:{}", started["job"]);
    // Started, some progress, and the end, which is kept in the feed like any change.
    loop {
        let event = line.next();
        let tags = event["tags"].as_array().unwrap();
        if tags.contains(&tag.as_str().into()) && tags.contains(&"backup".into()) {
            let jobs = hub.post("/api/jobs.list", &admin, "{}").json();
            if jobs[0]["state"] == "done" {
                break;
            }
        }
    }
    let backups = hub.post("/api/system.backups", &admin, "{}").json();
    assert_eq!(backups["backups"].as_array().unwrap().len(), 1, "{backups}");
    assert_eq!(backups["age_days"], 0);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_the_hub_while_pages_are_open() {
    let mut hub = Hub::start();
    let boss = hub.sign_in("linwan");
    let mut lines = [Line::open(&hub, &boss, None), Line::open(&hub, &boss, Some(0))];
    hub.interrupt();
    // Well before the deadline for requests that hang: the lines themselves come to their end.
    assert_eq!(hub.ends_within(Duration::from_secs(4)), Some(true));
    assert!(lines.iter_mut().all(Line::is_closed));
}

#[cfg(unix)]
#[test]
fn ctrl_c_does_not_wait_for_ever_for_an_upload_that_hangs_and_keeps_nothing_of_it() {
    let mut hub = Hub::start();
    let head = hub.head("POST", "/api/files?name=x.txt", &[("cookie", &hub.sign_in("mei"))], 999);
    let mut stream = hub.connect();
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all("半个文件".as_bytes()).unwrap();
    // Another request goes through behind it: the hub has the upload in hand.
    hub.get("/", "");
    hub.interrupt();
    assert_eq!(hub.ends_within(Duration::from_secs(20)), Some(true));
    assert!(crate::files::stored(&hub.data).is_empty());
}
