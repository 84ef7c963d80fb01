//! Endpoint discovery: services that tell, by an operation of theirs, where their other operations are to be sent.
//!
//! As in botocore: where an operation requires it (or `endpoint_discovery_enabled` is `true`), the address is asked for,
//! kept as long as the answer says, and asked for anew when the service answers 421 or `InvalidEndpointException`. When
//! asking fails, it is not tried again for a minute, and an address that ended goes on serving; without one, operations
//! that do not require discovery are sent to the usual endpoint. An endpoint of the user's own is not questioned.

use crate::{
    attempt::Failure,
    call::Call,
    endpoint,
    map::Map,
    pipeline::{Outbound, Plan},
    value::{Object, Value},
    BoxFuture, Error, ErrorKind, Result,
};

/// The addresses of a connection, by region. The lock is held while asking, so that many calls ask once.
#[derive(Default)]
pub(crate) struct Discovered(tokio::sync::Mutex<Map<Known>>);

#[derive(Default)]
struct Known {
    address: String,
    /// When it ends, in seconds since 1970.
    end: i64,
    /// Until when not to ask again, because asking failed.
    failed_until: i64,
}

/// How long not to ask again, in seconds.
const PAUSE: i64 = 60;

/// Whether the operation's endpoint is to be discovered.
fn wanted(plan: &Plan<'_>, outbound: &Outbound) -> bool {
    let Some(required) = plan.operation.endpoint_discovery else { return false };
    !outbound.address.custom
        && match plan.config.endpoint_discovery_enabled() {
            "true" => true,
            "auto" => required,
            _ => false,
        }
}

/// Sends the request to the discovered endpoint, if it shall be.
pub(crate) async fn apply(plan: &Plan<'_>, outbound: &mut Outbound) -> Result<()> {
    if !wanted(plan, outbound) {
        return Ok(());
    }
    let Some(address) = address(plan, &outbound.address.region).await? else { return Ok(()) };
    let text = match address.starts_with("http") {
        true => address,
        false => format!("https://{address}"),
    };
    let found = endpoint::parse_endpoint_url(&text).map_err(|e| {
        Error::new(ErrorKind::Endpoint, format!("endpoint discovery answered {text:?}: {}", e.message()))
    })?;
    let url = &mut outbound.request.url;
    (url.scheme, url.authority) = (found.scheme, found.authority);
    if !found.path.trim_matches('/').is_empty() {
        url.path = found.path;
    }
    Ok(())
}

/// Forgets the address if the answer says that it is wrong; `true` if another try makes sense.
pub(crate) async fn refused(plan: &Plan<'_>, outbound: &Outbound, failure: &Failure) -> bool {
    let wrong = failure.error.status() == Some(421) || failure.error.is("InvalidEndpointException");
    if !wrong || !wanted(plan, outbound) {
        return false;
    }
    plan.connection.discovered().0.lock().await.remove(&outbound.address.region).is_some()
}

async fn address(plan: &Plan<'_>, region: &str) -> Result<Option<String>> {
    let host = plan.connection.session().host();
    let mut all = plan.connection.discovered().0.lock().await;
    let known = all.get_or_insert_default(region);
    let now = host.now().seconds();
    if !known.address.is_empty() && now < known.end {
        return Ok(Some(known.address.clone()));
    }
    let required = plan.operation.endpoint_discovery == Some(true);
    let failed_lately = now < known.failed_until;
    if !failed_lately || (known.address.is_empty() && required) {
        match ask(plan).await {
            Ok((address, minutes)) => {
                *known = Known { address, end: now.saturating_add(minutes.saturating_mul(60)), failed_until: 0 };
                return Ok(Some(known.address.clone()));
            }
            Err(error) if !matches!(error.kind(), ErrorKind::Transport(_) | ErrorKind::Timeout) => return Err(error),
            Err(error) => {
                tracing::debug!("endpoint discovery failed: {error}");
                known.failed_until = now + PAUSE;
                if known.address.is_empty() && required {
                    let why = format!("the endpoint could not be discovered: {error}");
                    return Err(Error::new(error.kind(), why));
                }
            }
        }
    }
    Ok(Some(known.address.clone()).filter(|address| !address.is_empty()))
}

/// Asks the service. The boxed future ends the circle that a call within a call is for the compiler.
fn ask<'a>(plan: &'a Plan<'_>) -> BoxFuture<'a, Result<(String, i64)>> {
    Box::pin(async move {
        let (connection, operation) = plan.connection.with_discovery()?;
        let mut call = Call::<Object, Value>::new(&connection, operation, Object::default());
        if let Some(own) = &plan.options.overrides {
            *call.overrides() = (**own).clone();
        }
        let (answer, _) = call.send().await?;
        let first = &answer["Endpoints"][0];
        match (first["Address"].as_str(), first["CachePeriodInMinutes"].as_i64()) {
            (Some(address), minutes) if !address.is_empty() => Ok((address.to_owned(), minutes.unwrap_or(0))),
            _ => Err(Error::new(ErrorKind::Decode, "endpoint discovery answered no endpoint")),
        }
    })
}
