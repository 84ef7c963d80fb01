//! Server processes on free loopback ports, which end when we do.

use super::venv;
use std::{
    fs::File,
    io::{self, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs its arguments until standard input ends; then ends that process, and only that one. The pipe closes however
/// xtask ends, be it by a panic or a signal, so no server is ever left behind.
const GUARD: &str = r#"
"$@" & server=$!
cat > /dev/null
kill "$server" 2> /dev/null
wait "$server" 2> /dev/null
"#;

/// A running server. Dropping it stops it.
pub struct Server {
    guard: Child,
    port: u16,
    name: String,
    log: PathBuf,
}

impl Server {
    /// Starts `program`, told its port by `configure`, and waits until `GET path` is answered with 200.
    pub fn start(
        name: &str,
        work: &Path,
        program: &Path,
        path: &str,
        configure: &dyn Fn(&mut Command, u16),
    ) -> Result<Server, String> {
        let port = free_port().map_err(|e| format!("no free port: {e}"))?;
        let log = work.join(format!("{name}.log"));
        let file = File::create(&log).map_err(|e| format!("{}: {e}", log.display()))?;
        let second = file.try_clone().map_err(|e| format!("{}: {e}", log.display()))?;
        let folder = work.join(name);
        std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        let mut command = Command::new("sh");
        command.args(["-c", GUARD, "sh"]).arg(program).current_dir(folder);
        command.stdin(Stdio::piped()).stdout(file).stderr(second);
        configure(&mut command, port);
        let guard = command.spawn().map_err(|e| format!("cannot start {name}: {e}"))?;
        let server = Server { guard, port, name: name.to_owned(), log };
        server.wait_until_ready(path)?;
        println!("{name} answers at {}", server.url());
        Ok(server)
    }

    /// `http://127.0.0.1:<port>`.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Sends a request and returns status and body of the answer.
    pub fn request(&self, method: &str, path: &str, headers: &str, body: &str) -> io::Result<(u16, String)> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let length = body.len();
        let host = format!("127.0.0.1:{}", self.port);
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n"
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer);
        let status = answer.get(9..12).and_then(|s| s.parse().ok());
        let (_, body) = answer.split_once("\r\n\r\n").unwrap_or_default();
        status.map(|s| (s, body.to_owned())).ok_or_else(|| io::Error::other(format!("no HTTP answer: {answer:?}")))
    }

    fn wait_until_ready(&self, path: &str) -> Result<(), String> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.request("GET", path, "", "").is_ok_and(|(status, _)| status == 200) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        Err(format!("{} did not answer within {PATIENCE:?}; its log:\n{log}", self.name))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}

/// Moto, which knows many services and checks no signatures.
pub fn start_moto(root: &Path, work: &Path) -> Result<Server, String> {
    let bin = venv::ready(root, work, "moto")?;
    Server::start("moto", work, &bin.join("moto_server"), "/moto-api/data.json", &|command, port| {
        command.args(["-H", "127.0.0.1", "-p", &port.to_string()]);
    })
}

/// A port that is free now; nobody else on the machine is likely to take it before the server does.
fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_ends_with_its_owner() {
        let work = std::env::temp_dir().join(format!("boto-xtask-{}", std::process::id()));
        std::fs::create_dir_all(&work).unwrap();
        let server = Server::start("python", &work, Path::new("python3"), "/", &|command, port| {
            command.args(["-m", "http.server", "--bind", "127.0.0.1", &port.to_string()]);
        });
        let server = server.unwrap();
        let port = server.port;
        assert_eq!(server.request("GET", "/no-such-file", "", "").unwrap().0, 404);
        drop(server);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
        std::fs::remove_dir_all(&work).unwrap();
    }
}
