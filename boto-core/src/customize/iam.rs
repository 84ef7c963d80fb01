//! Documents inside documents: JSON that travels as text, url-encoded or not.

use super::Output;
use crate::{
    field::{Container, Field, Record, Scalar, Slot, View},
    Result, Value,
};
use boto_model::{Kind, Service, ShapeId};

/// The shape that IAM uses for all policy documents, which it url-encodes.
const DOCUMENT: &str = "policyDocumentType";

/// Url-decodes policy documents: untyped outputs hold the document itself, typed ones its text.
pub fn policy_documents(output: &mut Output<'_>) -> Result<()> {
    if let Some(shape) = output.operation.output {
        in_record(output.service, shape, output.record);
    }
    Ok(())
}

/// Outputs are as deep as the decoder lets them be, and so is this.
fn in_record(service: &Service, shape: ShapeId, record: &mut dyn Record) {
    for (index, member) in service.shape(shape).members().iter().enumerate() {
        if !record.get(index, &member.name).view().is_absent() {
            in_field(service, member.target, record.get_mut(index, &member.name));
        }
    }
}

fn in_field(service: &Service, shape: ShapeId, field: &mut dyn Field) {
    let table = service.shape(shape);
    match &table.kind {
        Kind::String { .. } if table.name == DOCUMENT => {
            let View::Str(text) = field.view() else { return };
            let text = percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
            if let Some(document) = Value::from_json(&text) {
                store(field, document, Some(text));
            }
        }
        Kind::Structure(_) => {
            if let Some(Slot::Record(record)) = field.resume(Container::Record) {
                in_record(service, shape, record);
            }
        }
        Kind::List { member, .. } => {
            if let Some(Slot::List(list)) = field.resume(Container::List) {
                for at in 0..list.len() {
                    if let Some(element) = list.get_mut(at) {
                        in_field(service, member.target, element);
                    }
                }
            }
        }
        _ => {}
    }
}

/// CloudFormation: a template that is JSON, as the document itself in untyped outputs.
pub fn template_body(output: &mut Output<'_>) -> Result<()> {
    let Some(index) = output.member("TemplateBody") else { return Ok(()) };
    let field = output.record.get_mut(index, "TemplateBody");
    let document = match field.view() {
        View::Str(text) => Value::from_json(text),
        _ => None,
    };
    if let Some(document) = document {
        store(field, document, None);
    }
    Ok(())
}

/// Typed fields are strings and refuse documents; they get the text.
fn store(field: &mut dyn Field, document: Value, text: Option<String>) {
    if field.put(Scalar::Document(document)).is_err() {
        if let Some(text) = text {
            let _ = field.put(Scalar::Str(text.into()));
        }
    }
}
