//! What the integration tests share: servers to call and the typed services to call them with.

pub mod objects;
pub mod services;

use boto_core::Session;
use std::{
    sync::{
        atomic::{AtomicU32, Ordering},
        OnceLock,
    },
    time::{SystemTime, UNIX_EPOCH},
};

/// A server and the key that it accepts.
#[derive(Clone, Debug)]
pub struct Server {
    /// `http://127.0.0.1:…`.
    pub url: String,
    /// The access key id.
    pub access_key: String,
    /// The secret that belongs to it.
    pub secret_key: String,
}

impl Server {
    /// The server in this process.
    pub fn embedded() -> Server {
        static SERVER: OnceLock<boto_embedded::Server> = OnceLock::new();
        let server = SERVER.get_or_init(|| boto_embedded::Server::start().unwrap_or_else(|e| panic!("embedded: {e}")));
        Server {
            url: server.url(),
            access_key: server.access_key().to_owned(),
            secret_key: server.secret_key().to_owned(),
        }
    }

    /// The MiniStack that `cargo xtask test` has started.
    ///
    /// # Panics
    /// If it has not.
    pub fn ministack() -> Server {
        Server {
            url: required("BOTO_TEST_MINISTACK_URL"),
            access_key: required("BOTO_TEST_MINISTACK_ACCESS_KEY"),
            secret_key: required("BOTO_TEST_MINISTACK_SECRET_KEY"),
        }
    }

    /// The moto that `cargo xtask test` has started. It takes any key.
    ///
    /// # Panics
    /// If it has not.
    pub fn moto() -> Server {
        let (access_key, secret_key) = ("AKIDEXAMPLE".to_owned(), "secret".to_owned());
        Server { url: required("BOTO_TEST_MOTO_URL"), access_key, secret_key }
    }

    /// A session that calls this server, with its key.
    pub fn session(&self) -> Session {
        self.session_with(&self.access_key, &self.secret_key)
    }

    /// A session that calls this server, with another key.
    pub fn session_with(&self, access_key: &str, secret_key: &str) -> Session {
        Session::builder()
            .region("us-east-1")
            .endpoint_url(&self.url)
            .credentials(access_key, secret_key)
            .settings(|s| s.max_attempts = Some(1))
            .build()
    }
}

/// A name that no other test uses, of letters, digits and hyphens.
pub fn unique(prefix: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_nanos());
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{prefix}-{now:x}-{}-{count}", std::process::id())
}

fn required(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run `cargo xtask test`"))
}
