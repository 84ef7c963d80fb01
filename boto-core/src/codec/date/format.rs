//! Printing timestamps. Nothing finer than a microsecond is sent, as nothing finer is read by AWS's own SDKs; people are
//! shown all there is.

use super::{civil_from_days, MONTHS, WEEKDAYS};
use crate::{codec::text::push_int, DateTime};
use boto_model::TimestampFormat;

/// As it goes over the wire; `None` for years that the format cannot say (before 0 and after 9999).
pub fn text(time: DateTime, format: TimestampFormat) -> Option<String> {
    match format {
        TimestampFormat::Iso8601 => iso8601(time),
        TimestampFormat::Rfc822 => http_date(time),
        TimestampFormat::UnixTimestamp => Some(epoch_text(time)),
    }
}

/// `2015-01-25T08:00:00Z`; with microseconds, if there are any, in six digits as botocore writes them.
pub fn iso8601(time: DateTime) -> Option<String> {
    let mut out = date_and_time(time)?;
    let micros = time.subsec_nanos() / 1000;
    if micros > 0 {
        out.push(b'.');
        push_padded(&mut out, micros, 6);
    }
    out.push(b'Z');
    String::from_utf8(out).ok()
}

/// As [`iso8601`], with as many digits of the fraction as there are: `2015-01-25T08:00:00.5Z`.
pub fn rfc3339(time: DateTime) -> Option<String> {
    let mut out = date_and_time(time)?;
    push_fraction(&mut out, time.subsec_nanos());
    out.push(b'Z');
    String::from_utf8(out).ok()
}

/// `Sun, 25 Jan 2015 08:00:00 GMT`, in whole seconds.
pub fn http_date(time: DateTime) -> Option<String> {
    let days = time.seconds().div_euclid(86_400);
    let (year, month, day) = civil_from_days(days);
    let year = u32::try_from(year).ok().filter(|y| *y <= 9999)?;
    let mut out = Vec::with_capacity(29);
    out.extend_from_slice(WEEKDAYS[days.rem_euclid(7) as usize].as_bytes());
    out.extend_from_slice(b", ");
    push_padded(&mut out, day, 2);
    out.push(b' ');
    out.extend_from_slice(MONTHS[month as usize - 1].as_bytes());
    out.push(b' ');
    push_padded(&mut out, year, 4);
    out.push(b' ');
    push_clock(&mut out, time);
    out.extend_from_slice(b" GMT");
    String::from_utf8(out).ok()
}

/// `1422172800`, or `1422172800.5` if there is a fraction, in microseconds at most.
pub fn epoch_text(time: DateTime) -> String {
    epoch_exact(DateTime::from_parts(time.seconds(), time.subsec_nanos() / 1000 * 1000))
}

/// As [`epoch_text`], with as many digits of the fraction as there are.
pub fn epoch_exact(time: DateTime) -> String {
    let nanos = time.subsec_nanos();
    let mut out = Vec::with_capacity(21);
    if time.seconds() < 0 && nanos > 0 {
        // The fraction counts forward from the second below: -1 s and 250 ms are -0.75 s.
        let whole = time.seconds() + 1;
        if whole == 0 {
            out.push(b'-');
        }
        push_int(&mut out, whole);
        push_fraction(&mut out, 1_000_000_000 - nanos);
    } else {
        push_int(&mut out, time.seconds());
        push_fraction(&mut out, nanos);
    }
    String::from_utf8(out).unwrap_or_default()
}

/// `2015-01-25T08:00:00`.
fn date_and_time(time: DateTime) -> Option<Vec<u8>> {
    let (year, month, day) = civil_from_days(time.seconds().div_euclid(86_400));
    let year = u32::try_from(year).ok().filter(|y| *y <= 9999)?;
    let mut out = Vec::with_capacity(27);
    push_padded(&mut out, year, 4);
    out.push(b'-');
    push_padded(&mut out, month, 2);
    out.push(b'-');
    push_padded(&mut out, day, 2);
    out.push(b'T');
    push_clock(&mut out, time);
    Some(out)
}

fn push_clock(out: &mut Vec<u8>, time: DateTime) {
    let second = time.seconds().rem_euclid(86_400) as u32;
    push_padded(out, second / 3600, 2);
    out.push(b':');
    push_padded(out, second / 60 % 60, 2);
    out.push(b':');
    push_padded(out, second % 60, 2);
}

fn push_padded(out: &mut Vec<u8>, value: u32, width: u32) {
    for place in (0..width).rev() {
        out.push(b'0' + (value / 10u32.pow(place) % 10) as u8);
    }
}

fn push_fraction(out: &mut Vec<u8>, nanos: u32) {
    if nanos == 0 {
        return;
    }
    out.push(b'.');
    push_padded(out, nanos, 9);
    while out.last() == Some(&b'0') {
        out.pop();
    }
}
