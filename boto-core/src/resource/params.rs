//! Values from where definitions say to where they say.

use crate::{
    query::Query,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use boto_model::resource::{Param, Source};

/// What values may come from.
#[derive(Clone, Copy, Default)]
pub(super) struct Known<'a> {
    pub(super) identifiers: Option<&'a Object>,
    pub(super) data: Option<&'a Value>,
    pub(super) request: Option<&'a Value>,
    pub(super) response: Option<&'a Value>,
}

impl Known<'_> {
    /// The value that a parameter's source gives; `None` where the caller has to give it.
    pub(super) fn value(&self, param: &Param) -> Result<Option<Value>> {
        let search = |path: &str, place: Option<&Value>| match place {
            Some(value) => Query::new(path)?.search(value).map(Some),
            None => Ok(Some(Value::Null)),
        };
        match &param.source {
            Source::Identifier(name) => Ok(Some(self.identifiers.map_or(Value::Null, |o| o[name.as_str()].clone()))),
            Source::Data(path) => search(path, self.data),
            Source::Response(path) => search(path, self.response),
            Source::RequestParameter(path) => search(path, self.request),
            Source::Input => Ok(None),
            Source::String(text) => Ok(Some(text.as_str().into())),
            Source::Integer(integer) => Ok(Some((*integer).into())),
            Source::Boolean(boolean) => Ok(Some((*boolean).into())),
        }
    }

    /// The input of an operation. `index` is the place that `[*]` stands for.
    pub(super) fn fill(&self, params: &[Param], input: &mut Object, index: usize) -> Result<()> {
        for param in params {
            if let Some(value) = self.value(param)? {
                put(input, &param.target, value, index)?;
            }
        }
        Ok(())
    }
}

/// Puts a value at a target: `Name`, `A.B`, `List[]` (appended), `List[0].Name`, `List[*].Name` (at `index`).
fn put(input: &mut Object, target: &str, value: Value, index: usize) -> Result<()> {
    let flaw = || Error::new(ErrorKind::Validation, format!("target {target:?} of the definition cannot be followed"));
    let mut steps = target.split('.').peekable();
    let mut at = input;
    loop {
        let step = steps.next().ok_or_else(flaw)?;
        let (name, place) = match step.split_once('[') {
            Some((name, rest)) => (name, Some(rest.strip_suffix(']').ok_or_else(flaw)?)),
            None => (step, None),
        };
        let slot = at.0.get_or_insert_default(name);
        let slot = match place {
            None => slot,
            Some(place) => {
                if !matches!(slot, Value::List(_)) {
                    *slot = Value::List(Vec::new());
                }
                let Value::List(list) = slot else { return Err(flaw()) };
                let wanted = match place {
                    "" => list.len(),
                    "*" => index,
                    number => number.parse().map_err(|_| flaw())?,
                };
                // Batches and filters are short; a definition that asks for more is wrong.
                if wanted > 10_000 {
                    return Err(flaw());
                }
                if list.len() <= wanted {
                    list.resize(wanted + 1, Value::Null);
                }
                &mut list[wanted]
            }
        };
        if steps.peek().is_none() {
            *slot = value;
            return Ok(());
        }
        if !matches!(slot, Value::Map(_)) {
            *slot = Value::Map(Object::default());
        }
        match slot {
            Value::Map(object) => at = object,
            _ => return Err(flaw()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_followed() {
        let mut input = Object::default();
        for (target, value, index) in [
            ("QueueUrl", "u", 0),
            ("AttributeNames[]", "All", 0),
            ("Filters[0].Name", "vpc-id", 0),
            ("Filters[0].Values[0]", "v", 0),
            ("Entries[*].Id", "a", 0),
            ("Entries[*].Id", "b", 1),
            ("Delete.Objects[*].Key", "k", 0),
        ] {
            put(&mut input, target, value.into(), index).unwrap();
        }
        let text = crate::codec::json::to_text(&Value::Map(input));
        let expected = r#"{"AttributeNames":["All"],"Delete":{"Objects":[{"Key":"k"}]},"Entries":[{"Id":"a"},{"Id":"b"}],"Filters":[{"Name":"vpc-id","Values":["v"]}],"QueueUrl":"u"}"#;
        assert_eq!(text, expected);
        assert!(put(&mut Object::default(), "A[999999999]", Value::Null, 0).is_err());
        assert!(put(&mut Object::default(), "A[", Value::Null, 0).is_err());
    }
}
