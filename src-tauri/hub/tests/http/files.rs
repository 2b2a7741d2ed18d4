//! Files in, out, as thumbnails; and an upload whose line breaks.

use std::io::Write;
use std::path::Path;

use crate::support::{Hub, PNG};

pub fn stored(data: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![data.join("files")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found
}

#[test]
fn a_file_comes_in_is_shown_and_comes_out_unchanged() {
    let hub = Hub::start();
    let designer = hub.sign_in("mei");
    let name = "%E4%B8%BB%E5%9B%BE%201.png";
    let up = hub.send("POST", &format!("/api/files?name={name}"), &[("cookie", &designer)], PNG);
    assert_eq!(up.status, 200, "{}", up.text());
    let facts = up.json();
    assert_eq!((&facts["name"], &facts["mime"]), (&"主图 1.png".into(), &"image/png".into()));
    let hash = facts["hash"].as_str().unwrap();

    let out = hub.get(&format!("/files/{hash}"), &designer);
    assert_eq!((out.status, out.body.as_slice()), (200, PNG));
    assert_eq!(out.header("content-type"), Some("image/png"));
    assert_eq!(
        out.header("content-disposition"),
        Some("inline; filename*=UTF-8''%E4%B8%BB%E5%9B%BE%201.png")
    );
    assert!(out.header("cache-control").unwrap().contains("immutable"));
    assert_eq!(out.header("content-length"), Some(PNG.len().to_string().as_str()));

    let thumb = hub.get(&format!("/thumbs/{hash}/320"), &designer);
    assert_eq!(thumb.status, 200, "{}", thumb.text());
    assert!(thumb.header("content-type").unwrap().starts_with("image/"));
    assert_eq!(hub.get(&format!("/thumbs/{hash}/321"), &designer).status, 404);
    assert_eq!(hub.get(&format!("/files/{}", "0".repeat(64)), &designer).status, 404);
    assert_eq!(hub.get("/files/..%2f..%2fshop.db", &designer).status, 404);
    assert_eq!(hub.get(&format!("/files/{hash}"), "").status, 401);
}

#[test]
fn what_is_no_picture_is_saved_and_never_run() {
    let hub = Hub::start();
    let designer = hub.sign_in("mei");
    let page = b"<html><script>alert(1)</script></html>";
    for name in ["a.html", "a.txt", "a.svg"] {
        let up =
            hub.send("POST", &format!("/api/files?name={name}"), &[("cookie", &designer)], page);
        if up.status == 200 {
            let json = up.json();
            let out = hub.get(&format!("/files/{}", json["hash"].as_str().unwrap()), &designer);
            assert_eq!(out.header("content-type"), Some("application/octet-stream"), "{name}");
            assert!(out.header("content-disposition").unwrap().starts_with("attachment"), "{name}");
        } else {
            assert!(!up.refusal().1.is_empty());
        }
    }
}

#[test]
fn who_may_bring_in_no_files_leaves_none() {
    let hub = Hub::start();
    let nameless = hub.send("POST", "/api/files", &[("cookie", &hub.sign_in("mei"))], PNG);
    assert_eq!(nameless.refusal().0, 422);
    assert!(stored(&hub.data).is_empty());
}

#[test]
fn an_upload_whose_line_breaks_keeps_nothing() {
    let hub = Hub::start();
    let designer = hub.sign_in("mei");
    let head = hub.head("POST", "/api/files?name=x.png", &[("cookie", &designer)], 1_000_000);
    let mut stream = hub.connect();
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(&[PNG, &vec![0; 50_000]].concat()).unwrap();
    stream.shutdown(std::net::Shutdown::Both).unwrap();
    drop(stream);
    // The next one goes through behind it, and is then the only one.
    let up = hub.send("POST", "/api/files?name=y.png", &[("cookie", &designer)], PNG);
    let hash = up.json()["hash"].as_str().unwrap().to_owned();
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while stored(&hub.data) != [hash.clone()] {
        assert!(std::time::Instant::now() < deadline, "{:?}", stored(&hub.data));
        std::thread::yield_now();
    }
}
