//! Operations.

use super::super::traits::{checksum, operation_params, static_params};
use super::model::{local, Model, Role, UNIT};
use super::service::namespace;
use crate::document::{Node, Read};
use crate::{Http, Operation, Protocol, Text, XmlNamespace};

pub(super) fn operation<'a>(id: &'a str, service: &Node<'a>, model: &mut Model<'a>) -> Read<Operation> {
    let node = model.node(id)?;
    let name = local(id);
    let input = structure(&node, "input", model)?;
    let output = structure(&node, "output", model)?;
    model.roles.extend(input.map(|id| (id, Role::Input)));
    if let Some(id) = output {
        model.roles.entry(id).or_insert(Role::Output);
    }
    let (input_name, input_namespace) = root_element(input, model)?;
    let mut errors = Vec::new();
    for holder in [&node, service] {
        for reference in holder.json.get("errors").map(items).unwrap_or_default() {
            let target = reference.get("target").and_then(|t| t.as_str()).unwrap_or_default();
            if model.definition(target).is_none() {
                return Err(holder.error(format!("errors: no shape named {target:?}")));
            }
            model.roles.entry(target).or_insert(Role::Output);
            let number = model.number(target, false);
            if !errors.contains(&number) {
                errors.push(number);
            }
        }
    }
    let flag = |name: &str| node.has_trait(name);
    let unsigned = flag("aws.auth#unsignedPayload");
    let anonymous = flag("smithy.api#optionalAuth");
    let auth = node.smithy_trait("smithy.api#auth").map(|a| a.texts()).transpose()?;
    let auth = match auth {
        // No scheme at all is what botocore's models call this one.
        Some(schemes) if schemes.is_empty() => Box::from([Text::Borrowed("smithy.api#noAuth")]),
        Some(schemes) => schemes,
        None if anonymous => Box::from([Text::Borrowed("smithy.api#noAuth")]),
        None => Box::default(),
    };
    let is_anonymous = auth.first().is_some_and(|first| first == "smithy.api#noAuth");
    let discovered = node.smithy_trait("aws.api#clientDiscoveredEndpoint");
    let compression = node.smithy_trait("smithy.api#requestCompression");
    Ok(Operation {
        name: name.to_owned().into(),
        http: http(&node, model)?,
        input: input.map(|id| model.number(id, false)),
        input_name,
        input_namespace,
        output: output.map(|id| model.number(id, false)),
        result_wrapper: (model.protocol == Protocol::Query).then(|| format!("{name}Result").into()),
        errors: errors.into(),
        host_prefix: node.smithy_trait("smithy.api#endpoint").map(|e| e.required("hostPrefix")).transpose()?,
        auth,
        auth_type: match (is_anonymous, unsigned) {
            (true, _) => Some("none".into()),
            (false, true) => Some("v4-unsigned-body".into()),
            (false, false) => None,
        },
        unsigned_payload: unsigned,
        checksum_required: flag("smithy.api#httpChecksumRequired"),
        checksum: node.smithy_trait("aws.protocols#httpChecksum").map(checksum).transpose()?,
        compression: compression.map_or(Ok(Box::default()), |c| c.texts_of("encodings"))?,
        endpoint_discovery: discovered.map(|d| d.flag("required")).transpose()?,
        endpoint_operation: service
            .smithy_trait("aws.api#clientEndpointDiscovery")
            .is_some_and(|d| d.json.get("operation").and_then(|o| o.as_str()) == Some(id)),
        static_context_params: static_params(node.smithy_trait("smithy.rules#staticContextParams"))?,
        operation_context_params: operation_params(node.smithy_trait("smithy.rules#operationContextParams"))?,
        readonly: flag("smithy.api#readonly"),
        idempotent: flag("smithy.api#idempotent"),
        deprecated: flag("smithy.api#deprecated"),
    })
}

fn items(json: &super::Json) -> &[super::Json] {
    match json {
        super::Json::List(items) => items,
        _ => &[],
    }
}

/// The structure that an operation takes or returns.
fn structure<'a>(node: &Node<'a>, key: &'static str, model: &Model<'a>) -> Read<Option<&'a str>> {
    let Some(reference) = node.json.get(key) else { return Ok(None) };
    match reference.get("target").and_then(|t| t.as_str()) {
        Some(UNIT) => Ok(None),
        Some(id) if model.definition(id).is_some() => Ok(Some(id)),
        Some(id) => Err(node.error(format!("{key}: no shape named {id:?}"))),
        None => Err(node.error(format!("{key}: target is missing"))),
    }
}

/// The element around an input in XML: named as the structure is, unless it says otherwise.
fn root_element(input: Option<&str>, model: &Model<'_>) -> Read<(Option<Text>, Option<XmlNamespace>)> {
    let Some(id) = input.filter(|_| model.protocol == Protocol::RestXml) else { return Ok((None, None)) };
    let node = model.node(id)?;
    let name = node.smithy_trait("smithy.api#xmlName").map(|n| n.text()).transpose()?;
    let own = node.smithy_trait("smithy.api#xmlNamespace").map(namespace).transpose()?;
    Ok((Some(name.unwrap_or_else(|| model.name(id))), own.or_else(|| model.xml_namespace.clone())))
}

fn http(node: &Node<'_>, model: &Model<'_>) -> Read<Http> {
    let plain = Http { method: "POST".into(), uri: "/".into(), code: 200 };
    if !model.is_rest() {
        return Ok(plain);
    }
    let Some(http) = node.smithy_trait("smithy.api#http") else { return Ok(plain) };
    Ok(Http {
        method: http.required("method")?,
        uri: http.required("uri")?,
        code: http.get("code").map_or(Ok(200), |c| c.fitting())?,
    })
}
