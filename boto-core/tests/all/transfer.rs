//! Transfers of S3 against a small S3 in memory, which can be told to fail.

mod store;

use boto_core::{body::ByteStream, resource::transfer::Transfer, Connection, ErrorKind, Value};
use bytes::Bytes;
use std::{
    collections::VecDeque,
    path::PathBuf,
    sync::{atomic::Ordering, Arc, Mutex},
    time::Duration,
};
use store::{plain, s3, Chunks, Fault};

const MIB: u64 = 1 << 20;

/// Bytes of which no two parts are the same.
fn bytes(length: u64) -> Bytes {
    (0..length).map(|at| (at ^ (at >> 8) ^ (at >> 16)) as u8).collect()
}

/// Every request says in its user agent that it is part of a transfer.
fn counted(store: &store::Store) {
    let agents = store.header("", "user-agent");
    assert!(!agents.is_empty());
    assert!(agents.iter().flatten().filter(|agent| agent.contains(" m/E,G,")).count() == agents.len(), "{agents:?}");
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
            counted(&store);
        }
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_pipe_is_uploaded_to_its_end() {
    let folder = Folder::new("pipe");
    let pipe = folder.0.join("body");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for (length, parts) in [(3 * MIB, 0), (12 * MIB, 2)] {
        let (store, s3) = plain();
        let (to, body) = (pipe.clone(), bytes(length));
        let sent = body.clone();
        let writer = std::thread::spawn(move || std::fs::write(to, sent).unwrap());
        let done = Transfer::upload_file(&s3, &pipe, "b", "k").await.unwrap();
        writer.join().unwrap();
        assert_eq!((done.bytes, done.parts), (length, parts));
        assert!(store.objects.lock().unwrap()["/b/k"] == body, "{length}: the bytes differ");
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
    counted(&store);
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
    counted(&store);
}

fn with_an_object_of_two_parts() -> (Arc<store::Store>, Connection) {
    let (store, s3) = plain();
    store.objects.lock().unwrap().insert("/a/x".to_owned(), bytes(6 * MIB));
    (store, s3)
}

#[tokio::test]
async fn copies_in_parts_take_tags_and_annotations_along_where_they_are_told_to() {
    let (store, s3) = with_an_object_of_two_parts();
    let copy = |key: &str| Transfer::copy(&s3, "a/x?versionId=v1", "b", key).threshold(5 * MIB);
    let about = || std::mem::take(&mut *store.about.lock().unwrap());

    // Nobody told them to; and what is said without a directive does not count, as in one request.
    copy("k1").param("Tagging", "x=y").param("ContentType", "text/other").param("CacheControl", "no").await.unwrap();
    assert_eq!(about(), []);
    assert_eq!(store.asked("tagging"), 0);
    assert_eq!(store.header("POST /b/k1?uploads", "x-amz-tagging"), [None]);
    assert_eq!(store.header("POST /b/k1?uploads", "content-type"), [Some("text/x".to_owned())]);
    assert_eq!(store.header("POST /b/k1?uploads", "cache-control"), [None]);

    let same = copy("k2").param("TaggingDirective", "COPY").param("ExpectedBucketOwner", "1").await.unwrap();
    assert_eq!(same.parts, 1);
    assert_eq!(store.asked("GET /a/x?tagging&versionId=v1"), 1, "{:?}", store.asked.lock().unwrap());
    let [(line, text)] = &about()[..] else { panic!("one is put") };
    assert!(line.starts_with("PUT /b/k2?tagging"), "{line}");
    assert!(text.contains("<Key>a b</Key><Value>1&amp;2</Value>"), "{text}");
    // The owner is that of the copy.
    assert_eq!(store.header("PUT /b/k2?tagging", "x-amz-expected-bucket-owner"), [Some("1".to_owned())]);
    assert_eq!(store.header("GET /a/x?tagging", "x-amz-expected-bucket-owner"), [None]);

    copy("k3").param("TaggingDirective", "REPLACE").param("Tagging", "a+b=%26&empty").await.unwrap();
    let [(_, text)] = &about()[..] else { panic!("one is put") };
    let tags = "<Tag><Key>a b</Key><Value>&amp;</Value></Tag><Tag><Key>empty</Key><Value></Value></Tag>";
    assert!(text.contains(tags), "{text}");
    copy("k4").param("TaggingDirective", "REPLACE").await.unwrap();
    assert_eq!(about(), []);

    copy("k5").param("AnnotationDirective", "COPY").await.unwrap();
    let put: Vec<String> = about().into_iter().map(|(line, text)| format!("{line} {text}")).collect();
    assert_eq!(put.len(), 3, "{put:?}");
    for (line, name) in put.iter().zip(["n1", "n2", "n3"]) {
        assert!(
            line.contains(&format!("annotationName={name}")) && line.ends_with(&format!(" about {name}")),
            "{line}"
        );
    }
    assert_eq!(store.header("PUT /b/k5?annotation", "x-amz-object-if-match")[0].as_deref(), Some("\"all\""));

    // One request takes them along by itself.
    Transfer::copy(&s3, "a/x", "b", "k6").param("TaggingDirective", "COPY").await.unwrap();
    assert_eq!(store.header("PUT /b/k6", "x-amz-tagging-directive"), [Some("COPY".to_owned())]);
    assert_eq!(about(), []);
    counted(&store);
}

#[tokio::test]
async fn a_copy_whose_tags_or_annotations_fail_says_so() {
    let (store, s3) = with_an_object_of_two_parts();
    let copy = |key: &str| Transfer::copy(&s3, "a/x", "b", key).threshold(5 * MIB);
    let fails = |what: &'static str| store.faults.lock().unwrap().push_back((what, Fault::Status(403)));
    fails("PUT /b/k1?tagging");
    let error = copy("k1").param("TaggingDirective", "COPY").await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Service, Some("Nope")));
    assert!(error.to_string().contains("the object is copied, its tags are not: as told"), "{error}");
    assert!(store.objects.lock().unwrap().contains_key("/b/k1") && store.asked("DELETE") == 0);
    // The others are copied all the same.
    fails("annotationName=n2");
    let error = copy("k2").param("AnnotationDirective", "COPY").await.unwrap_err();
    assert!(error.to_string().contains("not all of its annotations are: as told (n2)"), "{error}");
    assert_eq!(store.about.lock().unwrap().len(), 2);
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
