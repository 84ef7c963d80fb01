//! From [`Layers`] to [`Config`].

use super::{
    defaults,
    document::Property,
    files::{expand, Files},
    origin::Origin,
    profile::Profile,
    setting::{Datum, Kind, Setting},
    table::{Overrides, Row, SETTINGS},
    Config, Inner, Resolved,
};
use crate::{host::Host, Result};
use std::{borrow::Cow, collections::BTreeMap, path::Path, sync::Arc};

/// What is said where, not yet resolved. Nothing is read before [`Layers::resolve`].
#[derive(Clone, Debug)]
pub struct Layers {
    pub(super) host: Arc<dyn Host>,
    /// Arguments, the most important last: session builder, connection, call.
    pub(super) arguments: Vec<Arc<Overrides>>,
}

impl Layers {
    /// The layers of a session: its arguments over environment and files.
    pub fn new(host: Arc<dyn Host>, builder: Overrides) -> Layers {
        Layers { host, arguments: vec![Arc::new(builder)] }
    }

    /// With another layer of arguments on top.
    #[must_use]
    pub fn with(mut self, overrides: Overrides) -> Layers {
        self.arguments.push(Arc::new(overrides));
        self
    }

    /// Reads environment and files and settles every value. Values that make no sense, malformed files and profiles
    /// that do not exist are errors of kind [`crate::ErrorKind::Config`] that say where.
    pub fn resolve(self) -> Result<Config> {
        self.resolve_with(None, None)
    }

    /// `before` has read files already, which are not read again if they are the same.
    fn resolve_with(self, metadata: Option<Option<String>>, before: Option<&Config>) -> Result<Config> {
        let host = &*self.host;
        let arguments: Vec<_> = self.arguments.iter().rev().map(|o| o.data()).collect();
        let argument = |row: usize| arguments.iter().find_map(|data| data[row].clone());
        let mut values = Vec::with_capacity(SETTINGS.len());
        for (row, setting) in SETTINGS.iter().enumerate() {
            let value = match argument(row) {
                Some(datum) => Some(given(setting, datum)?),
                None => environment(host, setting)?,
            };
            values.push(value.unwrap_or(Resolved { datum: None, origin: Origin::Default }));
        }
        let path = |row: Row| match &values[row as usize].datum {
            Some(Datum::Path(path)) => expand(host, path),
            _ => expand(host, Path::new(SETTINGS[row as usize].default.unwrap_or_default())),
        };
        let (config, credentials) = (path(Row::config_file), path(Row::credentials_file));
        let same = |c: &&Config| c.config_file() == Some(&config) && c.credentials_file() == Some(&credentials);
        let files = match before.filter(same) {
            Some(before) => before.inner.files.clone(),
            None => Arc::new(Files::read(host, &config, &credentials)?),
        };
        let source = Source::new(&files, &values[Row::profile as usize])?;
        for (setting, value) in SETTINGS.iter().zip(&mut values) {
            if value.datum.is_none() {
                *value = match source.find(setting)? {
                    Some(found) => found,
                    None => default(setting)?,
                };
            }
            if let Some(Datum::Path(path)) = &mut value.datum {
                *path = expand(host, path);
            }
        }
        finish(host, &mut values, metadata.as_ref().and_then(Option::as_deref));
        Ok(Config { inner: Arc::new(Inner { values, layers: self, files, metadata }) })
    }
}

impl Config {
    /// The settings with another layer of arguments on top, for a connection or a call. Reads files again only if the
    /// arguments name other files.
    pub fn with(&self, overrides: Overrides) -> Result<Config> {
        let data = overrides.data();
        let given_now = |row: Row| data[row as usize].is_some();
        let others = [Row::profile, Row::config_file, Row::credentials_file, Row::defaults_mode].map(given_now);
        if others.contains(&true) || (given_now(Row::region) && self.defaults_mode() == "auto") {
            let layers = self.inner.layers.clone().with(overrides);
            return layers.resolve_with(self.inner.metadata.clone(), Some(self));
        }
        let mut inner = (*self.inner).clone();
        for ((setting, value), datum) in SETTINGS.iter().zip(&mut inner.values).zip(data) {
            if let Some(datum) = datum {
                *value = given(setting, datum)?;
            }
        }
        inner.layers = inner.layers.with(overrides);
        Ok(Config { inner: Arc::new(inner) })
    }

    /// The settings once the instance metadata service was asked for the region we run in: what it told is the region if
    /// nobody else named one, and settles the defaults mode `auto`. `None` if there is no such service.
    pub fn with_metadata_region(&self, region: Option<String>) -> Result<Config> {
        self.inner.layers.clone().resolve_with(Some(region), Some(self))
    }

    /// Whether [`Self::with_metadata_region`] would change anything, so that asking is worth the time.
    pub fn wants_metadata_region(&self) -> bool {
        !self.ec2_metadata_disabled()
            && self.inner.metadata.is_none()
            && (self.origin("region") == Some(&Origin::Default) || self.defaults_mode() == "auto")
    }
}

fn given(setting: &Setting, datum: Datum) -> Result<Resolved> {
    Ok(Resolved { datum: Some(setting.check(datum, &Origin::Argument)?), origin: Origin::Argument })
}

fn environment(host: &dyn Host, setting: &Setting) -> Result<Option<Resolved>> {
    for name in setting.env {
        // CGI servers set HTTP_PROXY from a header of the request (https://httpoxy.org).
        if *name == "HTTP_PROXY" && host.var("REQUEST_METHOD").is_some() {
            continue;
        }
        if let Some(raw) = host.var(name).filter(|v| !v.is_empty()) {
            let origin = Origin::Environment((*name).into());
            return Ok(Some(Resolved { datum: Some(setting.read_os(raw, &origin)?), origin }));
        }
    }
    Ok(None)
}

fn default(setting: &Setting) -> Result<Resolved> {
    let origin = Origin::Default;
    let datum = setting.default.map(|text| setting.read(text.into(), &origin)).transpose()?;
    Ok(Resolved { datum, origin })
}

/// The last settings, which depend on others.
fn finish(host: &dyn Host, values: &mut [Resolved], metadata_region: Option<&str>) {
    let is = |value: &Resolved, text: &str| matches!(&value.datum, Some(Datum::Text(t)) if t == text);
    let region = &mut values[Row::region as usize];
    if let (Origin::Default, Some(here)) = (&region.origin, metadata_region) {
        *region = Resolved { datum: Some(Datum::Text(here.to_owned().into())), origin: Origin::Metadata };
    }
    let region = match &values[Row::region as usize].datum {
        Some(Datum::Text(region)) => region.clone(),
        _ => Cow::Borrowed(""),
    };
    let mode = &values[Row::defaults_mode as usize];
    let modes = ["standard", "in-region", "cross-region", "mobile"];
    if is(mode, "auto") {
        let mode = defaults::auto(host, &region, metadata_region);
        defaults::apply(values, mode);
    } else if let Some(mode) = modes.into_iter().find(|m| is(mode, m)) {
        defaults::apply(values, mode);
    }
    let ipv6 = &values[Row::imds_use_ipv6 as usize];
    if ipv6.datum == Some(Datum::Flag(true)) {
        let origin = ipv6.origin.clone();
        let mode = &mut values[Row::ec2_metadata_service_endpoint_mode as usize];
        if mode.origin == Origin::Default {
            *mode = Resolved { datum: Some(Datum::Text("ipv6".into())), origin };
        }
    }
}

/// The files as a source of settings.
struct Source<'a> {
    files: &'a Files,
    profile: Option<&'a Profile>,
    name: String,
    /// The boto files' section for the profile.
    boto: String,
}

impl<'a> Source<'a> {
    fn new(files: &'a Files, named: &Resolved) -> Result<Source<'a>> {
        let name = match &named.datum {
            Some(Datum::Text(name)) => name.to_string(),
            _ => "default".to_owned(),
        };
        let profile = files.profiles.profile(&name);
        let boto = format!("profile {name}");
        let known = profile.is_some() || files.boto.sections(&boto).next().is_some() || name == "default";
        if !known {
            return Err(files.profiles.unknown(&name, &named.origin.to_string()));
        }
        Ok(Source { files, profile, name, boto })
    }

    fn find(&self, setting: &Setting) -> Result<Option<Resolved>> {
        for key in setting.keys {
            if let Some(found) = self.profile.map_or(Ok(None), |p| self.in_profile(setting, p, key))? {
                return Ok(Some(found));
            }
        }
        for section in [self.boto.as_str(), "Boto"] {
            for key in setting.boto {
                if let Some((property, value)) = self.files.boto.setting(section, key) {
                    let origin = at(&property.file, property.line, section);
                    let datum = setting.read(value.into(), &origin)?;
                    return Ok(Some(Resolved { datum: Some(datum), origin }));
                }
            }
        }
        Ok(None)
    }

    fn in_profile(&self, setting: &Setting, profile: &Profile, key: &str) -> Result<Option<Resolved>> {
        let section = format!("profile {}", self.name);
        let (outer, inner) = key.split_once('.').map_or((key, None), |(o, i)| (o, Some(i)));
        let Some(property) = profile.get(outer) else { return Ok(None) };
        if setting.kind == Kind::Map {
            return Ok(nested_map(property).map(|map| {
                let origin = at(&property.file, property.line, &section);
                Resolved { datum: Some(Datum::Map(map)), origin }
            }));
        }
        let (text, line) = match inner {
            None => (&property.value, property.line),
            Some(inner) => match property.nested(inner) {
                Some(nested) => (&nested.value, nested.line),
                None => return Ok(None),
            },
        };
        if text.is_empty() {
            return Ok(None);
        }
        let origin = at(&property.file, line, &section);
        let datum = setting.read(text.to_string().into(), &origin)?;
        Ok(Some(Resolved { datum: Some(datum), origin }))
    }
}

fn at(file: &Arc<Path>, line: usize, section: &str) -> Origin {
    Origin::File { path: file.clone(), line, section: section.into() }
}

fn nested_map(property: &Property) -> Option<BTreeMap<String, String>> {
    let mut map = BTreeMap::new();
    for nested in &property.nested {
        map.insert(nested.name.clone(), nested.value.to_string());
    }
    (!map.is_empty()).then_some(map)
}
