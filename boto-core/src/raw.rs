//! Requests of one's own: signed and sent like those of services, for APIs that no model knows.
//!
//! ```no_run
//! use boto_core::{http::Request, Session};
//!
//! # async fn example() -> boto_core::Result<()> {
//! let session = Session::new();
//! let mut request = Request::new("POST", "https://a1b2c3.execute-api.eu-west-1.amazonaws.com/prod/pets")?;
//! request.body = r#"{"name": "Laika"}"#.into();
//! let signed = session.sign(request, "execute-api", "eu-west-1").await?;
//! let answer = session.send(signed).await?;
//! println!("{} {:?}", answer.status, answer.body.collect().await?);
//! # Ok(())
//! # }
//! ```

mod passwords;

use crate::{
    endpoint,
    http::{HeaderMap, HeaderValue, Method, Request, Response, Timeouts},
    session::Session,
    sign::{v4, PayloadHash, Signing},
    user_agent::{self, Features},
    ByteStream, Error, ErrorKind, Result,
};

const USER_AGENT: &str = "user-agent";

impl Request {
    /// A request without headers and body. The URL's path and query are taken as they are (percent-encode them).
    ///
    /// # Errors
    /// What is no method, or no absolute `http` or `https` URL.
    pub fn new(method: &str, url: &str) -> Result<Request> {
        let method = Method::from_bytes(method.as_bytes())
            .map_err(|_| Error::new(ErrorKind::Usage, format!("{method:?} is no HTTP method")))?;
        let whole = url.split('#').next().unwrap_or_default();
        let (before, query) = whole.split_once('?').unwrap_or((whole, ""));
        // The path stays as it is written: checked is only what stands before it.
        let begin = before.find("://").map_or(0, |at| at + 3);
        let (base, path) = before.split_at(before[begin..].find('/').map_or(before.len(), |at| begin + at));
        let mut url = endpoint::parse_endpoint_url(base)
            .map_err(|e| Error::new(ErrorKind::Usage, e.message().replace("endpoint URL", "URL")))?;
        if !path.bytes().chain(query.bytes()).all(|b| b.is_ascii_graphic()) {
            return Err(Error::new(ErrorKind::Usage, "the URL's path or query holds what must be percent-encoded"));
        }
        url.path = if path.is_empty() { "/".to_owned() } else { path.to_owned() };
        url.query = query.to_owned();
        Ok(Request { method, url, headers: HeaderMap::new(), body: ByteStream::default() })
    }
}

impl Session {
    /// Signs a request with Signature V4 and the session's credentials, for a service (its signing name,
    /// `execute-api`) in a region. All its headers are signed, so set them before. The body is hashed; one that can be
    /// read only once is an error. For `s3` and its relatives paths are signed as they stand. An anonymous session
    /// gives the request back as it was.
    ///
    /// # Errors
    /// No credentials; regions and services that are none; bodies that cannot be read.
    pub async fn sign(&self, mut request: Request, service: &str, region: &str) -> Result<Request> {
        endpoint::check_region(region)?;
        if service.is_empty() || !service.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        {
            return Err(Error::new(ErrorKind::Usage, format!("{service:?} is no signing name of a service")));
        }
        let chain = self.credentials()?;
        if chain.is_anonymous() {
            return Ok(request);
        }
        let credentials = chain.credentials().await?;
        let body = request.body.clone();
        let hashed = match body.bytes() {
            Some(_) => None,
            None => Some(crate::identify::hash_stream(&body).await?),
        };
        let mut signing = Signing::new(&credentials, self.keys(), region, service, self.host().now(), &[]);
        signing.payload = match &hashed {
            Some(hex) => PayloadHash::Hex(hex),
            None => PayloadHash::Bytes(body.bytes().map_or(&[][..], |bytes| bytes)),
        };
        if matches!(service, "s3" | "s3express" | "s3-outposts" | "s3-object-lambda") {
            signing = signing.for_s3();
        }
        v4::sign(&mut request, &signing)?;
        Ok(request)
    }

    /// Sends a request through the session's connections, proxies and time limits, once. What the status means is the
    /// caller's to judge. Without a `user-agent` of its own it gets ours, which says, as in other calls, where the
    /// session's credentials came from if they signed it.
    ///
    /// # Errors
    /// [`ErrorKind::Transport`] if no answer came.
    pub async fn send(&self, mut request: Request) -> Result<Response> {
        let config = self.config()?;
        if !request.headers.contains_key(USER_AGENT) {
            let agent = user_agent::of(config, &**self.host()).render(self.signer(&request));
            if let Ok(agent) = HeaderValue::try_from(agent) {
                request.headers.insert(USER_AGENT, agent);
            }
        }
        let timeouts = Timeouts { connect: Some(config.connect_timeout()), read: Some(config.read_timeout()) };
        let sent = self.transport()?.send(request, timeouts).await;
        sent.map_err(|failed| Error::new(ErrorKind::Transport(failed.kind), failed.message))
    }

    /// What is to be told of the credentials that signed a request, if they are the session's.
    fn signer(&self, request: &Request) -> Features {
        let authorization = request.headers.get("authorization").and_then(|value| value.to_str().ok());
        let key = authorization.and_then(|text| text.strip_prefix("AWS4-HMAC-SHA256 Credential=")?.split('/').next());
        let who = key.and_then(|key| self.credentials().ok()?.known(key));
        who.map_or(Features::NONE, |who| who.told())
    }
}
