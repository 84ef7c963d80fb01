//! Which service a request is for, and the way to it.

use crate::{s3, verify, Keys, ACCOUNT, REGION};
use awsim_core::{gateway, AppState, AwsError, Protocol, ServiceHandler};
use axum::{
    body::{to_bytes, Body},
    extract::State,
    http::{header, HeaderMap, Request, Response},
    Router,
};
use std::{io, path::Path, sync::Arc, time::Duration};
use tower::ServiceExt;

/// Largest request that SQS and DynamoDB take (DynamoDB's limit is 16 MiB).
const LARGEST_BODY: usize = 16 << 20;

#[derive(Clone)]
struct Services {
    keys: Keys,
    s3: ::s3s::service::S3Service,
    others: AppState,
}

/// The whole server as an axum application; `runtime` runs its clockwork (visibility timeouts, expiry).
pub(crate) fn app(keys: &Keys, files: &Path, runtime: &tokio::runtime::Runtime) -> io::Result<Router> {
    let s3_files = files.join("s3");
    let table_files = files.join("dynamodb");
    std::fs::create_dir_all(&s3_files)?;

    let mut others = AppState::new(REGION.to_owned(), ACCOUNT.to_owned());
    others.register(Arc::new(awsim_sqs::SqsService::new()), Vec::new());
    let dynamodb = awsim_dynamodb::DynamoDbService::with_data_dir(table_files);
    let routes = dynamodb.routes();
    others.register(Arc::new(dynamodb), routes);
    {
        let _inside = runtime.enter();
        drop(gateway::spawn_tick_loop(others.clone(), Duration::from_secs(1)));
    }

    let services = Services { keys: keys.clone(), s3: s3::service(keys, &s3_files)?, others };
    Ok(Router::new().fallback(dispatch).with_state(services))
}

async fn dispatch(State(services): State<Services>, request: Request<Body>) -> Response<Body> {
    match service_of(request.headers(), request.uri().query()) {
        Some(service) => to_awsim(&services, &service, request).await,
        None => match services.s3.oneshot(request).await {
            Ok(response) => response.map(Body::new),
            Err(error) => plain(500, &format!("{error:?}")),
        },
    }
}

/// The service as the target header or the credential scope names it; `None` is S3, which has neither for anonymous
/// requests.
fn service_of(headers: &HeaderMap, query: Option<&str>) -> Option<String> {
    let target = headers.get("x-amz-target").and_then(|v| v.to_str().ok());
    if let Some((prefix, _)) = target.and_then(|t| t.split_once('.')) {
        return Some(match prefix {
            "AmazonSQS" => "sqs".to_owned(),
            "DynamoDB_20120810" => "dynamodb".to_owned(),
            other => other.to_lowercase(),
        });
    }
    let scope = headers
        .get(header::AUTHORIZATION)
        .and_then(|v| v.to_str().ok())
        .and_then(awsim_core::sigv4_verify::parse_authorization_header)
        .map(|auth| auth.service.to_owned())
        .or_else(|| scope_in_query(query?));
    scope.filter(|service| service != "s3")
}

/// The service in the credential of a presigned URL.
fn scope_in_query(query: &str) -> Option<String> {
    let credential = query.split('&').find_map(|pair| pair.strip_prefix("X-Amz-Credential="))?;
    credential.replace("%2F", "/").split('/').nth(3).map(str::to_owned)
}

async fn to_awsim(services: &Services, service: &str, request: Request<Body>) -> Response<Body> {
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
        return plain(413, "the request is larger than 16 MiB or broke off");
    };
    match verify::check(&services.keys, service, &head, &body) {
        Ok(()) => gateway::dispatch_request(&services.others, head.method, head.uri, head.headers, body).await.0,
        Err(error) => refusal(&head.headers, &error),
    }
}

/// An error in the format of the protocol in which the request was made.
fn refusal(headers: &HeaderMap, error: &AwsError) -> Response<Body> {
    let form = headers.get(header::CONTENT_TYPE).is_some_and(|t| t.as_bytes().starts_with(b"application/x-www-form"));
    let protocol = if form { Protocol::AwsQuery } else { Protocol::AwsJson1_0 };
    let id = uuid::Uuid::new_v4().to_string();
    let (status, headers, body) = awsim_core::protocol::serialize_error(protocol, error, &id);
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

fn plain(status: u16, text: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(text.to_owned()));
    *response.status_mut() = axum::http::StatusCode::from_u16(status).unwrap_or_default();
    response
}
