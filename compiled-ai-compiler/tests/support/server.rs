//! A server on loopback that fails in every way a provider can.
#![allow(dead_code, reason = "each test uses some of it")]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How long a connection that nobody uses is kept: longer than any test runs, so that nothing hangs for good.
const PATIENCE: Duration = Duration::from_secs(120);

/// What the server does with a request.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// Answers as a server should.
    Answer(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// Writes these bytes and closes the connection.
    Raw(Vec<u8>),
    /// Writes these bytes and then nothing more, until the client leaves.
    Stall(Vec<u8>),
    /// Writes these bytes, then one byte after the other, until the client leaves.
    Drip(Vec<u8>),
    /// Writes these bytes, then as many spaces, in large pieces.
    Flood(Vec<u8>, usize),
    /// Answers `CONNECT` and takes the next request on the same connection.
    Tunnel,
}

/// A request as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// The first line and the headers.
    pub(crate) head: String,
    /// The body.
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// The first line.
    pub(crate) fn line(&self) -> &str {
        self.head.lines().next().unwrap_or_default()
    }

    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// The server; it ends when it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
    ended: Arc<AtomicBool>,
}

/// What a server does: the number of the request, from 0, and the request decide.
pub(crate) type Script = Arc<dyn Fn(usize, &Request) -> Act + Send + Sync>;

impl Server {
    /// A server that does the same with every request.
    pub(crate) fn always(act: Act) -> Self {
        Self::start(move |_, _| act.clone())
    }

    /// A server that follows a script.
    pub(crate) fn start(script: impl Fn(usize, &Request) -> Act + Send + Sync + 'static) -> Self {
        Self::over(script, |stream| Some(Box::new(stream) as Box<dyn Connection>))
    }

    /// A server whose connections `wrap` makes from sockets; `None` hangs up.
    pub(crate) fn over(
        script: impl Fn(usize, &Request) -> Act + Send + Sync + 'static,
        wrap: impl Fn(TcpStream) -> Option<Box<dyn Connection>> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let requests = Arc::new(Mutex::new(Vec::new()));
        let ended = Arc::new(AtomicBool::new(false));
        let (script, wrap): (Script, _) = (Arc::new(script), Arc::new(wrap));
        let (kept, end) = (requests.clone(), ended.clone());
        thread::spawn(move || {
            for stream in listener.incoming() {
                if end.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let (script, kept, wrap) = (script.clone(), kept.clone(), wrap.clone());
                thread::spawn(move || {
                    let _ = stream.set_read_timeout(Some(PATIENCE));
                    let _ = stream.set_write_timeout(Some(PATIENCE));
                    if let Some(mut connection) = wrap(stream) {
                        // A client that leaves is what many of these tests are about.
                        let _ = serve(connection.as_mut(), &script, &kept);
                    }
                });
            }
        });
        Self { address, requests, ended }
    }

    /// Where it is.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Its port.
    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// What arrived so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("no test panics with it").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
        // Wakes the listener.
        let _ = TcpStream::connect(self.address);
    }
}

/// A connection, encrypted or not.
pub(crate) trait Connection: Read + Write + Send {}
impl<T: Read + Write + Send> Connection for T {}

/// A port on which nobody listens.
pub(crate) fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port()
}

/// The bytes of an answer.
pub(crate) fn answer(status: u16, headers: &[(&str, String)], body: &[u8]) -> Vec<u8> {
    let mut bytes =
        format!("HTTP/1.1 {status} Status\r\nconnection: close\r\ncontent-length: {}\r\n", body.len()).into_bytes();
    for (name, value) in headers {
        bytes.extend(format!("{name}: {value}\r\n").into_bytes());
    }
    bytes.extend(b"\r\n");
    bytes.extend(body);
    bytes
}

fn serve(connection: &mut dyn Connection, script: &Script, kept: &Mutex<Vec<Request>>) -> std::io::Result<()> {
    loop {
        let Some(request) = read(connection)? else { return Ok(()) };
        let number = {
            let mut kept = kept.lock().expect("no test panics with it");
            kept.push(request.clone());
            kept.len() - 1
        };
        match script(number, &request) {
            Act::Answer(status, headers, body) => connection.write_all(&answer(status, &headers, &body))?,
            Act::Raw(bytes) => connection.write_all(&bytes)?,
            Act::Stall(bytes) => {
                connection.write_all(&bytes)?;
                connection.flush()?;
                // Until the client leaves.
                let _ = connection.read(&mut [0; 64])?;
            }
            Act::Drip(bytes) => {
                connection.write_all(&bytes)?;
                loop {
                    connection.write_all(b" ")?;
                    connection.flush()?;
                    thread::sleep(Duration::from_millis(5));
                }
            }
            Act::Flood(bytes, size) => {
                connection.write_all(&bytes)?;
                let piece = vec![b' '; 1 << 16];
                for _ in 0..size / piece.len() {
                    connection.write_all(&piece)?;
                }
            }
            Act::Tunnel => {
                connection.write_all(b"HTTP/1.1 200 Connected\r\n\r\n")?;
                connection.flush()?;
                continue;
            }
        }
        return connection.flush();
    }
}

fn read(connection: &mut dyn Connection) -> std::io::Result<Option<Request>> {
    let (mut bytes, mut piece) = (Vec::new(), [0; 4096]);
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break String::from_utf8_lossy(&bytes[..end]).into_owned();
        }
        match connection.read(&mut piece)? {
            0 => return Ok(None),
            read => bytes.extend(&piece[..read]),
        }
    };
    let mut request = Request { body: bytes.split_off(head.len() + 4), head };
    let length: usize = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    while request.body.len() < length {
        match connection.read(&mut piece)? {
            0 => break,
            read => request.body.extend(&piece[..read]),
        }
    }
    Ok(Some(request))
}
