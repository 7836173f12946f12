//! Encrypted connections: certificates that nobody vouches for, and one that somebody does.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

use compiled_ai_core::codes::provider as codes;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::peers::{KEY, PEERS, TEXT, VARIABLE, shown};
use super::server::{Act, Connection, Request, Server};
use super::world::Dream;
use super::{ask, ask_in, settled};

/// Where the second process finds the server and what to expect.
const CHILD: &str = "COMPILED_AI_TEST_TLS_PORT";

/// A server with a certificate for 127.0.0.1 that its own authority signed, and the authority's certificate.
fn encrypted(script: impl Fn(usize, &Request) -> Act + Send + Sync + 'static) -> (Server, String) {
    let mut authority = CertificateParams::new(vec![]).expect("parameters");
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().expect("a key")).expect("an authority");
    let key = KeyPair::generate().expect("a key");
    let leaf = CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("parameters");
    let leaf = leaf.signed_by(&key, &authority).expect("a certificate");
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], key)
        .expect("a configuration");
    let config = Arc::new(config);
    let server = Server::over(script, move |stream: TcpStream| {
        let connection = ServerConnection::new(config.clone()).ok()?;
        Some(Box::new(Closing(StreamOwned::new(connection, stream))) as Box<dyn Connection>)
    });
    (server, authority.pem())
}

/// Says goodbye, as TLS asks for.
struct Closing(StreamOwned<ServerConnection, TcpStream>);

impl Read for Closing {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        self.0.read(bytes)
    }
}

impl Write for Closing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

impl Drop for Closing {
    fn drop(&mut self) {
        self.0.conn.send_close_notify();
        let _ = self.0.flush();
    }
}

fn url(server: &Server) -> String {
    format!("https://127.0.0.1:{}", server.port())
}

#[test]
fn an_unknown_authority_is_not_trusted_and_nothing_is_sent() {
    for peer in PEERS {
        let (server, _) = encrypted(move |_, _| Act::Answer(200, vec![], peer.says(TEXT, "served-1")));
        let error = ask(peer.settings(&url(&server))).expect_err("nobody knows the authority");
        assert_eq!((error.code, &error.spent), (codes::TLS, &None), "{}", shown(&error));
        assert_eq!(server.requests().len(), 0);
    }
}

#[test]
fn a_server_without_tls_is_not_trusted() {
    // Reads what it takes for a request until it sees the end of one, which no greeting of TLS has.
    let server = Server::over(
        |_, _| Act::Raw(vec![]),
        |mut stream| {
            let _ = stream.read(&mut [0; 1024]);
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
            None
        },
    );
    let error = ask(PEERS[0].settings(&url(&server))).expect_err("no TLS");
    assert_eq!(error.code, codes::TLS, "{}", shown(&error));
}

/// The system's authorities are read from `SSL_CERT_FILE`, which only another process can have.
#[test]
fn a_known_authority_is_trusted() {
    if let Ok(port) = std::env::var(CHILD) {
        return trusting(&format!("https://127.0.0.1:{port}"));
    }
    let (server, pem) = encrypted(|number, request| match number {
        _ if request.line().contains("/down/") => {
            Act::Answer(308, vec![("location", format!("http://127.0.0.1/v1/messages?key={KEY}"))], vec![])
        }
        _ => Act::Answer(200, vec![], PEERS[0].says(TEXT, "served-1")),
    });
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("authority.pem");
    std::fs::write(&file, pem).expect("a file");
    let output = std::process::Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "tls::a_known_authority_is_trusted", "--nocapture"])
        .env(CHILD, server.port().to_string())
        .env("SSL_CERT_FILE", &file)
        .env_remove("SSL_CERT_DIR")
        .output()
        .expect("a second process");
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
    assert_eq!(server.requests().len(), 2);
    assert_eq!(server.requests()[0].header("x-api-key"), Some(KEY));
}

fn trusting(url: &str) {
    let world = || Dream::with(&[(VARIABLE, KEY)]);
    assert_eq!(ask_in(PEERS[0].settings(url), world()).expect("a reply").text, TEXT);
    let error = ask_in(PEERS[0].settings(&format!("{url}/down")), world()).expect_err("a downgrade");
    assert_eq!(error.code, codes::REDIRECT);
    assert!(error.message.contains("not encrypted"), "{error}");
    assert!(!settled(&shown(&error)).contains(KEY), "{error}");
}
