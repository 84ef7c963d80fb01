//! Reading cases: JSON values where a case may or may not have them.

use boto_core::DateTime;
use serde_json::Value as Json;

/// The string there, or an empty one.
pub fn text(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}

/// The elements there, or none.
pub fn list(value: &Json) -> std::slice::Iter<'_, Json> {
    value.as_array().map(Vec::as_slice).unwrap_or_default().iter()
}

/// The members there, or none.
pub fn members(value: &Json) -> impl Iterator<Item = (&String, &Json)> {
    value.as_object().into_iter().flatten()
}

/// `2015-08-30T12:36:00Z`.
pub fn time(stamp: &str) -> Option<DateTime> {
    let number = |at: std::ops::Range<usize>| stamp.get(at)?.parse::<i64>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
    // Days since 1970 of a year that begins in March.
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (153 * m + 2) / 5 + day - 719_469;
    Some(DateTime::from_parts(days * 86_400 + hour * 3600 + minute * 60 + second, 0))
}
