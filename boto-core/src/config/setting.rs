//! What a setting is: its names, the kind of its value, its default.

use super::origin::Origin;
use crate::{Error, ErrorKind, Result};
use std::{borrow::Cow, collections::BTreeMap, ffi::OsString, fmt, path::PathBuf, time::Duration};

/// One row of the table of settings.
#[derive(Debug)]
pub struct Setting {
    /// The name: of the getter, the override and in [`super::Config::explain`].
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// Environment variables, the first that is set wins.
    pub env: &'static [&'static str],
    /// Properties of a profile, the first that is set wins; `s3.addressing_style` is nested below `s3`.
    pub keys: &'static [&'static str],
    /// Properties of the `[Boto]` section of `~/.boto`.
    pub boto: &'static [&'static str],
    /// What values it takes.
    pub kind: Kind,
    /// What holds if nobody says anything; read like a value from the environment.
    pub default: Option<&'static str>,
}

/// What values a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// One of these words, in whatever case.
    Word(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A number between these, both included.
    Count(u64, u64),
    /// Seconds, with or without a fraction.
    Seconds,
    /// Words separated by commas.
    List,
    /// The path of a file or directory; `~` is the home directory.
    Path,
    /// Names and texts: nested properties.
    Map,
    /// A region's name, which becomes part of host names.
    Region,
    /// An absolute URL.
    Url,
}

/// A value.
#[derive(Clone, PartialEq)]
pub enum Datum {
    /// Of [`Kind::Text`], [`Kind::Word`], [`Kind::Region`] and [`Kind::Url`].
    Text(Cow<'static, str>),
    /// Of [`Kind::Flag`].
    Flag(bool),
    /// Of [`Kind::Count`].
    Count(u64),
    /// Of [`Kind::Seconds`].
    Seconds(Duration),
    /// Of [`Kind::List`].
    List(Vec<String>),
    /// Of [`Kind::Path`].
    Path(PathBuf),
    /// Of [`Kind::Map`].
    Map(BTreeMap<String, String>),
}

impl fmt::Debug for Datum {
    /// Without passwords: URLs of proxies may hold some.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Datum::Text(text) => fmt::Debug::fmt(&redacted(text), f),
            Datum::Flag(flag) => fmt::Debug::fmt(flag, f),
            Datum::Count(count) => fmt::Debug::fmt(count, f),
            Datum::Seconds(duration) => fmt::Debug::fmt(duration, f),
            Datum::List(list) => fmt::Debug::fmt(list, f),
            Datum::Path(path) => fmt::Debug::fmt(path, f),
            Datum::Map(map) => fmt::Debug::fmt(map, f),
        }
    }
}

impl Setting {
    /// Reads a value from the environment or a file.
    pub(super) fn read(&self, raw: Cow<'static, str>, origin: &Origin) -> Result<Datum> {
        let text = raw.trim();
        let datum = match self.kind {
            Kind::Flag => match text.to_ascii_lowercase().as_str() {
                "true" => Some(Datum::Flag(true)),
                "false" => Some(Datum::Flag(false)),
                _ => None,
            },
            Kind::Count(..) => text.parse().ok().map(Datum::Count),
            Kind::Seconds => seconds(text).map(Datum::Seconds),
            Kind::List => {
                Some(Datum::List(text.split(',').map(str::trim).filter(|w| !w.is_empty()).map(str::to_owned).collect()))
            }
            Kind::Path => Some(Datum::Path(PathBuf::from(text))),
            Kind::Map => None,
            Kind::Text | Kind::Word(_) | Kind::Region | Kind::Url => {
                Some(Datum::Text(if text.len() == raw.len() { raw.clone() } else { text.to_owned().into() }))
            }
        };
        let datum = datum.ok_or_else(|| self.bad(text, origin))?;
        self.check(datum, origin)
    }

    /// Reads a path from the environment, which need not be UTF-8.
    pub(super) fn read_os(&self, raw: OsString, origin: &Origin) -> Result<Datum> {
        if self.kind == Kind::Path {
            return Ok(Datum::Path(PathBuf::from(raw)));
        }
        match raw.into_string() {
            Ok(text) => self.read(text.into(), origin),
            Err(raw) => Err(self.bad(&raw.to_string_lossy(), origin)),
        }
    }

    /// Checks a value, whoever it comes from, and brings words to their usual case.
    pub(super) fn check(&self, datum: Datum, origin: &Origin) -> Result<Datum> {
        match (self.kind, &datum) {
            (Kind::Word(words), Datum::Text(text)) => match words.iter().find(|w| w.eq_ignore_ascii_case(text)) {
                Some(word) => Ok(Datum::Text((*word).into())),
                None => Err(self.bad(text, origin)),
            },
            (Kind::Count(least, most), Datum::Count(n)) if !(least..=most).contains(n) => {
                Err(self.bad(&n.to_string(), origin))
            }
            (Kind::Region, Datum::Text(text)) if !is_region(text) => Err(self.bad(text, origin)),
            (Kind::Url, Datum::Text(text)) if !is_url(text) => Err(self.bad(text, origin)),
            _ => Ok(datum),
        }
    }

    fn bad(&self, value: &str, origin: &Origin) -> Error {
        let wanted = match self.kind {
            Kind::Word(words) => format!("one of {}", words.join(", ")),
            Kind::Flag => "true or false".to_owned(),
            Kind::Count(least, u64::MAX) => format!("a whole number of at least {least}"),
            Kind::Count(least, most) => format!("a whole number from {least} to {most}"),
            Kind::Seconds => "a number of seconds".to_owned(),
            Kind::List => "words separated by commas".to_owned(),
            Kind::Path => "a path".to_owned(),
            Kind::Map => "nested properties".to_owned(),
            Kind::Region => "a region such as us-west-2 (letters, digits, hyphens)".to_owned(),
            Kind::Url => "a URL such as http://localhost:4566".to_owned(),
            Kind::Text => "valid UTF-8".to_owned(),
        };
        let message = format!("{} cannot be {:?} ({origin}): it must be {wanted}", self.name, redacted(value));
        Error::new(ErrorKind::Config, message)
    }
}

/// A URL without its password; the scheme may be missing, as it may for proxies.
pub(super) fn redacted(text: &str) -> Cow<'_, str> {
    let (scheme, rest) = match text.find("://") {
        Some(at) => text.split_at(at + 3),
        None => ("", text),
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    match authority.rsplit_once('@') {
        Some((_, host)) => format!("{scheme}***@{host}{}", &rest[authority.len()..]).into(),
        None => text.into(),
    }
}

fn seconds(text: &str) -> Option<Duration> {
    let seconds: f64 = text.parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}

/// One label of a host name, and not a number.
fn is_region(text: &str) -> bool {
    let label = !text.is_empty()
        && text.len() <= 63
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-');
    label && !text.bytes().all(|b| b.is_ascii_digit())
}

fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && !host.is_empty()
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}
