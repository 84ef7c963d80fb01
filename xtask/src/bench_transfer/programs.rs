//! The programs that are measured: `program URL TRANSFER NUMBER`.

/// A program with several transfers.
pub struct Program {
    /// Its folder.
    pub name: &'static str,
    /// Its name in the table.
    pub title: &'static str,
    /// The names of its transfers.
    pub transfers: &'static [&'static str],
    /// The lines below `[dependencies]`.
    pub dependencies: &'static str,
    /// `main.rs`.
    pub source: &'static str,
}

/// All of them.
pub const PROGRAMS: &[Program] = &[
    Program {
        name: "transfer-reqwest",
        title: "bare reqwest",
        transfers: &["stream", "collect", "put", "put with CRC-32"],
        dependencies: r#"
reqwest = { version = "0.13", default-features = false, features = ["rustls-no-provider"] }
rustls = { version = "0.23", default-features = false, features = ["ring", "std", "tls12"] }
tokio = { version = "1", features = ["macros", "rt"] }
crc32fast = "1"
bytes = "1"
"#,
        source: r#"
/// The time on processors of all threads, in milliseconds.
fn cpu() -> f64 {
    let tasks = std::fs::read_dir("/proc/self/task").expect("tasks").flatten();
    let read = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("schedstat")).unwrap_or_default();
    tasks.map(|task| read(task).split(' ').next().unwrap_or("0").parse::<f64>().unwrap_or(0.0)).sum::<f64>() / 1e6
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [_, url, transfer, number] = std::env::args().collect::<Vec<_>>().try_into().expect("URL TRANSFER NUMBER");
    rustls::crypto::ring::default_provider().install_default().expect("the only provider");
    let authority = reqwest::Certificate::from_pem(&std::fs::read(std::env::var("AWS_CA_BUNDLE")?)?)?;
    let connection = reqwest::ClientBuilder::new().no_proxy().tls_certs_only([authority]).build()?;
    let body = bytes::Bytes::from(vec![7; if transfer.starts_with("put") { 64 << 20 } else { 0 }]);
    let mut best = f64::INFINITY;
    for _ in 0..number.parse::<usize>()? {
        let before = cpu();
        match transfer.as_str() {
            "stream" => {
                let (mut answer, mut length) = (connection.get(&url).send().await?, 0);
                while let Some(chunk) = answer.chunk().await? {
                    length += chunk.len();
                }
                assert_eq!(length, 64 << 20);
            }
            "collect" => assert_eq!(connection.get(&url).send().await?.bytes().await?.len(), 64 << 20),
            _ => {
                let mut request = connection.put(&url).body(body.clone());
                if transfer == "put with CRC-32" {
                    request = request.header("x-amz-checksum-crc32", crc32fast::hash(&body));
                }
                request.send().await?.error_for_status()?;
            }
        }
        best = best.min(cpu() - before);
    }
    println!("{best}");
    Ok(())
}
"#,
    },
    Program {
        name: "transfer",
        title: "boto",
        transfers: &["stream", "collect", "collect into one's own", "put", "put with CRC-32"],
        dependencies: r#"
boto-core = { path = "{core}" }
tokio = { version = "1", features = ["macros", "rt"] }
futures-core = "0.3"
"#,
        source: r#"
use futures_core::Stream;
boto_core::service!("s3", operations = [GetObject, PutObject]);

/// The time on processors of all threads, in milliseconds.
fn cpu() -> f64 {
    let tasks = std::fs::read_dir("/proc/self/task").expect("tasks").flatten();
    let read = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("schedstat")).unwrap_or_default();
    tasks.map(|task| read(task).split(' ').next().unwrap_or("0").parse::<f64>().unwrap_or(0.0)).sum::<f64>() / 1e6
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> boto_core::Result<()> {
    let [_, url, transfer, number] = std::env::args().collect::<Vec<_>>().try_into().expect("URL TRANSFER NUMBER");
    let s3 = boto_core::Session::new().connect_to(s3::S3).with_endpoint(&url);
    let body = boto_core::ByteStream::from(vec![7; if transfer.starts_with("put") { 64 << 20 } else { 0 }]);
    let (mut best, mut own) = (f64::INFINITY, Vec::new());
    for _ in 0..number.parse::<usize>().expect("a number") {
        let before = cpu();
        match transfer.as_str() {
            "stream" => {
                let mut body = std::pin::pin!(s3.get_object("bucket", "key").await?.body);
                let mut length = 0;
                while let Some(chunk) = std::future::poll_fn(|context| body.as_mut().poll_next(context)).await {
                    length += chunk?.len();
                }
                assert_eq!(length, 64 << 20);
            }
            "collect" => {
                assert_eq!(s3.get_object("bucket", "key").await?.body.collect().await?.len(), 64 << 20);
            }
            "collect into one's own" => {
                own.clear();
                assert_eq!(s3.get_object("bucket", "key").await?.body.collect_into(&mut own).await?, 64 << 20);
            }
            _ => {
                let mut call = s3.put_object("bucket", "key").body(body.clone());
                if transfer == "put with CRC-32" {
                    call = call.checksum_algorithm(s3::types::ChecksumAlgorithm::Crc32);
                }
                call.await?;
            }
        }
        best = best.min(cpu() - before);
    }
    println!("{best}");
    Ok(())
}
"#,
    },
];
