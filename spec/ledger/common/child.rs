//! Other processes: this program again, with a job instead of tests.

use std::process::{Child, Command, Output, Stdio};

const JOB: &str = "INVITES_SPEC_JOB";
const MARK: &str = "> ";

/// The command for a job. Its words may contain anything but line breaks.
pub(crate) fn job(words: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "jobs::job", "--nocapture", "--test-threads=1"]).env(JOB, words.join("\n")).env("RUST_BACKTRACE", "0");
    command
}

/// The job of this process, if it has one.
pub(crate) fn own_job() -> Option<Vec<String>> {
    let words = std::env::var(JOB).ok()?;
    Some(words.lines().map(str::to_owned).collect())
}

/// In a job: says a line to the parent process.
pub(crate) fn say(line: &str) {
    println!("\n{MARK}{line}");
}

/// The lines that a job said.
pub(crate) fn said(output: &Output) -> Vec<String> {
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().filter_map(word).map(str::to_owned).collect()
}

/// The text that a job said in a line of output, if any.
pub(crate) fn word(line: &str) -> Option<&str> {
    line.strip_prefix(MARK)
}

/// Starts a job, and keeps what it says.
pub(crate) fn start(words: &[&str]) -> Child {
    job(words).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// Does a job, and returns what it said.
#[track_caller]
pub(crate) fn done(command: &mut Command) -> Vec<String> {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    said(&output)
}
