//! Operations: what can be asked of a service.

use crate::{ShapeId, Text, XmlNamespace};

/// An operation of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// The name in the model, `SendMessage`.
    pub name: Text,
    /// Method, URI and status.
    pub http: Http,
    /// The structure it takes.
    pub input: Option<ShapeId>,
    /// The name of the root element of the input (`input.locationName`, rest-xml).
    pub input_name: Option<Text>,
    /// The namespace of that element.
    pub input_namespace: Option<XmlNamespace>,
    /// The structure it returns.
    pub output: Option<ShapeId>,
    /// The element around the output (`output.resultWrapper`, query).
    pub result_wrapper: Option<Text>,
    /// The modeled errors.
    pub errors: Box<[ShapeId]>,
    /// `endpoint.hostPrefix`, with `{Label}`s.
    pub host_prefix: Option<Text>,
    /// The authentication schemes of this operation where they differ from the service's, as Smithy ids
    /// (`aws.auth#sigv4`, `smithy.api#noAuth`).
    pub auth: Box<[Text]>,
    /// `authtype` (`none`, `v4-unsigned-body`, `bearer` …).
    pub auth_type: Option<Text>,
    /// `unsignedPayload`.
    pub unsigned_payload: bool,
    /// `httpChecksumRequired`.
    pub checksum_required: bool,
    /// `httpChecksum`.
    pub checksum: Option<HttpChecksum>,
    /// `requestcompression.encodings`.
    pub compression: Box<[Text]>,
    /// `endpointdiscovery`: present, and whether it is required.
    pub endpoint_discovery: Option<bool>,
    /// `endpointoperation`: the operation that answers endpoint discovery.
    pub endpoint_operation: bool,
    /// Endpoint parameters fixed by the operation.
    pub static_context_params: Box<[StaticParam]>,
    /// Endpoint parameters computed from the input: name and JMESPath.
    pub operation_context_params: Box<[(Text, Text)]>,
    /// Changes nothing (`readonly`).
    pub readonly: bool,
    /// May be repeated without further effect.
    pub idempotent: bool,
    /// Marked deprecated.
    pub deprecated: bool,
}

impl Operation {
    /// An operation of that name that takes and returns nothing: `POST` to `/`.
    pub fn named(name: Text) -> Operation {
        Operation {
            name,
            http: Http { method: Text::Borrowed("POST"), uri: Text::Borrowed("/"), code: 200 },
            input: None,
            input_name: None,
            input_namespace: None,
            output: None,
            result_wrapper: None,
            errors: Box::default(),
            host_prefix: None,
            auth: Box::default(),
            auth_type: None,
            unsigned_payload: false,
            checksum_required: false,
            checksum: None,
            compression: Box::default(),
            endpoint_discovery: None,
            endpoint_operation: false,
            static_context_params: Box::default(),
            operation_context_params: Box::default(),
            readonly: false,
            idempotent: false,
            deprecated: false,
        }
    }
}

impl Operation {
    /// The shapes that this refers to: input, output, errors.
    pub fn shapes(&self) -> impl Iterator<Item = ShapeId> + '_ {
        self.input.into_iter().chain(self.output).chain(self.errors.iter().copied())
    }
}

/// The HTTP binding of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Http {
    /// `GET`, `POST` …
    pub method: Text,
    /// `/{Bucket}/{Key+}?list-type=2`.
    pub uri: Text,
    /// The status of success, 200 by default.
    pub code: u16,
}

/// The `httpChecksum` trait.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpChecksum {
    /// A checksum of the request is required.
    pub request_required: bool,
    /// The member that names the algorithm of the request.
    pub request_algorithm_member: Option<Text>,
    /// The member that asks for validation of the response.
    pub request_validation_mode_member: Option<Text>,
    /// The algorithms whose response checksums are validated.
    pub response_algorithms: Box<[Text]>,
}

/// An endpoint parameter fixed by the operation.
#[derive(Clone, Debug, PartialEq)]
pub struct StaticParam {
    /// The parameter.
    pub name: Text,
    /// Its value.
    pub value: crate::rules::Literal,
}
