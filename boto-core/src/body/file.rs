//! Files as streams, read on tokio's blocking threads.

use crate::{
    tasks::{blocking, Blocking},
    Error, ErrorKind, Result,
};
use bytes::Bytes;
use futures_core::Stream;
use std::{
    fs::File,
    future::Future,
    io::{Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    pin::Pin,
    task::{ready, Context, Poll},
};

/// Bytes per read: large enough that handing a read to another thread costs little beside it.
const CHUNK: u64 = 256 << 10;

/// The length of a file; none of what is no ordinary one, such as a pipe: it has what comes until it ends.
pub(super) fn length(path: &Path) -> Result<Option<u64>> {
    let metadata = std::fs::metadata(path).map_err(|e| failed(path, "open", &e))?;
    if metadata.is_dir() {
        return Err(Error::new(ErrorKind::Stream, format!("cannot read {}: is a directory", path.display())));
    }
    Ok(metadata.is_file().then_some(metadata.len()))
}

/// `remaining` bytes of a file from `offset` on. Ends early if the file does.
pub(super) struct FileStream {
    path: PathBuf,
    offset: u64,
    remaining: u64,
    state: State,
}

enum State {
    Idle(Option<File>),
    Busy(Blocking<Result<(File, Bytes)>>),
    Done,
}

impl FileStream {
    pub(super) fn new(path: PathBuf, offset: u64, remaining: u64) -> FileStream {
        FileStream { path, offset, remaining, state: State::Idle(None) }
    }

    /// Starts the next read, opening the file for the first.
    fn start(&self, file: Option<File>) -> Result<Blocking<Result<(File, Bytes)>>> {
        let (path, offset, size) = (self.path.clone(), self.offset, self.remaining.min(CHUNK));
        let work = move || {
            let mut file = match file {
                Some(file) => file,
                None => open(&path, offset).map_err(|e| failed(&path, "open", &e))?,
            };
            let mut buffer = Vec::with_capacity(size as usize);
            Read::take(&mut file as &mut dyn Read, size)
                .read_to_end(&mut buffer)
                .map_err(|e| failed(&path, "read", &e))?;
            Ok((file, Bytes::from(buffer)))
        };
        let runtime = tokio::runtime::Handle::try_current()
            .map_err(|_| Error::new(ErrorKind::Usage, "reading a file as a body needs a tokio runtime"))?;
        Ok(blocking(&runtime, work))
    }
}

fn open(path: &Path, offset: u64) -> std::io::Result<File> {
    let mut file = File::open(path)?;
    if offset > 0 {
        file.seek(SeekFrom::Start(offset))?;
    }
    Ok(file)
}

fn failed(path: &Path, what: &str, error: &std::io::Error) -> Error {
    Error::new(ErrorKind::Stream, format!("cannot {what} {}: {error}", path.display()))
}

impl Stream for FileStream {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match &mut self.state {
                State::Done => return Poll::Ready(None),
                State::Idle(file) => {
                    let file = file.take();
                    // A range of no bytes still opens the file once, so that a missing one is noticed.
                    if self.remaining == 0 && file.is_some() {
                        self.state = State::Done;
                        continue;
                    }
                    match self.start(file) {
                        Ok(handle) => self.state = State::Busy(handle),
                        Err(error) => {
                            self.state = State::Done;
                            return Poll::Ready(Some(Err(error)));
                        }
                    }
                }
                State::Busy(handle) => {
                    let outcome = ready!(Pin::new(handle).poll(context));
                    self.state = State::Done;
                    let (file, chunk) = match outcome {
                        Ok(Ok(read)) => read,
                        Ok(Err(error)) => return Poll::Ready(Some(Err(error))),
                        Err(_) => {
                            let message = format!("cannot read {}: the runtime is shutting down", self.path.display());
                            return Poll::Ready(Some(Err(Error::new(ErrorKind::Stream, message))));
                        }
                    };
                    if chunk.is_empty() {
                        return Poll::Ready(None);
                    }
                    self.remaining -= chunk.len() as u64;
                    self.state = State::Idle(Some(file));
                    return Poll::Ready(Some(Ok(chunk)));
                }
            }
        }
    }
}
