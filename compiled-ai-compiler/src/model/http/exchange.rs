//! One request and what comes back: the only place that opens a connection.

use std::io::Read as _;
use std::time::Duration;

use ureq::http::{HeaderMap, HeaderName, HeaderValue};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Error, Proxy, Timeout};

use super::super::wire::Request;

/// The largest body that is read, in bytes: a reply of the largest size with every character escaped, and as much of thinking.
pub(super) const MAX_BODY: usize = 8 << 20;
/// How much of a failure's body is read, in bytes.
const MAX_FAULT: usize = 64 << 10;

/// What is to be sent.
pub(super) struct Outgoing<'a> {
    pub(super) url: &'a str,
    pub(super) request: &'a Request,
    /// Headers with secrets.
    pub(super) secrets: &'a [(HeaderName, HeaderValue)],
    pub(super) proxy: Option<&'a Proxy>,
    /// How long it may take to connect.
    pub(super) connect: Duration,
    /// How long it may take in all.
    pub(super) limit: Duration,
}

/// What came back.
pub(super) struct Received {
    pub(super) status: u16,
    pub(super) retry_after: Option<String>,
    pub(super) retry_after_ms: Option<String>,
    pub(super) location: Option<String>,
    pub(super) body: Vec<u8>,
}

impl Received {
    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// Why nothing usable came back.
#[derive(Debug)]
pub(super) enum Broken {
    /// The host's name is unknown.
    Name,
    /// There is no connection.
    Connect(String),
    /// The connection can't be encrypted, or the server does not show that it is who it should be.
    Tls(String),
    /// The proxy does not connect.
    Proxy(String),
    /// It took too long to connect.
    SlowConnect,
    /// The request was sent, and there was no answer in time, or not all of it.
    Late {
        /// What had arrived of the body.
        body: Vec<u8>,
    },
    /// The request was sent, and the connection ended before the answer did.
    Cut {
        /// What had arrived of the body.
        body: Vec<u8>,
    },
    /// The body is too large.
    TooLarge,
    /// What came is no HTTP.
    Protocol(String),
}

/// Sends a request and reads what comes back. Follows no redirect: a key never leaves the host that it was meant for.
///
/// # Errors
/// Nothing usable came back.
pub(super) fn exchange(outgoing: &Outgoing<'_>) -> Result<Received, Broken> {
    let agent = agent(outgoing);
    let fixed = outgoing.request.headers.iter().map(|(name, value)| (*name, value.as_str()));
    let response = match &outgoing.request.body {
        Some(body) => {
            let mut builder = agent.post(outgoing.url).header("content-type", "application/json");
            for (name, value) in fixed {
                builder = builder.header(name, value);
            }
            for (name, value) in outgoing.secrets {
                builder = builder.header(name, value);
            }
            builder.send(body.to_string())
        }
        None => {
            let mut builder = agent.get(outgoing.url);
            for (name, value) in fixed {
                builder = builder.header(name, value);
            }
            for (name, value) in outgoing.secrets {
                builder = builder.header(name, value);
            }
            builder.call()
        }
    };
    let (parts, body) = response.map_err(|error| broken(error, vec![]))?.into_parts();
    let status = parts.status.as_u16();
    let is_success = parts.status.is_success();
    let most = if is_success { MAX_BODY } else { MAX_FAULT };
    let mut bytes = Vec::new();
    let read = body.into_reader().take(most as u64 + 1).read_to_end(&mut bytes);
    if is_success {
        if let Err(error) = read {
            return Err(broken(Error::from(error), bytes));
        }
        if bytes.len() > most {
            return Err(Broken::TooLarge);
        }
    }
    // Of a failure, what could be read says enough.
    bytes.truncate(most);
    let header = |name: &str| header(&parts.headers, name);
    Ok(Received {
        status,
        retry_after: header("retry-after"),
        retry_after_ms: header("retry-after-ms"),
        location: header("location"),
        body: bytes,
    })
}

fn agent(outgoing: &Outgoing<'_>) -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .proxy(outgoing.proxy.cloned())
        .user_agent(concat!("compiled-ai/", env!("CARGO_PKG_VERSION")))
        .accept("application/json")
        .timeout_resolve(Some(outgoing.connect))
        .timeout_connect(Some(outgoing.connect))
        .timeout_global(Some(outgoing.limit))
        // The system's certificates: a company's own is there, and nowhere else.
        .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
        .build()
        .new_agent()
}

fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    Some(String::from_utf8_lossy(headers.get(name)?.as_bytes()).into_owned())
}

/// Sorts what the client reports by what it means for the person who asked.
fn broken(error: Error, body: Vec<u8>) -> Broken {
    use std::io::ErrorKind as Io;
    match error {
        Error::HostNotFound => Broken::Name,
        Error::ConnectionFailed => Broken::Connect("no address of the host could be reached".to_owned()),
        Error::ConnectProxyFailed(why) => Broken::Proxy(why),
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => Broken::SlowConnect,
        Error::Timeout(_) => Broken::Late { body },
        Error::Tls(why) => Broken::Tls(why.to_owned()),
        Error::Rustls(why) => Broken::Tls(why.to_string()),
        Error::Io(error) => match error.kind() {
            Io::ConnectionRefused
            | Io::HostUnreachable
            | Io::NetworkUnreachable
            | Io::NetworkDown
            | Io::AddrNotAvailable
            | Io::PermissionDenied => Broken::Connect(error.to_string()),
            Io::TimedOut | Io::WouldBlock => Broken::Late { body },
            // rustls wraps what it finds wrong so.
            Io::InvalidData if body.is_empty() => Broken::Tls(error.to_string()),
            // How the standard library says that a name is unknown; its kind for that is none that can be named. The number is
            // what Windows has for it.
            _ if error.to_string().contains("lookup address") || error.raw_os_error() == Some(11001) => Broken::Name,
            _ => Broken::Cut { body },
        },
        Error::BodyExceedsLimit(_) => Broken::TooLarge,
        Error::LargeResponseHeader(_, most) => Broken::Protocol(format!("its headers have more than {most} bytes")),
        other => Broken::Protocol(other.to_string()),
    }
}
