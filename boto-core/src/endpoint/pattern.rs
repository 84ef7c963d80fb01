//! The small family of regular expressions that partitions are described with: `^(us|eu)\-\w+\-\d+$`.
//!
//! Literals, `.`, `\w`, `\d`, `\s`, escaped characters, groups with alternatives, sets like `[a-z\d]`, the quantifiers
//! `+`, `*`, `?`, and anchors. It runs all possibilities side by side, so no pattern can make it slow.

/// A pattern that must match a whole text.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    alternatives: Vec<Vec<Piece>>,
    open_start: bool,
    open_end: bool,
}

#[derive(Clone, Debug)]
struct Piece {
    what: What,
    at_least_one: bool,
    repeats: bool,
}

#[derive(Clone, Debug)]
enum What {
    /// One character of any of these ranges.
    Ranges(Vec<(char, char)>),
    /// Any character.
    Any,
    /// One of these sequences.
    Group(Vec<Vec<Piece>>),
}

/// Deeper groups are not parsed; patterns of partitions have one level.
const MAX_DEPTH: usize = 8;

impl Pattern {
    /// Parses a pattern; `None` if it uses what this family does not have.
    pub(super) fn parse(text: &str) -> Option<Pattern> {
        let body = text.strip_prefix('^');
        let open_start = body.is_none();
        let body = body.unwrap_or(text);
        let trimmed = body.strip_suffix('$').filter(|rest| !rest.ends_with('\\'));
        let chars: Vec<char> = trimmed.unwrap_or(body).chars().collect();
        let mut at = 0;
        let alternatives = parse_alternatives(&chars, &mut at, 0)?;
        (at == chars.len()).then_some(Pattern { alternatives, open_start, open_end: trimmed.is_none() })
    }

    /// Whether the text matches.
    pub(super) fn matches(&self, text: &str) -> bool {
        let chars: Vec<char> = text.chars().collect();
        let mut from = vec![false; chars.len() + 1];
        from[0] = true;
        if self.open_start {
            from.fill(true);
        }
        let reached = run_alternatives(&self.alternatives, &chars, &from);
        if self.open_end {
            reached.contains(&true)
        } else {
            reached[chars.len()]
        }
    }
}

fn parse_alternatives(chars: &[char], at: &mut usize, depth: usize) -> Option<Vec<Vec<Piece>>> {
    let mut alternatives = vec![Vec::new()];
    while let Some(&c) = chars.get(*at) {
        if c == ')' {
            break;
        }
        *at += 1;
        let what = match c {
            '|' => {
                alternatives.push(Vec::new());
                continue;
            }
            '(' => {
                if depth == MAX_DEPTH {
                    return None;
                }
                if chars[*at..].starts_with(&['?', ':']) {
                    *at += 2;
                }
                let group = parse_alternatives(chars, at, depth + 1)?;
                (chars.get(*at) == Some(&')')).then_some(())?;
                *at += 1;
                What::Group(group)
            }
            '[' => What::Ranges(parse_set(chars, at)?),
            '.' => What::Any,
            '\\' => {
                *at += 1;
                What::Ranges(escaped(*chars.get(*at - 1)?))
            }
            '+' | '*' | '?' | '{' | '}' | ']' | '^' | '$' => return None,
            literal => What::Ranges(vec![(literal, literal)]),
        };
        let (at_least_one, repeats) = match chars.get(*at) {
            Some('+') => (true, true),
            Some('*') => (false, true),
            Some('?') => (false, false),
            _ => (true, false),
        };
        if (at_least_one, repeats) != (true, false) {
            *at += 1;
        }
        alternatives.last_mut()?.push(Piece { what, at_least_one, repeats });
    }
    Some(alternatives)
}

fn parse_set(chars: &[char], at: &mut usize) -> Option<Vec<(char, char)>> {
    let mut ranges = Vec::new();
    loop {
        let c = *chars.get(*at)?;
        *at += 1;
        match c {
            ']' => return Some(ranges),
            '^' if ranges.is_empty() => return None,
            '\\' => {
                ranges.extend(escaped(*chars.get(*at)?));
                *at += 1;
            }
            low if chars.get(*at) == Some(&'-') && chars.get(*at + 1).is_some_and(|c| *c != ']') => {
                ranges.push((low, chars[*at + 1]));
                *at += 2;
            }
            literal => ranges.push((literal, literal)),
        }
    }
}

fn escaped(c: char) -> Vec<(char, char)> {
    match c {
        'w' => vec![('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')],
        'd' => vec![('0', '9')],
        's' => vec![(' ', ' '), ('\t', '\r')],
        other => vec![(other, other)],
    }
}

/// The positions reached from those positions.
fn run_alternatives(alternatives: &[Vec<Piece>], text: &[char], from: &[bool]) -> Vec<bool> {
    let mut reached = vec![false; from.len()];
    for pieces in alternatives {
        let mut here = from.to_vec();
        for piece in pieces {
            here = run_piece(piece, text, &here);
        }
        merge(&mut reached, &here);
    }
    reached
}

fn run_piece(piece: &Piece, text: &[char], from: &[bool]) -> Vec<bool> {
    let mut all = if piece.at_least_one { vec![false; from.len()] } else { from.to_vec() };
    let mut here = from.to_vec();
    loop {
        here = match &piece.what {
            What::Group(alternatives) => run_alternatives(alternatives, text, &here),
            What::Any => step(&here, text, &|_| true),
            What::Ranges(ranges) => {
                step(&here, text, &|c| ranges.iter().any(|(low, high)| (*low..=*high).contains(&c)))
            }
        };
        if !merge(&mut all, &here) || !piece.repeats {
            return all;
        }
    }
}

fn step(from: &[bool], text: &[char], fits: &dyn Fn(char) -> bool) -> Vec<bool> {
    let mut reached = vec![false; from.len()];
    for (i, c) in text.iter().enumerate() {
        reached[i + 1] = from[i] && fits(*c);
    }
    reached
}

/// Adds positions; answers whether any was new.
fn merge(into: &mut [bool], from: &[bool]) -> bool {
    let mut grew = false;
    for (a, b) in into.iter_mut().zip(from) {
        grew |= *b && !*a;
        *a |= *b;
    }
    grew
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, text: &str) -> bool {
        Pattern::parse(pattern).unwrap().matches(text)
    }

    #[test]
    fn partition_patterns() {
        let aws = r"^(us|eu|ap|sa|ca|me|af|il|mx)\-\w+\-\d+$";
        for region in ["us-east-1", "mx-central-1", "us-east-10", "eu-nowhere-007"] {
            assert!(matches(aws, region), "{region}");
        }
        for region in ["us-gov-west-1", "us-east-", "us-east-1a", "xus-east-1", "cn-north-1", "", "us--1", "us-east-1 "]
        {
            assert!(!matches(aws, region), "{region}");
        }
        assert!(matches(r"^eusc\-(de)\-\w+\-\d+$", "eusc-de-east-1"));
        assert!(matches(r"^us\-isob\-\w+\-\d+$", "us-isob-east-1"));
        assert!(!matches(r"^us\-iso\-\w+\-\d+$", "us-isob-east-1"));
    }

    #[test]
    fn the_rest_of_the_family() {
        assert!(matches("^(a(b|c)?)*d$", "abaacd"));
        assert!(!matches("^(a(b|c)?)*d$", "abbd"));
        assert!(matches(r"^[a-c\d\-]+$", "a1-c"));
        assert!(!matches("^[a-c]+$", "ad"));
        assert!(matches("b+", "abba"));
        assert!(matches("^(?:x|y).$", "yz"));
        for bad in ["(", "a{2}", "[a", "+", "a\\", "a)", "[^a]"] {
            assert!(Pattern::parse(bad).is_none(), "{bad}");
        }
        assert!(Pattern::parse(&"(".repeat(1000)).is_none());
    }
}
