//! What single calls may add, and what their answers tell beside their output.

use boto_core::{
    body::ByteStream,
    call::Metadata,
    config::Overrides,
    host::System,
    http::{fake::FakeTransport, HeaderMap, Response},
    service,
    session::SessionBuilder,
    Credentials, ErrorKind, Session, Value,
};
use std::sync::Arc;

service!("sqs", operations = [ReceiveMessage, DeleteMessageBatch]);
service!("sns", operations = [ListTopics]);
service!("cloudwatch", operations = [ListMetrics]);

fn builder(transport: &FakeTransport) -> SessionBuilder {
    let session = Session::builder().region("us-east-1").host(Arc::new(System)).transport(Arc::new(transport.clone()));
    session.identity(Credentials::new("AKID", "secret", None))
}

async fn body(request: boto_core::http::Request) -> String {
    String::from_utf8(request.body.collect().await.unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn a_typed_call_can_send_an_empty_list() {
    let sqs = builder(&FakeTransport::new()).build().connect_to(sqs::Sqs);
    let call = || sqs.receive_message("https://q.test/1/a");
    assert_eq!(body(call().dry_run().await.unwrap()).await, r#"{"QueueUrl":"https://q.test/1/a"}"#);
    let sent = call().param("AttributeNames", Value::List(Vec::new())).dry_run().await.unwrap();
    assert_eq!(body(sent).await, r#"{"QueueUrl":"https://q.test/1/a","AttributeNames":[]}"#);
    // The latter goes before the field, and null takes away.
    let sent = call().max_number_of_messages(3).param("MaxNumberOfMessages", 5).dry_run().await.unwrap();
    assert!(body(sent).await.contains(":5"));
    let sent = call().max_number_of_messages(3).param("MaxNumberOfMessages", Value::Null).dry_run().await.unwrap();
    assert!(!body(sent).await.contains("Max"));
    let error = call().param("AttributNames", Value::List(Vec::new())).dry_run().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unknown);
    assert!(error.to_string().contains("did you mean AttributeNames"), "{error}");
    // It is validated like any member.
    let error = call().param("MaxNumberOfMessages", "many").dry_run().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
}

#[tokio::test]
async fn ranges_can_be_left_to_the_service_by_either_face() {
    let session = builder(&FakeTransport::new()).build();
    let strict = session.connect_to(cloudwatch::CloudWatch);
    let lax =
        strict.with(|c| c.with_overrides(Overrides { parameter_range_validation: Some(false), ..Default::default() }));
    let error = strict.list_metrics().namespace("").dry_run().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert!(error.to_string().ends_with("Namespace: at least 1 characters, not 0"), "{error}");
    lax.list_metrics().namespace("").dry_run().await.unwrap();
    // What is no range stays checked.
    let error = lax.list_metrics().param("Namespace", 1).dry_run().await.unwrap_err();
    assert!(error.to_string().ends_with("Namespace: expected string, found integer"), "{error}");

    // By name, and said to the session.
    let strict = builder(&FakeTransport::new()).build();
    let lax = builder(&FakeTransport::new()).settings(|s| s.parameter_range_validation = Some(false)).build();
    for (session, refused) in [(strict, true), (lax, false)] {
        let call = session.connect_to(cloudwatch::CloudWatch).untyped().call("ListMetrics").param("Namespace", "");
        assert_eq!(call.dry_run().await.is_err(), refused);
    }
}

#[tokio::test]
async fn the_request_id_of_a_body_is_found() {
    let transport = FakeTransport::new();
    let answer = "<ListTopicsResponse><ListTopicsResult><Topics/></ListTopicsResult><ResponseMetadata><RequestId>r-9\
        </RequestId></ResponseMetadata></ListTopicsResponse>";
    transport.answer(200, &[], answer);
    transport.answer(200, &[("x-amzn-requestid", "r-10")], answer);
    let session = builder(&transport).build();
    let sns = session.connect_to(sns::Sns);
    for expected in ["r-9", "r-10"] {
        let (_, metadata) = sns.list_topics().send().await.unwrap();
        assert_eq!(metadata.request_id.as_deref(), Some(expected));
    }
}

#[tokio::test]
async fn the_path_of_an_endpoint_is_taken_as_it_is() {
    for (endpoint, path) in
        [("http://server.test:81", "/"), ("http://server.test/base", "/base"), ("http://server.test/base/", "/base/")]
    {
        let session = builder(&FakeTransport::new()).endpoint_url(endpoint).build();
        assert_eq!(session.connect_to(sns::Sns).list_topics().dry_run().await.unwrap().url.path, path);
    }
}

#[tokio::test]
async fn a_body_whose_checksum_is_given_is_hashed_for_the_signature() {
    let session = builder(&FakeTransport::new()).build();
    session.add_service(Arc::new(boto_model::archive::open("s3").unwrap()));
    let s3 = session.connect_to("s3").unwrap();
    let put = |body: ByteStream| {
        let call = s3.call("PutObject").param("Bucket", "bucket").param("Key", "k").param("Body", Value::Stream(body));
        call.param("ChecksumSHA1", "Kq5sNclPz7QV2+lfQIuc6R7oRu0=").dry_run()
    };
    let hashed = put(ByteStream::from("hello world")).await.unwrap();
    let expected = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";
    assert_eq!(hashed.headers["x-amz-content-sha256"], expected);
    // A stream that can be read once cannot be; TLS and the checksum have to do.
    let once = ByteStream::from_reader(std::io::Cursor::new(b"hello world"), Some(11));
    assert_eq!(put(once).await.unwrap().headers["x-amz-content-sha256"], "UNSIGNED-PAYLOAD");
    // What cannot be computed here can be given, but not asked for.
    let call =
        s3.call("PutObject").param("Bucket", "bucket").param("Key", "k").param("Body", Value::Blob(vec![1].into()));
    let error = call.param("ChecksumAlgorithm", "XXHASH3").dry_run().await.unwrap_err();
    assert!(error.to_string().contains("no checksum algorithm `XXHASH3`"), "{error}");
}

#[tokio::test]
async fn a_connection_can_speak_another_protocol_of_its_service() {
    use boto_core::Protocol;
    let transport = FakeTransport::new();
    let ours = builder(&transport).build().connect_to(cloudwatch::CloudWatch);
    let sent = |connection: &cloudwatch::Connection| connection.list_metrics().namespace("AWS/EC2").dry_run();
    let json = sent(&ours).await.unwrap();
    assert_eq!(json.headers["content-type"], "application/x-amz-json-1.0");
    let form = sent(&ours.with(|c| c.with_protocol(Protocol::Query))).await.unwrap();
    assert!(body(form).await.starts_with("Action=ListMetrics&"));
    let cbor = ours.with(|c| c.with_protocol(Protocol::RpcV2Cbor));
    let request = sent(&cbor).await.unwrap();
    assert_eq!(request.headers["smithy-protocol"], "rpc-v2-cbor");
    assert!(request.url.path.ends_with("/operation/ListMetrics"));
    // Answers are read by the same protocol, and the connection it was made of keeps its own.
    transport.answer(200, &[("smithy-protocol", "rpc-v2-cbor")], b"\xa1\x69NextToken\x61t".to_vec());
    assert_eq!(cbor.list_metrics().await.unwrap().next_token.as_deref(), Some("t"));
    assert!(sent(&ours).await.unwrap().headers["content-type"].to_str().unwrap().contains("json"));
    // One that the service does not speak is refused by name.
    let error = sent(&ours.with(|c| c.with_protocol(Protocol::RestXml))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert!(error.to_string().contains("does not speak rest-xml, but"), "{error}");
}

/// S3 is asked to encode keys unless the caller asked for something himself, and what it encoded unasked is decoded.
#[tokio::test]
async fn answers_are_read_as_those_to_the_call_that_asked() {
    let session = builder(&FakeTransport::new()).build();
    session.add_service(Arc::new(boto_model::archive::open("s3").unwrap()));
    let s3 = session.connect_to("s3").unwrap();
    let answer = || Response {
        status: 200,
        headers: HeaderMap::new(),
        body: "<ListBucketResult><EncodingType>url</EncodingType><Delimiter>%2B+</Delimiter>\
               <Contents><Key>a+b%2Fc</Key></Contents></ListBucketResult>"
            .into(),
    };
    let call = || s3.call("ListObjectsV2").param("Bucket", "jobs");
    let read = |(output, _): (Value, Metadata)| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (text(&output["Delimiter"]), text(&output["Contents"][0]["Key"]))
    };
    let decoded = ("+ ".to_owned(), "a b/c".to_owned());
    let encoded = ("%2B+".to_owned(), "a+b%2Fc".to_owned());
    assert_eq!(read(call().interpret(answer()).await.unwrap()), decoded);
    assert_eq!(read(call().param("EncodingType", "url").interpret(answer()).await.unwrap()), encoded);
    assert_eq!(read(s3.interpret("ListObjectsV2", answer()).await.unwrap()), encoded);
    let sqs = builder(&FakeTransport::new()).build().connect_to(sqs::Sqs);
    let received = Response { status: 200, headers: HeaderMap::new(), body: r#"{"Messages":[{"Body":"a"}]}"#.into() };
    let (output, metadata) = sqs.receive_message("https://q.test/1/a").interpret(received).await.unwrap();
    assert_eq!((output.messages[0].body.as_deref(), metadata.status), (Some("a"), 200));
    let fault = Response { status: 403, headers: HeaderMap::new(), body: "<Error><Code>Denied</Code></Error>".into() };
    assert_eq!(call().interpret(fault).await.unwrap_err().code(), Some("Denied"));
}
