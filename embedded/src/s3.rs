//! S3: `s3s` verifies and parses, `s3s-fs` stores in files.

use crate::Keys;
use s3s::{
    auth::{S3Auth, SecretKey},
    s3_error,
    service::{S3Service, S3ServiceBuilder},
    S3Result,
};
use std::{io, path::Path};

/// S3 over the files of a directory. Anonymous requests are refused.
pub(crate) fn service(keys: &Keys, files: &Path) -> io::Result<S3Service> {
    let store = s3s_fs::FileSystem::new(files).map_err(|e| io::Error::other(format!("{e:?}")))?;
    let mut builder = S3ServiceBuilder::new(store);
    builder.set_auth(OneKey(keys.clone()));
    Ok(builder.build())
}

struct OneKey(Keys);

#[async_trait::async_trait]
impl S3Auth for OneKey {
    async fn get_secret_key(&self, access_key: &str) -> S3Result<SecretKey> {
        if access_key == self.0.access {
            return Ok(self.0.secret.as_str().into());
        }
        Err(s3_error!(InvalidAccessKeyId, "The AWS Access Key Id you provided does not exist in our records."))
    }
}
