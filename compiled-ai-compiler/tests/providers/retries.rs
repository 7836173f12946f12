//! What is asked again, after how long, and what is not.

use std::time::Duration;

use compiled_ai_compiler::model::provider_in;
use compiled_ai_core::codes::provider as codes;

use super::peers::{KEY, PEERS, TEXT, VARIABLE, shown};
use super::server::{Act, Server};
use super::world::Dream;
use super::{ask_in, prompt, settled};

/// A status, its headers and body, and how long is waited then, in seconds.
type Asking = (u16, &'static [(&'static str, &'static str)], &'static str, f64);

fn seconds(slept: &[Duration]) -> Vec<f64> {
    slept.iter().map(Duration::as_secs_f64).collect()
}

#[test]
fn what_a_server_asks_for_is_waited() {
    let cases: &[Asking] = &[
        (429, &[], "", 0.5),
        (500, &[], "", 0.5),
        (529, &[], "", 0.5),
        (429, &[("retry-after", "7")], "", 7.5),
        (503, &[("retry-after", "7")], "", 7.5),
        (429, &[("Retry-After", "Sun, 06 Nov 1994 08:50:37 GMT")], "", 60.5),
        (429, &[("retry-after", "Sun, 06 Nov 1994 08:00:00 GMT")], "", 0.5),
        (429, &[("retry-after", "soon")], "", 0.5),
        (429, &[("retry-after-ms", "1500"), ("retry-after", "9")], "", 2.0),
        (429, &[], r#"{"error":{"code":429,"details":[{"retryDelay":"34s"}]}}"#, 34.5),
    ];
    for (status, headers, body, wait) in cases {
        for peer in PEERS {
            let (status, body) = (*status, body.as_bytes().to_vec());
            let headers: Vec<(&str, String)> =
                headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
            let server = Server::start(move |number, _| match number {
                0 => Act::Answer(status, headers.clone(), body.clone()),
                _ => Act::Answer(200, vec![], peer.says(TEXT, "served-1")),
            });
            let world = Dream::with(&[(VARIABLE, KEY)]);
            let reply = ask_in(peer.settings(&server.url()), world.clone()).expect(peer.name);
            assert_eq!((reply.text.as_str(), server.requests().len()), (TEXT, 2), "{} {status}", peer.name);
            assert_eq!(seconds(&world.slept()), [*wait], "{} {status}", peer.name);
        }
    }
}

#[test]
fn a_pause_says_why_and_how_long() {
    for peer in PEERS {
        let server = Server::start(move |number, _| match number {
            0 => Act::Answer(429, vec![("retry-after", "7".to_owned())], peer.fails("Slow down.")),
            1 => Act::Answer(503, vec![], vec![]),
            _ => Act::Answer(200, vec![], peer.says(TEXT, "served-1")),
        });
        let settings = peer.settings(&server.url());
        let mut provider = provider_in(settings, Dream::with(&[(VARIABLE, KEY)])).expect(peer.name);
        let mut pauses = vec![];
        provider.ask(&prompt(), &mut |pause| pauses.push(pause)).expect(peer.name);
        let told: Vec<_> = pauses.iter().map(|pause| (pause.length.as_secs_f64(), settled(&pause.why))).collect();
        let origin = "`http://127.0.0.1:PORT`";
        let expected = [
            (7.5, format!("{origin} takes no more requests for now (status 429)")),
            (1.0, format!("{origin} fails (status 503)")),
        ];
        assert_eq!(told, expected, "{}", peer.name);
    }
}

#[test]
fn pauses_double_and_end() {
    let server = Server::always(Act::Answer(500, vec![], vec![]));
    let world = Dream::with(&[(VARIABLE, KEY)]);
    ask_in(PEERS[0].settings(&server.url()), world.clone()).expect_err("it always fails");
    assert_eq!(seconds(&world.slept()), [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0]);
}

#[test]
fn the_total_time_is_a_limit() {
    let mut all = String::new();
    for (retry_after, asked) in [(None, 4), (Some("100000"), 1), (Some("99999999999999999999"), 1)] {
        let headers = retry_after.map(|value| ("retry-after", value.to_owned())).into_iter().collect();
        let server = Server::always(Act::Answer(429, headers, PEERS[0].fails("Slow down.")));
        let world = Dream::with(&[(VARIABLE, KEY)]);
        let mut settings = PEERS[0].settings(&server.url());
        settings.total_timeout = Duration::from_secs(5);
        let error = ask_in(settings, world.clone()).expect_err("it always fails");
        assert_eq!(error.code, codes::RATE_LIMIT);
        assert_eq!(server.requests().len(), asked, "{retry_after:?}");
        assert!(world.slept().iter().sum::<Duration>() < Duration::from_secs(5));
        all += &settled(&shown(&error));
    }
    insta::assert_snapshot!("total_time", all);
}

#[test]
fn no_credit_is_not_waited_for() {
    let body = br#"{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}"#;
    let server = Server::always(Act::Answer(429, vec![], body.to_vec()));
    let world = Dream::with(&[(VARIABLE, KEY)]);
    let error = ask_in(PEERS[1].settings(&server.url()), world.clone()).expect_err("no credit");
    assert_eq!((error.code, server.requests().len(), world.slept().len()), (codes::RATE_LIMIT, 1, 0));
    assert!(error.message.contains("no credit"), "{error}");
}

#[test]
fn a_gateway_that_hides_a_failure_is_asked_again() {
    let peer = PEERS[2];
    let server = Server::start(move |number, _| match number {
        0 => Act::Answer(200, vec![], br#"{"error":{"code":502,"message":"Provider returned error"}}"#.to_vec()),
        _ => Act::Answer(200, vec![], peer.says(TEXT, "served-1")),
    });
    let world = Dream::with(&[(VARIABLE, KEY)]);
    assert_eq!(ask_in(peer.settings(&server.url()), world).expect("a reply").text, TEXT);
}
