//! How a whole is cut into parts, and the multipart upload that puts parts together.

use super::{job::is_digest, job::Job, tasks::Tasks};
use crate::{
    call::UntypedCall,
    tasks,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use std::{ops::Range, sync::Arc};

/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html>
const MOST_PARTS: u64 = 10_000;
const SMALLEST: u64 = 5 << 20;
const LARGEST: u64 = 5 << 30;

/// The size of parts that S3 takes: what is wanted, or the nearest that there may be; doubled until there are not too
/// many.
#[inline]
pub(super) fn part_size(wanted: u64, length: Option<u64>) -> Result<u64> {
    let mut size = wanted.clamp(SMALLEST, LARGEST);
    let length = length.unwrap_or(0);
    if length > LARGEST * MOST_PARTS {
        return Err(Error::new(ErrorKind::Validation, format!("{length} bytes are more than S3 takes")));
    }
    while length.div_ceil(size) > MOST_PARTS {
        size = (size * 2).min(LARGEST);
    }
    Ok(size)
}

/// The parts of so many bytes.
pub(super) fn ranges(length: u64, size: u64) -> impl Iterator<Item = Range<u64>> + Send {
    let size = size.max(1);
    (0..length.div_ceil(size)).map(move |index| index * size..(index * size).saturating_add(size).min(length))
}

/// What `CreateMultipartUpload` and each part are told beside the caller's parameters: the algorithm of the checksums.
#[inline]
pub(super) async fn checksums(job: &Job) -> Result<Object> {
    let mut told = Object::default();
    // The checksum of all, which the caller knows already.
    let given = job.params().0.keys().find_map(|name| name.strip_prefix("Checksum").filter(|_| is_digest(name)));
    if let Some(algorithm) = given {
        told["ChecksumAlgorithm"] = algorithm.into();
        told["ChecksumType"] = "FULL_OBJECT".into();
    } else if job.param("ChecksumAlgorithm").is_null() {
        // An upload has to know beforehand what its parts will have. What that is depends on settings and endpoint: a
        // part that is not sent tells.
        let probe = part(job.call("UploadPart"), "none", 1).dry_run().await?;
        if probe.headers.contains_key("x-amz-trailer") || probe.headers.contains_key("x-amz-checksum-crc32") {
            told["ChecksumAlgorithm"] = "CRC32".into();
        }
    }
    Ok(told)
}

#[inline]
fn part(call: UntypedCall, id: &str, number: u32) -> UntypedCall {
    call.param("UploadId", id).param("PartNumber", i64::from(number))
}

/// A multipart upload that is begun. Unless it is completed it is aborted, at the latest when it is dropped.
pub(super) struct Multipart {
    job: Arc<Job>,
    id: String,
    told: Object,
    sending: Tasks<Object>,
    number: u32,
    sent: Vec<Object>,
    open: bool,
}

impl Multipart {
    /// Begins one. `told` goes to the operations that know it, as what the caller sets does.
    #[inline]
    pub(super) async fn begin(job: &Arc<Job>, call: UntypedCall, told: Object) -> Result<Multipart> {
        let call = told.0.iter().fold(call, |call, (name, value)| call.param(name, value.clone()));
        let answer = call.await?;
        let Some(id) = answer["UploadId"].as_str() else {
            let error = Error::new(ErrorKind::Decode, "the answer names no upload");
            return Err(error.at(job.connection.class().name(), "CreateMultipartUpload"));
        };
        let (job, id) = (Arc::clone(job), id.to_owned());
        Ok(Multipart { job, id, told, sending: Tasks::default(), number: 0, sent: Vec::new(), open: true })
    }

    /// Sends one more part, of so many bytes, when there is room for it.
    #[inline]
    pub(super) async fn send(&mut self, call: UntypedCall, bytes: u64) -> Result<()> {
        while self.sending.len() >= self.job.settings.at_once {
            self.one().await?;
        }
        if u64::from(self.number) >= MOST_PARTS {
            let message = format!("S3 takes {MOST_PARTS} parts: this body needs larger ones, see `part_size`");
            return Err(Error::new(ErrorKind::Validation, message));
        }
        self.number += 1;
        let (number, job) = (self.number, Arc::clone(&self.job));
        let mut call = part(call, &self.id, number);
        if let Some(algorithm) = self.told.get("ChecksumAlgorithm").filter(|_| call.operation() == "UploadPart") {
            call = call.param("ChecksumAlgorithm", algorithm.clone());
        }
        self.sending.spawn(async move {
            let mut answer = call.await?;
            job.more(bytes);
            let result = match answer["CopyPartResult"].take() {
                Value::Null => answer,
                copied => copied,
            };
            let tells = |name: &str| name == "ETag" || is_digest(name);
            let told = result.as_object().into_iter().flat_map(|members| &members.0);
            let told = told.filter(|(name, value)| tells(name) && !value.is_null());
            let mut part: Object = told.map(|(name, value)| (name.clone(), value.clone())).collect();
            part["PartNumber"] = i64::from(number).into();
            Ok(part)
        });
        Ok(())
    }

    #[inline]
    async fn one(&mut self) -> Result<bool> {
        let Some(part) = self.sending.next().await.transpose()? else { return Ok(false) };
        let number = |part: &Object| part["PartNumber"].as_i64();
        let at = self.sent.partition_point(|sent| number(sent) < number(&part));
        self.sent.insert(at, part);
        Ok(true)
    }

    /// Waits for all parts and puts them together.
    #[inline]
    pub(super) async fn complete(&mut self) -> Result<(Value, u32)> {
        while self.one().await? {}
        let parts: Value = std::mem::take(&mut self.sent).into_iter().map(Value::Map).collect();
        let call = self.job.call("CompleteMultipartUpload").param("UploadId", self.id.as_str());
        let call = call.param("MultipartUpload", Value::from([("Parts", parts)]));
        let call = match self.told.get("ChecksumType") {
            Some(kind) => call.param("ChecksumType", kind.clone()),
            None => call,
        };
        let output = call.await?;
        self.open = false;
        Ok((output, self.number))
    }

    /// Stops what is under way and takes back what was sent. Gives the error that was the reason, which tells where that
    /// failed too.
    #[inline]
    pub(super) async fn abort(mut self, reason: Error) -> Error {
        self.sending.stop().await;
        self.open = false;
        match abort(&self.job, &self.id).await {
            Ok(_) => reason,
            Err(error) => {
                let message =
                    format!("{}; and its upload {:?} could not be aborted: {error}", reason.message(), self.id);
                reason.with_message(message)
            }
        }
    }
}

#[inline]
async fn abort(job: &Job, id: &str) -> Result<Value> {
    job.call("AbortMultipartUpload").param("UploadId", id).await
}

impl Drop for Multipart {
    #[inline]
    fn drop(&mut self) {
        if !self.open {
            return;
        }
        self.sending = Tasks::default();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let (job, id) = (Arc::clone(&self.job), std::mem::take(&mut self.id));
            let abort = async move {
                // Nobody waits for the answer any more.
                let _ = abort(&job, &id).await;
            };
            tasks::spawn(&runtime, Box::pin(abort));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_of_sizes_that_s3_takes() {
        const GIB: u64 = 1 << 30;
        for (wanted, length, size) in [
            (8 << 20, Some(100 << 20), 8 << 20),
            (1, Some(6 << 20), 5 << 20),
            (u64::MAX, None, 5 << 30),
            (8 << 20, Some((8 * 10_000) << 20), 8 << 20),
            (8 << 20, Some(((8 * 10_000) << 20) + 1), 16 << 20),
            (8 << 20, Some(5 * 1024 * GIB), 1 << 30),
            (8 << 20, Some(50_000 * GIB), 5 * GIB),
        ] {
            assert_eq!(part_size(wanted, length).unwrap(), size, "{wanted} {length:?}");
        }
        assert!(part_size(8 << 20, Some(50_000 * GIB + 1)).is_err());
    }

    #[test]
    fn ranges_cover_everything_once() {
        for (length, size) in [(0, 5), (1, 5), (5, 5), (6, 5), (10, 5), (11, 5), (7, 0)] {
            let ranges: Vec<_> = ranges(length, size).collect();
            let mut at = 0;
            for range in &ranges {
                assert!(range.start == at && range.end > at && range.end - at <= size.max(1));
                at = range.end;
            }
            assert_eq!(at, length);
        }
    }
}
