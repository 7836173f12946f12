//! What works: replies, lists of models, probes.

use std::time::Duration;

use compiled_ai_compiler::model::{Reached, Reply, Stop, TokenSource, Tokens, reachable_in};
use compiled_ai_core::codes::provider as codes;

use super::peers::{KEY, PEERS, TEXT, VARIABLE};
use super::server::{Act, Server, closed_port};
use super::world::Dream;
use super::{ask, ask_in};

#[test]
fn every_provider_replies() {
    for peer in PEERS {
        let server = Server::always(Act::Answer(200, vec![], peer.says(TEXT, "served-1")));
        let reply = ask(peer.settings(&server.url())).expect(peer.name);
        let cached = if peer.name == "ollama" { 0 } else { 89 };
        let written = if peer.name == "anthropic" { 4 } else { 0 };
        let expected = Reply {
            text: TEXT.to_owned(),
            tokens: Tokens { input: 100, cached, written, output: 23, from: TokenSource::Provider },
            stop: Stop::End,
            model: "served-1".to_owned(),
            took: Duration::ZERO,
        };
        assert_eq!(reply, expected, "{}", peer.name);
        let requests = server.requests();
        let [request] = requests.as_slice() else { panic!("{} sent {} requests", peer.name, requests.len()) };
        let (header, value) = peer.key_header();
        assert_eq!(request.header(header), Some(value.as_str()), "{}", peer.name);
        assert_eq!(request.header("content-type"), Some("application/json"), "{}", peer.name);
        let body = String::from_utf8_lossy(&request.body);
        assert!(body.contains("What never changes.") && body.contains("What does."), "{body}");
        assert_eq!(request.head.matches(KEY).count(), 1, "{}", request.head);
        assert!(!request.line().contains(KEY) && !body.contains(KEY), "{}", request.line());
    }
}

#[test]
fn what_no_provider_counts_is_estimated() {
    let chat = PEERS[2];
    let body = br#"{"choices":[{"finish_reason":"stop","message":{"content":"hello world"}}]}"#;
    let server = Server::always(Act::Answer(200, vec![], body.to_vec()));
    let reply = ask(chat.settings(&server.url())).expect("a reply");
    assert_eq!((reply.tokens.output, reply.tokens.from), (2, TokenSource::Estimated));
    assert_eq!(reply.model, "model-1");
}

#[test]
fn a_key_goes_to_the_providers_own_host_only_unless_it_is_named() {
    for peer in PEERS {
        let server = Server::always(Act::Answer(200, vec![], peer.says(TEXT, "served-1")));
        let mut settings = peer.settings(&server.url());
        settings.key_env = None;
        let own = ["ANTHROPIC_API_KEY", "OPENAI_API_KEY", "GEMINI_API_KEY", "GOOGLE_API_KEY", VARIABLE];
        ask_in(settings, Dream::with(&own.map(|name| (name, KEY)))).expect(peer.name);
        assert!(!server.requests()[0].head.contains(KEY), "{}", peer.name);
    }
}

#[test]
fn headers_come_from_the_environment() {
    let peer = PEERS[2];
    let server = Server::always(Act::Answer(200, vec![], peer.says(TEXT, "served-1")));
    let mut settings = peer.settings(&server.url());
    settings.key_header = Some("api-key".to_owned());
    settings.headers_env.insert("x-team".to_owned(), "TEAM".to_owned());
    ask_in(settings, Dream::with(&[(VARIABLE, &format!(" {KEY}\r\n")), ("TEAM", "blue")])).expect("a reply");
    let request = server.requests().remove(0);
    assert_eq!((request.header("api-key"), request.header("x-team")), (Some(KEY), Some("blue")));
    assert_eq!(request.header("authorization"), None);
}

#[test]
fn a_probe_says_what_is_there_and_asks_no_model() {
    for peer in PEERS {
        let listed = peer.lists(&["model-1", "model-2"]);
        let server = Server::always(Act::Answer(200, vec![], listed));
        let mut settings = peer.settings(&server.url());
        let world = || Dream::with(&[(VARIABLE, KEY)]);
        let origin = server.url();
        let reached = |has_model| Reached { origin: origin.clone(), models: Some(2), has_model: Some(has_model) };
        assert_eq!(reachable_in(&settings, world()), Ok(reached(true)), "{}", peer.name);
        settings.model = "model-3".to_owned();
        assert_eq!(reachable_in(&settings, world()), Ok(reached(false)), "{}", peer.name);
        assert!(server.requests().iter().all(|request| request.line().starts_with("GET ") && request.body.is_empty()));
    }
}

#[test]
fn a_probe_fails_as_asking_would() {
    let peer = PEERS[0];
    let world = || Dream::with(&[(VARIABLE, KEY)]);
    let probe = |act: Act| {
        let server = Server::always(act);
        reachable_in(&peer.settings(&server.url()), world())
    };
    let code =
        |result: Result<Reached, _>| result.map_err(|error: compiled_ai_compiler::model::ProviderError| error.code);
    assert_eq!(code(probe(Act::Answer(401, vec![], peer.fails("no")))), Err(codes::KEY_REFUSED));
    assert_eq!(code(probe(Act::Answer(200, vec![], b"<html>login</html>".to_vec()))), Err(codes::ANSWER));
    assert_eq!(
        code(probe(Act::Answer(302, vec![("location", "https://login.example/".to_owned())], vec![]))),
        Err(codes::REDIRECT)
    );
    assert_eq!(code(probe(Act::Answer(404, vec![], vec![]))).map(|reached| reached.models), Ok(None));
    let gone = peer.settings(&format!("http://127.0.0.1:{}", closed_port()));
    assert_eq!(code(reachable_in(&gone, world())), Err(codes::UNREACHABLE));
    assert_eq!(code(reachable_in(&gone, Dream::with(&[]))), Err(codes::NO_KEY));
}
