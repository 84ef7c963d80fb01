//! [`Flaw`]: what is wrong with some data, and where in it.

use std::{borrow::Cow, fmt};

/// What is wrong with data, and where: `Items[3].Size: expected integer, found string (at byte 17)`.
pub struct Flaw(Box<Inner>);

struct Inner {
    message: Cow<'static, str>,
    /// Grows leftwards while the error travels up.
    path: String,
    offset: Option<usize>,
}

impl Flaw {
    /// A flaw without a place yet.
    #[cold]
    pub fn new(message: impl Into<Cow<'static, str>>) -> Flaw {
        Flaw(Box::new(Inner { message: message.into(), path: String::new(), offset: None }))
    }

    /// `expected integer, found string`.
    #[cold]
    pub fn wanted(wanted: &str, found: &str) -> Flaw {
        Flaw::new(format!("expected {wanted}, found {found}"))
    }

    /// Adds the offset in the bytes, unless there is one.
    #[cold]
    #[must_use]
    pub fn at(mut self, offset: usize) -> Flaw {
        self.0.offset.get_or_insert(offset);
        self
    }

    /// Adds the member it is in, to the left of the path so far.
    #[cold]
    #[must_use]
    pub fn within(mut self, member: &str) -> Flaw {
        let dot = if self.0.path.is_empty() || self.0.path.starts_with('[') { "" } else { "." };
        self.0.path.insert_str(0, &format!("{member}{dot}"));
        self
    }

    /// Adds the element it is in, to the left of the path so far.
    #[cold]
    #[must_use]
    pub fn element(mut self, index: usize) -> Flaw {
        let dot = if self.0.path.is_empty() || self.0.path.starts_with('[') { "" } else { "." };
        self.0.path.insert_str(0, &format!("[{index}]{dot}"));
        self
    }

    /// Adds the entry it is in, to the left of the path so far. Keys come from outside, so long ones are cut.
    #[cold]
    #[must_use]
    pub fn entry(self, key: &str) -> Flaw {
        let short: String = key.chars().take(40).collect();
        self.within(&short)
    }
}

impl From<crate::field::Mismatch> for Flaw {
    #[cold]
    fn from(mismatch: crate::field::Mismatch) -> Flaw {
        Flaw::new(format!("expected {}", mismatch.wanted))
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.path.is_empty() {
            write!(f, "{}: ", self.0.path)?;
        }
        f.write_str(&self.0.message)?;
        if let Some(offset) = self.0.offset {
            write!(f, " (at byte {offset})")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Flaw {}
