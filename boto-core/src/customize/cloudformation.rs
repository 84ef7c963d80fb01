//! CloudFormation.

use super::Output;
use crate::{
    codec::json,
    field::{Change, View},
    Result,
};

/// A template that is JSON, as the document itself: typed outputs, whose member is a string, keep the text.
pub fn template_body(output: &mut Output<'_>) -> Result<()> {
    if let Some(field) = output.field("TemplateBody") {
        let document = match field.view() {
            View::Str(text) => json::parse(text.as_bytes()).ok(),
            _ => None,
        };
        if let Some(document) = document {
            let _ = field.put(Change::Document(document));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{object, text, Case};
    use crate::{value::Object, Value};

    #[test]
    fn template_body() {
        let case = Case::new(["TemplateBody"]);
        let mut output = object([("TemplateBody", "{\"a\": 1}")]);
        super::template_body(&mut case.output(&mut output)).unwrap();
        assert_eq!(output.0["TemplateBody"], Value::Map(Object([("a".to_owned(), Value::Int(1))].into())));
        let mut output = object([("TemplateBody", "a: 1")]);
        super::template_body(&mut case.output(&mut output)).unwrap();
        assert_eq!(output.0["TemplateBody"], text("a: 1"));
    }
}
