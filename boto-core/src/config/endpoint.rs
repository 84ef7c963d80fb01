//! Configured endpoint URLs: which one holds for a service.

use super::{
    origin::Origin,
    setting::{Datum, Kind, Setting},
    table::{Row, SETTINGS},
    Config,
};
use crate::{Error, ErrorKind, Result};
use std::borrow::Cow;

impl Config {
    /// The endpoint URL configured for a service (its service id, `DynamoDB Streams`): an argument, then
    /// `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, the profile's `services` section and its `endpoint_url`.
    /// `None` if there is none, or if `ignore_configured_endpoint_urls` says so.
    pub fn endpoint_url(&self, service_id: &str) -> Result<Option<Cow<'_, str>>> {
        Ok(self.endpoint_url_origin(service_id)?.map(|(url, _)| url))
    }

    /// As [`Self::endpoint_url`], with where it came from.
    pub fn endpoint_url_origin(&self, service_id: &str) -> Result<Option<(Cow<'_, str>, Origin)>> {
        let global = &self.inner.values[Row::endpoint_url as usize];
        let global_url = match &global.datum {
            Some(Datum::Text(url)) => Some((Cow::Borrowed(&**url), global.origin.clone())),
            _ => None,
        };
        if global.origin == Origin::Argument {
            return Ok(global_url);
        }
        if self.ignore_configured_endpoint_urls() {
            return Ok(None);
        }
        let setting = &SETTINGS[Row::endpoint_url as usize];
        if let Some(found) = self.service_environment(setting, service_id)? {
            return Ok(Some(found));
        }
        if matches!(global.origin, Origin::Environment(_)) {
            return Ok(global_url);
        }
        if let Some(found) = self.service_section(setting, service_id)? {
            return Ok(Some(found));
        }
        Ok(global_url)
    }

    fn service_environment(&self, setting: &Setting, service_id: &str) -> Result<Option<(Cow<'_, str>, Origin)>> {
        let name = variable(service_id);
        let Some(raw) = self.host().var(&name).filter(|v| !v.is_empty()) else { return Ok(None) };
        let origin = Origin::Environment(name.into());
        Ok(match setting.read_os(raw, &origin)? {
            Datum::Text(url) => Some((url, origin)),
            _ => None,
        })
    }

    fn service_section(&self, setting: &Setting, service_id: &str) -> Result<Option<(Cow<'_, str>, Origin)>> {
        let Some(property) = self.current_profile().and_then(|p| p.get("services")) else { return Ok(None) };
        let name = property.value.as_str();
        let Some(services) = self.files().profiles.services(name) else {
            let place = format!("{}:{}", property.file.display(), property.line);
            let message = format!("the section [services {name}] ({place}) does not exist");
            return Err(Error::new(ErrorKind::Config, message));
        };
        let service = services.get(&key(service_id));
        let Some((service, nested)) = service.and_then(|s| Some((s, s.nested("endpoint_url")?))) else {
            return Ok(None);
        };
        if nested.value.is_empty() {
            return Ok(None);
        }
        let section = format!("services {name}").into();
        let origin = Origin::File { path: service.file.clone(), line: nested.line, section };
        debug_assert!(setting.kind == Kind::Url);
        Ok(match setting.read(nested.value.to_string().into(), &origin)? {
            Datum::Text(url) => Some((url, origin)),
            _ => None,
        })
    }
}

/// The environment variable for a service's endpoint: `AWS_ENDPOINT_URL_DYNAMODB_STREAMS`.
pub fn variable(service_id: &str) -> String {
    format!("AWS_ENDPOINT_URL_{}", key(service_id).to_ascii_uppercase())
}

/// The property for a service in a `services` section: `dynamodb_streams`.
pub fn key(service_id: &str) -> String {
    service_id.replace([' ', '-'], "_").to_ascii_lowercase()
}
