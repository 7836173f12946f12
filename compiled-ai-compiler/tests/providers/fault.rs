//! What may go wrong with a provider, and what is then to come of it.

use std::time::Duration;

use compiled_ai_compiler::model::{Settings, TokenSource};
use compiled_ai_core::codes::provider as codes;
use compiled_ai_core::diagnostic::Code;

use super::peers::{Peer, TEXT};
use super::server::{Act, answer};

/// A failure.
pub(crate) struct Fault {
    pub(crate) name: &'static str,
    /// What the server does; `None` leaves the provider out.
    pub(crate) act: fn(Peer) -> Option<Act>,
    /// Changes of the settings.
    pub(crate) settings: fn(&mut Settings),
    pub(crate) code: Code,
    /// How often the model is asked.
    pub(crate) asked: usize,
    /// Where the counts come from of what was paid all the same.
    pub(crate) spent: Option<TokenSource>,
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

/// Every failure.
pub(crate) const FAULTS: &[Fault] = &[
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
