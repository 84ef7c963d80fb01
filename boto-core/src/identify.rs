//! Who calls, put on the request: the signature that the address asks for, over a body that may stream.

use crate::{
    announce::announce,
    endpoint::auth::{AuthChoice, Scheme},
    event,
    feature::{Feature, Features},
    identity::Credentials,
    integrity::{chunked, Framing},
    pipeline::{Outbound, Plan},
    sign::{
        self, hash,
        post::{self, Form},
        stream::Chain,
        v2, v4, v4a, PayloadHash, SessionToken, Signature, Signing,
    },
    BoxFuture, ByteStream, Error, ErrorKind, Result,
};
use std::{future::poll_fn, time::Duration};

/// Signs the request in its headers, so that it can be sent.
pub(crate) fn sign<'a>(plan: &'a Plan<'_>, outbound: &'a mut Outbound) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let Some(who) = identity(plan, outbound).await? else {
            if outbound.applied.framing == Framing::SignedChunks {
                chunked::unsign(&mut outbound.request, outbound.applied.algorithm)?;
            }
            return stamp(plan, outbound);
        };
        let choice = outbound.address.auth.clone();
        presign_copy(plan, outbound, &who, &choice)?;
        let hashed = match choice.scheme {
            Scheme::S3V2 | Scheme::QueryV2 => Hashed::Unsigned,
            _ => payload(plan, outbound, &choice).await?,
        };
        let body = outbound.request.body.clone();
        let signing = signing(plan, &who, &choice, hashed.as_hash(&body));
        match choice.scheme {
            Scheme::V4 | Scheme::S3Express => {
                let signature = v4::sign(&mut outbound.request, &signing)?;
                if outbound.applied.framing == Framing::SignedChunks {
                    outbound.request.body = chunks(outbound, &signing, &signature)?;
                } else if let Hashed::Events = hashed {
                    outbound.request.body = events(plan, &outbound.request.body, Chain::new(&signing, &signature))?;
                }
            }
            Scheme::V4a if outbound.applied.framing == Framing::SignedChunks || matches!(hashed, Hashed::Events) => {
                return Err(Error::new(ErrorKind::Usage, "Signature V4a cannot sign a body piece by piece")
                    .with_hint("give the body as bytes, a file or a replayable stream"));
            }
            Scheme::V4a => {
                v4a::sign(&mut outbound.request, &signing)?;
            }
            Scheme::QueryV2 => {
                v2::sign_query(&mut outbound.request, &who, signing.time)?;
            }
            Scheme::S3V2 => {
                let resource = resource(outbound);
                v2::sign_s3(&mut outbound.request, &who, signing.time, &resource)?;
            }
            other => return Err(cannot(other)),
        }
        stamp(plan, outbound)
    })
}

/// Signs the request in its URL.
pub(crate) async fn presign(plan: &Plan<'_>, outbound: &mut Outbound, expires: Duration) -> Result<()> {
    let expires = u32::try_from(expires.as_secs()).unwrap_or(u32::MAX);
    // Whoever sends the URL brings the object that goes to S3; other services have their parameters in the body.
    if !outbound.address.auth.content_sha256_header {
        v4::body_into_query(&mut outbound.request);
    }
    plan.quirks.presigned(&plan.operation.name, &mut outbound.request);
    let Some(who) = identity(plan, outbound).await? else { return Ok(()) };
    let choice = outbound.address.auth.clone();
    let body = outbound.request.body.clone();
    let hashed = match choice.content_sha256_header {
        true => Hashed::Unsigned,
        false => payload(plan, outbound, &choice).await?,
    };
    let signing = signing(plan, &who, &choice, hashed.as_hash(&body));
    match choice.scheme {
        Scheme::V4 | Scheme::S3Express => drop(v4::presign(&mut outbound.request, &signing, expires)?),
        Scheme::V4a => drop(v4a::presign(&mut outbound.request, &signing, expires)?),
        Scheme::S3V2 => {
            let resource = resource(outbound);
            v2::presign_s3(&mut outbound.request, &who, signing.time, expires, &resource)?;
        }
        other => return Err(cannot(other)),
    }
    Ok(())
}

/// Signs a form for uploads, and answers its fields.
pub(crate) async fn post(plan: &Plan<'_>, outbound: &mut Outbound, form: &Form) -> Result<Vec<(String, String)>> {
    let Some(who) = identity(plan, outbound).await? else { return Ok(post::unsigned(form)) };
    let choice = outbound.address.auth.clone();
    let signing = signing(plan, &who, &choice, PayloadHash::Unsigned);
    match choice.scheme {
        Scheme::V4 | Scheme::S3Express => post::sign(form, &signing),
        Scheme::S3V2 => post::sign_v2(form, &who, signing.time),
        other => Err(cannot(other)),
    }
}

/// Puts a presigned URL for another region into the request, where an operation copies from there.
fn presign_copy(plan: &Plan<'_>, outbound: &mut Outbound, who: &Credentials, choice: &AuthChoice) -> Result<()> {
    let Some(copies) = plan.quirks.cross_region(&plan.operation.name) else { return Ok(()) };
    let region = outbound.address.region.clone();
    copies.inject(&mut outbound.request, &region, &mut |request, source| {
        let there = AuthChoice { signing_region: source.to_owned(), ..choice.clone() };
        v4::presign(request, &signing(plan, who, &there, PayloadHash::Bytes(b"")), 3600).map(drop)
    })
}

/// The path that S3's old signature covers: with the bucket in front, also where the host has it.
fn resource(outbound: &Outbound) -> String {
    let url = &outbound.request.url;
    let bucket = outbound.address.bucket.as_deref().filter(|bucket| !crate::arn::Arn::is(bucket));
    match bucket.filter(|bucket| url.authority.strip_prefix(bucket).is_some_and(|rest| rest.starts_with('.'))) {
        Some(bucket) => format!("/{bucket}{}", url.path),
        None if bucket.is_some_and(|bucket| url.path.strip_prefix('/') == Some(bucket)) => format!("{}/", url.path),
        None => url.path.clone(),
    }
}

fn cannot(scheme: Scheme) -> Error {
    Error::new(ErrorKind::Usage, format!("requests cannot be signed with {scheme:?} this way"))
}

/// The credentials to sign with; `None` if nothing (more) is to be signed. With them the user agent is complete.
fn identity<'a>(plan: &'a Plan<'_>, outbound: &'a mut Outbound) -> BoxFuture<'a, Result<Option<Credentials>>> {
    Box::pin(async move {
        let session = plan.connection.session();
        let chain = session.credentials()?;
        match outbound.address.auth.scheme {
            Scheme::Anonymous => {}
            _ if chain.is_anonymous() => {}
            Scheme::Bearer => {
                let name = &outbound.address.auth.signing_name;
                let token = chain.token(name).await?.ok_or_else(|| {
                    Error::new(ErrorKind::Credentials, format!("no bearer token for {name}"))
                        .with_hint(format!("set {}", crate::credentials::token_variable(name)))
                })?;
                let of_environment = chain.is_environment_token(name, &token);
                announce(plan, outbound, if of_environment { BEARER } else { Features::NONE })?;
                sign::bearer(&mut outbound.request, &token)?;
                return Ok(None);
            }
            scheme => {
                let who = match scheme {
                    Scheme::S3Express => crate::express::credentials(plan, &outbound.address).await?,
                    _ => chain.credentials().await?,
                };
                announce(plan, outbound, who.told())?;
                return Ok(Some(who));
            }
        }
        announce(plan, outbound, Features::NONE)?;
        sign::anonymous(&mut outbound.request);
        Ok(None)
    })
}

const BEARER: Features = Features::NONE.with(Feature::BearerServiceEnvVars);

fn signing<'a>(
    plan: &'a Plan<'_>,
    who: &'a Credentials,
    choice: &'a AuthChoice,
    payload: PayloadHash<'a>,
) -> Signing<'a> {
    let session = plan.connection.session();
    Signing {
        credentials: who,
        keys: session.keys(),
        region: &choice.signing_region,
        service: &choice.signing_name,
        time: plan.connection.skew().corrected(session.host().now()),
        payload,
        normalize_path: choice.normalize_path,
        double_encode: choice.double_encode,
        content_sha256_header: choice.content_sha256_header,
        session_token: match choice.scheme {
            Scheme::S3Express => SessionToken::S3Express,
            _ => SessionToken::Signed,
        },
    }
}

/// What the signature will say about the body.
enum Hashed {
    /// The hash of the bytes in memory.
    Bytes,
    /// A hash computed from a stream.
    Hex(String),
    Unsigned,
    UnsignedTrailer,
    Chunks,
    ChunksTrailer,
    Events,
}

impl Hashed {
    fn as_hash<'a>(&'a self, body: &'a ByteStream) -> PayloadHash<'a> {
        match self {
            Hashed::Bytes => PayloadHash::Bytes(body.bytes().map_or(&[][..], |bytes| bytes)),
            Hashed::Hex(hex) => PayloadHash::Hex(hex),
            Hashed::Unsigned => PayloadHash::Unsigned,
            Hashed::UnsignedTrailer => PayloadHash::UnsignedTrailer,
            Hashed::Chunks => PayloadHash::Chunks,
            Hashed::ChunksTrailer => PayloadHash::ChunksTrailer,
            Hashed::Events => PayloadHash::Events,
        }
    }
}

/// Beyond this length hashing a body costs more than sending it, so it is left unsigned where that is safe enough.
const LONG: u64 = 1 << 20;

/// Decides what the signature says about the body, as botocore does: over https a body with a checksum (S3), or of an
/// operation that allows it, is left unsigned; all others are hashed. Unlike botocore, S3's long bodies are not hashed
/// where TLS vouches for them, nor on the way to a server of the user's own (`payload_signing_enabled` decides
/// otherwise).
fn payload<'a>(plan: &'a Plan<'_>, outbound: &'a Outbound, choice: &'a AuthChoice) -> BoxFuture<'a, Result<Hashed>> {
    Box::pin(async move {
        match outbound.applied.framing {
            Framing::UnsignedTrailer => return Ok(Hashed::UnsignedTrailer),
            Framing::SignedChunks if outbound.applied.algorithm.is_some() => return Ok(Hashed::ChunksTrailer),
            Framing::SignedChunks => return Ok(Hashed::Chunks),
            Framing::Plain => {}
        }
        if crate::protocol::sends_events(plan.service, plan.operation) {
            return Ok(Hashed::Events);
        }
        let request = &outbound.request;
        let secure = request.url.scheme == "https";
        if choice.content_sha256_header {
            let headers = &request.headers;
            let streams = crate::protocol::sends_stream(plan.service, plan.operation);
            let long = !request.body.can_replay() || request.body.length().is_none_or(|length| length > LONG);
            let checksum = match outbound.applied.algorithm {
                // botocore trusts only checksums that it computed itself. Hashing a stream would mean to read it twice.
                _ if outbound.applied.given => request.body.bytes().is_none() || headers.contains_key("content-md5"),
                Some(algorithm) => headers.contains_key(algorithm.header()),
                None => headers.contains_key("content-md5"),
            };
            // Without a checksum something has to vouch for the body, even where the operation would not ask for it.
            let unsigned = match plan.config.s3_payload_signing_enabled() {
                Some(signed) => !signed,
                None if secure && checksum => choice.unsigned_payload || streams,
                None if streams && (secure || outbound.address.custom) && long => true,
                None => choice.unsigned_payload && secure && request.body.bytes().is_none(),
            };
            if unsigned {
                return Ok(Hashed::Unsigned);
            }
        } else if choice.unsigned_payload && secure {
            return Ok(Hashed::Unsigned);
        }
        match request.body.bytes() {
            Some(_) => Ok(Hashed::Bytes),
            None => hash_stream(&request.body).await.map(Hashed::Hex),
        }
    })
}

/// The SHA-256 of a body that can be read again afterwards, in hex.
pub(crate) async fn hash_stream(body: &ByteStream) -> Result<String> {
    if !body.can_replay() {
        return Err(Error::new(
            ErrorKind::Usage,
            "the body has to be hashed for the signature before it is sent, but it is a stream that can be read once",
        )
        .with_hint("give bytes, a file or a replayable stream"));
    }
    let mut digest = ring::digest::Context::new(&ring::digest::SHA256);
    let mut stream = body.open()?;
    while let Some(chunk) = poll_fn(|context| stream.as_mut().poll_next(context)).await {
        digest.update(&chunk?);
    }
    Ok(hash::hex(digest.finish().as_ref()))
}

/// The body as signed chunks, each signature covering the one before.
fn chunks(outbound: &Outbound, signing: &Signing<'_>, seed: &Signature) -> Result<ByteStream> {
    let chain = Chain::new(signing, seed);
    chunked::signed(&outbound.request.body, outbound.applied.algorithm, move || {
        let mut chain = chain.clone();
        Box::new(move |part| match part {
            chunked::Part::Chunk(data) => chain.chunk(data).to_owned(),
            chunked::Part::Trailer(headers) => chain.trailer(headers).to_owned(),
        })
    })
}

/// The body as signed events, each signature covering the one before.
fn events(plan: &Plan<'_>, body: &ByteStream, chain: Chain) -> Result<ByteStream> {
    let connection = plan.connection.clone();
    event::signed(body, move || {
        let (connection, mut chain) = (connection.clone(), chain.clone());
        event::Signer {
            clock: Box::new(move || connection.skew().corrected(connection.session().host().now())),
            sign: Box::new(move |time, headers, payload| chain.event(time, headers, payload).to_owned()),
        }
    })
}

/// What a nested call wants to put on each request (a proof of possession, which covers the URL).
fn stamp(plan: &Plan<'_>, outbound: &mut Outbound) -> Result<()> {
    match &plan.options.stamp {
        Some(stamp) => stamp(&mut outbound.request),
        None => Ok(()),
    }
}
