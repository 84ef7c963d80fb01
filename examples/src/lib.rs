//! What the examples share: where to connect to. The programs are in `examples/`.

use boto_core::Session;

/// Where an example connects to: the embedded server, unless the command line says otherwise.
pub struct Place {
    /// A session that connects there.
    pub session: Session,
    /// Where that is, for people.
    pub name: String,
    /// Stops when this is dropped.
    server: Option<boto_embedded::Server>,
}

const USAGE: &str = "\
usage: cargo run -p boto-examples --example NAME -- [--endpoint-url URL | --aws]
  without arguments   a server inside this program: S3, SQS and DynamoDB, no account needed
  --endpoint-url URL  another server; region and credentials from the environment or ~/.aws
  --aws               AWS itself; region and credentials from the environment or ~/.aws";

impl Place {
    /// Reads the command line; ends the program with the usage if that makes no sense.
    pub fn from_arguments() -> Place {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match arguments[..] {
            [] => Place::embedded().unwrap_or_else(|e| stop(&format!("the embedded server did not start: {e}"))),
            ["--aws"] => Place { session: Session::new(), name: "AWS".to_owned(), server: None },
            ["--endpoint-url", url] => {
                let session = Session::builder().endpoint_url(url).build();
                Place { session, name: url.to_owned(), server: None }
            }
            _ => stop(USAGE),
        }
    }

    /// Whether that is the server inside this program, which starts empty.
    pub fn is_embedded(&self) -> bool {
        self.server.is_some()
    }

    fn embedded() -> std::io::Result<Place> {
        let server = boto_embedded::Server::start()?;
        let session = Session::builder()
            .endpoint_url(server.url())
            .region("us-east-1")
            .credentials(server.access_key(), server.secret_key())
            .build();
        Ok(Place { session, name: format!("the embedded server at {}", server.url()), server: Some(server) })
    }
}

fn stop(message: &str) -> ! {
    eprintln!("{message}");
    std::process::exit(2)
}

/// The README's code, compiled.
#[doc = include_str!("../../README.md")]
#[cfg(doctest)]
pub struct Readme;
