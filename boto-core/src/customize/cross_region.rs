//! Copies between regions: the region asked wants a presigned URL with which it can ask the other one.

use crate::{
    body::ByteStream,
    codec::text::percent,
    http::{Method, Request},
    Result,
};
use bytes::Bytes;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// Where the URL goes and what goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrossRegion {
    /// The member that holds the URL.
    pub member: &'static str,
    /// Whether source and destination are sent, too.
    pub sends_regions: bool,
}

/// EC2 spells it `PresignedUrl` and wants to be told both regions.
pub const EC2: CrossRegion = CrossRegion { member: "PresignedUrl", sends_regions: true };

/// RDS and what stems from it spell it `PreSignedUrl`; the source region is for us only.
pub const RDS: CrossRegion = CrossRegion { member: "PreSignedUrl", sends_regions: false };

/// Presigns a GET request for a region, in place.
pub type Presigner<'a> = dyn FnMut(&mut Request, &str) -> Result<()> + 'a;

impl CrossRegion {
    /// Puts the URL into the form that is the body of an addressed request, unless it is there already or nothing
    /// names another region. `region` is the one the request goes to.
    ///
    /// The host in the other region is this one's with the name of the region replaced, as in botocore.
    pub fn inject(&self, request: &mut Request, region: &str, presign: &mut Presigner<'_>) -> Result<()> {
        let Some(form) = request.body.bytes().and_then(|b| std::str::from_utf8(b).ok()) else { return Ok(()) };
        let value = |name: &str| pairs(form).find(|(n, _)| *n == name).map(|(_, value)| value);
        let Some(source) = value("SourceRegion").filter(|s| !s.is_empty()).map(decode) else { return Ok(()) };
        let mut fields: Vec<Cow<'_, str>> = form.split('&').map(Cow::Borrowed).collect();
        if !self.sends_regions {
            fields.retain(|field| !field.starts_with("SourceRegion="));
        }
        if value(self.member).is_none() {
            let destination = format!("DestinationRegion={}", percent(region, false));
            fields.retain(|field| !field.starts_with("DestinationRegion="));
            let mut remote = request.clone();
            remote.method = Method::GET;
            remote.headers.clear();
            remote.body = ByteStream::default();
            remote.url.authority = remote.url.authority.replace(region, &source);
            remote.url.query = [fields.join("&").as_str(), &destination].join("&");
            presign(&mut remote, &source)?;
            fields.push(format!("{}={}", self.member, percent(&remote.url.to_string(), false)).into());
            if self.sends_regions {
                fields.push(destination.into());
            }
        }
        let form = fields.join("&");
        request.body = ByteStream::from(Bytes::from(form));
        Ok(())
    }
}

fn pairs(form: &str) -> impl Iterator<Item = (&str, &str)> {
    form.split('&').filter_map(|pair| pair.split_once('='))
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;

    fn inject(facts: CrossRegion, form: &'static str) -> (String, Vec<String>) {
        let mut request = Case::new([]).request;
        request.method = Method::POST;
        request.url.authority = "rds.us-west-2.amazonaws.com".to_owned();
        request.body = ByteStream::from(Bytes::from_static(form.as_bytes()));
        let mut presigned = Vec::new();
        facts
            .inject(&mut request, "us-west-2", &mut |remote, region| {
                presigned.push(format!("{} {} {region}", remote.method, remote.url));
                remote.url.query = "signed".to_owned();
                Ok(())
            })
            .unwrap();
        let body = request.body.bytes().unwrap().to_vec();
        (String::from_utf8(body).unwrap(), presigned)
    }

    #[test]
    fn rds() {
        let (form, presigned) = inject(super::RDS, "Action=Copy&Version=1&SourceRegion=us-east-1&A=b");
        assert_eq!(
            form,
            "Action=Copy&Version=1&A=b&PreSignedUrl=https%3A%2F%2Frds.us-east-1.amazonaws.com%2F%3Fsigned"
        );
        let url = "https://rds.us-east-1.amazonaws.com/?Action=Copy&Version=1&A=b&DestinationRegion=us-west-2";
        assert_eq!(presigned, [format!("GET {url} us-east-1")]);
        for (given, sent) in [
            ("Action=Copy&A=b", "Action=Copy&A=b"),
            ("Action=Copy&SourceRegion=us-east-1&PreSignedUrl=mine", "Action=Copy&PreSignedUrl=mine"),
        ] {
            assert_eq!(inject(super::RDS, given), (sent.to_owned(), vec![]));
        }
    }

    #[test]
    fn ec2() {
        let (form, presigned) = inject(super::EC2, "Action=CopySnapshot&SourceRegion=eu-west-1");
        let url = "https://rds.eu-west-1.amazonaws.com/";
        assert_eq!(
            form,
            "Action=CopySnapshot&SourceRegion=eu-west-1&PresignedUrl=https%3A%2F%2Frds.eu-west-1.amazonaws.com%2F%3F\
             signed&DestinationRegion=us-west-2"
        );
        let query = "Action=CopySnapshot&SourceRegion=eu-west-1&DestinationRegion=us-west-2";
        assert_eq!(presigned, [format!("GET {url}?{query} eu-west-1")]);
    }
}
