//! Plain data and DynamoDB's attributes: `{"n": 1}` and `{"n": {"N": "1"}}`, by the rules of boto3.
//!
//! | plain | attribute |
//! |---|---|
//! | null | `NULL` |
//! | boolean | `BOOL` |
//! | integer, float, number of any precision | `N`, as text |
//! | string | `S` |
//! | blob | `B` |
//! | list | `L` |
//! | object | `M` |
//!
//! Numbers keep every digit: what is no integer of 64 bits comes back as [`Value::Number`]. Floats go out as the shortest
//! decimal that reads as the same float (boto3, whose floats would not survive its decimals, refuses them). Sets have no
//! plain form: [`set`] makes one, and reading one gives a list.
//!
//! Whatever serde can write or read goes through [`to_value`](crate::to_value) and [`Value::to`]:
//!
//! ```
//! use boto_core::{attributes, to_value};
//! # use std::collections::BTreeMap;
//! let order = BTreeMap::from([("id", "o-1"), ("state", "new")]); // or a struct that derives Serialize
//! let item = attributes::to_item(&to_value(&order)?)?;
//! assert_eq!(item["id"]["S"], "o-1");
//! let back: BTreeMap<String, String> = attributes::from_item(&item)?.to()?;
//! assert_eq!(back["state"], "new");
//! # Ok::<(), boto_core::Error>(())
//! ```
//!
//! [`Expressions`] are the conditions, filters, projections and updates of a call, without a placeholder to be written.

mod conditions;
mod expressions;

pub use conditions::{attr, key, Attr, Condition, Key, KeyCondition, Operand};
pub use expressions::Expressions;

use crate::{
    codec::{text, DEPTH},
    value::Object,
    Error, ErrorKind, Result, Value,
};

/// Digits that a number of DynamoDB may have, and the exponents of its first digit.
const DIGITS: usize = 38;
const EXPONENTS: std::ops::RangeInclusive<i64> = -130..=125;

/// An item of an object. Fails with [`ErrorKind::Validation`], naming the place, where there is something else, or
/// something that DynamoDB cannot hold.
#[inline]
pub fn to_item(plain: &Value) -> Result<Object> {
    match to_attribute(plain)? {
        Value::Map(mut attribute) => match attribute.0.remove("M") {
            Some(Value::Map(item)) => Ok(item),
            _ => Err(wrong("", &format!("an item is an object, not {}", plain.noun()))),
        },
        _ => Err(wrong("", "an item is an object")),
    }
}

/// The object that an item stands for; see [`to_item`].
#[inline]
pub fn from_item(item: &Object) -> Result<Value> {
    plain_object(item, "", DEPTH)
}

/// The attribute of a value.
#[inline]
pub fn to_attribute(plain: &Value) -> Result<Value> {
    attribute(plain, "", DEPTH)
}

/// The value of an attribute, a map from the name of its type to what it holds.
#[inline]
pub fn from_attribute(attribute: &Value) -> Result<Value> {
    plain(attribute, "", DEPTH)
}

/// The attribute of a set: strings, numbers or blobs, all of one kind, at least one, none twice.
#[inline]
pub fn set(elements: &[Value]) -> Result<Value> {
    let mut kind = "";
    let mut out: Vec<Value> = Vec::with_capacity(elements.len());
    for (index, element) in elements.iter().enumerate() {
        let place = format!("[{index}]");
        let (own, value) = match element {
            Value::String(text) => ("SS", Value::String(text.clone())),
            Value::Blob(bytes) => ("BS", Value::Blob(bytes.clone())),
            Value::Int(_) | Value::Float(_) | Value::Number(_) => ("NS", Value::String(number(element, &place)?)),
            other => return Err(wrong(&place, &format!("a set cannot hold {}", other.noun()))),
        };
        if !kind.is_empty() && kind != own {
            return Err(wrong(&place, "the elements of a set are of one kind"));
        }
        if out.contains(&value) {
            return Err(wrong(&place, "is in the set already"));
        }
        kind = own;
        out.push(value);
    }
    match kind {
        "" => Err(wrong("", "a set cannot be empty")),
        kind => Ok(single(kind, Value::List(out))),
    }
}

#[inline]
fn attribute(plain: &Value, place: &str, depth: u32) -> Result<Value> {
    let depth = depth.checked_sub(1).ok_or_else(|| wrong(place, "nested too deep"))?;
    Ok(match plain {
        Value::Null => single("NULL", Value::Bool(true)),
        Value::Bool(flag) => single("BOOL", Value::Bool(*flag)),
        Value::Int(_) | Value::Float(_) | Value::Number(_) => single("N", Value::String(number(plain, place)?)),
        Value::String(text) => single("S", Value::String(text.clone())),
        Value::Blob(bytes) => single("B", Value::Blob(bytes.clone())),
        Value::List(list) => {
            let elements = list.iter().enumerate().map(|(i, e)| attribute(e, &format!("{place}[{i}]"), depth));
            single("L", Value::List(elements.collect::<Result<_>>()?))
        }
        Value::Map(object) => {
            let mut out = Object::default();
            for (name, value) in &object.0 {
                out.0.insert(name.clone(), attribute(value, &inside(place, name), depth)?);
            }
            single("M", Value::Map(out))
        }
        Value::Time(_) => return Err(wrong(place, "DynamoDB has no timestamps: store text or seconds")),
        Value::Stream(_) | Value::Events(_) => {
            return Err(wrong(place, &format!("no attribute can hold {}", plain.noun())));
        }
    })
}

#[inline]
fn plain(attribute: &Value, place: &str, depth: u32) -> Result<Value> {
    let depth = depth.checked_sub(1).ok_or_else(|| wrong(place, "nested too deep"))?;
    let one = attribute.as_object().filter(|object| object.len() == 1).and_then(|object| object.0.iter().next());
    let Some((kind, value)) = one else {
        return Err(wrong(place, "an attribute is an object with one member, the name of its type"));
    };
    Ok(match (kind.as_str(), value) {
        ("NULL", _) => Value::Null,
        ("BOOL", Value::Bool(_)) | ("S", Value::String(_)) | ("B", Value::Blob(_)) => value.clone(),
        ("N", Value::String(digits)) => digits_of(digits, place)?,
        ("SS" | "BS", Value::List(_)) => value.clone(),
        ("NS", Value::List(list)) => {
            let digits = list.iter().map(|n| digits_of(n.as_str().unwrap_or_default(), place));
            Value::List(digits.collect::<Result<_>>()?)
        }
        ("L", Value::List(list)) => {
            let elements = list.iter().enumerate().map(|(i, e)| plain(e, &format!("{place}[{i}]"), depth));
            Value::List(elements.collect::<Result<_>>()?)
        }
        ("M", Value::Map(object)) => plain_object(object, place, depth)?,
        (known @ ("BOOL" | "S" | "B" | "N" | "SS" | "BS" | "NS" | "L" | "M"), _) => {
            return Err(wrong(place, &format!("an attribute of type {known} cannot hold {}", value.noun())));
        }
        (other, _) => return Err(wrong(place, &format!("DynamoDB has no type {other:?}"))),
    })
}

#[inline]
fn plain_object(object: &Object, place: &str, depth: u32) -> Result<Value> {
    let mut out = Object::default();
    for (name, value) in &object.0 {
        out.0.insert(name.clone(), plain(value, &inside(place, name), depth)?);
    }
    Ok(Value::Map(out))
}

/// The text of a number, if DynamoDB can hold it.
#[inline]
fn number(value: &Value, place: &str) -> Result<String> {
    let digits = match value {
        Value::Int(int) => return Ok(int.to_string()),
        Value::Float(float) if float.is_finite() => text::float_text(*float),
        Value::Number(digits) if text::is_number(digits) => digits.to_string(),
        _ => return Err(wrong(place, "DynamoDB holds no NaN and no infinity")),
    };
    match fits(&digits) {
        true => Ok(digits),
        false => Err(wrong(place, "a number of DynamoDB has at most 38 digits, and lies between 1e-130 and 1e126")),
    }
}

/// Whether a number in JSON's form has no more digits and no greater exponent than DynamoDB allows.
#[inline]
fn fits(digits: &str) -> bool {
    let (mantissa, exponent) = digits.trim_start_matches('-').split_once(['e', 'E']).unwrap_or((digits, "0"));
    let mantissa = mantissa.trim_start_matches('-');
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let Some(first) = all.iter().position(|d| *d != b'0') else { return true };
    let last = all.iter().rposition(|d| *d != b'0').unwrap_or(first);
    let Ok(exponent) = exponent.trim_start_matches('+').parse::<i64>() else { return false };
    // The exponent of the first digit: whole digits before it count up, zeros after the point count down.
    let scale = exponent.saturating_add(whole.len() as i64 - 1 - first as i64);
    last - first < DIGITS && EXPONENTS.contains(&scale)
}

#[inline]
fn digits_of(digits: &str, place: &str) -> Result<Value> {
    match text::parse_int(digits).filter(|_| !digits.contains(['.', 'e', 'E'])) {
        Some(int) => Ok(Value::Int(int)),
        None if text::is_number(digits) => Ok(Value::Number(digits.into())),
        None => Err(wrong(place, &format!("{digits:?} is no number"))),
    }
}

#[inline]
fn single(kind: &str, value: Value) -> Value {
    Value::from([(kind, value)])
}

#[inline]
fn inside(place: &str, name: &str) -> String {
    match place {
        "" => name.to_owned(),
        place => format!("{place}.{name}"),
    }
}

#[cold]
fn wrong(place: &str, what: &str) -> Error {
    let separator = if place.is_empty() { "" } else { ": " };
    Error::new(ErrorKind::Validation, format!("{place}{separator}{what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Value {
        Value::from_json(text).unwrap()
    }

    #[test]
    fn there_and_back() {
        let plain = json(r#"{"s": "x", "n": 1, "d": 12345678901234567890.125, "l": [null, true, []], "m": {"": {}}}"#);
        let item = to_item(&plain).unwrap();
        assert_eq!(
            Value::Map(item.clone()).to_json(),
            r#"{"d":{"N":"12345678901234567890.125"},"l":{"L":[{"NULL":true},{"BOOL":true},{"L":[]}]},"m":{"M":{"":{"M":{}}}},"n":{"N":"1"},"s":{"S":"x"}}"#
        );
        assert_eq!(from_item(&item).unwrap().to_json(), plain.to_json());
        let blob = Value::Blob(vec![0, 255].into());
        assert_eq!(from_attribute(&to_attribute(&blob).unwrap()).unwrap(), blob);
        assert_eq!(from_attribute(&json(r#"{"N": "1e2"}"#)).unwrap(), Value::Number("1e2".into()));
        assert_eq!(to_attribute(&Value::Float(0.1)).unwrap()["N"], "0.1");
    }

    #[test]
    fn sets_are_made_by_name_and_read_as_lists() {
        assert_eq!(set(&[1.into(), 2.into()]).unwrap().to_json(), r#"{"NS":["1","2"]}"#);
        assert_eq!(set(&["a".into()]).unwrap().to_json(), r#"{"SS":["a"]}"#);
        assert_eq!(from_attribute(&json(r#"{"NS": ["1", "2.5"]}"#)).unwrap().to_json(), "[1,2.5]");
        for wrong in [&[][..], &["a".into(), 1.into()], &["a".into(), "a".into()], &[true.into()]] {
            assert_eq!(set(wrong).unwrap_err().kind(), ErrorKind::Validation);
        }
    }

    #[test]
    fn numbers_keep_to_38_digits() {
        for good in ["0", "1e125", "-9.9999999999999999999999999999999999999E+125", "1E-130", "0.000", "100e123"] {
            assert!(fits(good), "{good}");
        }
        for bad in ["1e126", "123456789012345678901234567890123456789", "1e-131", "0.1e-130", "1e99999999999999999999"]
        {
            assert!(!fits(bad), "{bad}");
        }
        for bad in [f64::NAN, f64::INFINITY, 1e300] {
            assert!(to_attribute(&Value::Float(bad)).is_err());
        }
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let error = to_item(&Value::Map(
            [("a", Value::List(vec![Value::Time(crate::DateTime::from_seconds(0))]))].into_iter().collect(),
        ));
        assert!(error.unwrap_err().to_string().contains("a[0]: DynamoDB has no timestamps"));
        for bad in [r#"{}"#, r#"{"S": "x", "N": "1"}"#, r#"{"Q": 1}"#, r#"{"N": 1}"#, r#"{"N": "x"}"#, r#""x""#] {
            assert_eq!(from_attribute(&json(bad)).unwrap_err().kind(), ErrorKind::Validation, "{bad}");
        }
        assert!(to_item(&json("[1]")).is_err());
        let mut deep = Value::Null;
        (0..200).for_each(|_| deep = Value::List(vec![std::mem::take(&mut deep)]));
        assert!(to_attribute(&deep).unwrap_err().to_string().contains("nested too deep"));
    }
}
