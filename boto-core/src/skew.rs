//! Clock skew: services refuse signatures whose time is more than minutes off, and tell their own time in `Date`.
//!
//! The offset is learnt from answers that complain, kept for the connection, and added to the clock when signing.

use crate::DateTime;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

/// By how many seconds the service's clock is ahead of ours.
#[derive(Debug, Default)]
pub struct Skew(AtomicI64);

/// Codes that say the clock is wrong.
const CERTAIN: &[&str] = &["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"];

/// Codes that a wrong clock may cause, as may a wrong key.
const POSSIBLE: &[&str] = &["AuthFailure", "InvalidSignatureException", "SignatureDoesNotMatch"];

/// A difference that explains a refusal with one of the [`POSSIBLE`] codes, in seconds. AWS tolerates five minutes.
const THRESHOLD: u64 = 240;

impl Skew {
    /// The time to sign with.
    pub fn corrected(&self, now: DateTime) -> DateTime {
        DateTime::from_parts(now.seconds().saturating_add(self.0.load(Relaxed)), now.subsec_nanos())
    }

    /// Learns from an error: `server` is the `Date` of the answer that came at `received`. `true` if the request,
    /// signed with a better time, may now be accepted.
    pub fn learn(&self, code: &str, server: DateTime, received: DateTime) -> bool {
        let certain = CERTAIN.contains(&code);
        if !certain && !POSSIBLE.contains(&code) {
            return false;
        }
        let off = server.seconds().saturating_sub(self.corrected(received).seconds());
        if off.unsigned_abs() > THRESHOLD {
            self.0.store(server.seconds().saturating_sub(received.seconds()), Relaxed);
            return true;
        }
        // The clocks agree now. A certain code then means that the request was long under way, or that a sibling
        // call has just corrected the offset: a fresh signature helps in both cases.
        certain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime {
        DateTime::from_parts(seconds, 0)
    }

    #[test]
    fn learns_from_complaints_in_both_directions() {
        for ahead in [-1200, 1200] {
            let skew = Skew::default();
            assert!(skew.learn("RequestTimeTooSkewed", at(10_000 + ahead), at(10_000)));
            assert_eq!(skew.corrected(at(20_000)), at(20_000 + ahead));
        }
    }

    #[test]
    fn a_wrong_key_is_not_a_wrong_clock() {
        let skew = Skew::default();
        assert!(!skew.learn("SignatureDoesNotMatch", at(10_100), at(10_000)));
        assert_eq!(skew.corrected(at(5)), at(5));
        assert!(skew.learn("SignatureDoesNotMatch", at(10_241), at(10_000)));
        // Once corrected, the same complaint is about the key.
        assert!(!skew.learn("SignatureDoesNotMatch", at(10_242), at(10_001)));
    }

    #[test]
    fn other_errors_teach_nothing() {
        let skew = Skew::default();
        assert!(!skew.learn("AccessDenied", at(99_999), at(0)));
        assert_eq!(skew.corrected(at(7)), at(7));
    }
}
