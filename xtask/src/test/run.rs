//! Runs a command, shows what it prints, and counts the tests in it.

use std::{
    fmt,
    io::{BufRead, BufReader, Read, Write},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// A command that has run.
pub struct Step {
    title: String,
    /// Why it failed, if it did.
    failure: Option<String>,
    counts: Counts,
    took: Duration,
}

/// How many tests did what, if the command said.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
struct Counts {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Step {
    /// Whether it failed.
    pub fn failed(&self) -> bool {
        self.failure.is_some()
    }

    /// Makes it a failure if no test passed in it.
    pub fn with_tests(mut self) -> Step {
        if self.counts.passed == 0 {
            self.failure.get_or_insert_with(|| "no test ran".to_owned());
        }
        self
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ", if self.failed() { "FAILED" } else { "ok    " }, self.title)?;
        if self.counts != Counts::default() {
            let Counts { passed, failed, skipped } = self.counts;
            write!(f, "· {passed} passed, {failed} failed, {skipped} skipped ")?;
        }
        write!(f, "· {:.1} s", self.took.as_secs_f64())?;
        self.failure.iter().try_for_each(|why| write!(f, " · {why}"))
    }
}

/// Runs the command to its end; what it prints is passed on.
pub fn step(title: &str, command: &mut Command) -> Step {
    println!("\n— {title}");
    let start = Instant::now();
    let (counts, failure) = match run(command) {
        Ok((counts, true)) if counts.failed == 0 => (counts, None),
        Ok((counts, _)) => (counts, Some("see above".to_owned())),
        Err(error) => (Counts::default(), Some(error.to_string())),
    };
    Step { title: title.to_owned(), failure, counts, took: start.elapsed() }
}

fn run(command: &mut Command) -> std::io::Result<(Counts, bool)> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let out = child.stdout.take().map(|pipe| thread::spawn(move || pass_on(pipe, &mut std::io::stdout())));
    let err = child.stderr.take().map(|pipe| thread::spawn(move || pass_on(pipe, &mut std::io::stderr())));
    let status = child.wait()?;
    let mut total = Counts::default();
    for thread in [out, err].into_iter().flatten() {
        let counts = thread.join().unwrap_or_default();
        total.passed += counts.passed;
        total.failed += counts.failed;
        total.skipped += counts.skipped;
    }
    Ok((total, status.success()))
}

fn pass_on(pipe: impl Read, to: &mut dyn Write) -> Counts {
    let mut total = Counts::default();
    for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
        let _ = to.write_all(&line).and_then(|()| to.write_all(b"\n")).and_then(|()| to.flush());
        if let Some(counts) = counts(&String::from_utf8_lossy(&line)) {
            total.passed += counts.passed;
            total.failed += counts.failed;
            total.skipped += counts.skipped;
        }
    }
    total
}

/// The counts in a summary line of nextest (`Summary [ 0.1s] 3 tests run: 2 passed (1 slow), 1 failed, 0 skipped`) or
/// of the built-in harness (`test result: ok. 3 passed; 0 failed; 1 ignored; …`).
fn counts(line: &str) -> Option<Counts> {
    // Nextest shows the output of tests that failed, indented: their own summaries do not count.
    let nextest = line.trim_start().starts_with("Summary [") && line.contains("run:");
    if !nextest && !line.starts_with("test result:") {
        return None;
    }
    let words: Vec<&str> = line.split([' ', ',', ';', '(', ')', '.', ':']).filter(|w| !w.is_empty()).collect();
    let before = |word: &str| -> u64 {
        let numbers = words.windows(2).filter(|pair| pair[1] == word).filter_map(|pair| pair[0].parse::<u64>().ok());
        numbers.sum()
    };
    // Nextest counts tests that ran out of time apart from those that failed.
    let failed = before("failed") + before("timed") + before("exec");
    Some(Counts { passed: before("passed"), failed, skipped: before("skipped") + before("ignored") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_of_both_harnesses_are_counted() {
        let of = |line| counts(line).map(|c| (c.passed, c.failed, c.skipped));
        assert_eq!(of("     Summary [   0.153s] 5 tests run: 5 passed, 2 skipped"), Some((5, 0, 2)));
        let slow = "Summary [ 12.1s] 9 tests run: 6 passed (1 slow), 2 failed, 1 timed out, 0 skipped";
        assert_eq!(of(slow), Some((6, 3, 0)));
        let builtin =
            "test result: FAILED. 3 passed; 1 failed; 4 ignored; 0 measured; 0 filtered out; finished in 0.15s";
        assert_eq!(of(builtin), Some((3, 1, 4)));
        assert_eq!(of("test a ... ok"), None);
        assert_eq!(of(&format!("    {builtin}")), None);
    }

    #[test]
    fn failing_and_missing_commands_fail() {
        assert!(!step("true", &mut Command::new("true")).failed());
        assert!(step("true", &mut Command::new("true")).with_tests().failed());
        assert!(step("false", &mut Command::new("false")).failed());
        assert!(step("no such", &mut Command::new("no-such-command-anywhere")).failed());
    }
}
