// class: ambient authority; cwe: 918
use std::io::{Read, Write};
use std::net::TcpStream;

pub fn run(input: &str) -> String {
    let mut stream = match TcpStream::connect("169.254.169.254:80") {
        Ok(stream) => stream,
        Err(_) => return String::new(),
    };
    let _ = stream.write_all(input.as_bytes());
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    answer
}
