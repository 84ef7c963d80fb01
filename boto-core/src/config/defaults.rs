//! Defaults modes: what changes together when one is chosen.
//!
//! Facts: the default configuration that AWS publishes for all its SDKs.

use super::{origin::Origin, setting::Datum, table::Row, Resolved};
use crate::host::Host;
use std::time::Duration;

/// Replaces built-in defaults by those of the mode.
pub(super) fn apply(values: &mut [Resolved], mode: &'static str) {
    let connect = match mode {
        "standard" | "cross-region" => 3100,
        "in-region" => 1100,
        "mobile" => 30_000,
        _ => return,
    };
    let mut put = |row: Row, datum: Datum| {
        let value = &mut values[row as usize];
        if value.origin == Origin::Default {
            *value = Resolved { datum: Some(datum), origin: Origin::DefaultsMode(mode) };
        }
    };
    put(Row::connect_timeout, Datum::Seconds(Duration::from_millis(connect)));
    put(Row::retry_mode, Datum::Text("standard".into()));
    put(Row::sts_regional_endpoints, Datum::Text("regional".into()));
    put(Row::s3_us_east_1_regional_endpoint, Datum::Text("regional".into()));
}

/// What `auto` means here: whether this code runs in the region that it calls. `standard` if we cannot know.
pub(super) fn auto(host: &dyn Host, region: &str, metadata_region: Option<&str>) -> &'static str {
    let set = |name: &str| host.var(name).and_then(|v| v.into_string().ok()).filter(|v| !v.is_empty());
    let here = set("AWS_EXECUTION_ENV").and_then(|_| set("AWS_REGION").or_else(|| set("AWS_DEFAULT_REGION")));
    match here.as_deref().or(metadata_region) {
        Some(here) if here == region => "in-region",
        Some(_) => "cross-region",
        None => "standard",
    }
}
