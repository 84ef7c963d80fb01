//! The real outside world.

use super::{Command, Host, Output};
use crate::{tasks, BoxFuture, DateTime};
use ring::rand::{SecureRandom, SystemRandom};
use std::{
    ffi::OsString,
    fs,
    hash::{BuildHasher, Hasher},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    process::{Child, Stdio},
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::{Duration, Instant, SystemTime},
};

/// The real outside world.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Host for System {
    fn var(&self, name: &str) -> Option<OsString> {
        // Names that no environment can hold would panic in some versions of the standard library.
        if name.is_empty() || name.contains(['=', '\0']) {
            return None;
        }
        std::env::var_os(name)
    }

    fn home(&self) -> Option<PathBuf> {
        std::env::home_dir().filter(|home| !home.as_os_str().is_empty())
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        read(path, PIPE_TIME_LIMIT)
    }

    fn list(&self, path: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(path)?.map(|entry| Ok(entry?.file_name())).collect()
    }

    fn write_private(&self, path: &Path, contents: &[u8]) -> io::Result<()> {
        write_private(path, contents)
    }

    fn now(&self) -> DateTime {
        match SystemTime::now().duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => DateTime::from_parts(after.as_secs() as i64, after.subsec_nanos()),
            Err(before) => DateTime::from_parts(-(before.duration().as_secs() as i64), 0),
        }
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async move { tokio::time::sleep(duration).await })
    }

    fn random(&self, buffer: &mut [u8]) {
        if SystemRandom::new().fill(buffer).is_err() {
            // No entropy from the system (a sandbox). What we draw random numbers for, jitter and idempotency tokens,
            // must differ from process to process but need not be unguessable.
            for (i, chunk) in buffer.chunks_mut(8).enumerate() {
                let mut hasher = std::collections::hash_map::RandomState::new().build_hasher();
                hasher.write_usize(i);
                hasher.write_u128(SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default().as_nanos());
                chunk.copy_from_slice(&hasher.finish().to_le_bytes()[..chunk.len()]);
            }
        }
    }

    fn datagram(&self, host: &str, port: u16, bytes: &[u8]) {
        super::datagram::send(host, port, bytes);
    }

    fn run(&self, command: Command) -> BoxFuture<'static, io::Result<Output>> {
        Box::pin(async move {
            match tokio::runtime::Handle::try_current() {
                Ok(runtime) => tasks::blocking(&runtime, move || run(&command)).await.map_err(io::Error::other)?,
                Err(_) => run(&command),
            }
        })
    }
}

/// The most that is read of a file: five times the largest model.
const FILE_LIMIT: u64 = 64 << 20;

/// How long a pipe or a device may take to say what it has to say: as long as a `credential_process`.
const PIPE_TIME_LIMIT: Duration = Duration::from_secs(60);

/// Reads a whole file. What is no ordinary one (`<(…)` of a shell, a pipe that a password manager fills) may never be
/// opened or never end, and is read on a thread of its own.
fn read(path: &Path, time_limit: Duration) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    if metadata.is_file() || metadata.is_dir() {
        return read_bounded(path, metadata.len());
    }
    let path = path.to_owned();
    let contents = aside(Box::new(move || read_bounded(&path, 0)));
    let late = || {
        let message = format!("it is no ordinary file, and did not end within {} s", time_limit.as_secs_f64());
        io::Error::new(io::ErrorKind::TimedOut, message)
    };
    receive(&contents, time_limit).ok_or_else(late)?
}

fn read_bounded(path: &Path, length: u64) -> io::Result<Vec<u8>> {
    // Room for all of it from the start: what grows leaves copies of secrets behind.
    let mut contents = Vec::with_capacity(length.min(FILE_LIMIT) as usize + 1);
    Read::take(fs::File::open(path)?, FILE_LIMIT + 1).read_to_end(&mut contents)?;
    if contents.len() as u64 > FILE_LIMIT {
        let message = format!("it has more than {} MiB", FILE_LIMIT >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(contents)
}

/// Writes beside the target and renames, so that readers see the old file or the new one and never half of it.
fn write_private(path: &Path, contents: &[u8]) -> io::Result<()> {
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "not the path of a file"))?;
    create_private_dir(dir)?;
    let mut random = [0; 8];
    System.random(&mut random);
    let mut temporary = OsString::from(".");
    temporary.push(name);
    temporary.push(format!(".{:016x}", u64::from_le_bytes(random)));
    let temporary = dir.join(temporary);
    let written = write_new(&temporary, contents).and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written
}

fn write_new(path: &Path, contents: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(contents)?;
    file.sync_all()
}

fn create_private_dir(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

/// The most that is kept of either output; nothing we run has more to say.
const OUTPUT_LIMIT: u64 = 4 << 20;

fn run(command: &Command) -> io::Result<Output> {
    let mut child = std::process::Command::new(&command.program)
        .args(&command.arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let deadline = Instant::now().checked_add(command.time_limit);
    let stdout = drain(child.stdout.take().map(|pipe| Box::new(pipe) as _));
    let stderr = drain(child.stderr.take().map(|pipe| Box::new(pipe) as _));
    let outcome = finish(&mut child, &stdout, &stderr, deadline);
    if outcome.is_err() {
        let _ = child.kill();
        let _ = child.wait();
    }
    outcome
}

fn finish(child: &mut Child, stdout: &Aside, stderr: &Aside, deadline: Option<Instant>) -> io::Result<Output> {
    let left = || deadline.map_or(Duration::MAX, |d| d.saturating_duration_since(Instant::now()));
    let late = || io::Error::new(io::ErrorKind::TimedOut, "process did not end in time");
    let stdout = receive(stdout, left()).ok_or_else(late)??;
    let stderr = receive(stderr, left()).ok_or_else(late)??;
    // Both outputs are closed: the end is near, if it has not come.
    let mut pause = Duration::from_micros(200);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Output { code: status.code(), stdout, stderr });
        }
        if left().is_zero() {
            return Err(late());
        }
        std::thread::sleep(pause.min(left()));
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

/// Reads an output of a process to its end: one that fills one pipe while we read the other would hang.
fn drain(output: Option<Box<dyn Read + Send>>) -> Aside {
    aside(Box::new(move || {
        let mut kept = Vec::new();
        if let Some(mut output) = output {
            Read::take(&mut output as &mut dyn Read, OUTPUT_LIMIT).read_to_end(&mut kept)?;
            io::copy(&mut output, &mut io::sink())?;
        }
        Ok(kept)
    }))
}

/// What a thread of its own reads, once it is there.
type Aside = Arc<(Mutex<Option<io::Result<Vec<u8>>>>, Condvar)>;

fn aside(read: Box<dyn FnOnce() -> io::Result<Vec<u8>> + Send>) -> Aside {
    let result = Aside::default();
    let theirs = Arc::clone(&result);
    std::thread::spawn(move || {
        let contents = read();
        *theirs.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(contents);
        theirs.1.notify_one();
    });
    result
}

/// Waits for it; `None` if it takes longer.
fn receive(result: &Aside, limit: Duration) -> Option<io::Result<Vec<u8>>> {
    let (contents, there) = &**result;
    let limit = limit.min(Duration::from_secs(1 << 30));
    let contents = contents.lock().unwrap_or_else(PoisonError::into_inner);
    let waited = there.wait_timeout_while(contents, limit, |contents| contents.is_none());
    waited.unwrap_or_else(PoisonError::into_inner).0.take()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, limit: Duration) -> Command {
        Command { program: "sh".into(), arguments: vec!["-c".into(), script.into()], time_limit: limit }
    }

    #[tokio::test]
    async fn processes_run_to_their_end_or_their_limit() {
        let out = System.run(shell("echo out; echo err >&2; exit 3", Duration::from_secs(10))).await.unwrap();
        assert_eq!((out.code, &out.stdout[..], &out.stderr[..]), (Some(3), &b"out\n"[..], &b"err\n"[..]));
        let begun = Instant::now();
        let late = System.run(shell("sleep 30", Duration::from_millis(50))).await.err().unwrap();
        assert_eq!(late.kind(), io::ErrorKind::TimedOut);
        assert!(begun.elapsed() < Duration::from_secs(10));
        let none = Command { program: "/nonexistent".into(), arguments: vec![], time_limit: Duration::from_secs(1) };
        assert_eq!(System.run(none).await.err().unwrap().kind(), io::ErrorKind::NotFound);
    }

    #[tokio::test]
    async fn much_output_on_both_pipes_does_not_hang() {
        let script = "head -c 6000000 /dev/zero >&2; head -c 300000 /dev/zero";
        let out = System.run(shell(script, Duration::from_secs(20))).await.unwrap();
        assert_eq!((out.stdout.len(), out.stderr.len()), (300_000, 4 << 20));
    }

    #[test]
    fn private_files_are_private_and_replaced_whole() {
        let root = std::env::temp_dir().join(format!("boto-host-{}", std::process::id()));
        let dir = root.join("a/b");
        let path = dir.join("token.json");
        System.write_private(&path, b"one").unwrap();
        System.write_private(&path, b"two").unwrap();
        assert_eq!(System.read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 1, "no temporary file stays behind");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        fs::remove_dir_all(&root).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn pipes_are_read_and_neither_waited_for_nor_read_without_limit() {
        let limit = Duration::from_secs(20);
        let root = std::env::temp_dir().join(format!("boto-host-pipes-{}", std::process::id()));
        fs::create_dir_all(&root).unwrap();
        let pipes = [root.join("silent"), root.join("filled")];
        assert!(std::process::Command::new("mkfifo").args(&pipes).status().unwrap().success());
        let late = read(&pipes[0], Duration::from_millis(30)).unwrap_err();
        assert_eq!(late.to_string(), "it is no ordinary file, and did not end within 0.03 s");
        // Opened for both it lets the reader go that still waits there.
        drop(fs::OpenOptions::new().read(true).write(true).open(&pipes[0]).unwrap());
        let to = pipes[1].clone();
        let writer = std::thread::spawn(move || fs::write(&to, b"[default]").unwrap());
        assert_eq!(read(&pipes[1], limit).unwrap(), b"[default]");
        writer.join().unwrap();
        fs::remove_dir_all(&root).unwrap();
        let endless = read(Path::new("/dev/zero"), limit).unwrap_err();
        assert_eq!(
            (endless.kind(), endless.to_string()),
            (io::ErrorKind::FileTooLarge, "it has more than 64 MiB".into())
        );
        assert_eq!(read(Path::new("/dev/null"), limit).unwrap(), b"");
        #[cfg(target_os = "linux")]
        assert!(read(Path::new("/proc/self/status"), limit).unwrap().starts_with(b"Name:"));
        assert_eq!(read(Path::new("/tmp"), limit).unwrap_err().kind(), io::ErrorKind::IsADirectory);
    }

    #[test]
    fn random_bytes_differ() {
        let (mut a, mut b) = ([0; 33], [0; 33]);
        System.random(&mut a);
        System.random(&mut b);
        assert_ne!(a, b);
        assert_eq!(System.var("A=B"), None);
    }
}
