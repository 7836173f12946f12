//! Every failure, with every provider: which code it has, how often was asked, and whether it counts what was paid.

use std::thread;
use std::time::Duration;

use compiled_ai_compiler::model::{ProviderError, Settings, TokenSource};
use compiled_ai_core::codes::provider as codes;
use compiled_ai_core::diagnostic::Code;

use super::peers::{KEY, PEERS, Peer, TEXT, VARIABLE, shown};
use super::server::{Act, Server, answer, closed_port};
use super::world::Dream;
use super::{ask, ask_in, settled};

/// A failure.
struct Fault {
    name: &'static str,
    /// What the server does; `None` leaves the provider out.
    act: fn(Peer) -> Option<Act>,
    /// Changes of the settings.
    settings: fn(&mut Settings),
    code: Code,
    /// How often the model is asked.
    asked: usize,
    /// Where the counts come from of what was paid all the same.
    spent: Option<TokenSource>,
}

const PROVIDER: Option<TokenSource> = Some(TokenSource::Provider);
const ESTIMATED: Option<TokenSource> = Some(TokenSource::Estimated);

fn nothing(_: &mut Settings) {}

fn impatient(settings: &mut Settings) {
    settings.timeout = Duration::from_secs(1);
}

/// As [`impatient`], by the limit of everything together.
fn out_of_time(settings: &mut Settings) {
    settings.total_timeout = Duration::from_secs(1);
}

fn status(status: u16, peer: Peer) -> Option<Act> {
    Some(Act::Answer(status, vec![], peer.fails("It is \u{1b}[31mred\u{1b}[0m.")))
}

fn redirect(to: &str) -> Option<Act> {
    Some(Act::Answer(307, vec![("location", to.to_owned())], vec![]))
}

fn raw(bytes: &[u8]) -> Option<Act> {
    Some(Act::Raw(bytes.to_vec()))
}

/// The first half of an answer.
fn half(peer: Peer) -> Vec<u8> {
    let body = peer.says(TEXT, "served-1");
    let whole = answer(200, &[], &body);
    whole[..whole.len() - body.len() / 2].to_vec()
}

const FAULTS: &[Fault] = &[
    Fault {
        name: "400",
        act: |peer| status(400, peer),
        settings: nothing,
        code: codes::REQUEST,
        asked: 1,
        spent: None,
    },
    Fault {
        name: "401",
        act: |peer| status(401, peer),
        settings: nothing,
        code: codes::KEY_REFUSED,
        asked: 1,
        spent: None,
    },
    Fault {
        name: "402",
        act: |peer| status(402, peer),
        settings: nothing,
        code: codes::RATE_LIMIT,
        asked: 1,
        spent: None,
    },
    Fault {
        name: "403",
        act: |peer| status(403, peer),
        settings: nothing,
        code: codes::KEY_REFUSED,
        asked: 1,
        spent: None,
    },
    Fault {
        name: "404 of a model",
        act: |peer| Some(Act::Answer(404, vec![], peer.lacks_model())),
        settings: nothing,
        code: codes::MODEL,
        asked: 1,
        spent: None,
    },
    Fault {
        name: "404 of a page",
        act: |_| Some(Act::Answer(404, vec![], b"<html>Not Found</html>".to_vec())),
        settings: nothing,
        code: codes::MODEL,
        asked: 1,
        spent: None,
    },
    Fault {
        name: "413",
        act: |peer| status(413, peer),
        settings: nothing,
        code: codes::REQUEST,
        asked: 1,
        spent: None,
    },
    Fault {
        name: "429",
        act: |peer| status(429, peer),
        settings: nothing,
        code: codes::RATE_LIMIT,
        asked: 8,
        spent: None,
    },
    Fault { name: "500", act: |peer| status(500, peer), settings: nothing, code: codes::SERVER, asked: 8, spent: None },
    Fault {
        name: "502",
        act: |_| Some(Act::Answer(502, vec![], b"<html>Bad Gateway</html>".to_vec())),
        settings: nothing,
        code: codes::SERVER,
        asked: 8,
        spent: None,
    },
    Fault { name: "503", act: |peer| status(503, peer), settings: nothing, code: codes::SERVER, asked: 8, spent: None },
    Fault { name: "529", act: |peer| status(529, peer), settings: nothing, code: codes::SERVER, asked: 8, spent: None },
    Fault {
        name: "no answer",
        act: |_| Some(Act::Stall(vec![])),
        settings: impatient,
        code: codes::TIMEOUT,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "no answer in all",
        act: |_| Some(Act::Stall(vec![])),
        settings: out_of_time,
        code: codes::TIMEOUT,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "half an answer and silence",
        act: |peer| Some(Act::Stall(half(peer))),
        settings: impatient,
        code: codes::TIMEOUT,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "half an answer and the end",
        act: |peer| Some(Act::Raw(half(peer))),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "slow drip of a body",
        act: |_| Some(Act::Drip(b"HTTP/1.1 200 OK\r\n\r\n{".to_vec())),
        settings: impatient,
        code: codes::TIMEOUT,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "slow drip of headers",
        act: |_| Some(Act::Drip(b"HTTP/1.1 200 OK\r\nx-a: ".to_vec())),
        settings: impatient,
        code: codes::TIMEOUT,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "half a JSON",
        act: |_| Some(Act::Answer(200, vec![], b"{\"content\": [".to_vec())),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "cut chunks",
        act: |_| raw(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"a\":"),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "no JSON",
        act: |_| Some(Act::Answer(200, vec![], b"<html>\x1b]0;pwned\x07 Sign in</html>".to_vec())),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "no body",
        act: |_| Some(Act::Answer(200, vec![], vec![])),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "deep JSON",
        act: |_| Some(Act::Answer(200, vec![], vec![b'['; 100_000])),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "no UTF-8",
        act: |_| Some(Act::Answer(200, vec![], b"{\"a\": \"\xff\xfe\"}".to_vec())),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "100 MB",
        act: |_| Some(Act::Flood(b"HTTP/1.1 200 OK\r\n\r\n{".to_vec(), 100 << 20)),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "100 MB of headers",
        act: |_| Some(Act::Flood(b"HTTP/1.1 200 OK\r\nx-a: ".to_vec(), 100 << 20)),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "100 MB of failure",
        act: |_| Some(Act::Flood(b"HTTP/1.1 400 No\r\n\r\nno".to_vec(), 100 << 20)),
        settings: nothing,
        code: codes::REQUEST,
        asked: 1,
        spent: None,
    },
    Fault {
        name: "no HTTP",
        act: |_| raw(b"SSH-2.0-OpenSSH_9.9\r\n\r\n"),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault { name: "hung up", act: |_| raw(b""), settings: nothing, code: codes::ANSWER, asked: 1, spent: ESTIMATED },
    Fault {
        name: "redirect to another host",
        act: |_| redirect("https://evil.example/v1/messages?key=1"),
        settings: nothing,
        code: codes::REDIRECT,
        asked: 1,
        spent: None,
    },
    Fault {
        name: "redirect on the host",
        act: |_| redirect("/elsewhere"),
        settings: nothing,
        code: codes::REDIRECT,
        asked: 1,
        spent: None,
    },
    Fault {
        name: "redirect to nowhere",
        act: |_| Some(Act::Answer(302, vec![], vec![])),
        settings: nothing,
        code: codes::REDIRECT,
        asked: 1,
        spent: None,
    },
    Fault {
        name: "empty reply",
        act: |peer| Some(Act::Answer(200, vec![], peer.says(" \n", "served-1"))),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: PROVIDER,
    },
    Fault {
        name: "empty object",
        act: |_| Some(Act::Answer(200, vec![], b"{}".to_vec())),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: ESTIMATED,
    },
    Fault {
        name: "huge reply",
        act: |peer| Some(Act::Answer(200, vec![], peer.says(&"x".repeat(2 << 20), "served-1"))),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: PROVIDER,
    },
    Fault {
        name: "refusal",
        act: |peer| Some(Act::Answer(200, vec![], peer.refuses()?)),
        settings: nothing,
        code: codes::REFUSED,
        asked: 1,
        spent: PROVIDER,
    },
    Fault {
        name: "cut at the limit",
        act: |peer| Some(Act::Answer(200, vec![], peer.cut())),
        settings: nothing,
        code: codes::CUT,
        asked: 1,
        spent: PROVIDER,
    },
    Fault {
        name: "failure in a success",
        act: |peer| Some(Act::Answer(200, vec![], peer.fails("Upstream broke"))),
        settings: nothing,
        code: codes::ANSWER,
        asked: 1,
        spent: None,
    },
];

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
