//! `date-time`: smithy-rs's cases for the three formats of timestamps.

use super::Report;
use boto_core::DateTime;
use boto_model::TimestampFormat;
use serde_json::Value as Json;

/// Runs the suite.
pub fn run(report: &mut Report) {
    for file in report.files() {
        for case in report.cases(&file) {
            let id = case["id"].as_str().unwrap_or_default().to_owned();
            report.case(&id, one(&case));
        }
    }
}

fn one(case: &Json) -> Result<(), String> {
    let number = |place: &Json, key: &str| place[key].as_i64().unwrap_or_default();
    let format = match case["format"].as_str() {
        Some("epoch_seconds") => TimestampFormat::UnixTimestamp,
        Some("http_date") => TimestampFormat::Rfc822,
        _ => TimestampFormat::Iso8601,
    };
    let want = &case["expect"];
    let instant = |place: &Json| DateTime::from_parts(number(place, "seconds"), number(place, "nanos") as u32);
    // Upstream writes the seconds and the nanoseconds of an instant before 1970 side by side, "-1.25" for a quarter of
    // a second after the one before 1970. That is another instant than the number says; what is meant is what the
    // number says (and botocore prints and reads), so such cases are turned into the instant that their text means.
    let meant = |time: DateTime| match format {
        TimestampFormat::UnixTimestamp if time.seconds() < 0 && time.subsec_nanos() > 0 => {
            DateTime::from_parts(time.seconds() - 1, 1_000_000_000 - time.subsec_nanos())
        }
        _ => time,
    };
    if case["op"] == "format" {
        let got = meant(instant(case)).format(format);
        let want = want["text"].as_str().map(str::to_owned);
        return super::case::same("text", got, want);
    }
    let got = DateTime::parse(case["text"].as_str().unwrap_or_default());
    let want = if want["error"] == true { None } else { Some(meant(instant(want))) };
    super::case::same("instant", got, want)
}
