//! The figures for other programs. The form is stable: docs/stats.md describes it, and `version` grows when it breaks.

use serde_json::{Value, json};

use super::{Generation, SpecStats, Stats, Summary, paper};
use crate::tokens::TOKENIZER;

/// The version of the form.
const VERSION: u32 = 1;

/// The numbers of calls for which totals are given.
pub(super) const CALLS: [f64; 2] = [1e3, 1e6];

/// All figures as one JSON object.
pub fn json(stats: &Stats) -> Value {
    json!({
        "version": VERSION,
        "tokenizer": TOKENIZER,
        "price_date": stats.price_date,
        "specs": stats.specs.iter().map(spec).collect::<Vec<_>>(),
        "summary": stats.summary().map(|summary| of_summary(&summary)),
        "spent_without_a_lock": stats.unlocked.as_ref().map(|unlocked| json!({
            "replies": unlocked.replies,
            "tokens": unlocked.tokens,
            "dollars": round(unlocked.dollars, 6),
            "unanswered": unlocked.unanswered,
            "unreadable_lines": unlocked.unreadable,
        })),
        "paper": {
            "source": paper::SOURCE,
            "compiled_tokens": paper::COMPILED,
            "break_even": paper::BREAK_EVEN,
            "methods": paper::METHODS.iter().map(|method| json!({ "name": method.name, "tokens_per_call": method.tokens })).collect::<Vec<_>>(),
        },
    })
}

fn spec(spec: &SpecStats) -> Value {
    let call = &spec.call;
    json!({
        "name": spec.name,
        "call": {
            "tokens": round(call.tokens(), 1),
            "system": call.system,
            "input": round(call.input, 1),
            "output": round(call.output, 1),
            "dollars": call.dollars.map(|dollars| round(dollars, 9)),
            "examples": call.examples,
        },
        "locked": spec.locked.as_ref().map(|locked| json!({
            "generation": generation(&locked.generation),
            "attempts": locked.attempts,
            "first_pass": locked.is_first_pass(),
            "break_even": spec.break_even().map(|calls| round(calls, 2)),
            "break_even_dollars": spec.break_even_dollars().map(|calls| round(calls, 2)),
            "lines": locked.lines,
            "lines_per_token": round(locked.lines_per_token(), 5),
            "artifact_bytes": locked.bytes,
            "compression": round(locked.compression, 3),
            "totals": totals(locked.generation.tokens() as f64, call.tokens(), locked.generation.dollars, call.dollars),
        })),
    })
}

fn of_summary(summary: &Summary) -> Value {
    json!({
        "specs": summary.specs,
        "generation": generation(&summary.generation),
        "median_generation_tokens": round(summary.median_tokens, 1),
        "first_pass_rate": round(summary.first_pass, 4),
        "mean_attempts": round(summary.mean_attempts, 2),
        "call_tokens": round(summary.call_tokens, 1),
        "call_dollars": summary.call_dollars.map(|dollars| round(dollars, 9)),
        "break_even": round(summary.break_even, 2),
        "median_break_even": round(summary.median_break_even, 2),
        "lines_per_token": round(summary.lines_per_token, 5),
        "compression": round(summary.compression, 3),
        "totals": totals(
            summary.generation.tokens() as f64 / summary.specs as f64,
            summary.call_tokens,
            summary.generation.dollars.map(|dollars| dollars / summary.specs as f64),
            summary.call_dollars,
        ),
    })
}

fn generation(generation: &Generation) -> Value {
    json!({
        "tokens": generation.tokens(),
        "tokens_in": generation.input,
        "tokens_cached": generation.cached,
        "tokens_written": generation.written,
        "tokens_out": generation.output,
        "counted": generation.from.name(),
        "dollars": generation.dollars.map(|dollars| round(dollars, 6)),
        "dollars_from": generation.dollars.map(|_| if generation.dollars_locked { "lock" } else { "configured price" }),
        "seconds": round(generation.seconds, 1),
    })
}

/// What so many calls take, asked directly and compiled.
fn totals(once: f64, call: f64, once_dollars: Option<f64>, call_dollars: Option<f64>) -> Vec<Value> {
    let total = |calls: f64| {
        json!({
            "calls": calls,
            "direct_tokens": round(call * calls, 0),
            "compiled_tokens": round(once, 0),
            "direct_dollars": call_dollars.map(|dollars| round(dollars * calls, 4)),
            "compiled_dollars": once_dollars.map(|dollars| round(dollars, 6)),
        })
    };
    CALLS.map(total).into()
}

/// Rounded, so that the text does not change with the last bit of a sum.
fn round(value: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (value * scale).round() / scale
}
