//! Where a request goes: the endpoint rules of a service, asked with parameters from settings and input.
//!
//! Rules are facts of `boto-model`; here they are compiled once per service ([`Compiled`]) and run by an interpreter
//! that needs next to no stack. A [`Resolver`] keeps the answers of one connection.

pub mod auth;
mod check;
mod compile;
mod evaluate;
mod functions;
#[cfg(feature = "all-services")]
pub mod legacy;
pub mod params;
mod partition;
mod paths;
mod pattern;
mod resolver;
mod value;

pub use check::{check_region, parse_endpoint_url};
pub use compile::{compile, Compiled};
pub use partition::Atlas;
pub use resolver::Resolver;

use crate::{error::Result, http::Url, value::Object, Value};
use boto_model::{rules::RuleSet, Text};

/// Where to send a request, and what the rules say about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    /// Scheme, authority and path, exactly as the rules write them: the path is empty or what the rules end with.
    pub url: Url,
    /// Headers to send.
    pub headers: Vec<(String, String)>,
    /// Whatever else the rules say; `authSchemes` among it.
    pub properties: Object,
}

/// How the rules want a request to be signed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthScheme {
    /// `sigv4`, `sigv4a`, `sigv4-s3express`, `bearer`, `none` or a name yet unknown.
    pub name: String,
    /// The signing name, where it is not the service's own.
    pub signing_name: Option<String>,
    /// The region to sign for (`sigv4`).
    pub signing_region: Option<String>,
    /// The set of regions to sign for (`sigv4a`).
    pub signing_region_set: Vec<String>,
    /// Sign the path as it is on the wire.
    pub disable_double_encoding: bool,
    /// Leave dots and slashes of the path alone.
    pub disable_normalize_path: bool,
}

impl Endpoint {
    /// The schemes the rules list, in their order of preference.
    pub fn auth_schemes(&self) -> Vec<AuthScheme> {
        let Some(Value::List(list)) = self.properties.0.get("authSchemes") else { return Vec::new() };
        list.iter().map(auth_scheme).collect()
    }

    /// The backend the rules name (`S3Express` for directory buckets).
    pub fn backend(&self) -> Option<&str> {
        text(self.properties.0.get("backend"))
    }
}

fn auth_scheme(scheme: &Value) -> AuthScheme {
    let empty = Object::default();
    let members = match scheme {
        Value::Map(members) => members,
        _ => &empty,
    };
    let owned = |name: &str| text(members.0.get(name)).map(str::to_owned);
    let flag = |name: &str| matches!(members.0.get(name), Some(Value::Bool(true)));
    let set = match members.0.get("signingRegionSet") {
        Some(Value::List(list)) => list.iter().filter_map(|r| text(Some(r))).map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    AuthScheme {
        name: owned("name").unwrap_or_default(),
        signing_name: owned("signingName"),
        signing_region: owned("signingRegion"),
        signing_region_set: set,
        disable_double_encoding: flag("disableDoubleEncoding"),
        disable_normalize_path: flag("disableNormalizePath"),
    }
}

fn text(value: Option<&Value>) -> Option<&str> {
    match value {
        Some(Value::String(s)) => Some(s),
        _ => None,
    }
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Param {
    /// A string.
    String(String),
    /// A boolean.
    Bool(bool),
    /// A list of strings.
    Strings(Vec<String>),
}

/// What the rules are asked with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(Vec<(Text, Param)>);

impl Params {
    /// No parameters.
    pub fn new() -> Params {
        Params::default()
    }

    /// Sets a parameter, whatever it was before. Parameters that the rules don't know are ignored.
    pub fn set(&mut self, name: impl Into<Text>, value: impl Into<Param>) {
        let (name, value) = (name.into(), value.into());
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, slot)) => *slot = value,
            None => self.0.push((name, value)),
        }
    }

    /// Sets a parameter that is not set yet, if there is a value for it.
    fn set_absent(&mut self, name: &Text, value: impl FnOnce() -> Option<Param>) {
        if self.get(name).is_none() {
            if let Some(value) = value() {
                self.0.push((name.clone(), value));
            }
        }
    }

    /// Removes a parameter.
    pub fn unset(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// The parameter of that name.
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The parameter of that name, if it is a string.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Param::String(s)) => Some(s),
            _ => None,
        }
    }

    /// The parameter of that name, if it is a boolean.
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.get(name) {
            Some(Param::Bool(b)) => Some(*b),
            _ => None,
        }
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Param {
        Param::String(text.to_owned())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Param {
        Param::String(text)
    }
}

impl From<bool> for Param {
    fn from(flag: bool) -> Param {
        Param::Bool(flag)
    }
}

impl From<Vec<String>> for Param {
    fn from(list: Vec<String>) -> Param {
        Param::Strings(list)
    }
}

/// Asks rules once. Where the same rules are asked again, keep a [`Resolver`].
pub fn resolve(rules: &RuleSet, atlas: &Atlas, params: &Params) -> Result<Endpoint> {
    let compiled = compile(rules)?;
    let given: Vec<Option<&Param>> = compiled.parameters.iter().map(|p| params.get(&p.name)).collect();
    evaluate::run(&compiled, atlas, &given)
}
