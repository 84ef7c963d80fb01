//! Botocore's models: `service-2.json` and its neighbours.
//!
//! A reference to a shape is the shape with the reference's own traits laid over it, as in botocore's `ShapeResolver`;
//! here that is settled once, and the [`Member`](crate::Member) holds the outcome. Keys that are not known are ignored.

mod neighbours;
mod operation;
mod shape;

use super::{nesting, ruleset, Invalid, Json};
use crate::document::{Node, Read};
use crate::pack::{self, Tables};
use crate::{Metadata, Protocol, XmlNamespace};
use std::collections::HashMap;

/// The documents that stand beside a `service-2.json`, each already merged with its extras ([`apply_extras`]).
#[derive(Clone, Copy, Debug, Default)]
pub struct Neighbours<'a> {
    /// `paginators-1.json`.
    pub paginators: Option<&'a Json>,
    /// `waiters-2.json`.
    pub waiters: Option<&'a Json>,
    /// `endpoint-rule-set-1.json`.
    pub rules: Option<&'a Json>,
}

/// Packs a service. `name` is what one connects to by: botocore's folder name.
///
/// # Errors
/// Where the model is malformed, with the path to the place: `shapes.Foo.members.Bar: no shape named "Baz"`.
pub fn service(name: &str, model: &Json, neighbours: &Neighbours<'_>) -> Result<Vec<u8>, Invalid> {
    tables(name, model, neighbours).map(pack::write)
}

/// The tables of a service, not yet packed.
///
/// # Errors
/// As [`service`].
pub fn tables(name: &str, model: &Json, neighbours: &Neighbours<'_>) -> Result<Tables, Invalid> {
    let root = Node::root(model);
    root.object()?;
    let shapes = root.get("shapes");
    let mut index = Index::default();
    if let Some(shapes) = &shapes {
        for (name, shape) in shapes.entries()? {
            index.numbers.insert(name, index.shapes.len() as u32);
            index.shapes.push((name, shape));
        }
    }
    let mut tables = Tables { metadata: metadata(name, &root)?, ..Tables::default() };
    index.xml = tables.metadata.protocol == Protocol::RestXml;
    tables.shapes = index.shapes.iter().map(|(name, node)| shape::shape(name, *node, &index)).collect::<Read<_>>()?;
    nesting::ends(&tables.shapes, |number| index.shapes[number].0)?;
    if let Some(operations) = root.get("operations") {
        for (name, node) in operations.entries()? {
            tables.operations.push(operation::operation(name, node, &index, &mut tables.shapes)?);
        }
    }
    if let Some(paginators) = neighbours.paginators {
        tables.paginators = neighbours::paginators(Node::root(paginators))?;
    }
    if let Some(waiters) = neighbours.waiters {
        tables.waiters = neighbours::waiters(Node::root(waiters))?;
    }
    tables.rules = neighbours.rules.map(|r| ruleset::rule_set(Node::root(r))).transpose()?;
    Ok(tables)
}

/// Merges the `merge` of a `….sdk-extras.json` into the document it belongs to.
pub fn apply_extras(model: &mut Json, extras: &Json) {
    if let Some(merge) = extras.get("merge") {
        model.merge(merge);
    }
}

/// The shapes of the model by name and number.
#[derive(Default)]
struct Index<'a> {
    shapes: Vec<(&'a str, Node<'a>)>,
    numbers: HashMap<&'a str, u32>,
    /// The bodies are XML documents.
    xml: bool,
}

impl Index<'_> {
    /// Whether a reference to what is a whole body also names its root element.
    fn names_root(&self, reference: &Node<'_>) -> bool {
        !self.xml || reference.json.get("xmlNamespace").is_some()
    }
}

fn metadata(name: &str, root: &Node<'_>) -> Read<Metadata> {
    let empty = Json::Object(Vec::new());
    let node = root.get("metadata").unwrap_or(Node::root(&empty));
    node.object()?;
    let text = |key: &str| node.text_of(key).map(Option::unwrap_or_default);
    let (protocol, protocols) = protocols(&node)?;
    Ok(Metadata {
        name: name.to_owned().into(),
        api_version: text("apiVersion")?,
        endpoint_prefix: text("endpointPrefix")?,
        signing_name: node.text_of("signingName")?,
        // Models from before 2018 have none.
        service_id: node.text_of("serviceId")?.filter(|id| !id.is_empty()).unwrap_or_else(|| name.to_owned().into()),
        full_name: text("serviceFullName")?,
        abbreviation: node.text_of("serviceAbbreviation")?,
        uid: text("uid")?,
        protocol,
        protocols,
        json_version: node.text_of("jsonVersion")?,
        target_prefix: node.text_of("targetPrefix")?,
        signature_version: node.text_of("signatureVersion")?.unwrap_or("v4".into()),
        auth: node.texts_of("auth")?,
        xml_namespace: node.get("xmlNamespace").map(xml_namespace).transpose()?,
        global_endpoint: node.text_of("globalEndpoint")?,
        query_compatible: node.get("awsQueryCompatible").is_some(),
        h2: node.get("protocolSettings").map_or(Ok(None), |s| s.text_of("h2"))?,
        client_context_params: match root.get("clientContextParams") {
            Some(params) => params
                .entries()?
                .map(|(name, p)| Ok((name.to_owned().into(), ruleset::parameter_kind(p)?)))
                .collect::<Read<_>>()?,
            None => Box::default(),
        },
    })
}

/// The protocol that the model names first, and all that it names and we know.
fn protocols(metadata: &Node<'_>) -> Read<(Protocol, Box<[Protocol]>)> {
    let named = metadata.texts_of("protocols")?;
    let mut protocols: Vec<Protocol> = named.iter().filter_map(|name| Protocol::from_name(name)).collect();
    let first = metadata.get("protocol");
    let protocol = match &first {
        Some(node) => Protocol::from_name(node.string()?).or(protocols.first().copied()).ok_or_else(|| {
            let known = crate::service::PROTOCOLS.map(Protocol::as_str).join(", ");
            node.error(format!("unknown protocol {:?}; known are {known}", node.string().unwrap_or_default()))
        })?,
        None => protocols.first().copied().unwrap_or_default(),
    };
    if !protocols.contains(&protocol) {
        protocols.insert(0, protocol);
    }
    Ok((protocol, protocols.into()))
}

/// A string, or an object of `uri` and `prefix`.
fn xml_namespace(node: Node<'_>) -> Read<XmlNamespace> {
    if let Json::String(uri) = node.json {
        return Ok(XmlNamespace { uri: uri.clone().into(), prefix: None });
    }
    node.object()?;
    Ok(XmlNamespace { uri: node.text_of("uri")?.unwrap_or_default(), prefix: node.text_of("prefix")? })
}
