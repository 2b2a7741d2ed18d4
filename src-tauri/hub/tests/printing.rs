//! The program in a pipe whose reader leaves early, as `shopdesk call … | head` does.

#![allow(clippy::unwrap_used, reason = "a test: what fails here is what it tells")]

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use shopdesk::Shop;

/// Runs the program, reads so many lines of it and leaves; how it ended, and its complaints.
fn read_some(args: &[&str], lines: usize) -> (Option<i32>, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_shopdesk"))
        .args(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..lines {
        assert!(reader.read_line(&mut String::new()).unwrap() > 0);
    }
    drop(reader);
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    (child.wait().unwrap().code(), said)
}

#[test]
fn a_reader_who_has_seen_enough_ends_the_program_without_a_word() {
    // Far more than a pipe holds: the program is still writing when the reader leaves.
    assert_eq!(read_some(&["api"], 1), (Some(0), String::new()));
}

#[test]
fn an_answer_that_nobody_reads_is_no_fault_of_the_operation() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("shop");
    let shop = Shop::open(&data).unwrap();
    shop.core()
        .write_unasked("test", |tx| {
            shopdesk::staff::ops::add_person(tx, "linwan", "林晚", &["ops_supervisor"])
        })
        .unwrap();
    drop(shop);
    let data = data.to_str().unwrap();
    let call = ["call", "products.list", "{}", "--as", "linwan", "--data", data];
    assert_eq!(read_some(&call, 0), (Some(0), String::new()));
    let refused = ["call", "products.explode", "{}", "--as", "linwan", "--data", data];
    assert_eq!(read_some(&refused, 0).0, Some(1));
}
