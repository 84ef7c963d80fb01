//! One concept, one word: the words that would blur it, in names of modules and types.

use super::Source;

/// Words that say nothing, or that stand for something we have another word for.
const BANNED: [&str; 12] = [
    "bag",
    "client",
    "common",
    "context",
    "handle",
    "helper",
    "helpers",
    "manager",
    "misc",
    "orchestrator",
    "plugin",
    "utils",
];

/// Where names are not ours: expected expansions (the service's names), suites of others (their folders' names).
const FOREIGN: [&str; 3] = ["/expand/", "/ui/", "xtask/src/conformance/"];

/// No module, struct, enum, trait or type alias of ours carries a banned word.
pub fn check(sources: &[&Source]) -> Vec<String> {
    let mut problems = Vec::new();
    for source in sources.iter().filter(|s| !FOREIGN.iter().any(|folder| s.path.contains(folder))) {
        for part in source.path.trim_end_matches(".rs").split('/') {
            if let Some(word) = banned_word(part) {
                problems.push(format!("{}: {part:?} contains {word:?}, which says too little", source.path));
            }
        }
        for (number, line) in source.text.lines().enumerate() {
            if let Some((name, word)) = declared(line).and_then(|name| Some((name, banned_word(name)?))) {
                problems.push(format!(
                    "{}:{}: {name} contains {word:?}, which says too little",
                    source.path,
                    number + 1
                ));
            }
        }
    }
    problems
}

/// The name of the module or type that a line declares.
fn declared(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace().skip_while(|w| w.starts_with("pub") || *w == "unsafe");
    let keyword = words.next()?;
    if !["mod", "struct", "enum", "trait", "type", "union"].contains(&keyword) {
        return None;
    }
    let name = words.next()?;
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
    Some(&name[..end])
}

/// The banned word in a name of either case style.
fn banned_word(name: &str) -> Option<&'static str> {
    let mut words = vec![String::new()];
    for c in name.chars() {
        if (c.is_uppercase() || !c.is_alphanumeric()) && words.last().is_some_and(|w| !w.is_empty()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase().filter(|c| c.is_alphanumeric()));
        }
    }
    BANNED.into_iter().find(|banned| words.iter().any(|w| w == banned))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(path: &str, text: &str) -> Vec<String> {
        check(&[&Source { path: path.to_owned(), text: text.to_owned() }])
    }

    #[test]
    fn banned_words_are_found_as_whole_words() {
        assert_eq!(check_text("a/src/b.rs", "pub(crate) struct SqsClient<T> {").len(), 1);
        assert_eq!(check_text("a/src/b.rs", "mod utils;").len(), 1);
        assert_eq!(check_text("a/src/http_utils.rs", "").len(), 1);
        assert_eq!(check_text("a/src/b.rs", "struct Clientele; trait Contextual {}").len(), 0);
    }

    #[test]
    fn uses_and_expansions_are_free() {
        assert!(check_text("a/src/b.rs", "use hyper_util::client::legacy::Client; let client = 1;").is_empty());
        assert!(check_text("tests/expand/sqs.rs", "pub struct Client;").is_empty());
    }
}
