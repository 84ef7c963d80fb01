//! Paginators that users write: the format of botocore's `paginators-1.json`.

use crate::{codec::json, value::Value, Error, ErrorKind, Result};
use boto_model::{Paginator, Text};

/// Reads a document of paginators: `{"pagination": {"ListThings": {"input_token": …}}}`. Mistakes name their place.
pub fn paginators(text: &str) -> Result<Vec<Paginator>> {
    let document =
        json::parse(text.as_bytes()).map_err(|flaw| Error::new(ErrorKind::Config, format!("paginators: {flaw}")))?;
    let Some(entries) = document["pagination"].as_object() else {
        return Err(wrong("pagination", "an object is wanted"));
    };
    entries.0.iter().map(|(operation, entry)| one(operation, entry)).collect()
}

fn one(operation: &str, entry: &Value) -> Result<Paginator> {
    if entry.as_object().is_none() {
        return Err(wrong(&format!("pagination.{operation}"), "an object is wanted"));
    }
    let texts = |key: &str| -> Result<Box<[Text]>> {
        let place = || format!("pagination.{operation}.{key}");
        match &entry[key] {
            Value::Null => Ok(Box::default()),
            Value::String(text) => Ok(Box::new([text.clone().into()])),
            Value::List(list) => list
                .iter()
                .map(|value| value.as_str().map(|text| Text::from(text.to_owned())))
                .collect::<Option<_>>()
                .ok_or_else(|| wrong(&place(), "strings are wanted")),
            _ => Err(wrong(&place(), "a string or a list of strings is wanted")),
        }
    };
    let single = |key: &str| -> Result<Option<Text>> { Ok(texts(key)?.first().cloned()) };
    let (input_tokens, output_tokens) = (texts("input_token")?, texts("output_token")?);
    if input_tokens.len() != output_tokens.len() {
        return Err(wrong(&format!("pagination.{operation}"), "input_token and output_token differ in number"));
    }
    Ok(Paginator {
        operation: operation.to_owned().into(),
        input_tokens,
        output_tokens,
        limit_key: single("limit_key")?,
        result_keys: texts("result_key")?,
        more_results: single("more_results")?,
        non_aggregate_keys: texts("non_aggregate_keys")?,
    })
}

fn wrong(place: &str, what: &str) -> Error {
    Error::new(ErrorKind::Config, format!("{place}: {what}"))
}
