//! What is done to requests, by the rules of the tables and of the configuration.

use boto_core::{
    body::ByteStream,
    http::{HeaderMap, Method, Request, Url},
    integrity::{self, Algorithm, Applied, Framing, Settings, When},
    value::Object,
    ErrorKind, Map, Result, Value,
};
use boto_model::{document::Json, import::botocore, Service};

const MODEL: &str = r#"{
  "version": "2.0",
  "metadata": {"protocol": "rest-xml", "protocols": ["rest-xml"], "apiVersion": "2020-01-01", "serviceId": "Store",
    "endpointPrefix": "store", "signatureVersion": "v4", "uid": "store"},
  "operations": {
    "Put": {"name": "Put", "http": {"method": "PUT", "requestUri": "/"}, "input": {"shape": "PutInput"},
      "httpChecksum": {"requestAlgorithmMember": "Algorithm", "requestChecksumRequired": false}},
    "Delete": {"name": "Delete", "http": {"method": "POST", "requestUri": "/?delete"}, "input": {"shape": "DeleteInput"},
      "httpChecksum": {"requestAlgorithmMember": "Algorithm", "requestChecksumRequired": true}},
    "Tag": {"name": "Tag", "http": {"method": "PUT", "requestUri": "/"}, "httpChecksumRequired": true},
    "Metrics": {"name": "Metrics", "http": {"method": "POST", "requestUri": "/"},
      "requestcompression": {"encodings": ["gzip"]}},
    "Get": {"name": "Get", "http": {"method": "GET", "requestUri": "/"}, "input": {"shape": "GetInput"},
      "httpChecksum": {"requestValidationModeMember": "Mode", "responseAlgorithms": ["CRC32"]}}},
  "shapes": {
    "PutInput": {"type": "structure", "payload": "Body", "members": {"Body": {"shape": "Blob", "streaming": true},
      "Algorithm": {"shape": "Name", "location": "header", "locationName": "x-amz-sdk-checksum-algorithm"}}},
    "DeleteInput": {"type": "structure", "members": {
      "Algorithm": {"shape": "Name", "location": "header", "locationName": "x-amz-sdk-checksum-algorithm"}}},
    "GetInput": {"type": "structure", "members": {
      "Mode": {"shape": "Name", "location": "header", "locationName": "x-amz-checksum-mode"}}},
    "Blob": {"type": "blob"}, "Name": {"type": "string"}}
}"#;

struct Case {
    operation: &'static str,
    scheme: &'static str,
    body: ByteStream,
    headers: &'static [(&'static str, &'static str)],
    input: &'static [(&'static str, &'static str)],
    settings: Settings,
}

impl Default for Case {
    fn default() -> Self {
        Case {
            operation: "Put",
            scheme: "https",
            body: ByteStream::from("hello world"),
            headers: &[],
            input: &[],
            settings: Settings::default(),
        }
    }
}

fn service() -> Service {
    let model = Json::parse(MODEL.as_bytes()).unwrap();
    Service::open(botocore::service("store", &model, &botocore::Neighbours::default()).unwrap()).unwrap()
}

fn request(scheme: &str, body: ByteStream) -> Request {
    let url = Url { scheme: scheme.into(), authority: "h".into(), path: "/".into(), query: String::new() };
    Request { method: Method::PUT, url, headers: HeaderMap::new(), body }
}

async fn apply(case: Case) -> Result<(Applied, Request)> {
    let service = service();
    let mut request = request(case.scheme, case.body);
    for (name, value) in case.headers {
        request.headers.insert(*name, value.parse().unwrap());
    }
    let input: Map<Value> = case.input.iter().map(|(n, v)| ((*n).to_owned(), Value::String((*v).to_owned()))).collect();
    let operation = service.operation(case.operation).unwrap();
    let applied = integrity::request(&service, operation, &Object(input), &mut request, &case.settings).await?;
    Ok((applied, request))
}

fn stream() -> ByteStream {
    ByteStream::from_reader(std::io::Cursor::new(b"hello world"), Some(11))
}

const REQUIRED: Settings = Settings { request: When::Required, response: When::Required, no_trailers: false };

#[tokio::test]
async fn a_blob_over_https_has_its_checksum_behind_it() {
    for body in [ByteStream::from("hello world"), stream()] {
        let (applied, request) = apply(Case { body, ..Case::default() }).await.unwrap();
        assert_eq!((applied.framing, applied.algorithm), (Framing::UnsignedTrailer, Some(Algorithm::Crc32)));
        let headers = &request.headers;
        assert_eq!(headers["x-amz-sdk-checksum-algorithm"], "CRC32");
        assert_eq!(headers["x-amz-trailer"], "x-amz-checksum-crc32");
        assert_eq!(headers["content-encoding"], "aws-chunked");
        assert_eq!(headers["transfer-encoding"], "chunked");
        assert_eq!(headers["x-amz-decoded-content-length"], "11");
        let sent = request.body.collect().await.unwrap();
        assert_eq!(sent, "b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n");
    }
}

#[tokio::test]
async fn over_http_it_stands_in_a_header_or_chunks_are_signed() {
    let (applied, request) = apply(Case { scheme: "http", ..Case::default() }).await.unwrap();
    assert_eq!((applied.framing, applied.algorithm), (Framing::Plain, Some(Algorithm::Crc32)));
    assert_eq!(request.headers["x-amz-checksum-crc32"], "DUoRhQ==");
    assert_eq!(request.body.collect().await.unwrap(), "hello world");

    let (applied, request) = apply(Case { scheme: "http", body: stream(), ..Case::default() }).await.unwrap();
    assert_eq!((applied.framing, applied.algorithm), (Framing::SignedChunks, Some(Algorithm::Crc32)));
    assert_eq!(request.headers["x-amz-decoded-content-length"], "11");
    assert!(!request.headers.contains_key("x-amz-checksum-crc32"));
}

#[tokio::test]
async fn an_encoding_of_the_callers_stays() {
    let case = Case { headers: &[("content-encoding", "gzip"), ("content-length", "11")], ..Case::default() };
    let (_, request) = apply(case).await.unwrap();
    assert_eq!(request.headers["content-encoding"], "gzip,aws-chunked");
    assert!(!request.headers.contains_key("content-length"));
}

#[tokio::test]
async fn what_the_caller_says_wins() {
    let case = Case { input: &[("Algorithm", "sha256")], scheme: "http", ..Case::default() };
    let (applied, request) = apply(case).await.unwrap();
    assert_eq!(applied.algorithm, Some(Algorithm::Sha256));
    assert_eq!(request.headers["x-amz-checksum-sha256"], "uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=");

    let case = Case { headers: &[("x-amz-checksum-crc64nvme", "value")], ..Case::default() };
    let (applied, request) = apply(case).await.unwrap();
    assert_eq!((applied.framing, applied.algorithm), (Framing::Plain, Some(Algorithm::Crc64Nvme)));
    assert_eq!(request.headers.len(), 1);

    let error = apply(Case { input: &[("Algorithm", "XOR")], ..Case::default() }).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert!(error.to_string().contains("XOR") && error.to_string().contains("CRC64NVME"), "{error}");
}

#[tokio::test]
async fn when_required_leaves_out_what_is_not_required() {
    let (applied, request) = apply(Case { settings: REQUIRED, ..Case::default() }).await.unwrap();
    assert_eq!(applied, Applied::default());
    assert!(request.headers.is_empty());

    // A stream that cannot be hashed before it is sent is signed on the way.
    let (applied, request) = apply(Case { body: stream(), settings: REQUIRED, ..Case::default() }).await.unwrap();
    assert_eq!((applied.framing, applied.algorithm), (Framing::SignedChunks, None));
    assert_eq!(request.headers["x-amz-decoded-content-length"], "11");
    assert!(!request.headers.contains_key("x-amz-trailer"));

    for operation in ["Delete", "Tag"] {
        let (applied, request) = apply(Case { operation, settings: REQUIRED, ..Case::default() }).await.unwrap();
        assert_eq!((applied.framing, applied.algorithm), (Framing::Plain, Some(Algorithm::Crc32)), "{operation}");
        assert_eq!(request.headers["x-amz-checksum-crc32"], "DUoRhQ==");
        assert_eq!(request.headers.contains_key("x-amz-sdk-checksum-algorithm"), operation == "Delete");
    }
}

#[tokio::test]
async fn responses_are_checked_where_that_can_be_asked_for() {
    let (applied, request) = apply(Case { operation: "Get", ..Case::default() }).await.unwrap();
    assert!(applied.validate);
    assert_eq!(request.headers["x-amz-checksum-mode"], "ENABLED");
    let (applied, request) = apply(Case { operation: "Get", settings: REQUIRED, ..Case::default() }).await.unwrap();
    assert!(!applied.validate && request.headers.is_empty());
    let asked = Case { operation: "Get", settings: REQUIRED, input: &[("Mode", "ENABLED")], ..Case::default() };
    assert!(apply(asked).await.unwrap().0.validate);
}

#[tokio::test]
async fn large_bodies_are_compressed_where_the_model_says_so() {
    let service = service();
    let compress = |operation, body: &[u8], minimum| {
        let mut request = request("https", ByteStream::from(body.to_vec()));
        let operation = service.operation(operation).unwrap();
        let done = integrity::compress(&service, operation, &mut request, minimum).unwrap();
        (done, request)
    };
    let (done, request) = compress("Metrics", &[b'x'; 20_000], 10_240);
    assert!(done);
    assert_eq!(request.headers["content-encoding"], "gzip");
    assert!(request.body.length().unwrap() < 200);
    assert!(!compress("Metrics", b"small", 10_240).0);
    assert!(compress("Metrics", b"small", 0).0);
    assert!(!compress("Tag", &[b'x'; 20_000], 0).0);
}
