//! A place in a document that knows its path, so that every complaint can name it.

use super::{ImportError, Json};
use crate::Text;

/// A value and the way to it.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    pub(super) json: &'a Json,
    step: Step<'a>,
    parent: Option<&'a Node<'a>>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Trait(&'a str),
    Index(usize),
}

pub(super) type Imported<T> = Result<T, ImportError>;

impl<'a> Node<'a> {
    pub(super) fn root(json: &'a Json) -> Self {
        Node { json, step: Step::Root, parent: None }
    }

    fn path(&self) -> String {
        let mut path = self.parent.map(Node::path).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Index(index) => path.push_str(&format!("[{index}]")),
            Step::Trait(name) => path.push_str(&format!(".traits.{name}")),
            Step::Key(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
        }
        path
    }

    pub(super) fn error(&self, problem: impl Into<String>) -> ImportError {
        ImportError::new(self.path(), problem)
    }

    fn expected(&self, wanted: &str) -> ImportError {
        self.error(format!("expected {wanted}, found {}", self.json.noun()))
    }

    /// The value of a key; none where it is absent or null.
    pub(super) fn get(&'a self, key: &'a str) -> Option<Node<'a>> {
        let json = self.json.get(key).filter(|j| **j != Json::Null)?;
        Some(Node { json, step: Step::Key(key), parent: Some(self) })
    }

    /// A trait of a Smithy shape or member.
    pub(super) fn smithy_trait(&'a self, name: &'a str) -> Option<Node<'a>> {
        let json = self.json.get("traits")?.get(name)?;
        Some(Node { json, step: Step::Trait(name), parent: Some(self) })
    }

    pub(super) fn has_trait(&self, name: &str) -> bool {
        self.json.get("traits").is_some_and(|t| t.get(name).is_some())
    }

    /// The entries of an object.
    pub(super) fn entries(&'a self) -> Imported<impl Iterator<Item = (&'a str, Node<'a>)>> {
        match self.json {
            Json::Object(entries) => Ok(entries
                .iter()
                .map(move |(key, json)| (key.as_str(), Node { json, step: Step::Key(key), parent: Some(self) }))),
            _ => Err(self.expected("an object")),
        }
    }

    /// Complains unless this is an object.
    pub(super) fn object(&self) -> Imported<()> {
        match self.json {
            Json::Object(_) => Ok(()),
            _ => Err(self.expected("an object")),
        }
    }

    /// The items of a list.
    pub(super) fn items(&'a self) -> Imported<impl Iterator<Item = Node<'a>>> {
        match self.json {
            Json::List(items) => Ok(items.iter().enumerate().map(move |(index, json)| Node {
                json,
                step: Step::Index(index),
                parent: Some(self),
            })),
            _ => Err(self.expected("a list")),
        }
    }

    pub(super) fn string(&self) -> Imported<&'a str> {
        match self.json {
            Json::String(s) => Ok(s),
            _ => Err(self.expected("a string")),
        }
    }

    pub(super) fn text(&self) -> Imported<Text> {
        self.string().map(|s| Text::Owned(s.to_owned()))
    }

    pub(super) fn boolean(&self) -> Imported<bool> {
        match self.json {
            Json::Bool(b) => Ok(*b),
            _ => Err(self.expected("a boolean")),
        }
    }

    pub(super) fn int(&self) -> Imported<i64> {
        match self.json {
            Json::Int(i) => Ok(*i),
            // Some writers print every number as a float.
            Json::Float(f) if f.fract() == 0.0 && f.abs() < 9e15 => Ok(*f as i64),
            _ => Err(self.expected("an integer")),
        }
    }

    /// An integer that fits.
    pub(super) fn fitting<T: TryFrom<i64>>(&self) -> Imported<T> {
        let int = self.int()?;
        T::try_from(int).map_err(|_| self.error(format!("{int} is out of range")))
    }

    pub(super) fn number(&self) -> Imported<f64> {
        match self.json {
            Json::Int(i) => Ok(*i as f64),
            Json::Float(f) => Ok(*f),
            _ => Err(self.expected("a number")),
        }
    }

    pub(super) fn texts(&self) -> Imported<Box<[Text]>> {
        self.items()?.map(|item| item.text()).collect()
    }

    // The same by key, with what absence means.

    pub(super) fn text_of(&self, key: &str) -> Imported<Option<Text>> {
        self.get(key).map(|n| n.text()).transpose()
    }

    pub(super) fn flag(&self, key: &str) -> Imported<bool> {
        self.get(key).map_or(Ok(false), |n| n.boolean())
    }

    pub(super) fn texts_of(&self, key: &str) -> Imported<Box<[Text]>> {
        self.get(key).map_or(Ok(Box::default()), |n| n.texts())
    }

    pub(super) fn required(&self, key: &str) -> Imported<Text> {
        match self.text_of(key)? {
            Some(text) => Ok(text),
            None => Err(self.error(format!("{key} is missing"))),
        }
    }
}
