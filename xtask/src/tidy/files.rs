//! How long files are, and what must not stand in them.

use super::Source;
use std::path::Path;

/// Longest file, in lines.
const LONGEST: usize = 600;

/// Folders of expected output, which is as long as it is.
const GENERATED: [&str; 2] = ["tests/expand/", "/ui/"];

/// No source file is longer than [`LONGEST`] lines.
pub fn lengths(sources: &[&Source]) -> Vec<String> {
    written(sources)
        .filter(|s| s.text.lines().count() > LONGEST)
        .map(|s| format!("{}: {} lines; {LONGEST} is the limit, split it", s.path, s.text.lines().count()))
        .collect()
}

/// How long files are, in one line.
pub fn summary(sources: &[&Source]) -> String {
    let mut lengths: Vec<usize> = written(sources).map(|s| s.text.lines().count()).collect();
    lengths.sort_unstable();
    let at = |share: usize| lengths.get((lengths.len() * share / 100).min(lengths.len().saturating_sub(1)));
    format!(
        "{} Rust files, {} lines; median {}, 90 % up to {}, longest {}",
        lengths.len(),
        lengths.iter().sum::<usize>(),
        at(50).unwrap_or(&0),
        at(90).unwrap_or(&0),
        lengths.last().unwrap_or(&0),
    )
}

/// No file names a directory of the machine on which it was written.
pub fn machine_paths(sources: &[Source], root: &Path) -> Vec<String> {
    let home = std::env::var("HOME").unwrap_or_default();
    let mut banned = Vec::new();
    for path in [Some(root), root.parent(), Some(Path::new(&home))].into_iter().flatten() {
        let path = path.to_string_lossy();
        if path.len() > 1 {
            banned.push(format!("{}/", path.trim_end_matches('/')));
        }
    }
    places(sources, &banned)
}

fn places(sources: &[Source], banned: &[String]) -> Vec<String> {
    let mut problems = Vec::new();
    for source in sources {
        for (number, line) in source.text.lines().enumerate() {
            if let Some(path) = banned.iter().find(|path| names(line, path)) {
                problems.push(format!("{}:{}: names {path}, a directory of this machine", source.path, number + 1));
            }
        }
    }
    problems
}

/// Whether the line names that absolute path, rather than a longer one that ends like it.
fn names(line: &str, path: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || "._-$}~*".contains(c);
    line.match_indices(path).any(|(at, _)| !line[..at].ends_with(inside))
}

fn written<'a>(sources: &'a [&Source]) -> impl Iterator<Item = &'a Source> + 'a {
    sources.iter().copied().filter(|s| !GENERATED.iter().any(|folder| s.path.contains(folder)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: String) -> Source {
        Source { path: path.to_owned(), text }
    }

    #[test]
    fn long_files_are_found_and_generated_ones_are_not() {
        let long = "\n".repeat(601);
        let sources = [
            source("a/src/long.rs", long.clone()),
            source("a/src/just.rs", "\n".repeat(600)),
            source("tests/expand/sqs.rs", long.clone()),
            source("boto-macros/tests/ui/service/a.rs", long),
        ];
        let found = lengths(&sources.iter().collect::<Vec<_>>());
        assert_eq!(found, ["a/src/long.rs: 601 lines; 600 is the limit, split it"]);
    }

    #[test]
    fn paths_of_the_machine_are_found() {
        let sources = [source("a.md", "see /here/there/x\nsee somewhere/here/there/x\n".to_owned())];
        let found = places(&sources, &["/here/there/".to_owned()]);
        assert_eq!(found, ["a.md:1: names /here/there/, a directory of this machine"]);
    }
}
