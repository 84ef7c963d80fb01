//! Credentials in the files of the tools before: `~/.boto` and that of the original EC2 command line tools.

use super::{config_file::keys, partial, Answer, Found};
use crate::{
    config::{expand, Config},
    feature::{Feature, Features},
    identity::Secret,
    Credentials,
};
use std::path::Path;

pub(super) const BOTO: &str = "boto-config";
const FEATURES: Features = Features::NONE.with(Feature::CredentialsBoto2ConfigFile);
pub(super) const EC2: &str = "ec2-credentials-file";

/// From the section of the profile, if one was named, else from `[Credentials]`.
pub(super) fn provide(config: &Config) -> Found {
    let boto = &config.files().boto;
    let title = match config.profile() {
        Some(name) => format!("profile {name}"),
        None => "Credentials".to_owned(),
    };
    for title in [title.as_str(), "Credentials"] {
        for section in boto.sections(title) {
            let file = section.properties.first().map(|p| p.file.display().to_string()).unwrap_or_default();
            if let Answer::Found(found) = keys(BOTO, FEATURES, section, &format!("[{title}] in {file}"))? {
                return Ok(Answer::Found(found));
            }
        }
    }
    let looked: Vec<String> = boto.looked.iter().map(|p| p.display().to_string()).collect();
    Ok(Answer::Not(format!("no [{title}] with aws_access_key_id in {}", looked.join(" or "))))
}

/// From the file that `AWS_CREDENTIAL_FILE` names: lines `AWSAccessKeyId=…` and `AWSSecretKey=…`.
pub(super) fn ec2(config: &Config) -> Found {
    let host = &**config.host();
    let Some(path) = host.var("AWS_CREDENTIAL_FILE").filter(|v| !v.is_empty()) else {
        return Ok(Answer::Not("AWS_CREDENTIAL_FILE is not set".into()));
    };
    let path = expand(host, Path::new(&path));
    let bytes = host
        .read(&path)
        .map(zeroize::Zeroizing::new)
        .map_err(|e| super::failure(EC2, format!("cannot read {} (AWS_CREDENTIAL_FILE): {e}", path.display())))?;
    let text = zeroize::Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned());
    let value = |wanted: &str| {
        let pairs = text.lines().filter_map(|l| l.split_once('='));
        pairs.filter(|(name, _)| name.trim() == wanted).map(|(_, value)| value.trim()).find(|v| !v.is_empty())
    };
    let Some(id) = value("AWSAccessKeyId") else {
        return Ok(Answer::Not(format!("{} has no AWSAccessKeyId", path.display())));
    };
    let secret = value("AWSSecretKey").ok_or_else(|| partial(EC2, "AWSSecretKey", &path.display().to_string()))?;
    Ok(Answer::Found(Credentials {
        secret_access_key: Secret::new(secret),
        provider: EC2,
        ..Credentials::new(id, "", None)
    }))
}
