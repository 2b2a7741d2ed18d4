//! What must hold of the work tree itself, whoever adds to it.

#![allow(missing_docs, clippy::expect_used)]

mod english;
mod house;
mod licences;
mod sources;

use std::path::{Path, PathBuf};
use std::process::Command;

/// The top of the work tree.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ has a parent").to_path_buf()
}

/// Every file that is in the project or about to be, by its path from the top, with its text.
/// Binary files are left out.
fn texts() -> Vec<(String, String)> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the files");
    assert!(listed.status.success(), "git ls-files failed: {listed:?}");
    String::from_utf8(listed.stdout)
        .expect("paths are UTF-8")
        .split('\0')
        .filter(|path| !path.is_empty())
        .filter_map(|path| {
            Some((path.to_owned(), std::fs::read_to_string(root().join(path)).ok()?))
        })
        .collect()
}

/// Files whose name ends in one of `ends`, below `folder`.
fn texts_in(folder: &str, ends: &[&str]) -> Vec<(String, String)> {
    let mut texts = texts();
    texts.retain(|(path, _)| {
        path.starts_with(folder) && ends.iter().any(|end| path.ends_with(&format!(".{end}")))
    });
    texts
}

/// Fails with every complaint at once, so that one run tells all.
fn none(rule: &str, complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{rule}\n  {}", complaints.join("\n  "));
}
