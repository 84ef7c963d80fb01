//! Reading timestamps. Services do not always keep to the format of their model, so all formats are tried everywhere,
//! as in botocore.

use super::{days_from_civil, month_length, MONTHS, WEEKDAYS};
use crate::DateTime;

/// A timestamp in any format: seconds since 1970 in decimal, ISO 8601 (also a date alone, without zone, with a space
/// for the `T`, in basic form), RFC 822 and its relatives (RFC 850, asctime). Without a zone it is UTC.
pub fn parse(text: &str) -> Option<DateTime> {
    let text = text.trim();
    if text.len() > 64 || !text.is_ascii() {
        return None;
    }
    // The most frequent form first; it cannot be a number.
    if text.as_bytes().get(4) == Some(&b'-') {
        return iso(text).or_else(|| epoch(text));
    }
    epoch(text).or_else(|| iso(text)).or_else(|| words(text))
}

/// Seconds since 1970 as a float, rounded to microseconds.
pub fn from_float(value: f64) -> Option<DateTime> {
    if !value.is_finite() || value.abs() > 1e15 {
        return None;
    }
    let whole = value.floor();
    let micros = ((value - whole) * 1e6).round() as u32;
    Some(DateTime::from_parts(whole as i64 + i64::from(micros / 1_000_000), micros % 1_000_000 * 1000))
}

/// Seconds since 1970 in decimal, exactly.
fn epoch(text: &str) -> Option<DateTime> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !whole.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if !all_digits(whole) || !all_digits(fraction) {
        return crate::codec::text::is_number(text).then(|| text.parse().ok().and_then(from_float)).flatten();
    }
    let seconds: i64 = whole.parse().ok()?;
    let nanos = nanos(fraction);
    Some(match (negative, nanos) {
        (false, _) => DateTime::from_parts(seconds, nanos),
        (true, 0) => DateTime::from_parts(-seconds, 0),
        (true, _) => DateTime::from_parts(-seconds - 1, 1_000_000_000 - nanos),
    })
}

/// The digits after the point; beyond the ninth they are dropped.
fn nanos(fraction: &str) -> u32 {
    let mut nanos = 0;
    for place in 0..9 {
        nanos = nanos * 10 + fraction.as_bytes().get(place).map_or(0, |b| u32::from(b - b'0'));
    }
    nanos
}

/// `2015-01-25T08:00:00.5+01:00`, `2015-01-25`, `20150125T080000Z` …
fn iso(text: &str) -> Option<DateTime> {
    let mut at = Cursor(text);
    let year = at.digits(4)?;
    let dashed = at.eat('-');
    let month = at.digits(2)?;
    if dashed && !at.eat('-') {
        return None;
    }
    let day = at.digits(2)?;
    let mut moment = Moment { year: i64::from(year), month, day, ..Moment::default() };
    if at.0.is_empty() {
        return moment.instant();
    }
    if !(at.eat('T') || at.eat('t') || at.eat(' ')) {
        return None;
    }
    moment.clock(&mut at)?;
    at.0 = at.0.trim_start();
    if !at.0.is_empty() {
        moment.offset = offset(at.0)?;
    }
    moment.instant()
}

/// `Sun, 25 Jan 2015 08:00:00 GMT`, `Sunday, 25-Jan-15 08:00:00 GMT`, `Sun Jan 25 08:00:00 2015`.
fn words(text: &str) -> Option<DateTime> {
    let mut moment = Moment::default();
    let (mut year, mut timed) = (None, false);
    for word in text.split([' ', ',']).filter(|w| !w.is_empty()) {
        if word.contains(':') && !word.starts_with(['+', '-']) {
            let mut at = Cursor(word);
            moment.clock(&mut at)?;
            if !at.0.is_empty() {
                moment.offset = offset(at.0)?;
            }
            timed = true;
        } else if let Some(zone) = offset(word).filter(|_| timed) {
            moment.offset = zone;
        } else {
            for part in word.split('-') {
                let first = part.get(..3).unwrap_or("");
                if let Ok(number) = part.parse::<u32>() {
                    if moment.day == 0 && part.len() <= 2 {
                        moment.day = number;
                    } else if year.is_none() {
                        // Two digits mean the century around 1970 (RFC 850).
                        let century = if part.len() > 2 { 0 } else { 1900 + 100 * u32::from(number < 70) };
                        year = Some(century + number);
                    } else {
                        return None;
                    }
                } else if let Some(month) = MONTHS.iter().position(|m| m.eq_ignore_ascii_case(first)) {
                    moment.month = month as u32 + 1;
                } else if !WEEKDAYS.iter().any(|d| d.eq_ignore_ascii_case(first)) {
                    return None;
                }
            }
        }
    }
    moment.year = i64::from(year?);
    moment.instant()
}

/// `Z`, `GMT`, `+01:00`, `-0800`, `+01`: seconds to the east.
fn offset(text: &str) -> Option<i64> {
    if ["Z", "GMT", "UTC", "UT"].iter().any(|zone| zone.eq_ignore_ascii_case(text)) {
        return Some(0);
    }
    let mut at = Cursor(text);
    let sign = match (at.eat('+'), at.eat('-')) {
        (true, false) => 1,
        (false, true) => -1,
        _ => return None,
    };
    let hours = at.digits(2)?;
    at.eat(':');
    let minutes = if at.0.is_empty() { 0 } else { at.digits(2)? };
    (at.0.is_empty() && hours < 24 && minutes < 60).then(|| sign * i64::from(hours * 3600 + minutes * 60))
}

/// A date and a time of day as they were written.
#[derive(Default)]
struct Moment {
    year: i64,
    month: u32,
    day: u32,
    second_of_day: u32,
    nanos: u32,
    offset: i64,
}

impl Moment {
    /// `08`, `08:00`, `08:00:00`, `08:00:00.5`, `080000`.
    fn clock(&mut self, at: &mut Cursor<'_>) -> Option<()> {
        let hour = at.digits(2)?;
        let colon = at.eat(':');
        let minute = if colon || at.begins_with_digit() { at.digits(2)? } else { 0 };
        let second = if at.eat(':') || (!colon && at.begins_with_digit()) { at.digits(2)? } else { 0 };
        if at.eat('.') || at.eat(',') {
            let length = at.0.bytes().take_while(u8::is_ascii_digit).count();
            if length == 0 {
                return None;
            }
            let (fraction, rest) = at.0.split_at(length);
            self.nanos = nanos(fraction);
            at.0 = rest;
        }
        // A leap second reads as the second after it.
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        self.second_of_day = hour * 3600 + minute * 60 + second;
        Some(())
    }

    fn instant(&self) -> Option<DateTime> {
        if !(1..=12).contains(&self.month) || self.day == 0 || self.day > month_length(self.year, self.month) {
            return None;
        }
        let days = days_from_civil(self.year, self.month, self.day);
        Some(DateTime::from_parts(days * 86_400 + i64::from(self.second_of_day) - self.offset, self.nanos))
    }
}

/// What is left to read. Only ASCII text comes here, so that every cut is on a boundary.
struct Cursor<'a>(&'a str);

impl Cursor<'_> {
    fn digits(&mut self, count: usize) -> Option<u32> {
        let mut value = 0;
        for &byte in self.0.as_bytes().get(..count)? {
            if !byte.is_ascii_digit() {
                return None;
            }
            value = value * 10 + u32::from(byte - b'0');
        }
        self.0 = &self.0[count..];
        Some(value)
    }

    fn eat(&mut self, c: char) -> bool {
        match self.0.strip_prefix(c) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    fn begins_with_digit(&self) -> bool {
        self.0.bytes().next().is_some_and(|b| b.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::date::{epoch_text, http_date, iso8601, rfc3339};

    #[test]
    fn all_formats_read_everywhere() {
        let want = Some(DateTime::from_parts(1_422_172_800, 0));
        for text in [
            "1422172800",
            "1.4221728e9",
            "14221728E2",
            "2015-01-25T08:00:00Z",
            "2015-01-25T08:00:00",
            "2015-01-25 08:00:00+00:00",
            "2015-01-25T09:00:00+01:00",
            "2015-01-25T00:00:00-0800",
            "20150125T080000Z",
            "2015-01-25T08:00Z",
            "Sun, 25 Jan 2015 08:00:00 GMT",
            "Sun, 25 Jan 2015 08:00:00 +0000",
            "Sunday, 25-Jan-15 08:00:00 GMT",
            "Sun Jan 25 08:00:00 2015",
            "25 Jan 2015 08:00:00 UTC",
        ] {
            assert_eq!(parse(text), want, "{text}");
        }
        assert_eq!(parse("2015-01-25"), Some(DateTime::from_parts(1_422_144_000, 0)));
        assert_eq!(parse("1515531081.1234"), Some(DateTime::from_parts(1_515_531_081, 123_400_000)));
        assert_eq!(parse("-0.75"), Some(DateTime::from_parts(-1, 250_000_000)));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "",
            "x",
            "2015-13-01",
            "2015-02-29",
            "2015-01-25T25:00:00Z",
            "notTimestamp",
            "-",
            "1e999",
            "Sun",
            "99999999999999999999",
            "2015-01-25T08:00:00+99:00",
            "\u{661}\u{662}",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn nothing_of_a_fraction_is_lost_to_people_and_microseconds_are_sent() {
        for (text, shown, sent) in [
            ("80.7271066", "1970-01-01T00:01:20.7271066Z", "80.727106"),
            ("-0.000000001", "1969-12-31T23:59:59.999999999Z", "-0.000001"),
            ("253402300800.000000001", "253402300800.000000001", "253402300800"),
        ] {
            let time = parse(text).unwrap();
            assert_eq!((time.to_string().as_str(), epoch_text(time).as_str()), (shown, sent));
            assert_eq!(parse(&time.to_string()), Some(time));
        }
    }

    #[test]
    fn prints_what_it_reads() {
        let mut seconds: i64 = -62_135_596_800;
        while seconds < 253_402_300_800 {
            let time = DateTime::from_parts(seconds, 250_000_000);
            assert_eq!(parse(&iso8601(time).unwrap()), Some(time));
            assert_eq!(parse(&rfc3339(time).unwrap()), Some(time));
            assert_eq!(parse(&epoch_text(time)), Some(time));
            assert_eq!(parse(&http_date(time).unwrap()), Some(DateTime::from_parts(seconds, 0)));
            seconds += 86_400 * 97 + 12_345;
        }
        assert_eq!(iso8601(DateTime::from_parts(253_402_300_800, 0)), None);
    }
}
