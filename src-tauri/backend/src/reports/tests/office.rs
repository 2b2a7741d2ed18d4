//! `LibreOffice` opens the workbooks, calculates them anew, and finds every cell as it was written.

use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};

use super::kit::{Shelf, Studio, path, report};

/// `LibreOffice`'s own word for “always calculate when a file is opened”, in a profile of its own.
const CALCULATES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

#[test]
fn libreoffice_calculates_the_same_totals_from_the_same_cells() {
    let (studio, shelf) = (Studio::new(), Shelf::new());
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs) = (folder.path().join("ours"), folder.path().join("theirs"));
    let profile = folder.path().join("profile");
    std::fs::create_dir_all(&ours).unwrap();
    std::fs::create_dir_all(profile.join("user")).unwrap();
    std::fs::write(profile.join("user/registrymodifications.xcu"), CALCULATES).unwrap();
    let made = report(&studio.shop, &studio.boss, "R16");
    std::fs::copy(path(&studio.shop, &made), ours.join("R16.xlsx")).unwrap();
    let made = report(&shelf.shop, &shelf.boss, "R19");
    std::fs::copy(path(&shelf.shop, &made), ours.join("R19.xlsx")).unwrap();
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&theirs)
        .args([ours.join("R16.xlsx"), ours.join("R19.xlsx")])
        .output()
        .expect("LibreOffice is installed by cargo xtask setup");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let totals: usize = ["R16.xlsx", "R19.xlsx"]
        .iter()
        .map(|name| compare(&ours.join(name), &theirs.join(name)))
        .sum();
    assert!(totals >= 20, "only {totals} totals were looked at");
}

/// Compares cell by cell; answers how many totals were right.
fn compare(ours: &Path, theirs: &Path) -> usize {
    let mut a: Xlsx<_> = open_workbook(ours).unwrap();
    let mut b: Xlsx<_> = open_workbook(theirs).unwrap();
    assert_eq!(a.sheet_names(), b.sheet_names());
    let mut totals = 0;
    for sheet in a.sheet_names().clone() {
        let (left, right) =
            (a.worksheet_range(&sheet).unwrap(), b.worksheet_range(&sheet).unwrap());
        let formulas = a.worksheet_formula(&sheet).unwrap();
        for (row, cells) in left.rows().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let at = (
                    left.start().unwrap().0 + u32::try_from(row).unwrap(),
                    left.start().unwrap().1 + u32::try_from(column).unwrap(),
                );
                let found = right.get_value(at).unwrap_or(&Data::Empty);
                assert!(same(cell, found), "{sheet} {at:?}: {cell:?} became {found:?}");
                let formula = formulas.get_value(at).map_or("", String::as_str);
                if formula.starts_with("SUBTOTAL(109") {
                    let sum: f64 =
                        (1..at.0).filter_map(|r| number(right.get_value((r, at.1))?)).sum();
                    let total = number(found).unwrap();
                    assert!((sum - total).abs() < 1e-6, "{sheet} {at:?}: {sum} ≠ {total}");
                    totals += 1;
                }
            }
        }
    }
    totals
}

fn number(cell: &Data) -> Option<f64> {
    match cell {
        Data::Float(n) => Some(*n),
        Data::Int(n) => Some(*n as f64),
        Data::DateTime(at) => Some(at.as_f64()),
        _ => None,
    }
}

fn same(a: &Data, b: &Data) -> bool {
    match (number(a), number(b)) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-6,
        (None, None) => match (a, b) {
            (Data::Empty, Data::String(text)) | (Data::String(text), Data::Empty) => {
                text.is_empty()
            }
            _ => a == b,
        },
        _ => false,
    }
}
