//! `@waitable`.

use super::model::{local, Model};
use crate::document::{Node, Read};
use crate::wait::Expected;
use crate::{Acceptor, Text, Waiter};

/// Smithy leaves the time to wait at most to the caller; this many attempts are made where nobody says otherwise.
const ATTEMPTS: u32 = 40;
/// Smithy's default of `minDelay`, in seconds.
const DELAY: u32 = 2;

pub(super) fn waiters(id: &str, operation: &Node<'_>, model: &Model<'_>) -> Read<Vec<Waiter>> {
    let Some(waitable) = operation.smithy_trait("smithy.waiters#waitable") else { return Ok(Vec::new()) };
    let read = |(name, node): (&str, Node<'_>)| {
        let acceptors = node.get("acceptors").ok_or_else(|| node.error("acceptors is missing"))?;
        let acceptors = acceptors.items()?.map(|a| acceptor(&a, model)).collect::<Read<_>>()?;
        Ok(Waiter {
            name: name.to_owned().into(),
            operation: local(id).to_owned().into(),
            delay: node.get("minDelay").map_or(Ok(DELAY), |d| d.fitting())?,
            max_attempts: ATTEMPTS,
            acceptors,
        })
    };
    let read = waitable.entries()?.map(read).collect();
    read
}

fn acceptor(node: &Node<'_>, model: &Model<'_>) -> Read<Acceptor> {
    let state = node.required("state")?;
    let matcher = node.get("matcher").ok_or_else(|| node.error("matcher is missing"))?;
    let plain = |matcher: &'static str, expected| Acceptor {
        state: state.clone(),
        matcher: matcher.into(),
        argument: None,
        expected,
    };
    if let Some(success) = matcher.get("success") {
        // Any error, or none.
        return Ok(plain("error", Expected::Bool(!success.boolean()?)));
    }
    if let Some(error) = matcher.get("errorType") {
        return Ok(plain("error", Expected::String(code(error.string()?, model))));
    }
    for (key, suffix) in [("output", ""), ("inputOutput", "InputOutput")] {
        if let Some(path) = matcher.get(key) {
            return path_matcher(state, &path, suffix);
        }
    }
    Err(matcher.error("expected output, inputOutput, errorType or success"))
}

fn path_matcher(state: Text, node: &Node<'_>, suffix: &str) -> Read<Acceptor> {
    let expected = node.required("expected")?;
    let (matcher, expected) = match node.required("comparator")?.as_ref() {
        "stringEquals" => ("path", Expected::String(expected)),
        "booleanEquals" => ("path", Expected::Bool(expected == "true")),
        "allStringEquals" => ("pathAll", Expected::String(expected)),
        "anyStringEquals" => ("pathAny", Expected::String(expected)),
        other => return Err(node.error(format!("unknown comparator {other:?}"))),
    };
    Ok(Acceptor {
        state,
        matcher: format!("{matcher}{suffix}").into(),
        argument: Some(node.required("path")?),
        expected,
    })
}

/// The code of an error on the wire, given the id or name of its shape.
fn code(error: &str, model: &Model<'_>) -> Text {
    let query = model.definition(error).and_then(|node| {
        let code = node.smithy_trait("aws.protocols#awsQueryError")?.json.get("code")?.as_str()?.to_owned();
        (model.protocol == crate::Protocol::Query).then_some(code)
    });
    query.unwrap_or_else(|| local(error).to_owned()).into()
}
