//! Every example runs, against the embedded server, and prints what it should.
#![allow(missing_docs, clippy::unwrap_used)]

use std::{
    path::PathBuf,
    process::{Command, Output},
};

/// What each example must print, among other things.
const PRINTS: [(&str, &[&str]); 6] = [
    ("blocking", &["listed greeting", "read \"hello\"", "greeting: 5 bytes", "nothing: s3 HeadObject: "]),
    ("list_buckets", &["buckets on the embedded server at http://127.0.0.1:", ": 1\n  holiday-photos"]),
    (
        "quickstart",
        &[
            "talking to the embedded server at http://127.0.0.1:",
            "received  \"hello from Rust\"",
            "received  \"hello by name\"",
            "bucket    s3.Bucket(Name=\"boto-quickstart-",
            "did you mean SendMessage or",
            "MessageBody",
            "no-such-queue",
            "All of that took",
        ],
    ),
    (
        "resources",
        &[
            "received \"first\"",
            "1 waits in the same queue",
            "s3.ObjectSummary(BucketName=\"boto-example-photos\", Key=\"lake.jpg\")",
            "deleted 2",
        ],
    ),
    ("send_message", &["sent ", "received \"hello\""]),
    ("untyped", &["2 items", "  Linz: 214 thousand people", "sqs has 23 operations"]),
];

/// Cargo builds examples along with tests, into a folder beside theirs.
fn example(name: &str) -> Command {
    let test: PathBuf = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(|deps| deps.parent()).unwrap();
    let program = folder.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{} is not built: run `cargo test` without choosing targets", program.display());
    let mut command = Command::new(program);
    for (variable, _) in std::env::vars() {
        if variable.starts_with("AWS_") || variable.starts_with("BOTO_") {
            command.env_remove(variable);
        }
    }
    command
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn each_prints_what_it_should() {
    for (name, lines) in PRINTS {
        let output = example(name).output().unwrap();
        let text = text(&output);
        assert!(output.status.success(), "{name}: {text}");
        for line in lines {
            assert!(text.contains(line), "{name} does not print {line:?}:\n{text}");
        }
    }
}

#[test]
fn none_is_forgotten() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok()?.strip_suffix(".rs").map(str::to_owned))
        .collect();
    names.sort();
    assert_eq!(names, PRINTS.map(|(name, _)| name));
}

#[test]
fn arguments_that_make_no_sense_get_the_usage() {
    let output = example("send_message").arg("--nonsense").output().unwrap();
    assert!(!output.status.success());
    assert!(text(&output).contains("usage:"), "{}", text(&output));
}
