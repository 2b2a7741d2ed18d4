//! Running other programs: where the project stands, and what a runner said last.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// The top of the work tree.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A program that this workspace builds, under its name on this system.
pub fn built(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A command that works at the top of the work tree.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(resolve(program));
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    command
}

/// npm and npx are scripts with a name of their own on Windows.
fn resolve(program: &str) -> String {
    match program {
        "npm" | "npx" if cfg!(windows) => format!("{program}.cmd"),
        other => other.to_owned(),
    }
}

/// Whether a program is there and answers `--version`.
pub fn is_there(program: &str, arguments: &[&str]) -> bool {
    command(program, arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Says the command, runs it with its output shown, and fails when it fails.
pub fn run(mut command: Command) -> Result<()> {
    let line = line_of(&command);
    println!("$ {line}");
    let status = command.status().with_context(|| format!("`{line}` could not start"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// What a command prints on standard output; fails when it fails.
pub fn output(mut command: Command) -> Result<String> {
    let line = line_of(&command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("`{line}` could not start"))?;
    if !output.status.success() {
        bail!("`{line}` failed ({})", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{line}` did not print UTF-8"))
}

fn line_of(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// How one step of `test` ended.
pub struct Outcome {
    name: String,
    passed: bool,
    seconds: u64,
    closing: Vec<String>,
}

/// The steps of `test`: all run, whatever fails, and all are told of at the end.
#[derive(Default)]
pub struct Steps {
    outcomes: Vec<Outcome>,
}

impl Steps {
    /// Runs one program and keeps the lines of its output that `closing` picks.
    pub fn run(&mut self, name: &str, mut command: Command, closing: fn(&str) -> bool) -> bool {
        println!("\n=== {name}: {}", line_of(&command));
        let started = Instant::now();
        let lines = Arc::new(Mutex::new(Vec::new()));
        let passed = match command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn() {
            Err(error) => {
                println!("could not start: {error}");
                false
            }
            Ok(mut child) => {
                let readers: Vec<_> = [
                    child.stdout.take().map(|pipe| show(pipe, Arc::clone(&lines), closing)),
                    child.stderr.take().map(|pipe| show(pipe, Arc::clone(&lines), closing)),
                ]
                .into_iter()
                .flatten()
                .collect();
                let status = child.wait();
                for reader in readers {
                    let _ = reader.join();
                }
                status.is_ok_and(|status| status.success())
            }
        };
        let closing = lines.lock().map(|lines| lines.clone()).unwrap_or_default();
        self.note(name, passed, started, closing)
    }

    /// Does something of our own as a step.
    pub fn perform(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        println!("\n=== {name}");
        let started = Instant::now();
        let passed = match work() {
            Ok(()) => true,
            Err(error) => {
                println!("{error:#}");
                false
            }
        };
        self.note(name, passed, started, Vec::new())
    }

    fn note(&mut self, name: &str, passed: bool, started: Instant, closing: Vec<String>) -> bool {
        let seconds = started.elapsed().as_secs();
        self.outcomes.push(Outcome { name: name.to_owned(), passed, seconds, closing });
        passed
    }

    /// Prints what every step came to; fails when one of them failed.
    pub fn close(self) -> Result<()> {
        println!("\n=== what every step came to");
        for outcome in &self.outcomes {
            let word = if outcome.passed { "ok    " } else { "FAILED" };
            println!("{word} {:>5} s  {}", outcome.seconds, outcome.name);
        }
        for outcome in self.outcomes.iter().filter(|outcome| !outcome.closing.is_empty()) {
            println!("\n--- {}", outcome.name);
            for line in &outcome.closing {
                println!("{line}");
            }
        }
        let failed: Vec<_> = self
            .outcomes
            .iter()
            .filter(|outcome| !outcome.passed)
            .map(|outcome| outcome.name.as_str())
            .collect();
        if !failed.is_empty() {
            bail!("failed: {}", failed.join(", "));
        }
        println!("\nall {} steps passed", self.outcomes.len());
        Ok(())
    }
}

/// Shows a pipe's lines as they come and keeps those that `closing` picks.
fn show(
    pipe: impl Read + Send + 'static,
    kept: Arc<Mutex<Vec<String>>>,
    closing: fn(&str) -> bool,
) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            let line = line.trim_end_matches('\r');
            let _ = writeln!(std::io::stdout().lock(), "{line}");
            if closing(line)
                && let Ok(mut kept) = kept.lock()
            {
                kept.push(line.to_owned());
            }
        }
    })
}
