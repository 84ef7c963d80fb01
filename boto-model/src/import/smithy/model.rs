//! The shapes of a model by id, and the numbers they get.

use crate::document::{Node, Read};
use crate::{suggest, Metadata, Protocol, ShapeId, Text};
use std::collections::HashMap;

/// A model on its way to tables.
pub(super) struct Model<'a> {
    shapes: HashMap<&'a str, Node<'a>>,
    /// `rename` of the service.
    renamed: HashMap<&'a str, &'a str>,
    numbers: HashMap<Wanted<'a>, ShapeId>,
    /// The shapes that something refers to, in the order of their numbers.
    pub(super) wanted: Vec<Wanted<'a>>,
    /// What the structures are that HTTP bindings count in; where one is both, it is an input.
    pub(super) roles: HashMap<&'a str, Role>,
    pub(super) protocol: Protocol,
    /// The namespace of the whole service.
    pub(super) xml_namespace: Option<crate::XmlNamespace>,
}

/// What a structure is to operations.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Input,
    /// An output or an error.
    Output,
}

/// A shape that something refers to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Wanted<'a> {
    pub(super) id: &'a str,
    /// A list without the name that its elements have on the wire, for members that flatten it: there the elements
    /// are named as the member is.
    pub(super) nameless: bool,
}

impl<'a> Model<'a> {
    pub(super) fn new(shapes: &'a Node<'a>, service: &'a Node<'a>, metadata: &Metadata) -> Read<Self> {
        let mut renamed = HashMap::new();
        if let Some(rename) = service.json.get("rename") {
            renamed.extend(rename.entries().iter().filter_map(|(id, name)| Some((id.as_str(), name.as_str()?))));
        }
        Ok(Model {
            shapes: shapes.entries()?.collect(),
            renamed,
            numbers: HashMap::new(),
            wanted: Vec::new(),
            roles: HashMap::new(),
            protocol: metadata.protocol,
            xml_namespace: metadata.xml_namespace.clone(),
        })
    }

    /// The definition of a shape. Prelude shapes have none in the model; ask [`prelude`] first.
    pub(super) fn node(&self, id: &str) -> Read<Node<'a>> {
        match self.shapes.get(id) {
            Some(node) => Ok(*node),
            None => Err(super::Invalid::new("shapes", format!("no shape named {id:?}"))),
        }
    }

    /// The definition of what a `target` names, if the model has it.
    pub(super) fn definition(&self, id: &str) -> Option<Node<'a>> {
        self.shapes.get(id).copied()
    }

    /// The id that a reference names, checked. It lives as long as the model, not only as the reference.
    pub(super) fn target(&self, reference: &Node<'_>) -> Read<&'a str> {
        let Some(id) = reference.json.get("target").and_then(|t| t.as_str()) else {
            return Err(reference.error("target is missing"));
        };
        if let Some(id) = PRELUDE
            .into_iter()
            .map(|(id, _)| id)
            .chain(self.shapes.get_key_value(id).map(|(id, _)| *id))
            .find(|i| *i == id)
        {
            return Ok(id);
        }
        let near = suggest::nearest(id, self.shapes.keys().copied());
        let hint = near.first().map(|n| format!("; did you mean {n:?}?")).unwrap_or_default();
        Err(reference.error(format!("no shape named {id:?}{hint}")))
    }

    /// The number of a shape.
    pub(super) fn number(&mut self, id: &'a str, nameless: bool) -> ShapeId {
        let wanted = Wanted { id, nameless };
        *self.numbers.entry(wanted).or_insert_with(|| {
            self.wanted.push(wanted);
            ShapeId(self.wanted.len() as u32 - 1)
        })
    }

    /// The name of a shape in the tables: without its namespace, or what the service renames it to.
    pub(super) fn name(&self, id: &str) -> Text {
        self.renamed.get(id).copied().unwrap_or(local(id)).to_owned().into()
    }

    /// Whether HTTP bindings count.
    pub(super) fn is_rest(&self) -> bool {
        matches!(self.protocol, Protocol::RestJson | Protocol::RestXml)
    }

    /// Whether `@xmlName` and its kin count.
    pub(super) fn is_xml(&self) -> bool {
        matches!(self.protocol, Protocol::RestXml | Protocol::Query | Protocol::Ec2)
    }
}

/// The name of a shape without its namespace.
pub(super) fn local(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

/// The shapes of Smithy's prelude and their types.
const PRELUDE: [(&str, &str); 21] = [
    ("smithy.api#String", "string"),
    ("smithy.api#Blob", "blob"),
    ("smithy.api#BigInteger", "bigInteger"),
    ("smithy.api#BigDecimal", "bigDecimal"),
    ("smithy.api#Timestamp", "timestamp"),
    ("smithy.api#Document", "document"),
    ("smithy.api#Boolean", "boolean"),
    ("smithy.api#PrimitiveBoolean", "boolean"),
    ("smithy.api#Byte", "byte"),
    ("smithy.api#PrimitiveByte", "byte"),
    ("smithy.api#Short", "short"),
    ("smithy.api#PrimitiveShort", "short"),
    ("smithy.api#Integer", "integer"),
    ("smithy.api#PrimitiveInteger", "integer"),
    ("smithy.api#Long", "long"),
    ("smithy.api#PrimitiveLong", "long"),
    ("smithy.api#Float", "float"),
    ("smithy.api#PrimitiveFloat", "float"),
    ("smithy.api#Double", "double"),
    ("smithy.api#PrimitiveDouble", "double"),
    (UNIT, "structure"),
];

/// The type of a shape of Smithy's prelude.
pub(super) fn prelude(id: &str) -> Option<&'static str> {
    PRELUDE.iter().find(|(name, _)| *name == id).map(|(_, kind)| *kind)
}

/// The structure without members that stands for no input and no output.
pub(super) const UNIT: &str = "smithy.api#Unit";
