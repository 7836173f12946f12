//! The host for WebAssembly: limits, isolation, loading and replacing, with a module by hand.
#![cfg(feature = "wasm-cranelift")]

#[path = "wasm/support.rs"]
mod support;

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use compiled_ai_runtime::Abstain;
use compiled_ai_runtime::wasm::{self, Artifact, CallError, Code, Engine, Isolation, Limits, LoadError, Settings};
use support::{DESCRIPTION, Output, call, code, component, hash, host, host_of, leak, wrap};

/// For what is not about deadlines: machines may be slow.
const PATIENT: Limits = Limits { deadline: Duration::from_secs(600), memory: 64 << 20, stack: 512 << 10 };
const BOTH: [Isolation; 2] = [Isolation::Reuse, Isolation::PerCall];

#[test]
fn values_go_in_and_out() {
    for isolation in BOTH {
        let host = host(isolation, PATIENT);
        for text in ["", "one", "two words", "grüße 東京 \u{1F600}", "nul \0 nul"] {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            assert_eq!(call(host, text), Ok(Output { count: words.len() as i64, lines: words }));
        }
        assert_eq!(call(host, "abstain dull count"), Err(CallError::Abstain(Abstain::field("count", "dull"))));
        assert_eq!(call(host, "abstain dull"), Err(CallError::Abstain(Abstain::new("dull"))));
    }
}

#[test]
fn input_may_be_large_and_no_larger_than_the_memory() {
    for isolation in BOTH {
        let host = host(isolation, Limits { memory: 8 << 20, ..PATIENT });
        let text = |bytes: usize| format!("length {}", "x".repeat(bytes));
        for bytes in [1 << 10, 5 << 20, 1 << 10, 5 << 20] {
            assert_eq!(call(host, &text(bytes)).map(|output| output.count), Ok(bytes as i64 + 7));
        }
        assert_eq!(call(host, &text(9 << 20)), Err(CallError::Memory));
        assert!(call(host, "again").is_ok());
    }
}

#[test]
fn limits_end_a_call_and_nothing_else() {
    for isolation in BOTH {
        let host = host(isolation, PATIENT);
        for _ in 0..2 {
            assert_eq!(call(host, "recurse"), Err(CallError::Stack));
            assert_eq!(call(host, "leap"), Err(CallError::Stack));
            assert_eq!(call(host, "take 1000"), Err(CallError::Memory));
            assert_eq!(call(host, "panic"), Err(CallError::Trap("a panic".into())));
            assert_eq!(call(host, "take 10").map(|output| output.count), Ok(10));
            // What a call after the warming up finds; what trapped is gone.
            assert_eq!(call(host, "calls").map(|output| output.count), Ok(2));
        }
    }
}

#[test]
fn an_endless_loop_ends_at_its_deadline() {
    for isolation in BOTH {
        let host = host(isolation, Limits { deadline: Duration::from_millis(30), ..Limits::default() });
        assert_eq!(call(host, "loop"), Err(CallError::Deadline));
        assert_eq!(call(host, "loop"), Err(CallError::Deadline));
    }
}

#[test]
fn an_answer_that_is_none_is_an_error() {
    for isolation in BOTH {
        let host = host(isolation, PATIENT);
        for what in ["utf8", "outside", "long", "crooked", "third", "astray", "bomb"] {
            let answer = call(host, what);
            assert!(matches!(answer, Err(CallError::Answer(_))), "{what}: {answer:?}");
            assert!(call(host, "again").is_ok());
        }
    }
}

#[test]
fn isolated_calls_find_nothing_of_each_other() {
    let reused = host(Isolation::Reuse, PATIENT);
    call(reused, "keep this").unwrap();
    assert_eq!(call(reused, "kept").unwrap().lines, ["this"], "the module does keep something");

    let isolated = host(Isolation::PerCall, PATIENT);
    let first = call(isolated, "calls").unwrap();
    for _ in 0..3 {
        call(isolated, "keep this").unwrap();
        assert_eq!(call(isolated, "kept").unwrap().lines, Vec::<String>::new());
        assert_eq!(call(isolated, "calls").unwrap(), first);
        // Memory that has grown is not put back but given up.
        call(isolated, "take 20").unwrap();
    }
    // The same for instances that others have warmed up.
    let others: Vec<_> = (0..4).map(|_| std::thread::spawn(|| call(isolated, "calls").unwrap())).collect();
    assert!(others.into_iter().all(|other| other.join().unwrap() == first));
}

#[test]
fn bytes_that_are_not_those_of_the_build_are_never_looked_at() {
    let right = component();
    let locked = leak(hash(right).into_boxed_str());
    let mut turned = right.to_vec();
    let last = turned.len() - 1;
    turned[last] ^= 1;
    let crafted = wrap(b"\0asm\x01\0\0\0", DESCRIPTION.spec, DESCRIPTION.wit);
    for bytes in [&right[..right.len() - 1], &right[..8], b"", &turned, &crafted] {
        let host = host_of(Code::Component { bytes: leak(bytes.into()), hash: locked });
        assert!(matches!(host.load(), Err(LoadError::Hash { .. })));
        let Err(CallError::Load(error)) = call(host, "x") else { panic!("it was loaded") };
        assert_eq!(*error, LoadError::Hash { expected: locked.to_owned(), found: hash(bytes) });
    }
}

#[test]
fn code_compiled_ahead_of_time_runs_and_is_checked() {
    let target = target();
    let ahead = wasm::compile_ahead(component(), target).unwrap();
    assert!(ahead.keeps_state_in_memory);
    let hash_of = |bytes: &[u8]| leak(hash(bytes).into_boxed_str());
    assert_eq!(ahead.hash, hash(&ahead.code));
    let host = |bytes: &[u8], hash| {
        host_of(Code::Ahead { bytes: leak(bytes.into()), hash, keeps_state_in_memory: ahead.keeps_state_in_memory })
    };
    assert_eq!(call(host(&ahead.code, hash_of(&ahead.code)), "a b").unwrap().count, 2);

    let mut turned = ahead.code.clone();
    turned[ahead.code.len() / 2] ^= 1;
    for bytes in [&ahead.code[..100], &turned, b"", component()] {
        assert!(matches!(host(bytes, hash_of(&ahead.code)).load(), Err(LoadError::Hash { .. })));
    }

    // What another version or configuration of the engine would have made.
    let other = wasmtime::Engine::new(wasmtime::Config::new().consume_fuel(true)).unwrap();
    let module = other.precompile_module(&support::build()).unwrap();
    let error = host(&module, hash_of(&module)).load().unwrap_err();
    assert!(matches!(error, LoadError::Ahead(_)) && error.to_string().contains("build again"), "{error}");
    assert!(wasm::compile_ahead(component(), "no-such-machine").is_err());
    assert!(wasm::compile_ahead(&component()[..100], target).is_err());
}

fn target() -> &'static str {
    let output = std::process::Command::new("rustc").arg("-vV").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    leak(text.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().into())
}

#[test]
fn what_imports_something_or_exports_nothing_is_refused() {
    // (module (import "env" "now" (func (result i64))))
    let importing = b"\0asm\x01\0\0\0\x01\x05\x01\x60\x00\x01\x7e\x02\x0b\x01\x03env\x03now\x00\x00";
    let empty = b"\0asm\x01\0\0\0";
    for (module, why) in [(&importing[..], "imports"), (&empty[..], "exports no memory")] {
        let error = host_of(code(&wrap(module, DESCRIPTION.spec, DESCRIPTION.wit))).load().unwrap_err();
        assert!(error.to_string().contains(why), "{error}");
    }
    let other = wrap(&support::build(), "sha256:1", DESCRIPTION.wit);
    assert!(matches!(host_of(code(&other)).load(), Err(LoadError::OtherSpec { .. })));
    let other = wrap(&support::build(), DESCRIPTION.spec, "sha256:1");
    assert!(matches!(host_of(code(&other)).load(), Err(LoadError::OtherTypes { .. })));
    let right = wrap(&support::build(), DESCRIPTION.spec, DESCRIPTION.wit);
    assert_eq!(host_of(code(&right)).load(), Ok(()));
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new(wasm: &[u8], spec: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("artifact.wasm"), wasm).unwrap();
        let lock = format!(
            "version = 1\n[spec]\nfile = \"test.yaml\"\nname = \"test\"\nhash = \"{spec}\"\n[artifact]\n\"artifact.rs\" = \"\"\n\"artifact.wasm\" = \"{}\"\n",
            hash(wasm)
        );
        std::fs::write(folder.path().join("lock.toml"), lock).unwrap();
        Self(folder)
    }

    fn edit(&self, from: &str, to: &str) {
        let path = self.0.path().join("lock.toml");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from));
        std::fs::write(path, text.replace(from, to)).unwrap();
    }

    fn load(&self) -> Result<Artifact, LoadError> {
        Artifact::load(self.0.path())
    }
}

#[test]
fn an_artifact_of_a_folder_is_what_its_lock_says() {
    let folder = Folder::new(component(), DESCRIPTION.spec);
    assert_eq!(folder.load().unwrap().name(), "test@000000000001");
    std::fs::write(folder.0.path().join("artifact.wasm"), &component()[..1000]).unwrap();
    assert!(matches!(folder.load(), Err(LoadError::Hash { .. })));
    std::fs::remove_file(folder.0.path().join("artifact.wasm")).unwrap();
    assert!(matches!(folder.load(), Err(LoadError::Read { .. })));
    for (from, to) in [("version = 1", "version = 2"), ("artifact.wasm", "artifact.wasn"), ("[artifact]", "[artifact")]
    {
        let folder = Folder::new(component(), DESCRIPTION.spec);
        folder.edit(from, to);
        assert!(matches!(folder.load(), Err(LoadError::Lock { .. })), "{to}");
    }
    assert!(matches!(Artifact::load("/no/such/folder"), Err(LoadError::Read { .. })));
}

#[test]
fn an_artifact_is_replaced_by_one_for_the_same_spec_only() {
    let host = host(Isolation::Reuse, PATIENT);
    call(host, "keep this").unwrap();
    let other = Folder::new(component(), "sha256:ffff").load().unwrap();
    let error = host.replace(&other).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the artifact is for `test@ffff`, but the program was built with `test@000000000001`"
    );
    // Another function under the same hashes: its parameters tell.
    let rubbish =
        Folder::new(&wrap(b"\0asm\x01\0\0\0", DESCRIPTION.spec, DESCRIPTION.wit), DESCRIPTION.spec).load().unwrap();
    assert!(host.replace(&rubbish).is_err());
    assert_eq!(call(host, "kept").unwrap().lines, ["this"], "after a failure the old one goes on");

    call(host, "keep this").unwrap();
    host.replace(&Folder::new(component(), DESCRIPTION.spec).load().unwrap()).unwrap();
    assert_eq!(call(host, "kept").unwrap().lines, Vec::<String>::new(), "a new instance answers");
}

#[test]
fn a_host_that_could_not_be_loaded_can_be_given_an_artifact() {
    let host = host_of(Code::Component { bytes: b"", hash: "sha256:0" });
    assert!(call(host, "a").is_err());
    host.replace(&Folder::new(component(), DESCRIPTION.spec).load().unwrap()).unwrap();
    assert!(call(host, "a").is_ok());
}

#[test]
fn threads_call_while_the_artifact_is_replaced() {
    for isolation in BOTH {
        let host = host(isolation, PATIENT);
        let next = Folder::new(component(), DESCRIPTION.spec).load().unwrap();
        let is_done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let callers: Vec<_> = (0..12)
                .map(|caller| {
                    let is_done = &is_done;
                    scope.spawn(move || {
                        let mut calls = 0;
                        while calls == 0 || !is_done.load(Ordering::Relaxed) {
                            let text = format!("{caller} {calls} x");
                            assert_eq!(call(host, &text).unwrap().lines[0], caller.to_string());
                            calls += 1;
                        }
                    })
                })
                .collect();
            for _ in 0..5 {
                host.replace(&next).unwrap();
            }
            is_done.store(true, Ordering::Relaxed);
            callers.into_iter().for_each(|caller| caller.join().unwrap());
        });
    }
}

#[test]
fn a_call_in_flight_ends_in_the_artifact_that_it_began_in() {
    // Longer than replacing takes.
    let deadline = Duration::from_secs(5);
    let host = host(Isolation::Reuse, Limits { deadline, ..Limits::default() });
    call(host, "a").unwrap();
    let running = std::thread::spawn(|| call(host, "loop"));
    std::thread::sleep(Duration::from_millis(50));
    host.replace(&Folder::new(component(), DESCRIPTION.spec).load().unwrap()).unwrap();
    assert!(!running.is_finished(), "replacing does not wait for calls");
    assert!(call(host, "a").is_ok());
    assert_eq!(running.join().unwrap(), Err(CallError::Deadline));
}

#[test]
fn an_engine_is_installed_before_the_first_call() {
    let settings = Settings { isolation: Isolation::PerCall, ..Settings::default() };
    // Unless another test of this process has called before.
    let _ = Engine::new(settings).unwrap().install();
    assert_eq!(Engine::new(settings).unwrap().install(), Err(wasm::InUse));
    assert!(Engine::new(Settings { limits: Limits { stack: 0, ..Limits::default() }, ..settings }).is_err());
}
