//! S3, SQS and DynamoDB in this process, on one loopback port, with signatures verified.
//!
//! For examples and tests that should need no account, no installation and no other process. S3 is `s3s` with files in
//! a temporary directory; SQS and DynamoDB are `awsim`. None of it is ours, and none of it shares code with the SDK, so
//! a request that it accepts is more than our own opinion.
//!
//! ```
//! let server = boto_embedded::Server::start()?;
//! assert!(server.url().starts_with("http://127.0.0.1:"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod route;
mod s3;
mod verify;

use std::{io, net::SocketAddr, sync::mpsc, thread::JoinHandle};
use tokio::{net::TcpListener, sync::oneshot};
use uuid::Uuid;

/// The region in which resources live if a request does not name one.
const REGION: &str = "us-east-1";
const ACCOUNT: &str = "000000000000";

/// The one key pair that a server accepts, made anew for each server.
#[derive(Clone)]
pub(crate) struct Keys {
    pub(crate) access: String,
    pub(crate) secret: String,
}

impl Keys {
    fn random() -> Keys {
        let id = Uuid::new_v4().simple().to_string().to_uppercase();
        let secret = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
        Keys { access: format!("AKIA{}", &id[..16]), secret: secret[..40].to_owned() }
    }
}

/// A running server. Dropping it stops it and deletes what it stored.
pub struct Server {
    address: SocketAddr,
    keys: Keys,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts a server on a free port of 127.0.0.1 and returns when it accepts connections.
    ///
    /// It runs on a thread and a runtime of its own, so this works inside and outside of async code.
    ///
    /// # Errors
    /// If there is no free port or no temporary directory.
    pub fn start() -> io::Result<Server> {
        let keys = Keys::random();
        let (stop, stopped) = oneshot::channel();
        let (ready, started) = mpsc::channel();
        let its_keys = keys.clone();
        let thread = std::thread::Builder::new()
            .name("boto-embedded".to_owned())
            .spawn(move || run(&its_keys, &ready, stopped))?;
        let address = started.recv().map_err(|_| io::Error::other("the embedded server did not start"))??;
        Ok(Server { address, keys, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens: `http://127.0.0.1:<port>`, one endpoint for all services.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The access key id that it accepts.
    pub fn access_key(&self) -> &str {
        &self.keys.access
    }

    /// The secret access key that belongs to it.
    pub fn secret_key(&self) -> &str {
        &self.keys.secret
    }
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server")
            .field("url", &self.url())
            .field("access_key", &self.keys.access)
            .finish_non_exhaustive()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The life of a server, on its own thread: tells `ready` the address (or why not), serves until `stopped`.
fn run(keys: &Keys, ready: &mpsc::Sender<io::Result<SocketAddr>>, stopped: oneshot::Receiver<()>) {
    let started = || -> io::Result<_> {
        let files = tempfile::Builder::new().prefix("boto-embedded-").tempdir()?;
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0)))?;
        let address = listener.local_addr()?;
        let app = route::app(keys, files.path(), &runtime)?;
        Ok((files, runtime, listener, address, app))
    };
    // `files` is dropped last, when nothing writes into it any more.
    let (_files, runtime, listener, address, app) = match started() {
        Ok(parts) => parts,
        Err(error) => {
            let _ = ready.send(Err(error));
            return;
        }
    };
    let _ = ready.send(Ok(address));
    runtime.block_on(async {
        tokio::select! {
            _ = axum::serve(listener, app) => {}
            _ = stopped => {}
        }
    });
    // Connections that are still open must not keep the process from ending.
    runtime.shutdown_timeout(std::time::Duration::from_millis(200));
}
