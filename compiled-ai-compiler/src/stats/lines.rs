//! What the curves of the break-even show: one line a method.

use super::curve::Line;
use super::{Stats, paper};

/// Tokens spent: the mean spec, compiled and asked directly, and the paper's methods.
pub fn token_lines(stats: &Stats) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(summary) = stats.summary() {
        lines.extend(ours(summary.generation.tokens() as f64 / summary.specs as f64, summary.call_tokens));
    }
    let quoted = |name: &str, once, per_call| Line { name: format!("{name} (paper)"), once, per_call, is_quoted: true };
    lines.push(quoted("compiled", paper::COMPILED, 0.0));
    lines.extend(paper::METHODS.iter().map(|method| quoted(method.name, 0.0, method.tokens)));
    lines
}

/// US dollars spent on the mean spec, compiled and asked directly; empty without a price.
pub fn dollar_lines(stats: &Stats) -> Vec<Line> {
    let lines = stats
        .summary()
        .and_then(|summary| Some(ours(summary.generation.dollars? / summary.specs as f64, summary.call_dollars?)));
    lines.map(Vec::from).unwrap_or_default()
}

fn ours(once: f64, per_call: f64) -> [Line; 2] {
    let line = |name: &str, once, per_call| Line { name: name.to_owned(), once, per_call, is_quoted: false };
    [line("compiled, once", once, 0.0), line("direct call", 0.0, per_call)]
}
