//! Operations.

use super::super::traits::{checksum, operation_params, static_params};
use super::shape::{error_facts, target};
use super::{xml_namespace, Index};
use crate::document::{Node, Read};
use crate::{Http, Kind, Operation, Shape, ShapeId, Text, XmlNamespace};

pub(super) fn operation(name: &str, node: Node<'_>, index: &Index<'_>, shapes: &mut [Shape]) -> Read<Operation> {
    node.object()?;
    let (input, input_name, input_namespace) = input(&node, index)?;
    payloads(&node, input, shapes)?;
    if let Some(input) = input.filter(|_| index.xml) {
        root_of_payload(input, index, shapes)?;
    }
    let output = node.get("output");
    let discovery = node.get("endpointdiscovery");
    Ok(Operation {
        name: name.to_owned().into(),
        http: http(&node)?,
        input,
        input_name,
        input_namespace,
        output: output.as_ref().map(|o| target(o, index).map(|(id, _)| id)).transpose()?,
        result_wrapper: output.as_ref().map_or(Ok(None), |o| o.text_of("resultWrapper"))?,
        errors: errors(&node, index, shapes)?,
        host_prefix: node.get("endpoint").map_or(Ok(None), |e| e.text_of("hostPrefix"))?,
        auth: node.texts_of("auth")?,
        auth_type: node.text_of("authtype")?,
        unsigned_payload: node.flag("unsignedPayload")?,
        checksum_required: node.flag("httpChecksumRequired")?,
        checksum: node.get("httpChecksum").map(checksum).transpose()?,
        compression: node.get("requestcompression").map_or(Ok(Box::default()), |c| c.texts_of("encodings"))?,
        endpoint_discovery: discovery.map(|d| d.flag("required")).transpose()?,
        endpoint_operation: node.flag("endpointoperation")?,
        static_context_params: static_params(node.get("staticContextParams"))?,
        operation_context_params: operation_params(node.get("operationContextParams"))?,
        readonly: node.flag("readonly")?,
        idempotent: node.flag("idempotent")?,
        deprecated: node.flag("deprecated")?,
    })
}

type Input = (Option<ShapeId>, Option<Text>, Option<XmlNamespace>);

fn input(node: &Node<'_>, index: &Index<'_>) -> Read<Input> {
    let Some(input) = node.get("input") else { return Ok((None, None, None)) };
    let (id, definition) = target(&input, index)?;
    let pick = |key: &'static str| if input.json.get(key).is_some() { &input } else { &definition };
    // As of payloads: who names the root element says its namespace.
    let own = definition.text_of("locationName")?.filter(|_| !index.names_root(&input));
    let name = own.map_or_else(|| pick("locationName").text_of("locationName"), |own| Ok(Some(own)))?;
    let namespace = pick("xmlNamespace");
    let namespace = namespace.get("xmlNamespace").map(xml_namespace).transpose()?;
    Ok((Some(id), name, namespace))
}

/// Old models name the payload at the reference to the input and not in its structure.
fn payloads(node: &Node<'_>, input: Option<ShapeId>, shapes: &mut [Shape]) -> Read<()> {
    let Some(reference) = node.get("input") else { return Ok(()) };
    let (Some(name), Some(id)) = (reference.text_of("payload")?, input) else { return Ok(()) };
    if let Some(Kind::Structure(structure)) = shapes.get_mut(id.0 as usize).map(|s| &mut s.kind) {
        let at = structure.members.iter().position(|m| m.name == name);
        let at = at.ok_or_else(|| reference.error(format!("no member named {name:?}")))?;
        structure.payload.get_or_insert(at as u16);
    }
    Ok(())
}

/// All models of AWS that name the root element at the reference to the payload say its namespace beside it. Where that
/// is missing and the name says no more than the member's, it is left over from a translation of Smithy's, and the
/// structure's own name is meant.
fn root_of_payload(input: ShapeId, index: &Index<'_>, shapes: &mut [Shape]) -> Read<()> {
    let Some(Kind::Structure(structure)) = shapes.get_mut(input.0 as usize).map(|shape| &mut shape.kind) else {
        return Ok(());
    };
    let Some(member) = structure.payload.and_then(|at| structure.members.get_mut(usize::from(at))) else {
        return Ok(());
    };
    let (_, node) = &index.shapes[input.0 as usize];
    let members = node.get("members");
    let Some(reference) = members.as_ref().and_then(|members| members.get(&member.name)) else { return Ok(()) };
    let (_, definition) = target(&reference, index)?;
    let repeated = reference.text_of("locationName")?.is_some_and(|name| name == member.name);
    if repeated && !index.names_root(&reference) && definition.text_of("type")?.as_deref() == Some("structure") {
        member.location_name = definition.text_of("locationName")?;
    }
    Ok(())
}

fn http(node: &Node<'_>) -> Read<Http> {
    let Some(http) = node.get("http") else {
        return Ok(Http { method: "POST".into(), uri: "/".into(), code: 200 });
    };
    Ok(Http {
        method: http.text_of("method")?.unwrap_or("POST".into()),
        uri: http.text_of("requestUri")?.unwrap_or("/".into()),
        code: http.get("responseCode").map_or(Ok(200), |c| c.fitting())?,
    })
}

/// The errors. Whatever stands here is an exception, and old models keep its code here and not in the shape.
fn errors(node: &Node<'_>, index: &Index<'_>, shapes: &mut [Shape]) -> Read<Box<[ShapeId]>> {
    let Some(errors) = node.get("errors") else { return Ok(Box::default()) };
    let mut ids = Vec::new();
    for reference in errors.items()? {
        let (id, _) = target(&reference, index)?;
        if let Kind::Structure(structure) = &mut shapes[id.0 as usize].kind {
            let here = error_facts(&reference)?;
            let exception = structure.exception.get_or_insert_default();
            exception.code = exception.code.take().or(here.code);
            exception.status = exception.status.or(here.status);
            exception.sender_fault |= here.sender_fault;
        }
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids.into())
}
