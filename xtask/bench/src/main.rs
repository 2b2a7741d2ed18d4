//! `cargo xtask bench`: the speed table, measured in one run, as ratios of the product to a bare loop
//! over the same work. Prints a Markdown table on standard output; what is being done on standard
//! error. `shopdesk-bench [WORD]` measures only the rows whose name holds the word.
//!
//! Each row is a file of its own with one function that answers a [`Row`] (or several); add a row by
//! adding a file and a line to [`ROWS`].

mod export;
mod first_page;
mod import;
mod pictures;
mod price;
mod search;
mod shop;
mod size;
mod timing;
mod window;

use std::process::ExitCode;

use anyhow::Result;

use shop::Large;

/// What was measured.
pub struct Row {
    /// What.
    pub what: String,
    /// Against what.
    pub against: String,
    /// How long the product took, as people read it.
    pub ours: String,
    /// How long the other took.
    pub theirs: String,
    /// The product's share of it.
    pub ratio: String,
    /// What is to be reached; `—` where nothing is.
    pub reach: &'static str,
    /// Whether it is.
    pub reached: bool,
}

type Measure = fn(&mut Large) -> Result<Vec<Row>>;

const ROWS: &[(&str, Measure)] = &[
    ("first_page", first_page::measure),
    ("search", search::measure),
    ("price", price::measure),
    ("export", export::measure),
    ("import", import::measure),
    ("pictures", pictures::measure),
    ("window", window::measure),
    ("size", size::measure),
];

fn main() -> ExitCode {
    let only = std::env::args().nth(1).unwrap_or_default();
    match run(&only) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(only: &str) -> Result<()> {
    let mut shop = Large::default();
    println!("| what | against | ours | theirs | ratio | reach | |");
    println!("|---|---|---|---|---|---|---|");
    for (name, measure) in ROWS.iter().filter(|(name, _)| name.contains(only)) {
        eprintln!("measuring {name} …");
        for row in measure(&mut shop)? {
            let line = format!(
                "| {} | {} | {} | {} | {} | {} | {} |",
                row.what,
                row.against,
                row.ours,
                row.theirs,
                row.ratio,
                row.reach,
                match (row.reach, row.reached) {
                    ("—", _) => "",
                    (_, true) => "✓",
                    (_, false) => "✗",
                }
            );
            // Also told as it comes: a later row that fails does not take it with it.
            eprintln!("{line}");
            println!("{line}");
        }
    }
    println!("\n{}", machine());
    Ok(())
}

/// What it was measured on.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(':'))
        .map_or("an unknown processor", |(_, name)| name.trim());
    format!("Measured on {cores} cores of {model}, {}; ✓ reached, ✗ missed.", std::env::consts::OS)
}
