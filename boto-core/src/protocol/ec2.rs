//! `ec2`: the query protocol with flat lists and capital names, and the answer's members right below the root.

use super::{query, Answer, Call, Payload};
use crate::{
    codec::{form::Style, xml::Reader, Flaw},
    field::Record,
    http::Request,
};

pub(super) fn encode(call: &Call<'_>) -> Result<Request, Flaw> {
    query::form(call, Style::Ec2)
}

pub(super) fn decode(answer: &Answer<'_>, payload: Payload, output: &mut dyn Record) -> Result<(), Flaw> {
    let bytes = payload.bytes()?;
    let mut reader = Reader::new(answer.service, &bytes)?;
    let Some(root) = query::root(answer, &mut reader)? else { return Ok(()) };
    if let Some(structure) = answer.structure {
        reader.record(structure, &root, false, output)?;
    }
    reader.tokens.finish()
}
