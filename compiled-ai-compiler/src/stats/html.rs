//! The figures as one HTML file: no scripts, nothing from the network, everything escaped.

use std::fmt::Write as _;

use super::curve::{escape, svg};
use super::json::CALLS;
use super::lines::{dollar_lines, token_lines};
use super::{SpecStats, Stats, Summary, paper};
use crate::tokens::TOKENIZER;

const STYLE: &str = "body{font-family:system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#222}\
table{border-collapse:collapse;margin:1rem 0}th,td{padding:.3rem .7rem;border-bottom:1px solid #ddd;text-align:right}\
th:first-child,td:first-child{text-align:left}th{font-weight:600}.note{color:#555}svg{max-width:100%;height:auto}";

/// The whole file.
pub fn html(stats: &Stats) -> String {
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>compiled-ai: when compiling pays</title>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <style>{STYLE}</style></head><body>\n<h1>When compiling pays</h1>\n"
    );
    if let Some(summary) = stats.summary() {
        in_all(&mut page, stats, &summary);
    } else {
        page.push_str("<p>Nothing is locked yet.</p>\n");
    }
    per_spec(&mut page, stats);
    beside_the_paper(&mut page, stats);
    let _ = write!(
        page,
        "<p class=\"note\">A direct call is what a person would write for it: about, types and rules as the system prompt, the \
         example's input and its expected output as JSON, counted with {TOKENIZER}; the mean over all examples. Counts of \
         generation come from the locks. docs/stats.md defines every figure.</p>\n</body></html>\n"
    );
    page
}

fn in_all(page: &mut String, stats: &Stats, summary: &Summary) {
    let _ = write!(
        page,
        "<p>{} locked specs took {} tokens to generate ({}; median {:.0}), and pay after <b>{:.1} calls</b> of each (median {:.1}). \
         The first reply passed for {:.0} % of them; the mean is {:.2} attempts.</p>\n{}",
        summary.specs,
        summary.generation.tokens(),
        summary.generation.from.name(),
        summary.median_tokens,
        summary.break_even,
        summary.median_break_even,
        summary.first_pass * 100.0,
        summary.mean_attempts,
        svg(&token_lines(stats), "tokens"),
    );
    page.push_str(
        "<p class=\"note\">Tokens spent after so many calls of the mean spec. Dashed: the paper's figures.</p>\n",
    );
    let lines = dollar_lines(stats);
    if !lines.is_empty() {
        page.push_str(&svg(&lines, "US dollars"));
        let date = escape(stats.price_date.as_deref().unwrap_or("the locks' dates"));
        let _ = writeln!(page, "<p class=\"note\">US dollars at the configured prices, read on {date}.</p>");
    }
}

fn per_spec(page: &mut String, stats: &Stats) {
    page.push_str(
        "<h2>Specs</h2>\n<table><tr><th>spec</th><th>generation</th><th>attempts</th><th>a direct call</th><th>break-even</th>\
         <th>lines</th><th>lines / 1k tokens</th><th>stated / code</th><th>at 1k calls</th><th>at 1M calls</th></tr>\n",
    );
    for spec in &stats.specs {
        page.push_str(&row(spec));
    }
    page.push_str("</table>\n");
}

fn row(spec: &SpecStats) -> String {
    let call = spec.call.tokens();
    let Some(locked) = &spec.locked else {
        return format!(
            "<tr><td>{}</td><td colspan=\"2\">not locked</td><td>{call:.0}</td><td colspan=\"6\"></td></tr>\n",
            escape(&spec.name)
        );
    };
    let totals = CALLS.map(|calls| format!("<td>{:.0}</td>", call * calls)).concat();
    format!(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{call:.0}</td><td>{:.1}</td><td>{}</td><td>{:.1}</td><td>{:.2}</td>{totals}</tr>\n",
        escape(&spec.name),
        locked.generation.tokens(),
        locked.attempts,
        spec.break_even().unwrap_or_default(),
        locked.lines,
        locked.lines_per_token() * 1000.0,
        locked.compression,
    )
}

fn beside_the_paper(page: &mut String, stats: &Stats) {
    let _ = write!(
        page,
        "<h2>Beside the paper</h2>\n<p class=\"note\">The right column is the paper's own ({}), over other tasks and models.</p>\n\
         <table><tr><th></th><th>here</th><th>paper</th></tr>\n",
        paper::SOURCE
    );
    let summary = stats.summary();
    let rows = [
        ("compiled, once", summary.as_ref().map(|s| s.generation.tokens() as f64 / s.specs as f64), 0, paper::COMPILED),
        ("direct LLM, a call", summary.as_ref().map(|s| s.call_tokens), 0, paper::METHODS[0].tokens),
        ("LangChain, a call", None, 0, paper::METHODS[1].tokens),
        ("AutoGen, a call", None, 0, paper::METHODS[2].tokens),
        ("break-even, calls", summary.as_ref().map(|s| s.break_even), 1, paper::BREAK_EVEN),
    ];
    for (name, ours, digits, theirs) in rows {
        let ours = ours.map_or_else(|| "–".to_owned(), |ours| format!("{ours:.digits$}"));
        let _ = writeln!(page, "<tr><td>{name}</td><td>{ours}</td><td>{theirs:.0}</td></tr>");
    }
    page.push_str("</table>\n");
}
