//! Transfers of S3 against a small S3 in memory, which can be told to fail.

use boto_core::{
    body::ByteStream,
    http::{HeaderMap, Method, Request, Response, Timeouts, Transport, TransportError, TransportErrorKind},
    resource::transfer::Transfer,
    BoxFuture, Connection, ErrorKind, Session, Value,
};
use bytes::Bytes;
use std::{
    collections::{BTreeMap, VecDeque},
    path::PathBuf,
    sync::{
        atomic::{AtomicUsize, Ordering},
        Arc, Mutex,
    },
    time::Duration,
};

const MIB: u64 = 1 << 20;

/// What is stored, asked, and to go wrong.
#[derive(Debug, Default)]
struct Store {
    objects: Mutex<BTreeMap<String, Bytes>>,
    uploads: Mutex<BTreeMap<String, BTreeMap<u64, Bytes>>>,
    asked: Mutex<Vec<(String, HeaderMap)>>,
    /// What the next requests that contain this do instead.
    faults: Mutex<VecDeque<(&'static str, Fault)>>,
    now: AtomicUsize,
    most: AtomicUsize,
}

#[derive(Clone, Copy, Debug)]
enum Fault {
    Status(u16),
    /// The body breaks off in the middle.
    Broken,
    /// No answer ever comes.
    Hang,
    /// Ranges are not looked at.
    Whole,
}

impl Store {
    fn asked(&self, what: &str) -> usize {
        self.asked.lock().unwrap().iter().filter(|(line, _)| line.contains(what)).count()
    }

    fn header(&self, what: &str, name: &str) -> Vec<Option<String>> {
        let asked = self.asked.lock().unwrap();
        let found = asked.iter().filter(|(line, _)| line.contains(what));
        found.map(|(_, headers)| Some(headers.get(name)?.to_str().unwrap().to_owned())).collect()
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

struct Chunks(VecDeque<std::io::Result<Bytes>>);

impl futures_core::Stream for Chunks {
    type Item = std::io::Result<Bytes>;
    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.pop_front())
    }
}

fn response(status: u16, headers: &[(&str, &str)], body: Bytes) -> Response {
    let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
    Response { status, headers, body: body.into() }
}

fn xml(text: String) -> Response {
    response(200, &[], text.into())
}

#[derive(Clone, Debug, Default)]
struct Memory(Arc<Store>);

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
fn s3(endpoint: Option<&str>) -> (Arc<Store>, Connection) {
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

fn plain() -> (Arc<Store>, Connection) {
    s3(Some("http://127.0.0.1:1"))
}

/// Bytes of which no two parts are the same.
fn bytes(length: u64) -> Bytes {
    (0..length).map(|at| (at ^ (at >> 8) ^ (at >> 16)) as u8).collect()
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("boto-transfer-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(&self.0).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn stream(body: &Bytes, chunk: usize, length: Option<u64>) -> ByteStream {
    let chunks: VecDeque<_> = body.chunks(chunk).map(|c| Ok(Bytes::copy_from_slice(c))).collect();
    ByteStream::from_stream(Chunks(chunks), length)
}

#[tokio::test]
async fn whatever_is_uploaded_arrives_in_as_few_requests_as_it_takes() {
    let folder = Folder::new("up");
    for (length, threshold, parts) in [
        (0, 8 * MIB, 0),
        (0, 0, 0),
        (5, 8 * MIB, 0),
        (8 * MIB - 1, 8 * MIB, 0),
        (8 * MIB, 8 * MIB, 2),
        (12 * MIB + 1, 8 * MIB, 3),
        (10 * MIB, 0, 2),
    ] {
        let body = bytes(length);
        let path = folder.0.join("body");
        std::fs::write(&path, &body).unwrap();
        for (how, source) in [
            ("file", None),
            ("bytes", Some(ByteStream::from(body.clone()))),
            ("stream", Some(stream(&body, 1_000_003, None))),
            ("stream of known length", Some(stream(&body, 333_333, Some(length)))),
        ] {
            let (store, s3) = plain();
            let transfer = match source {
                None => Transfer::upload_file(&s3, &path, "b", "k/ü"),
                Some(source) => Transfer::upload(&s3, source, "b", "k/ü"),
            };
            let done = transfer.threshold(threshold).part_size(5 * MIB).await.unwrap();
            assert_eq!((done.bytes, done.parts), (length, parts), "{how}, {length}");
            assert!(store.objects.lock().unwrap()["/b/k/%C3%BC"] == body, "{how}, {length}: the bytes differ");
            assert_eq!(store.asked("PUT"), (parts as usize).max(1));
            assert!(store.uploads.lock().unwrap().is_empty());
            assert!(!done.output["ETag"].is_null());
        }
    }
}

#[tokio::test]
async fn no_more_parts_are_under_way_than_said_and_progress_counts_all() {
    let (store, s3) = plain();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sees = Arc::clone(&seen);
    let body = bytes(40 * MIB);
    let upload = Transfer::upload(&s3, body.clone(), "b", "k").part_size(5 * MIB).at_once(3);
    upload.progress(move |at| sees.lock().unwrap().push((at.done, at.total))).await.unwrap();
    assert_eq!(store.most.load(Ordering::SeqCst), 3);
    let mut seen = std::mem::take(&mut *seen.lock().unwrap());
    seen.sort();
    assert_eq!(seen, (1..=8).map(|n| (n * 5 * MIB, Some(40 * MIB))).collect::<Vec<_>>());
    let mut got = Vec::new();
    Transfer::download(&s3, "b", "k", &mut got).part_size(3 * MIB).at_once(4).await.unwrap();
    assert!(got == body);
    assert_eq!(store.most.load(Ordering::SeqCst), 4);
    assert_eq!(store.asked("GET"), 14);
}

#[tokio::test]
async fn an_upload_that_fails_is_aborted_and_tells_why() {
    for (at, fault) in [("partNumber=2", Fault::Status(403)), ("POST /b/k?uploadId", Fault::Status(400))] {
        let (store, s3) = plain();
        store.faults.lock().unwrap().push_back((at, fault));
        let error = Transfer::upload(&s3, bytes(11 * MIB), "b", "k").part_size(5 * MIB).await.unwrap_err();
        assert!(error.to_string().contains("as told"), "{error}");
        assert_eq!(store.asked("DELETE"), 1);
        assert!(store.uploads.lock().unwrap().is_empty() && store.objects.lock().unwrap().is_empty());
    }
    // What cannot be aborted is named, for somebody pays for it.
    let (store, s3) = plain();
    store.faults.lock().unwrap().extend([("partNumber=1", Fault::Status(403)), ("DELETE", Fault::Status(403))]);
    let error = Transfer::upload(&s3, bytes(11 * MIB), "b", "k").await.unwrap_err().to_string();
    assert!(error.contains("as told; and its upload \"up0\" could not be aborted"), "{error}");
}

#[tokio::test]
async fn an_upload_that_nobody_waits_for_any_more_is_aborted() {
    let (store, s3) = plain();
    store.faults.lock().unwrap().push_back(("partNumber=2", Fault::Hang));
    let upload = Transfer::upload(&s3, bytes(11 * MIB), "b", "k").part_size(5 * MIB);
    assert!(tokio::time::timeout(Duration::from_millis(300), upload).await.is_err());
    for _ in 0..100 {
        if store.asked("DELETE") == 1 && store.uploads.lock().unwrap().is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(store.asked("DELETE"), 1);
    assert!(store.uploads.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_body_that_breaks_off_stores_nothing() {
    let (store, s3) = plain();
    let body = bytes(12 * MIB);
    let chunks: VecDeque<_> =
        [Ok(body.slice(..7 << 20)), Err(std::io::Error::other("the disk is gone"))].into_iter().collect();
    let error = Transfer::upload(&s3, ByteStream::from_stream(Chunks(chunks), None), "b", "k").await.unwrap_err();
    assert!(error.to_string().contains("the disk is gone"), "{error}");
    let chunks: VecDeque<_> = [Ok(body.clone()), Err(std::io::Error::other("the disk is gone"))].into_iter().collect();
    let upload = Transfer::upload(&s3, ByteStream::from_stream(Chunks(chunks), None), "b", "k").part_size(5 * MIB);
    assert!(upload.await.unwrap_err().to_string().contains("the disk is gone"));
    assert!(store.objects.lock().unwrap().is_empty() && store.uploads.lock().unwrap().is_empty());
    assert_eq!((store.asked("DELETE"), store.asked("uploads")), (1, 1));
}

#[tokio::test]
async fn parts_that_break_off_are_fetched_again() {
    let folder = Folder::new("down");
    let (store, s3) = plain();
    let body = bytes(20 * MIB + 7);
    store.objects.lock().unwrap().insert("/b/k".to_owned(), body.clone());
    let path = folder.0.join("it");
    std::fs::write(&path, "what was there").unwrap();
    store.faults.lock().unwrap().extend([("GET", Fault::Broken), ("GET", Fault::Broken), ("GET", Fault::Broken)]);
    let last = Arc::new(Mutex::new(0));
    let sees = Arc::clone(&last);
    let done = Transfer::download_file(&s3, "b", "k", &path).progress(move |at| *sees.lock().unwrap() = at.done);
    let done = done.part_size(6 * MIB).at_once(2).await.unwrap();
    assert_eq!((done.bytes, done.parts), (20 * MIB + 7, 4));
    assert!(std::fs::read(&path).unwrap() == body);
    assert_eq!(folder.names(), ["it"]);
    assert_eq!((*last.lock().unwrap(), store.asked("GET")), (20 * MIB + 7, 7));
    // All parts are asked of the object that was found.
    assert!(store.header("GET", "if-match").iter().all(|etag| etag.as_deref() == Some("\"h\"")));
    assert_eq!(store.header("GET", "range")[0].as_deref(), Some("bytes=0-6291455"));
}

#[tokio::test]
async fn a_download_that_fails_leaves_what_was_there() {
    let folder = Folder::new("fails");
    let path = folder.0.join("it");
    std::fs::write(&path, "what was there").unwrap();
    let (store, s3) = plain();
    store.objects.lock().unwrap().insert("/b/k".to_owned(), bytes(20 * MIB));
    for (faults, expected) in [
        (vec![Fault::Broken; 5], "reset"),
        (vec![Fault::Status(412)], "as told"),
        (vec![Fault::Whole], "more than the 6291456 bytes came that were asked for"),
    ] {
        store.faults.lock().unwrap().extend(faults.into_iter().map(|fault| ("bytes", fault)).map(|(_, f)| ("GET", f)));
        let error = Transfer::download_file(&s3, "b", "k", &path).part_size(6 * MIB).at_once(1).await.unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "what was there");
        assert_eq!(folder.names(), ["it"]);
        store.faults.lock().unwrap().clear();
    }
    let error = Transfer::download_file(&s3, "b", "none", &path).await.unwrap_err();
    assert_eq!(error.status(), Some(404));
    let error = Transfer::download_file(&s3, "b", "k", &folder.0).await.unwrap_err().to_string();
    assert!(error.contains("it is a directory"), "{error}");
    store.faults.lock().unwrap().push_back(("GET", Fault::Hang));
    let stopped = Transfer::download_file(&s3, "b", "k", &path);
    assert!(tokio::time::timeout(Duration::from_millis(100), stopped).await.is_err());
    assert_eq!(folder.names(), ["it"]);
}

#[tokio::test]
async fn small_objects_and_special_files_are_downloaded_too() {
    let folder = Folder::new("small");
    let (store, s3) = plain();
    for length in [0, 1, 8 * MIB - 1, 9 * MIB] {
        let body = bytes(length);
        store.objects.lock().unwrap().insert("/b/k".to_owned(), body.clone());
        let path = folder.0.join("it");
        Transfer::download_file(&s3, "b", "k", &path).await.unwrap();
        assert!(std::fs::read(&path).unwrap() == body, "{length}");
        let mut got = Vec::new();
        Transfer::download(&s3, "b", "k", &mut got).await.unwrap();
        assert!(got == body, "{length}");
    }
    #[cfg(unix)]
    assert_eq!(Transfer::download_file(&s3, "b", "k", "/dev/null").await.unwrap().parts, 2);
}

#[tokio::test]
async fn copies_go_in_parts_and_take_metadata_along() {
    let (store, s3) = plain();
    let body = bytes(13 * MIB);
    store.objects.lock().unwrap().insert("/a/x/%20y".to_owned(), body.clone());
    let source = Value::from([("Bucket", "a"), ("Key", "x/ y")]);
    let done = Transfer::copy(&s3, source.clone(), "b", "k").part_size(5 * MIB).await.unwrap();
    assert_eq!((done.bytes, done.parts), (13 * MIB, 3));
    assert!(store.objects.lock().unwrap()["/b/k"] == body);
    assert_eq!(store.header("POST /b/k?uploads", "content-type"), [Some("text/x".to_owned())]);
    assert_eq!(store.header("POST /b/k?uploads", "x-amz-meta-a"), [Some("b".to_owned())]);
    let same = store.header("partNumber", "x-amz-copy-source-if-match");
    assert!(same.len() == 3 && same.iter().all(|etag| etag.as_deref() == Some("\"h\"")));
    let replaced = Transfer::copy(&s3, "a/x/ y", "b", "k2").part_size(5 * MIB);
    replaced.param("MetadataDirective", "REPLACE").param("ContentType", "text/new").await.unwrap();
    assert_eq!(store.header("POST /b/k2?uploads", "x-amz-meta-a"), [None]);
    assert_eq!(store.header("POST /b/k2?uploads", "content-type"), [Some("text/new".to_owned())]);
    let small = Transfer::copy(&s3, source, "b", "k3").threshold(14 * MIB).await.unwrap();
    assert_eq!(small.parts, 0);
    assert!(store.objects.lock().unwrap()["/b/k3"] == body);
    let error = Transfer::copy(&s3, "no-key", "b", "k").await.unwrap_err();
    assert!(error.to_string().contains("bucket/key"), "{error}");
    store.faults.lock().unwrap().push_back(("partNumber=3", Fault::Status(403)));
    assert!(Transfer::copy(&s3, "a/x/ y", "b", "k4").part_size(5 * MIB).await.is_err());
    assert!(store.uploads.lock().unwrap().is_empty());
}

#[tokio::test]
async fn parameters_go_to_the_operations_that_know_them() {
    let (store, s3) = plain();
    let upload = || Transfer::upload(&s3, bytes(9 * MIB), "b", "k");
    let error = upload().param("ContentTyp", "x").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unknown);
    assert!(error.to_string().contains("did you mean ContentType"), "{error}");
    let upload = upload().param("ContentType", "text/x").param("RequestPayer", "requester").param("IfNoneMatch", "*");
    upload.await.unwrap();
    let of = |what: &str, name: &str| store.header(what, name);
    assert_eq!(of("uploads", "content-type"), [Some("text/x".to_owned())]);
    assert_eq!(of("uploads", "if-none-match"), [None]);
    assert_eq!(of("POST /b/k?uploadId", "if-none-match"), [Some("*".to_owned())]);
    for what in ["uploads", "partNumber=1", "partNumber=2", "POST /b/k?uploadId"] {
        assert_eq!(of(what, "x-amz-request-payer"), [Some("requester".to_owned())], "{what}");
    }
}

#[tokio::test]
async fn parts_have_checksums_where_the_endpoint_wants_them() {
    let (store, connection) = s3(None);
    Transfer::upload(&connection, bytes(9 * MIB), "b", "k").await.unwrap();
    assert_eq!(store.header("uploads", "x-amz-checksum-algorithm"), [Some("CRC32".to_owned())]);
    assert!(store
        .header("partNumber", "x-amz-trailer")
        .iter()
        .all(|name| name.as_deref() == Some("x-amz-checksum-crc32")));
    let (store, connection) = plain();
    Transfer::upload(&connection, bytes(9 * MIB), "b", "k").await.unwrap();
    assert_eq!(store.header("uploads", "x-amz-checksum-algorithm"), [None]);
    // A checksum that the caller knows is of the whole: it is for the end, and parts have their own.
    Transfer::upload(&connection, bytes(9 * MIB), "b", "k2").param("ChecksumCRC32C", "yZRlqg==").await.unwrap();
    assert_eq!(store.header("/b/k2?uploads", "x-amz-checksum-algorithm"), [Some("CRC32C".to_owned())]);
    assert_eq!(store.header("/b/k2?uploads", "x-amz-checksum-type"), [Some("FULL_OBJECT".to_owned())]);
    assert_eq!(store.header("POST /b/k2?uploadId", "x-amz-checksum-crc32c"), [Some("yZRlqg==".to_owned())]);
    let parts = store.header("/b/k2?partNumber", "x-amz-checksum-crc32c");
    assert!(
        parts.len() == 2 && parts.iter().all(|sum| sum.as_deref().is_some_and(|sum| sum != "yZRlqg==")),
        "{parts:?}"
    );
}

#[tokio::test]
async fn a_file_that_is_not_there_is_told_before_anything_is_sent() {
    let (store, s3) = plain();
    let error = Transfer::upload_file(&s3, "/nowhere/at/all", "b", "k").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Stream);
    assert!(store.asked.lock().unwrap().is_empty());
}
