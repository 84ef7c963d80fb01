//! DynamoDB.

use super::Incoming;
use crate::{integrity::Checksum, Error, ErrorKind, Result};

/// Compares the CRC32 of the body with the one in `x-amz-crc32`; a damaged answer is asked for again.
pub fn crc32(incoming: &mut Incoming<'_>) -> Result<()> {
    let expected = incoming.headers.get("x-amz-crc32").and_then(|v| v.to_str().ok()?.trim().parse::<u32>().ok());
    let (Some(expected), Some(body)) = (expected, incoming.body) else { return Ok(()) };
    let actual = crc(body);
    if actual == expected {
        return Ok(());
    }
    let message = format!("the answer is damaged: its CRC32 is {actual}, not {expected} as x-amz-crc32 says");
    Err(Error::new(ErrorKind::Decode, message).with_status(incoming.status).with_retryable(true, false))
}
