//! A service: its metadata, and access to its operations and shapes, each decoded when first asked for.

use crate::{pack, rules::RuleSet, Operation, Paginator, Shape, ShapeId, Text, Waiter, XmlNamespace};
use std::sync::OnceLock;

/// What is true of the whole service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// The name by which one connects, botocore's folder name: `sqs`, `cognito-idp`.
    pub name: Text,
    /// `2012-11-05`.
    pub api_version: Text,
    /// `endpointPrefix`.
    pub endpoint_prefix: Text,
    /// `signingName`, where it differs from the endpoint prefix.
    pub signing_name: Option<Text>,
    /// `serviceId`: `SQS`, `DynamoDB Streams`.
    pub service_id: Text,
    /// `serviceFullName`.
    pub full_name: Text,
    /// `serviceAbbreviation`.
    pub abbreviation: Option<Text>,
    /// `uid`.
    pub uid: Text,
    /// The protocol botocore's model names first (`protocol`).
    pub protocol: Protocol,
    /// All protocols the service speaks (`protocols`), in the model's order; at least `protocol`.
    pub protocols: Box<[Protocol]>,
    /// `jsonVersion`: `1.0` or `1.1`.
    pub json_version: Option<Text>,
    /// `targetPrefix`.
    pub target_prefix: Option<Text>,
    /// `signatureVersion`: `v4`, `s3`, `s3v4`, `bearer`, `v2` …
    pub signature_version: Text,
    /// `auth`, as Smithy ids.
    pub auth: Box<[Text]>,
    /// `xmlNamespace`.
    pub xml_namespace: Option<XmlNamespace>,
    /// `globalEndpoint`.
    pub global_endpoint: Option<Text>,
    /// `awsQueryCompatible`: error codes of the former query protocol in `x-amzn-query-error`.
    pub query_compatible: bool,
    /// `protocolSettings.h2` is `required`, `optional` or `eventstream`.
    pub h2: Option<Text>,
    /// `clientContextParams`: name and type.
    pub client_context_params: Box<[(Text, crate::rules::ParameterKind)]>,
}

/// The wire protocols.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Protocol {
    /// `query`.
    Query,
    /// `ec2`.
    Ec2,
    /// `json` (1.0 and 1.1).
    #[default]
    Json,
    /// `rest-json`.
    RestJson,
    /// `rest-xml`.
    RestXml,
    /// `smithy-rpc-v2-cbor`.
    RpcV2Cbor,
    /// `smithy-rpc-v2-json`.
    RpcV2Json,
}

/// All protocols.
pub(crate) const PROTOCOLS: [Protocol; 7] = [
    Protocol::Query,
    Protocol::Ec2,
    Protocol::Json,
    Protocol::RestJson,
    Protocol::RestXml,
    Protocol::RpcV2Cbor,
    Protocol::RpcV2Json,
];

impl Protocol {
    /// The name in models: `rest-json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Protocol::Query => "query",
            Protocol::Ec2 => "ec2",
            Protocol::Json => "json",
            Protocol::RestJson => "rest-json",
            Protocol::RestXml => "rest-xml",
            Protocol::RpcV2Cbor => "smithy-rpc-v2-cbor",
            Protocol::RpcV2Json => "smithy-rpc-v2-json",
        }
    }

    /// The protocol of that name.
    pub fn from_name(name: &str) -> Option<Protocol> {
        PROTOCOLS.into_iter().find(|p| p.as_str() == name)
    }
}

/// The tables of one service, opened from their packed form.
///
/// Opening reads the header only; operations and shapes are decoded on first use and kept.
#[derive(Debug)]
pub struct Service {
    packed: pack::Packed,
    metadata: Metadata,
    // Boxed, for most of them are never asked for.
    operations: Box<[OnceLock<Box<Operation>>]>,
    shapes: Box<[OnceLock<Box<Shape>>]>,
    exceptions: OnceLock<Box<[ShapeId]>>,
    rules: OnceLock<Option<RuleSet>>,
    paginators: OnceLock<Box<[Paginator]>>,
    waiters: OnceLock<Box<[Waiter]>>,
}

impl Service {
    /// The length of the packed table, in bytes.
    pub fn packed_len(&self) -> usize {
        self.packed.bytes().len()
    }

    /// Opens a packed table. Corrupt bytes are an error here or, deeper down, an empty shape; never a panic.
    pub fn open(bytes: impl Into<std::borrow::Cow<'static, [u8]>>) -> Result<Service, pack::Corrupt> {
        let (packed, metadata) = pack::Packed::open(bytes.into())?;
        let (n_operations, n_shapes) = (packed.operation_count(), packed.shape_count());
        Ok(Service {
            packed,
            metadata,
            operations: (0..n_operations).map(|_| OnceLock::new()).collect(),
            shapes: (0..n_shapes).map(|_| OnceLock::new()).collect(),
            exceptions: OnceLock::new(),
            rules: OnceLock::new(),
            paginators: OnceLock::new(),
            waiters: OnceLock::new(),
        })
    }

    /// The packed bytes, as they were opened.
    pub fn packed(&self) -> &[u8] {
        self.packed.bytes()
    }

    /// What is true of the whole service.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// How many operations there are.
    pub fn operation_count(&self) -> usize {
        self.operations.len()
    }

    /// The operation at that index (they are sorted by name).
    pub fn operation_at(&self, index: usize) -> &Operation {
        self.operations[index].get_or_init(|| Box::new(self.packed.operation(index)))
    }

    /// The index of the operation of that name, found without decoding any.
    pub fn operation_index(&self, name: &str) -> Option<usize> {
        self.packed.find_operation(name)
    }

    /// The operation of that name.
    pub fn operation(&self, name: &str) -> Option<&Operation> {
        self.operation_index(name).map(|i| self.operation_at(i))
    }

    /// The names of all operations, sorted.
    pub fn operation_names(&self) -> impl Iterator<Item = &str> {
        (0..self.operation_count()).map(|i| self.packed.operation_name(i))
    }

    /// How many shapes there are.
    pub fn shape_count(&self) -> usize {
        self.shapes.len()
    }

    /// The shape of that number. A number beyond the table is a defect of the table; it reads as an empty structure.
    pub fn shape(&self, id: ShapeId) -> &Shape {
        match self.shapes.get(id.0 as usize) {
            Some(cell) => cell.get_or_init(|| Box::new(self.packed.shape(id))),
            None => pack::empty_shape(),
        }
    }

    /// The shape of that name, found by reading names only.
    pub fn shape_named(&self, name: &str) -> Option<ShapeId> {
        (0..self.shapes.len() as u32).map(ShapeId).find(|id| self.packed.shape_name(*id) == name)
    }

    /// The names of all shapes, in the order of their ids.
    pub fn shape_names(&self) -> impl Iterator<Item = &str> {
        (0..self.shapes.len() as u32).map(|id| self.packed.shape_name(ShapeId(id)))
    }

    /// The name of a shape, read without decoding the rest of it.
    pub fn shape_name(&self, id: ShapeId) -> &str {
        self.packed.shape_name(id)
    }

    /// All shapes that these operations reach, in the order of their numbers; unknown operations reach none.
    pub fn closure(&self, operations: &[&str]) -> Vec<ShapeId> {
        let mut seen = vec![false; self.shape_count()];
        let mut stack: Vec<ShapeId> =
            operations.iter().filter_map(|name| self.operation(name)).flat_map(Operation::shapes).collect();
        while let Some(id) = stack.pop() {
            match seen.get_mut(id.0 as usize) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            stack.extend(self.shape(id).references());
        }
        (0..self.shape_count() as u32).map(ShapeId).filter(|id| seen[id.0 as usize]).collect()
    }

    /// All modeled errors, also those that no operation names.
    pub fn exceptions(&self) -> &[ShapeId] {
        self.exceptions.get_or_init(|| self.packed.exceptions())
    }

    /// The record of the endpoint rules, as it is packed.
    #[cfg(feature = "import")]
    pub(crate) fn rules_record(&self) -> &[u8] {
        self.packed.rules_record()
    }

    /// The endpoint rules, if the service has any.
    pub fn rules(&self) -> Option<&RuleSet> {
        self.rules.get_or_init(|| self.packed.rules()).as_ref()
    }

    /// All paginators, sorted by operation.
    pub fn paginators(&self) -> &[Paginator] {
        self.paginators.get_or_init(|| self.packed.paginators())
    }

    /// The paginator of that operation.
    pub fn paginator(&self, operation: &str) -> Option<&Paginator> {
        self.paginators().iter().find(|p| p.operation == operation)
    }

    /// All waiters, sorted by name.
    pub fn waiters(&self) -> &[Waiter] {
        self.waiters.get_or_init(|| self.packed.waiters())
    }

    /// The waiter of that name, `BucketExists` or `bucket_exists`.
    pub fn waiter(&self, name: &str) -> Option<&Waiter> {
        self.waiters().iter().find(|w| w.name == name || crate::suggest::snake_case(&w.name) == name)
    }
}
