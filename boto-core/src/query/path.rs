//! The plain part of JMESPath, which most expressions of the tables are: `A.B`, `A[].B`, `A[*].B`, `A[0]`, `@`. Walked
//! over values as they are, so that blobs and timestamps stay what they are.

use crate::value::Value;

/// A path without conditions, functions and literals.
#[derive(Clone, Debug)]
pub(super) struct Path(Box<[Step]>);

#[derive(Clone, Debug)]
enum Step {
    Member(Box<str>),
    /// From the end if negative.
    Index(i64),
    /// `[*]`
    Each,
    /// `[]`
    Flat,
}

impl Path {
    /// The path that is written there; `None` if it is another kind of expression (or none at all).
    pub(super) fn parse(text: &str) -> Option<Path> {
        let mut steps = Vec::new();
        let parts = if text == "@" { "" } else { text };
        for part in parts.split('.').filter(|_| !parts.is_empty()) {
            let (name, mut rest) = part.find('[').map_or((part, ""), |at| part.split_at(at));
            let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            if name.is_empty() || !plain || name.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            steps.push(Step::Member(name.into()));
            while !rest.is_empty() {
                let (inside, after) = rest.strip_prefix('[')?.split_once(']')?;
                steps.push(match inside {
                    "" => Step::Flat,
                    "*" => Step::Each,
                    number if number.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
                        Step::Index(number.parse().ok()?)
                    }
                    _ => return None,
                });
                rest = after;
            }
        }
        Some(Path(steps.into()))
    }

    /// The first member; `None` where the path is the whole.
    pub(super) fn first(&self) -> Option<&str> {
        match self.0.first() {
            Some(Step::Member(name)) => Some(name),
            _ => None,
        }
    }

    /// What is there; `Null` if nothing.
    pub(super) fn search(&self, value: &Value) -> Value {
        search(value, &self.0)
    }
}

fn search(value: &Value, steps: &[Step]) -> Value {
    // `[]` flattens all that is before it; what comes after is for each element.
    let Some(at) = steps.iter().rposition(|step| matches!(step, Step::Flat)) else { return walk(value, steps) };
    let Value::List(list) = search(value, &steps[..at]) else { return Value::Null };
    let mut found = Vec::new();
    let mut add = |element: Value| {
        let element = if steps.len() == at + 1 { element } else { walk(&element, &steps[at + 1..]) };
        if !element.is_null() {
            found.push(element);
        }
    };
    for element in list {
        match element {
            Value::List(inner) => inner.into_iter().for_each(&mut add),
            other => add(other),
        }
    }
    Value::List(found)
}

fn walk(value: &Value, steps: &[Step]) -> Value {
    let mut at = value;
    for (index, step) in steps.iter().enumerate() {
        let next = match (step, at) {
            (Step::Member(name), Value::Map(object)) => object.0.get(name),
            (Step::Index(place), Value::List(list)) => {
                let length = i64::try_from(list.len()).unwrap_or(i64::MAX);
                let place = if *place < 0 { length.checked_add(*place) } else { Some(*place) };
                place.and_then(|place| list.get(usize::try_from(place).ok()?))
            }
            (Step::Each, Value::List(list)) => {
                let found = list.iter().map(|element| walk(element, &steps[index + 1..]));
                return Value::List(found.filter(|element| !element.is_null()).collect());
            }
            _ => None,
        };
        match next {
            Some(next) => at = next,
            None => return Value::Null,
        }
    }
    at.clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::json;

    #[test]
    fn paths_find_what_jmespath_finds() {
        let text = r#"{"a":[{"b":[{"c":1},{"c":2}],"n":null},{"b":[{"c":3}]},{"x":0}],"m":[[1,[2]],3,null],"s":"t"}"#;
        let value = json::parse(text.as_bytes()).unwrap();
        for path in [
            "a[].b[].c",
            "a[*].b[*].c",
            "a[].b",
            "a[*].b[]",
            "a[].b[0].c",
            "a[0].b[-1].c",
            "a[-4]",
            "m[]",
            "m[][]",
            "m[*]",
            "s[]",
            "s[*]",
            "s[0]",
            "s.t",
            "a.b",
            "a[9]",
            "m[0][1][0]",
            "a[].n",
            "a[*].b[*].c[]",
            "@",
        ] {
            let ours = Path::parse(path).unwrap().search(&value);
            let theirs = jmespath::compile(path).unwrap().search(super::super::variable(&value)).unwrap();
            assert_eq!(ours, super::super::plain(&theirs), "{path}");
        }
        for other in ["a || b", "a[?b]", "a[", "a[1:2]", "\"a\"", "", "a.", "a.*", "a[x]", "1a", "a[-]", "@.a", "a]"] {
            assert!(Path::parse(other).is_none_or(|_| other.is_empty()), "{other}");
        }
    }
}
