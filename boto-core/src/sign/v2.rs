//! The signatures from before V4 that are still in use: Signature V2 of query services (SimpleDB), and the one of S3,
//! which boto still presigns with in the regions that are old enough.

use super::{
    canonical::{self, encode_query},
    secret_value,
    stamp::{http_date, iso8601},
    v4::append_query,
};
use crate::{
    error::{Error, ErrorKind, Result},
    http::{HeaderName, Request},
    identity::Credentials,
    order::{order, sort_by_text},
    ByteStream, DateTime,
};
use base64::{engine::general_purpose::STANDARD, Engine as _};
use bytes::Bytes;
use ring::hmac;

/// Signs a query service's request: adds the parameters of the signature to the form in its body.
pub fn sign_query(request: &mut Request, credentials: &Credentials, time: DateTime) -> Result<String> {
    let body = request.body.bytes().cloned().unwrap_or_default();
    let form = std::str::from_utf8(&body)
        .map_err(|_| Error::new(ErrorKind::Usage, "Signature V2 signs forms, and the body is none"))?;
    let mut pairs: Vec<(String, String)> = form
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (canonical::decode(&name.replace('+', " ")), canonical::decode(&value.replace('+', " ")))
        })
        .filter(|(name, _)| !OURS.contains(&name.as_str()))
        .collect();
    let mut add = |name: &str, value: &str| pairs.push((name.to_owned(), value.to_owned()));
    add("AWSAccessKeyId", &credentials.access_key_id);
    add("SignatureVersion", "2");
    add("SignatureMethod", "HmacSHA256");
    add("Timestamp", &iso8601(time));
    if let Some(token) = &credentials.session_token {
        add("SecurityToken", token.expose());
    }
    let sorted = order(pairs.len(), &|a, b| pairs[a].cmp(&pairs[b])).into_iter().map(|at| &pairs[at]);
    let query: Vec<String> = sorted.map(|(n, v)| [&*encode_query(n), "=", &*encode_query(v)].concat()).collect();
    let query = query.join("&");
    let path = if request.url.path.is_empty() { "/" } else { &request.url.path };
    let to_sign = [request.method.as_str(), "\n", canonical::host(&request.url), "\n", path, "\n", &query].concat();
    let key = hmac::Key::new(hmac::HMAC_SHA256, credentials.secret_access_key.expose().as_bytes());
    let signature = STANDARD.encode(hmac::sign(&key, to_sign.as_bytes()));
    let signed = [&query, "&Signature=", &*encode_query(&signature)].concat();
    request.body = ByteStream::from(Bytes::from(signed));
    Ok(signature)
}

/// The parameters of a signature, which an earlier attempt may have left.
const OURS: [&str; 6] =
    ["AWSAccessKeyId", "SignatureVersion", "SignatureMethod", "Timestamp", "SecurityToken", "Signature"];

/// Signs a request to S3 in its headers. `resource` is the encoded path with the bucket in front, whether or not the
/// bucket stands in the host.
pub fn sign_s3(request: &mut Request, credentials: &Credentials, time: DateTime, resource: &str) -> Result<String> {
    prepare(request, credentials)?;
    let date = http_date(time);
    request.headers.insert(::http::header::DATE, super::plain_value(&date, "date")?);
    let signature = seal(credentials, &string_to_sign(request, &date, resource));
    let authorization = format!("AWS {}:{signature}", credentials.access_key_id);
    request.headers.insert(::http::header::AUTHORIZATION, secret_value(&authorization, "access key id")?);
    Ok(signature)
}

/// Signs a request to S3 in its query, for `expires` seconds. Headers that are signed move into the query too.
pub fn presign_s3(
    request: &mut Request,
    credentials: &Credentials,
    time: DateTime,
    expires: u32,
    resource: &str,
) -> Result<String> {
    prepare(request, credentials)?;
    let ends = time.seconds().saturating_add(i64::from(expires)).to_string();
    let signature = seal(credentials, &string_to_sign(request, &ends, resource));
    append_query(request, "AWSAccessKeyId", &credentials.access_key_id);
    append_query(request, "Signature", &signature);
    let mut moved: Vec<HeaderName> = request.headers.keys().filter(|name| is_signed(name.as_str())).cloned().collect();
    sort_by_text(&mut moved, HeaderName::as_str);
    for name in moved {
        let value = request.headers.get(&name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        request.headers.remove(&name);
        append_query(request, name.as_str(), &value);
    }
    append_query(request, "Expires", &ends);
    Ok(signature)
}

/// The signature of a text, as S3 made them before V4.
pub(super) fn seal(credentials: &Credentials, text: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, credentials.secret_access_key.expose().as_bytes());
    STANDARD.encode(hmac::sign(&key, text.as_bytes()))
}

fn prepare(request: &mut Request, credentials: &Credentials) -> Result<()> {
    super::anonymous(request);
    for name in ["x-amz-content-sha256", "date"] {
        request.headers.remove(name);
    }
    if let Some(token) = &credentials.session_token {
        let value = secret_value(token.expose(), "session token")?;
        request.headers.insert(HeaderName::from_static("x-amz-security-token"), value);
    }
    Ok(())
}

fn is_signed(name: &str) -> bool {
    name.starts_with("x-amz-") || matches!(name, "content-md5" | "content-type")
}

fn string_to_sign(request: &Request, date: &str, resource: &str) -> String {
    let plain = |name: &str| {
        let value = request.headers.get(name).and_then(|v| v.to_str().ok());
        value.unwrap_or_default().trim().to_owned()
    };
    let mut out = format!("{}\n{}\n{}\n{date}\n", request.method, plain("content-md5"), plain("content-type"));
    let mut names: Vec<&str> =
        request.headers.keys().map(HeaderName::as_str).filter(|n| n.starts_with("x-amz-")).collect();
    sort_by_text(&mut names, |name| name);
    for name in names {
        let values = request.headers.get_all(name).into_iter().map(|v| String::from_utf8_lossy(v.as_bytes()));
        let values: Vec<String> = values.map(|v| v.trim().to_owned()).collect();
        out.push_str(&[name, ":", &values.join(","), "\n"].concat());
    }
    out.push_str(resource);
    push_subresources(&mut out, &request.url.query);
    out
}

/// The part of the query that belongs to the resource, sorted by name, its values decoded.
fn push_subresources(out: &mut String, query: &str) {
    let mut parts: Vec<(&str, Option<String>)> = query
        .split('&')
        .map(|pair| match pair.split_once('=') {
            Some((name, value)) => (name, Some(canonical::decode(value))),
            None => (pair, None),
        })
        .filter(|(name, _)| SUBRESOURCES.contains(name))
        .collect();
    sort_by_text(&mut parts, |(name, _)| name);
    for (i, (name, value)) in parts.iter().enumerate() {
        out.push(if i == 0 { '?' } else { '&' });
        out.push_str(name);
        if let Some(value) = value {
            out.push('=');
            out.push_str(value);
        }
    }
}

/// Query parameters that name a part of a resource, and those that override headers of the answer.
const SUBRESOURCES: &[&str] = &[
    "accelerate",
    "acl",
    "analytics",
    "cors",
    "defaultObjectAcl",
    "delete",
    "inventory",
    "lifecycle",
    "location",
    "logging",
    "metrics",
    "notification",
    "object-lock",
    "partNumber",
    "policy",
    "replication",
    "requestPayment",
    "response-cache-control",
    "response-content-disposition",
    "response-content-encoding",
    "response-content-language",
    "response-content-type",
    "response-expires",
    "restore",
    "select",
    "select-type",
    "storageClass",
    "tagging",
    "torrent",
    "uploadId",
    "uploads",
    "versionId",
    "versioning",
    "versions",
    "website",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::{HeaderMap, HeaderValue, Method, Url};

    fn request(method: Method, authority: &str, path: &str, query: &str) -> Request {
        let url = Url { scheme: "https".into(), authority: authority.into(), path: path.into(), query: query.into() };
        Request { method, url, headers: HeaderMap::new(), body: ByteStream::default() }
    }

    fn example() -> Credentials {
        Credentials::new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", None)
    }

    #[test]
    fn s3_signs_method_date_headers_and_resource() {
        let mut put = request(Method::PUT, "b.s3.amazonaws.com", "/photos/puppy.jpg", "acl");
        put.headers.insert("content-type", HeaderValue::from_static("image/jpeg"));
        put.headers.insert("x-amz-meta-b", HeaderValue::from_static(" 2 "));
        put.headers.append("x-amz-meta-a", HeaderValue::from_static("1"));
        put.headers.append("x-amz-meta-a", HeaderValue::from_static("0"));
        sign_s3(&mut put, &example(), DateTime::from_parts(1_175_024_202, 0), "/b/photos/puppy.jpg").unwrap();
        assert!(put.headers["authorization"].to_str().unwrap().starts_with("AWS AKIAIOSFODNN7EXAMPLE:"));
        assert_eq!(
            string_to_sign(&put, "Tue, 27 Mar 2007 19:36:42 GMT", "/b/photos/puppy.jpg"),
            "PUT\n\nimage/jpeg\nTue, 27 Mar 2007 19:36:42 GMT\nx-amz-meta-a:1,0\nx-amz-meta-b:2\n/b/photos/puppy.jpg?acl"
        );
    }

    /// An example of "Signing and authenticating REST requests" in the S3 developer guide.
    #[test]
    fn s3_example() {
        let text = "GET\n\n\nTue, 27 Mar 2007 19:36:42 +0000\n/awsexamplebucket1/photos/puppy.jpg";
        assert_eq!(seal(&example(), text), "qgk2+6Sv9/oM7G3qLEjTH1a1l1g=");
    }

    #[test]
    fn s3_presigns_with_what_matters_in_the_query() {
        let mut get = request(Method::GET, "b.s3.amazonaws.com", "/k", "versionId=a%2Fb&x=1");
        get.headers.insert("x-amz-request-payer", HeaderValue::from_static("requester"));
        get.headers.insert("range", HeaderValue::from_static("bytes=0-1"));
        presign_s3(&mut get, &example(), DateTime::from_parts(0, 0), 60, "/b/k").unwrap();
        let query = &get.url.query;
        assert!(query.starts_with("versionId=a%2Fb&x=1&AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature="), "{query}");
        assert!(query.ends_with("&x-amz-request-payer=requester&Expires=60"), "{query}");
        assert!(!get.headers.contains_key("x-amz-request-payer") && get.headers.contains_key("range"));
        let text = string_to_sign(&get, "60", "/b/k");
        assert!(text.ends_with("/b/k?versionId=a/b"), "{text}");
    }

    /// What boto signs `PutAttributes` of SimpleDB with.
    #[test]
    fn query_services_are_signed_as_boto_signs_them() {
        let mut post = request(Method::POST, "sdb.amazonaws.com", "/", "");
        let form = "Action=PutAttributes&Version=2009-04-15&DomainName=d&ItemName=a+b%2A&Attribute.1.Name=n\
                    &Attribute.1.Value=v%2B%2F~";
        post.body = ByteStream::from(Bytes::from_static(form.as_bytes()));
        let credentials = Credentials::new("access_key", "secret_key", None);
        let signature = sign_query(&mut post, &credentials, DateTime::from_parts(1_767_323_045, 0)).unwrap();
        assert_eq!(signature, "jl0KVxwUj31hjF7/DywhhL7MCobeMMng7wyJSw47WLw=");
    }

    #[test]
    fn query_services_have_the_signature_in_the_form() {
        let mut post = request(Method::POST, "sdb.amazonaws.com", "/", "");
        post.body = ByteStream::from(Bytes::from_static(b"Action=ListDomains&Version=2009-04-15&NextToken=a+b%2B"));
        let time = DateTime::from_parts(1_440_938_160, 0);
        let once = sign_query(&mut post, &example(), time).unwrap();
        let body = post.body.bytes().unwrap().clone();
        let text = std::str::from_utf8(&body).unwrap();
        assert!(
            text.contains("&NextToken=a%20b%2B&") && text.contains("&Timestamp=2015-08-30T12%3A36%3A00Z&"),
            "{text}"
        );
        assert_eq!(sign_query(&mut post, &example(), time).unwrap(), once, "signing again changes nothing");
        assert_eq!(post.body.bytes().unwrap(), &body);
    }
}
