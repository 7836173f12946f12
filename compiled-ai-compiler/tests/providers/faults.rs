//! Every failure, with every provider: which code it has, how often was asked, and whether it counts what was paid.

use std::thread;

use compiled_ai_compiler::model::ProviderError;
use compiled_ai_core::codes::provider as codes;

use super::fault::{FAULTS, Fault};
use super::peers::{KEY, PEERS, Peer, TEXT, VARIABLE, shown};
use super::server::{Act, Server, closed_port};
use super::world::Dream;
use super::{ask, ask_in, settled};

/// What happened with one provider: how often it was asked, and the error.
fn suffer(fault: &Fault, peer: Peer) -> Option<Result<(usize, ProviderError), String>> {
    let act = (fault.act)(peer)?;
    let server = Server::start(move |_, request| match request.line().starts_with("GET ") {
        true if matches!(act, Act::Answer(404, ..)) => {
            Act::Answer(200, vec![], peer.lists(&["model-2", "model-10", "other", "mode1-1", "modal", "last"]))
        }
        _ => act.clone(),
    });
    let mut settings = peer.settings(&server.url());
    (fault.settings)(&mut settings);
    let result = ask(settings);
    let asked = server.requests().iter().filter(|request| request.line().starts_with("POST ")).count();
    Some(result.map_or_else(|error| Ok((asked, error)), |reply| Err(format!("replied {reply:?}"))))
}

#[test]
fn every_failure_of_every_provider_has_its_code() {
    let mut wrong = Vec::new();
    let mut first = String::new();
    for fault in FAULTS {
        // At once, so that limits of time run beside each other.
        let results = thread::scope(|scope| {
            let threads = PEERS.map(|peer| (peer, scope.spawn(move || suffer(fault, peer))));
            threads.map(|(peer, thread)| (peer, thread.join().expect("no panic")))
        });
        for (peer, result) in results {
            let (asked, error) = match result {
                None => continue,
                Some(Ok(result)) => result,
                Some(Err(why)) => {
                    wrong.push(format!("{} of {}: {why}", fault.name, peer.name));
                    continue;
                }
            };
            let spent = error.spent.as_ref().map(|tokens| tokens.from);
            if (error.code, asked, spent) != (fault.code, fault.asked, fault.spent) {
                wrong.push(format!("{} of {}: asked {asked}\n{}", fault.name, peer.name, shown(&error)));
            }
            let text = format!("{error:?}{}", shown(&error));
            assert!(!text.contains(['\u{1b}', '\u{7}']) && !text.contains("\\u{1b}"), "{text}");
            if peer == PEERS[0] {
                let mut text = settled(&shown(&error));
                if fault.name.starts_with("slow drip") {
                    // How much drips within the limit is chance.
                    text = text.lines().filter(|line| !line.contains("spent")).map(without_counts).collect();
                }
                first += &format!("== {}\n{text}\n", fault.name);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    insta::assert_snapshot!("failures", first);
}

fn without_counts(line: &str) -> String {
    let words = line.split(' ').collect::<Vec<_>>();
    let is_count = |at: usize| words.get(at + 1) == Some(&"bytes");
    let settled = words.iter().enumerate().map(|(at, word)| if is_count(at) { "SOME" } else { word });
    settled.collect::<Vec<_>>().join(" ") + "\n"
}

#[test]
fn there_may_be_no_connection() {
    let mut all = String::new();
    for (name, url) in [
        ("refused", format!("http://127.0.0.1:{}", closed_port())),
        ("an unknown name", "https://no-such-host.invalid".to_owned()),
    ] {
        for peer in PEERS {
            let world = Dream::with(&[(VARIABLE, KEY)]);
            let error = ask_in(peer.settings(&url), world.clone()).expect_err(name);
            assert_eq!((error.code, &error.spent), (codes::UNREACHABLE, &None), "{name}: {error}");
            assert_eq!(world.slept().len(), 2, "{name} is tried three times");
            if peer == PEERS[0] {
                all += &format!("== {name}\n{}\n", settled(&shown(&error)));
            }
        }
    }
    insta::assert_snapshot!("no_connection", all);
}

#[test]
fn a_key_may_be_missing_or_no_key() {
    let server = Server::always(Act::Answer(200, vec![], PEERS[0].says(TEXT, "served-1")));
    let all: String =
        [&[][..], &[(VARIABLE, "")], &[(VARIABLE, " \n")], &[(VARIABLE, "one two")], &[(VARIABLE, "ключ")]]
            .map(|variables| {
                let error = ask_in(PEERS[0].settings(&server.url()), Dream::with(variables)).expect_err("no key");
                assert_eq!(error.code, codes::NO_KEY);
                shown(&error)
            })
            .concat();
    assert_eq!(server.requests().len(), 0);
    insta::assert_snapshot!("no_key", all);
}

#[test]
fn settings_that_can_not_be_used_are_told_all_at_once() {
    let mut settings = PEERS[1].settings("http://user:hunter2@10.0.0.1");
    settings.model = "../admin".to_owned();
    settings.temperature = Some(f64::NAN);
    settings.max_output_tokens = 0;
    settings.headers_env.insert("x\n".to_owned(), String::new());
    let first = ask(settings).expect_err("unusable");
    let plain = ask(PEERS[1].settings("http://10.0.0.1:8000")).expect_err("the key would be readable");
    let mut empty = PEERS[1].settings("http://127.0.0.1:1");
    empty.model = " ".to_owned();
    let empty = ask(empty).expect_err("no model");
    let all = [first, plain, empty].map(|error| {
        assert_eq!(error.code, codes::PROVIDER_SETTINGS);
        shown(&error)
    });
    assert!(!all.concat().contains("hunter2"));
    insta::assert_snapshot!("settings", all.concat());
}
