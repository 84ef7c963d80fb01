//! Finding one's way in JSON text: strings, numbers, literals, and values that nobody wants.

use crate::codec::{
    swar::{json_first_special as first_special, json_special as special},
    Flaw, DEPTH,
};
use std::borrow::Cow;

/// A position in JSON text.
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    /// At the beginning of these bytes, which must be UTF-8 (a byte order mark is skipped).
    pub fn new(bytes: &'a [u8]) -> Result<Scanner<'a>, Flaw> {
        let text = std::str::from_utf8(bytes).map_err(|e| Flaw::new("not UTF-8").at(e.valid_up_to()))?;
        Ok(Scanner { text, at: if text.starts_with('\u{feff}') { 3 } else { 0 } })
    }

    /// The next byte that is not white space, without taking it; 0 at the end.
    #[inline]
    pub fn peek(&mut self) -> u8 {
        match self.text.as_bytes().get(self.at) {
            Some(&byte) if byte > b' ' => byte,
            _ => self.peek_further(),
        }
    }

    /// Services write no white space, so this is out of the way.
    #[cold]
    fn peek_further(&mut self) -> u8 {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count();
        self.at += blank;
        rest.get(blank).copied().unwrap_or(0)
    }

    /// Takes the byte that [`peek`](Self::peek) has just found.
    #[inline]
    pub fn take(&mut self) {
        self.at += 1;
    }

    /// Takes this byte, after white space, if it comes next.
    #[inline]
    pub fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == byte;
        self.at += usize::from(there);
        there
    }

    /// Takes this byte, after white space.
    #[inline]
    pub fn expect(&mut self, byte: u8) -> Result<(), Flaw> {
        if self.eat(byte) {
            Ok(())
        } else {
            Err(self.expected(match byte {
                b'{' => "'{'",
                b'[' => "'['",
                b':' => "':'",
                b'"' => "'\"'",
                _ => "another character",
            }))
        }
    }

    /// After an element or entry: whether another one follows. Takes the `,` or the closing bracket.
    #[inline]
    pub fn more(&mut self, close: u8) -> Result<bool, Flaw> {
        match self.peek() {
            b',' => {
                self.at += 1;
                Ok(true)
            }
            byte if byte == close => {
                self.at += 1;
                Ok(false)
            }
            _ => Err(self.expected(if close == b'}' { "',' or '}'" } else { "',' or ']'" })),
        }
    }

    /// A flaw at this place: `expected ',', found …`.
    #[cold]
    pub fn expected(&self, what: &str) -> Flaw {
        let found = match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(c) => format!("{c:?}"),
            None => "the end".to_owned(),
        };
        Flaw::wanted(what, &found).at(self.at)
    }

    /// The offset in the bytes.
    pub fn offset(&self) -> usize {
        self.at
    }

    /// The same text at another offset, which one of these has been at.
    pub fn at(&self, offset: usize) -> Scanner<'a> {
        Scanner { text: self.text, at: offset }
    }

    /// Goes back to where it was.
    pub fn back_to(&mut self, offset: usize) {
        self.at = offset;
    }

    /// The text from an offset to here.
    pub fn since(&self, offset: usize) -> &'a str {
        self.text.get(offset..self.at).unwrap_or_default()
    }

    /// Takes this very text, if it comes next.
    #[inline]
    pub fn eat_text(&mut self, text: &str) -> bool {
        self.peek();
        let there = self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(text.as_bytes()));
        if there {
            self.at += text.len();
        }
        there
    }

    /// Nothing but white space may follow.
    pub fn end(&mut self) -> Result<(), Flaw> {
        match self.peek() {
            0 if self.at >= self.text.len() => Ok(()),
            _ => Err(self.expected("the end")),
        }
    }

    /// A string, borrowed unless it has escapes.
    #[inline]
    pub fn string(&mut self) -> Result<Cow<'a, str>, Flaw> {
        match self.plain_string() {
            Some(string) => Ok(Cow::Borrowed(string)),
            None => self.other_string(),
        }
    }

    /// A string, if one comes next that has no escapes and does not end with the text.
    #[inline]
    pub fn plain_string(&mut self) -> Option<&'a str> {
        if self.peek() != b'"' {
            return None;
        }
        let rest = self.text.get(self.at + 1..)?;
        let length = first_special(rest.as_bytes())?;
        if rest.as_bytes().get(length) != Some(&b'"') {
            return None;
        }
        self.at += length + 2;
        rest.get(..length)
    }

    /// A string with escapes, or at the end of the text, or none.
    #[inline(never)]
    fn other_string(&mut self) -> Result<Cow<'a, str>, Flaw> {
        self.expect(b'"')?;
        let start = self.at;
        let end = special(self.text.as_bytes(), start);
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(Cow::Borrowed(&self.text[start..end]));
        }
        self.at = end;
        self.escaped(&self.text[start..end]).map(Cow::Owned)
    }

    /// Takes the key `name` and its colon, if they come next, written without escapes and white space. Finding it so is
    /// cheaper than reading it.
    #[inline]
    pub fn eat_key(&mut self, name: &str) -> bool {
        let there = self.is_key(name);
        if there {
            self.at += name.len() + 3;
        }
        there
    }

    /// Whether the key `name` comes next, so written.
    #[inline]
    pub fn is_key(&mut self, name: &str) -> bool {
        self.peek();
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        rest.first() == Some(&b'"')
            && rest.get(name.len() + 1..name.len() + 3) == Some(b"\":")
            && rest[1..=name.len()] == *name.as_bytes()
    }

    /// The rest of a string whose beginning is known, from the first escape on.
    fn escaped(&mut self, begun: &str) -> Result<String, Flaw> {
        let mut out = begun.to_owned();
        loop {
            let start = self.at;
            self.at = special(self.text.as_bytes(), start);
            out.push_str(&self.text[start..self.at]);
            match self.text.as_bytes().get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    out.push(self.escape()?);
                }
                Some(_) => return Err(Flaw::new("control character in a string").at(self.at)),
                None => return Err(Flaw::new("a string does not end").at(self.at)),
            }
        }
    }

    /// What an escape stands for, after the backslash. Half of a surrogate pair becomes U+FFFD.
    fn escape(&mut self) -> Result<char, Flaw> {
        let byte = self.text.as_bytes().get(self.at).copied();
        self.at += 1;
        Ok(match byte {
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let first = self.hex()?;
                if (0xD800..0xDC00).contains(&first) && self.text.as_bytes()[self.at..].starts_with(b"\\u") {
                    let back = self.at;
                    self.at += 2;
                    let second = self.hex()?;
                    if (0xDC00..0xE000).contains(&second) {
                        let joined = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                        return Ok(char::from_u32(joined).unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                    self.at = back;
                }
                char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return Err(Flaw::new("no such escape in a string").at(self.at - 1)),
        })
    }

    fn hex(&mut self) -> Result<u32, Flaw> {
        let digits = self.text.get(self.at..self.at + 4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let value = digits.and_then(|d| u32::from_str_radix(d, 16).ok());
        let value = value.ok_or_else(|| Flaw::new("expected four hexadecimal digits").at(self.at))?;
        self.at += 4;
        Ok(value)
    }

    /// The text of a number.
    #[inline]
    pub fn number(&mut self) -> Result<&'a str, Flaw> {
        self.peek();
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut at = start + usize::from(bytes.get(start) == Some(&b'-'));
        let digits = |mut at: usize| {
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            at
        };
        let mut good = true;
        let mut part = |from: usize| {
            let end = digits(from);
            good &= end > from;
            end
        };
        let zero = bytes.get(at) == Some(&b'0') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        at = part(at);
        if bytes.get(at) == Some(&b'.') {
            at = part(at + 1);
        }
        if matches!(bytes.get(at), Some(b'e' | b'E')) {
            at += 1 + usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
            at = part(at);
        }
        if !good || zero {
            return Err(self.expected("a value"));
        }
        self.at = at;
        Ok(&self.text[start..at])
    }

    /// `true`, `false` or `null`.
    #[inline]
    pub fn literal(&mut self, word: &str) -> Result<(), Flaw> {
        self.peek();
        if self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(())
        } else {
            Err(self.expected(word))
        }
    }

    /// Takes a `null`, if one comes next.
    #[inline]
    pub fn null(&mut self) -> Result<bool, Flaw> {
        if self.peek() != b'n' {
            return Ok(false);
        }
        self.literal("null").map(|()| true)
    }

    /// Skips one value of any kind, without recursion.
    pub fn skip(&mut self) -> Result<(), Flaw> {
        // One bit for each open bracket, 1 for an object: as many as DEPTH allows.
        let (mut open, mut depth) = (0u128, 0u32);
        loop {
            match self.peek() {
                byte @ (b'{' | b'[') => {
                    if depth == DEPTH {
                        return Err(super::super::too_deep().at(self.at));
                    }
                    self.at += 1;
                    let object = byte == b'{';
                    open = open << 1 | u128::from(object);
                    depth += 1;
                    if !self.eat(if object { b'}' } else { b']' }) {
                        if object {
                            self.key()?;
                        }
                        continue;
                    }
                    open >>= 1;
                    depth -= 1;
                }
                b'"' => self.skip_string()?,
                b't' => self.literal("true")?,
                b'f' => self.literal("false")?,
                b'n' => self.literal("null")?,
                _ => drop(self.number()?),
            }
            loop {
                if depth == 0 {
                    return Ok(());
                }
                let object = open & 1 == 1;
                if self.more(if object { b'}' } else { b']' })? {
                    if object {
                        self.key()?;
                    }
                    break;
                }
                open >>= 1;
                depth -= 1;
            }
        }
    }

    /// Skips a key and its colon.
    fn key(&mut self) -> Result<(), Flaw> {
        self.skip_string()?;
        self.expect(b':')
    }

    fn skip_string(&mut self) -> Result<(), Flaw> {
        self.expect(b'"')?;
        loop {
            self.at = special(self.text.as_bytes(), self.at);
            match self.text.as_bytes().get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.at += 1;
                    self.escape()?;
                }
                Some(_) => return Err(Flaw::new("control character in a string").at(self.at)),
                None => return Err(Flaw::new("a string does not end").at(self.at)),
            }
        }
    }
}
