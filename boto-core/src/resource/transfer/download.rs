//! Downloads.

use super::{
    job::Job,
    parts::ranges,
    tasks::Tasks,
    write::{special, Beside, Place, Sink},
    Transferred,
};
use crate::{body::ByteStream, call::UntypedCall, value::Value, Error, ErrorKind, Result};
use bytes::Bytes;
use futures_core::Stream;
use std::{future::poll_fn, ops::Range, path::PathBuf, pin::Pin, sync::Arc, time::Duration};
use tokio::io::AsyncWrite;

/// The operations it takes.
pub(super) const OPERATIONS: &[&str] = &["GetObject", "HeadObject"];

/// How often a part is asked for whose body breaks off. (What fails before the body is tried again by the call.)
const ATTEMPTS: u32 = 5;

/// Bytes that are gathered before they are written to a file: each write is handed to another thread.
const GATHER: usize = 1 << 20;

/// What is known of the object before it is fetched.
struct Known {
    length: u64,
    etag: Value,
    output: Value,
}

/// Downloads to a file.
#[inline]
pub(super) async fn file(job: Arc<Job>, path: PathBuf) -> Result<Transferred> {
    let known = head(&job).await?;
    if let Some(place) = special(&path).await? {
        return in_order(&job, known, Sink::File(place)).await;
    }
    let mut random = [0; 4];
    job.connection.session().host().random(&mut random);
    let beside = Beside::make(path, u32::from_ne_bytes(random)).await?;
    let parts = cut(&job, &known);
    let count = number(&parts);
    let mut fetching: Tasks<Vec<Bytes>> = Tasks::default();
    let mut outcome = Ok(());
    for range in parts {
        if fetching.len() >= job.settings.at_once {
            outcome = fetching.next().await.map_or(Ok(()), |done| done.map(drop));
        }
        if outcome.is_err() {
            break;
        }
        let (job, place, call) = (Arc::clone(&job), beside.place(), get(&job, &known, &range, count > 0));
        fetching.spawn(async move { fetch(&job, &call, range, Some(&place)).await });
    }
    while outcome.is_ok() {
        let Some(done) = fetching.next().await else { break };
        outcome = done.map(drop);
    }
    // Nothing may write any more when the file is removed or renamed.
    fetching.stop().await;
    outcome?;
    beside.keep().await?;
    Ok(Transferred { bytes: known.length, parts: count, output: known.output })
}

/// Downloads into a writer.
#[inline]
pub(super) async fn writer(job: Arc<Job>, to: Box<dyn AsyncWrite + Send + Unpin + '_>) -> Result<Transferred> {
    let known = head(&job).await?;
    in_order(&job, known, Sink::Writer(to)).await
}

/// Fetches parts side by side, and writes them one after the other.
#[inline]
async fn in_order(job: &Arc<Job>, known: Known, mut sink: Sink<'_>) -> Result<Transferred> {
    let parts = cut(job, &known);
    let count = number(&parts);
    let mut fetching: Tasks<(usize, Vec<Bytes>)> = Tasks::default();
    let mut ready: Vec<(usize, Vec<Bytes>)> = Vec::new();
    let (mut begun, mut written) = (0, 0);
    while written < parts.len() {
        while begun < parts.len() && begun - written < job.settings.at_once {
            let (index, range) = (begun, parts[begun].clone());
            let (job, call) = (Arc::clone(job), get(job, &known, &range, count > 0));
            fetching.spawn(async move { Ok((index, fetch(&job, &call, range, None).await?)) });
            begun += 1;
        }
        if let Some(at) = ready.iter().position(|(index, _)| *index == written) {
            let (_, chunks) = ready.swap_remove(at);
            for chunk in chunks {
                sink.write(chunk).await?;
            }
            written += 1;
        } else {
            // There is one: what is not ready yet was begun.
            ready.extend(fetching.next().await.transpose()?);
        }
    }
    sink.flush().await?;
    Ok(Transferred { bytes: known.length, parts: count, output: known.output })
}

/// What is there.
#[inline]
async fn head(job: &Job) -> Result<Known> {
    let output = job.call("HeadObject").await?;
    let length = output["ContentLength"].as_i64().and_then(|length| u64::try_from(length).ok());
    let Some(length) = length else {
        let error = Error::new(ErrorKind::Decode, "the answer tells no length");
        return Err(error.at(job.connection.class().name(), "HeadObject"));
    };
    job.expect(length);
    Ok(Known { length, etag: output["ETag"].clone(), output })
}

// A list of one range.
#[allow(clippy::single_range_in_vec_init)]
#[inline]
fn cut(job: &Job, known: &Known) -> Vec<Range<u64>> {
    match known.length < job.settings.threshold {
        true => vec![0..known.length],
        false => ranges(known.length, job.settings.part_size).collect(),
    }
}

#[inline]
fn number(parts: &[Range<u64>]) -> u32 {
    match parts.len() {
        1 => 0,
        parts => u32::try_from(parts).unwrap_or(u32::MAX),
    }
}

/// The call for one part: of the object that was found, and not of one that came since.
#[inline]
fn get(job: &Job, known: &Known, range: &Range<u64>, ranged: bool) -> UntypedCall {
    let mut call = job.call("GetObject");
    if ranged {
        call = call.param("Range", format!("bytes={}-{}", range.start, range.end - 1));
    }
    match job.param("IfMatch").is_null() && !known.etag.is_null() {
        true => call.param("IfMatch", known.etag.clone()),
        false => call,
    }
}

/// A part that broke off.
struct Broken {
    error: Error,
    /// Bytes that were counted.
    bytes: u64,
    /// Whether another attempt may help.
    passing: bool,
}

/// The bytes of one part, again from its start if they break off. They are written to the place, or else given.
#[inline]
async fn fetch(job: &Job, call: &UntypedCall, range: Range<u64>, place: Option<&Place>) -> Result<Vec<Bytes>> {
    let mut attempt = 1;
    loop {
        let broken = match part(job, call, &range, place).await {
            Ok(chunks) => return Ok(chunks),
            Err(broken) => broken,
        };
        if !broken.passing || attempt >= ATTEMPTS {
            return Err(broken.error);
        }
        job.less(broken.bytes);
        job.connection.session().host().sleep(Duration::from_millis(50 << attempt)).await;
        attempt += 1;
    }
}

#[inline]
async fn part(job: &Job, call: &UntypedCall, range: &Range<u64>, place: Option<&Place>) -> Result<Vec<Bytes>, Broken> {
    let wanted = range.end - range.start;
    let mut bytes = 0;
    let broken = |error: Error, bytes: u64, passing: bool| Broken { error, bytes, passing };
    let mut answer = call.with_input(call.input().clone()).await.map_err(|e| broken(e, 0, false))?;
    let mut body = match answer["Body"].take() {
        Value::Stream(body) => body,
        _ => ByteStream::default(),
    };
    let mut held = Vec::new();
    let (mut at, mut size) = (range.start, 0);
    loop {
        let next = poll_fn(|context| Pin::new(&mut body).poll_next(context)).await;
        let chunk = next.transpose().map_err(|e| broken(e, bytes, true))?;
        let over = chunk.is_none();
        if let Some(chunk) = chunk {
            let length = chunk.len() as u64;
            if bytes + length > wanted {
                let message = format!("more than the {wanted} bytes came that were asked for");
                return Err(broken(Error::new(ErrorKind::Decode, message), bytes, false));
            }
            bytes += length;
            size += chunk.len();
            job.more(length);
            held.push(chunk);
        }
        if let (Some(place), true) = (place, size >= GATHER || over) {
            place.write(at, std::mem::take(&mut held)).await.map_err(|e| broken(e, bytes, false))?;
            at = range.start + bytes;
            size = 0;
        }
        if over && bytes < wanted {
            let error = Error::new(ErrorKind::Stream, format!("{bytes} of {wanted} bytes came"));
            return Err(broken(error, bytes, true));
        }
        if over {
            return Ok(held);
        }
    }
}
