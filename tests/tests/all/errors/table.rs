//! Reads docs/errors.md and compares.

use boto_core::Error;

const DOCUMENT: &str = include_str!("../../../../docs/errors.md");

/// The mistakes that the table names.
pub fn mistakes() -> Vec<&'static str> {
    let mistakes: Vec<_> = rows().map(|[mistake, ..]| mistake).collect();
    assert!(mistakes.len() > 10, "docs/errors.md has lost its table");
    mistakes
}

/// The error must have kind and text of that row.
pub fn check(mistake: &str, error: &Error) {
    let kind = format!("{:?}", error.kind());
    let text = error.to_string();
    let Some([_, wanted_kind, wanted_text]) = rows().find(|row| row[0] == mistake) else {
        panic!("docs/errors.md lacks this row:\n| {mistake} | `{kind}` | `{text}` |");
    };
    assert_eq!(kind, wanted_kind, "{mistake}: {text}");
    assert!(matches(&text, wanted_text), "{mistake}\n  says:       {text}\n  documented: {wanted_text}");
}

/// The cells of each row, without the backticks around code (two where the text has some itself).
fn rows() -> impl Iterator<Item = [&'static str; 3]> {
    let lines = DOCUMENT.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| mistake"));
    lines.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').splitn(3, " | ").map(str::trim).collect();
        let [mistake, kind, text] = cells[..] else { panic!("a row of three cells was expected: {line}") };
        [mistake, kind.trim_matches('`'), text.trim_matches('`').trim()]
    })
}

/// Whether the text is the pattern, in which `…` stands for anything but nothing.
fn matches(text: &str, pattern: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('…') else { return text == pattern };
    let Some(text) = text.strip_prefix(start) else { return false };
    text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).any(|at| matches(&text[at..], rest))
}

#[test]
fn patterns_match_whole_texts() {
    assert!(matches("a (id 12)", "a (id …)"));
    assert!(!matches("a (id )", "a (id …)"));
    assert!(!matches("a (id 12), b", "a (id …)x"));
    assert!(matches("one two three", "…two…"));
}
