//! Profiles, SSO sessions and service sections: what `~/.aws/config` and `~/.aws/credentials` say together.

use super::document::{Document, Property, Section, Warning};
use crate::{order::sort_by_text, Error, ErrorKind, Result};
use std::collections::BTreeMap;

/// What both files say together.
#[derive(Clone, Debug, Default)]
pub struct Profiles {
    profiles: BTreeMap<String, Profile>,
    sso_sessions: BTreeMap<String, Profile>,
    services: BTreeMap<String, Profile>,
    warnings: Vec<Warning>,
}

/// A named group of properties: a profile, an SSO session or a section of services.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    config: Section,
    credentials: Section,
}

impl Profile {
    /// The property of that name (lower case). The credentials file wins over the configuration file.
    pub fn get(&self, name: &str) -> Option<&Property> {
        self.credentials.get(name).or_else(|| self.config.get(name))
    }

    /// The property's value.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).map(|p| p.value.as_str())
    }

    /// What the configuration file says.
    pub fn config(&self) -> &Section {
        &self.config
    }

    /// What the credentials file says.
    pub fn credentials(&self) -> &Section {
        &self.credentials
    }

    /// The names of all properties, without doubles.
    pub fn names(&self) -> Vec<&str> {
        let properties = self.config.properties.iter().chain(&self.credentials.properties);
        let mut names: Vec<&str> = properties.map(|p| p.name.as_str()).collect();
        sort_by_text(&mut names, |name| name);
        names.dedup();
        names
    }

    /// The profile as a whole, if it says anything: `(file, line)` of its title.
    pub fn line(&self) -> usize {
        if self.config.line > 0 {
            self.config.line
        } else {
            self.credentials.line
        }
    }

    fn merge(&mut self, section: Section, credentials: bool) {
        let own = if credentials { &mut self.credentials } else { &mut self.config };
        if own.line == 0 {
            own.line = section.line;
        }
        own.title = section.title;
        own.properties.extend(section.properties);
    }
}

impl Profiles {
    /// Joins the two files.
    pub fn new(config: Option<Document>, credentials: Option<Document>) -> Profiles {
        let mut all = Profiles::default();
        if let Some(document) = config {
            all.add_config(document);
        }
        if let Some(document) = credentials {
            all.add_credentials(document);
        }
        all
    }

    /// The profile of that name.
    pub fn profile(&self, name: &str) -> Option<&Profile> {
        self.profiles.get(name)
    }

    /// The SSO session of that name.
    pub fn sso_session(&self, name: &str) -> Option<&Profile> {
        self.sso_sessions.get(name)
    }

    /// The section `[services name]`.
    pub fn services(&self, name: &str) -> Option<&Profile> {
        self.services.get(name)
    }

    /// The names of all profiles, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.profiles.keys().map(String::as_str)
    }

    /// The names of all SSO sessions, sorted.
    pub fn sso_session_names(&self) -> impl Iterator<Item = &str> {
        self.sso_sessions.keys().map(String::as_str)
    }

    /// What was ignored in the files.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The error for a profile that is not there: names those that are.
    pub fn unknown(&self, name: &str, origin: &str) -> Error {
        let error = Error::new(ErrorKind::Config, format!("the profile {name:?} ({origin}) does not exist"));
        let names: Vec<&str> = self.names().collect();
        let near = boto_model::suggest::nearest(name, names.iter().copied());
        let mut hint = match (near.first(), names.is_empty()) {
            (Some(near), _) => format!("did you mean {near:?}? There are: {}", names.join(", ")),
            (None, false) => format!("there are: {}", names.join(", ")),
            (None, true) => "there is no profile at all in the configuration and credentials files".to_owned(),
        };
        // It may stand in what was ignored: in a file that cannot be read, under a title that is none.
        for warning in self.warnings.iter().filter(|w| w.line == 0 || w.message.contains(&format!("[{name}]"))) {
            hint.push_str(&format!("; {warning}"));
        }
        error.with_hint(hint)
    }

    fn add_config(&mut self, document: Document) {
        self.warnings.extend(document.warnings);
        // `[default]` says nothing once there is a `[profile default]`, wherever it stands.
        let prefixed = document.sections.iter().any(|s| matches!(kind(&s.title), Kind::Profile(n) if n == "default"));
        for mut section in document.sections {
            let found = kind(&section.title);
            let (map, name) = match found {
                Kind::Profile(name) => (&mut self.profiles, name),
                Kind::SsoSession(name) => (&mut self.sso_sessions, name),
                Kind::Services(name) => (&mut self.services, name),
                Kind::Default if !prefixed => (&mut self.profiles, "default".to_owned()),
                Kind::Default => {
                    ignore(&mut self.warnings, &document.file, section.line, "[default]: [profile default] wins");
                    continue;
                }
                Kind::Unknown => {
                    let mut what = format!("[{}]: not a profile, sso-session or services section", section.title);
                    if let Some(name) = name(&section.title) {
                        what.push_str(&format!(" (is [profile {name}] meant?)"));
                    }
                    ignore(&mut self.warnings, &document.file, section.line, &what);
                    continue;
                }
            };
            check(&mut section, &mut self.warnings);
            map.entry(name).or_default().merge(section, false);
        }
    }

    fn add_credentials(&mut self, document: Document) {
        self.warnings.extend(document.warnings);
        for mut section in document.sections {
            let Some(name) = name(&section.title) else {
                let mut what = format!("[{}]: not a profile's name", section.title);
                if let Kind::Profile(name) = kind(&section.title) {
                    what.push_str(&format!(" (is [{name}] meant?)"));
                }
                ignore(&mut self.warnings, &document.file, section.line, &what);
                continue;
            };
            check(&mut section, &mut self.warnings);
            self.profiles.entry(name).or_default().merge(section, true);
        }
    }
}

fn ignore(warnings: &mut Vec<Warning>, file: &std::sync::Arc<std::path::Path>, line: usize, what: &str) {
    warnings.push(Warning { file: file.clone(), line, message: format!("ignored {what}") });
}

/// Drops properties whose names cannot be.
fn check(section: &mut Section, warnings: &mut Vec<Warning>) {
    section.properties.retain(|p| {
        let valid = p.name.chars().all(is_name);
        if !valid {
            ignore(warnings, &p.file, p.line, &format!("{:?}: not a property's name", p.name));
        }
        valid
    });
}

enum Kind {
    Profile(String),
    SsoSession(String),
    Services(String),
    Default,
    Unknown,
}

/// What a title in the configuration file announces.
fn kind(title: &str) -> Kind {
    if title == "default" {
        return Kind::Default;
    }
    let Some((word, rest)) = title.split_once([' ', '\t']) else { return Kind::Unknown };
    match (word, name(rest)) {
        ("profile", Some(name)) => Kind::Profile(name),
        ("sso-session", Some(name)) => Kind::SsoSession(name),
        ("services", Some(name)) => Kind::Services(name),
        _ => Kind::Unknown,
    }
}

/// A name: plain, or quoted and then with whatever characters.
fn name(text: &str) -> Option<String> {
    let text = text.trim();
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote).and_then(|t| t.strip_suffix(quote)) {
            return (!inner.is_empty() && !inner.contains(quote)).then(|| inner.to_owned());
        }
    }
    (!text.is_empty() && text.chars().all(is_name)).then(|| text.to_owned())
}

/// The characters of names: letters, digits and `- / . % @ _ : +`.
fn is_name(c: char) -> bool {
    c.is_alphanumeric() || "-/.%@_:+".contains(c)
}

/// The properties in the form in which AWS's suite writes them: name → text.
pub fn texts(profile: &Profile) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for name in profile.names() {
        texts.insert(name.to_owned(), profile.text(name).unwrap_or_default().to_owned());
    }
    texts
}

/// Parses the two files as texts; for tools and tests.
pub fn from_texts(config: Option<&str>, credentials: Option<&str>) -> Result<Profiles> {
    use super::document::{parse, Dialect};
    let read = |text: Option<&str>, name: &str| {
        text.map(|t| parse(t.as_bytes(), &std::path::Path::new(name).into(), Dialect::Aws)).transpose()
    };
    Ok(Profiles::new(read(config, "config")?, read(credentials, "credentials")?))
}
