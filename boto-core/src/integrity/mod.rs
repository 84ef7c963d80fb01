//! Integrity: checksums of requests and responses, `aws-chunked` bodies with trailers, request compression.
//!
//! The decisions are botocore's: a request carries the checksum its caller asks for (a ready value, or an algorithm),
//! else CRC32 where the operation requires one or, under [`When::Supported`], knows how to take one. Bodies that may
//! stream carry it behind them, as a trailer, if the connection is `https`.

mod algorithm;
pub mod chunked;
mod compress;
mod decide;
mod length;
mod md5;
mod verify;

pub use algorithm::{Algorithm, Checksum};
pub use compress::{compress, gzip};
pub use decide::{request, Applied, Framing, Settings};
pub use md5::md5;
pub use verify::verify;

/// When checksums are computed or checked: `request_checksum_calculation` and `response_checksum_validation`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum When {
    /// Wherever the operation supports it.
    #[default]
    Supported,
    /// Only where the operation requires it (requests) or the caller asks for it.
    Required,
}
