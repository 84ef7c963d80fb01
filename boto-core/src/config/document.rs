//! One file of profiles or of boto settings, as it stands: sections, properties, nested properties, line numbers.
//!
//! The grammar is that of AWS's cross-SDK test suite; where the suite is silent, that of the AWS CLI (Python's
//! `configparser`): indented first properties, indented comments, any end of line, quoted names.
//!
//! Where the two disagree the suite counts. Unlike botocore, we therefore
//! - end values at a comment that follows white space (botocore keeps it as part of the value);
//! - join sections of the same title, and let the last of several properties count (botocore refuses the file);
//! - ignore profiles and properties whose names have other characters than letters, digits and `- / . % @ _ : +`,
//!   unless the profile's name is quoted (botocore takes them all);
//! - prefer `[profile default]` to `[default]` wherever it stands (botocore takes the last);
//! - refuse `name: value` and nested properties without a name (botocore takes both).

use crate::{Error, ErrorKind, Result};
use std::{fmt, path::Path, sync::Arc};
use zeroize::Zeroizing;

/// A parsed file.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where it came from.
    pub file: Arc<Path>,
    /// The sections in the order of the file; those of the same title are one.
    pub sections: Vec<Section>,
    /// What was ignored, and where.
    pub warnings: Vec<Warning>,
}

/// `[title]` and what follows.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// What stands between the brackets, trimmed.
    pub title: String,
    /// The line of the (first) title, from 1.
    pub line: usize,
    /// The properties; of several with the same name the last one counts.
    pub properties: Vec<Property>,
}

/// `name = value`.
#[derive(Clone)]
pub struct Property {
    /// The name in lower case.
    pub name: String,
    /// The value; continuation lines are joined by line feeds. May be a secret.
    pub value: Zeroizing<String>,
    /// The properties nested below an empty value.
    pub nested: Vec<Nested>,
    /// The file.
    pub file: Arc<Path>,
    /// The line, from 1.
    pub line: usize,
}

/// `name = value` below a property that has no value of its own.
#[derive(Clone)]
pub struct Nested {
    /// The name as it stands.
    pub name: String,
    /// The value. May be a secret.
    pub value: Zeroizing<String>,
    /// The line, from 1.
    pub line: usize,
}

impl fmt::Debug for Property {
    /// Values may be secrets and are left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}:{})", self.name, self.file.display(), self.line)
    }
}

impl fmt::Debug for Nested {
    /// Values may be secrets and are left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (line {})", self.name, self.line)
    }
}

impl Section {
    /// The property of that name (lower case).
    pub fn get(&self, name: &str) -> Option<&Property> {
        self.properties.iter().rfind(|p| p.name == name)
    }
}

impl Property {
    /// The nested property of that name, in whatever case.
    pub fn nested(&self, name: &str) -> Option<&Nested> {
        self.nested.iter().rfind(|n| n.name.eq_ignore_ascii_case(name))
    }
}

/// Something in a file that was ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The file.
    pub file: Arc<Path>,
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What was ignored, and why. Never holds a value.
    pub message: String,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// How strict the reading is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialect {
    /// `~/.aws/config` and `~/.aws/credentials`: malformed lines are errors, as they are for the CLI.
    Aws,
    /// `~/.boto` and `/etc/boto.cfg`: `name: value` is fine too.
    Boto,
}

/// Parses a file. Malformed lines are errors of [`ErrorKind::Config`] that name file and line.
pub fn parse(bytes: &[u8], file: &Arc<Path>, dialect: Dialect) -> Result<Document> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let line = 1 + bytes[..e.valid_up_to()].iter().filter(|b| **b == b'\n').count();
        Error::new(ErrorKind::Config, format!("{}:{line}: not valid UTF-8", file.display()))
    })?;
    let document = Document { file: file.clone(), sections: Vec::new(), warnings: Vec::new() };
    let mut reader = Reader { document, dialect, section: None, indent: 0, property: false };
    for (index, line) in lines(text).enumerate() {
        reader.line(line, index + 1)?;
    }
    Ok(reader.document)
}

/// Lines that end in LF, CR LF or CR.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let all = rest?;
        let Some(end) = all.find(['\n', '\r']) else {
            rest = None;
            return Some(all);
        };
        let skip = if all[end..].starts_with("\r\n") { 2 } else { 1 };
        rest = Some(&all[end + skip..]);
        Some(&all[..end])
    })
}

struct Reader {
    document: Document,
    dialect: Dialect,
    /// Index of the section being read.
    section: Option<usize>,
    /// Indentation of the property being read.
    indent: usize,
    /// Whether a property is being read: what is indented deeper belongs to it.
    property: bool,
}

const COMMENT: [char; 2] = ['#', ';'];

impl Reader {
    fn line(&mut self, line: &str, number: usize) -> Result<()> {
        let text = line.trim();
        if text.is_empty() || text.starts_with(COMMENT) {
            return Ok(());
        }
        let indent = line.len() - line.trim_start().len();
        if self.property && indent > self.indent {
            return self.continuation(text, number);
        }
        if text.starts_with('[') {
            return self.title(text, number);
        }
        self.property(text, indent, number)
    }

    fn title(&mut self, text: &str, number: usize) -> Result<()> {
        let Some((title, rest)) = text[1..].split_once(']') else {
            return Err(self.error(number, "a section must end with ']'"));
        };
        let title = title.trim();
        if !rest.trim_start().is_empty() && !rest.trim_start().starts_with(COMMENT) {
            self.warn(number, format!("ignored what follows [{title}]"));
        }
        let sections = &mut self.document.sections;
        let known = sections.iter().position(|s| s.title == title);
        self.section = Some(known.unwrap_or_else(|| {
            sections.push(Section { title: title.to_owned(), line: number, properties: Vec::new() });
            sections.len() - 1
        }));
        self.property = false;
        Ok(())
    }

    fn property(&mut self, text: &str, indent: usize, number: usize) -> Result<()> {
        let Some(section) = self.section else {
            return Err(self.error(number, "expected a section like [default] before the first property"));
        };
        let text = without_comment(text);
        let split = match self.dialect {
            Dialect::Aws => text.split_once('='),
            Dialect::Boto => text.split_once(['=', ':']),
        };
        let Some((name, value)) = split else {
            return Err(self.error(number, "expected a property, name = value"));
        };
        let (name, value) = (name.trim().to_lowercase(), value.trim());
        if name.is_empty() {
            return Err(self.error(number, "a property must have a name"));
        }
        let file = self.document.file.clone();
        let value = Zeroizing::new(value.to_owned());
        let properties = &mut self.document.sections[section].properties;
        properties.push(Property { name, value, nested: Vec::new(), file, line: number });
        self.indent = indent;
        self.property = true;
        Ok(())
    }

    fn continuation(&mut self, text: &str, number: usize) -> Result<()> {
        let property = self.section.and_then(|s| self.document.sections[s].properties.last_mut());
        let Some(property) = property else {
            return Err(self.error(number, "expected a property before this continuation"));
        };
        if property.value.is_empty() || property.value.starts_with('\n') {
            let Some((name, value)) = without_comment(text).split_once('=') else {
                return Err(self.error(number, "expected a nested property, name = value"));
            };
            let (name, value) = (name.trim().to_owned(), Zeroizing::new(value.trim().to_owned()));
            if name.is_empty() {
                return Err(self.error(number, "a nested property must have a name"));
            }
            property.nested.push(Nested { name, value, line: number });
        }
        // A value that grows in place would leave copies behind.
        let mut grown = Zeroizing::new(String::with_capacity(property.value.len() + 1 + text.len()));
        grown.push_str(&property.value);
        grown.push('\n');
        grown.push_str(text);
        property.value = grown;
        Ok(())
    }

    fn warn(&mut self, line: usize, message: String) {
        let file = self.document.file.clone();
        self.document.warnings.push(Warning { file, line, message });
    }

    fn error(&self, line: usize, what: &str) -> Error {
        Error::new(ErrorKind::Config, format!("{}:{line}: {what}", self.document.file.display()))
    }
}

/// Cuts off a comment, which begins with `#` or `;` after white space.
fn without_comment(text: &str) -> &str {
    let mut space = false;
    for (at, c) in text.char_indices() {
        if space && COMMENT.contains(&c) {
            return text[..at].trim_end();
        }
        space = c == ' ' || c == '\t';
    }
    text
}
