//! The command line against providers on loopback: what `doctor --online` finds out, what a wait looks like, and that no key is
//! found in anything that a failing run shows or leaves behind.

#[path = "../../compiled-ai-compiler/tests/support/leaks.rs"]
mod leaks;
#[path = "../../compiled-ai-compiler/tests/support/peers.rs"]
mod peers;
#[path = "../../compiled-ai-compiler/tests/support/server.rs"]
mod server;
mod support;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use leaks::{forms, is_clean};
use peers::{KEY, PEERS, Peer, VARIABLE};
use serde_json::Value;
use server::{Act, Server, answer, closed_port};
use support::{GOOD, Project, Ran};

/// A project whose model is `peer`, served at `url`.
fn project(peer: Peer, url: &str) -> Project {
    let project = Project::new(&[]);
    let (provider, more) = match peer.name {
        "openai" => ("openai", "api = \"responses\"\n"),
        "openai chat" => ("openai", "api = \"chat\"\n"),
        name => (name, ""),
    };
    project.write(
        "compiled-ai.toml",
        &format!(
            "provider = \"{provider}\"\nmodel = \"model-1\"\nbase_url = \"{url}/v1\"\nkey_env = \"{VARIABLE}\"\n\
             attempts = 1\nmax_output_tokens = 1000\nrecord = \"recorded\"\n{more}"
        ),
    );
    project
}

fn run(project: &Project, arguments: &[&str]) -> Ran {
    let mut command = project.command(arguments);
    command.env(VARIABLE, KEY);
    for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env_remove(name);
    }
    project.ran(&mut command)
}

/// What `doctor` says of the provider: state, text and help.
fn provider(project: &Project, arguments: &[&str]) -> Option<(String, String, String)> {
    let ran = run(project, &[&["doctor", "--json"], arguments].concat());
    let report: Value = serde_json::from_str(&ran.stdout()).unwrap_or_else(|error| panic!("{error}: {}", ran.shown()));
    let checks = report["checks"].as_array().unwrap();
    let found = checks.iter().find(|check| check["about"] == "provider")?;
    let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
    is_clean(&ran.shown()).unwrap();
    Some((text("state"), text("what"), text("help")))
}

#[test]
fn doctor_asks_the_provider_only_when_told_to() {
    for peer in PEERS {
        let server = Server::always(Act::Answer(200, vec![], peer.lists(&["model-1", "model-2"])));
        let project = project(peer, &server.url());
        assert_eq!(provider(&project, &[]), None, "{}", peer.name);
        assert_eq!(server.requests().len(), 0, "{}", peer.name);
        let (state, what, _) = provider(&project, &["--online"]).unwrap();
        assert_eq!(state, "ok", "{}: {what}", peer.name);
        assert_eq!(what, format!("{} answers and takes the key, lists 2 models", server.url()), "{}", peer.name);
        // One request, which costs nothing: the list of models.
        let requests = server.requests();
        assert!(matches!(&requests[..], [request] if request.line().starts_with("GET /v1/")), "{}", peer.name);
        let (header, value) = peer.key_header();
        assert_eq!(requests[0].header(header), Some(value.as_str()), "{}", peer.name);
    }
}

#[test]
fn doctor_says_what_is_wrong_with_the_provider() {
    let peer = PEERS[0];
    let wrong = |act: Act| {
        let server = Server::always(act);
        let (state, what, help) = provider(&project(peer, &server.url()), &["--online"]).unwrap();
        assert_eq!(state, "wrong", "{what}");
        (what, help)
    };
    let (what, help) = wrong(Act::Answer(200, vec![], peer.lists(&["model-2"])));
    assert!(what.contains("does not list `model-1`") && help.contains("`model`"), "{what}; {help}");
    for status in [401, 403] {
        let (what, help) = wrong(Act::Answer(status, vec![], peer.fails(&format!("no such key {KEY}"))));
        assert!((what.clone() + &help).contains(VARIABLE), "{what}; {help}");
    }
    let (what, _) = wrong(Act::Answer(500, vec![], vec![]));
    assert!(what.contains("fails (status 500)"), "{what}");
    let (what, help) = wrong(Act::Answer(200, vec![], b"<html>".to_vec()));
    assert!(what.starts_with("CAI06") && !help.is_empty(), "{what}; {help}");
    let (what, _) = wrong(Act::Answer(307, vec![("location", "https://elsewhere.example/".to_owned())], vec![]));
    assert!(what.contains("redirects to another host"), "{what}");
    // Nobody is there.
    let project = project(peer, &format!("http://127.0.0.1:{}", closed_port()));
    let (state, what, help) = provider(&project, &["--online"]).unwrap();
    assert!(state == "wrong" && what.contains("can't be reached") && help.contains("base_url"), "{what}; {help}");
    assert_eq!(run(&project, &["doctor", "--online"]).status(), Some(1));
}

/// A pause that anybody would notice is told, on a terminal and to programs.
#[test]
fn a_wait_is_told() {
    let peer = PEERS[0];
    for json in [false, true] {
        let server = Server::start(move |number, _| match number {
            0 => Act::Answer(429, vec![("retry-after", "1".to_owned())], peer.fails("Slow down.")),
            _ => Act::Answer(200, vec![], peer.says(GOOD, "model-1")),
        });
        let project = project(peer, &server.url());
        let ran = run(&project, if json { &["compile", "--json"] } else { &["compile"] });
        assert_eq!(ran.status(), Some(0), "{}", ran.shown());
        let why = format!("`{}` takes no more requests for now (status 429)", server.url());
        if json {
            let events = ran.stdout();
            let waiting = events.lines().find(|line| line.contains("\"event\":\"waiting\"")).unwrap();
            let event: Value = serde_json::from_str(waiting).unwrap();
            assert!(event["why"] == why.as_str() && event["seconds"].as_f64().is_some_and(|seconds| seconds >= 1.0));
        } else {
            // Up to a second by chance comes on top of what the server asked for.
            let told = ran.stderr();
            let told =
                told.split_once(&format!("{why}; asked again in ")).and_then(|(_, rest)| rest.split_once(" s\n"));
            let seconds = told.and_then(|(seconds, _)| seconds.parse::<f64>().ok());
            assert!(seconds.is_some_and(|seconds| (1.0..=2.0).contains(&seconds)), "{}", ran.stderr());
        }
        let lock = compiled_ai_core::lock::Lock::parse(&project.read("compiled-ai/double/lock.toml")).unwrap();
        let attempt = &lock.attempts[0];
        assert_eq!((attempt.tokens_in, attempt.tokens_cached, attempt.tokens_written), (100, 89, 4));
    }
}

/// What a server may do to have a key shown, with all of its forms in one text. None of it is asked again.
fn betrayals(peer: Peer, all: &str) -> Vec<(&'static str, Act)> {
    // A part of a key may stand in a program that a model wrote; the whole of it may not.
    let whole: Vec<String> = forms().into_iter().filter(|form| form == KEY || !KEY.contains(form.as_str())).collect();
    let whole = whole.join(" ");
    let plain: String = KEY.chars().filter(char::is_ascii_alphanumeric).collect();
    let candidate = format!(
        "```rust\npub fn run(input: Input) -> Result<Output, Abstain> {{\n    let _key = {KEY:?};\n    todo!()\n}}\n```\n"
    );
    vec![
        ("refused", Act::Answer(401, vec![("x-echo", plain.clone())], peer.fails(&format!("Incorrect key: {all}")))),
        ("not understood", Act::Raw(answer(400, &[], all.as_bytes()))),
        ("another model", Act::Answer(404, vec![], peer.lacks_model())),
        ("redirect", Act::Answer(307, vec![("location", format!("https://{plain}.example/{KEY}?{KEY}"))], vec![])),
        ("no JSON", Act::Raw(answer(200, &[], format!("{{\"{all}\": ").as_bytes()))),
        ("cut", Act::Answer(200, vec![], peer.cut())),
        ("a candidate", Act::Answer(200, vec![], peer.says(&candidate, KEY))),
        ("no candidate", Act::Answer(200, vec![], peer.says(&whole, &whole))),
    ]
}

/// Every file below a folder, by name and content, but those that Cargo and the kit made.
fn files(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        *into += &format!("{name}\n");
        if entry.path().is_dir() {
            if name != "target" && !name.starts_with("kit-") {
                files(&entry.path(), into);
            }
        } else {
            *into += &String::from_utf8_lossy(&std::fs::read(entry.path()).unwrap());
        }
    }
}

#[test]
fn a_failing_run_leaves_the_key_nowhere() {
    let all = forms().join(" ");
    for peer in PEERS {
        let betrayals = betrayals(peer, &all);
        let listed = peer.lists(&[KEY, "model-2"]);
        let acts: Vec<Act> = betrayals.iter().map(|(_, act)| act.clone()).collect();
        let asked = AtomicUsize::new(0);
        let server = Server::start(move |_, request| match request.line().starts_with("GET ") {
            true => Act::Answer(200, vec![], listed.clone()),
            false => acts[asked.fetch_add(1, Ordering::SeqCst)].clone(),
        });
        let project = project(peer, &server.url());
        let clean = |what: &str, mut seen: String| {
            files(&project.root(), &mut seen);
            files(&support::cache(), &mut seen);
            assert!(seen.contains("ledger") && seen.contains("double.yaml"), "{seen}");
            is_clean(&seen).unwrap_or_else(|leak| panic!("{} {what}: {leak}", peer.name));
        };
        for (index, (what, _)) in betrayals.iter().enumerate() {
            let ran = run(&project, if index % 2 == 0 { &["compile"] } else { &["compile", "--json"] });
            assert!(ran.status() != Some(0), "{} {what}: {}", peer.name, ran.shown());
            let asked = server.requests().iter().filter(|request| request.line().starts_with("POST ")).count();
            assert_eq!(asked, index + 1, "{} {what}", peer.name);
            assert!(!project.path("compiled-ai/double").exists(), "{} {what}", peer.name);
            clean(what, ran.shown());
        }
        for command in ["stats", "list", "plan"] {
            clean(command, run(&project, &[command]).shown());
        }
        clean("doctor", run(&project, &["doctor", "--online"]).shown());
    }
}
