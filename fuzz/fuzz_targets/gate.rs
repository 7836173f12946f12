//! The gate and the literal policy on any text: they answer in time, without a panic, and what the gate accepts stays as it is.
#![no_main]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use compiled_ai_core::codes::gate::SYNTAX;
use compiled_ai_core::files::Memory;
use compiled_ai_core::load::load;
use compiled_ai_core::spec::Spec;
use compiled_ai_fuzz::mutate::mutate;
use compiled_ai_fuzz::validate::security::{Names, Profile, Signature, check, literals};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use rustix::time::{ClockId, clock_gettime};

/// CPU time for one text. A release build has 50 ms; instrumented code with the checks of a debug build takes many times that.
const SLOWEST: Duration = Duration::from_millis(1000);

/// The spec of the corpus, so that literals can repeat its examples.
static SPEC: LazyLock<Spec> = LazyLock::new(|| {
    let text = include_str!("../../compiled-ai-compiler/tests/gate/spec.yaml");
    let loaded = load(&Memory::default().with("spec.yaml", text), Path::new("spec.yaml"), "spec.yaml");
    loaded.spec.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
});

/// The rules are read once, which is not what is measured.
static READY: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let _ = literals::check("const A: &str = \"a long text of its own\";", Profile::gate_1(), Some(&SPEC));
    ["LineItem", "Category", "Party", "Currency"].map(str::to_owned).into()
});

fuzz_target!(|text: &str| {
    let names = Names { types: &READY, signature: Signature::Either };
    let started = cpu_time();
    let answer = check(text, Profile::gate_1(), &names);
    let literals = match &answer {
        Ok(accepted) => literals::check(&accepted.source, Profile::gate_1(), Some(&SPEC)),
        // It looks at whatever parses, refused or not.
        Err(_) => literals::check(text, Profile::gate_1(), Some(&SPEC)),
    };
    let time = cpu_time().saturating_sub(started);
    assert!(time < SLOWEST, "{time:?} for {} bytes", text.len());

    let broke = ["the code can't be read", "the literals can't be read"];
    let is_syntax = answer.as_ref().is_err_and(|refusals| refusals.iter().all(|refusal| refusal.code == SYNTAX));
    for refusal in answer.as_ref().err().into_iter().chain(literals.as_ref().err()).flatten() {
        let is_expected = is_syntax && refusal.message == broke[1];
        assert!(is_expected || !broke.contains(&refusal.message.as_str()), "it panicked, or found no thread");
    }
    match answer {
        Ok(accepted) => {
            let again = check(&accepted.source, Profile::gate_1(), &names);
            assert_eq!(again.map(|again| again.source).ok(), Some(accepted.source), "it changes again");
        }
        Err(refusals) => assert!(!refusals.is_empty()),
    }
});

// What mutates bytes leaves little that parses: every other time, tokens are moved about instead.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mutated = std::str::from_utf8(&data[..size]).ok().and_then(|text| mutate(text, max_size, seed));
    match mutated {
        Some(text) => {
            data[..text.len()].copy_from_slice(text.as_bytes());
            text.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
});

/// CPU time of the whole process; the gate works in a thread of its own.
fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}
