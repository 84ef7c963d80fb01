//! [`Origin`]: where a value came from.

use std::{borrow::Cow, fmt, path::Path, sync::Arc};

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// Built in.
    Default,
    /// The defaults mode of that name.
    DefaultsMode(&'static str),
    /// An argument of the session, the connection or the call.
    Argument,
    /// The environment variable of that name.
    Environment(Cow<'static, str>),
    /// A file.
    File {
        /// The file.
        path: Arc<Path>,
        /// The line, from 1.
        line: usize,
        /// The section, `profile dev`.
        section: Arc<str>,
    },
    /// The instance metadata service.
    Metadata,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Default => f.write_str("default"),
            Origin::DefaultsMode(mode) => write!(f, "defaults mode {mode}"),
            Origin::Argument => f.write_str("argument"),
            Origin::Environment(name) => write!(f, "environment variable {name}"),
            Origin::File { path, line, section } => write!(f, "{}:{line} ({section})", path.display()),
            Origin::Metadata => f.write_str("instance metadata"),
        }
    }
}
