//! The programs that are counted: `program URL CALL NUMBER`.

/// A program with several calls.
#[derive(Clone, Copy)]
pub struct Program {
    /// Its folder.
    pub name: &'static str,
    /// Its name in the table.
    pub title: &'static str,
    /// The names of its calls.
    pub calls: &'static [&'static str],
    /// The lines below `[dependencies]`.
    pub dependencies: &'static str,
    /// `main.rs`.
    pub source: &'static str,
}

/// Programs of ours, and what the codecs are compared with.
pub const OURS: &[Program] = &[
    Program {
        name: "instructions",
        title: "boto, typed",
        calls: &["SendMessage", "GetItem", "Query", "GetObject", "ListObjectsV2"],
        dependencies: r#"
boto-core = { path = "{core}" }
tokio = { version = "1", features = ["macros", "rt"] }
"#,
        source: r#"
boto_core::service!("sqs", operations = [SendMessage]);
boto_core::service!("dynamodb", operations = [GetItem, Query]);
boto_core::service!("s3", operations = [GetObject, ListObjectsV2]);

#[tokio::main(flavor = "current_thread")]
async fn main() -> boto_core::Result<()> {
    let [_, url, call, number] = std::env::args().collect::<Vec<_>>().try_into().expect("URL CALL NUMBER");
    let session = boto_core::Session::new();
    let number: usize = number.parse().expect("a number");
    match call.as_str() {
        "SendMessage" => {
            let sqs = session.connect_to(sqs::Sqs).with_endpoint(&url);
            for _ in 0..number {
                let sent = sqs.send_message("http://127.0.0.1/123456789012/jobs", "hello").await?;
                assert!(sent.message_id.is_some());
            }
        }
        "GetItem" => {
            let dynamodb = session.connect_to(dynamodb::DynamoDb).with_endpoint(&url);
            for _ in 0..number {
                let key = [("id".to_owned(), dynamodb::types::AttributeValue::S("1".to_owned()))];
                let got = dynamodb.get_item("table", key).await?;
                assert_eq!(got.item.len(), 20);
            }
        }
        "Query" => {
            let dynamodb = session.connect_to(dynamodb::DynamoDb).with_endpoint(&url);
            for _ in 0..number {
                let got = dynamodb.query("table").key_condition_expression("id = :id").await?;
                assert_eq!(got.items.len(), 100);
            }
        }
        "GetObject" => {
            let s3 = session.connect_to(s3::S3).with_endpoint(&url);
            for _ in 0..number {
                let got = s3.get_object("bucket", "key").await?;
                assert_eq!(got.body.collect().await?.len(), 1024);
            }
        }
        "ListObjectsV2" => {
            let s3 = session.connect_to(s3::S3).with_endpoint(&url);
            for _ in 0..number {
                assert_eq!(s3.list_objects_v2("bucket").await?.contents.len(), 1000);
            }
        }
        other => panic!("no call {other}"),
    }
    Ok(())
}
"#,
    },
    Program {
        name: "instructions-codec",
        title: "parts alone",
        calls: &[
            "Query-read",
            "Query-read-serde_json",
            "ListObjectsV2-read",
            "ListObjectsV2-read-quick_xml",
            "PutItem-write",
            "PutItem-write-serde_json",
            "sign",
            "resolve-same",
            "resolve-other-bucket",
        ],
        dependencies: r#"
boto-core = { path = "{core}" }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
http = "1"
quick-xml = "0.38"
"#,
        source: CODEC,
    },
];

const CODEC: &str = r##"
use boto_core::protocol::{self, Payload};
use std::collections::BTreeMap;
boto_core::service!("dynamodb", operations = [PutItem, Query]);
boto_core::service!("s3", operations = [ListObjectsV2]);

#[derive(serde::Serialize, serde::Deserialize)]
#[allow(non_snake_case)]
struct Attribute {
    #[serde(skip_serializing_if = "Option::is_none")]
    S: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    N: Option<String>,
}

#[derive(serde::Deserialize)]
#[allow(non_snake_case, dead_code)]
struct Page {
    Items: Vec<BTreeMap<String, Attribute>>,
    Count: i32,
    ScannedCount: i32,
}

#[derive(serde::Serialize)]
#[allow(non_snake_case)]
struct Put {
    TableName: String,
    Item: BTreeMap<String, Attribute>,
}

#[derive(Default)]
#[allow(dead_code)]
struct Listed {
    key: String,
    last_modified: i64,
    etag: String,
    size: i64,
    class: String,
}

const QUERY: &[u8] = include_bytes!("query.json");
const LISTING: &[u8] = include_bytes!("listing.xml");

fn main() {
    let [_, _url, call, number] = std::env::args().collect::<Vec<_>>().try_into().expect("URL CALL NUMBER");
    let number: usize = number.parse().expect("a number");
    match call.as_str() {
        "sign" => return sign(number),
        "resolve-same" => return resolve(number, false),
        "resolve-other-bucket" => return resolve(number, true),
        _ => {}
    }
    let headers = http::HeaderMap::new();
    let service = if call.starts_with("List") { s3::S3::tables() } else { dynamodb::DynamoDb::tables() };
    let name = call.split('-').next().expect("an operation");
    let operation = service.operation(name).expect("an operation of the service");
    let protocol = protocol::choose(service.metadata());
    let text = |n: usize| format!("value {n} of item");
    match call.as_str() {
        "Query-read" => (0..number).for_each(|_| {
            let mut page = dynamodb::types::QueryOutput::default();
            let payload = Payload::Bytes(QUERY.into());
            protocol::decode(&service, operation, protocol, 200, &headers, payload, &mut page).expect("an answer");
            assert_eq!(page.items.len(), 100);
        }),
        "Query-read-serde_json" => (0..number).for_each(|_| {
            let page: Page = serde_json::from_slice(QUERY).expect("an answer");
            assert_eq!(page.Items.len(), 100);
        }),
        "PutItem-write" => {
            let mut input = dynamodb::types::PutItemInput { table_name: "table".into(), ..Default::default() };
            input.item = (0..200)
                .map(|n| (format!("attribute{n}"), dynamodb::types::AttributeValue::S(text(n))))
                .collect();
            (0..number).for_each(|_| {
                let encoded = protocol::encode(&service, operation, protocol, &input, &String::new).expect("a request");
                assert!(encoded.request.body.length().expect("a length") > 1000);
            });
        }
        "PutItem-write-serde_json" => {
            let item = (0..200).map(|n| (format!("attribute{n}"), Attribute { S: Some(text(n)), N: None })).collect();
            let input = Put { TableName: "table".into(), Item: item };
            (0..number).for_each(|_| assert!(serde_json::to_vec(&input).expect("a request").len() > 1000));
        }
        "ListObjectsV2-read" => (0..number).for_each(|_| {
            let mut page = s3::types::ListObjectsV2Output::default();
            let payload = Payload::Bytes(LISTING.into());
            protocol::decode(&service, operation, protocol, 200, &headers, payload, &mut page).expect("an answer");
            assert_eq!(page.contents.len(), 1000);
        }),
        "ListObjectsV2-read-quick_xml" => (0..number).for_each(|_| assert_eq!(quick_xml(LISTING).len(), 1000)),
        other => panic!("no call {other}"),
    }
}

/// Signs a small request, the key being derived already.
fn sign(number: usize) {
    use boto_core::{http::*, sign::*, ByteStream, Credentials, DateTime};
    let credentials = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", None);
    let keys = Keys::new();
    let body = br#"{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/jobs","MessageBody":"hello"}"#;
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/x-amz-json-1.0"));
    headers.insert("x-amz-target", HeaderValue::from_static("AmazonSQS.SendMessage"));
    let authority = "sqs.us-east-1.amazonaws.com".into();
    let url = Url { scheme: "https".into(), authority, path: "/".into(), query: String::new() };
    let request = Request { method: Method::POST, url, headers, body: ByteStream::default() };
    let time = DateTime::from_parts(1_440_938_160, 0);
    // As many copies in both runs, so that copying is not counted.
    let mut requests: Vec<Request> = (0..100).map(|_| request.clone()).collect();
    for request in &mut requests[..number] {
        v4::sign(request, &Signing::new(&credentials, &keys, "us-east-1", "sqs", time, body)).expect("a signature");
    }
}

/// Finds the endpoint of an object of S3, by its own rules.
fn resolve(number: usize, other: bool) {
    use boto_core::endpoint::{Atlas, Params, Resolver};
    let service = s3::S3::tables();
    let resolver = Resolver::new(service.rules().expect("rules"), Atlas::shared()).expect("rules that compile");
    let mut params = Params::new();
    params.set("Region", "us-west-2");
    params.set("UseArnRegion", true);
    for name in ["UseFIPS", "UseDualStack", "ForcePathStyle", "Accelerate", "UseGlobalEndpoint"] {
        params.set(name, false);
    }
    let buckets: Vec<String> = (0..100).map(|n| format!("bucket-{}", if other { n } else { 0 })).collect();
    for bucket in &buckets[..number] {
        params.set("Bucket", bucket.as_str());
        std::hint::black_box(resolver.resolve(&params).expect("an endpoint"));
    }
}

/// By hand, with quick-xml's events.
fn quick_xml(bytes: &[u8]) -> Vec<Listed> {
    use quick_xml::{events::Event, Reader};
    let mut reader = Reader::from_reader(bytes);
    let (mut list, mut listed, mut text) = (Vec::new(), Listed::default(), String::new());
    loop {
        match reader.read_event().expect("XML") {
            Event::Start(start) => {
                text.clear();
                if start.local_name().as_ref() == b"Contents" {
                    listed = Listed::default();
                }
            }
            Event::Text(more) => text.push_str(&more.decode().expect("UTF-8")),
            Event::GeneralRef(name) => {
                let name = name.decode().expect("UTF-8");
                text.push_str(quick_xml::escape::resolve_xml_entity(&name).expect("an entity"));
            }
            Event::End(end) => match end.local_name().as_ref() {
                b"Key" => listed.key = std::mem::take(&mut text),
                b"ETag" => listed.etag = std::mem::take(&mut text),
                b"Size" => listed.size = text.parse().expect("a number"),
                b"StorageClass" => listed.class = std::mem::take(&mut text),
                b"LastModified" => listed.last_modified = boto_core::DateTime::parse(&text).expect("a date").seconds(),
                b"Contents" => list.push(std::mem::take(&mut listed)),
                _ => {}
            },
            Event::Eof => return list,
            _ => {}
        }
    }
}
"##;

/// Others.
pub const PEERS: &[Program] = &[Program {
    name: "instructions-reqwest",
    title: "bare reqwest",
    calls: &["SendMessage", "GetItem", "Query", "GetObject", "ListObjectsV2"],
    dependencies: r#"
reqwest = { version = "0.13", default-features = false, features = ["rustls-no-provider"] }
tokio = { version = "1", features = ["macros", "rt"] }
"#,
    source: r#"
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [_, url, call, number] = std::env::args().collect::<Vec<_>>().try_into().expect("URL CALL NUMBER");
    let connection = reqwest::ClientBuilder::new().no_proxy().build()?;
    let target = match call.as_str() {
        "SendMessage" => "AmazonSQS.SendMessage",
        "GetItem" => "DynamoDB_20120810.GetItem",
        "Query" => "DynamoDB_20120810.Query",
        _ => "",
    };
    let path = if call == "ListObjectsV2" { "/bucket?list-type=2" } else { "/" };
    for _ in 0..number.parse::<usize>()? {
        let request = match target {
            "" => connection.get(format!("{url}{path}")),
            _ => connection.post(&url).header("x-amz-target", target).body("{\"QueueUrl\":\"x\"}"),
        };
        assert!(request.send().await?.bytes().await?.len() > 50);
    }
    Ok(())
}
"#,
}];
