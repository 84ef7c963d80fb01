//! Signed URLs and cookies of CloudFront: access to what a distribution does not show to everyone.
//!
//! Keys are RSA or ECDSA (P-256), in PEM. Signatures of keys read here are over SHA-256 and say so
//! (`Hash-Algorithm=SHA256`); a signing function of one's own may use SHA-1, CloudFront's default.

use crate::{
    error::{Error, ErrorKind, Result},
    DateTime,
};
use base64::{engine::general_purpose::STANDARD, Engine as _};
use ring::{rand::SystemRandom, signature};
use zeroize::Zeroizing;

/// The key pair that signs.
pub struct Signer<'a> {
    key_pair_id: String,
    key: Key<'a>,
}

enum Key<'a> {
    Rsa(Box<signature::RsaKeyPair>),
    Ecdsa(Box<signature::EcdsaKeyPair>),
    Own(SignFunction<'a>),
}

/// A signing function: the message in, the signature over its SHA-1 out.
pub type SignFunction<'a> = Box<dyn Fn(&[u8]) -> Result<Vec<u8>> + Send + Sync + 'a>;

/// Who may see what, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The URL, with `*` and `?` as wildcards.
    pub resource: String,
    /// Until when.
    pub until: DateTime,
    /// From when on.
    pub from: Option<DateTime>,
    /// From which IPv4 address or network.
    pub source: Option<String>,
}

impl std::fmt::Debug for Signer<'_> {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signer").field("key_pair_id", &self.key_pair_id).finish_non_exhaustive()
    }
}

impl<'a> Signer<'a> {
    /// Reads a private key in PEM: RSA (PKCS#8 or PKCS#1) or ECDSA over P-256 (PKCS#8).
    #[inline]
    pub fn from_pem(key_pair_id: &str, pem: &str) -> Result<Signer<'a>> {
        let bad =
            |problem: &str| Error::new(ErrorKind::Credentials, format!("the CloudFront key {key_pair_id}: {problem}"));
        let (label, der) = read_pem(pem).ok_or_else(|| bad("is not a private key in PEM"))?;
        let rsa = match label {
            "RSA PRIVATE KEY" => signature::RsaKeyPair::from_der(&der),
            "PRIVATE KEY" => {
                let algorithm = &signature::ECDSA_P256_SHA256_ASN1_SIGNING;
                if let Ok(key) = signature::EcdsaKeyPair::from_pkcs8(algorithm, &der, &SystemRandom::new()) {
                    return Ok(Signer { key_pair_id: key_pair_id.to_owned(), key: Key::Ecdsa(Box::new(key)) });
                }
                signature::RsaKeyPair::from_pkcs8(&der)
            }
            "EC PRIVATE KEY" => {
                return Err(bad("is in SEC1 form")
                    .with_hint("convert it to PKCS#8: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key8.pem"))
            }
            "ENCRYPTED PRIVATE KEY" => return Err(bad("is encrypted; decrypt it first")),
            other => return Err(bad(&format!("is a {other}, not a private key"))),
        };
        let key = rsa.map_err(|e| bad(&format!("cannot be used: {e}")))?;
        Ok(Signer { key_pair_id: key_pair_id.to_owned(), key: Key::Rsa(Box::new(key)) })
    }

    /// Signs with a function of one's own, over SHA-1 (keys in hardware, keys that must go on signing as they did).
    pub fn from_function(key_pair_id: &str, sign: impl Fn(&[u8]) -> Result<Vec<u8>> + Send + Sync + 'a) -> Signer<'a> {
        Signer { key_pair_id: key_pair_id.to_owned(), key: Key::Own(Box::new(sign)) }
    }

    /// A URL that is valid until then.
    #[inline]
    pub fn url(&self, url: &str, until: DateTime) -> Result<String> {
        let policy = Policy { resource: url.to_owned(), until, from: None, source: None };
        let first = format!("Expires={}", until.seconds());
        Ok(with_query(url, &[vec![first], self.signed(&policy.to_json(), "")?].concat()))
    }

    /// A URL for which that policy holds; also one written by hand ([`Signer::url_with_json`]) is allowed.
    #[inline]
    pub fn url_with_policy(&self, url: &str, policy: &Policy) -> Result<String> {
        self.url_with_json(url, &policy.to_json())
    }

    /// A URL for which that policy holds, given as JSON.
    #[inline]
    pub fn url_with_json(&self, url: &str, policy: &str) -> Result<String> {
        let first = format!("Policy={}", encode(policy.as_bytes()));
        Ok(with_query(url, &[vec![first], self.signed(policy, "")?].concat()))
    }

    /// Cookies, name and value, that open a URL until then.
    #[inline]
    pub fn cookies(&self, url: &str, until: DateTime) -> Result<Vec<(String, String)>> {
        let policy = Policy { resource: url.to_owned(), until, from: None, source: None };
        self.cookies_of(("CloudFront-Expires", until.seconds().to_string()), &policy.to_json())
    }

    /// Cookies, name and value, for which that policy holds.
    #[inline]
    pub fn cookies_with_policy(&self, policy: &Policy) -> Result<Vec<(String, String)>> {
        let json = policy.to_json();
        self.cookies_of(("CloudFront-Policy", encode(json.as_bytes())), &json)
    }

    #[inline]
    fn cookies_of(&self, first: (&str, String), policy: &str) -> Result<Vec<(String, String)>> {
        let mut cookies = vec![(first.0.to_owned(), first.1)];
        for pair in self.signed(policy, "CloudFront-")? {
            if let Some((name, value)) = pair.split_once('=') {
                cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        Ok(cookies)
    }

    /// `Signature=…`, `Key-Pair-Id=…` and, where it is not CloudFront's default, the hash.
    #[inline]
    fn signed(&self, policy: &str, prefix: &str) -> Result<Vec<String>> {
        let failed = |_| Error::new(ErrorKind::Credentials, "the CloudFront key cannot sign");
        let message = policy.as_bytes();
        let (signature, sha256) = match &self.key {
            Key::Own(sign) => (sign(message)?, false),
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                let padding = &signature::RSA_PKCS1_SHA256;
                key.sign(padding, &SystemRandom::new(), message, &mut signature).map_err(failed)?;
                (signature, true)
            }
            Key::Ecdsa(key) => (key.sign(&SystemRandom::new(), message).map_err(failed)?.as_ref().to_vec(), true),
        };
        let mut pairs = vec![
            format!("{prefix}Signature={}", encode(&signature)),
            format!("{prefix}Key-Pair-Id={}", self.key_pair_id),
        ];
        if sha256 {
            pairs.push(format!("{prefix}Hash-Algorithm=SHA256"));
        }
        Ok(pairs)
    }
}

impl Policy {
    /// The policy as JSON without white space, in the order that CloudFront rebuilds canned policies in.
    #[inline]
    pub fn to_json(&self) -> String {
        let mut condition = format!("\"DateLessThan\":{{\"AWS:EpochTime\":{}}}", self.until.seconds());
        if let Some(source) = &self.source {
            let network = if source.contains('/') { source.clone() } else { format!("{source}/32") };
            condition.push_str(&format!(",\"IpAddress\":{{\"AWS:SourceIp\":{}}}", quoted(&network)));
        }
        if let Some(from) = self.from {
            condition.push_str(&format!(",\"DateGreaterThan\":{{\"AWS:EpochTime\":{}}}", from.seconds()));
        }
        format!("{{\"Statement\":[{{\"Resource\":{},\"Condition\":{{{condition}}}}}]}}", quoted(&self.resource))
    }
}

#[inline]
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[inline]
fn with_query(url: &str, pairs: &[String]) -> String {
    format!("{url}{}{}", if url.contains('?') { '&' } else { '?' }, pairs.join("&"))
}

/// Base64 with the three characters that mean something in URLs replaced as CloudFront wants it.
#[inline]
fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes).replace('+', "-").replace('=', "_").replace('/', "~")
}

/// Label and contents of the first PEM block.
#[inline]
fn read_pem(pem: &str) -> Option<(&str, Zeroizing<Vec<u8>>)> {
    let (_, rest) = pem.split_once("-----BEGIN ")?;
    let (label, rest) = rest.split_once("-----")?;
    let (body, _) = rest.split_once("-----END ")?;
    let text: Zeroizing<String> = Zeroizing::new(body.split_whitespace().collect());
    Some((label, Zeroizing::new(STANDARD.decode(text.as_bytes()).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> Signer<'static> {
        Signer::from_function("MY_KEY_ID", |_| Ok(b"signed".to_vec()))
    }

    fn policy() -> Policy {
        Policy {
            resource: "foo".into(),
            until: DateTime::from_parts(1_451_606_400, 0),
            from: Some(DateTime::from_parts(1_448_928_000, 0)),
            source: Some("12.34.56.78/9".into()),
        }
    }

    #[test]
    fn urls_until_a_time() {
        let url = plain().url("http://test.com/foo.txt", DateTime::from_parts(1_451_606_400, 0)).unwrap();
        assert_eq!(url, "http://test.com/foo.txt?Expires=1451606400&Signature=c2lnbmVk&Key-Pair-Id=MY_KEY_ID");
    }

    #[test]
    fn urls_with_a_policy() {
        let json = policy().to_json();
        assert_eq!(
            json,
            "{\"Statement\":[{\"Resource\":\"foo\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":1451606400},\
             \"IpAddress\":{\"AWS:SourceIp\":\"12.34.56.78/9\"},\"DateGreaterThan\":{\"AWS:EpochTime\":1448928000}}}]}"
        );
        let url = plain().url_with_policy("http://test.com/index.html?foo=bar", &policy()).unwrap();
        assert!(url.starts_with("http://test.com/index.html?foo=bar&Policy=eyJTdGF0ZW1lbnQiOlt7"), "{url}");
        assert!(url.ends_with("9fX1dfQ__&Signature=c2lnbmVk&Key-Pair-Id=MY_KEY_ID"), "{url}");
    }

    #[test]
    fn cookies() {
        let cookies = plain().cookies("https://d1.cloudfront.net/*", DateTime::from_parts(60, 0)).unwrap();
        let names: Vec<&str> = cookies.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["CloudFront-Expires", "CloudFront-Signature", "CloudFront-Key-Pair-Id"]);
        assert_eq!(cookies[0].1, "60");
        assert_eq!(cookies[2].1, "MY_KEY_ID");
        let cookies = plain().cookies_with_policy(&policy()).unwrap();
        assert_eq!(cookies[0].0, "CloudFront-Policy");
    }

    #[test]
    fn ecdsa_keys_sign_with_sha256() {
        let algorithm = &signature::ECDSA_P256_SHA256_ASN1_SIGNING;
        let der = signature::EcdsaKeyPair::generate_pkcs8(algorithm, &SystemRandom::new()).unwrap();
        let pem =
            format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der.as_ref()));
        let signer = Signer::from_pem("K1", &pem).unwrap();
        let url = signer.url("https://d1.cloudfront.net/a", DateTime::from_parts(60, 0)).unwrap();
        assert!(url.ends_with("&Key-Pair-Id=K1&Hash-Algorithm=SHA256"), "{url}");
        let signature = url.split("Signature=").nth(1).unwrap().split('&').next().unwrap();
        let signature = STANDARD.decode(signature.replace('-', "+").replace('_', "=").replace('~', "/")).unwrap();
        let key = signature::EcdsaKeyPair::from_pkcs8(algorithm, der.as_ref(), &SystemRandom::new()).unwrap();
        let json = "{\"Statement\":[{\"Resource\":\"https://d1.cloudfront.net/a\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":60}}}]}";
        let public = signature::KeyPair::public_key(&key).as_ref();
        signature::UnparsedPublicKey::new(&signature::ECDSA_P256_SHA256_ASN1, public)
            .verify(json.as_bytes(), &signature)
            .unwrap();
    }

    #[test]
    fn what_is_no_key_is_an_error_without_its_text() {
        for (pem, problem) in [
            ("", "not a private key in PEM"),
            ("-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----", "cannot be used"),
            ("-----BEGIN EC PRIVATE KEY-----\nQUJD\n-----END EC PRIVATE KEY-----", "SEC1"),
            ("-----BEGIN PUBLIC KEY-----\nQUJD\n-----END PUBLIC KEY-----", "PUBLIC KEY"),
        ] {
            let error = Signer::from_pem("K1", pem).unwrap_err();
            assert!(error.message().contains(problem), "{error}");
            assert!(!error.to_string().contains("QUJD"));
        }
    }
}
