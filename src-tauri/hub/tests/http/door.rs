//! Signing in and out, who is kept out, and what a refusal looks like.

use shopdesk::shop::{ROUTES, Route};
use std::process::Command;

use serde_json::json;

use crate::support::{Hub, PASSWORD};

fn refused(status: u16, code: &str, reason: &str) -> (u16, String, String) {
    (status, code.to_owned(), reason.to_owned())
}

#[test]
fn signing_in_sets_a_cookie_that_scripts_cannot_read_and_signing_out_ends_it() {
    let hub = Hub::start();
    let body = json!({ "login": "linwan", "password": PASSWORD }).to_string();
    let answer = hub.post("/api/session.login", "", &body);
    assert_eq!(answer.status, 200);
    let cookie = answer.header("set-cookie").unwrap().to_owned();
    for word in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(word), "{cookie}");
    }
    assert_eq!(answer.json()["staff"]["name"], "linwan");
    assert_eq!(answer.header("cache-control"), Some("no-store"));

    let cookie = cookie.split(';').next().unwrap();
    assert_eq!(hub.post("/api/session.me", cookie, "{}").json()["staff"]["name"], "linwan");
    let out = hub.post("/api/session.logout", cookie, "{}");
    assert!(out.header("set-cookie").unwrap().contains("Max-Age=0"));
    let late = hub.post("/api/session.me", cookie, "{}");
    assert_eq!(late.refusal(), refused(401, "unauthenticated", "no_session"));
    assert!(late.header("set-cookie").unwrap().contains("Max-Age=0"), "the dead cookie goes");
}

#[test]
fn a_wrong_password_and_an_unknown_login_get_the_same_answer() {
    let hub = Hub::start();
    let tries = [("linwan", "不是这个"), ("nobody", PASSWORD)].map(|(login, password)| {
        let body = json!({ "login": login, "password": password }).to_string();
        let answer = hub.post("/api/session.login", "", &body);
        assert!(answer.header("set-cookie").is_none());
        (answer.status, answer.text())
    });
    assert_eq!(tries[0], tries[1]);
    assert_eq!(tries[0].0, 401);
}

#[test]
fn without_signing_in_only_the_login_and_the_pages_are_open() {
    let hub = Hub::start();
    let document = hub.get("/api/openapi.json", &hub.sign_in("linwan")).json();
    let paths = document["paths"].as_object().unwrap();
    let operations = paths.iter().filter(|(_, item)| item["post"]["x-kind"].is_string());
    let names: Vec<String> = operations.map(|(path, _)| path.clone()).collect();
    assert!(names.len() > 100, "{names:?}");
    let open: Vec<&String> =
        names.iter().filter(|path| hub.post(path, "", "{}").status != 401).collect();
    // Signing in needs its words; signing out without a session is nothing.
    assert_eq!(open, ["/api/session.login", "/api/session.logout"]);
    assert_eq!(hub.post("/api/session.login", "", "{}").status, 422);
    for path in ["/api/openapi.json", "/api/events", "/files/00", "/thumbs/00/80"] {
        let answer = hub.get(path, "");
        assert_eq!(answer.refusal(), refused(401, "unauthenticated", "no_session"), "{path}");
    }
    let upload = hub.post("/api/files?name=x.png", "", "x");
    assert_eq!(upload.refusal(), refused(401, "unauthenticated", "no_session"));
    let page = hub.get("/", "");
    // A program built before the pages says so; with them it shows them to anybody.
    assert!(matches!(page.status, 200 | 503), "{}", page.status);
}

#[test]
fn each_code_of_a_refusal_has_its_status() {
    let hub = Hub::start();
    let (boss, designer) = (hub.sign_in("linwan"), hub.sign_in("mei"));
    let unknown = hub.post("/api/products.explode", &boss, "{}");
    assert_eq!(unknown.refusal(), refused(404, "not_found", "unknown_operation"));
    let nothing = hub.get("/api/no/such/path", &boss);
    assert_eq!(nothing.refusal(), refused(404, "not_found", "not_found"));
    let missing = hub.post("/api/products.get", &boss, r#"{"id": 999}"#);
    assert_eq!(missing.refusal(), refused(404, "not_found", "not_found"));
    let unreadable = hub.post("/api/products.get", &boss, r#"{"id": "#);
    assert_eq!(unreadable.refusal(), refused(422, "invalid", "invalid"));
    let lacking = hub.post("/api/products.get", &boss, "{}");
    assert_eq!(lacking.refusal(), refused(422, "invalid", "invalid"));
    assert!(lacking.json()["message"].as_str().unwrap().contains("id"));
    let forbidden = hub.post("/api/system.backups", &designer, "{}");
    assert_eq!(forbidden.refusal(), refused(403, "forbidden", "no_right"));
    let admin = hub.sign_in("fang");
    let staff = hub.post("/api/staff.list", &admin, "{}").json();
    assert!(staff["rows"].as_array().is_some_and(|rows| rows.len() == 3), "{staff}");
    for answer in [unknown, forbidden, lacking] {
        let text = answer.text();
        assert!(!text.contains("select ") && !text.contains(".rs:"), "{text}");
    }
}

#[test]
fn too_much_at_once_is_refused_with_a_sentence() {
    let hub = Hub::start();
    let boss = hub.sign_in("linwan");
    let huge = format!("{{\"q\": \"{}\"}}", "x".repeat(9 * 1024 * 1024));
    assert_eq!(hub.post("/api/products.list", &boss, &huge).refusal().0, 413);
}

#[test]
fn requests_from_another_site_are_refused() {
    let hub = Hub::start();
    let boss = hub.sign_in("linwan");
    let own = format!("http://{}", hub.address);
    let ask = |headers: &[(&str, &str)]| {
        let headers = [&[("cookie", boss.as_str())], headers].concat();
        hub.send("POST", "/api/session.me", &headers, b"{}")
    };
    assert_eq!(ask(&[("origin", &own)]).status, 200);
    for origin in ["https://evil.example", "null", "http://127.0.0.1:1", "file://"] {
        let refusal = ask(&[("origin", origin)]).refusal();
        assert_eq!(refusal, refused(403, "forbidden", "origin"), "{origin}");
    }
    // A name elsewhere that points to this machine.
    let rebound = [("host", "evil.example:80"), ("origin", "http://evil.example:80")];
    assert_eq!(ask(&rebound).refusal(), refused(403, "forbidden", "host"));
    assert_eq!(ask(&[("host", "localhost:7321")]).status, 200);
}

#[test]
fn every_answer_carries_the_headers_that_keep_a_page_safe() {
    let hub = Hub::start();
    for path in ["/", "/listings", "/api/events"] {
        let answer = hub.get(path, "");
        let policy = answer.header("content-security-policy").unwrap();
        assert!(
            policy.contains("default-src 'self'") && !policy.contains("unsafe-eval"),
            "{policy}"
        );
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("x-frame-options"), Some("DENY"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    }
}

#[test]
fn only_this_machine_is_served() {
    let home = tempfile::tempdir().unwrap();
    for listen in ["0.0.0.0:0", "192.0.2.1:7321", "[::]:0", "nonsense"] {
        let ended = Command::new(env!("CARGO_BIN_EXE_shopdesk"))
            .args(["serve", "--json", "--listen", listen, "--data"])
            .arg(home.path())
            .output()
            .unwrap();
        assert!(!ended.status.success(), "{listen}");
        let error: serde_json::Value = serde_json::from_slice(&ended.stderr).unwrap();
        assert!(matches!(error["reason"].as_str(), Some("not_loopback" | "invalid")), "{error}");
    }
}

#[test]
fn every_path_of_the_hub_stands_in_the_document_and_every_path_of_the_document_is_served() {
    let hub = Hub::start();
    let document = hub.get("/api/openapi.json", &hub.sign_in("mei")).json();
    let paths = document["paths"].as_object().unwrap();
    for route in ROUTES.into_iter().filter(|route| *route != Route::Operation) {
        let told = &paths[route.path()][if route.posts() { "post" } else { "get" }];
        assert!(!told["summary"].as_str().unwrap().is_ascii(), "{told}");
        let named = told["parameters"].as_array().unwrap().iter().filter(|p| p["in"] == "path");
        let named: Vec<String> =
            named.map(|p| format!("{{{}}}", p["name"].as_str().unwrap())).collect();
        assert_eq!(named.len(), route.path().matches('{').count(), "{told}");
        assert!(named.iter().all(|name| route.path().contains(name)), "{told}");
    }
    for (path, item) in paths {
        let at = path.replace("{hash}", &"0".repeat(64)).replace("{size}", "80");
        let read = item["get"].is_object();
        let answer = if read { hub.get(&at, "") } else { hub.post(&at, "", "{}") };
        // Served: nobody is signed in, or (signing in and out) there is something else to say.
        let refused = answer.status == 401 || path.starts_with("/api/session.");
        assert!(refused, "{path}: {}", answer.status);
    }
}

#[test]
fn the_document_says_of_every_operation_what_it_takes_and_gives() {
    let hub = Hub::start();
    let document = hub.get("/api/openapi.json", &hub.sign_in("mei")).json();
    assert_eq!(document["openapi"], "3.1.0");
    let text = document.to_string();
    for (path, item) in document["paths"].as_object().unwrap() {
        let post = &item["post"];
        if !post["x-kind"].is_string() {
            continue;
        }
        assert_eq!(Some(post["operationId"].as_str().unwrap()), path.strip_prefix("/api/"));
        assert!(post["requestBody"]["content"]["application/json"]["schema"].is_object(), "{path}");
        let answer = &post["responses"]["200"]["content"]["application/json"];
        assert!(answer["schema"].is_object() || answer["schema"].is_boolean(), "{path}");
        assert!(!post["summary"].as_str().unwrap().is_ascii(), "{path}");
    }
    // Everything that is pointed at is there.
    for part in text.split("\"$ref\":\"").skip(1) {
        let target = part.split('"').next().unwrap();
        let pointer = target.strip_prefix('#').unwrap_or_else(|| panic!("{target} leads outside"));
        assert!(document.pointer(pointer).is_some(), "{target} is not in the document");
    }
}
