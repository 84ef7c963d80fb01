//! Forms with which a browser uploads to S3: a policy that says what may be uploaded, and its signature.
//!
//! Fields and conditions stand in boto's order, and the policy is written as Python writes JSON, so that the same
//! arguments give the same form.

use super::{
    hash::hex,
    stamp::iso8601,
    v2,
    v4::{check, scope, ALGORITHM},
    SessionToken, Signing, Stamp,
};
use crate::{
    codec::json::ascii,
    error::{Error, ErrorKind, Result},
    identity::Credentials,
    DateTime, Value,
};
use base64::{engine::general_purpose::STANDARD, Engine as _};
use ring::hmac;
use std::fmt::Write as _;

/// What may be uploaded.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The bucket.
    pub bucket: String,
    /// The key; `${filename}` at its end stands for the name of the uploaded file.
    pub key: String,
    /// Further fields of the form: `acl`, `Content-Type` … Each needs a condition that allows it.
    pub fields: Vec<(String, String)>,
    /// Conditions beside those on bucket and key, which are added.
    pub conditions: Vec<Condition>,
    /// For how many seconds the form is valid (boto: 3600).
    pub expires: u32,
}

/// A condition on a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// The field has that value: `{"acl": "public-read"}`.
    Equals(String, String),
    /// The field begins with that: `["starts-with", "$key", "user/"]`; the name is given without `$`.
    StartsWith(String, String),
    /// The file has at least and at most so many bytes.
    ContentLength(u64, u64),
    /// Any condition, as JSON.
    Json(Value),
}

/// Signs with V4. The fields of the form are answered in boto's order; they are all secret until they expire.
#[inline]
pub fn sign(form: &Form, signing: &Signing<'_>) -> Result<Vec<(String, String)>> {
    check(signing)?;
    let stamp = Stamp::new(signing.time);
    let credentials = signing.credentials;
    let credential = format!("{}/{}", credentials.access_key_id, scope(&stamp, signing.region, signing.service));
    let mut own = vec![
        ("x-amz-algorithm", ALGORITHM.to_owned()),
        ("x-amz-credential", credential),
        ("x-amz-date", stamp.as_str().to_owned()),
    ];
    if let Some(token) = &credentials.session_token {
        let name = match signing.session_token {
            SessionToken::S3Express => "X-Amz-S3session-Token",
            SessionToken::Signed | SessionToken::After => "x-amz-security-token",
        };
        own.push((name, token.expose().to_owned()));
    }
    let policy = policy(form, signing.time, &own)?;
    let key = signing.keys.get(credentials, &stamp, signing.region, signing.service);
    let signature = hex(hmac::sign(&key, policy.as_bytes()).as_ref());
    Ok(fields(form, own, policy, "x-amz-signature", signature))
}

/// Signs as S3 wanted it before V4, which boto still does in the older regions.
#[inline]
pub fn sign_v2(form: &Form, credentials: &Credentials, time: DateTime) -> Result<Vec<(String, String)>> {
    let token = credentials.session_token.as_ref().map(|t| ("x-amz-security-token", t.expose().to_owned()));
    let policy = policy(form, time, token.as_slice())?;
    let signature = v2::seal(credentials, &policy);
    let mut own = vec![("AWSAccessKeyId", credentials.access_key_id.clone())];
    own.extend(token);
    Ok(fields(form, own, policy, "signature", signature))
}

/// The fields of a form for a bucket that everyone may upload to.
#[inline]
pub fn unsigned(form: &Form) -> Vec<(String, String)> {
    let mut fields = form.fields.clone();
    put(&mut fields, "key", form.key.clone());
    fields
}

#[inline]
fn fields(
    form: &Form,
    own: Vec<(&str, String)>,
    policy: String,
    name: &str,
    signature: String,
) -> Vec<(String, String)> {
    let mut fields = unsigned(form);
    for (name, value) in own.into_iter().chain([("policy", policy), (name, signature)]) {
        put(&mut fields, name, value);
    }
    fields
}

/// Sets a field where it stands, else at the end.
#[inline]
fn put(fields: &mut Vec<(String, String)>, name: &str, value: String) {
    match fields.iter_mut().find(|(known, _)| known == name) {
        Some((_, slot)) => *slot = value,
        None => fields.push((name.to_owned(), value)),
    }
}

/// The policy, in base64.
#[inline]
fn policy(form: &Form, time: DateTime, own: &[(&str, String)]) -> Result<String> {
    let ends = DateTime::from_parts(time.seconds().saturating_add(i64::from(form.expires)), 0);
    let mut out = format!("{{\"expiration\": \"{}\", \"conditions\": [", iso8601(ends));
    for condition in &form.conditions {
        write_condition(&mut out, condition)?;
        out.push_str(", ");
    }
    write_equals(&mut out, "bucket", &form.bucket);
    out.push_str(", ");
    match form.key.strip_suffix("${filename}") {
        Some(prefix) => write_starts_with(&mut out, "key", prefix),
        None => write_equals(&mut out, "key", &form.key),
    }
    for (name, value) in own {
        out.push_str(", ");
        write_equals(&mut out, name, value);
    }
    out.push_str("]}");
    Ok(STANDARD.encode(out))
}

#[inline]
fn write_condition(out: &mut String, condition: &Condition) -> Result<()> {
    match condition {
        Condition::Equals(name, value) => write_equals(out, name, value),
        Condition::StartsWith(name, prefix) => write_starts_with(out, name, prefix),
        Condition::ContentLength(least, most) => {
            let _ = write!(out, "[\"content-length-range\", {least}, {most}]"); // writing to a string cannot fail
        }
        Condition::Json(value) => write_json(out, value, 0)?,
    }
    Ok(())
}

#[inline]
fn write_equals(out: &mut String, name: &str, value: &str) {
    out.push('{');
    ascii(out, name);
    out.push_str(": ");
    ascii(out, value);
    out.push('}');
}

#[inline]
fn write_starts_with(out: &mut String, name: &str, prefix: &str) {
    out.push_str("[\"starts-with\", ");
    ascii(out, &format!("${name}"));
    out.push_str(", ");
    ascii(out, prefix);
    out.push(']');
}

/// JSON with a space behind commas and colons.
#[inline]
fn write_json(out: &mut String, value: &Value, depth: usize) -> Result<()> {
    if depth > 20 {
        return Err(Error::new(ErrorKind::Validation, "a condition of a POST policy nests deeper than 20 levels"));
    }
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
        Value::Int(i) => out.push_str(&i.to_string()),
        Value::Number(n) => out.push_str(n),
        Value::String(s) => ascii(out, s),
        Value::List(list) => {
            out.push('[');
            for (i, element) in list.iter().enumerate() {
                out.push_str(if i > 0 { ", " } else { "" });
                write_json(out, element, depth + 1)?;
            }
            out.push(']');
        }
        Value::Map(object) => {
            out.push('{');
            for (i, (name, member)) in object.0.iter().enumerate() {
                out.push_str(if i > 0 { ", " } else { "" });
                ascii(out, name);
                out.push_str(": ");
                write_json(out, member, depth + 1)?;
            }
            out.push('}');
        }
        _ => {
            let message = "a condition of a POST policy holds something that is neither text nor integer";
            return Err(Error::new(ErrorKind::Validation, message));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::Keys;

    fn form() -> Form {
        Form {
            bucket: "sigv4examplebucket".into(),
            key: "user/user1/${filename}".into(),
            fields: vec![("acl".into(), "public-read".into())],
            conditions: vec![
                Condition::Equals("acl".into(), "public-read".into()),
                Condition::ContentLength(2, 5),
                Condition::Json(Value::List(vec![
                    Value::String("eq".into()),
                    Value::String("$x-amz-meta-ü".into()),
                    Value::Int(1),
                ])),
            ],
            expires: 3600,
        }
    }

    fn decoded(fields: &[(String, String)]) -> String {
        let policy = &fields.iter().find(|(name, _)| name == "policy").unwrap().1;
        String::from_utf8(STANDARD.decode(policy).unwrap()).unwrap()
    }

    #[test]
    fn fields_and_conditions_stand_in_botos_order() {
        let credentials = Credentials::new("AKID", "secret", Some("t".into()));
        let keys = Keys::new();
        let signing = Signing::new(&credentials, &keys, "us-east-1", "s3", DateTime::from_parts(0, 0), b"");
        let fields = sign(&form(), &signing).unwrap();
        let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "acl",
                "key",
                "x-amz-algorithm",
                "x-amz-credential",
                "x-amz-date",
                "x-amz-security-token",
                "policy",
                "x-amz-signature"
            ]
        );
        assert_eq!(
            decoded(&fields),
            "{\"expiration\": \"1970-01-01T01:00:00Z\", \"conditions\": [{\"acl\": \"public-read\"}, \
             [\"content-length-range\", 2, 5], [\"eq\", \"$x-amz-meta-\\u00fc\", 1], \
             {\"bucket\": \"sigv4examplebucket\"}, [\"starts-with\", \"$key\", \"user/user1/\"], \
             {\"x-amz-algorithm\": \"AWS4-HMAC-SHA256\"}, \
             {\"x-amz-credential\": \"AKID/19700101/us-east-1/s3/aws4_request\"}, \
             {\"x-amz-date\": \"19700101T000000Z\"}, {\"x-amz-security-token\": \"t\"}]}"
        );
    }

    #[test]
    fn the_old_form_has_its_own_fields() {
        let fields = sign_v2(&form(), &Credentials::new("AKID", "secret", None), DateTime::from_parts(0, 0)).unwrap();
        let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["acl", "key", "AWSAccessKeyId", "policy", "signature"]);
        assert!(!decoded(&fields).contains("x-amz-credential"));
    }
}
