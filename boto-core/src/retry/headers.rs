//! The headers that tell a service which attempt of which call it sees.

use super::{Attempts, Mode, Policy};
use crate::DateTime;
use std::{fmt::Write, time::Duration};

impl Attempts {
    /// Takes note of the server's clock: its `Date` header and when the answer came.
    pub fn saw_server_clock(&mut self, server: DateTime, received: DateTime) {
        self.server_ahead = Some(server.seconds() - received.seconds());
    }

    /// The value of `amz-sdk-request`: `ttl=20190601T000011Z; attempt=2; max=3`.
    ///
    /// `ttl` says until when we would still listen, by the server's clock, which we know after its first answer;
    /// `read_timeout` is `None` where there is none, or where the body streams and cannot be judged by it.
    pub fn header(&self, policy: &Policy, now: DateTime, read_timeout: Option<Duration>) -> String {
        let mut header = String::with_capacity(48);
        if let (Some(ahead), Some(timeout)) = (self.server_ahead, read_timeout) {
            let until = now.seconds().saturating_add(ahead).saturating_add_unsigned(timeout.as_secs());
            header.push_str("ttl=");
            basic_format(&mut header, until);
            header.push_str("; ");
        }
        // Writing to a string cannot fail.
        let _ = write!(header, "attempt={}", self.number);
        if policy.mode() != Mode::Legacy || self.asked {
            let _ = write!(header, "; max={}", self.max);
        }
        header
    }
}

/// A random UUID (version 4) out of random bytes: the id of an invocation, an idempotency token.
pub fn uuid(mut random: [u8; 16]) -> String {
    random[6] = random[6] & 0x0f | 0x40;
    random[8] = random[8] & 0x3f | 0x80;
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(36);
    for (i, byte) in random.iter().enumerate() {
        if matches!(i, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        out.push(HEX[usize::from(byte >> 4)] as char);
        out.push(HEX[usize::from(byte & 15)] as char);
    }
    out
}

/// `20190601T000011Z`; years beyond four digits do not occur in clocks and print as they are.
fn basic_format(out: &mut String, seconds: i64) {
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Days to a date, by the eras of 400 years that begin on the first of March.
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    let _ = write!(out, "{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z");
}
