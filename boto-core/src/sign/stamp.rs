//! The one form of time that signatures carry: `20150830T123600Z`.

use crate::DateTime;

/// `20150830T123600Z`, kept as bytes so that making one allocates nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp([u8; 16]);

impl Stamp {
    /// The stamp of that time. Years beyond 0–9999 have no such form; they are clamped (no server accepts them anyway).
    pub fn new(time: DateTime) -> Stamp {
        let seconds = time.seconds().clamp(-62_167_219_200, 253_402_300_799);
        let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let (year, month, day) = civil(days);
        let mut out = *b"00000000T000000Z";
        digits(&mut out[0..4], year);
        digits(&mut out[4..6], month);
        digits(&mut out[6..8], day);
        digits(&mut out[9..11], rest / 3600);
        digits(&mut out[11..13], rest / 60 % 60);
        digits(&mut out[13..15], rest % 60);
        Stamp(out)
    }

    /// All of it.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The day, `20150830`.
    pub fn day(&self) -> &str {
        &self.as_str()[..8]
    }

    /// The day as bytes, for keys of caches.
    pub(super) fn day_bytes(&self) -> [u8; 8] {
        let b = &self.0;
        [b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]]
    }
}

/// `2015-08-30T12:36:00Z`, as policies and Signature V2 write it.
pub(super) fn iso8601(time: DateTime) -> String {
    let stamp = Stamp::new(time);
    let s = stamp.as_str();
    format!("{}-{}-{}T{}:{}:{}Z", &s[..4], &s[4..6], &s[6..8], &s[9..11], &s[11..13], &s[13..15])
}

/// `Sun, 30 Aug 2015 12:36:00 GMT`, as `Date` headers have it.
pub(super) fn http_date(time: DateTime) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let stamp = Stamp::new(time);
    let s = stamp.as_str();
    let weekday = DAYS[time.seconds().div_euclid(86_400).rem_euclid(7) as usize];
    let month = s[4..6].parse::<usize>().map_or("Jan", |month| MONTHS[(month + 11) % 12]);
    format!("{weekday}, {} {month} {} {}:{}:{} GMT", &s[6..8], &s[..4], &s[9..11], &s[11..13], &s[13..15])
}

fn digits(out: &mut [u8], mut number: i64) {
    for place in out.iter_mut().rev() {
        *place = b'0' + (number % 10) as u8;
        number /= 10;
    }
}

/// Year, month and day of a count of days since 1970-01-01, in the proleptic Gregorian calendar.
///
/// Years are taken to begin in March, so that the leap day is the last of a year; 400 of them have 146,097 days.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468; // since 0000-03-01
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(seconds: i64) -> String {
        Stamp::new(DateTime::from_parts(seconds, 0)).as_str().to_owned()
    }

    #[test]
    fn stamps_known_instants() {
        assert_eq!(stamp(0), "19700101T000000Z");
        assert_eq!(stamp(1_440_938_160), "20150830T123600Z");
        assert_eq!(stamp(951_782_399), "20000228T235959Z");
        assert_eq!(stamp(951_782_400), "20000229T000000Z");
        assert_eq!(stamp(-1), "19691231T235959Z");
        assert_eq!(stamp(4_107_542_400), "21000301T000000Z");
    }

    #[test]
    fn other_forms() {
        let time = DateTime::from_parts(1_440_938_160, 0);
        assert_eq!(iso8601(time), "2015-08-30T12:36:00Z");
        assert_eq!(http_date(time), "Sun, 30 Aug 2015 12:36:00 GMT");
        assert_eq!(http_date(DateTime::from_parts(-1, 0)), "Wed, 31 Dec 1969 23:59:59 GMT");
    }

    #[test]
    fn clamps_what_has_no_four_digit_year() {
        assert_eq!(stamp(i64::MAX), "99991231T235959Z");
        assert_eq!(stamp(i64::MIN), "00000101T000000Z");
    }
}
