//! Suite `wire`: whole calls as botocore made them, replayed through the real pipeline with a scripted transport.

mod client;
mod compare;
mod decode;

pub(super) use client::{Script, World};
pub(super) use decode::input;

use super::Report;
use boto_core::{Error, ErrorKind, Value};
use serde_json::Value as Json;

/// Cases we differ in, and why.
const DEVIATIONS: &[(&str, &str)] = &[
    (
        "retry/TestRetryHeader.test_amz_sdk_request_header",
        "the recorded clock goes on between answer and retry, which the case does not say (suite retries has it all)",
    ),
    ("retry/TestRetryHeader.test_amz_sdk_request_header#5", "as before"),
    (
        "rpc_v2_cbor/test_user_agent_has_cbor_feature_id",
        "RPC v2 CBOR knows no renamed members (Smithy), and no model has any; botocore would rename them",
    ),
    (
        "s3/TestAccesspointArn.test_s3_object_lambda_arn_with_us_east_1",
        "we sign the host as we send it; botocore signs and sends it in lower case",
    ),
];

pub fn run(report: &mut Report) {
    report.deviations(DEVIATIONS);
    let runtime = match tokio::runtime::Builder::new_current_thread().build() {
        Ok(runtime) => runtime,
        Err(error) => return report.case("wire", Err(error.to_string())),
    };
    for case in report.cases("wire") {
        let outcome = runtime.block_on(replay(&case));
        report.case(case["id"].as_str().unwrap_or_default(), outcome);
    }
}

async fn replay(case: &Json) -> Result<(), String> {
    let script = Script::new(&case["http"]);
    let world = World::new(&case["client"], case["clock"].as_str());
    let connection = match world.connect(&case["client"], script.clone()) {
        Ok(connection) => connection,
        Err(why) => return refused(case, &why),
    };
    let operation = case["operation"].as_str().unwrap_or_default();
    let service = connection.service();
    let shape = service.operation(operation).and_then(|o| o.input);
    let params = decode::input(service, shape, &case["params"])?;
    let mut call = connection.call(operation.to_owned());
    call.input_mut().clone_from(&params);
    let outcome = call.send().await;
    let expect = &case["expect"];
    let exchanges = case["http"].as_array().map_or(&[][..], Vec::as_slice);
    let sent = script.sent();
    for (i, (exchange, sent)) in exchanges.iter().zip(&sent).enumerate() {
        compare::request(exchange, sent).map_err(|why| format!("request {i}: {why}"))?;
    }
    if sent.len() != exchanges.len() {
        let said = outcome.as_ref().err().map(ToString::to_string).unwrap_or_default();
        return Err(format!("{} requests, expected {}: {said}", sent.len(), exchanges.len()));
    }
    match (outcome, expect.get("error")) {
        (Ok((output, _)), None) => same_output(&output, &expect["output"]),
        (Err(error), None) => Err(format!("failed: {error}")),
        (Ok(_), Some(error)) => Err(format!("succeeded, expected {}", error["type"])),
        (Err(error), Some(expected)) => same_error(&error, expected),
    }
}

fn same_output(output: &Value, expected: &Json) -> Result<(), String> {
    let output = decode::output(output);
    if compare::same_json(&output, expected) {
        return Ok(());
    }
    Err(format!("output {output}, expected {expected}"))
}

/// The settings themselves were refused.
fn refused(case: &Json, why: &str) -> Result<(), String> {
    match case["expect"].get("error") {
        Some(_) => Ok(()),
        None => Err(why.to_owned()),
    }
}

fn same_error(error: &Error, expected: &Json) -> Result<(), String> {
    let Some(code) = expected["code"].as_str() else {
        // botocore's own classes of errors: for us it counts that nothing was sent.
        return match error.kind() {
            ErrorKind::Service => Err(format!("a fault: {error}, expected {}", expected["type"])),
            _ => Ok(()),
        };
    };
    if error.code() != Some(code) {
        return Err(format!("{error}, expected code {code}"));
    }
    let message = expected["response"]["Error"]["Message"].as_str().unwrap_or_default();
    if !message.is_empty() && error.message().trim() != message.trim() {
        return Err(format!("message {:?}, expected {message:?}", error.message()));
    }
    Ok(())
}
