//! The native run: the same answers as in the sandbox, byte for byte?

use std::process::Command;
use std::time::Duration;

use compiled_ai_core::codes::validation as codes;
use compiled_ai_core::diagnostic::Diagnostic;

use super::{Failure, FailureKind};
use crate::jail::Reach;
use crate::kit::process::{self, Limits, Stopped};
use crate::validate::syntax::Built;

/// What the native program may use, over all examples. Each has passed the sandbox, so that none takes long.
const LIMITS: Limits =
    Limits { time: Duration::from_secs(20), memory: Some(1 << 30), output: 256 << 20, file: 0, forks: false };

/// Runs natively what has an answer, and turns every answer that is another one into a failure.
pub(in crate::validate) fn compare(
    built: &Built,
    inputs: &[impl AsRef<str>],
    answers: &mut [Result<String, Failure>],
) -> Result<(), Box<Diagnostic>> {
    let mut stdin = String::new();
    for (input, _) in inputs.iter().zip(&*answers).filter(|(_, answer)| answer.is_ok()) {
        // JSON text has no line feed of its own.
        stdin.push_str(input.as_ref());
        stdin.push('\n');
    }
    if stdin.is_empty() {
        return Ok(());
    }
    let mut command = Command::new(&built.native);
    command.env_clear().current_dir(built.scratch.path());
    let reach = Reach::program(&built.native);
    let finished = process::run(&command, stdin.as_bytes(), LIMITS, &built.jail, &reach).map_err(|error| {
        Box::new(
            Diagnostic::error(codes::TOOLCHAIN, "a candidate's native program can't be started")
                .note(error.to_string())
                .help("check that programs in the folder for temporary files may be executed"),
        )
    })?;
    let output = String::from_utf8_lossy(&finished.stdout);
    let mut lines = output.split_terminator('\n');
    let mut has_ended = false;
    for answer in answers.iter_mut() {
        let Ok(expected) = answer else { continue };
        let failure = match lines.next() {
            Some(found) if found == expected => continue,
            Some(found) => differs(expected, found, built),
            // The first without an answer is the one that ended the program.
            None if !has_ended => {
                has_ended = true;
                let why = match finished.stopped {
                    Some(Stopped::Time) => format!("it took longer than {} s", LIMITS.time.as_secs()),
                    Some(Stopped::Output) => "it wrote too much".to_owned(),
                    None => format!("it ended with {}", finished.status),
                };
                Failure::new(FailureKind::Differs, format!("as a native program {why}"))
            }
            None => Failure::new(FailureKind::Skipped, "an example before it ended the native program"),
        };
        *answer = Err(failure);
    }
    Ok(())
}

fn differs(expected: &str, found: &str, built: &Built) -> Failure {
    if let Some(report) = found.strip_prefix("panic ") {
        let panic = Failure::panic(&report.replacen("\\n", "\n", 1), &built.program);
        return Failure {
            kind: FailureKind::Differs,
            message: format!("as a native program it panicked: {}", panic.message),
            line: panic.line,
        };
    }
    Failure::new(
        FailureKind::Differs,
        format!(
            "as a 32-bit program with overflow checks it returned `{}`, as a 64-bit program without them `{}`",
            excerpt(expected, found),
            excerpt(found, expected)
        ),
    )
}

/// The part of `text` around its first difference from `other`.
fn excerpt(text: &str, other: &str) -> String {
    const BEFORE: usize = 30;
    const SHOWN: usize = 90;
    let same = text.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let start = same.saturating_sub(BEFORE);
    let mut excerpt: String = text.chars().skip(start).take(SHOWN).collect();
    if start > 0 {
        excerpt.insert(0, '…');
    }
    if text.chars().count() > start + SHOWN {
        excerpt.push('…');
    }
    excerpt
}
