//! Files that are written in parts, and writers that take them in order.

use crate::{Error, ErrorKind, Result};
use bytes::Bytes;
use std::{
    fs::{File, OpenOptions},
    future::poll_fn,
    io::{self, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::io::AsyncWrite;

/// A file beside the one that is wanted. Unless it is kept it is removed when it is dropped.
pub(super) struct Beside {
    file: Arc<Mutex<File>>,
    path: PathBuf,
    wanted: PathBuf,
    kept: bool,
}

impl Beside {
    /// Makes one; `random` is for its name.
    #[inline]
    pub(super) async fn make(wanted: PathBuf, random: u32) -> Result<Beside> {
        let mut name = wanted.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{random:08x}"));
        let path = wanted.with_file_name(name);
        let made = path.clone();
        let open = move || OpenOptions::new().write(true).create_new(true).open(made);
        let file = blocking(&path, "create", open).await?;
        Ok(Beside { file: Arc::new(Mutex::new(file)), path, wanted, kept: false })
    }

    /// Where parts are written.
    #[inline]
    pub(super) fn place(&self) -> Place {
        Place { file: Arc::clone(&self.file), path: self.path.clone() }
    }

    /// Gives it the name that is wanted.
    #[inline]
    pub(super) async fn keep(mut self) -> Result<()> {
        let (from, to) = (self.path.clone(), self.wanted.clone());
        blocking(&self.wanted, "write", move || std::fs::rename(from, to)).await?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Beside {
    #[inline]
    fn drop(&mut self) {
        if !self.kept {
            // There is nobody left to tell.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// A file that parts are written to, in any order.
#[derive(Clone)]
pub(super) struct Place {
    file: Arc<Mutex<File>>,
    path: PathBuf,
}

impl Place {
    /// Writes these bytes there.
    #[inline]
    pub(super) async fn write(&self, at: u64, chunks: Vec<Bytes>) -> Result<()> {
        let file = Arc::clone(&self.file);
        blocking(&self.path, "write", move || {
            let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(at))?;
            chunks.iter().try_for_each(|chunk| file.write_all(chunk))
        })
        .await
    }
}

/// Opens what is no ordinary file (a device, a pipe), which has to be written in order and under its own name.
#[inline]
pub(super) async fn special(path: &Path) -> Result<Option<Place>> {
    let wanted = path.to_owned();
    let open = move || match std::fs::metadata(&wanted) {
        Ok(known) if known.is_dir() => Err(io::Error::other("it is a directory")),
        Ok(known) if !known.is_file() => OpenOptions::new().write(true).open(&wanted).map(Some),
        _ => Ok(None),
    };
    let file = blocking(path, "write", open).await?;
    Ok(file.map(|file| Place { file: Arc::new(Mutex::new(file)), path: path.to_owned() }))
}

/// What takes bytes in order.
pub(super) enum Sink<'a> {
    File(Place),
    Writer(Box<dyn AsyncWrite + Send + Unpin + 'a>),
}

impl Sink<'_> {
    /// Writes all of it.
    #[inline]
    pub(super) async fn write(&mut self, mut chunk: Bytes) -> Result<()> {
        let to = match self {
            Sink::File(place) => {
                let file = Arc::clone(&place.file);
                let write = move || file.lock().unwrap_or_else(PoisonError::into_inner).write_all(&chunk);
                return blocking(&place.path, "write", write).await;
            }
            Sink::Writer(to) => to,
        };
        while !chunk.is_empty() {
            let written = poll_fn(|context| Pin::new(&mut *to).poll_write(context, &chunk)).await.map_err(failed)?;
            if written == 0 {
                return Err(failed(io::ErrorKind::WriteZero.into()));
            }
            chunk = chunk.split_off(written.min(chunk.len()));
        }
        Ok(())
    }

    /// Writes what is held back.
    #[inline]
    pub(super) async fn flush(&mut self) -> Result<()> {
        match self {
            Sink::File(_) => Ok(()),
            Sink::Writer(to) => poll_fn(|context| Pin::new(&mut *to).poll_flush(context)).await.map_err(failed),
        }
    }
}

#[inline]
fn failed(error: io::Error) -> Error {
    Error::new(ErrorKind::Stream, format!("cannot write what is downloaded: {error}"))
}

/// Does something with a file on a thread that may block.
async fn blocking<T: Send + 'static>(
    path: &Path,
    what: &str,
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T> {
    let failed = |reason: &dyn std::fmt::Display| {
        Error::new(ErrorKind::Stream, format!("cannot {what} {}: {reason}", path.display()))
    };
    let runtime = tokio::runtime::Handle::try_current()
        .map_err(|_| Error::new(ErrorKind::Usage, "writing a file needs a tokio runtime"))?;
    match crate::tasks::blocking(&runtime, work).await {
        Ok(done) => done.map_err(|e| failed(&e)),
        Err(_) => Err(failed(&"the runtime is shutting down")),
    }
}
