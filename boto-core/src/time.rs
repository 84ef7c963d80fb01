//! [`DateTime`]: an instant.

/// An instant: seconds since 1970-01-01T00:00:00Z and nanoseconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct DateTime {
    seconds: i64,
    nanos: u32,
}

impl DateTime {
    /// That many seconds and nanoseconds (below 10⁹) after 1970 (before, for negative seconds).
    pub const fn from_parts(seconds: i64, nanos: u32) -> DateTime {
        DateTime { seconds, nanos }
    }

    /// Whole seconds since 1970, rounded down.
    pub const fn seconds(self) -> i64 {
        self.seconds
    }

    /// Nanoseconds on top of [`Self::seconds`].
    pub const fn subsec_nanos(self) -> u32 {
        self.nanos
    }
}
