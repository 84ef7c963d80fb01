//! One cache per session: single flight, refresh ahead of time in the background, stale use where that is allowed.

use crate::{host::Host, tasks, BoxFuture, DateTime, Error, ErrorKind, Result};
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// Seconds before the end from which on credentials are refreshed in the background.
const ADVISORY: i64 = 15 * 60;
/// Seconds before the end from which on callers wait for the refresh.
const MANDATORY: i64 = 10 * 60;
/// Seconds until a refresh that failed, or that brought nothing newer, is tried again; doubled with each failure.
const PAUSE: i64 = 60;
/// The longest such pause.
const LONGEST_PAUSE: i64 = 10 * 60;
/// How much longer than their time credentials are used if they cannot be refreshed, where that is allowed.
const STALE: i64 = 24 * 60 * 60;

/// What is cached: something that may end.
pub trait Expires: Clone + Send + Sync + 'static {
    /// When it ends.
    fn expiry(&self) -> Option<DateTime>;
    /// Whether it may be used past its end while it cannot be refreshed. AWS accepts credentials of instances for
    /// some time longer, so that an outage of the metadata service does not stop what runs there.
    fn outlives(&self) -> bool;
    /// Whether this is `other`, so that a refresh brought nothing.
    fn same(&self, other: &Self) -> bool;
}

/// How to get what is cached.
pub trait Fetch<T>: Send + Sync {
    /// Gets it. `quiet` is set in the background, where nobody can be asked for anything.
    fn fetch(&self, quiet: bool) -> BoxFuture<'_, Result<T>>;
}

/// Holds one value. Clones share it.
#[derive(Debug)]
pub struct Cache<T> {
    shared: Arc<Shared<T>>,
}

impl<T> Clone for Cache<T> {
    fn clone(&self) -> Self {
        Cache { shared: self.shared.clone() }
    }
}

#[derive(Debug)]
struct Shared<T> {
    state: Mutex<State<T>>,
    /// Held by the one who fetches while others wait. Dropped with the future that holds it, so that the next in
    /// line takes over from a caller that gave up.
    flight: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
struct State<T> {
    held: Option<Held<T>>,
    /// Counts flights that came to an end.
    flights: u64,
    /// How the last flight failed.
    failure: Option<Error>,
}

#[derive(Debug, Clone)]
struct Held<T> {
    value: T,
    /// From when on it is refreshed in the background; `None` is never.
    advisory: Option<i64>,
    /// From when on callers wait for the refresh.
    mandatory: Option<i64>,
    /// The last refresh failed: not before then again.
    not_before: i64,
    failures: u32,
}

impl<T: Expires> Default for Cache<T> {
    fn default() -> Self {
        let state = State { held: None, flights: 0, failure: None };
        Cache { shared: Arc::new(Shared { state: Mutex::new(state), flight: tokio::sync::Mutex::new(()) }) }
    }
}

enum Need<T> {
    Nothing(T),
    Background(T),
    /// Fetch; the value, if it is still good, is for the case that this fails.
    Now(Option<T>),
}

impl<T: Expires> Cache<T> {
    /// The value, fetched if there is none, refreshed if it ends soon. However many callers there are, one fetches.
    pub fn get<'a>(&'a self, host: &'a Arc<dyn Host>, fetch: &'a Arc<dyn Fetch<T>>) -> BoxFuture<'a, Result<T>> {
        Box::pin(async move {
            let (need, flights) = {
                let state = self.shared.lock();
                (state.need(host.now().seconds()), state.flights)
            };
            match need {
                Need::Nothing(value) => Ok(value),
                Need::Background(value) => {
                    if self.refresh(host, fetch) {
                        return Ok(value);
                    }
                    // Without a runtime there is no background; this one caller waits.
                    self.shared.fly(&**host, &**fetch, false).await.or(Ok(value))
                }
                Need::Now(_) => {
                    let _flight = self.shared.flight.lock().await;
                    let fallback = {
                        let state = self.shared.lock();
                        match state.need(host.now().seconds()) {
                            Need::Nothing(value) | Need::Background(value) => return Ok(value),
                            Need::Now(fallback) => {
                                // Someone else failed while this caller waited: that counts for all who waited.
                                if let (Some(error), true) = (&state.failure, state.flights > flights) {
                                    return fallback.ok_or_else(|| error.clone());
                                }
                                fallback
                            }
                        }
                    };
                    let fetched = self.shared.fly(&**host, &**fetch, false).await;
                    match (fetched, fallback) {
                        (Err(_), Some(value)) => Ok(value),
                        (fetched, _) => fetched,
                    }
                }
            }
        })
    }

    /// What is held, however old.
    pub fn peek(&self) -> Option<T> {
        self.shared.lock().held.as_ref().map(|h| h.value.clone())
    }

    /// Forgets the value, so that the next caller fetches anew; for credentials that a service calls expired.
    pub fn clear(&self) {
        self.shared.lock().held = None;
    }

    /// Starts a refresh in the background; `false` if there is no runtime to do it.
    fn refresh(&self, host: &Arc<dyn Host>, fetch: &Arc<dyn Fetch<T>>) -> bool {
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return false };
        if let Some(held) = &mut self.shared.lock().held {
            held.not_before = host.now().seconds() + PAUSE;
        }
        let (shared, host, fetch) = (self.shared.clone(), host.clone(), fetch.clone());
        let refresh = async move {
            if let Err(error) = shared.fly(&*host, &*fetch, true).await {
                tracing::warn!(%error, "refresh ahead of time failed; the old ones are used as long as they are good");
            }
        };
        tasks::spawn(&runtime, Box::pin(refresh));
        true
    }
}

impl<T: Expires> Shared<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn fly<'a>(&'a self, host: &'a dyn Host, fetch: &'a dyn Fetch<T>, quiet: bool) -> BoxFuture<'a, Result<T>> {
        Box::pin(async move {
            let ended = |value: &T| value.expiry().is_some_and(|end| end <= host.now()) && !value.outlives();
            let mut fetched = fetch.fetch(quiet).await;
            if fetched.as_ref().is_ok_and(ended) {
                // A process or agent with a cache of its own gives what it has, and fetches anew for the next one who asks.
                fetched = fetch.fetch(quiet).await;
            }
            let now = host.now().seconds();
            let fetched = fetched.and_then(|value| match ended(&value) {
                true => Err(Error::new(
                    ErrorKind::Credentials,
                    "what was fetched just now has expired already; is the clock of this machine right?",
                )),
                false => Ok(value),
            });
            let mut state = self.lock();
            state.flights += 1;
            state.failure = None;
            match &fetched {
                Ok(value) => state.store(value.clone(), now, jitter(host)),
                Err(error) => {
                    if let Some(held) = &mut state.held {
                        let pause = (PAUSE << held.failures.min(4)).min(LONGEST_PAUSE);
                        held.not_before = now + pause + jitter(host) % PAUSE;
                        held.failures += 1;
                    }
                    state.failure = Some(error.clone());
                }
            }
            fetched
        })
    }
}

impl<T: Expires> State<T> {
    fn need(&self, now: i64) -> Need<T> {
        let Some(held) = &self.held else { return Need::Now(None) };
        let value = held.value.clone();
        let waiting = now < held.not_before;
        let Some(end) = value.expiry().map(DateTime::seconds) else { return Need::Nothing(value) };
        let good = now < end || (value.outlives() && now < end + STALE);
        if held.mandatory.is_some_and(|from| now >= from) {
            return match (good, waiting) {
                (true, true) if held.failures > 0 => Need::Nothing(value),
                (true, _) => Need::Now(Some(value)),
                (false, _) => Need::Now(None),
            };
        }
        if held.advisory.is_some_and(|from| now >= from) && !waiting {
            return Need::Background(value);
        }
        Need::Nothing(value)
    }

    fn store(&mut self, value: T, now: i64, jitter: i64) {
        let again = self.held.as_ref().is_some_and(|held| held.value.same(&value));
        let end = value.expiry().map(DateTime::seconds);
        // Short-lived ones are refreshed at the same fractions of their life, or they would never be at rest.
        let life = end.map_or(0, |end| (end - now).max(0));
        let (advisory, mandatory) = (ADVISORY.min(life / 2), MANDATORY.min(life / 3));
        // Machines that started together must not refresh together.
        let advisory = advisory - jitter % (1 + (advisory - mandatory) / 2);
        self.held = Some(Held {
            value,
            advisory: end.map(|end| end - advisory),
            mandatory: end.map(|end| end - mandatory),
            not_before: if again { now + PAUSE } else { now },
            failures: u32::from(again),
        });
    }
}

fn jitter(host: &dyn Host) -> i64 {
    let mut bytes = [0; 2];
    host.random(&mut bytes);
    i64::from(u16::from_le_bytes(bytes))
}

/// A pause between two attempts.
pub(super) async fn pause(host: &dyn Host, seconds: u64) {
    host.sleep(Duration::from_secs(seconds)).await;
}
