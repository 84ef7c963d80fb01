//! What people know better than the rules: `models/infer.txt`.

use std::collections::BTreeMap;

static TEXT: &str = include_str!("../../models/infer.txt");

/// What there is for one service.
#[derive(Default)]
pub(super) struct Overrides<'t> {
    kinds: BTreeMap<&'t str, Vec<(&'t str, Vec<&'t str>)>>,
}

impl<'t> Overrides<'t> {
    /// Those of the table that comes along.
    pub(super) fn of(service: &str) -> Overrides<'static> {
        Overrides::read(TEXT, service)
    }

    /// Each line: the service, the kind, a word, and what the word takes.
    pub(super) fn read(text: &'t str, service: &str) -> Overrides<'t> {
        let mut overrides = Overrides::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            if words.next() != Some(service) {
                continue;
            }
            if let (Some(kind), Some(word)) = (words.next(), words.next()) {
                overrides.kinds.entry(kind).or_default().push((word, words.collect()));
            }
        }
        overrides
    }

    fn get(&self, kind: &str, word: &str) -> Option<&[&'t str]> {
        let found = self.kinds.get(kind)?.iter().find(|(known, _)| *known == word);
        found.map(|(_, values)| values.as_slice())
    }

    /// `drop`: no kind at all.
    pub(super) fn drops(&self, kind: &str) -> bool {
        self.get(kind, "drop").is_some()
    }

    /// `load Operation`.
    pub(super) fn load(&self, kind: &str) -> Option<&'t str> {
        self.get(kind, "load")?.first().copied()
    }

    /// `list Operation`.
    pub(super) fn list(&self, kind: &str) -> Option<&'t str> {
        self.get(kind, "list")?.first().copied()
    }

    /// `known-by Member …`.
    pub(super) fn identifiers(&self, kind: &str) -> Option<Vec<String>> {
        Some(self.get(kind, "known-by")?.iter().map(|member| (*member).to_owned()).collect())
    }

    /// `called Name`: another name for an action, `Operation Name`.
    pub(super) fn action(&self, kind: &str, operation: &str) -> Option<&'t str> {
        let all = self.kinds.get(kind)?.iter().filter(|(word, _)| *word == "action");
        all.filter_map(|(_, values)| match values.as_slice() {
            [op, name] if *op == operation => Some(*name),
            _ => None,
        })
        .next()
    }
}
