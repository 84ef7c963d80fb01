//! An HTTP/1.1 server with canned answers: just enough of one that its caller cannot tell.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    thread,
};

/// Gives the answer to a request, from its head: its first line and headers, in lower case.
pub type Answer = fn(&str) -> Vec<u8>;

/// Starts it on a free port of the loopback address, for as long as this process lives.
pub fn start(answer: Answer) -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A connection that breaks is the caller's to report.
            thread::spawn(move || serve(stream, answer));
        }
    });
    Ok(url)
}

fn serve(stream: TcpStream, answer: Answer) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    loop {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if reader.read_line(&mut head)? == 0 {
                return Ok(());
            }
        }
        let head = head.to_ascii_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
        let mut body = vec![0; length.unwrap_or(0)];
        reader.read_exact(&mut body)?;
        writer.write_all(&answer(&head))?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_requests_go_over_one_connection() {
        let url = start(|head| format!("HTTP/1.1 200 OK\r\n\r\n{}", head.lines().next().unwrap_or("")).into_bytes());
        let url = url.unwrap();
        let mut stream = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
        stream.write_all(b"POST /a HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi").unwrap();
        let mut buffer = [0; 200];
        let got = stream.read(&mut buffer).unwrap();
        assert!(String::from_utf8_lossy(&buffer[..got]).contains("post /a"));
        stream.write_all(b"GET /b HTTP/1.1\r\n\r\n").unwrap();
        let got = stream.read(&mut buffer).unwrap();
        assert!(String::from_utf8_lossy(&buffer[..got]).contains("get /b"));
    }
}
