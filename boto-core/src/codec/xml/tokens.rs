//! quick-xml's events, reduced to elements and text.

use crate::codec::{too_deep, Flaw, DEPTH};
use quick_xml::{
    events::{BytesStart, Event},
    Reader,
};
use std::borrow::Cow;

/// The beginning of an element.
pub struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name without prefix.
    #[inline]
    pub fn name(&self) -> &str {
        std::str::from_utf8(self.0.local_name().into_inner()).unwrap_or("")
    }

    /// The attribute whose name without prefix is that of `name` without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        fn local(name: &str) -> &str {
            name.rsplit(':').next().unwrap_or(name)
        }
        self.0.attributes().flatten().find_map(|a| {
            let key = std::str::from_utf8(a.key.into_inner()).ok()?;
            let declares = key == "xmlns" || key.starts_with("xmlns:");
            (!declares && local(key) == local(name)).then(|| a.unescape_value().ok().map(Cow::into_owned))?
        })
    }

    /// Whether it has any attributes.
    #[inline]
    pub fn has_attributes(&self) -> bool {
        !self.0.attributes_raw().is_empty()
    }
}

/// What comes next.
pub enum Token<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// An element ends.
    End,
    /// Text, unescaped.
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
    reader: Reader<&'a [u8]>,
    /// How many elements are open.
    depth: u32,
}

impl<'a> Tokens<'a> {
    /// At the beginning.
    pub fn new(bytes: &'a [u8]) -> Tokens<'a> {
        let mut reader = Reader::from_reader(bytes);
        reader.config_mut().expand_empty_elements = true;
        Tokens { reader, depth: 0 }
    }

    /// The next token. Comments, processing instructions and declarations are passed over.
    #[inline]
    pub fn next(&mut self) -> Result<Token<'a>, Flaw> {
        loop {
            return Ok(match self.reader.read_event().map_err(|e| self.flaw(&e.to_string()))? {
                Event::Start(start) => {
                    if self.depth == DEPTH {
                        return Err(too_deep().at(self.offset()));
                    }
                    self.depth += 1;
                    Token::Start(Element(start))
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Token::End
                }
                Event::Text(text) => match text.into_inner() {
                    // Line ends become one character each, as XML asks.
                    Cow::Borrowed(bytes) => Token::Text(self.lines(bytes)?),
                    Cow::Owned(bytes) => Token::Text(Cow::Owned(self.lines(&bytes)?.into_owned())),
                },
                Event::CData(data) => match data.into_inner() {
                    Cow::Borrowed(bytes) => Token::Text(self.lines(bytes)?),
                    Cow::Owned(bytes) => Token::Text(Cow::Owned(self.lines(&bytes)?.into_owned())),
                },
                Event::GeneralRef(reference) => {
                    if let Some(c) = reference.resolve_char_ref().map_err(|e| self.flaw(&e.to_string()))? {
                        return Ok(Token::Text(Cow::Owned(c.to_string())));
                    }
                    let name = reference.decode().map_err(|e| self.flaw(&e.to_string()))?;
                    match quick_xml::escape::resolve_xml_entity(&name) {
                        Some(text) => Token::Text(Cow::Borrowed(text)),
                        None => return Err(self.flaw("an entity that XML does not define")),
                    }
                }
                Event::Eof if self.depth > 0 => return Err(self.flaw("the document ends inside an element")),
                Event::Eof => Token::Eof,
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            });
        }
    }

    #[inline]
    fn lines<'t>(&self, bytes: &'t [u8]) -> Result<Cow<'t, str>, Flaw> {
        let text = std::str::from_utf8(bytes).map_err(|_| self.flaw("not UTF-8"))?;
        Ok(if bytes.contains(&b'\r') {
            Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            Cow::Borrowed(text)
        })
    }

    /// The root element.
    pub fn root(&mut self) -> Result<Option<Element<'a>>, Flaw> {
        loop {
            match self.next()? {
                Token::Start(element) => return Ok(Some(element)),
                Token::Eof => return Ok(None),
                Token::Text(text) if text.trim_matches(['\u{feff}', ' ', '\n', '\t', '\r']).is_empty() => {}
                Token::Text(_) | Token::End => return Err(self.flaw("text before the first element")),
            }
        }
    }

    /// The rest of the document, which must be well formed.
    pub fn finish(&mut self) -> Result<(), Flaw> {
        while !matches!(self.next()?, Token::Eof) {}
        Ok(())
    }

    /// The text of the element that has just begun, up to and with its end. Elements in it are skipped.
    #[inline]
    pub fn text(&mut self) -> Result<Cow<'a, str>, Flaw> {
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
        let mut open = 1u32;
        while open > 0 {
            match self.next()? {
                Token::Start(_) => open += 1,
                Token::End => open -= 1,
                Token::Eof => return Ok(()),
                Token::Text(_) => {}
            }
        }
        Ok(())
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
    pub fn flaw(&self, message: &str) -> Flaw {
        Flaw::new(message.to_owned()).at(self.offset())
    }

    /// The offset in the bytes.
    pub fn offset(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }
}
