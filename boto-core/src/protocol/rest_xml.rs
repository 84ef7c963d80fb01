//! `rest-xml`: HTTP bindings with XML bodies.

use super::{
    rest::{self, Body, Parsed},
    Answer, Call, Payload,
};
use crate::{
    codec::{
        xml::{self, Reader, Root},
        Flaw,
    },
    field::{Field, Record, View},
    http::{HeaderValue, Request},
};
use boto_model::{shape::Structure, Kind, Location, Member, Service};

pub(super) fn encode(call: &Call<'_>) -> Result<Request, Flaw> {
    rest::encode(call, &Xml)
}

struct Xml;

impl Body for Xml {
    fn members(&self, call: &Call<'_>, out: &mut Vec<u8>) -> Result<(), Flaw> {
        let Some(input) = call.operation.input else { return Ok(()) };
        let name = call.operation.input_name.as_deref().unwrap_or_else(|| call.service.shape_name(input));
        let root = Root { name, namespace: call.operation.input_namespace.as_ref() };
        xml::write(call.service, &root, input, View::Record(call.input), true, out)
    }

    fn payload(&self, call: &Call<'_>, member: &Member, view: View<'_>, out: &mut Vec<u8>) -> Result<(), Flaw> {
        let name = member.location_name.as_deref().unwrap_or_else(|| call.service.shape_name(member.target));
        let root = Root { name, namespace: member.xml_namespace.as_ref() };
        xml::write(call.service, &root, member.target, view, false, out)
    }

    fn empty(&self) -> &'static [u8] {
        b""
    }

    fn content_type(&self) -> Option<HeaderValue> {
        // As botocore; Smithy asks for `application/xml`, which no service does.
        None
    }
}

pub(super) fn decode(answer: &Answer<'_>, payload: Payload, output: &mut dyn Record) -> Result<(), Flaw> {
    rest::decode(answer, &Read(answer.service), payload, output)
}

/// Reads XML bodies.
pub(super) struct Read<'a>(pub &'a Service);

impl Parsed for Read<'_> {
    fn members(&self, structure: &Structure, body: &[u8], into: &mut dyn Record) -> Result<(), Flaw> {
        let mut reader = Reader::new(self.0, body)?;
        let Some(root) = reader.tokens.root()? else { return Ok(()) };
        match unwrapped(self.0, structure, root.name()) {
            // S3's GetBucketLocation: the root is the one member itself.
            Some((index, member)) => reader.value(member, &root, into.get_mut(index, &member.name))?,
            None => reader.record(structure, &root, true, into)?,
        }
        reader.tokens.finish()
    }

    fn payload(&self, member: &Member, body: &[u8], field: &mut dyn Field) -> Result<(), Flaw> {
        let mut reader = Reader::new(self.0, body)?;
        let Some(root) = reader.tokens.root()? else { return Ok(()) };
        reader.value(member, &root, field)?;
        reader.tokens.finish()
    }
}

/// The only member in the body, if it is a scalar and the root element has its name.
fn unwrapped<'a>(service: &Service, structure: &'a Structure, root: &str) -> Option<(usize, &'a Member)> {
    let mut members = structure.members.iter().enumerate().filter(|(_, m)| m.location == Location::Body);
    let (index, member) = members.next()?;
    let scalar = !matches!(
        service.shape(member.target).kind,
        Kind::Structure(_) | Kind::List { .. } | Kind::Map { .. } | Kind::Document
    );
    (members.next().is_none() && scalar && member.wire_name() == root).then_some((index, member))
}
