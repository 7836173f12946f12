//! `plan`: what is missing or stale, why, and what compiling it would take. Asks nobody and builds nothing.

use compiled_ai_compiler::plan::{Estimate, History};
use compiled_ai_compiler::price;
use compiled_ai_compiler::tokens::TOKENIZER;
use compiled_ai_core::codes::lock as lock_codes;
use compiled_ai_core::files::Disk;
use compiled_ai_core::lock::{LOCK_FILE, Lock};
use compiled_ai_core::{hit, render};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::check;
use crate::Found;
use crate::arguments::Plan;
use crate::failure::Failure;
use crate::project::{self, SpecFile};
use crate::style;
use crate::table::Table;

/// The version of the JSON form.
const VERSION: u32 = 1;

/// What is to be done for one spec.
struct Row {
    stem: String,
    shown: String,
    /// `current`, `missing`, `stale`, `unusable` (its lock) or `wrong` (the spec itself).
    state: &'static str,
    why: String,
    estimate: Option<Estimate>,
}

/// Plans the selected specs.
pub(crate) fn run(arguments: &Plan) -> Result<Found, Failure> {
    let specs = project::specs(&arguments.selection)?;
    for wanted in arguments.asking.limited() {
        project::one_of(wanted, &specs)?;
    }
    let history = History::of(&locks(&specs));
    let mut found = Found::Nothing;
    let mut rows = Vec::new();
    for spec in &specs {
        let row = row(spec, arguments, &history)?;
        if row.state == "wrong" {
            found = Found::Problems;
        }
        rows.push(row);
    }
    if arguments.json {
        println!("{:#}", as_json(&rows, &history));
    } else {
        show(&rows, &history, arguments, &specs)?;
    }
    Ok(found)
}

fn row(file: &SpecFile, arguments: &Plan, history: &History) -> Result<Row, Failure> {
    let loaded = file.load();
    let row = |state, why: String, estimate| Row { stem: file.stem(), shown: file.shown.clone(), state, why, estimate };
    let Some(spec) = &loaded.spec else {
        if !arguments.json {
            anstream::eprintln!("{}", render::styled(&loaded.diagnostics, &loaded.sources));
        }
        let first = loaded.diagnostics.iter().find(|diagnostic| diagnostic.is_error());
        let why = first.map(|first| format!("{}: {}", first.code, first.message)).unwrap_or_default();
        return Ok(row("wrong", why, None));
    };
    let (state, why) = match hit::look_up_unreviewed(&Disk, &file.lock_folder(), spec, &file.shown) {
        Ok(hit) if !arguments.force => return Ok(row("current", check::figures(&hit.lock.accuracy), None)),
        Ok(_) => ("forced", "locked and current".to_owned()),
        Err(problem) if problem.code == lock_codes::MISSING => ("missing", "nothing is locked".to_owned()),
        Err(problem) if problem.code == lock_codes::STALE => ("stale", problem.notes.join(", ")),
        Err(problem) => ("unusable", format!("{}: {}", problem.code, problem.message)),
    };
    let config = arguments.asking.apply(&file.krate.config)?;
    let models = config.models()?;
    let estimate = Estimate::new(spec, &models, config.attempts(), config.candidates(), history);
    Ok(row(state, why, Some(estimate)))
}

/// What is locked anywhere in the crates of `specs`, current or not: where a guess comes from.
pub(super) fn locks(specs: &[SpecFile]) -> Vec<Lock> {
    let text = |spec: &SpecFile| std::fs::read_to_string(spec.lock_folder().join(LOCK_FILE)).ok();
    specs.iter().filter_map(|spec| Lock::parse(&text(spec)?).ok()).collect()
}

fn show(rows: &[Row], history: &History, arguments: &Plan, specs: &[SpecFile]) -> Result<(), Failure> {
    let usd = |usd: Option<Decimal>| usd.map_or_else(|| "-".to_owned(), price::dollars);
    let mut table = Table::new(&["spec", "state", "prompt", "likely", "", "at worst", "", "why"]);
    for row in rows {
        let why = row.why.clone();
        table.row(match &row.estimate {
            None => {
                vec![row.stem.clone(), row.state.into(), "".into(), "".into(), "".into(), "".into(), "".into(), why]
            }
            Some(Estimate { prompt, tokens, usd: likely, worst, worst_usd, .. }) => vec![
                row.stem.clone(),
                row.state.into(),
                prompt.to_string(),
                tokens.to_string(),
                usd(*likely),
                worst.to_string(),
                usd(*worst_usd),
                why,
            ],
        });
    }
    anstream::print!("{}", table.draw(&[2, 3, 4, 5, 6]));
    let estimates: Vec<&Estimate> = rows.iter().filter_map(|row| row.estimate.as_ref()).collect();
    if estimates.is_empty() {
        anstream::println!("\nnothing to compile");
        return Ok(());
    }
    let tokens: u64 = estimates.iter().map(|estimate| estimate.tokens).sum();
    let likely: Option<Decimal> = estimates.iter().map(|estimate| estimate.usd).sum();
    anstream::println!(
        "\n{} to compile: about {tokens} tokens, {}",
        check::counted(estimates.len()),
        likely.map_or_else(|| "no price configured".to_owned(), |usd| format!("about {}", price::dollars(usd)))
    );
    anstream::println!(
        "prompts are counted with {TOKENIZER}; likely is {:.1} attempts with replies of {:.0} tokens, {}",
        history.attempts,
        history.reply,
        if history.locks > 0 {
            format!("the mean of {}", locked(history.locks))
        } else {
            "assumed: nothing is locked yet".to_owned()
        }
    );
    limits(&estimates, arguments, specs)
}

/// Says whether the budget has room.
fn limits(estimates: &[&Estimate], arguments: &Plan, specs: &[SpecFile]) -> Result<(), Failure> {
    let Some(first) = specs.first() else { return Ok(()) };
    let run = arguments.asking.apply(&first.krate.config)?.budget().run;
    let warn = style::WARN;
    if let Some(limit) = run.tokens {
        let (likely, first) = (estimates.iter().map(|one| one.tokens).sum::<u64>(), estimates[0].first_worst);
        let fits = likely <= limit && first <= limit;
        let mark = if fits { String::new() } else { format!("{warn}warning{warn:#}: ") };
        anstream::println!("{mark}the run may take {limit} tokens; the first request needs room for {first}");
    }
    if let Some(limit) = run.usd {
        let likely: Option<Decimal> = estimates.iter().map(|one| one.usd).sum();
        let first = estimates[0].first_worst_usd;
        let fits = likely.is_some_and(|likely| likely <= limit) && first.is_some_and(|first| first <= limit);
        let mark = if fits { String::new() } else { format!("{warn}warning{warn:#}: ") };
        let needs = match first {
            Some(first) => format!("the first request needs room for {}", price::dollars(first)),
            None => "the model has no price, so `compile` would refuse".to_owned(),
        };
        anstream::println!("{mark}the run may take {}; {needs}", price::dollars(limit));
    }
    Ok(())
}

fn locked(count: usize) -> String {
    if count == 1 { "1 lock".to_owned() } else { format!("{count} locks") }
}

fn as_json(rows: &[Row], history: &History) -> Value {
    let usd = |usd: Option<Decimal>| usd.map(|usd| usd.normalize().to_string());
    let estimate = |estimate: &Estimate| {
        json!({
            "prompt_tokens": estimate.prompt,
            "likely": { "tokens": estimate.tokens, "usd": usd(estimate.usd) },
            "first_request_at_worst": { "tokens": estimate.first_worst, "usd": usd(estimate.first_worst_usd) },
            "at_worst": { "tokens": estimate.worst, "usd": usd(estimate.worst_usd) },
        })
    };
    json!({
        "version": VERSION,
        "tokenizer": TOKENIZER,
        "assumed": { "reply_tokens": history.reply, "attempts": history.attempts, "from_locks": history.locks },
        "specs": rows.iter().map(|row| json!({
            "name": row.stem, "spec": row.shown, "state": row.state, "why": row.why,
            "estimate": row.estimate.as_ref().map(estimate),
        })).collect::<Vec<_>>(),
    })
}
