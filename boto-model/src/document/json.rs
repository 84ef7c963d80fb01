//! JSON documents whose objects keep their order, for the order of members in a model matters.

use super::Invalid;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A number without fraction and exponent that fits.
    Int(i64),
    /// Any other number.
    Float(f64),
    /// A string.
    String(String),
    /// A list.
    List(Vec<Json>),
    /// An object, in the document's order; of a repeated key the last value, at the first place.
    Object(Vec<(String, Json)>),
}

/// How deep documents may nest.
const DEPTH: u32 = 256;

impl Json {
    /// Reads a document.
    ///
    /// # Errors
    /// What is wrong and at which line and column.
    pub fn parse(text: &[u8]) -> Result<Json, Invalid> {
        let mut parser = Parser { text, at: 0 };
        let parsed = parser.value(DEPTH).and_then(|value| {
            parser.space();
            match parser.peek() {
                None => Ok(value),
                Some(_) => Err("more after the end of the document"),
            }
        });
        parsed.map_err(|problem| {
            let before = &text[..parser.at.min(text.len())];
            let line = before.iter().filter(|b| **b == b'\n').count() + 1;
            let column = before.iter().rev().take_while(|b| **b != b'\n').count() + 1;
            Invalid::new(format!("line {line}, column {column}"), problem)
        })
    }

    /// The value of that key, if this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.entries().iter().find(|(k, _)| k == key).map(|(_, v)| v)
    }

    /// The entries of an object; none for other values.
    pub fn entries(&self) -> &[(String, Json)] {
        match self {
            Json::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The string, if this is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Json::String(s) => Some(s),
            _ => None,
        }
    }

    /// A word for error messages: `string`, `list` …
    pub fn noun(&self) -> &'static str {
        match self {
            Json::Null => "null",
            Json::Bool(_) => "boolean",
            Json::Int(_) | Json::Float(_) => "number",
            Json::String(_) => "string",
            Json::List(_) => "list",
            Json::Object(_) => "object",
        }
    }

    /// Merges another document into this one: objects key by key, everything else replaces what was there. This is
    /// what botocore does with the `merge` of `….sdk-extras.json` files.
    pub fn merge(&mut self, extra: &Json) {
        match (self, extra) {
            (Json::Object(base), Json::Object(extra)) => {
                for (key, value) in extra {
                    match base.iter_mut().find(|(k, _)| k == key) {
                        Some((_, at)) => at.merge(value),
                        None => base.push((key.clone(), value.clone())),
                    }
                }
            }
            (base, extra) => *base = extra.clone(),
        }
    }
}

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
}

type Parsed<T> = Result<T, &'static str>;

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8, problem: &'static str) -> Parsed<()> {
        if self.peek() != Some(byte) {
            return Err(problem);
        }
        self.at += 1;
        Ok(())
    }

    fn word(&mut self, word: &str, value: Json) -> Parsed<Json> {
        if !self.text[self.at..].starts_with(word.as_bytes()) {
            return Err("no JSON value");
        }
        self.at += word.len();
        Ok(value)
    }

    fn value(&mut self, depth: u32) -> Parsed<Json> {
        let depth = depth.checked_sub(1).ok_or("nested too deep")?;
        self.space();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Json::String),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => Err("no JSON value"),
            None => Err("the document ends early"),
        }
    }

    fn object(&mut self, depth: u32) -> Parsed<Json> {
        self.at += 1;
        let mut entries: Vec<(String, Json)> = Vec::new();
        let mut places = std::collections::HashMap::new();
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Json::Object(entries));
        }
        loop {
            self.space();
            let key = self.string()?;
            self.space();
            self.expect(b':', "expected ':'")?;
            let value = self.value(depth)?;
            match places.get(&key) {
                Some(&place) => {
                    let (_, at): &mut (String, Json) = &mut entries[place];
                    *at = value;
                }
                None => {
                    places.insert(key.clone(), entries.len());
                    entries.push((key, value));
                }
            }
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => break,
                _ => return Err("expected ',' or '}'"),
            }
        }
        self.at += 1;
        Ok(Json::Object(entries))
    }

    fn list(&mut self, depth: u32) -> Parsed<Json> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => break,
                _ => return Err("expected ',' or ']'"),
            }
        }
        self.at += 1;
        Ok(Json::List(items))
    }

    fn number(&mut self) -> Parsed<Json> {
        let start = self.at;
        while matches!(self.peek(), Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')) {
            self.at += 1;
        }
        let text = std::str::from_utf8(&self.text[start..self.at]).map_err(|_| "no number")?;
        if let Ok(int) = text.parse() {
            return Ok(Json::Int(int));
        }
        text.parse().ok().filter(|f: &f64| f.is_finite()).map(Json::Float).ok_or("no number")
    }

    fn string(&mut self) -> Parsed<String> {
        self.expect(b'"', "expected a string")?;
        let mut out = Vec::new();
        loop {
            let rest = &self.text[self.at..];
            let plain =
                rest.iter().position(|b| matches!(b, b'"' | b'\\' | 0..=0x1f)).ok_or("the string has no end")?;
            out.extend_from_slice(&rest[..plain]);
            self.at += plain + 1;
            match rest[plain] {
                b'"' => return String::from_utf8(out).map_err(|_| "the string is not UTF-8"),
                b'\\' => {
                    let mut buffer = [0; 4];
                    out.extend_from_slice(self.escape()?.encode_utf8(&mut buffer).as_bytes());
                }
                _ => return Err("a control character in a string"),
            }
        }
    }

    fn escape(&mut self) -> Parsed<char> {
        let byte = self.peek().ok_or("the string has no end")?;
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.hex()?;
                if (0xd800..0xdc00).contains(&code) && self.text[self.at..].starts_with(b"\\u") {
                    self.at += 2;
                    let low = self.hex()?;
                    if !(0xdc00..0xe000).contains(&low) {
                        return Err("half a surrogate pair");
                    }
                    code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                }
                char::from_u32(code).ok_or("half a surrogate pair")?
            }
            _ => return Err("an unknown escape"),
        })
    }

    fn hex(&mut self) -> Parsed<u32> {
        let digits = self.text.get(self.at..self.at + 4).ok_or("the string has no end")?;
        self.at += 4;
        digits.iter().try_fold(0, |code, digit| {
            char::from(*digit).to_digit(16).map(|d| code << 4 | d).ok_or("no hexadecimal digit")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_order_and_the_last_of_a_repeated_key() {
        let json = Json::parse(br#" {"b": 1, "a": [true, null, -2.5e1], "b": "\u00e9\n\ud83d\ude00"} "#).unwrap();
        let keys: Vec<_> = json.entries().iter().map(|(k, _)| k.as_str()).collect();
        assert_eq!(keys, ["b", "a"]);
        assert_eq!(json.get("b"), Some(&Json::String("é\n😀".to_owned())));
        assert_eq!(json.get("a"), Some(&Json::List(vec![Json::Bool(true), Json::Null, Json::Float(-25.0)])));
    }

    #[test]
    fn tells_where_a_document_breaks() {
        let broken: [(&[u8], &str); 9] = [
            (b"", "line 1, column 1: the document ends early"),
            (b"{\"a\":\n  tru}", "line 2, column 3: no JSON value"),
            (b"[1 2]", "line 1, column 4: expected ',' or ']'"),
            (b"{\"a\" 1}", "line 1, column 6: expected ':'"),
            (b"\"abc", "line 1, column 2: the string has no end"),
            (b"\"\\ud800x\"", "line 1, column 8: half a surrogate pair"),
            (b"\"\xff\"", "line 1, column 4: the string is not UTF-8"),
            (b"1 1", "line 1, column 3: more after the end of the document"),
            (b"1e999", "line 1, column 6: no number"),
        ];
        for (text, error) in broken {
            assert_eq!(Json::parse(text).unwrap_err().to_string(), error);
        }
        assert!(Json::parse("[".repeat(100_000).as_bytes()).unwrap_err().problem.contains("too deep"));
    }

    #[test]
    fn merges_as_extras_do() {
        let mut base = Json::parse(br#"{"a": {"x": 1, "y": [1]}, "b": 2}"#).unwrap();
        base.merge(&Json::parse(br#"{"a": {"y": [2], "z": {}}, "b": {"c": 1}}"#).unwrap());
        assert_eq!(base, Json::parse(br#"{"a": {"x": 1, "y": [2], "z": {}}, "b": {"c": 1}}"#).unwrap());
    }
}
