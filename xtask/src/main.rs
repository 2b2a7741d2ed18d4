//! The project's own commands: `cargo xtask VERB`.
//!
//! Every verb first sees to it that what it needs is installed (`setup`), so that a fresh clone
//! on a fresh machine needs nothing but Rust, Node.js and the two commands of the README.

mod bench;
mod generate;
mod package;
mod run;
mod setup;
mod shots;
mod steps;
mod test;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask VERB

  run             build everything, make a demo shop once, open the window
                  (without a display: serve it to a browser on this machine)
  test            every check: formatting, lints, types, unit, browser and window tests
  generate        make the UI's types from the shop's operations
                  (--check: only say whether they are up to date)
  bench           the speed table of the README, measured here, in release
                  (bench WORD: only the rows whose name holds the word, without writing)
  shots DIR       pictures of every page, for every post, light and dark, two sizes
  package         the release build of the window and of the program `shopdesk`
  deny            licences, sources and duplicates of all crates (installs cargo-deny)
  setup           only install what the other verbs need
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let verb = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    match perform(&verb, &rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {verb}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(verb: &str, rest: &[String]) -> Result<()> {
    match (verb, rest) {
        ("run", []) => run::run(),
        ("test", []) => test::test(),
        ("generate", []) => generate::write(),
        ("generate", [flag]) if flag == "--check" => generate::check(),
        ("bench", []) => bench::bench(),
        ("bench", [only]) => bench::some(only),
        ("shots", [folder]) => shots::shots(folder),
        ("package", []) => package::package(),
        ("deny", []) => test::deny(),
        ("setup", []) => setup::everything(),
        ("" | "help" | "--help" | "-h", _) => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("no such command here.\n\n{HELP}"),
    }
}
