//! Resume tokens, in botocore's format: JSON in base64. Bytes within are base64 of their own, and their paths listed.

use super::machine::Start;
use crate::{
    codec::{json, text},
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use boto_model::Text;

/// How many items of the page were seen already.
pub(super) const SEEN: &str = "boto_truncate_amount";
/// The paths of the values that are base64 of bytes.
const ENCODED: &str = "boto_encoded_keys";

/// The token of these values.
pub(super) fn write(tokens: &Object) -> String {
    let mut paths = Vec::new();
    let mut shown = shown(&Value::Map(tokens.clone()), &mut Vec::new(), &mut paths);
    if !paths.is_empty() {
        shown[ENCODED] = Value::List(paths);
    }
    text::base64(json::to_text(&shown).as_bytes())
}

/// The values of a token, and where to begin.
pub(super) fn read(token: &str, inputs: &[Text]) -> Result<(Object, Start)> {
    let parsed = text::unbase64(token).and_then(|bytes| json::parse(&bytes).ok());
    // Tokens of services may be JSON in base64 too.
    let ours = |tokens: &Object| tokens.0.keys().any(|name| name == SEEN || inputs.iter().any(|i| **i == **name));
    let Some(mut tokens) = parsed.and_then(|v| v.as_object().filter(|o| ours(o)).cloned()) else {
        return read_old(token, inputs);
    };
    let flaw = |what: &str| Error::new(ErrorKind::Validation, format!("starting token {token:?}: {what}"));
    let skip = tokens.0.remove(SEEN);
    let mut tokens = match tokens.0.remove(ENCODED) {
        None => Value::Map(tokens),
        Some(paths) => {
            let mut tokens = Value::Map(tokens);
            for path in paths.as_list() {
                decode(&mut tokens, path.as_list()).ok_or_else(|| flaw("a path to bytes that leads nowhere"))?;
            }
            tokens
        }
    };
    let tokens = match &mut tokens {
        Value::Map(tokens) => std::mem::take(tokens),
        _ => Object::default(),
    };
    let stray = tokens.0.iter().find(|(name, value)| !value.is_null() && !inputs.iter().any(|i| **i == ***name));
    if let Some((name, _)) = stray {
        return Err(flaw(&format!("{name} is no token of this operation")));
    }
    let within = skip.is_some();
    let skip = skip.and_then(|skip| skip.as_i64()).and_then(|skip| usize::try_from(skip).ok()).unwrap_or(0);
    Ok((tokens, Start { skip, within }))
}

/// What botocore gave before 2016: the tokens and the number of items seen, separated by `___`. A bare token of the
/// service reads as the first of them.
fn read_old(token: &str, inputs: &[Text]) -> Result<(Object, Start)> {
    let mut parts: Vec<&str> = token.split("___").collect();
    let mut skip = 0;
    if parts.len() == inputs.len() + 1 {
        match parts.pop().and_then(|number| number.trim().parse().ok()) {
            Some(number) => skip = number,
            None => parts = vec![token],
        }
    }
    if parts.len() > inputs.len() {
        return Err(Error::new(ErrorKind::Validation, format!("starting token {token:?}: not a resume token")));
    }
    let mut tokens = Object::default();
    for (index, input) in inputs.iter().enumerate() {
        tokens[input] = match parts.get(index) {
            None | Some(&"None") => Value::Null,
            Some(part) => (*part).into(),
        };
    }
    Ok((tokens, Start { skip, within: true }))
}

/// The value with bytes as base64; their paths go to `paths`.
fn shown(value: &Value, path: &mut Vec<Value>, paths: &mut Vec<Value>) -> Value {
    let mut below = |step: Value, value: &Value| {
        path.push(step);
        let value = shown(value, path, paths);
        path.pop();
        value
    };
    match value {
        Value::Map(object) => Value::Map(
            object.0.iter().map(|(name, value)| (name.clone(), below(name.as_str().into(), value))).collect(),
        ),
        Value::List(list) => {
            let place = |index: usize| Value::Int(i64::try_from(index).unwrap_or(i64::MAX));
            Value::List(list.iter().enumerate().map(|(index, value)| below(place(index), value)).collect())
        }
        Value::Blob(bytes) => {
            paths.push(Value::List(path.clone()));
            text::base64(bytes).into()
        }
        other => other.clone(),
    }
}

/// Turns the base64 at a path into bytes.
fn decode(tokens: &mut Value, path: &[Value]) -> Option<()> {
    let mut at = tokens;
    for step in path {
        at = match (at, step) {
            (Value::Map(object), Value::String(name)) => object.0.get_mut(name)?,
            (Value::List(list), step) => list.get_mut(usize::try_from(step.as_i64()?).ok()?)?,
            _ => return None,
        };
    }
    *at = Value::Blob(text::unbase64(at.as_str()?)?.into());
    Some(())
}
