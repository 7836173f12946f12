//! Proxies from the environment, and exceptions from them.

use compiled_ai_core::codes::provider as codes;

use super::ask_in;
use super::peers::{KEY, PEERS, TEXT, VARIABLE, shown};
use super::server::{Act, Request, Server, closed_port};
use super::world::Dream;

/// Stands between; answers by itself what comes through the tunnel.
fn proxy() -> Server {
    Server::start(|_, request: &Request| match request.line().starts_with("CONNECT ") {
        true => Act::Tunnel,
        false => Act::Answer(200, vec![], PEERS[0].says(TEXT, "served-1")),
    })
}

/// Asks a host that is not on this machine.
fn ask_far(variables: &[(&str, &str)]) -> Result<String, compiled_ai_compiler::model::ProviderError> {
    let mut settings = PEERS[0].settings("http://models.invalid");
    settings.allow_plain_http = true;
    let variables = [&[(VARIABLE, KEY)], variables].concat();
    ask_in(settings, Dream::with(&variables)).map(|reply| reply.text)
}

#[test]
fn a_proxy_is_used() {
    for variable in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        let proxy = proxy();
        let address = format!("http://ann:h%40nter2@127.0.0.1:{}", proxy.port());
        assert_eq!(ask_far(&[(variable, &address)]), Ok(TEXT.to_owned()), "{variable}");
        let requests = proxy.requests();
        let lines: Vec<&str> = requests.iter().map(Request::line).collect();
        assert_eq!(lines, ["CONNECT models.invalid:80 HTTP/1.1", "POST /v1/messages HTTP/1.1"], "{variable}");
        // `ann:h@nter2`
        assert_eq!(requests[0].header("proxy-authorization"), Some("Basic YW5uOmhAbnRlcjI="));
        assert!(!requests[0].head.contains(KEY), "the key is for the provider");
    }
}

/// Nothing of the request is sent before the tunnel stands, so the key is for nobody but the provider.
#[test]
fn an_encrypted_address_has_its_own_proxy() {
    for variable in ["https_proxy", "HTTPS_PROXY", "ALL_PROXY"] {
        let proxy = Server::always(Act::Answer(502, vec![], vec![]));
        let world = Dream::with(&[(VARIABLE, KEY), (variable, &proxy.url()), ("HTTP_PROXY", "http://127.0.0.1:1")]);
        let error = ask_in(PEERS[0].settings("https://models.invalid"), world).expect_err(variable);
        assert_eq!((error.code, &error.spent), (codes::UNREACHABLE, &None), "{variable}: {error}");
        let requests = proxy.requests();
        assert_eq!(requests.len(), 3, "{variable}");
        assert!(requests.iter().all(|request| request.line() == "CONNECT models.invalid:443 HTTP/1.1"), "{variable}");
        assert!(requests.iter().all(|request| !request.head.contains(KEY) && request.body.is_empty()), "{variable}");
    }
    let proxy = Server::always(Act::Answer(502, vec![], vec![]));
    let world = Dream::with(&[(VARIABLE, KEY), ("HTTPS_PROXY", &proxy.url()), ("NO_PROXY", "models.invalid:443")]);
    ask_in(PEERS[0].settings("https://models.invalid"), world).expect_err("no such host");
    assert_eq!(proxy.requests().len(), 0);
}

#[test]
fn no_proxy_goes_past_it() {
    let proxy = proxy();
    let error =
        ask_far(&[("http_proxy", &proxy.url()), ("no_proxy", "a.example, .invalid")]).expect_err("no such host");
    assert_eq!((error.code, proxy.requests().len()), (codes::UNREACHABLE, 0));
    let error = ask_far(&[("https_proxy", &proxy.url())]).expect_err("the proxy is for https");
    assert_eq!((error.code, proxy.requests().len()), (codes::UNREACHABLE, 0));
}

#[test]
fn this_machine_is_asked_directly() {
    let (proxy, server) = (proxy(), Server::always(Act::Answer(200, vec![], PEERS[4].says(TEXT, "served-1"))));
    let world = Dream::with(&[(VARIABLE, KEY), ("ALL_PROXY", &proxy.url()), ("HTTP_PROXY", &proxy.url())]);
    ask_in(PEERS[4].settings(&server.url()), world).expect("a reply");
    assert_eq!((proxy.requests().len(), server.requests().len()), (0, 1));
}

#[test]
fn a_proxy_that_fails_is_told_and_never_passed_by() {
    let refuses = Server::always(Act::Answer(407, vec![], vec![]));
    let with_password = |port: u16| format!("http://ann:hunter2secret@127.0.0.1:{port}");
    let mut all = String::new();
    for address in [
        with_password(refuses.port()),
        with_password(closed_port()),
        "socks5://ann:hunter2secret@127.0.0.1:1".to_owned(),
        "http://ann:hunter2secret@:x:y".to_owned(),
        "gopher://ann:hunter2secret@127.0.0.1:1".to_owned(),
    ] {
        let error = ask_far(&[("HTTP_PROXY", &address)]).expect_err(&address);
        assert_eq!(error.code, codes::UNREACHABLE, "{error}");
        let text = format!("{error:?}{}", shown(&error));
        assert!(!text.contains("hunter2") && !text.contains(KEY), "{text}");
        all += &super::settled(&shown(&error));
    }
    insta::assert_snapshot!("proxies", all);
}
