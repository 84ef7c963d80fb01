//! The layers of boto-core: arrows point down only.

use super::{without_tests, Source};

/// From the top. A module may name modules of its own layer and of the layers below; where `siblings` is true, not
/// even those of its own.
const LAYERS: [Layer; 8] = [
    Layer { modules: &["private", "blocking", "raw"], siblings: false },
    Layer { modules: &["session", "nested"], siblings: false },
    Layer {
        modules: &["connection", "call", "paginate", "wait", "resource", "interpret", "cache", "companion"],
        siblings: false,
    },
    Layer {
        modules: &[
            "pipeline", "address", "announce", "attempt", "identify", "monitor", "redirect", "express", "presign",
            "discover",
        ],
        siblings: false,
    },
    Layer { modules: &["customize"], siblings: false },
    Layer {
        modules: &[
            "protocol",
            "endpoint",
            "sign",
            "retry",
            "integrity",
            "credentials",
            "validate",
            "skew",
            "user_agent",
        ],
        siblings: true,
    },
    Layer {
        modules: &["codec", "config", "record", "project", "query", "lookup", "models", "attributes"],
        siblings: false,
    },
    // `http` is the messages and the trait here; errors name its kinds of failure.
    Layer {
        modules: &[
            "error", "value", "field", "typed", "body", "time", "feature", "identity", "host", "http", "arn", "event",
            "map", "opaque", "order", "tasks", "unknown",
        ],
        siblings: false,
    },
];

/// Arrows that point up all the same, each with its reason. One that nothing needs any more is a problem.
const EXCEPTIONS: [(&str, &str, &str); 12] = [
    ("connection", "session", "a connection keeps its session alive"),
    ("resource", "session", "a collection class connects through a session"),
    ("pipeline", "connection", "a plan reads settings, clock and caches of the connection"),
    ("pipeline", "call", "what a call has of its own, and what its answer says"),
    ("address", "connection", "addresses are kept per connection"),
    ("express", "connection", "a session with a directory bucket is a call of its own"),
    ("express", "call", "a session with a directory bucket is a call of its own"),
    ("discover", "call", "asking for an endpoint is a call of its own"),
    ("redirect", "call", "asking where a bucket is is a call of its own"),
    ("error", "private", "the trait of typed faults stands beside the error"),
    ("time", "codec", "an instant parses and prints itself"),
    ("value", "codec", "a value prints itself as JSON, with base64 and dates"),
];

struct Layer {
    modules: &'static [&'static str],
    siblings: bool,
}

/// Every `crate::module` in boto-core points sideways or down.
pub fn check(sources: &[&Source]) -> Vec<String> {
    let (mut problems, used) = arrows(sources);
    let unused = EXCEPTIONS.iter().enumerate().filter(|(at, _)| !used.contains(at));
    problems.extend(unused.map(|(_, (a, b, _))| format!("the exception for {a} naming {b} is not needed any more")));
    problems
}

/// The arrows that must not be, and which exceptions were needed.
fn arrows(sources: &[&Source]) -> (Vec<String>, Vec<usize>) {
    let mut problems = Vec::new();
    let root = sources.iter().find(|s| s.path == "boto-core/src/lib.rs").map_or("", |s| s.text.as_str());
    let exports = exports(root);
    let mut used = Vec::new();
    for source in sources.iter().filter(|s| !s.path.contains("/tests/") && !s.path.ends_with("/tests.rs")) {
        let Some(module) = source.path.strip_prefix("boto-core/src/").and_then(module_of) else { continue };
        let Some(from) = layer(module) else {
            problems.push(format!("{}: module {module} has no layer; add it to xtask/src/tidy/layers.rs", source.path));
            continue;
        };
        let mut named: Vec<String> = crate_paths(without_tests(&source.text))
            .into_iter()
            .map(|path| exports.iter().find(|(name, _)| *name == path).map_or(path.clone(), |(_, m)| m.clone()))
            .collect();
        named.sort();
        named.dedup();
        for target in named.iter().filter(|t| *t != module) {
            // What is no module is an item of lib.rs itself, free to all.
            let Some(to) = layer(target) else { continue };
            let exception = EXCEPTIONS.iter().position(|(a, b, _)| a == &module && b == target);
            if let Some(exception) = exception {
                used.push(exception);
            } else if to < from || (to == from && LAYERS[to].siblings) {
                let way = if to < from { "above it" } else { "its sibling" };
                problems.push(format!("{}: {module} names {target}, {way}", source.path));
            }
        }
    }
    (problems, used)
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|l| l.modules.contains(&module))
}

/// `sign/v4.rs` belongs to `sign`; the root belongs to nobody.
fn module_of(path: &str) -> Option<&str> {
    let first = path.split('/').next()?.trim_end_matches(".rs");
    (first != "lib").then_some(first)
}

/// The names that lib.rs re-exports, with the module they come from.
fn exports(root: &str) -> Vec<(String, String)> {
    let mut exports = Vec::new();
    for line in root.split(';') {
        let line = line.trim_start_matches(|c: char| c != 'p').trim();
        let Some((_, tree)) = line.split_once("pub use ") else { continue };
        let Some((module, names)) = tree.trim().split_once("::") else { continue };
        let names = names.rsplit("::").next().unwrap_or(names);
        for name in names.trim_matches(['{', '}']).split(',') {
            exports.push((name.trim().to_owned(), module.trim_start_matches("crate::").to_owned()));
        }
    }
    exports
}

/// The first segments after every `crate::`, be it `crate::a::b` or `crate::{a::b, c}`.
fn crate_paths(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    // Comments (doc links above all) may name anything.
    let code: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).flat_map(|l| [l, "\n"]).collect();
    for (at, matched) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let rest = &code[at + matched.len()..];
        match rest.strip_prefix('{') {
            Some(tree) => found.extend(first_segments(tree)),
            None => found.push(identifier(rest)),
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

/// The first segment of each branch of a use tree, which ends at its closing brace.
fn first_segments(tree: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in tree.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(identifier(tree[start..at].trim_start()));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(identifier(tree[start..at].trim_start()));
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(path: &str, text: &str) -> Vec<String> {
        let lib = Source {
            path: "boto-core/src/lib.rs".to_owned(),
            text: "pub mod a;\n/// Doc.\npub use session::{Session, X};\npub use error::Error;\n".to_owned(),
        };
        arrows(&[&lib, &Source { path: format!("boto-core/src/{path}"), text: text.to_owned() }]).0
    }

    #[test]
    fn arrows_up_are_found() {
        assert_eq!(
            check_text("error.rs", "use crate::pipeline::run;"),
            ["boto-core/src/error.rs: error names pipeline, above it"]
        );
        let nested = "use crate::{\n    field::{A, B},\n    session,\n};";
        assert_eq!(check_text("sign/v4.rs", nested), ["boto-core/src/sign/v4.rs: sign names session, above it"]);
        assert_eq!(check_text("codec/json.rs", "fn f() -> crate::call::Call {}").len(), 1);
    }

    #[test]
    fn siblings_meet_only_in_the_pipeline() {
        assert_eq!(
            check_text("sign/v4.rs", "use crate::retry::x;"),
            ["boto-core/src/sign/v4.rs: sign names retry, its sibling"]
        );
        assert!(check_text("pipeline.rs", "use crate::{retry::x, sign::v4};").is_empty());
        assert!(check_text("sign/v4.rs", "use crate::sign::key;").is_empty());
    }

    #[test]
    fn exceptions_are_used_or_refused() {
        assert!(check_text("connection.rs", "use crate::session::Session;").is_empty());
        assert!(check_text("paginate.rs", "use crate::session::Session;").len() == 1);
        assert_eq!(check(&[]).len(), EXCEPTIONS.len());
    }

    #[test]
    fn re_exports_count_as_where_they_come_from() {
        assert_eq!(
            check_text("value.rs", "use crate::{Error, Session};"),
            ["boto-core/src/value.rs: value names session, above it"]
        );
    }

    #[test]
    fn tests_and_comments_are_free_and_unknown_modules_are_not() {
        assert!(check_text("value.rs", "#[cfg(test)]\nmod tests {\n    use crate::session;\n}").is_empty());
        assert!(check_text("value.rs", "/// See [`crate::session`].\n").is_empty());
        assert_eq!(check_text("novel.rs", "").len(), 1);
    }
}
