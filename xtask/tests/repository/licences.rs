//! What is shipped may be shipped: no licence that would bind the shop's own program.

use std::process::Command;

use serde_json::Value;

use crate::{none, root, texts_in};

/// Licences under which others' code may be part of what is shipped.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "IJG",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "NCSA",
    "OFL-1.1",
    "Python-2.0",
    "Unicode-3.0",
    "Unlicense",
    "WTFPL",
    "Zlib",
];

fn is_allowed(licence: &str) -> bool {
    let Ok(expression) = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX) else {
        return false;
    };
    expression
        .evaluate(|asked| asked.license.id().is_some_and(|licence| ALLOWED.contains(&licence.name)))
}

#[test]
fn every_crate_may_be_shipped() {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .current_dir(root())
        .output()
        .expect("cargo tells its metadata");
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
    let metadata: Value = serde_json::from_slice(&metadata.stdout).expect("metadata is JSON");
    let packages = metadata["packages"].as_array().expect("metadata lists packages");
    let wrong = packages
        .iter()
        .filter(|package| !is_allowed(package["license"].as_str().unwrap_or_default()))
        .map(|package| {
            format!("{} {}: {}", package["name"], package["version"], package["license"])
        })
        .collect();
    none("these crates have a licence that is not on the list:", wrong);
}

#[test]
fn every_npm_package_of_the_pages_may_be_shipped() {
    let mut wrong = Vec::new();
    for (file, text) in texts_in("", &["json"]) {
        if !file.ends_with("package-lock.json") {
            continue;
        }
        let lock: Value = serde_json::from_str(&text).expect("the lock is JSON");
        let packages = lock["packages"].as_object().expect("the lock lists packages");
        for (path, package) in packages {
            let shipped = !path.is_empty() && package["dev"] != Value::Bool(true);
            if shipped && !is_allowed(package["license"].as_str().unwrap_or_default()) {
                wrong.push(format!("{file}: {path}: {}", package["license"]));
            }
        }
    }
    none("these npm packages have a licence that is not on the list:", wrong);
}

#[test]
fn a_choice_of_licences_is_judged_as_a_choice() {
    assert!(is_allowed("MIT OR GPL-3.0-only"));
    assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(!is_allowed("MIT AND GPL-3.0-only"));
    assert!(!is_allowed("AGPL-3.0-or-later"));
    assert!(!is_allowed(""));
}
