//! A small S3 in memory.

use boto_core::{
    body::ByteStream,
    http::{HeaderMap, Method, Request, Response, Timeouts, Transport, TransportError, TransportErrorKind},
    BoxFuture, Connection, Session,
};
use bytes::Bytes;
use std::{
    collections::{BTreeMap, VecDeque},
    sync::{
        atomic::{AtomicUsize, Ordering},
        Arc, Mutex,
    },
    time::Duration,
};

/// What is stored, asked, and to go wrong.
#[derive(Debug, Default)]
pub(super) struct Store {
    pub(super) objects: Mutex<BTreeMap<String, Bytes>>,
    pub(super) uploads: Mutex<BTreeMap<String, BTreeMap<u64, Bytes>>>,
    pub(super) asked: Mutex<Vec<(String, HeaderMap)>>,
    /// The bodies of what was put about objects: tags and annotations.
    pub(super) about: Mutex<Vec<(String, String)>>,
    /// What the next requests that contain this do instead.
    pub(super) faults: Mutex<VecDeque<(&'static str, Fault)>>,
    pub(super) now: AtomicUsize,
    pub(super) most: AtomicUsize,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Fault {
    Status(u16),
    /// The body breaks off in the middle.
    Broken,
    /// No answer ever comes.
    Hang,
    /// Ranges are not looked at.
    Whole,
}

impl Store {
    pub(super) fn asked(&self, what: &str) -> usize {
        self.asked.lock().unwrap().iter().filter(|(line, _)| line.contains(what)).count()
    }

    pub(super) fn header(&self, what: &str, name: &str) -> Vec<Option<String>> {
        let asked = self.asked.lock().unwrap();
        let found = asked.iter().filter(|(line, _)| line.contains(what));
        found.map(|(_, headers)| Some(headers.get(name)?.to_str().unwrap().to_owned())).collect()
    }

    /// Tags and annotations of any object.
    fn about(&self, line: &str, method: &Method, param: &dyn Fn(&str) -> Option<String>, body: &Bytes) -> Response {
        match (method.as_str(), param("annotationName"), param("continuation-token")) {
            ("PUT", ..) => {
                let text = String::from_utf8(body.to_vec()).unwrap();
                self.about.lock().unwrap().push((line.to_owned(), text));
                response(200, &[], Bytes::new())
            }
            (_, Some(name), _) => response(200, &[], format!("about {name}").into()),
            _ if line.contains("tagging") => {
                let tag = "<Tag><Key>a b</Key><Value>1&amp;2</Value></Tag>";
                xml(format!("<Tagging><TagSet>{tag}</TagSet></Tagging>"))
            }
            (_, _, token) => {
                let entry =
                    |name: &str| format!("<AnnotationEntry><AnnotationName>{name}</AnnotationName></AnnotationEntry>");
                let more = "<NextContinuationToken>t</NextContinuationToken>";
                xml(match token.is_none() {
                    true => format!("<R><Annotations>{}{}</Annotations>{more}</R>", entry("n1"), entry("n2")),
                    false => format!("<R><Annotations>{}</Annotations></R>", entry("n3")),
                })
            }
        }
    }

    fn answer(
        &self,
        line: &str,
        method: &Method,
        query: &str,
        headers: &HeaderMap,
        body: Bytes,
        fault: Option<Fault>,
    ) -> Response {
        let param = |name: &str| {
            query
                .split('&')
                .find_map(|pair| pair.split_once('=').filter(|(n, _)| *n == name))
                .map(|(_, v)| v.to_owned())
        };
        let path = line.split(['?', ' ']).nth(1).unwrap_or_default().to_owned();
        let mut objects = self.objects.lock().unwrap();
        let mut uploads = self.uploads.lock().unwrap();
        let source = || {
            let source = headers["x-amz-copy-source"].to_str().unwrap();
            format!("/{}", source.split('?').next().unwrap())
        };
        let range = |all: &Bytes, text: &str| {
            let (from, to) = text.strip_prefix("bytes=").unwrap().split_once('-').unwrap();
            all.slice(from.parse::<usize>().unwrap()..=to.parse::<usize>().unwrap())
        };
        if query.split('&').any(|pair| matches!(pair.trim_end_matches('='), "tagging" | "annotation")) {
            return self.about(line, method, &param, &body);
        }
        match (method.as_str(), param("uploadId"), param("partNumber")) {
            ("POST", None, None) => {
                let id = format!("up{}", uploads.len());
                uploads.insert(id.clone(), BTreeMap::new());
                xml(format!("<R><UploadId>{id}</UploadId></R>"))
            }
            ("PUT", Some(id), Some(number)) => {
                let copied = headers
                    .get("x-amz-copy-source-range")
                    .map(|text| range(&objects[&source()], text.to_str().unwrap()));
                let copies = copied.is_some();
                uploads.get_mut(&id).unwrap().insert(number.parse().unwrap(), copied.unwrap_or(body));
                match copies {
                    true => xml(format!("<CopyPartResult><ETag>\"e{number}\"</ETag></CopyPartResult>")),
                    false => response(
                        200,
                        &[("etag", &format!("\"e{number}\"")), ("x-amz-checksum-crc32", "AAAAAA==")],
                        Bytes::new(),
                    ),
                }
            }
            ("POST", Some(id), _) => {
                let parts = uploads.remove(&id).unwrap();
                let text = String::from_utf8(body.to_vec()).unwrap();
                let told: Vec<u64> = text
                    .split("<PartNumber>")
                    .skip(1)
                    .map(|rest| rest.split('<').next().unwrap().parse().unwrap())
                    .collect();
                assert_eq!(told, parts.keys().copied().collect::<Vec<_>>(), "parts in order, each once");
                objects.insert(path, parts.into_values().flatten().collect());
                xml("<R><ETag>\"all\"</ETag></R>".to_owned())
            }
            ("DELETE", Some(id), _) => {
                uploads.remove(&id);
                response(204, &[], Bytes::new())
            }
            ("PUT", ..) if headers.contains_key("x-amz-copy-source") => {
                let copied = objects[&source()].clone();
                objects.insert(path, copied);
                xml("<R><ETag>\"c\"</ETag></R>".to_owned())
            }
            ("PUT", ..) => {
                objects.insert(path, body);
                response(200, &[("etag", "\"p\"")], Bytes::new())
            }
            ("HEAD", ..) => match objects.get(&path) {
                Some(found) => response(
                    200,
                    &[
                        ("content-length", &found.len().to_string()),
                        ("etag", "\"h\""),
                        ("content-type", "text/x"),
                        ("x-amz-meta-a", "b"),
                    ],
                    Bytes::new(),
                ),
                None => response(404, &[], Bytes::new()),
            },
            _ => {
                let all = objects[&path].clone();
                let part = match headers.get("range") {
                    Some(text) if !matches!(fault, Some(Fault::Whole)) => range(&all, text.to_str().unwrap()),
                    _ => all,
                };
                if let Some(Fault::Broken) = fault {
                    let half = part.slice(..part.len() / 2);
                    let chunks = vec![Ok(half), Err(std::io::Error::other("reset"))];
                    return Response {
                        status: 206,
                        headers: HeaderMap::new(),
                        body: ByteStream::from_stream(Chunks(chunks.into()), None),
                    };
                }
                response(206, &[], part)
            }
        }
    }
}

pub(super) struct Chunks(pub(super) VecDeque<std::io::Result<Bytes>>);

impl futures_core::Stream for Chunks {
    type Item = std::io::Result<Bytes>;
    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.pop_front())
    }
}

pub(super) fn response(status: u16, headers: &[(&str, &str)], body: Bytes) -> Response {
    let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
    Response { status, headers, body: body.into() }
}

pub(super) fn xml(text: String) -> Response {
    response(200, &[], text.into())
}

#[derive(Clone, Debug, Default)]
pub(super) struct Memory(Arc<Store>);

impl Transport for Memory {
    fn send(&self, request: Request, _: Timeouts) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let store = &self.0;
            let line = format!("{} {}?{}", request.method, request.url.path, request.url.query);
            store.most.fetch_max(store.now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            store.asked.lock().unwrap().push((line.clone(), request.headers.clone()));
            tokio::time::sleep(Duration::from_millis(2)).await;
            let fault = {
                let mut faults = store.faults.lock().unwrap();
                let at = faults.iter().position(|(what, _)| line.contains(what));
                at.and_then(|at| faults.remove(at)).map(|(_, fault)| fault)
            };
            if let Some(Fault::Hang) = fault {
                tokio::time::sleep(Duration::from_secs(3600)).await;
            }
            let body = request
                .body
                .collect()
                .await
                .map_err(|e| TransportError { kind: TransportErrorKind::Request, message: e.to_string() })?;
            store.now.fetch_sub(1, Ordering::SeqCst);
            if let Some(Fault::Status(status)) = fault {
                return Ok(response(status, &[], "<Error><Code>Nope</Code><Message>as told</Message></Error>".into()));
            }
            Ok(store.answer(&line, &request.method, &request.url.query, &request.headers, body, fault))
        })
    }
}

/// A connection to it, by the name of an AWS endpoint or a custom one.
pub(super) fn s3(endpoint: Option<&str>) -> (Arc<Store>, Connection) {
    let memory = Memory::default();
    let session = Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .settings(|s| s.max_attempts = Some(1))
        .tables(|name| boto_model::archive::open(name).map(Arc::new))
        .transport(Arc::new(memory.clone()))
        .build();
    let s3 = session.connect_to("s3").unwrap();
    let s3 = match endpoint {
        Some(url) => s3.with_endpoint(url),
        None => s3,
    };
    (memory.0, s3)
}

pub(super) fn plain() -> (Arc<Store>, Connection) {
    s3(Some("http://127.0.0.1:1"))
}
