//! XML as elements and text.
//!
//! Made for what services send: UTF-8, no document type that defines anything. It checks that elements nest and end,
//! and resolves the five entities of XML and character references; an entity beyond those is a flaw, so that nothing
//! can be blown up. Its own and not quick-xml's, which costs twice the instructions (a list of 1,000 keys: 10 against
//! 5 million) and two crates.

use crate::codec::{swar, too_deep, Flaw, DEPTH};
use std::borrow::Cow;

/// The beginning of an element.
#[derive(Clone, Copy)]
pub struct Element<'a> {
    /// As it stands there, prefix and all.
    full: &'a str,
    /// What follows the name, up to the end of the tag.
    attributes: &'a str,
}

impl<'a> Element<'a> {
    /// Its name without prefix.
    #[inline]
    pub fn name(&self) -> &'a str {
        local(self.full)
    }

    /// The attribute whose name without prefix is that of `name` without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        while let Some((key, after)) = rest.split_once('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, after) = after[1..].split_once(quote)?;
            let key = key.trim();
            let declares = key == "xmlns" || key.starts_with("xmlns:");
            if !declares && local(key) == local(name) {
                return unescape(value).map(Cow::into_owned);
            }
            rest = after;
        }
        None
    }

    /// Whether it has any attributes.
    #[inline]
    pub fn has_attributes(&self) -> bool {
        !self.attributes.is_empty()
    }
}

/// A name without its prefix.
#[inline]
fn local(name: &str) -> &str {
    match name.bytes().position(|b| b == b':') {
        Some(colon) => &name[colon + 1..],
        None => name,
    }
}

/// What comes next.
pub enum Token<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// An element ends.
    End,
    /// Text, unescaped; an element may have several in a row.
    Text(Cow<'a, str>),
    /// The document ends.
    Eof,
}

/// Any element, without a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its name without prefix.
    pub name: String,
    /// The text before its first child.
    pub text: String,
    /// Its children.
    pub children: Vec<Node>,
}

impl Node {
    /// The first child of that name.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|c| c.name == name)
    }
}

/// A position in XML text.
#[derive(Clone)]
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// The names of the open elements.
    open: Vec<&'a str>,
    /// The element that has just begun ends at once: `<a/>`.
    closed: bool,
}

impl<'a> Tokens<'a> {
    /// At the beginning of these bytes, which must be UTF-8 (a byte order mark is skipped).
    pub fn new(bytes: &'a [u8]) -> Result<Tokens<'a>, Flaw> {
        let text = std::str::from_utf8(bytes).map_err(|e| Flaw::new("not UTF-8").at(e.valid_up_to()))?;
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        Ok(Tokens { text, at, open: Vec::with_capacity(8), closed: false })
    }

    /// The next token. Comments, processing instructions and document types are passed over.
    #[inline]
    #[allow(clippy::should_implement_trait)] // it can fail, and has an end of its own
    pub fn next(&mut self) -> Result<Token<'a>, Flaw> {
        if self.closed {
            self.closed = false;
            self.open.pop();
            return Ok(Token::End);
        }
        loop {
            let bytes = self.text.as_bytes();
            match (bytes.get(self.at), bytes.get(self.at + 1)) {
                (Some(b'<'), Some(b'/')) => return self.end().map(|()| Token::End),
                (Some(b'<'), Some(b'!')) => {
                    if let Some(text) = self.declaration()? {
                        return Ok(Token::Text(text));
                    }
                }
                (Some(b'<'), Some(b'?')) => self.pass("<?", "?>")?,
                (Some(b'<'), _) => return self.start().map(Token::Start),
                (Some(_), _) => return self.characters().map(Token::Text),
                (None, _) if self.open.is_empty() => return Ok(Token::Eof),
                (None, _) => return Err(self.flaw("the document ends inside an element")),
            }
        }
    }

    /// `<name attribute="…">` or `<name/>`.
    #[inline]
    fn start(&mut self) -> Result<Element<'a>, Flaw> {
        let bytes = self.text.as_bytes();
        let begin = self.at + 1;
        let mut at = begin;
        while bytes.get(at).is_some_and(|b| !matches!(b, b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n' | b'<' | b'=')) {
            at += 1;
        }
        if at == begin {
            return Err(self.flaw("'<' without the name of an element"));
        }
        if self.open.len() == DEPTH as usize {
            return Err(too_deep().at(self.at));
        }
        let full = &self.text[begin..at];
        let attributes = if bytes.get(at) == Some(&b'>') {
            self.at = at + 1;
            ""
        } else {
            self.attributes(at)?
        };
        self.open.push(full);
        Ok(Element { full, attributes })
    }

    /// The rest of a tag: up to the first '>' outside of quotes.
    fn attributes(&mut self, begin: usize) -> Result<&'a str, Flaw> {
        let bytes = self.text.as_bytes();
        let (mut at, mut quote) = (begin, 0);
        loop {
            match bytes.get(at) {
                Some(b'>') if quote == 0 => break,
                Some(&b) if b == quote => quote = 0,
                Some(b @ (b'"' | b'\'')) if quote == 0 => quote = *b,
                Some(b'<') | None => return Err(self.flaw("a tag does not end")),
                Some(_) => {}
            }
            at += 1;
        }
        self.closed = at > begin && bytes[at - 1] == b'/';
        self.at = at + 1;
        Ok(self.text[begin..at - usize::from(self.closed)].trim_matches([' ', '\t', '\r', '\n']))
    }

    /// `</name>`, which must be that of the innermost element.
    fn end(&mut self) -> Result<(), Flaw> {
        let Some(name) = self.open.last() else { return Err(self.flaw("an end without a beginning")) };
        let rest = &self.text.as_bytes()[self.at + 2..];
        if rest.starts_with(name.as_bytes()) {
            let mut after = name.len();
            while matches!(rest.get(after), Some(b' ' | b'\t' | b'\r' | b'\n')) {
                after += 1;
            }
            if rest.get(after) == Some(&b'>') {
                self.at += 2 + after + 1;
                self.open.pop();
                return Ok(());
            }
        }
        Err(self.flaw(if rest.contains(&b'>') { "an end of another element" } else { "a tag does not end" }))
    }

    /// A comment or document type, passed over; or CDATA, which is text.
    fn declaration(&mut self) -> Result<Option<Cow<'a, str>>, Flaw> {
        let rest = &self.text[self.at..];
        if rest.starts_with("<!--") {
            return self.pass("<!--", "-->").map(|()| None);
        }
        if let Some(data) = rest.strip_prefix("<![CDATA[") {
            let end = data.find("]]>").ok_or_else(|| self.flaw("CDATA does not end"))?;
            self.at += "<![CDATA[".len() + end + "]]>".len();
            return Ok(Some(lines(&data[..end])));
        }
        // A document type, perhaps with declarations between brackets, which are of no interest.
        let mut brackets = 0i32;
        for (at, byte) in rest.bytes().enumerate() {
            match byte {
                b'[' => brackets += 1,
                b']' => brackets -= 1,
                b'>' if brackets <= 0 => {
                    self.at += at + 1;
                    return Ok(None);
                }
                _ => {}
            }
        }
        Err(self.flaw("a declaration does not end"))
    }

    fn pass(&mut self, begin: &str, end: &str) -> Result<(), Flaw> {
        let rest = &self.text[self.at + begin.len()..];
        let length = rest.find(end).ok_or_else(|| self.flaw("a comment or instruction does not end"))?;
        self.at += begin.len() + length + end.len();
        Ok(())
    }

    /// Text up to the next tag.
    #[inline]
    fn characters(&mut self) -> Result<Cow<'a, str>, Flaw> {
        let begin = self.at;
        let bytes = self.text.as_bytes();
        let first = swar::find(bytes, begin, b'<', b'&', b'\r');
        if !matches!(bytes.get(first), Some(b'&' | b'\r')) {
            self.at = first;
            return Ok(Cow::Borrowed(&self.text[begin..first]));
        }
        let end = swar::find(bytes, first, b'<', b'<', b'<');
        self.at = end;
        let raw = &self.text[begin..end];
        unescape(raw).ok_or_else(|| Flaw::new("an entity that XML does not define").at(begin))
    }

    /// The root element. A page for people, which proxies send with any status, is no answer.
    pub fn root(&mut self) -> Result<Option<Element<'a>>, Flaw> {
        loop {
            match self.next()? {
                Token::Start(element) if element.name().eq_ignore_ascii_case("html") => {
                    return Err(self.flaw("a page of HTML, perhaps from a proxy"));
                }
                Token::Start(element) => return Ok(Some(element)),
                Token::Eof => return Ok(None),
                Token::Text(text) if text.trim().is_empty() => {}
                Token::Text(_) | Token::End => return Err(self.flaw("text before the first element")),
            }
        }
    }

    /// The rest of the document, which must be well formed and have nothing behind the root element.
    pub fn finish(&mut self) -> Result<(), Flaw> {
        loop {
            let outside = self.open.is_empty();
            match self.next()? {
                Token::Eof => return Ok(()),
                Token::Start(_) if outside => return Err(self.flaw("a second root element")),
                Token::Text(text) if outside && !text.trim().is_empty() => {
                    return Err(self.flaw("text behind the last element"));
                }
                _ => {}
            }
        }
    }

    /// The text of the element that has just begun, up to and with its end. Elements in it are skipped.
    #[inline]
    pub fn text(&mut self) -> Result<Cow<'a, str>, Flaw> {
        // Nearly all text is a stretch without anything in it between a tag and its end.
        let (bytes, begin) = (self.text.as_bytes(), self.at);
        if !self.closed {
            let end = swar::find(bytes, begin, b'<', b'&', b'\r');
            if bytes.get(end..end + 2) == Some(b"</") {
                self.at = end;
                self.end()?;
                return Ok(Cow::Borrowed(&self.text[begin..end]));
            }
        }
        self.mixed()
    }

    /// Text in pieces.
    fn mixed(&mut self) -> Result<Cow<'a, str>, Flaw> {
        let mut text = match self.next()? {
            Token::End | Token::Eof => return Ok(Cow::Borrowed("")),
            Token::Text(text) => text,
            Token::Start(_) => {
                self.skip()?;
                Cow::Borrowed("")
            }
        };
        loop {
            match self.next()? {
                Token::End | Token::Eof => return Ok(text),
                Token::Text(more) => text.to_mut().push_str(&more),
                Token::Start(_) => self.skip()?,
            }
        }
    }

    /// Skips the rest of the element that has just begun.
    pub fn skip(&mut self) -> Result<(), Flaw> {
        let around = self.open.len().saturating_sub(1);
        loop {
            match self.next()? {
                Token::End if self.open.len() <= around => return Ok(()),
                Token::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// The element that has just begun, whole.
    pub fn node(&mut self, element: &Element<'_>) -> Result<Node, Flaw> {
        let mut node = Node { name: element.name().to_owned(), text: String::new(), children: Vec::new() };
        loop {
            match self.next()? {
                Token::Start(child) => {
                    let child = self.node(&child)?;
                    node.children.push(child);
                }
                Token::Text(text) if node.children.is_empty() => node.text.push_str(&text),
                Token::Text(_) => {}
                Token::End | Token::Eof => return Ok(node),
            }
        }
    }

    /// A flaw at this place.
    #[cold]
    pub fn flaw(&self, message: &'static str) -> Flaw {
        Flaw::new(message).at(self.at)
    }

    /// The offset in the bytes.
    pub fn offset(&self) -> usize {
        self.at
    }
}

/// Line ends become one character each, as XML asks.
fn lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Text with its references resolved and its line ends made one; `None` for a reference that XML does not define.
fn unescape(text: &str) -> Option<Cow<'_, str>> {
    let bytes = text.as_bytes();
    let mut at = swar::find(bytes, 0, b'&', b'\r', b'&');
    if at == bytes.len() {
        return Some(Cow::Borrowed(text));
    }
    let mut out = String::with_capacity(text.len());
    let mut begin = 0;
    while at < bytes.len() {
        out.push_str(&text[begin..at]);
        if bytes[at] == b'\r' {
            out.push('\n');
            begin = at + 1 + usize::from(bytes.get(at + 1) == Some(&b'\n'));
        } else {
            let length = bytes[at..].iter().take(16).position(|b| *b == b';')?;
            out.push(reference(&text[at + 1..at + length])?);
            begin = at + length + 1;
        }
        at = swar::find(bytes, begin, b'&', b'\r', b'&');
    }
    out.push_str(&text[begin..]);
    Some(Cow::Owned(out))
}

/// What stands between `&` and `;`.
fn reference(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Node, Flaw> {
        let mut tokens = Tokens::new(text.as_bytes())?;
        let root = tokens.root()?.ok_or_else(|| Flaw::new("nothing"))?;
        let node = tokens.node(&root)?;
        tokens.finish()?;
        Ok(node)
    }

    #[test]
    fn elements_and_text() {
        let node = read(
            "\u{feff}<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b>'>]>\n<!-- <no> -->\
             <p:a x='1>2' p:y = \"&lt;&#65;\"> t&amp;<![CDATA[<&]]>\r\n<b/><b></b >&#x1F600;</p:a>\n",
        )
        .unwrap();
        assert_eq!((&*node.name, &*node.text), ("a", " t&<&\n"));
        assert_eq!(node.children.len(), 2);
        let mut tokens = Tokens::new(b"<a x='1>2' p:y = \"&lt;&#65;\" xmlns:z='q'/>").unwrap();
        let root = tokens.root().unwrap().unwrap();
        assert_eq!(root.attribute("x").as_deref(), Some("1>2"));
        assert_eq!(root.attribute("q:y").as_deref(), Some("<A"));
        assert_eq!(root.attribute("z"), None);
    }

    #[test]
    fn malformed_text_is_refused() {
        for text in [
            "<a>",
            "<a></b>",
            "<a",
            "<a x='>",
            "</a>",
            "<a>&nope;</a>",
            "<a>&#xD800;</a>",
            "<a>&lt</a>",
            "< a/>",
            "<a><!-- </a>",
            "<a><![CDATA[</a>",
            "x<a/>",
            "<a></ab>",
            "<a/></a>",
            "<!DOCTYPE",
            "<a><b></a></b>",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read(&"<a>".repeat(100_000)).is_err());
        assert!(Tokens::new(b"<a>\xff</a>").is_err());
    }
}
