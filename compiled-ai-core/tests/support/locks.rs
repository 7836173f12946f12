//! Locks in memory.

use std::collections::BTreeMap;

use compiled_ai_core::hash::{self, Hash};
use compiled_ai_core::lock::{
    ARTIFACT_FILE, Accuracies, Accuracy, Attempt, ExampleCounts, Lock, LockedSpec, Made, Score, VERSION, Verdicts,
};
use compiled_ai_core::spec::Spec;
use compiled_ai_core::split::split;

/// The lock that an artifact would get on which every example is right.
pub(crate) fn lock(spec: &Spec, artifact: &str) -> Lock {
    let parts = split(spec);
    let all_right = |of: usize| Accuracy { examples: Score::new(of, of), abstained: 0, fields: BTreeMap::new() };
    Lock {
        version: VERSION,
        spec: LockedSpec {
            file: "a.yaml".to_owned(),
            name: spec.name.clone(),
            hash: hash::spec(spec).to_string(),
            parts: hash::parts(spec).into_iter().map(|(name, hash)| (name.to_owned(), hash.to_string())).collect(),
        },
        artifact: BTreeMap::from([(ARTIFACT_FILE.to_owned(), Hash::of(artifact).to_string())]),
        made: Made {
            compiler: "0.1.0".to_owned(),
            gate: "gate-1".to_owned(),
            kit: "0.1.0".to_owned(),
            toolchain: "rustc 1.95.0".to_owned(),
            target: "rust".to_owned(),
            provider: "command".to_owned(),
            model: "a \"model\" = 1".to_owned(),
            prompt: "1".to_owned(),
            component: None,
        },
        examples: ExampleCounts { shown: parts.shown.len(), in_prompt: 1, held_out: parts.held_out.len() },
        accuracy: Accuracies {
            shown: all_right(parts.shown.len()),
            held_out: (!parts.held_out.is_empty()).then(|| all_right(parts.held_out.len())),
        },
        coverage: None,
        attempts: vec![Attempt {
            prompt: Hash::of("prompt").to_string(),
            candidate: Some(Hash::of(artifact).to_string()),
            tokens_in: 1200,
            tokens_out: 300,
            tokens_from: "provider".to_owned(),
            seconds: 2.5,
            verdicts: Verdicts { security: Some("passed".to_owned()), ..Verdicts::default() },
            ..Attempt::default()
        }],
    }
}
