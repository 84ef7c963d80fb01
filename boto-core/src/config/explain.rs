//! [`Config::explain`]: every value and where it came from, for people.

use super::{
    origin::Origin,
    setting::{redacted, Datum},
    table::SETTINGS,
    Config,
};
use std::fmt::Write;

impl Config {
    /// Every setting that has a value, with its value and where it came from; then what was ignored in files.
    pub fn explain(&self) -> String {
        let rows: Vec<(&str, String, String)> = SETTINGS
            .iter()
            .zip(&self.inner.values)
            .filter_map(|(setting, value)| {
                let shown = show(value.datum.as_ref()?);
                let mut origin = value.origin.to_string();
                if setting.name == "region" && value.origin == Origin::Default {
                    origin.push_str(match (&self.inner.metadata, self.ec2_metadata_disabled()) {
                        (_, true) => ", since nothing names a region (and AWS_EC2_METADATA_DISABLED is true)",
                        (None, _) => ", since nothing names a region; calls ask the instance metadata for it first",
                        (Some(_), _) => ", since nothing names a region, and no instance metadata either",
                    });
                }
                Some((setting.name, shown, origin))
            })
            .collect();
        let width = |column: &dyn Fn(&(&str, String, String)) -> usize| rows.iter().map(column).max().unwrap_or(0);
        let (names, values) = (width(&|r| r.0.len()), width(&|r| r.1.chars().count()).min(40));
        let mut out = format!("profile {}\n", self.profile_name());
        for (name, value, origin) in &rows {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{name:<names$}  {value:<values$}  {origin}");
        }
        for warning in &self.files().warnings {
            let _ = writeln!(out, "warning: {warning}");
        }
        out
    }
}

fn show(datum: &Datum) -> String {
    match datum {
        Datum::Text(text) => redacted(text).into_owned(),
        Datum::Flag(flag) => flag.to_string(),
        Datum::Count(count) => count.to_string(),
        Datum::Seconds(duration) => format!("{} s", duration.as_secs_f64()),
        Datum::List(list) => list.join(", "),
        Datum::Path(path) => path.display().to_string(),
        Datum::Map(map) => map.iter().map(|(k, v)| format!("{k} = {v}")).collect::<Vec<_>>().join(", "),
    }
}
