//! Sessions with S3 directory buckets: credentials of their own, for five minutes, one `CreateSession` per bucket.

use crate::{
    address::Address,
    call::Call,
    connection::Connection,
    credentials::cache::{Cache, Fetch},
    identity::{Credentials, Secret},
    map::Map,
    pipeline::Plan,
    value::Value,
    BoxFuture, Error, ErrorKind, Result,
};
use std::sync::{Arc, Mutex, PoisonError};

/// The sessions of a connection, by bucket.
#[derive(Default)]
pub(crate) struct Sessions(Mutex<Map<Cache<Credentials>>>);

/// The credentials of the session with the bucket of the call; asked for once, refreshed before they end.
pub(crate) async fn credentials(plan: &Plan<'_>, address: &Address) -> Result<Credentials> {
    let bucket = address.bucket.clone().ok_or_else(|| {
        Error::new(ErrorKind::Endpoint, "the endpoint wants a session with a bucket, but none is named")
    })?;
    let cache = {
        let mut sessions = plan.connection.express_sessions().0.lock().unwrap_or_else(PoisonError::into_inner);
        sessions.get_or_insert_default(bucket.as_str()).clone()
    };
    let fetch: Arc<dyn Fetch<Credentials>> = Arc::new(CreateSession { connection: plan.connection.clone(), bucket });
    cache.get(plan.connection.session().host(), &fetch).await
}

struct CreateSession {
    connection: Connection,
    bucket: String,
}

impl Fetch<Credentials> for CreateSession {
    fn fetch(&self, _: bool) -> BoxFuture<'_, Result<Credentials>> {
        Box::pin(async move {
            let connection = self.connection.with_operation("CreateSession")?;
            let call = Call::new(&connection, "CreateSession", Default::default());
            let (output, _) = call.param("Bucket", self.bucket.as_str()).send().await?;
            let found = &output["Credentials"];
            let text = |name: &str| match &found[name] {
                Value::String(text) if !text.is_empty() => Ok(text.clone()),
                _ => Err(Error::new(ErrorKind::Decode, format!("CreateSession answered no Credentials.{name}"))),
            };
            let mut credentials = Credentials::new(text("AccessKeyId")?, text("SecretAccessKey")?, None);
            credentials.session_token = Some(Secret::new(text("SessionToken")?));
            credentials.expiry = match &found["Expiration"] {
                Value::Time(time) => Some(*time),
                _ => None,
            };
            credentials.provider = "s3-express";
            credentials.features = connection.session().credentials()?.credentials().await?.told();
            Ok(credentials)
        })
    }
}
