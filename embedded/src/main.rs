//! The embedded server on its own, to be tried with any other program: prints how to reach it and runs until its
//! standard input ends.

use std::io::{self, Read};

fn main() -> io::Result<()> {
    let server = boto_embedded::Server::start()?;
    println!("AWS_ENDPOINT_URL={}", server.url());
    println!("AWS_ACCESS_KEY_ID={}", server.access_key());
    println!("AWS_SECRET_ACCESS_KEY={}", server.secret_key());
    println!("AWS_DEFAULT_REGION=us-east-1");
    io::stdin().read_to_end(&mut Vec::new()).map(drop)
}
