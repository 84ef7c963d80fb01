//! The session that `aws login` left behind: credentials in a cache file, refreshed with a key that never leaves this
//! machine (DPoP, RFC 9449).

use super::{
    failure, json,
    store::{self, hex},
    Answer, Found, NestedCall, Sources, Stamp,
};
use crate::{
    config::{expand, Config},
    feature::{Feature, Features},
    http::{HeaderValue, Request},
    identity::{Sealed, Secret},
    value::Object,
    Credentials, DateTime, Error, Result, Value,
};
use base64::{engine::general_purpose, Engine};
use ring::{
    digest,
    rand::SystemRandom,
    signature::{EcdsaKeyPair, KeyPair, ECDSA_P256_SHA256_FIXED_SIGNING},
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use zeroize::Zeroizing;

pub(super) const NAME: &str = "login";
pub(super) const FEATURES: Features =
    Features::NONE.with(Feature::CredentialsProfileLogin).with(Feature::CredentialsLogin);

/// Credentials with less time left are refreshed, in seconds.
const WINDOW: i64 = 5 * 60;

/// Credentials of the session that the profile names.
pub(super) async fn provide(at: &Sources, profile: &str) -> Found {
    let section = at.config.files().profiles.profile(profile);
    match section.and_then(|s| s.text("login_session")).filter(|v| !v.is_empty()) {
        Some(session) => credentials(at, session).await,
        None => Ok(Answer::Not(format!("the profile {profile:?} has no login_session"))),
    }
}

/// Credentials of a session.
pub(super) async fn credentials(at: &Sources, session: &str) -> Found {
    let path = cache_file(&at.config, session);
    let mut token = load(&at.config, &path, session)?;
    let now = at.config.host().now();
    let left = |token: &Object| Some(json::time_of(inner(token)?, "expiresAt")?.seconds() - now.seconds());
    if left(&token).is_none_or(|left| left <= WINDOW) {
        let key = private_key(json::text(&token, "dpopKey").unwrap_or_default())
            .ok_or_else(|| again(session, "the cached session has no usable dpopKey"))?;
        refresh(at, session, &mut token, key, now).await?;
        store::write(&at.config, &path, &token);
    }
    let Some(Value::Map(access)) = token.0.remove("accessToken") else {
        return Err(again(session, "the cached session has no accessToken"));
    };
    let mut access = Sealed::from(access);
    let expiry = json::time_of(&access, "expiresAt");
    let account_id = json::take(&mut access, "accountId");
    let mut take = |key: &str| {
        json::take(&mut access, key).ok_or_else(|| again(session, &format!("the cached session has no {key}")))
    };
    Ok(Answer::Found(Credentials {
        access_key_id: take("accessKeyId")?,
        secret_access_key: Secret::new(take("secretAccessKey")?),
        session_token: Some(Secret::new(take("sessionToken")?)),
        expiry,
        account_id,
        provider: NAME,
        features: FEATURES,
    }))
}

fn inner(token: &Object) -> Option<&Object> {
    match token.0.get("accessToken") {
        Some(Value::Map(inner)) => Some(inner),
        _ => None,
    }
}

fn again(session: &str, why: &str) -> Error {
    failure(NAME, format!("session {session:?}: {why}")).with_hint("run: aws login")
}

pub(super) fn cache_file(config: &Config, session: &str) -> PathBuf {
    let host = &**config.host();
    let dir = host.var("AWS_LOGIN_CACHE_DIRECTORY").filter(|v| !v.is_empty());
    let dir = dir.map_or(PathBuf::from("~/.aws/login/cache"), PathBuf::from);
    let name = hex(digest::digest(&digest::SHA256, session.as_bytes()).as_ref());
    expand(host, &dir).join(format!("{name}.json"))
}

fn load(config: &Config, path: &Path, session: &str) -> Result<Sealed> {
    let bytes = config.host().read(path).map(Zeroizing::new).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => again(session, "not signed in"),
        _ => again(session, &format!("cannot read {}: {e}", path.display())),
    })?;
    let token = json::parse(&bytes)
        .map_err(|e| again(session, &format!("the session in {} is damaged: {e}", path.display())))?;
    let needed = ["refreshToken", "dpopKey", "clientId"];
    let missing = needed.iter().find(|key| json::text(&token, key).is_none()).copied();
    match missing.or(inner(&token).is_none().then_some("accessToken")) {
        Some(missing) => Err(again(session, &format!("the cached session has no {missing}"))),
        None => Ok(token),
    }
}

async fn refresh(at: &Sources, session: &str, token: &mut Sealed, key: Key, now: DateTime) -> Result<()> {
    let text = |key: &str| Value::String(json::text(token, key).unwrap_or_default().to_owned());
    let mut input = Object::default();
    input.0.insert("clientId".into(), text("clientId"));
    input.0.insert("refreshToken".into(), text("refreshToken"));
    input.0.insert("grantType".into(), Value::String("refresh_token".into()));
    let mut params = Object::default();
    params.0.insert("tokenInput".into(), Value::Map(input));
    let region = json::text(token, "signInRegion").map(str::to_owned);
    let config = at.config.clone();
    let stamp: Stamp = Arc::new(move |request: &mut Request| {
        let proof = proof(&config, &key, &request.url.to_string())
            .and_then(|proof| HeaderValue::from_str(&proof).ok())
            .ok_or_else(|| failure(NAME, "cannot sign the proof of possession"))?;
        request.headers.insert("dpop", proof);
        Ok(())
    });
    let (service, operation, stamp) = ("signin", "CreateOAuth2Token", Some(stamp));
    let call = NestedCall { service, operation, params, region, credentials: None, features: FEATURES, stamp };
    let output = at.caller.call(call).await.map_err(|error| match json::text(error.fields(), "error") {
        Some("TOKEN_EXPIRED") => again(session, "the session has expired"),
        Some("USER_CREDENTIALS_CHANGED") => again(session, "the password was changed since the last sign-in"),
        Some("INSUFFICIENT_PERMISSIONS") => failure(NAME, format!("session {session:?}: {error}"))
            .with_hint("the user needs the permission signin:CreateOAuth2Token"),
        _ => failure(NAME, format!("session {session:?} cannot be refreshed: {error}")),
    })?;
    let unusable = || again(session, "the answer to refreshing it makes no sense");
    let mut output = Sealed::from(output);
    let Some(Value::Map(fresh)) = output.0.remove("tokenOutput") else { return Err(unusable()) };
    let mut fresh = Sealed::from(fresh);
    let seconds = json::number(&fresh, "expiresIn").ok_or_else(unusable)?;
    let next = json::take(&mut fresh, "refreshToken").ok_or_else(unusable)?;
    let Some(Value::Map(mut access)) = fresh.0.remove("accessToken") else { return Err(unusable()) };
    let account = inner(token).and_then(|i| json::text(i, "accountId")).map(str::to_owned);
    if let Some(account) = account {
        access.0.insert("accountId".into(), Value::String(account));
    }
    let end = DateTime::from_parts(now.seconds() + seconds, 0);
    access.0.insert("expiresAt".into(), Value::String(json::utc(end)));
    token.put("accessToken", Value::Map(access));
    token.put("refreshToken", Value::String(next));
    Ok(())
}

type Key = EcdsaKeyPair;

/// The key in PEM: PKCS #8, or SEC 1 as OpenSSL writes it.
fn private_key(pem: &str) -> Option<Key> {
    let mut body = Zeroizing::new(String::with_capacity(pem.len()));
    body.extend(pem.lines().filter(|l| !l.starts_with("-----")).map(str::trim));
    let der = Zeroizing::new(general_purpose::STANDARD.decode(&*body).ok()?);
    let random = SystemRandom::new();
    if let Ok(key) = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &der, &random) {
        return Some(key);
    }
    let (secret, public) = sec1(&der)?;
    let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
    EcdsaKeyPair::from_private_key_and_public_key(algorithm, secret, public, &random).ok()
}

/// Private and public key in `ECPrivateKey` (RFC 5915): a sequence of version, key, curve and public key.
fn sec1(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let (body, _) = element(der, 0x30)?;
    let (_version, rest) = element(body, 0x02)?;
    let (secret, mut rest) = element(rest, 0x04)?;
    while let Some(tag) = rest.first() {
        let (inner, after) = element(rest, *tag)?;
        if *tag == 0xa1 {
            let (bits, _) = element(inner, 0x03)?;
            return Some((secret, bits.strip_prefix(&[0])?));
        }
        rest = after;
    }
    None
}

/// The contents of a DER element, and what follows it.
fn element(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let rest = der.strip_prefix(&[tag])?;
    let (&length, rest) = rest.split_first()?;
    let (length, rest) = match length {
        0..=0x7f => (usize::from(length), rest),
        0x81 => (usize::from(*rest.first()?), &rest[1..]),
        0x82 => (usize::from(*rest.first()?) << 8 | usize::from(*rest.get(1)?), &rest[2..]),
        _ => return None,
    };
    (rest.len() >= length).then(|| rest.split_at(length))
}

/// The proof that we hold the key: a signed token (JWT) about this one request.
fn proof(config: &Config, key: &Key, url: &str) -> Option<String> {
    let encode = |bytes: &[u8]| general_purpose::URL_SAFE_NO_PAD.encode(bytes);
    let public = key.public_key().as_ref().strip_prefix(&[4])?;
    let (x, y) = (encode(public.get(..32)?), encode(public.get(32..)?));
    let mut id = [0; 16];
    config.host().random(&mut id);
    let (id, now) = (hex(&id), config.host().now().seconds());
    let header =
        format!(r#"{{"typ":"dpop+jwt","alg":"ES256","jwk":{{"kty":"EC","x":"{x}","y":"{y}","crv":"P-256"}}}}"#);
    let mut claims = Object::default();
    claims.0.insert("htm".into(), Value::String("POST".into()));
    claims.0.insert("htu".into(), Value::String(url.to_owned()));
    claims.0.insert("iat".into(), Value::Int(now));
    claims.0.insert("jti".into(), Value::String(id));
    let signed = format!("{}.{}", encode(header.as_bytes()), encode(json::write(&claims, false).as_bytes()));
    let signature = key.sign(&SystemRandom::new(), signed.as_bytes()).ok()?;
    Some(format!("{signed}.{}", encode(signature.as_ref())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pem(label: &str, der: &[u8]) -> String {
        format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", general_purpose::STANDARD.encode(der))
    }

    #[test]
    fn keys_in_both_forms() {
        let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let document = EcdsaKeyPair::generate_pkcs8(algorithm, &SystemRandom::new()).unwrap();
        let pkcs8 = document.as_ref();
        // A sequence of version, algorithm, and the key in its SEC 1 form.
        let (body, _) = element(pkcs8, 0x30).unwrap();
        let (_, rest) = element(body, 0x02).unwrap();
        let (_, rest) = element(rest, 0x30).unwrap();
        let (mut sec1, _) = element(rest, 0x04).map(|(s, r)| (s.to_vec(), r)).unwrap();
        let one = private_key(&pem("PRIVATE KEY", pkcs8)).unwrap();
        // ring leaves the curve out, OpenSSL puts it in, as [0].
        let other = private_key(&pem("EC PRIVATE KEY", &sec1)).unwrap();
        assert_eq!(one.public_key().as_ref(), other.public_key().as_ref());
        let curve = [0xa0, 0x0a, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
        sec1.splice(39..39, curve);
        sec1[1] += curve.len() as u8;
        let openssl = private_key(&pem("EC PRIVATE KEY", &sec1)).unwrap();
        assert_eq!(one.public_key().as_ref(), openssl.public_key().as_ref());
        for end in 0..sec1.len() {
            assert!(private_key(&pem("EC PRIVATE KEY", &sec1[..end])).is_none());
        }
        assert!(private_key("nonsense").is_none() && private_key("").is_none());
    }
}
