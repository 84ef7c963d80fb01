//! What packages say about themselves, and what they depend on.

use super::{output, Source};
use serde_json::Value as Json;
use std::{collections::BTreeMap, path::Path};

/// Every member takes the workspace's lints, and xtask stays free of the embedded server (which would turn on features
/// of shared dependencies, such as the order of JSON objects, under everything that xtask writes).
pub fn manifests(sources: &[Source]) -> Vec<String> {
    let mut problems = Vec::new();
    // `fuzz` is a workspace of its own.
    let ours = |s: &&Source| s.text.contains("[package]") && !s.text.contains("\n[workspace]\n");
    for manifest in sources.iter().filter(|s| s.path.ends_with("Cargo.toml")).filter(ours) {
        let inherits =
            manifest.text.split("[lints]").nth(1).is_some_and(|t| t.trim_start().starts_with("workspace = true"));
        if !inherits {
            problems.push(format!("{}: lacks `[lints] workspace = true`", manifest.path));
        }
        if manifest.path == "xtask/Cargo.toml" && manifest.text.contains("boto-embedded") {
            problems.push("xtask/Cargo.toml: must not depend on boto-embedded".to_owned());
        }
    }
    problems
}

/// Licences of everything in the lock file, that of `fuzz` up to date, and no crate twice in what users build.
pub fn dependencies(root: &Path, sources: &[Source]) -> Result<Vec<String>, String> {
    let deny = sources.iter().find(|s| s.path == "deny.toml").ok_or("there is no deny.toml")?;
    let metadata = output(root, "cargo", &["metadata", "--format-version", "1", "--locked"])?;
    let metadata: Json = serde_json::from_str(&metadata).map_err(|e| format!("cargo metadata: {e}"))?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    let mut problems = licences(packages, &list(&deny.text, "allow"));
    // `fuzz` is a workspace of its own, whose lock file falls behind unless somebody looks.
    output(root, "cargo", &["metadata", "--format-version", "1", "--locked", "--manifest-path", "fuzz/Cargo.toml"])?;

    let tree = ["tree", "--locked", "-e", "normal,build", "--prefix", "none", "--format", "{p}", "--all-features"];
    let users = [&tree[..], &["-p", "boto-core", "-p", "boto-services"]].concat();
    let users = output(root, "cargo", &users)?;
    problems.extend(duplicates(&users, &list(&deny.text, "skip")));
    if users.lines().any(|line| line.starts_with("boto-embedded ")) {
        problems.push("boto-embedded: must stay out of what users build".to_owned());
    }
    Ok(problems)
}

fn licences(packages: &[Json], allowed: &[String]) -> Vec<String> {
    let mut problems = Vec::new();
    for package in packages {
        let name =
            format!("{} {}", package["name"].as_str().unwrap_or("?"), package["version"].as_str().unwrap_or("?"));
        match package["license"].as_str() {
            Some(expression) if permits(expression, allowed) => {}
            Some(expression) => problems.push(format!("{name}: licence {expression} is not in deny.toml")),
            None => problems.push(format!("{name}: states no licence")),
        }
    }
    problems
}

/// Whether a licence expression can be satisfied with allowed licences: one side of each `OR`, both of each `AND`.
/// The old form `MIT/Apache-2.0` means `OR`.
fn permits(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let (verdict, rest) = alternatives(&tokens, allowed);
    verdict && rest.is_empty()
}

fn alternatives<'t>(tokens: &'t [&'t str], allowed: &[String]) -> (bool, &'t [&'t str]) {
    let (mut verdict, mut rest) = conjunction(tokens, allowed);
    while let [or, tail @ ..] = rest {
        if *or != "OR" {
            break;
        }
        let (other, tail) = conjunction(tail, allowed);
        (verdict, rest) = (verdict || other, tail);
    }
    (verdict, rest)
}

fn conjunction<'t>(tokens: &'t [&'t str], allowed: &[String]) -> (bool, &'t [&'t str]) {
    let (mut verdict, mut rest) = single(tokens, allowed);
    while let [and, tail @ ..] = rest {
        if *and != "AND" {
            break;
        }
        let (other, tail) = single(tail, allowed);
        (verdict, rest) = (verdict && other, tail);
    }
    (verdict, rest)
}

fn single<'t>(tokens: &'t [&'t str], allowed: &[String]) -> (bool, &'t [&'t str]) {
    match tokens {
        ["(", tail @ ..] => match alternatives(tail, allowed) {
            (verdict, [")", rest @ ..]) => (verdict, rest),
            (_, rest) => (false, rest),
        },
        [licence, "WITH", exception, rest @ ..] => {
            (allowed.iter().any(|a| *a == format!("{licence} WITH {exception}") || a == licence), rest)
        }
        [licence, rest @ ..] => (allowed.iter().any(|a| a == licence), rest),
        [] => (false, tokens),
    }
}

/// Crates that stand in the tree in more than one version, except those that deny.toml skips.
fn duplicates(tree: &str, skipped: &[String]) -> Vec<String> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in tree.lines() {
        let mut words = line.split_whitespace();
        if let (Some(name), Some(version)) = (words.next(), words.next()) {
            let known = versions.entry(name).or_default();
            if !known.contains(&version) {
                known.push(version);
            }
        }
    }
    versions
        .into_iter()
        .filter(|(name, versions)| versions.len() > 1 && !skipped.iter().any(|s| s == name))
        .map(|(name, versions)| format!("{name}: in {} versions ({})", versions.len(), versions.join(", ")))
        .collect()
}

/// The strings of `key = [ … ]` in a TOML file: those of the first such list.
fn list(toml: &str, key: &str) -> Vec<String> {
    let code: String = toml.lines().map(|l| l.split('#').next().unwrap_or("")).flat_map(|l| [l, "\n"]).collect();
    let start = format!("\n{key} = [");
    let Some(at) = code.find(&start) else { return Vec::new() };
    let inside = code[at + start.len()..].split(']').next().unwrap_or("");
    inside.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licence_expressions_are_evaluated() {
        let allowed = ["MIT".to_owned(), "Apache-2.0".to_owned()];
        for fine in
            ["MIT", "MIT OR GPL-3.0", "GPL-3.0/MIT", "(MIT OR X) AND Apache-2.0", "Apache-2.0 WITH LLVM-exception"]
        {
            assert!(permits(fine, &allowed), "{fine}");
        }
        for bad in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR X) AND X", "(MIT", "", "MIT X"] {
            assert!(!permits(bad, &allowed), "{bad}");
        }
    }

    #[test]
    fn duplicates_are_found() {
        let tree = "a v1.0.0\nb v1.0.0\na v2.0.0 (proc-macro)\na v1.0.0 (*)\nc v1.0.0\nc v2.0.0\n";
        assert_eq!(duplicates(tree, &["c".to_owned()]), ["a: in 2 versions (v1.0.0, v2.0.0)"]);
    }

    #[test]
    fn lists_are_read_without_comments() {
        let toml = "x = 1\nallow = [\n  \"MIT\", # \"GPL\"\n  \"ISC\",\n]\nskip = [\"c\"]\n";
        assert_eq!(list(toml, "allow"), ["MIT", "ISC"]);
        assert_eq!(list(toml, "skip"), ["c"]);
    }

    #[test]
    fn manifests_without_lints_are_found() {
        let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
        let fine = source("a/Cargo.toml", "[package]\n[lints]\nworkspace = true\n");
        let bad = source("b/Cargo.toml", "[package]\nname = \"b\"\n");
        let leaning = source(
            "xtask/Cargo.toml",
            "[package]\n[dependencies]\nboto-embedded.workspace = true\n[lints]\nworkspace = true\n",
        );
        assert_eq!(manifests(&[fine, bad, leaning]).len(), 2);
    }
}
