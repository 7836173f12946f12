//! `cargo bench --bench break_even`: from how many calls on compiling takes fewer tokens, and the paper's Figure 1 with our lines.
//!
//! Nothing is timed: the figures are computed from specs, locks and, for dollars, the configured price. docs/stats.md defines them.

use std::path::{Path, PathBuf};

use compiled_ai_benches::table::{Table, three};
use compiled_ai_compiler::config::Config;
use compiled_ai_compiler::price::Price;
use compiled_ai_compiler::stats::{self, SpecStats, Stats, curve, paper};
use compiled_ai_core::files::Disk;
use compiled_ai_core::{hit, load};

const SPECS: [&str; 4] = ["prior_authorization", "order_summary", "address", "receipt"];

fn main() {
    let krate = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let price = price(&krate);
    let stats = Stats {
        specs: SPECS.iter().map(|stem| spec(&krate, stem, price.as_ref())).collect(),
        unlocked: None,
        price_date: price.as_ref().map(|price| price.date.clone()),
    };
    println!("\n{}", table(&stats));
    for (name, unit, lines) in [
        ("break_even_tokens.svg", "tokens", stats::token_lines(&stats)),
        ("break_even_dollars.svg", "US dollars", stats::dollar_lines(&stats)),
    ] {
        if lines.is_empty() {
            println!("no curve in {unit}: `specs/compiled-ai.toml` states no price");
            continue;
        }
        match draw(name, &curve::svg(&lines, unit)) {
            Ok(path) => println!("the curve in {unit}: {}", path.display()),
            Err(error) => eprintln!("`{name}` can't be written: {error}"),
        }
    }
}

/// The price of the model that is configured for the showcase, if it has one.
fn price(krate: &Path) -> Option<Price> {
    let variable = |name: &str| std::env::var(name).ok();
    let config = Config::read([krate], &variable).map_err(|error| eprintln!("{error}")).ok()?;
    config.models().map_err(|error| eprintln!("{error}")).ok()?.pop()?.price
}

fn spec(krate: &Path, stem: &str, price: Option<&Price>) -> SpecStats {
    let path = krate.join(format!("specs/{stem}.yaml"));
    let loaded = load::load(&Disk, &path, stem);
    let spec = loaded.spec.unwrap_or_else(|| panic!("`{stem}`: {:?}", loaded.diagnostics));
    let hit = hit::look_up(&Disk, &hit::folder(krate, &path), &spec, stem).ok();
    SpecStats::new(stem, &spec, hit.as_ref().map(|hit| (&hit.lock, hit.artifact.as_str())), price)
}

fn table(stats: &Stats) -> Table {
    let mut table = Table::new(&["tokens", "compiled, once", "a direct call", "N*", "saved after 1M calls"]);
    let mut row = |name: String, once: f64, call: f64| {
        table.row([name, three(once), three(call), three(once / call), millions(call * 1e6 - once)]);
    };
    for spec in &stats.specs {
        if let Some(locked) = &spec.locked {
            row(spec.name.clone(), locked.generation.tokens() as f64, spec.call.tokens());
        }
    }
    if let Some(summary) = stats.summary() {
        let once = summary.generation.tokens() as f64 / summary.specs as f64;
        row("the mean of these".to_owned(), once, summary.call_tokens);
    }
    for method in paper::METHODS {
        row(format!("paper, against {}", method.name), paper::COMPILED, method.tokens);
    }
    table
}

fn millions(tokens: f64) -> String {
    format!("{} M", three(tokens / 1e6))
}

/// Writes a picture to `target/compiled-ai/`.
fn draw(name: &str, svg: &str) -> std::io::Result<PathBuf> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap_or(Path::new("."));
    let folder = target.join("compiled-ai");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    std::fs::write(&path, svg)?;
    Ok(path)
}
