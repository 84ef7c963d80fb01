//! Calls to AWS that finding credentials takes: STS, SSO and sign-in, through the same pipeline as all others.

use crate::{
    call::Options,
    config::{Config, Overrides},
    connection::Connection,
    credentials::{Caller, NestedCall, Provider},
    host::Host,
    http::Transport,
    identity::{Credentials, Sealed},
    pipeline,
    session::{HomeRegion, Session},
    value::Object,
    BoxFuture, Error, ErrorKind, Result,
};
use boto_model::Service;
use std::sync::Arc;

/// Credentials given in code.
#[derive(Debug)]
pub(crate) struct Given(pub(crate) Credentials);

impl Provider for Given {
    fn name(&self) -> &'static str {
        "explicit"
    }
    fn provide(&self) -> BoxFuture<'_, Result<Option<Credentials>>> {
        Box::pin(async { Ok(Some(self.0.clone())) })
    }
}

/// Makes nested calls in sessions of their own, which share host, transport and settings with the one they serve but
/// not its credentials (those are what is being looked for).
#[derive(Debug)]
pub(crate) struct Nested {
    host: Arc<dyn Host>,
    transport: Arc<dyn Transport>,
    config: Config,
    home: Arc<HomeRegion>,
}

impl Nested {
    pub(crate) fn new(
        host: &Arc<dyn Host>,
        transport: &Arc<dyn Transport>,
        config: &Config,
        home: &Arc<HomeRegion>,
    ) -> Nested {
        let (host, transport) = (Arc::clone(host), Arc::clone(transport));
        Nested { host, transport, config: config.clone(), home: Arc::clone(home) }
    }
}

impl Caller for Nested {
    fn call(&self, mut call: NestedCall) -> BoxFuture<'_, Result<Object>> {
        Box::pin(async move {
            let builder = Session::builder()
                .host(Arc::clone(&self.host))
                .transport(Arc::clone(&self.transport))
                .resolved(self.config.clone(), Arc::clone(&self.home));
            let session = match call.credentials.take() {
                Some(credentials) => builder.identity(credentials).build(),
                None => builder.anonymous().build(),
            };
            let mut connection = Connection::from_table(&session, table(call.service)?);
            if let Some(region) = call.region.take() {
                connection = connection.with_overrides(Overrides { region: Some(region), ..Overrides::default() });
            }
            let options =
                Options { secret: true, features: call.features, stamp: call.stamp.take(), ..Options::default() };
            let mut output = Sealed::default();
            // The call keeps its parameters and wipes them in the end.
            pipeline::run(&connection, call.operation, &call.params, &mut *output, &options).await?;
            Ok(std::mem::take(&mut *output))
        })
    }
}

/// The tables of the services that credentials need, pruned to the operations used.
fn table(service: &str) -> Result<Arc<Service>> {
    let bytes: &'static [u8] = match service {
        "sts" => include_bytes!("../tables/sts.bin"),
        "sso" => include_bytes!("../tables/sso.bin"),
        "sso-oidc" => include_bytes!("../tables/sso-oidc.bin"),
        "signin" => include_bytes!("../tables/signin.bin"),
        other => return Err(Error::new(ErrorKind::Unknown, format!("no table for {other}"))),
    };
    Service::open(bytes).map(Arc::new).map_err(|e| Error::new(ErrorKind::Usage, format!("table of {service}: {e}")))
}
