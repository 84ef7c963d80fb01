//! The limit on the rate of sending in adaptive mode: the CUBIC rule that TCP uses, and a token bucket.
//!
//! As long as nothing throttles, nothing is limited. From the first throttling on the rate falls to 70 % of what was
//! measured, then climbs back, slowly near the old maximum and faster beyond it, never above twice the measured rate.

use std::{sync::Mutex, time::Duration};

/// The limiter of one connection. All times are in seconds since any fixed moment.
#[derive(Debug, Default)]
pub struct Limiter(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    enabled: bool,
    clocker: Clocker,
    cubic: Option<Cubic>,
    bucket: Bucket,
}

impl Limiter {
    /// Takes a token; `Some` is how long to wait before asking again.
    pub fn admit(&self, now: f64) -> Option<Duration> {
        let mut state = self.lock();
        if !state.enabled {
            return None;
        }
        state.bucket.acquire(now)
    }

    /// Takes note of an answer and of whether it was throttling.
    pub fn answered(&self, now: f64, throttling: bool) {
        let state = &mut *self.lock();
        let measured = state.clocker.record(now);
        let cubic = state.cubic.get_or_insert_with(|| Cubic::new(0.0, now));
        let rate = if throttling {
            let current = if state.enabled { measured.min(state.bucket.rate) } else { measured };
            state.enabled = true;
            cubic.throttled(current, now)
        } else {
            cubic.succeeded(now)
        };
        state.bucket.set_rate(rate.min(2.0 * measured), now);
    }

    /// The rate measured, in requests a second.
    pub fn measured(&self) -> f64 {
        self.lock().clocker.rate
    }

    /// The rate allowed, in requests a second.
    pub fn rate(&self) -> f64 {
        self.lock().bucket.rate
    }

    /// Starts the clocks at that time (by default they start with the first answer).
    #[must_use]
    pub fn starting_at(self, now: f64) -> Limiter {
        {
            let mut state = self.lock();
            state.cubic = Some(Cubic::new(0.0, now));
            state.clocker.last_bucket = Some(now.floor());
            state.bucket.refill(now);
        }
        self
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        // Nothing in here panics while the lock is held, and a rate that is half updated would only be a bit wrong.
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// The CUBIC rule.
#[derive(Clone, Copy, Debug)]
pub struct Cubic {
    max_rate: f64,
    /// The seconds until the rate is back at `max_rate`.
    recovery: f64,
    last_throttled: f64,
}

impl Cubic {
    const SCALE: f64 = 0.4;
    const BETA: f64 = 0.7;

    /// With that rate at the last throttling, at that time.
    pub fn new(max_rate: f64, last_throttled: f64) -> Cubic {
        let recovery = (max_rate * (1.0 - Self::BETA) / Self::SCALE).cbrt();
        Cubic { max_rate, recovery, last_throttled }
    }

    /// The rate after a success.
    pub fn succeeded(&self, now: f64) -> f64 {
        Self::SCALE * (now - self.last_throttled - self.recovery).powi(3) + self.max_rate
    }

    /// The rate after throttling at `rate`.
    pub fn throttled(&mut self, rate: f64, now: f64) -> f64 {
        *self = Cubic::new(rate, now);
        rate * Self::BETA
    }
}

/// Measures the rate of sending in half seconds, smoothed.
#[derive(Debug, Default)]
struct Clocker {
    rate: f64,
    count: f64,
    last_bucket: Option<f64>,
}

impl Clocker {
    const SMOOTHING: f64 = 0.8;

    fn record(&mut self, now: f64) -> f64 {
        let bucket = (now * 2.0).floor() / 2.0;
        let last = *self.last_bucket.get_or_insert_with(|| now.floor());
        self.count += 1.0;
        if bucket > last {
            let current = self.count / (bucket - last);
            self.rate = current * Self::SMOOTHING + self.rate * (1.0 - Self::SMOOTHING);
            self.count = 0.0;
            self.last_bucket = Some(bucket);
        }
        self.rate
    }
}

/// Tokens that drip in at a rate.
#[derive(Debug)]
struct Bucket {
    rate: f64,
    capacity: f64,
    tokens: f64,
    filled: Option<f64>,
}

impl Default for Bucket {
    fn default() -> Bucket {
        Bucket { rate: 1.0, capacity: 1.0, tokens: 0.0, filled: None }
    }
}

impl Bucket {
    const MIN_RATE: f64 = 0.5;

    fn acquire(&mut self, now: f64) -> Option<Duration> {
        self.refill(now);
        if self.tokens >= 1.0 {
            self.tokens -= 1.0;
            return None;
        }
        // The rate is at least one half, so this is at most two seconds.
        Some(Duration::from_secs_f64(((1.0 - self.tokens) / self.rate).max(0.001)))
    }

    fn set_rate(&mut self, rate: f64, now: f64) {
        // What dripped in so far came at the old rate.
        self.refill(now);
        self.rate = rate.max(Self::MIN_RATE);
        self.capacity = rate.max(1.0);
        self.tokens = self.tokens.min(self.capacity);
    }

    fn refill(&mut self, now: f64) {
        let elapsed = self.filled.map_or(0.0, |then| (now - then).max(0.0));
        self.tokens = (self.tokens + elapsed * self.rate).min(self.capacity);
        self.filled = Some(now);
    }
}
