//! IAM.

use super::Output;
use crate::{
    codec::json,
    field::{Change, Container, Field, Record, Slot, View},
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
            if let Ok(document) = json::parse(text.as_bytes()) {
                store(field, document, text);
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

/// Typed fields are strings and refuse documents; they get the text.
fn store(field: &mut dyn Field, document: Value, text: String) {
    if field.put(Change::Document(document)).is_err() {
        let _ = field.put(Change::Str(text.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{object, text, Case};
    use crate::{value::Object, Value};

    #[test]
    fn policy_documents() {
        let case = Case::new(["policyDocumentType", "Other"]);
        let document = "%7B%22Version%22%3A%20%22x+y%22%7D";
        let mut output = object([("policyDocumentType", document), ("Other", document)]);
        super::policy_documents(&mut case.output(&mut output)).unwrap();
        let decoded = Value::Map(Object([("Version".to_owned(), text("x+y"))].into()));
        assert_eq!(output.0["policyDocumentType"], decoded);
        assert_eq!(output.0["Other"], text(document));
        let mut output = object([("policyDocumentType", "%7Bno json")]);
        super::policy_documents(&mut case.output(&mut output)).unwrap();
        assert_eq!(output.0["policyDocumentType"], text("%7Bno json"));
    }

    #[test]
    fn nested_policy_documents() {
        let case = Case::listing("Policies", "policyDocumentType");
        let element =
            |value: Value| Value::List(vec![Value::Map(Object([("policyDocumentType".to_owned(), value)].into()))]);
        let mut output = Object([("Policies".to_owned(), element(text("%5B1%5D")))].into());
        super::policy_documents(&mut case.output(&mut output)).unwrap();
        assert_eq!(output.0["Policies"], element(Value::List(vec![Value::Int(1)])));
    }
}
