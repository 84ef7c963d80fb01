//! A place in a document that knows its path, so that every complaint can name it.

use super::{Invalid, Json};
use crate::Text;

/// A value and the way to it.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    pub(crate) json: &'a Json,
    step: Step<'a>,
    parent: Option<&'a Node<'a>>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    #[cfg(feature = "import")]
    Trait(&'a str),
    Index(usize),
}

pub(crate) type Read<T> = Result<T, Invalid>;

impl<'a> Node<'a> {
    pub(crate) fn root(json: &'a Json) -> Self {
        Node { json, step: Step::Root, parent: None }
    }

    fn path(&self) -> String {
        let mut path = self.parent.map(Node::path).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Index(index) => path.push_str(&format!("[{index}]")),
            #[cfg(feature = "import")]
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

    pub(crate) fn error(&self, problem: impl Into<String>) -> Invalid {
        Invalid::new(self.path(), problem)
    }

    fn expected(&self, wanted: &str) -> Invalid {
        self.error(format!("expected {wanted}, found {}", self.json.noun()))
    }

    /// The value of a key; none where it is absent or null.
    pub(crate) fn get(&'a self, key: &'a str) -> Option<Node<'a>> {
        let json = self.json.get(key).filter(|j| **j != Json::Null)?;
        Some(Node { json, step: Step::Key(key), parent: Some(self) })
    }

    #[cfg(feature = "import")]
    /// A trait of a Smithy shape or member.
    pub(crate) fn smithy_trait(&'a self, name: &'a str) -> Option<Node<'a>> {
        let json = self.json.get("traits")?.get(name)?;
        Some(Node { json, step: Step::Trait(name), parent: Some(self) })
    }

    #[cfg(feature = "import")]
    pub(crate) fn has_trait(&self, name: &str) -> bool {
        self.json.get("traits").is_some_and(|t| t.get(name).is_some())
    }

    /// The entries of an object.
    pub(crate) fn entries(&'a self) -> Read<impl Iterator<Item = (&'a str, Node<'a>)>> {
        match self.json {
            Json::Object(entries) => Ok(entries
                .iter()
                .map(move |(key, json)| (key.as_str(), Node { json, step: Step::Key(key), parent: Some(self) }))),
            _ => Err(self.expected("an object")),
        }
    }

    /// Complains unless this is an object.
    pub(crate) fn object(&self) -> Read<()> {
        match self.json {
            Json::Object(_) => Ok(()),
            _ => Err(self.expected("an object")),
        }
    }

    /// The items of a list.
    pub(crate) fn items(&'a self) -> Read<impl Iterator<Item = Node<'a>>> {
        match self.json {
            Json::List(items) => Ok(items.iter().enumerate().map(move |(index, json)| Node {
                json,
                step: Step::Index(index),
                parent: Some(self),
            })),
            _ => Err(self.expected("a list")),
        }
    }

    pub(crate) fn string(&self) -> Read<&'a str> {
        match self.json {
            Json::String(s) => Ok(s),
            _ => Err(self.expected("a string")),
        }
    }

    pub(crate) fn text(&self) -> Read<Text> {
        self.string().map(|s| Text::Owned(s.to_owned()))
    }

    pub(crate) fn boolean(&self) -> Read<bool> {
        match self.json {
            Json::Bool(b) => Ok(*b),
            _ => Err(self.expected("a boolean")),
        }
    }

    pub(crate) fn int(&self) -> Read<i64> {
        match self.json {
            Json::Int(i) => Ok(*i),
            // Some writers print every number as a float.
            Json::Float(f) if f.fract() == 0.0 && f.abs() < 9e15 => Ok(*f as i64),
            _ => Err(self.expected("an integer")),
        }
    }

    #[cfg(feature = "import")]
    /// An integer that fits.
    pub(crate) fn fitting<T: TryFrom<i64>>(&self) -> Read<T> {
        let int = self.int()?;
        T::try_from(int).map_err(|_| self.error(format!("{int} is out of range")))
    }

    #[cfg(feature = "import")]
    pub(crate) fn number(&self) -> Read<f64> {
        match self.json {
            Json::Int(i) => Ok(*i as f64),
            Json::Float(f) => Ok(*f),
            _ => Err(self.expected("a number")),
        }
    }

    #[cfg(feature = "import")]
    pub(crate) fn texts(&self) -> Read<Box<[Text]>> {
        self.items()?.map(|item| item.text()).collect()
    }

    // The same by key, with what absence means.

    pub(crate) fn text_of(&self, key: &str) -> Read<Option<Text>> {
        self.get(key).map(|n| n.text()).transpose()
    }

    pub(crate) fn flag(&self, key: &str) -> Read<bool> {
        self.get(key).map_or(Ok(false), |n| n.boolean())
    }

    #[cfg(feature = "import")]
    pub(crate) fn texts_of(&self, key: &str) -> Read<Box<[Text]>> {
        self.get(key).map_or(Ok(Box::default()), |n| n.texts())
    }

    pub(crate) fn required(&self, key: &str) -> Read<Text> {
        match self.text_of(key)? {
            Some(text) => Ok(text),
            None => Err(self.error(format!("{key} is missing"))),
        }
    }
}
