//! The gate on any text: it answers in time, without a panic, and what it accepts stays as it is.
#![no_main]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use compiled_ai_fuzz::validate::security::{Names, Profile, Signature, check};
use libfuzzer_sys::fuzz_target;

/// Instrumented code is several times slower than a release build, which has 50 ms.
const SLOWEST: Duration = Duration::from_millis(1000);

fuzz_target!(|text: &str| {
    let types: BTreeSet<String> = ["LineItem", "Category", "Party", "Currency"].map(str::to_owned).into();
    let names = Names { types: &types, signature: Signature::Template };
    let started = Instant::now();
    let answer = check(text, Profile::gate_1(), &names);
    assert!(started.elapsed() < SLOWEST, "{:?} for {} bytes", started.elapsed(), text.len());
    match answer {
        Ok(accepted) => {
            let again = check(&accepted.source, Profile::gate_1(), &names);
            assert_eq!(again.map(|again| again.source).ok(), Some(accepted.source), "it changes again");
        }
        Err(refusals) => {
            assert!(!refusals.is_empty());
            let broke = refusals.iter().any(|refusal| refusal.message == "the code can't be read");
            assert!(!broke, "the gate panicked, or found no thread");
        }
    }
});
