//! The trace header that lets AWS detect Lambda functions that call themselves without end.

use crate::host::Host;
use http::{HeaderMap, HeaderValue};
use percent_encoding::{percent_encode, AsciiSet, NON_ALPHANUMERIC};

/// What goes into the header as it is.
const KEEP: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'=')
    .remove(b';')
    .remove(b':')
    .remove(b'+')
    .remove(b'&')
    .remove(b'[')
    .remove(b']')
    .remove(b'{')
    .remove(b'}')
    .remove(b'"')
    .remove(b'\'')
    .remove(b',')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// Adds `X-Amzn-Trace-Id` inside a Lambda function, unless it is there already. The variable changes with every
/// invocation, so it is read anew for every request.
pub fn trace_header(host: &dyn Host, headers: &mut HeaderMap) {
    let set = |name: &str| host.var(name).filter(|v| !v.is_empty());
    if headers.contains_key("x-amzn-trace-id") || set("AWS_LAMBDA_FUNCTION_NAME").is_none() {
        return;
    }
    let Some(trace) = set("_X_AMZN_TRACE_ID") else { return };
    let encoded = percent_encode(trace.to_string_lossy().as_bytes(), KEEP).to_string();
    if let Ok(value) = HeaderValue::from_str(&encoded) {
        headers.insert("x-amzn-trace-id", value);
    }
}
