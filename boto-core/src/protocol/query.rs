//! `query`: a form as request, XML as answer.

use super::{start, Answer, Call, Payload};
use crate::{
    codec::{
        form::{self, Style},
        xml::{Element, Reader, Token},
        Flaw,
    },
    field::Record,
    http::{HeaderValue, Request},
};

pub(super) fn encode(call: &Call<'_>) -> Result<Request, Flaw> {
    form(call, Style::Query)
}

/// The request of the query and ec2 protocols.
pub(super) fn form(call: &Call<'_>, style: Style) -> Result<Request, Flaw> {
    let mut request = start::request(call, "/")?;
    let content_type = HeaderValue::from_static("application/x-www-form-urlencoded; charset=utf-8");
    request.headers.insert(http::header::CONTENT_TYPE, content_type);
    let mut body = Vec::with_capacity(256);
    body.extend_from_slice(b"Action=");
    body.extend_from_slice(call.operation.name.as_bytes());
    body.extend_from_slice(b"&Version=");
    body.extend_from_slice(call.service.metadata().api_version.as_bytes());
    if let Some(input) = call.operation.input {
        form::write(call.service, input, call.input, style, &mut body)?;
    }
    request.body = body.into();
    Ok(request)
}

/// The members are the children of the result's element, which is a child of the root.
pub(super) fn decode(answer: &Answer<'_>, payload: Payload, output: &mut dyn Record) -> Result<(), Flaw> {
    let bytes = payload.bytes()?;
    let mut reader = Reader::new(answer.service, &bytes)?;
    let Some(root) = root(answer, &mut reader)? else { return Ok(()) };
    match (answer.structure, answer.operation.result_wrapper.as_deref()) {
        (None, _) => {}
        (Some(structure), None) => reader.record(structure, &root, false, output)?,
        (Some(structure), Some(wrapper)) => {
            let mut found = false;
            loop {
                match reader.tokens.next()? {
                    Token::Start(child) if child.name() == wrapper => {
                        found = true;
                        reader.record(structure, &child, false, output)?;
                    }
                    Token::Start(_) => reader.tokens.skip()?,
                    Token::Text(_) => {}
                    Token::End | Token::Eof => break,
                }
            }
            if !found {
                return Err(Flaw::wanted(wrapper, root.name()));
            }
        }
    }
    reader.tokens.finish()
}

/// The root element, which only operations that answer nothing may leave out.
pub(super) fn root<'a>(answer: &Answer<'_>, reader: &mut Reader<'a>) -> Result<Option<Element<'a>>, Flaw> {
    match reader.tokens.root()? {
        None if answer.structure.is_some_and(|structure| !structure.members.is_empty()) => {
            Err(Flaw::new("there is nothing in it"))
        }
        root => Ok(root),
    }
}
