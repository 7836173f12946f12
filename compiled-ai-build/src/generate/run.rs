//! Generating: what `cargo compiled-ai compile` does, for the specs that a build lacks.

use std::path::PathBuf;

use compiled_ai_compiler::ask::Place;
use compiled_ai_compiler::budget::Purse;
use compiled_ai_compiler::config::{Config, ConfigError};
use compiled_ai_compiler::drive::{Done, News, Order, Stopped, drive};
use compiled_ai_compiler::news::{self, Mood};
use compiled_ai_compiler::project;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::files::Disk;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{emit, hash, hit, load};

use super::failed::Failed;
use super::{Generated, Layout, Why, is_miss};
use crate::cargo::Line;
use crate::find::{self, Found};

/// Paragraphs of a long note that a compile error shows.
const PARAGRAPHS: usize = 6;
/// A path that is never there, so that Cargo runs the build script again.
const AGAIN: &str = "compiled-ai/.again";

/// A spec that nothing is locked for.
type Miss<'a> = (&'a Found, Spec);

/// Generates what is missing, unless that was `refused`, for this reason.
pub(super) fn missing(
    specs: &[Found],
    layout: Layout<'_>,
    refused: Option<String>,
    say: &mut dyn FnMut(Line),
) -> Generated {
    let misses: Vec<Miss<'_>> = find::by_name(specs)
        .filter_map(|group| if let [found] = group[..] { Some(found) } else { None })
        .filter_map(|found| Some((found, load::load(&Disk, &found.path, &found.shown).spec?)))
        .filter(|miss| is_missing(miss, layout))
        .collect();
    if misses.is_empty() {
        return Generated::default();
    }
    let generated = match refused {
        Some(why) => Generated::nothing(Why::note(why)),
        None => match settings(layout) {
            Ok((config, cache)) => generate(&misses, layout, &config, &cache, say),
            Err(why) => Generated::nothing(why),
        },
    };
    // Whatever was in the way (a key, a network, an editor) may be gone the next time, and Cargo watches none of it.
    if misses.iter().any(|miss| is_missing(miss, layout)) {
        say(Line::watch(AGAIN));
    }
    generated
}

fn is_missing((found, spec): &Miss<'_>, layout: Layout<'_>) -> bool {
    hit::look_up(&Disk, &layout.locks.join(&found.stem), spec, &found.shown).is_err_and(|problem| is_miss(problem.code))
}

/// The settings that hold for the crate, and the cache folder.
fn settings(layout: Layout<'_>) -> Result<(Config, PathBuf), Why> {
    let cache = project::cache_folder().map_err(|problem| why(&problem))?;
    let root = project::workspace_root(layout.crate_dir).map_err(|problem| why(&problem))?;
    let config = Config::read([layout.crate_dir, root.as_path()], &|name| std::env::var(name).ok());
    Ok((config.map_err(|error| unusable(&error))?, cache))
}

fn generate(
    misses: &[Miss<'_>],
    layout: Layout<'_>,
    config: &Config,
    cache: &std::path::Path,
    say: &mut dyn FnMut(Line),
) -> Generated {
    let fingerprint: String = config.settings().map(|(path, value, _)| format!("{path} = {value}\n")).collect();
    let mut generated = Generated::default();
    let mut purse = Purse::default();
    for (found, spec) in misses {
        let place = Place {
            stem: found.stem.clone(),
            shown: found.shown.clone(),
            krate: layout.crate_dir.to_owned(),
            lock: layout.locks.join(&found.stem),
            cache: cache.to_owned(),
        };
        let failed = Failed::of(cache, &place.lock, &hash::spec(spec), &fingerprint);
        let order = Order { spec, file: &found.path, place: &place, config, force: false, offline: false };
        let why = match failed.before() {
            Some(mut why) => {
                why.notes.push("nobody was asked again with the same spec and settings; `compile` does ask".to_owned());
                why
            }
            None => match one(order, &mut purse, &mut |what| say(Line::news(&found.shown, what))) {
                Ok(()) => {
                    failed.forget();
                    continue;
                }
                Err(Stopped::NotCompiled { problem, .. } | Stopped::Paid(problem)) => {
                    let why = why(&problem);
                    failed.remember(&why);
                    why
                }
                Err(Stopped::Failed(problem)) => why(&problem),
                Err(Stopped::Config(error)) => unusable(&error),
            },
        };
        generated.specs.insert(found.stem.clone(), why);
    }
    generated
}

/// Generates for one spec; `tell` gets what goes on.
fn one(order: Order<'_>, purse: &mut Purse, tell: &mut dyn FnMut(&str)) -> Result<(), Stopped> {
    let done = drive(order, purse, &mut |news| match news {
        News::Began(what) => tell(what),
        News::Unconfined(jail) => tell(&format!("candidates are compiled and run with {jail}; see SECURITY.md")),
        News::Compiling(event) => match news::words(event) {
            Some((Mood::Going, _, what)) => tell(&what),
            Some((_, word, what)) => tell(&format!("{word} {what}")),
            None => {}
        },
    })?;
    if let Done::Locked { was_signed, .. } = done {
        let name = emit::spec_name(order.spec, &hash::spec(order.spec));
        tell(&format!("locked {name}; commit {}", project::show(&order.place.lock)));
        if was_signed {
            tell("removed its signature, which was over what was locked before");
        }
    }
    Ok(())
}

/// A problem, as what the miss says.
fn why(problem: &Diagnostic) -> Why {
    let first = format!("nothing was generated: [{}] {}", problem.code, problem.message);
    let notes = problem.notes.iter().flat_map(|note| paragraphs(note));
    let help = problem.help.iter().filter(|help| !help.is_empty()).cloned();
    Why { notes: [first].into_iter().chain(notes).collect(), help: help.collect() }
}

fn unusable(error: &ConfigError) -> Why {
    let mut all = Why::default();
    for problem in &error.problems {
        let Why { mut notes, help } = why(problem);
        if let Some(label) = problem.labels.first() {
            let (line, column) = error.sources.line_column(&label.at);
            notes[0].push_str(&format!(" ({}:{line}:{column})", error.sources.path(label.at.file)));
        }
        all.notes.extend(notes);
        all.help.extend(help);
    }
    all
}

/// A compile error has each note on one line.
fn paragraphs(note: &str) -> Vec<String> {
    let mut texts: Vec<String> =
        note.split("\n\n").map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
    if texts.len() > PARAGRAPHS {
        texts.truncate(PARAGRAPHS);
        texts.push("…".to_owned());
    }
    texts
}
