//! JSON as metadata services, processes and cache files speak it: objects of texts.

use crate::{value::Object, DateTime, Value};

/// Parses an object.
pub(super) fn parse(bytes: &[u8]) -> Result<Object, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "not UTF-8".to_owned())?;
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0).ok_or_else(|| format!("not JSON at byte {}", reader.at))?;
    reader.space();
    match value {
        Value::Map(object) if reader.at == text.len() => Ok(object),
        Value::Map(_) => Err(format!("more than one JSON value, at byte {}", reader.at)),
        _ => Err("not a JSON object".to_owned()),
    }
}

/// Takes a text out of an object; blank ones count as absent.
pub(super) fn take(object: &mut Object, name: &str) -> Option<String> {
    match object.0.remove(name) {
        Some(Value::String(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// A text of an object.
pub(super) fn text<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    match object.0.get(name) {
        Some(Value::String(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// A number of an object.
pub(super) fn number(object: &Object, name: &str) -> Option<i64> {
    match object.0.get(name) {
        Some(Value::Int(n)) => Some(*n),
        Some(Value::Float(f)) => Some(*f as i64),
        Some(Value::Time(t)) => Some(t.seconds()),
        _ => None,
    }
}

/// A time of an object, whatever its form.
pub(super) fn time_of(object: &Object, name: &str) -> Option<DateTime> {
    match object.0.get(name)? {
        Value::Time(time) => Some(*time),
        Value::String(text) => time(text),
        Value::Int(seconds) => Some(DateTime::from_parts(*seconds, 0)),
        Value::Float(seconds) => Some(DateTime::from_parts(*seconds as i64, 0)),
        _ => None,
    }
}

/// The object as text: the separators are Python's usual ones, or none of their spaces, since hashes of such texts are
/// names of cache files.
pub(super) fn write(object: &Object, spaces: bool) -> String {
    let mut out = String::new();
    object_into(&mut out, object, spaces);
    out
}

fn object_into(out: &mut String, object: &Object, spaces: bool) {
    out.push('{');
    for (i, (name, value)) in object.0.iter().enumerate() {
        if i > 0 {
            out.push_str(if spaces { ", " } else { "," });
        }
        text_into(out, name);
        out.push_str(if spaces { ": " } else { ":" });
        value_into(out, value, spaces);
    }
    out.push('}');
}

fn value_into(out: &mut String, value: &Value, spaces: bool) {
    match value {
        Value::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
        Value::Int(i) => out.push_str(&i.to_string()),
        Value::Float(f) if f.is_finite() => out.push_str(&f.to_string()),
        Value::Number(n) => out.push_str(n),
        Value::String(s) => text_into(out, s),
        Value::Time(t) => text_into(out, &utc(*t)),
        Value::Map(object) => object_into(out, object, spaces),
        Value::List(list) => {
            out.push('[');
            for (i, value) in list.iter().enumerate() {
                if i > 0 {
                    out.push_str(if spaces { ", " } else { "," });
                }
                value_into(out, value, spaces);
            }
            out.push(']');
        }
        _ => out.push_str("null"),
    }
}

fn text_into(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(c),
            _ => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    out.push('"');
}

/// `2021-12-25T21:30:00Z`.
pub(super) fn utc(time: DateTime) -> String {
    let (days, second) = (time.seconds().div_euclid(86_400), time.seconds().rem_euclid(86_400));
    // From days to year, month, day: Howard Hinnant's `civil_from_days`.
    let z = days + 719_468;
    let (era, doe) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (day, month) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    let year = yoe + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// A time in ISO 8601, with zone, without (UTC) or with the letters `UTC`.
pub(super) fn time(text: &str) -> Option<DateTime> {
    let text = text.trim();
    let number = |range: std::ops::Range<usize>| -> Option<i64> {
        let part = text.get(range)?;
        part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
    };
    let separators = [(4, "-"), (7, "-"), (13, ":"), (16, ":")];
    let shaped = separators.iter().all(|(at, c)| text.get(*at..at + 1) == Some(c))
        && matches!(text.get(10..11), Some("T" | "t" | " "));
    if !shaped {
        return None;
    }
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 24 || minute > 59 || second > 60 {
        return None;
    }
    let rest = text.get(19..)?;
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    let offset = match zone.trim() {
        "" | "Z" | "z" | "UTC" | "GMT" => 0,
        zone => {
            let sign = match zone.as_bytes().first()? {
                b'+' => 1,
                b'-' => -1,
                _ => return None,
            };
            let digits: String = zone[1..].chars().filter(|c| *c != ':').collect();
            let digits: i64 = (digits.len() == 4).then(|| digits.parse().ok())??;
            sign * (digits / 100 * 3600 + digits % 100 * 60)
        }
    };
    let (y, m) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let (era, yoe) = (y.div_euclid(400), y.rem_euclid(400));
    let days = era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + (153 * m + 2) / 5 + day - 1 - 719_468;
    Some(DateTime::from_parts(days * 86_400 + hour * 3600 + minute * 60 + second - offset, 0))
}

/// Deeper nesting is refused.
const DEPTH: usize = 32;

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn space(&mut self) {
        while self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, token: &str) -> Option<()> {
        self.text.as_bytes()[self.at..].starts_with(token.as_bytes()).then(|| self.at += token.len())
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.space();
        match self.peek()? {
            b'{' if depth < DEPTH => self.object(depth).map(Value::Map),
            b'[' if depth < DEPTH => self.list(depth).map(Value::List),
            b'"' => self.string().map(Value::String),
            b't' => self.eat("true").map(|()| Value::Bool(true)),
            b'f' => self.eat("false").map(|()| Value::Bool(false)),
            b'n' => self.eat("null").map(|()| Value::Null),
            _ => self.number(),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Object> {
        self.eat("{")?;
        let mut object = Object::default();
        self.space();
        if self.eat("}").is_some() {
            return Some(object);
        }
        loop {
            self.space();
            let name = self.string()?;
            self.space();
            self.eat(":")?;
            object.0.insert(name, self.value(depth + 1)?);
            self.space();
            if self.eat("}").is_some() {
                return Some(object);
            }
            self.eat(",")?;
        }
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Value>> {
        self.eat("[")?;
        let mut list = Vec::new();
        self.space();
        if self.eat("]").is_some() {
            return Some(list);
        }
        loop {
            list.push(self.value(depth + 1)?);
            self.space();
            if self.eat("]").is_some() {
                return Some(list);
            }
            self.eat(",")?;
        }
    }

    fn number(&mut self) -> Option<Value> {
        let rest = &self.text[self.at..];
        let end = rest.find(|c: char| !matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E')).unwrap_or(rest.len());
        let text = &rest[..end];
        self.at += end;
        match text.parse() {
            Ok(int) => Some(Value::Int(int)),
            Err(_) => text.parse().ok().filter(|f: &f64| f.is_finite()).map(Value::Float),
        }
    }

    fn string(&mut self) -> Option<String> {
        self.eat("\"")?;
        let mut out = String::new();
        loop {
            let rest = &self.text[self.at..];
            let end = rest.find(['"', '\\'])?;
            out.push_str(&rest[..end]);
            self.at += end + 1;
            if rest.as_bytes()[end] == b'"' {
                return Some(out);
            }
            let escape = self.peek()?;
            self.at += 1;
            out.push(match escape {
                b'n' => '\n',
                b't' => '\t',
                b'r' => '\r',
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'"' | b'\\' | b'/' => escape as char,
                b'u' => self.unicode()?,
                _ => return None,
            });
        }
    }

    fn unicode(&mut self) -> Option<char> {
        let high = self.unit()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high);
        }
        self.eat("\\u")?;
        let low = self.unit()?.checked_sub(0xdc00).filter(|l| *l < 0x400)?;
        char::from_u32(0x10000 + ((high - 0xd800) << 10) + low)
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}
