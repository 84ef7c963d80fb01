//! One call, as a straight line: prepare → encode → address → attempt {credentials, sign, send} → decode → finish.
//!
//! Nothing here is generic: typed and untyped calls, dry runs, presigning, pagination, waiters and resources all come
//! through these functions.

use crate::{
    address::{self, Address},
    announce, attempt,
    call::{Metadata, Options},
    config::Config,
    connection::Connection,
    customize::{self, Input, Notes, Quirks},
    feature::{Feature, Features},
    field::Record,
    http::{HeaderName, HeaderValue, Request, Response},
    identity, integrity, lookup, monitor,
    presign::{Presigned, PresignedPost},
    protocol,
    retry::uuid,
    sign::post::Form,
    value::Object,
    BoxFuture, Error, ErrorKind, Result,
};
use boto_model::{Operation, Protocol, Service};
use std::{borrow::Cow, future::poll_fn, sync::Arc, task::Poll, time::Duration};

/// What all steps of one call know.
pub(crate) struct Plan<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) service: &'a Arc<Service>,
    pub(crate) operation: &'a Operation,
    pub(crate) config: Cow<'a, Config>,
    pub(crate) protocol: Protocol,
    pub(crate) quirks: Quirks,
    pub(crate) options: &'a Options,
}

/// A request that is complete but for its signature.
#[derive(Clone)]
pub(crate) struct Outbound {
    pub(crate) request: Request,
    pub(crate) address: Address,
    pub(crate) applied: integrity::Applied,
    /// What was made use of on the way, for the user agent.
    pub(crate) features: Features,
    pub(crate) notes: Notes,
}

/// Calls an operation: reads `input`, sends, fills `output`.
///
/// Like its neighbours it is a plain function that boxes: the body of an `async fn` is compiled again in every codegen
/// unit that awaits it, and this is a large one that every typed call awaits.
pub(crate) fn run<'a>(
    connection: &'a Connection,
    operation: &'a str,
    input: &'a dyn Record,
    output: &'a mut dyn Record,
    options: &'a Options,
) -> BoxFuture<'a, Result<Metadata>> {
    Box::pin(async move {
        let plan = Plan::settled(connection, operation, options).await?;
        let mut watch = None;
        let call = async {
            watch = monitor::watch(&plan)?;
            let outbound = build(&plan, input, address::Purpose::Send).await?;
            let answer = attempt::until_done(&plan, outbound, input, &mut watch).await;
            if let Some(watch) = watch.take() {
                watch.ended(&plan);
            }
            finish(&plan, answer?, output)
        };
        let outcome = plan.within_time(Box::pin(call)).await;
        if let (Some(watch), Err(error)) = (watch, &outcome) {
            watch.cut_off(&plan, error);
        }
        outcome
    })
}

/// Builds and signs the request, and gives it back instead of sending it.
pub(crate) fn dry_run<'a>(
    connection: &'a Connection,
    operation: &'a str,
    input: &'a dyn Record,
    options: &'a Options,
) -> BoxFuture<'a, Result<Request>> {
    Box::pin(async move {
        let plan = Plan::settled(connection, operation, options).await?;
        let call = async {
            let mut outbound = build(&plan, input, address::Purpose::Send).await?;
            attempt::sign(&plan, &mut outbound).await?;
            Ok(outbound.request)
        };
        plan.within_time(Box::pin(call)).await
    })
}

/// Builds the request and signs it into its URL.
pub(crate) fn presign<'a>(
    connection: &'a Connection,
    operation: &'a str,
    input: &'a dyn Record,
    options: &'a Options,
    expires: Duration,
) -> BoxFuture<'a, Result<Presigned>> {
    Box::pin(async move {
        let plan = Plan::settled(connection, operation, options).await?;
        let call = async {
            let outbound = build(&plan, input, address::Purpose::Presign).await?;
            crate::presign::sign(&plan, outbound, expires).await
        };
        plan.within_time(Box::pin(call)).await
    })
}

/// Signs a form with which a browser uploads to S3.
pub(crate) fn presign_post<'a>(connection: &'a Connection, form: &'a Form) -> BoxFuture<'a, Result<PresignedPost>> {
    Box::pin(presign_form(connection, form))
}

async fn presign_form(connection: &Connection, form: &Form) -> Result<PresignedPost> {
    let options = Options::default();
    let known = BUCKET_OPERATIONS.iter().find(|name| connection.service().operation_index(name).is_some());
    let operation = known.filter(|_| connection.service().metadata().name == "s3").ok_or_else(|| {
        Error::new(ErrorKind::Usage, format!("{} has no presigned forms", connection.service().metadata().name))
            .with_hint(format!("connect to s3, with one of these operations: {}", BUCKET_OPERATIONS.join(", ")))
    })?;
    let plan = Plan::settled(connection, operation, &options).await?;
    let input = Object::from_iter([("Bucket", form.bucket.as_str())]);
    let call = async {
        let outbound = build(&plan, &input, address::Purpose::Presign).await?;
        crate::presign::sign_post(&plan, outbound, form).await
    };
    plan.within_time(Box::pin(call)).await
}

/// Operations whose URL is that of the bucket, where forms go to.
const BUCKET_OPERATIONS: [&str; 4] = ["HeadBucket", "ListObjectsV2", "ListObjects", "CreateBucket"];

/// Reads an answer as if it had come to a call, of whose input nothing need be known.
pub(crate) fn interpret<'a>(
    connection: &'a Connection,
    operation: &'a str,
    asked: Option<(&'a dyn Record, &'a Options)>,
    response: Response,
    output: &'a mut dyn Record,
) -> BoxFuture<'a, Result<Metadata>> {
    Box::pin(async move {
        let unknown = Options::default();
        let plan = Plan::new(connection, operation, asked.map_or(&unknown, |(_, options)| options))?;
        let call = async {
            let notes = match asked {
                Some((input, _)) => prepare(&plan, input)?.notes,
                None => Notes::default(),
            };
            let answer = attempt::judge(&plan, response, notes).await.map_err(|failure| failure.error)?;
            finish(&plan, answer, output)
        };
        plan.within_time(Box::pin(call)).await
    })
}

/// The input with the changes that the call and the service make to it.
fn prepare<'a>(plan: &'a Plan<'_>, input: &'a dyn Record) -> Result<Input<'a>> {
    let mut prepared = Input::new(plan.service, plan.operation, input);
    prepared.accelerate = plan.config.s3_use_accelerate_endpoint();
    for (name, value) in &plan.options.members {
        if !prepared.record.knows(name) {
            let members = prepared.record.members().iter().map(|member| &*member.name);
            return Err(lookup::unknown("member of the input", name, members));
        }
        prepared.record.set(name, value.clone());
    }
    plan.quirks.prepare(&mut prepared)?;
    Ok(prepared)
}

/// prepare → encode → address: everything that comes before credentials and network.
fn build<'a>(plan: &'a Plan<'_>, input: &'a dyn Record, purpose: address::Purpose) -> BoxFuture<'a, Result<Outbound>> {
    Box::pin(async move {
        let prepared = prepare(plan, input)?;
        let input = prepared.record.record();
        if let (Some(shape), true) = (plan.operation.input, plan.config.parameter_validation()) {
            crate::validate::validate(plan.service, shape, input, plan.config.parameter_range_validation())
                .map_err(|e| e.at(&plan.service.metadata().name, &plan.operation.name))?;
        }
        let token = || plan.options.idempotency_token.clone().unwrap_or_else(|| plan.random_uuid());
        let mut encoded = protocol::encode(plan.service, plan.operation, plan.protocol, input, &token)?;
        if let (true, Some(_)) = (plan.options.secret, encoded.request.body.bytes()) {
            let body = std::mem::take(&mut encoded.request.body).collect().await?;
            encoded.request.body = identity::sealed(body).into();
        }
        plan.quirks.encoded(&mut customize::Outgoing {
            service: plan.service,
            operation: plan.operation,
            record: input,
            request: &mut encoded.request,
            host_prefix: &mut encoded.host_prefix,
            host: &**plan.connection.session().host(),
        })?;
        if plan.quirks.reads_body(&plan.operation.name) {
            plan.quirks.body(&plan.operation.name, &mut encoded.request).await?;
        }
        let address = address::resolve(plan, input, purpose).await?;
        let mut request = encoded.request;
        address::apply(plan, &address, &mut request, encoded.host_prefix.as_deref())?;
        plan.quirks.addressed(&prepared, &mut request)?;
        for (name, value) in &plan.options.headers {
            request.headers.insert(name.clone(), value.clone());
        }
        let settings = address::integrity_settings(plan, &address);
        let mut features = announce::of_settings(&settings);
        let mut applied = integrity::Applied::default();
        if purpose == address::Purpose::Send {
            if !plan.config.disable_request_compression() {
                let minimum = plan.config.request_min_compression_size_bytes();
                if integrity::compress(plan.service, plan.operation, &mut request, minimum)? {
                    features.add(Feature::GzipRequestCompression);
                }
            }
            applied =
                integrity::request(plan.service, plan.operation, prepared.record.record(), &mut request, &settings)
                    .await?;
        }
        Ok(Outbound { request, address, applied, features, notes: prepared.notes })
    })
}

/// decode → finish.
fn finish(plan: &Plan<'_>, answer: attempt::Answer, output: &mut dyn Record) -> Result<Metadata> {
    let attempt::Answer { status, headers, payload, initial, attempts, notes } = answer;
    let (request_id, extended_request_id) = protocol::request_ids(&headers);
    let body = match &payload {
        protocol::Payload::Bytes(bytes) => Some(bytes.clone()),
        protocol::Payload::Stream(_) => None,
    };
    protocol::decode(plan.service, plan.operation, plan.protocol, status, &headers, payload, output)?;
    if let Some(first) = initial {
        protocol::event::initial_response(plan.service, plan.operation, plan.protocol, &first, output)?;
    }
    plan.quirks.decoded(&mut customize::Output {
        service: plan.service,
        operation: plan.operation,
        body: body.as_ref(),
        notes: &notes,
        record: output,
    })?;
    // Query and EC2 say the id in their bodies, and servers other than AWS say it there alone.
    let in_body = || body.as_ref().and_then(|body| protocol::request_id_in_body(plan.protocol, body));
    let request_id = request_id.or_else(in_body);
    if plan.options.secret {
        body.map(identity::wiped);
    }
    Ok(Metadata { status, request_id, extended_request_id, attempts, headers })
}

impl<'a> Plan<'a> {
    /// A plan with settings that are sure to hold the region. Nobody is asked for it in vain.
    async fn settled(connection: &'a Connection, operation: &str, options: &'a Options) -> Result<Plan<'a>> {
        if !connection.is_settled() {
            drop(Plan::new(connection, operation, options)?);
            connection.settle(options.overrides.as_deref()).await?;
        }
        Plan::new(connection, operation, options)
    }

    fn new(connection: &'a Connection, operation: &str, options: &'a Options) -> Result<Plan<'a>> {
        let service = connection.service();
        let operation = lookup::operation(service, operation)?;
        if let Some(defect) = &options.defect {
            return Err(defect.clone().at(&service.metadata().name, &operation.name));
        }
        let config = match &options.overrides {
            None => Cow::Borrowed(connection.config()?),
            Some(overrides) => Cow::Owned(connection.config()?.with((**overrides).clone())?),
        };
        let protocol = connection.protocol();
        let spoken = service.metadata();
        if protocol != spoken.protocol && !spoken.protocols.contains(&protocol) {
            let names: Vec<&str> = spoken.protocols.iter().map(|p| p.as_str()).collect();
            let message = format!("{} does not speak {}, but {}", spoken.name, protocol.as_str(), names.join(", "));
            return Err(Error::new(ErrorKind::Usage, message).at(&spoken.name, &operation.name));
        }
        Ok(Plan { connection, service, operation, config, protocol, quirks: connection.quirks(), options })
    }

    /// Runs the call within its time, and names the operation in its error.
    async fn within_time<T>(&self, call: BoxFuture<'_, Result<T>>) -> Result<T> {
        let limit = self.options.timeout.or(self.config.call_timeout());
        let sleep = limit.map(|limit| self.connection.session().host().sleep(limit));
        let outcome = race(call, sleep).await.unwrap_or_else(|| {
            Err(Error::new(ErrorKind::Timeout, format!("no answer within {:?}", limit.unwrap_or_default()))
                .with_hint("the time is that of the whole call, with all its attempts (`timeout`)"))
        });
        outcome.map_err(|error| error.at(&self.service.metadata().name, &self.operation.name))
    }

    /// Sets a header out of text of ours.
    pub(crate) fn set_header(&self, request: &mut Request, name: &'static str, value: &str) -> Result<()> {
        let value = HeaderValue::from_str(value)
            .map_err(|_| Error::new(ErrorKind::Usage, format!("{value:?} is not a value for header {name}")))?;
        request.headers.insert(HeaderName::from_static(name), value);
        Ok(())
    }

    /// How many attempts this call may take, if it has its own number.
    pub(crate) fn max_attempts(&self) -> Option<u32> {
        self.options.overrides.as_ref()?.max_attempts.map(|n| u32::try_from(n).unwrap_or(u32::MAX))
    }

    /// A random version 4 UUID.
    pub(crate) fn random_uuid(&self) -> String {
        let mut bytes = [0; 16];
        self.connection.session().host().random(&mut bytes);
        uuid(bytes)
    }

    /// A random number in [0, 1).
    pub(crate) fn random_unit(&self) -> f64 {
        let mut bytes = [0; 8];
        self.connection.session().host().random(&mut bytes);
        (u64::from_le_bytes(bytes) >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// The outcome of `work`, or `None` if `limit` ends first.
pub(crate) async fn race<T>(mut work: BoxFuture<'_, T>, mut limit: Option<BoxFuture<'static, ()>>) -> Option<T> {
    poll_fn(|context| {
        if let Poll::Ready(outcome) = work.as_mut().poll(context) {
            return Poll::Ready(Some(outcome));
        }
        match &mut limit {
            Some(limit) => limit.as_mut().poll(context).map(|()| None),
            None => Poll::Pending,
        }
    })
    .await
}
