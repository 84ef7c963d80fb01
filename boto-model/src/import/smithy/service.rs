//! The service shape.

use super::super::ruleset;
use super::{bdd, model::local, model::Model};
use crate::document::{Node, Read};
use crate::rules::RuleSet;
use crate::{Metadata, Protocol, Text, XmlNamespace};

/// The protocols, by our preference: a service that speaks several gets the first of them.
const PROTOCOLS: [(&str, Protocol, Option<&str>); 8] = [
    ("smithy.protocols#rpcv2Cbor", Protocol::RpcV2Cbor, None),
    ("smithy.protocols#rpcv2Json", Protocol::RpcV2Json, None),
    ("aws.protocols#awsJson1_0", Protocol::Json, Some("1.0")),
    ("aws.protocols#awsJson1_1", Protocol::Json, Some("1.1")),
    ("aws.protocols#restJson1", Protocol::RestJson, None),
    ("aws.protocols#restXml", Protocol::RestXml, None),
    ("aws.protocols#awsQuery", Protocol::Query, None),
    ("aws.protocols#ec2Query", Protocol::Ec2, None),
];

/// The service that is meant.
pub(super) fn find<'a>(name: &str, shapes: &'a Node<'a>) -> Read<(&'a str, Node<'a>)> {
    let is_service = |node: &Node<'_>| node.json.get("type").and_then(|t| t.as_str()) == Some("service");
    let mut services: Vec<(&str, Node<'a>)> = shapes.entries()?.filter(|(_, node)| is_service(node)).collect();
    if services.len() > 1 {
        let wanted = plain(name);
        let sdk_id = |node: &Node<'_>| Some(plain(node.smithy_trait(SERVICE)?.json.get("sdkId")?.as_str()?));
        services.retain(|(id, node)| plain(local(id)) == wanted || sdk_id(node) == Some(wanted.clone()));
    }
    match services[..] {
        [only] => Ok(only),
        [] => Err(shapes.error(format!("no service {name:?}"))),
        _ => Err(shapes.error(format!("several services are named {name:?}"))),
    }
}

const SERVICE: &str = "aws.api#service";

/// Letters and digits in lower case.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(super) fn metadata(name: &str, id: &str, node: &Node<'_>) -> Read<Metadata> {
    let spoken: Vec<_> = PROTOCOLS.iter().filter(|(name, ..)| node.has_trait(name)).collect();
    let Some((_, protocol, _)) = spoken.first() else {
        return Err(
            node.error("no protocol that is known; expected one of the traits of aws.protocols or smithy.protocols")
        );
    };
    let mut protocols: Vec<Protocol> = spoken.iter().map(|(_, protocol, _)| *protocol).collect();
    protocols.dedup();
    let service = node.smithy_trait(SERVICE);
    let fact = |key: &str| service.as_ref().map_or(Ok(None), |s| s.text_of(key));
    let sdk_id = fact("sdkId")?.unwrap_or_else(|| local(id).to_owned().into());
    let endpoint_prefix = fact("endpointPrefix")?.or(fact("arnNamespace")?).unwrap_or_else(|| name.to_owned().into());
    let version = node.text_of("version")?.unwrap_or_default();
    let signing = node.smithy_trait("aws.auth#sigv4");
    let is_rpc = matches!(protocol, Protocol::Json | Protocol::RpcV2Json | Protocol::RpcV2Cbor);
    Ok(Metadata {
        name: name.to_owned().into(),
        uid: format!("{}-{version}", sdk_id.to_lowercase().replace(' ', "-")).into(),
        api_version: version,
        endpoint_prefix,
        signing_name: signing.as_ref().map_or(Ok(None), |s| s.text_of("name"))?,
        service_id: sdk_id,
        full_name: node.smithy_trait("smithy.api#title").map(|t| t.text()).transpose()?.unwrap_or_default(),
        abbreviation: None,
        protocol: *protocol,
        protocols: protocols.into(),
        json_version: spoken.iter().find_map(|(_, _, version)| *version).map(Text::Borrowed),
        target_prefix: is_rpc.then(|| local(id).to_owned().into()),
        signature_version: if signing.is_some() || !node.has_trait(BEARER) { "v4" } else { "bearer" }.into(),
        auth: auth(node)?,
        xml_namespace: node.smithy_trait("smithy.api#xmlNamespace").map(namespace).transpose()?,
        global_endpoint: None,
        query_compatible: node.has_trait("aws.protocols#awsQueryCompatible"),
        h2: h2(node, &spoken.iter().map(|(name, ..)| *name).collect::<Vec<_>>())?,
        client_context_params: client_params(node)?,
    })
}

const BEARER: &str = "smithy.api#httpBearerAuth";

/// `@auth`, else the schemes that the service has.
fn auth(node: &Node<'_>) -> Read<Box<[Text]>> {
    if let Some(auth) = node.smithy_trait("smithy.api#auth") {
        return auth.texts();
    }
    let known = ["aws.auth#sigv4", "aws.auth#sigv4a", BEARER, "smithy.api#httpBasicAuth", "smithy.api#httpApiKeyAuth"];
    Ok(known.into_iter().filter(|scheme| node.has_trait(scheme)).map(Text::Borrowed).collect())
}

/// Whether the protocol wants HTTP/2: for everything, or for event streams.
fn h2(node: &Node<'_>, protocols: &[&str]) -> Read<Option<Text>> {
    for protocol in protocols {
        let Some(settings) = node.smithy_trait(protocol) else { continue };
        let http = settings.texts_of("http")?;
        if http.first().is_some_and(|first| first == "h2") {
            return Ok(Some(if http.len() > 1 { "optional" } else { "required" }.into()));
        }
        if settings.texts_of("eventStreamHttp")?.first().is_some_and(|first| first == "h2") {
            return Ok(Some("eventstream".into()));
        }
    }
    Ok(None)
}

fn client_params(node: &Node<'_>) -> Read<Box<[(Text, crate::rules::ParameterKind)]>> {
    let Some(params) = node.smithy_trait("smithy.rules#clientContextParams") else { return Ok(Box::default()) };
    let read = params.entries()?.map(|(name, p)| Ok((name.to_owned().into(), ruleset::parameter_kind(p)?))).collect();
    read
}

/// `@xmlNamespace`.
pub(super) fn namespace(node: Node<'_>) -> Read<XmlNamespace> {
    Ok(XmlNamespace { uri: node.required("uri")?, prefix: node.text_of("prefix")? })
}

/// The endpoint rules: as a tree, else as a decision diagram.
pub(super) fn rules(node: &Node<'_>) -> Read<Option<RuleSet>> {
    if let Some(rules) = node.smithy_trait("smithy.rules#endpointRuleSet") {
        return ruleset::rule_set(rules).map(Some);
    }
    node.smithy_trait("smithy.rules#endpointBdd").map(bdd::rule_set).transpose()
}

/// The ids of all operations: those of the service and those of its resources, and theirs.
pub(super) fn operations<'a>(service: &Node<'a>, model: &Model<'a>) -> Read<Vec<&'a str>> {
    let mut operations = Vec::new();
    let mut seen = std::collections::HashSet::new();
    let mut open = vec![*service];
    while let Some(node) = open.pop() {
        for key in ["operations", "collectionOperations", "create", "put", "read", "update", "delete", "list"] {
            let Some(json) = node.json.get(key) else { continue };
            for reference in references(json) {
                let id = reference.ok_or_else(|| node.error(format!("{key}: target is missing")))?;
                if seen.insert(id) {
                    operations.push(id);
                }
            }
        }
        for resource in node.json.get("resources").into_iter().flat_map(references) {
            let id = resource.ok_or_else(|| node.error("resources: target is missing"))?;
            if seen.insert(id) {
                open.push(model.node(id)?);
            }
        }
    }
    Ok(operations)
}

/// The targets of one reference or of a list of them.
fn references(json: &super::Json) -> impl Iterator<Item = Option<&str>> {
    let list = match json {
        super::Json::List(list) => list.as_slice(),
        one => std::slice::from_ref(one),
    };
    list.iter().map(|r| r.get("target").and_then(|t| t.as_str()))
}
