//! `rest-json`: HTTP bindings with JSON bodies.

use super::{
    rest::{self, Body, Parsed},
    Answer, Call, Payload,
};
use crate::{
    codec::{json, Flaw, DEPTH},
    field::{Field, Record, View},
    http::{HeaderValue, Request},
};
use boto_model::{shape::Structure, Member, Service};

pub(super) fn encode(call: &Call<'_>) -> Result<Request, Flaw> {
    rest::encode(call, &Json)
}

struct Json;

impl Body for Json {
    fn members(&self, call: &Call<'_>, out: &mut Vec<u8>) -> Result<(), Flaw> {
        match call.operation.input {
            Some(input) => json::write(call.service, input, call.input, true, out),
            None => Ok(()),
        }
    }

    fn payload(&self, call: &Call<'_>, member: &Member, view: View<'_>, out: &mut Vec<u8>) -> Result<(), Flaw> {
        json::write_member(call.service, member, view, out)
    }

    fn empty(&self) -> &'static [u8] {
        b"{}"
    }

    fn content_type(&self) -> Option<HeaderValue> {
        Some(HeaderValue::from_static("application/json"))
    }
}

pub(super) fn decode(answer: &Answer<'_>, payload: Payload, output: &mut dyn Record) -> Result<(), Flaw> {
    rest::decode(answer, &Read(answer.service), payload, output)
}

/// Reads JSON bodies.
pub(super) struct Read<'a>(pub &'a Service);

impl Parsed for Read<'_> {
    fn members(&self, structure: &Structure, body: &[u8], into: &mut dyn Record) -> Result<(), Flaw> {
        json::read_structure(self.0, structure, body, true, into)
    }

    fn payload(&self, member: &Member, body: &[u8], field: &mut dyn Field) -> Result<(), Flaw> {
        let mut reader =
            json::Reader { service: self.0, scan: json::Scanner::new(body)?, nothing: false, alike: false };
        reader.value(member, field, DEPTH)?;
        reader.scan.end()
    }
}
