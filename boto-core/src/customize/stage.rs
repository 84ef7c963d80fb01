//! When a row of the table applies, and what it gets to see.

use super::{CrossRegion, Overlay};
use crate::{
    field::{Field, Record},
    host::Host,
    http::{HeaderMap, Request},
    BoxFuture, Error, Result,
};
use boto_model::{Member, Operation, Service};
use bytes::Bytes;

/// When, and what.
#[derive(Clone, Copy, Debug)]
pub enum Stage {
    /// Before the input is validated and encoded.
    Prepare(fn(&mut Input<'_>) -> Result<()>),
    /// After it is encoded.
    Encoded(fn(&mut Outgoing<'_>) -> Result<()>),
    /// After it is encoded, reading the body.
    Body(for<'a> fn(&'a mut Request) -> BoxFuture<'a, Result<()>>),
    /// A presigned URL for another region goes into the encoded request.
    CrossRegion(CrossRegion),
    /// After the request got its address, before it is signed.
    Addressed(fn(&Input<'_>, &mut Request) -> Result<()>),
    /// Before the request is signed into its URL.
    Presigned(fn(&mut Request)),
    /// Before an answer is decoded.
    Received(fn(&mut Incoming<'_>) -> Result<()>),
    /// After it is decoded.
    Decoded(fn(&mut Output<'_>) -> Result<()>),
    /// After an error answer is decoded.
    Fault(fn(Error) -> Error),
}

/// What one stage tells a later one of the same call.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Keys come url-encoded because we asked for it, not the caller.
    pub encoding_type_added: bool,
    /// The `Expires` header as it came.
    pub expires: Option<String>,
}

/// The input, before it is validated and encoded.
pub struct Input<'a> {
    /// The service.
    pub service: &'a Service,
    /// The operation.
    pub operation: &'a Operation,
    /// The input and the changes to it.
    pub record: Overlay<'a>,
    /// For later stages.
    pub notes: Notes,
    /// Whether S3's accelerate endpoint is configured.
    pub accelerate: bool,
}

impl<'a> Input<'a> {
    /// An input without changes.
    pub fn new(service: &'a Service, operation: &'a Operation, record: &'a dyn Record) -> Input<'a> {
        let members = operation.input.map_or(&[][..], |id| service.shape(id).members());
        let record = Overlay::new(record, members);
        Input { service, operation, record, notes: Notes::default(), accelerate: false }
    }
}

/// The encoded request, which has no scheme and host yet.
pub struct Outgoing<'a> {
    /// The service.
    pub service: &'a Service,
    /// The operation.
    pub operation: &'a Operation,
    /// The input it was encoded from.
    pub record: &'a dyn Record,
    /// The request. Its path may become empty: it is appended to that of the endpoint.
    pub request: &'a mut Request,
    /// What goes before the host.
    pub host_prefix: &'a mut Option<String>,
    /// The environment.
    pub host: &'a dyn Host,
}

/// An answer that is not decoded yet.
pub struct Incoming<'a> {
    /// The service.
    pub service: &'a Service,
    /// The operation.
    pub operation: &'a Operation,
    /// The HTTP status; rows may change it.
    pub status: u16,
    /// The headers; rows may change them.
    pub headers: &'a mut HeaderMap,
    /// The body, unless it streams.
    pub body: Option<&'a Bytes>,
    /// For later stages.
    pub notes: &'a mut Notes,
}

/// An answer that is decoded.
pub struct Output<'a> {
    /// The service.
    pub service: &'a Service,
    /// The operation.
    pub operation: &'a Operation,
    /// The body it was decoded from, unless it streams.
    pub body: Option<&'a Bytes>,
    /// From earlier stages.
    pub notes: &'a Notes,
    /// The output.
    pub record: &'a mut dyn Record,
}

impl<'a> Output<'a> {
    /// The members of the output in the tables.
    pub fn members(&self) -> &'a [Member] {
        self.operation.output.map_or(&[], |id| self.service.shape(id).members())
    }

    /// The index of the member of that name.
    pub fn member(&self, name: &str) -> Option<usize> {
        self.members().iter().position(|member| member.name == name)
    }

    /// The member of that name, if there is something in it.
    pub fn field(&mut self, name: &str) -> Option<&mut dyn Field> {
        let index = self.member(name)?;
        if self.record.get(index, name).view().is_absent() {
            return None;
        }
        Some(self.record.get_mut(index, name))
    }
}
