//! Traits of operations that both formats spell alike, under different names.

use super::ruleset::literal;
use crate::{
    document::{Node, Read},
    HttpChecksum, StaticParam, Text,
};

/// `httpChecksum`.
pub(super) fn checksum(node: Node<'_>) -> Read<HttpChecksum> {
    Ok(HttpChecksum {
        request_required: node.flag("requestChecksumRequired")?,
        request_algorithm_member: node.text_of("requestAlgorithmMember")?,
        request_validation_mode_member: node.text_of("requestValidationModeMember")?,
        response_algorithms: node.texts_of("responseAlgorithms")?,
    })
}

/// `staticContextParams`: name → value.
pub(super) fn static_params(params: Option<Node<'_>>) -> Read<Box<[StaticParam]>> {
    let Some(params) = params else { return Ok(Box::default()) };
    let read = |(name, param): (&str, Node<'_>)| {
        let value = param.get("value").ok_or_else(|| param.error("value is missing"))?;
        Ok(StaticParam { name: name.to_owned().into(), value: literal(value)? })
    };
    let read = params.entries()?.map(read).collect();
    read
}

/// `operationContextParams`: name → path.
pub(super) fn operation_params(params: Option<Node<'_>>) -> Read<Box<[(Text, Text)]>> {
    let Some(params) = params else { return Ok(Box::default()) };
    let read = params.entries()?.map(|(name, param)| Ok((name.to_owned().into(), param.required("path")?))).collect();
    read
}
