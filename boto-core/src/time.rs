//! [`DateTime`]: an instant.

use crate::codec::date;
use boto_model::TimestampFormat;
use std::{
    fmt,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// An instant: seconds since 1970-01-01T00:00:00Z and nanoseconds.
///
/// Prints as RFC 3339, `2015-01-25T08:00:00Z`, to the microsecond.
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

    /// That many seconds after 1970.
    pub const fn from_seconds(seconds: i64) -> DateTime {
        DateTime { seconds, nanos: 0 }
    }

    /// That many milliseconds after 1970.
    pub const fn from_millis(millis: i64) -> DateTime {
        DateTime { seconds: millis.div_euclid(1000), nanos: (millis.rem_euclid(1000) * 1_000_000) as u32 }
    }

    /// Seconds after 1970 as a float, rounded to microseconds; `None` if it is not finite or out of range.
    pub fn from_float(seconds: f64) -> Option<DateTime> {
        date::from_float(seconds)
    }

    /// Reads any of the formats that AWS uses: ISO 8601, RFC 822, seconds since 1970. Without a zone it is UTC.
    pub fn parse(text: &str) -> Option<DateTime> {
        date::parse(text)
    }

    /// Reads the date of an HTTP header, in any of the forms that HTTP knows.
    pub fn parse_http_date(text: &str) -> Option<DateTime> {
        date::parse(text).filter(|_| text.contains(':'))
    }

    /// Prints in one of the formats of AWS, with as many digits of a fraction as needed (six at most); `None` for years
    /// before 0 and after 9999 where the format has a year.
    pub fn format(self, format: TimestampFormat) -> Option<String> {
        match format {
            TimestampFormat::Iso8601 => {
                date::rfc3339(DateTime::from_parts(self.seconds(), self.subsec_nanos() / 1000 * 1000))
            }
            format => date::text(self, format),
        }
    }

    /// Whole seconds since 1970, rounded down.
    pub const fn seconds(self) -> i64 {
        self.seconds
    }

    /// Nanoseconds on top of [`Self::seconds`].
    pub const fn subsec_nanos(self) -> u32 {
        self.nanos
    }

    /// Seconds since 1970 as a float.
    pub fn to_float(self) -> f64 {
        // Added as integers and divided once, so that the result is rounded once only.
        (self.seconds as i128 * 1_000_000 + i128::from(self.nanos / 1000)) as f64 / 1e6
    }

    /// How long after `earlier` this is; zero if it is not after it.
    pub fn since(self, earlier: DateTime) -> Duration {
        let nanos = (i128::from(self.seconds) - i128::from(earlier.seconds)) * 1_000_000_000 + i128::from(self.nanos)
            - i128::from(earlier.nanos);
        Duration::from_nanos(u64::try_from(nanos.max(0)).unwrap_or(u64::MAX))
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&date::rfc3339(*self).unwrap_or_else(|| date::epoch_exact(*self)))
    }
}

impl std::str::FromStr for DateTime {
    type Err = String;

    fn from_str(text: &str) -> Result<DateTime, String> {
        DateTime::parse(text).ok_or_else(|| format!("not a timestamp: {text:?}"))
    }
}

impl From<SystemTime> for DateTime {
    fn from(time: SystemTime) -> DateTime {
        match time.duration_since(UNIX_EPOCH) {
            Ok(after) => DateTime { seconds: after.as_secs() as i64, nanos: after.subsec_nanos() },
            Err(error) => {
                let before = error.duration();
                match before.subsec_nanos() {
                    0 => DateTime { seconds: -(before.as_secs() as i64), nanos: 0 },
                    nanos => DateTime { seconds: -(before.as_secs() as i64) - 1, nanos: 1_000_000_000 - nanos },
                }
            }
        }
    }
}

impl From<DateTime> for SystemTime {
    /// Instants that [`SystemTime`] cannot say become 1970-01-01.
    fn from(time: DateTime) -> SystemTime {
        let seconds = Duration::from_secs(time.seconds.unsigned_abs());
        let whole = if time.seconds < 0 { UNIX_EPOCH.checked_sub(seconds) } else { UNIX_EPOCH.checked_add(seconds) };
        whole.and_then(|t| t.checked_add(Duration::from_nanos(time.nanos.into()))).unwrap_or(UNIX_EPOCH)
    }
}
