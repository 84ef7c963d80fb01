//! Amazon Resource Names: `arn:partition:service:region:account:resource`.

use crate::error::{Error, ErrorKind, Result};

/// The parts of an ARN. Region and account may be empty; the resource may contain colons and slashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arn<'a> {
    /// `aws`, `aws-cn` …
    pub partition: &'a str,
    /// `s3`, `iam` …
    pub service: &'a str,
    /// `us-east-1`, or empty.
    pub region: &'a str,
    /// Twelve digits, or empty.
    pub account: &'a str,
    /// All the rest.
    pub resource: &'a str,
}

impl<'a> Arn<'a> {
    /// Splits an ARN; nothing but the number of parts is checked, as in botocore.
    pub fn parse(arn: &'a str) -> Result<Arn<'a>> {
        let mut parts = arn.splitn(6, ':').skip(1);
        let mut next = || parts.next();
        let parsed = (|| {
            Some(Arn { partition: next()?, service: next()?, region: next()?, account: next()?, resource: next()? })
        })();
        parsed.ok_or_else(|| {
            let message = format!("{arn:?} is not an ARN of the form arn:partition:service:region:account:resource");
            Error::new(ErrorKind::Validation, message)
        })
    }

    /// Whether this looks like an ARN: `arn:` and six parts.
    pub fn is(text: &str) -> bool {
        text.starts_with("arn:") && text.bytes().filter(|b| *b == b':').count() >= 5
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_into_six_and_keeps_the_rest() {
        let arn = Arn::parse("arn:aws:s3:us-west-2:123456789012:accesspoint:name/object/a:b").unwrap();
        assert_eq!((arn.partition, arn.service, arn.region), ("aws", "s3", "us-west-2"));
        assert_eq!((arn.account, arn.resource), ("123456789012", "accesspoint:name/object/a:b"));
        assert_eq!(Arn::parse("arn:aws:s3:::bucket").unwrap().resource, "bucket");
    }

    #[test]
    fn refuses_what_is_too_short() {
        for text in ["", "bucket", "arn:aws:s3", "arn:aws:this-is-not-an-arn:foo"] {
            assert!(Arn::parse(text).is_err(), "{text}");
            assert!(!Arn::is(text), "{text}");
        }
        assert!(Arn::is("arn:aws:s3:::bucket"));
        assert!(!Arn::is("urn:aws:s3:::bucket"));
    }
}
