//! The quota of retries: when much fails, retries stop before they make matters worse.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Tokens that retries cost and successes bring back, shared by all calls of a connection.
#[derive(Debug)]
pub struct Quota {
    capacity: u32,
    available: AtomicU32,
}

impl Quota {
    /// The tokens there are at first and at most.
    pub const CAPACITY: u32 = 500;
    /// What a retry costs.
    pub const COST: u32 = 14;
    /// What a retry after throttling costs: less, for the service is healthy.
    pub const THROTTLING_COST: u32 = 5;
    /// What a call that succeeds at once brings in.
    pub const INCOME: u32 = 1;

    /// A full quota of that many tokens.
    pub fn new(tokens: u32) -> Quota {
        Quota { capacity: tokens, available: AtomicU32::new(tokens) }
    }

    /// The tokens left.
    pub fn available(&self) -> u32 {
        self.available.load(Relaxed)
    }

    /// Takes tokens; `false` and nothing taken if there are not enough.
    pub fn acquire(&self, tokens: u32) -> bool {
        self.available.fetch_update(Relaxed, Relaxed, |available| available.checked_sub(tokens)).is_ok()
    }

    /// Gives tokens back, up to the capacity.
    pub fn release(&self, tokens: u32) {
        // Full is the usual case: one read, so that connections shared by many threads do not fight for the cache line.
        if self.available() < self.capacity {
            let fill = |available: u32| Some(available.saturating_add(tokens).min(self.capacity));
            let _always_some = self.available.fetch_update(Relaxed, Relaxed, fill);
        }
    }
}
