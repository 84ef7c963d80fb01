//! The rules of the legacy mode: fixed pairs of status and code, some of them for one service only.
//!
//! The facts are those of botocore's retry table (format 1.0), which names services by their endpoint prefix.

use super::classify::{Class, Outcome};
use crate::http::TransportErrorKind;
use std::time::Duration;

/// What is special about one service in legacy mode.
#[derive(Clone, Copy, Debug)]
pub(super) struct Service {
    rules: &'static [Rule],
    dynamodb: bool,
    /// Organizations replaced the bare 429 by a code of its own.
    bare_429: bool,
}

/// An error code, and the status it must come with.
type Rule = (&'static str, u16);

/// For every service.
const RULES: &[Rule] = &[
    ("Throttling", 400),
    ("ThrottlingException", 400),
    ("ThrottledException", 400),
    ("RequestThrottledException", 400),
    ("ProvisionedThroughputExceededException", 400),
];

const STATUSES: &[u16] = &[500, 502, 503, 504, 509];

const BY_SERVICE: &[(&str, &[Rule])] = &[
    ("cloudsearch", &[("BandwidthLimitExceeded", 509)]),
    ("dynamodb", &[("ReplicatedWriteConflictException", 409), ("TransactionInProgressException", 400)]),
    ("ec2", &[("RequestLimitExceeded", 503), ("EC2ThrottledException", 503)]),
    ("glacier", &[("RequestTimeoutException", 408)]),
    ("kinesis", &[("LimitExceededException", 400)]),
    ("organizations", &[("TooManyRequestsException", 400)]),
    ("route53", &[("Throttling", 400), ("PriorRequestNotComplete", 400)]),
    ("s3", &[("RequestTimeout", 400), ("BadDigest", 400)]),
    ("sqs", &[("RequestThrottled", 403)]),
    ("sts", &[("IDPCommunicationError", 400)]),
];

impl Service {
    /// The rules of the service with that endpoint prefix.
    pub(super) fn of(endpoint_prefix: &str) -> Service {
        Service {
            rules: BY_SERVICE.iter().find(|(name, _)| *name == endpoint_prefix).map_or(&[], |(_, rules)| rules),
            dynamodb: endpoint_prefix == "dynamodb",
            bare_429: endpoint_prefix != "organizations",
        }
    }

    pub(super) fn max_attempts(self) -> u32 {
        if self.dynamodb {
            10
        } else {
            5
        }
    }

    /// All that is retried counts as transient: the legacy mode has no quota and no rate that throttling would change.
    pub(super) fn classify(self, outcome: &Outcome<'_>) -> Class {
        let by_code = |rules: &[Rule]| {
            rules.iter().any(|(code, status)| outcome.code == Some(code) && outcome.status == Some(*status))
        };
        let by_status = outcome.status.is_some_and(|s| STATUSES.contains(&s) || (s == 429 && self.bare_429));
        let by_transport = outcome.transport.is_some_and(|kind| kind != TransportErrorKind::Request);
        let by_answer = outcome.damaged || outcome.clock_corrected;
        if by_transport || by_status || by_answer || by_code(RULES) || by_code(self.rules) {
            Class::Transient
        } else {
            Class::Final
        }
    }

    /// Doubling without a bound, as ever; DynamoDB from 50 ms without jitter, the others from a random part of a second.
    /// Twelve doublings (over an hour) are the end, so that a huge number of attempts cannot overflow anything.
    pub(super) fn delay(self, doublings: u32, random: f64) -> Duration {
        let base = if self.dynamodb { 0.05 } else { random };
        Duration::from_secs_f64(base * f64::from(1u32 << doublings.min(12)))
    }
}
