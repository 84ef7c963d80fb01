//! Timestamps as text, in the three formats of the models.

mod format;
mod parse;

pub use format::{epoch_exact, epoch_text, http_date, iso8601, rfc3339, text};
pub use parse::{from_float, parse};

use boto_model::TimestampFormat;

/// Days since 1970-01-01 of a date in the Gregorian calendar, carried on into the past.
/// (Years are counted from March, so that the leap day comes last: the well-known era arithmetic.)
fn days_from_civil(year: i64, month: u32, day: u32) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let month_from_march = i64::from((month + 9) % 12);
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719_468
}

/// Year, month and day of a number of days since 1970-01-01.
fn civil_from_days(days: i64) -> (i64, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u32;
    let month = ((month_from_march + 2) % 12 + 1) as u32;
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

/// How many days a month has.
fn month_length(year: i64, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// The days of the week, beginning with that of 1970-01-01.
const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

/// The format by its name in models, in any case.
pub fn format_named(name: &str) -> Option<TimestampFormat> {
    if name.eq_ignore_ascii_case("iso8601") {
        Some(TimestampFormat::Iso8601)
    } else if name.eq_ignore_ascii_case("rfc822") {
        Some(TimestampFormat::Rfc822)
    } else if name.eq_ignore_ascii_case("unixtimestamp") {
        Some(TimestampFormat::UnixTimestamp)
    } else {
        None
    }
}
