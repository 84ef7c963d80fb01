//! A server for tests that speaks raw bytes, so that what goes over the wire can be seen as it is.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        atomic::{AtomicUsize, Ordering},
        Arc, Mutex,
    },
    time::Duration,
};

/// A server whose every connection is handled by one function, on a thread.
pub struct Server {
    pub address: SocketAddr,
    pub connections: Arc<AtomicUsize>,
    heads: Arc<Mutex<Vec<String>>>,
}

/// One connection as the handler sees it.
pub struct Peer {
    pub stream: BufReader<TcpStream>,
    pub number: usize,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub fn start(handle: impl Fn(Peer) + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let connections = Arc::new(AtomicUsize::new(0));
        let heads = Arc::new(Mutex::new(Vec::new()));
        let (count, kept, handle) = (connections.clone(), heads.clone(), Arc::new(handle));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
                let number = count.fetch_add(1, Ordering::SeqCst);
                let peer = Peer { stream: BufReader::new(stream), number, heads: kept.clone() };
                let handle = handle.clone();
                std::thread::spawn(move || handle(peer));
            }
        });
        Server { address, connections, heads }
    }

    /// One that gives this answer to every request.
    pub fn answering(answer: &'static [u8]) -> Server {
        Server::start(move |mut peer| peer.answer_all(answer))
    }

    /// The heads of all requests so far.
    pub fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap().clone()
    }
}

impl Peer {
    /// Gives this answer to every request that comes.
    pub fn answer_all(&mut self, answer: &[u8]) {
        while self.head().is_some() {
            self.send(answer);
        }
    }

    /// The next head, with its lines; `None` when the other side has closed.
    pub fn head(&mut self) -> Option<String> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.stream.read_line(&mut head).ok()? == 0 {
                return None;
            }
        }
        self.heads.lock().unwrap().push(head.clone());
        Some(head)
    }

    pub fn body(&mut self, length: usize) -> Vec<u8> {
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).unwrap();
        body
    }

    /// A chunked body, decoded.
    pub fn chunked(&mut self) -> Vec<u8> {
        let mut all = Vec::new();
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line).unwrap();
            let size = usize::from_str_radix(line.trim(), 16).unwrap();
            all.extend(self.body(size));
            self.body(2);
            if size == 0 {
                return all;
            }
        }
    }

    pub fn send(&mut self, bytes: &[u8]) {
        let _ = self.stream.get_mut().write_all(bytes);
    }
}
