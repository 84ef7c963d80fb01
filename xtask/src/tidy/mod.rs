//! `cargo xtask tidy`: the rules of ARCHITECTURE.md that a machine can check.

mod files;
mod layers;
mod names;
mod packages;

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// One source file of the repository.
pub struct Source {
    /// Relative to the root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Runs every check and reports all problems at once.
pub fn main() -> Result<(), String> {
    let root = root()?;
    let sources = sources(&root)?;
    let rust: Vec<&Source> = sources.iter().filter(|s| s.path.ends_with(".rs")).collect();
    let checks: [(&str, Vec<String>); 6] = [
        ("layers of boto-core", layers::check(&rust)),
        ("file lengths", files::lengths(&rust)),
        ("paths of a machine", files::machine_paths(&sources, &root)),
        ("names", names::check(&rust)),
        ("packages", packages::manifests(&sources)),
        ("dependencies", packages::dependencies(&root, &sources)?),
    ];
    let mut problems = 0;
    for (title, found) in &checks {
        println!("{title}: {}", if found.is_empty() { "fine" } else { "PROBLEMS" });
        for problem in found {
            println!("  {problem}");
        }
        problems += found.len();
    }
    println!("{}", files::summary(&rust));
    match problems {
        0 => Ok(()),
        1 => Err("tidy: 1 problem".to_owned()),
        n => Err(format!("tidy: {n} problems")),
    }
}

/// The root of the workspace.
fn root() -> Result<PathBuf, String> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().map(Path::to_owned).ok_or_else(|| "xtask has no parent directory".to_owned())
}

/// All text files that are tracked or about to be.
fn sources(root: &Path) -> Result<Vec<Source>, String> {
    let list = output(root, "git", &["ls-files", "--cached", "--others", "--exclude-standard", "-z"])?;
    let mut sources = Vec::new();
    for path in list.split('\0').filter(|p| !p.is_empty()) {
        // Files that are not text (the archive of tables) or that were just deleted have nothing to check.
        if let Ok(text) = std::fs::read_to_string(root.join(path)) {
            sources.push(Source { path: path.to_owned(), text });
        }
    }
    Ok(sources)
}

/// Standard output of a command that must succeed.
fn output(root: &Path, program: &str, arguments: &[&str]) -> Result<String, String> {
    let run = Command::new(program).args(arguments).current_dir(root).output();
    let run = run.map_err(|e| format!("cannot run {program}: {e}"))?;
    if !run.status.success() {
        return Err(format!("{program} {}: {}", arguments.join(" "), String::from_utf8_lossy(&run.stderr)));
    }
    String::from_utf8(run.stdout).map_err(|_| format!("{program}: its output is not text"))
}

/// The text before the unit tests at the bottom of a file, which may reach for anything.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod ").map_or(text, |at| &text[..at])
}
