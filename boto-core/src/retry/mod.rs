//! Retries: whether another attempt helps, whether it may be made, and after how long.
//!
//! Nothing here waits or sends. The pipeline tells [`Policy::next`] what came of an attempt and does what the
//! [`Decision`] says, so tests can drive the whole machine without a clock.
//!
//! Three modes, as in every AWS SDK (<https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>):
//! [`Mode::Standard`] (the default), [`Mode::Adaptive`], which also slows the sender down when the service throttles,
//! and [`Mode::Legacy`], the rules boto had before the other two.

pub mod adaptive;
pub mod classify;
mod headers;
mod legacy;
mod quota;

pub use classify::{Class, Modeled, Outcome};
pub use headers::uuid;
pub use quota::Quota;

use crate::DateTime;
use boto_model::Metadata;
use std::time::Duration;

/// The rules to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    /// Exponential backoff with full jitter, bounded by a quota that all calls of a connection share.
    #[default]
    Standard,
    /// Standard, and a limit on the rate of sending that follows what the service bears.
    Adaptive,
    /// A fixed list of statuses and codes per service, without a quota.
    Legacy,
}

impl Mode {
    /// The name in configuration: `standard`, `adaptive`, `legacy`.
    pub fn as_str(self) -> &'static str {
        match self {
            Mode::Standard => "standard",
            Mode::Adaptive => "adaptive",
            Mode::Legacy => "legacy",
        }
    }

    /// The mode of that name, in any case of letters.
    pub fn from_name(name: &str) -> Option<Mode> {
        [Mode::Standard, Mode::Adaptive, Mode::Legacy]
            .into_iter()
            .find(|m| m.as_str().eq_ignore_ascii_case(name.trim()))
    }
}

/// What all calls of a connection share: the mode, the quota, the measured rate.
#[derive(Debug)]
pub struct Policy {
    mode: Mode,
    max_attempts: u32,
    /// The longest backoff in seconds, before `x-amz-retry-after` is added.
    max_backoff: f64,
    /// Seconds of the first backoff that no throttling caused.
    base: f64,
    quota: Quota,
    limiter: Option<adaptive::Limiter>,
    legacy: legacy::Service,
    long_polling: &'static [&'static str],
    sts: bool,
}

/// The longest backoff, in seconds.
const MAX_BACKOFF: f64 = 20.0;
/// The first backoff after throttling, in seconds.
const THROTTLING_BASE: f64 = 1.0;
/// How much longer than the backoff a server may make us wait by `x-amz-retry-after`, in seconds.
const RETRY_AFTER_EXTRA: f64 = 5.0;

/// Operations that hold the connection until there is something to say. Loops around them would spin if a drained
/// quota let them fail at once, so they wait out the backoff once although no attempt follows.
const LONG_POLLING: &[(&str, &[&str])] = &[
    ("kinesis", &["ReceiveQueueRecords", "ReceiveDeadLetterQueueRecords"]),
    ("sfn", &["GetActivityTask"]),
    ("sqs", &["ReceiveMessage"]),
    ("swf", &["PollForActivityTask", "PollForDecisionTask"]),
];

impl Policy {
    /// A fresh policy for one connection. `max_attempts` counts all attempts, the first one too; without it the mode
    /// and the service decide: 3 (DynamoDB 4), in legacy mode 5 (DynamoDB 10). At least one attempt is always made.
    pub fn new(mode: Mode, max_attempts: Option<u32>, metadata: &Metadata) -> Policy {
        let id = hyphenized(metadata);
        let dynamodb = matches!(id.as_str(), "dynamodb" | "dynamodb-streams");
        let legacy = legacy::Service::of(&metadata.endpoint_prefix);
        let default = match mode {
            Mode::Legacy => legacy.max_attempts(),
            _ if dynamodb => 4,
            _ => 3,
        };
        Policy {
            mode,
            max_attempts: max_attempts.unwrap_or(default).max(1),
            max_backoff: MAX_BACKOFF,
            base: if dynamodb { 0.025 } else { 0.05 },
            quota: Quota::new(Quota::CAPACITY),
            limiter: (mode == Mode::Adaptive).then(adaptive::Limiter::default),
            legacy,
            long_polling: LONG_POLLING.iter().find(|(name, _)| *name == id).map_or(&[], |(_, operations)| operations),
            sts: id == "sts",
        }
    }

    /// The same with another number of tokens in the quota (500 by default).
    #[must_use]
    pub fn with_quota(mut self, tokens: u32) -> Policy {
        self.quota = Quota::new(tokens);
        self
    }

    /// The same with another bound on the backoff (20 s by default).
    #[must_use]
    pub fn with_max_backoff(mut self, longest: Duration) -> Policy {
        self.max_backoff = longest.as_secs_f64();
        self
    }

    /// The mode.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// How many attempts a call makes at most, the first one included.
    pub fn max_attempts(&self) -> u32 {
        self.max_attempts
    }

    /// The tokens left for retries.
    pub fn quota(&self) -> u32 {
        self.quota.available()
    }

    /// The state of a new call. `max_attempts` is that of this call, if it has its own.
    pub fn begin(&self, operation: &str, max_attempts: Option<u32>) -> Attempts {
        Attempts {
            number: 1,
            max: max_attempts.unwrap_or(self.max_attempts).max(1),
            long_polling: self.long_polling.contains(&operation),
            charged: None,
            asked: false,
            server_ahead: None,
        }
    }

    /// Before an attempt is sent: `None` if it may go now, else how long to wait before asking again. Only the
    /// adaptive mode ever waits.
    pub fn admit(&self, now: DateTime) -> Option<Duration> {
        self.limiter.as_ref().and_then(|limiter| limiter.admit(seconds(now)))
    }

    /// What to do after an attempt. `random` is uniform in [0, 1); `now` is when the answer came.
    pub fn next(&self, attempts: &mut Attempts, outcome: &Outcome<'_>, random: f64, now: DateTime) -> Decision {
        attempts.asked = true;
        let class = self.classify(outcome);
        if let Some(limiter) = &self.limiter {
            limiter.answered(seconds(now), class == Class::Throttling);
        }
        if outcome.succeeded() && class == Class::Final {
            self.quota.release(attempts.charged.take().unwrap_or(Quota::INCOME));
            return Decision::Stop(Stop::Success);
        }
        if class == Class::Final {
            return Decision::Stop(Stop::NotRetryable);
        }
        if attempts.number >= attempts.max {
            return Decision::Stop(Stop::MaxAttempts);
        }
        let delay = self.delay(attempts.number, class, outcome, random);
        if self.mode != Mode::Legacy {
            let cost = if class == Class::Throttling { Quota::THROTTLING_COST } else { Quota::COST };
            if !self.quota.acquire(cost) {
                return Decision::Stop(Stop::QuotaExhausted { wait: attempts.long_polling.then_some(delay) });
            }
            attempts.charged = Some(cost);
        }
        attempts.number += 1;
        Decision::After(delay)
    }

    fn classify(&self, outcome: &Outcome<'_>) -> Class {
        match self.mode {
            Mode::Legacy => self.legacy.classify(outcome),
            _ => classify::classify(outcome, self.sts),
        }
    }

    fn delay(&self, attempt: u32, class: Class, outcome: &Outcome<'_>, random: f64) -> Duration {
        let doublings = attempt.saturating_sub(1).min(63);
        if self.mode == Mode::Legacy {
            return self.legacy.delay(doublings, random);
        }
        let base = if class == Class::Throttling { THROTTLING_BASE } else { self.base };
        let backoff = random * (base * 2f64.powi(doublings as i32)).min(self.max_backoff);
        let wanted = outcome.retry_after_seconds().unwrap_or(0.0);
        Duration::from_secs_f64(wanted.min(backoff + RETRY_AFTER_EXTRA).max(backoff))
    }
}

/// The attempts of one call.
#[derive(Clone, Debug)]
pub struct Attempts {
    number: u32,
    max: u32,
    long_polling: bool,
    /// What the last retry cost; a success gives it back.
    charged: Option<u32>,
    /// Whether the policy was asked before: legacy mode says `max=` only from then on.
    asked: bool,
    /// By how many seconds the server's clock was ahead of ours in its last answer.
    server_ahead: Option<i64>,
}

impl Attempts {
    /// The attempt being made, from 1.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Counts an attempt that no failure caused: the same request at the address that an answer named.
    pub fn again(&mut self) {
        self.number += 1;
    }

    /// How many attempts there may be.
    pub fn max(&self) -> u32 {
        self.max
    }
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Decision {
    /// Make another attempt after that time.
    After(Duration),
    /// Make no more.
    Stop(Stop),
}

/// Why no more attempts are made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stop {
    /// The call succeeded.
    Success,
    /// Another attempt would end the same way.
    NotRetryable,
    /// All attempts are used up.
    MaxAttempts,
    /// Too many calls of this connection failed lately.
    QuotaExhausted {
        /// Long-polling operations wait this long before they report the failure.
        wait: Option<Duration>,
    },
}

/// The service id as other SDKs use it in tables: lower case, spaces as hyphens.
fn hyphenized(metadata: &Metadata) -> String {
    let id = if metadata.service_id.is_empty() { &metadata.name } else { &metadata.service_id };
    id.replace(' ', "-").to_ascii_lowercase()
}

fn seconds(time: DateTime) -> f64 {
    time.seconds() as f64 + f64::from(time.subsec_nanos()) / 1e9
}

#[cfg(test)]
mod tests;
