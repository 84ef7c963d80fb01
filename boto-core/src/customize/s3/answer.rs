//! What S3's answers need before and after they are decoded.

use super::super::{xml_root, Incoming, Output};
use crate::{
    field::{Change, Container, Field, List, Slot, View},
    DateTime, Result, Value,
};
use boto_model::{Kind, Location, Member};
use std::borrow::Cow;

/// An error document, or half a document, behind status 200 becomes a 500, which is retried.
///
/// Operations that answer bytes or text are left alone, for theirs may look like anything.
pub fn error_in_200(incoming: &mut Incoming<'_>) -> Result<()> {
    let output = incoming.operation.output.and_then(|id| incoming.service.shape(id).structure());
    let (Some(output), Some(body), 200) = (output, incoming.body, incoming.status) else { return Ok(()) };
    let payload = output.payload.and_then(|index| output.members.get(usize::from(index)));
    let opaque = payload.is_some_and(|member| {
        matches!(incoming.service.shape(member.target).kind, Kind::Blob { .. } | Kind::String { .. })
    });
    let failed = || xml_root::root(body).is_none_or(|root| root.name == "Error" || !root.complete);
    if !opaque && !body.is_empty() && failed() {
        incoming.status = 500;
    }
    Ok(())
}

/// Takes an `Expires` that is no date out of the headers, and keeps it.
pub fn lenient_expires(incoming: &mut Incoming<'_>) -> Result<()> {
    let members = incoming.operation.output.map_or(&[][..], |id| incoming.service.shape(id).members());
    if members.iter().any(is_expires) {
        let text = incoming.headers.get("expires").map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        if text.as_deref().is_some_and(|text| DateTime::parse(text).is_none()) {
            incoming.headers.remove("expires");
        }
        incoming.notes.expires = text;
    }
    Ok(())
}

fn is_expires(member: &Member) -> bool {
    member.location == Location::Header && member.wire_name() == "Expires"
}

/// `ExpiresString`, which no model has, in untyped outputs.
pub fn expires_string(output: &mut Output<'_>) -> Result<()> {
    if let Some(text) = &output.notes.expires {
        output.record.put_unknown("ExpiresString", Value::String(text.clone()));
    }
    Ok(())
}

/// The text of the root element as `LocationConstraint`.
pub fn bucket_location(output: &mut Output<'_>) -> Result<()> {
    let region = output.body.and_then(|body| xml_root::root(body)).map(|root| root.content.trim().to_owned());
    match region {
        Some(region) if !region.is_empty() => {
            if let Some(index) = output.member("LocationConstraint") {
                // An enum of any kind takes any text.
                let _ = output.record.get_mut(index, "LocationConstraint").put(Change::Str(region.into()));
            }
        }
        // The first region has no name here.
        _ => {
            if let Some(field) = output.field("LocationConstraint") {
                let _ = field.put(Change::Null);
            }
        }
    }
    Ok(())
}

/// Where url-encoded text stands: members of the output, and members of the elements of its lists.
const ENCODED: &[&str] = &["Delimiter", "KeyMarker", "Marker", "NextKeyMarker", "NextMarker", "Prefix", "StartAfter"];
const ENCODED_IN: &[(&str, &str)] =
    &[("CommonPrefixes", "Prefix"), ("Contents", "Key"), ("DeleteMarkers", "Key"), ("Versions", "Key")];

/// Decodes the keys that [`super::input::encoding_type`] asked to be encoded.
pub fn decode_keys(output: &mut Output<'_>) -> Result<()> {
    let answered = output.member("EncodingType").map(|index| output.record.get(index, "EncodingType").view());
    if !output.notes.encoding_type_added || !matches!(answered, Some(View::Str("url"))) {
        return Ok(());
    }
    let listing_v1 = output.operation.name == "ListObjects";
    for name in ENCODED {
        // botocore leaves the prefix of the first version of the operation as it is.
        if listing_v1 && *name == "Prefix" {
            continue;
        }
        if let Some(field) = output.field(name) {
            decode_field(field);
        }
    }
    for (list, name) in ENCODED_IN {
        let Some((at, member)) = output.member(list).map(|at| (at, &output.members()[at])) else { continue };
        let Kind::List { member: element, .. } = &output.service.shape(member.target).kind else { continue };
        let members = output.service.shape(element.target).members();
        let Some(index) = members.iter().position(|m| m.name == *name) else { continue };
        if output.record.get(at, list).view().is_absent() {
            continue;
        }
        if let Some(Slot::List(list)) = output.record.get_mut(at, list).resume(Container::List) {
            decode_elements(list, index, name);
        }
    }
    Ok(())
}

fn decode_elements(list: &mut dyn List, index: usize, name: &str) {
    for at in 0..list.len() {
        let Some(element) = list.get_mut(at) else { return };
        if let Some(Slot::Record(record)) = element.resume(Container::Record) {
            // To ask an untyped record for a member that is not there would put it there.
            if !record.get(index, name).view().is_absent() {
                decode_field(record.get_mut(index, name));
            }
        }
    }
}

fn decode_field(field: &mut dyn Field) {
    let decoded = match field.view() {
        View::Str(text) if text.contains(['%', '+']) => decode(text).into_owned(),
        _ => return,
    };
    // The field holds a string already.
    let _ = field.put(Change::Str(decoded.into()));
}

/// Plus signs are blanks; what is not UTF-8 afterwards becomes U+FFFD.
fn decode(text: &str) -> Cow<'_, str> {
    let spaced = text.replace('+', " ");
    percent_encoding::percent_decode_str(&spaced).decode_utf8_lossy().into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{object, text, Case};
    use crate::{value::Object, Value};

    #[test]
    fn error_in_200() {
        let status = |mut case: Case, body: &'static str| {
            case.body = Some(body.into());
            let mut incoming = case.incoming();
            super::error_in_200(&mut incoming).unwrap();
            incoming.status
        };
        for (body, expected) in [
            ("<Error><Code>SlowDown</Code></Error>", 500),
            ("<?xml version=\"1.0\"?>\n  \n<Error/>", 500),
            ("<CopyObjectResult><ETag>x</ETag></CopyObjectResult>", 200),
            ("<CopyObjectResult><ETag>x", 500),
            ("upstream connect error", 500),
            ("", 200),
        ] {
            assert_eq!(status(Case::new(["ETag"]), body), expected, "{body}");
        }
        assert_eq!(status(Case::streaming("Body"), "<Error/>"), 200);
    }

    #[test]
    fn lenient_expires() {
        for (given, kept) in [("Thu, 01 Jan 1970 00:00:00 GMT", true), ("whenever", false)] {
            let mut case = Case::header("Expires");
            case.request.headers.insert("expires", given.parse().unwrap());
            super::lenient_expires(&mut case.incoming()).unwrap();
            assert_eq!(case.request.headers.contains_key("expires"), kept);
            assert_eq!(case.notes.expires.as_deref(), Some(given));
        }
    }

    #[test]
    fn expires_string() {
        let mut case = Case::new([]);
        let mut output = Object::default();
        super::expires_string(&mut case.output(&mut output)).unwrap();
        assert_eq!(output, object([]));
        case.notes.expires = Some("whenever".to_owned());
        super::expires_string(&mut case.output(&mut output)).unwrap();
        assert_eq!(output, object([("ExpiresString", "whenever")]));
    }

    #[test]
    fn bucket_location() {
        for (body, expected) in
            [("<LocationConstraint xmlns='x'>EU</LocationConstraint>", Some("EU")), ("<LocationConstraint/>", None)]
        {
            let mut case = Case::new(["LocationConstraint"]);
            case.body = Some(body.into());
            let mut output = Object::default();
            super::bucket_location(&mut case.output(&mut output)).unwrap();
            assert_eq!(output.0.get("LocationConstraint"), expected.map(text).as_ref());
        }
    }

    #[test]
    fn decode_keys() {
        let mut case = Case::listing("Contents", "Key");
        let listing = |key: &str| {
            let entry = Value::Map(object([("Key", key)]));
            Object([("Contents".to_owned(), Value::List(vec![entry])), ("EncodingType".to_owned(), text("url"))].into())
        };
        let mut output = listing("%C3%A9%2Fa+b%FF");
        super::decode_keys(&mut case.output(&mut output)).unwrap();
        assert_eq!(output, listing("%C3%A9%2Fa+b%FF"));
        case.notes.encoding_type_added = true;
        super::decode_keys(&mut case.output(&mut output)).unwrap();
        assert_eq!(output, listing("é/a b\u{fffd}"));
        let mut bare = Object([("Contents".to_owned(), Value::List(vec![Value::Map(Object::default())]))].into());
        bare.0.insert("EncodingType".into(), text("url"));
        let before = bare.clone();
        super::decode_keys(&mut case.output(&mut bare)).unwrap();
        assert_eq!(bare, before);
        let mut empty = object([("EncodingType", "url")]);
        super::decode_keys(&mut case.output(&mut empty)).unwrap();
        assert_eq!(empty, object([("EncodingType", "url")]));
    }
}
