//! Datagrams that nobody waits for.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs, UdpSocket},
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
};

/// How many wait for the address of a name at most.
const WAITING: usize = 256;

type Datagram = (String, u16, Vec<u8>);

/// Sends at once where the host is an address or this machine; names are looked up in the background, for that takes
/// time. What cannot be sent is lost.
pub(super) fn send(host: &str, port: u16, bytes: &[u8]) {
    let address = match host.trim_matches(['[', ']']) {
        "localhost" => Some(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        address => address.parse().ok(),
    };
    match address {
        Some(address) => to(SocketAddr::new(address, port), bytes),
        None => later((host.to_owned(), port, bytes.to_vec())),
    }
}

/// Those that wait; `None` if nobody is there to send them. (A channel would be some fifty functions more to compile.)
static QUEUE: Mutex<Option<Vec<Datagram>>> = Mutex::new(None);

fn queue() -> MutexGuard<'static, Option<Vec<Datagram>>> {
    QUEUE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn later(datagram: Datagram) {
    let mut queue = queue();
    match &mut *queue {
        Some(waiting) if waiting.len() >= WAITING => {}
        Some(waiting) => waiting.push(datagram),
        None => {
            let thread = std::thread::Builder::new().name("boto-datagrams".to_owned()).spawn(send_all);
            if thread.is_ok() {
                *queue = Some(vec![datagram]);
            }
        }
    }
}

/// Sends until none are left.
fn send_all() {
    let mut known: Option<(String, u16, SocketAddr)> = None;
    loop {
        let waiting = match &mut *queue() {
            Some(waiting) if !waiting.is_empty() => std::mem::take(waiting),
            nobody => {
                *nobody = None;
                return;
            }
        };
        for (host, port, bytes) in waiting {
            if known.as_ref().is_none_or(|(name, at, _)| (name, *at) != (&host, port)) {
                let found = (host.as_str(), port).to_socket_addrs().ok().and_then(|mut found| found.next());
                known = found.map(|address| (host, port, address));
            }
            if let Some((_, _, address)) = &known {
                to(*address, &bytes);
            }
        }
    }
}

fn to(address: SocketAddr, bytes: &[u8]) {
    static V4: OnceLock<Option<UdpSocket>> = OnceLock::new();
    static V6: OnceLock<Option<UdpSocket>> = OnceLock::new();
    let (socket, any) = match address {
        SocketAddr::V4(_) => (&V4, IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
        SocketAddr::V6(_) => (&V6, IpAddr::V6(Ipv6Addr::UNSPECIFIED)),
    };
    let open = || {
        let socket = UdpSocket::bind((any, 0)).ok()?;
        socket.set_nonblocking(true).ok()?;
        Some(socket)
    };
    if let Some(socket) = socket.get_or_init(open) {
        let _ = socket.send_to(bytes, address);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn addresses_names_and_this_machine_get_them() {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let port = socket.local_addr().unwrap().port();
        let mut buffer = [0; 16];
        // The last is a name that is looked up, in capitals.
        for host in ["127.0.0.1", "localhost", "LOCALHOST"] {
            if host == "LOCALHOST" && (host, port).to_socket_addrs().is_err() {
                continue;
            }
            send(host, port, host.as_bytes());
            let length = socket.recv(&mut buffer).unwrap();
            assert_eq!(&buffer[..length], host.as_bytes());
        }
    }

    #[test]
    fn nothing_fails_and_nothing_waits() {
        let start = std::time::Instant::now();
        for (host, port) in [("127.0.0.1", 0), ("", 1), ("[::1]", 1), ("no such host", 1), ("192.0.2.1", 9)] {
            send(host, port, b"x");
            send(host, port, &[0; 100_000]);
        }
        assert!(start.elapsed() < Duration::from_secs(1));
    }
}
