//! `cargo xtask test [-p PACKAGE] [FILTER …]`: every test there is, with the servers that they need.
//!
//! Makes virtual environments below `target/`, installs the pinned servers into them, starts them on free loopback
//! ports, runs unit, integration, compile-fail and doc tests and the README's commands, stops the servers whatever
//! happened, and prints one summary. With a package or a filter only the tests that they name run.

mod ministack;
mod readme;
mod run;
mod servers;
pub mod venv;

use run::Step;
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Tests that need a server are `#[ignore]`d, so that `cargo test` alone reports them as skipped; here they run.
const NEXTEST: [&str; 5] = ["nextest", "run", "--run-ignored", "all", "--no-fail-fast"];
const CARGO_TEST: [&str; 3] = ["test", "--all-targets", "--no-fail-fast"];
const DOC_TESTS: [&str; 4] = ["test", "--workspace", "--doc", "--no-fail-fast"];

/// One operation in so many is held against botocore here; `cargo xtask differential` takes them all.
const DIFFERENTIAL: &str = "40";

/// Runs everything.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent directory")?;
    let work = target_dir(root).join("xtask-test");
    std::fs::create_dir_all(&work).map_err(|e| format!("{}: {e}", work.display()))?;

    let (packages, filters) = match arguments {
        [flag, package, filters @ ..] if flag == "-p" => (vec!["-p", package.as_str()], filters),
        filters => (vec!["--workspace"], filters),
    };
    // Before the servers start, because building takes minutes and a broken build needs none.
    let mut steps = vec![run::step("build", cargo(root).args(["test", "--no-run"]).args(&packages))];
    if steps[0].failed() {
        return finish(&steps);
    }
    let ministack = ministack::start(root, &work)?;
    let moto = servers::start_moto(root, &work)?;
    let with_servers = |command: &mut Command| {
        command
            .env("BOTO_TEST_MINISTACK_URL", ministack.server.url())
            .env("BOTO_TEST_MINISTACK_ACCESS_KEY", &ministack.access_key)
            .env("BOTO_TEST_MINISTACK_SECRET_KEY", &ministack.secret_key)
            .env("BOTO_TEST_MOTO_URL", moto.url());
    };

    let mut tests = cargo(root);
    if has_nextest() {
        tests.args(NEXTEST).args(&packages).args(filters);
    } else {
        tests.args(CARGO_TEST).args(&packages).args(["--", "--include-ignored"]).args(filters);
    }
    with_servers(&mut tests);
    steps.push(run::step("tests", &mut tests).with_tests());
    if arguments.is_empty() {
        let this = std::env::current_exe().map_err(|e| format!("this program: {e}"))?;
        steps.push(run::step("protocol suites", of_ours(&this, root).arg("suites")));
        steps.push(run::step("differential", of_ours(&this, root).args(["differential", "--sample", DIFFERENTIAL])));
        steps.push(run::step("doc tests", cargo(root).args(DOC_TESTS)));
        for command in readme::commands(root)? {
            steps.push(run::step(&format!("README: {command}"), readme::process(root, &command).env_clear_aws()));
        }
    }
    drop((ministack, moto));
    finish(&steps)
}

/// Prints the summary; an error if any step failed.
fn finish(steps: &[Step]) -> Result<(), String> {
    println!("\nsummary");
    for step in steps {
        println!("  {step}");
    }
    match steps.iter().filter(|s| s.failed()).count() {
        0 => Ok(()),
        n => Err(format!("{n} of {} steps failed", steps.len())),
    }
}

fn of_ours(program: &Path, root: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root).env_clear_aws();
    command
}

fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root).env_clear_aws();
    command
}

/// Where cargo builds to.
fn target_dir(root: &Path) -> PathBuf {
    root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

fn has_nextest() -> bool {
    let version = Command::new("cargo").args(["nextest", "--version"]).output();
    version.is_ok_and(|output| output.status.success())
}

/// Keeps the settings of whoever runs the tests away from them.
trait EnvClearAws {
    fn env_clear_aws(&mut self) -> &mut Command;
}

impl EnvClearAws for Command {
    fn env_clear_aws(&mut self) -> &mut Command {
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            let boto = text.starts_with("BOTO_") && !text.starts_with("BOTO_TEST_");
            if boto || text.starts_with("AWS_") || text.to_lowercase().ends_with("_proxy") {
                self.env_remove(&name);
            }
        }
        // No test may find the machine's own role.
        self.env("AWS_EC2_METADATA_DISABLED", "true")
    }
}
