//! Faults in XML. Four shapes are in use:
//! `<ErrorResponse><Error>…</Error><RequestId/></ErrorResponse>` (query, most of rest-xml),
//! `<Error>…<RequestId/><HostId/></Error>` (S3),
//! `<Response><Errors><Error>…</Error></Errors><RequestID/></Response>` (ec2, SimpleDB), and
//! `<FooException><Message/></FooException>` (gateways).

use super::fault::Fault;
use crate::{
    codec::{
        xml::{Node, Reader, Token, Tokens},
        Flaw,
    },
    field::Record,
    value::Object,
};
use boto_model::{shape::Structure, Service};

/// Code, message and ids; details beside them.
pub fn read(body: &[u8]) -> Result<Fault, Flaw> {
    let mut tokens = Tokens::new(body)?;
    let Some(root) = tokens.root()? else { return Ok(Fault::default()) };
    let root = tokens.node(&root)?;
    tokens.finish()?;
    let error = match root.child("Errors") {
        Some(errors) => errors.child("Error"),
        None => root.child("Error"),
    }
    .unwrap_or(&root);
    let text = |node: &Node, name: &str| node.child(name).map(|n| n.text.trim().to_owned());
    let either = |name: &str| text(error, name).or_else(|| text(&root, name));
    let known = ["Code", "Message", "Type", "RequestId", "RequestID", "HostId", "Errors"];
    let detail = |child: &&Node| child.children.is_empty() && !known.contains(&child.name.as_str());
    let details = error.children.iter().filter(detail).map(|child| (child.name.clone(), child.text.clone())).collect();
    Ok(Fault {
        code: text(error, "Code").or_else(|| root.name.ends_with("Exception").then(|| root.name.clone())),
        message: text(error, "Message").or_else(|| text(error, "message")),
        request_id: either("RequestId").or_else(|| either("RequestID")),
        host_id: either("HostId"),
        details,
        hint: None,
    })
}

/// The members of a modeled error, from the element around its code.
pub fn members(
    service: &Service,
    structure: &Structure,
    body: &[u8],
    bound: bool,
    into: &mut Object,
) -> Result<(), Flaw> {
    let mut reader = Reader::new(service, body)?;
    let Some(mut element) = reader.tokens.root()? else { return Ok(()) };
    // Down to <Error>, through <ErrorResponse>, <Response> and <Errors>.
    'down: while has_error(&reader.tokens) {
        loop {
            match reader.tokens.next()? {
                Token::Start(child) if matches!(child.name(), "Error" | "Errors") => {
                    element = child;
                    if element.name() == "Error" {
                        break 'down;
                    }
                    continue 'down;
                }
                Token::Start(_) => reader.tokens.skip()?,
                Token::Text(_) => {}
                Token::End | Token::Eof => return Ok(()),
            }
        }
    }
    reader.record(structure, &element, bound, into as &mut dyn Record)
}

/// The members of a structure from the children of the root.
pub fn record(service: &Service, structure: &Structure, body: &[u8], into: &mut dyn Record) -> Result<(), Flaw> {
    let mut reader = Reader::new(service, body)?;
    let Some(root) = reader.tokens.root()? else { return Ok(()) };
    reader.record(structure, &root, false, into)?;
    reader.tokens.finish()
}

/// The request id in a successful answer: a child of the root (ec2, rest-xml) or of its `ResponseMetadata` (query).
pub fn request_id(body: &[u8]) -> Option<String> {
    let mut tokens = Tokens::new(body).ok()?;
    tokens.root().ok()??;
    loop {
        match tokens.next().ok()? {
            Token::Start(child) if matches!(child.name(), "requestId" | "RequestId" | "RequestID") => {
                return tokens.text().ok().map(|id| id.trim().to_owned());
            }
            Token::Start(child) if child.name() == "ResponseMetadata" => {}
            Token::Start(_) => tokens.skip().ok()?,
            Token::Eof => return None,
            Token::Text(_) | Token::End => {}
        }
    }
}

/// Whether the element that has just begun has a child that holds the error.
fn has_error(tokens: &Tokens<'_>) -> bool {
    let mut ahead = tokens.clone();
    loop {
        match ahead.next() {
            Ok(Token::Start(child)) if matches!(child.name(), "Error" | "Errors") => return true,
            Ok(Token::Start(_)) if ahead.skip().is_ok() => {}
            Ok(Token::Text(_)) => {}
            _ => return false,
        }
    }
}
