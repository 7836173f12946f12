//! A key is found nowhere: not in errors, not in recorded prompts and replies, whatever a server does with it.

use std::path::Path;
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use compiled_ai_compiler::model::{Provider as _, ProviderError, Record, provider_in, reachable_in};
use compiled_ai_core::diagnostic::{Diagnostic, Sources};
use compiled_ai_core::render;

use super::leaks::{forms, is_clean};
use super::peers::{KEY, PEERS, Peer, TEXT, VARIABLE, shown};
use super::prompt;
use super::server::{Act, Request, Server, answer};
use super::world::Dream;

/// Everything that a server can do with a form of the key.
fn echoes(peer: Peer, form: &str) -> Vec<Act> {
    let fails = |status| Act::Answer(status, vec![], peer.fails(&format!("Incorrect key: {form}.")));
    // JSON's own escapes are in some forms, so they go in as they are.
    let raw = |status, text: &str| Act::Raw(answer(status, &[], text.as_bytes()));
    let plain: String = form.chars().filter(|c| c.is_ascii_graphic()).collect();
    let mut acts: Vec<Act> = [400, 401, 403, 404, 422, 429, 500, 503].map(fails).into();
    acts.extend([
        raw(401, &format!("{{\"error\": {{\"message\": \"{form}\", \"type\": \"{form}\"}}}}")),
        raw(401, &format!("{}{form}{}", "a".repeat(380), "b".repeat(1000))),
        raw(500, form),
        raw(200, form),
        raw(200, &format!("{{\"error\": \"{form}\"}}")),
        raw(200, &format!("{{\"{form}\": ")),
        Act::Answer(307, vec![("location", format!("https://{plain}.evil.example/{plain}?{plain}"))], vec![]),
        Act::Answer(307, vec![("location", plain.clone())], vec![]),
        Act::Answer(429, vec![("retry-after", plain.clone()), ("x-echo", plain.clone())], vec![]),
        Act::Raw(format!("HTTP/1.1 {plain}\r\n{plain}\r\n\r\n").into_bytes()),
        Act::Raw(format!("HTTP/1.1 200 OK\r\ncontent-length: {plain}\r\n\r\n").into_bytes()),
        Act::Answer(200, vec![], peer.says("", form)),
        Act::Answer(200, vec![], peer.says(TEXT, form)),
        Act::Answer(200, vec![], peer.says(&format!("let key = \"{form}\";"), form)),
    ]);
    acts.extend(peer.refuses().map(|_| Act::Answer(200, vec![], refusal(form))));
    acts
}

fn refusal(form: &str) -> Vec<u8> {
    serde_json::json!({ "model": form, "stop_reason": "refusal", "promptFeedback": { "blockReason": form },
        "output": [{ "type": "message", "content": [{ "type": "refusal", "refusal": form }] }],
        "choices": [{ "finish_reason": "content_filter", "message": { "refusal": form } }] })
    .to_string()
    .into_bytes()
}

fn everything(error: &ProviderError) -> String {
    let mut diagnostic = Diagnostic::error(error.code, error.message.clone());
    diagnostic.notes = error.notes.clone();
    diagnostic.help = vec![error.help.clone()];
    let rendered = render::plain(&[diagnostic], &Sources::default());
    format!("{error}\n{error:?}\n{error:#?}\n{}\n{rendered}", shown(error))
}

fn files(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| {
            format!(
                "{:?}\n{}\n",
                entry.file_name(),
                String::from_utf8_lossy(&std::fs::read(entry.path()).unwrap_or_default())
            )
        })
        .collect()
}

/// What a provider shows and writes when its server does `act`; whether it replied, and what is to be looked through.
fn echo(peer: Peer, form: &str, act: Act) -> (bool, String) {
    let listed = peer.lists(&[form, "model-2"]);
    let server = Server::start(move |_, request: &Request| match request.line().starts_with("GET ") {
        true => Act::Answer(200, vec![], listed.clone()),
        false => act.clone(),
    });
    let folder = tempfile::tempdir().expect("a folder");
    let mut paused = String::new();
    let inner = provider_in(peer.settings(&server.url()), Dream::with(&[(VARIABLE, KEY)])).expect("settings");
    let result = Record { inner, folder: folder.path().to_owned() }
        .ask(&prompt(), &mut |pause| paused += &format!("{pause:?}\n"));
    let sent = server.requests();
    assert!(sent.iter().all(|request| request.head.matches(KEY).count() == 1 && !request.line().contains(KEY)));
    is_clean(&paused).unwrap_or_else(|leak| panic!("{} {leak}", peer.name));
    // A part of a key may stand in a program that a model wrote; the whole of it may not.
    let is_part = form != KEY && KEY.contains(form);
    let seen = match &result {
        Ok(reply) if is_part => reply.model.clone(),
        Ok(reply) => format!("{reply:?}\n{}\n{}\n{}", reply.text, reply.model, files(folder.path())),
        Err(error) => everything(error) + &files(folder.path()),
    };
    (result.is_ok(), seen)
}

#[test]
fn no_server_gets_a_key_shown_or_written() {
    let each = |peer: Peer| {
        let (mut failures, mut replies) = (0, 0);
        for form in forms() {
            for act in echoes(peer, &form) {
                let (replied, seen) = echo(peer, &form, act.clone());
                is_clean(&seen).unwrap_or_else(|leak| panic!("{} {act:?}\n{leak}", peer.name));
                *(if replied { &mut replies } else { &mut failures }) += 1;
            }
        }
        // What is tested is what happened.
        assert!(failures >= 200 && replies >= 20, "{failures} failures, {replies} replies");
    };
    thread::scope(|scope| PEERS.iter().for_each(|peer| _ = scope.spawn(move || each(*peer))));
}

#[test]
fn a_probe_shows_no_key() {
    let each = |peer: Peer| {
        for form in forms() {
            for act in echoes(peer, &form) {
                let server = Server::always(act);
                let world = Dream::with(&[(VARIABLE, KEY)]);
                let result = reachable_in(&peer.settings(&server.url()), world);
                let seen = match &result {
                    Ok(reached) => format!("{reached:?}"),
                    Err(error) => everything(error),
                };
                is_clean(&seen).expect(peer.name);
            }
        }
    };
    thread::scope(|scope| PEERS.iter().for_each(|peer| _ = scope.spawn(move || each(*peer))));
}

#[test]
fn a_leak_would_be_seen() {
    assert!(is_clean("nothing here").is_ok());
    for form in [
        KEY.to_owned(),
        KEY.to_uppercase(),
        STANDARD.encode(KEY),
        STANDARD.encode(format!("a{KEY}b")),
        KEY[12..26].to_owned(),
    ] {
        assert!(is_clean(&format!("before {form} behind")).is_err(), "{form}");
    }
}
