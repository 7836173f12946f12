//! `stats`: what generation took, what direct calls would take, and from when on compiling pays.

use compiled_ai_compiler::ledger::{Ledger, Unlocked};
use compiled_ai_compiler::price::{self, Price};
use compiled_ai_compiler::stats::{self, SpecStats, Stats, Summary, paper};
use compiled_ai_compiler::tokens::TOKENIZER;
use compiled_ai_compiler::write;
use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::files::Disk;
use compiled_ai_core::{hit, render};
use rust_decimal::Decimal;

use super::toolchain;
use crate::Found;
use crate::arguments::Stats as Arguments;
use crate::failure::Failure;
use crate::project::{self, SpecFile};
use crate::table::Table;

/// Shows the figures of the selected specs.
pub(crate) fn run(arguments: &Arguments) -> Result<Found, Failure> {
    let specs = project::specs(&arguments.selection)?;
    let mut found = Found::Nothing;
    let mut all = Vec::new();
    let mut price_date = None;
    for file in &specs {
        let loaded = file.load();
        let Some(spec) = &loaded.spec else {
            anstream::eprintln!("{}", render::styled(&loaded.diagnostics, &loaded.sources));
            found = Found::Problems;
            continue;
        };
        let price = price(file)?;
        price_date = price_date.or_else(|| price.as_ref().map(|price| price.date.clone()));
        let hit = hit::look_up_unreviewed(&Disk, &file.lock_folder(), spec, &file.shown).ok();
        let locked = hit.as_ref().map(|hit| (&hit.lock, hit.artifact.as_str()));
        all.push(SpecStats::new(&file.stem(), spec, locked, price.as_ref()));
    }
    let stats = Stats { specs: all, unlocked: unlocked(&specs, arguments.selection.specs.is_empty())?, price_date };
    if arguments.json {
        println!("{:#}", stats::json(&stats));
    } else if let Some(file) = &arguments.html {
        write::atomically(file, stats::html(&stats).as_bytes()).map_err(|error| {
            Failure::new(codes::CRATE, format!("`{}` can't be written: {error}", file.display()))
                .help("name a file in a folder that is there and can be written")
        })?;
        anstream::eprintln!("wrote {}", file.display());
    } else {
        anstream::print!("{}", text(&stats));
    }
    Ok(found)
}

/// The price of the model that is asked last: the one that a direct call would need.
fn price(file: &SpecFile) -> Result<Option<Price>, Failure> {
    Ok(file.krate.config.models()?.pop().and_then(|model| model.price))
}

/// What was spent without a lock, over the crates of `specs`; of single specs only if `all` are not meant.
fn unlocked(specs: &[SpecFile], all: bool) -> Result<Option<Unlocked>, Failure> {
    let cache = toolchain::cache_folder()?;
    let mut ledgers: Vec<(Ledger, Option<String>)> =
        specs.iter().map(|spec| (Ledger::of(&cache, &spec.krate.folder), (!all).then(|| spec.stem()))).collect();
    ledgers.dedup();
    let mut sum = Unlocked::default();
    for (ledger, stem) in &ledgers {
        // A ledger that can't be read costs these figures, not the others.
        let Ok(one) = ledger.unlocked(stem.as_deref()) else { return Ok(None) };
        sum.replies += one.replies;
        sum.tokens = sum.tokens.saturating_add(one.tokens);
        sum.dollars += one.dollars;
        sum.unanswered += one.unanswered;
        sum.unreadable += one.unreadable;
    }
    Ok(Some(sum))
}

fn text(stats: &Stats) -> String {
    let mut table = Table::new(&[
        "spec",
        "generation",
        "cost",
        "attempts",
        "a call",
        "break-even",
        "1k calls",
        "1M calls",
        "lines",
        "per 1k tokens",
        "stated/code",
    ]);
    for spec in &stats.specs {
        table.row(row(spec));
    }
    let mut text = table.draw(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    match stats.summary() {
        Some(summary) => text += &in_all(&summary),
        None => text += "\nnothing is locked yet\n",
    }
    text += &without_a_lock(stats.unlocked.as_ref());
    text += &beside_the_paper(stats.summary().as_ref());
    text += &format!(
        "\nA call is what asking a model directly would take: a prompt of about, types and rules, the input and the output as JSON,\n\
         counted with {TOKENIZER}, the mean over all examples. docs/stats.md defines every figure.\n"
    );
    text
}

fn row(spec: &SpecStats) -> Vec<String> {
    let call = spec.call.tokens();
    let mut cells = vec![spec.name.clone()];
    match &spec.locked {
        None => cells.extend(["not locked", "", "", &format!("{call:.0}"), "", "", "", "", "", ""].map(str::to_owned)),
        Some(locked) => cells.extend([
            format!("{} tokens", locked.generation.tokens()),
            usd(locked.generation.dollars),
            locked.attempts.to_string(),
            format!("{call:.0}"),
            format!("{:.1} calls", spec.break_even().unwrap_or_default()),
            large(call * 1e3),
            large(call * 1e6),
            locked.lines.to_string(),
            format!("{:.1}", locked.lines_per_token() * 1000.0),
            format!("{:.2}", locked.compression),
        ]),
    }
    cells
}

fn in_all(summary: &Summary) -> String {
    let Summary { specs, generation, median_tokens, first_pass, mean_attempts, call_tokens, .. } = summary;
    let specs = *specs;
    let cost = generation.dollars.map(|dollars| {
        let from = if generation.dollars_locked { "as locked" } else { "at the configured price" };
        format!(", {} {from}", usd(Some(dollars)))
    });
    let call = summary.call_dollars.map(|dollars| format!(", {} for a million", usd(Some(dollars * 1e6))));
    format!(
        "\nin all       {}, {} tokens to generate ({}), median {median_tokens:.0}{}\n\
         first pass   {:.0} % passed with the first reply; {mean_attempts:.2} attempts on average\n\
         a call       {call_tokens:.0} tokens asked directly, on average{}\n\
         break-even   after {:.1} calls of each spec; median {:.1}\n\
         code         {:.1} lines per 1,000 tokens of generation; {:.2} bytes stated per byte of code\n",
        super::check::counted(specs),
        generation.tokens(),
        generation.from.name(),
        cost.unwrap_or_default(),
        first_pass * 100.0,
        call.unwrap_or_default(),
        summary.break_even,
        summary.median_break_even,
        summary.lines_per_token * 1000.0,
        summary.compression,
    )
}

fn without_a_lock(unlocked: Option<&Unlocked>) -> String {
    let Some(unlocked) = unlocked else { return "no lock      the ledger of this machine can't be read\n".to_owned() };
    if unlocked.replies == 0 && unlocked.unanswered == 0 {
        return String::new();
    }
    let Unlocked { replies, tokens, dollars, unanswered, .. } = unlocked;
    let cost = if *dollars > 0.0 { format!(", {}", usd(Some(*dollars))) } else { String::new() };
    let waiting = match unanswered {
        0 => String::new(),
        1 => "; 1 request was cut short, and what it cost is not known".to_owned(),
        more => format!("; {more} requests were cut short, and what they cost is not known"),
    };
    let replies = if *replies == 1 { "1 reply".to_owned() } else { format!("{replies} replies") };
    format!("no lock      {replies}, {tokens} tokens{cost} spent on this machine without a lock{waiting}\n")
}

fn beside_the_paper(summary: Option<&Summary>) -> String {
    let mut table = Table::new(&["", "here", "the paper's"]);
    let generation = summary.map(|summary| summary.generation.tokens() as f64 / summary.specs as f64);
    let mut row = |name: &str, ours: Option<f64>, digits: usize, theirs: f64| {
        let ours = ours.map_or_else(|| "-".to_owned(), |ours| format!("{ours:.digits$}"));
        table.row(vec![name.to_owned(), ours, format!("{theirs:.0}")]);
    };
    row("compiled, tokens once", generation, 0, paper::COMPILED);
    for (index, method) in paper::METHODS.iter().enumerate() {
        let ours = summary.filter(|_| index == 0).map(|summary| summary.call_tokens);
        row(&format!("{}, tokens a call", method.name), ours, 0, method.tokens);
    }
    row("break-even, calls", summary.map(|summary| summary.break_even), 1, paper::BREAK_EVEN);
    format!(
        "\n{}The paper's figures are its own ({}), over other tasks, models and prompts.\n",
        table.draw(&[1, 2]),
        paper::SOURCE
    )
}

fn usd(dollars: Option<f64>) -> String {
    dollars.and_then(|dollars| Decimal::try_from(dollars).ok()).map_or_else(|| "-".to_owned(), price::dollars)
}

/// `245k`, `1.2M`: how many tokens so many calls take.
fn large(tokens: f64) -> String {
    match tokens {
        ..1e4 => format!("{tokens:.0}"),
        1e4..1e6 => format!("{:.0}k", tokens / 1e3),
        1e6..1e9 => format!("{:.1}M", tokens / 1e6),
        _ => format!("{:.1}G", tokens / 1e9),
    }
}
