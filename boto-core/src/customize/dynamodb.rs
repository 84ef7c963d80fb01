//! DynamoDB.

use super::Incoming;
use crate::{Error, ErrorKind, Result};

/// Compares the CRC32 of the body with the one in `x-amz-crc32`; a damaged answer is asked for again.
pub fn crc32(incoming: &mut Incoming<'_>) -> Result<()> {
    let expected = incoming.headers.get("x-amz-crc32").and_then(|v| v.to_str().ok()?.trim().parse::<u32>().ok());
    let (Some(expected), Some(body)) = (expected, incoming.body) else { return Ok(()) };
    let actual = crc32fast::hash(body);
    if actual == expected {
        return Ok(());
    }
    let message = format!("the answer is damaged: its CRC32 is {actual}, not {expected} as x-amz-crc32 says");
    Err(Error::new(ErrorKind::Decode, message).with_status(incoming.status).with_retryable(true, false))
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;

    #[test]
    fn crc32() {
        for (header, whole) in [(None, true), (Some("2745614147"), true), (Some("1"), false), (Some("nonsense"), true)]
        {
            let mut case = Case::new([]);
            case.body = Some("{}".into());
            if let Some(header) = header {
                case.request.headers.insert("x-amz-crc32", header.parse().unwrap());
            }
            let retried = super::crc32(&mut case.incoming()).map_err(|error| error.is_retryable());
            assert_eq!(retried, if whole { Ok(()) } else { Err(true) }, "{header:?}");
        }
    }
}
