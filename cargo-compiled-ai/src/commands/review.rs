//! `review`: shows what nothing reaches in what is locked, and records who has read it.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use compiled_ai_compiler::locking;
use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::coverage::{NOTE, Unreached};
use compiled_ai_core::lock::{ARTIFACT_FILE, Lock};
use compiled_ai_core::render;
use serde_json::{Value, json};

use super::check::{self, State};
use super::compile::{hold, not_written};
use super::progress::Progress;
use super::signature;
use crate::Found;
use crate::arguments::Review;
use crate::failure::Failure;
use crate::project::{self, SpecFile};
use crate::style;

/// Lines of code that are shown before and after an entry.
const AROUND: usize = 3;
/// Lines of one entry that are shown.
const MOST_LINES: usize = 40;

/// Reviews the selected specs.
pub(crate) fn run(arguments: &Review) -> Result<Found, Failure> {
    if let Some(note) = &arguments.note
        && (note.chars().count() > NOTE || note.chars().any(char::is_control))
    {
        let message = format!("a note is one line of at most {NOTE} characters");
        return Err(Failure::new(codes::REVIEW, message));
    }
    let mode = Mode::of(arguments)?;
    let specs = project::specs(&arguments.selection)?;
    let mut wanted: Vec<&str> = arguments.accept.iter().map(String::as_str).collect();
    let mut session = Session { arguments, mode, has_quit: false, found: Found::Nothing };
    let mut locked = vec![];
    for file in &specs {
        if let Some(one) = session.load(file) {
            locked.push(one);
        }
    }
    // Every id is looked up before anything is written.
    let accepted = ids(&locked, &mut wanted)?;
    for one in locked {
        session.one(one, &accepted)?;
    }
    Ok(session.found)
}

/// What is done with the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// They are shown.
    List,
    /// Those that are named, or all, are acknowledged.
    Accept,
    /// A person is asked about each.
    Ask,
}

impl Mode {
    fn of(arguments: &Review) -> Result<Self, Failure> {
        if arguments.accept_all || !arguments.accept.is_empty() {
            Ok(Mode::Accept)
        } else if arguments.list || arguments.json {
            Ok(Mode::List)
        } else if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
            Ok(Mode::Ask)
        } else {
            Err(Failure::new(codes::REVIEW, "there is no terminal to ask at")
                .help("`--list` shows the entries, `--accept ID` and `--accept-all` acknowledge them"))
        }
    }
}

/// What is locked for a spec.
struct Locked<'f> {
    file: &'f SpecFile,
    lock: Lock,
    artifact: String,
}

impl Locked<'_> {
    fn entries(&self) -> &[Unreached] {
        self.lock.coverage.as_ref().map_or(&[], |coverage| &coverage.unreached)
    }
}

/// The ids of the entries that are named by their beginning.
fn ids(locked: &[Locked<'_>], wanted: &mut Vec<&str>) -> Result<Vec<String>, Failure> {
    let mut found = vec![];
    for word in wanted.drain(..) {
        let mut fitting: Vec<&str> = locked
            .iter()
            .flat_map(Locked::entries)
            .map(|entry| entry.id.as_str())
            .filter(|id| !word.is_empty() && id.starts_with(word))
            .collect();
        fitting.dedup();
        match fitting.as_slice() {
            [id] => found.push((*id).to_owned()),
            [] => {
                return Err(Failure::new(codes::REVIEW, format!("there is no entry `{word}`"))
                    .note("nothing was acknowledged")
                    .help("`cargo compiled-ai review --list` shows the ids"));
            }
            several => {
                return Err(Failure::new(codes::REVIEW, format!("`{word}` stands for {} entries", several.len()))
                    .note("nothing was acknowledged")
                    .help("write more of the id"));
            }
        }
    }
    Ok(found)
}

struct Session<'a> {
    arguments: &'a Review,
    mode: Mode,
    has_quit: bool,
    found: Found,
}

impl Session<'_> {
    /// Reads what is locked; `None` if there is nothing to review, which was told.
    fn load<'f>(&mut self, file: &'f SpecFile) -> Option<Locked<'f>> {
        let hit = match check::state_unreviewed(file) {
            (State::Locked { hit, .. }, _) => hit,
            (State::Wrong(diagnostics), sources) => {
                anstream::eprintln!("{}", render::styled(&diagnostics, &sources));
                self.found = Found::Problems;
                return None;
            }
        };
        let measure = format!("run `cargo compiled-ai verify --update {}`", file.shown);
        let problem = match &hit.lock.coverage {
            None => format!("what nothing reaches in the artifact of `{}` was not measured", file.shown),
            Some(coverage) if coverage.misplaced(&hit.artifact).is_some() => {
                format!("the lock of `{}` lists places that its artifact does not have", file.shown)
            }
            Some(_) => return Some(Locked { file, lock: hit.lock, artifact: hit.artifact }),
        };
        if self.arguments.json {
            println!("{}", json!({ "spec": file.shown, "measured": false, "message": problem, "help": measure }));
        } else {
            Failure::new(codes::REVIEW, problem).help(measure).show();
        }
        self.found = Found::Problems;
        None
    }

    fn one(&mut self, locked: Locked<'_>, accepted: &[String]) -> Result<(), Failure> {
        let mut chosen = vec![];
        let (mut number, open) = (0, locked.entries().iter().filter(|entry| !entry.acknowledged).count());
        for entry in locked.entries() {
            let is_named = self.arguments.accept_all || accepted.contains(&entry.id);
            match self.mode {
                Mode::List if !self.arguments.json => show(&locked, entry),
                Mode::Ask if !entry.acknowledged && !self.has_quit => {
                    show(&locked, entry);
                    number += 1;
                    match ask(number, open) {
                        Answer::Accept => chosen.push(entry.id.clone()),
                        Answer::Skip => {}
                        Answer::Quit => self.has_quit = true,
                    }
                }
                Mode::Accept if is_named && (!entry.acknowledged || self.arguments.note.is_some()) => {
                    chosen.push(entry.id.clone());
                }
                _ => {}
            }
        }
        let lock = if chosen.is_empty() { locked.lock.clone() } else { self.acknowledge(locked.file, &chosen)? };
        let coverage = lock.coverage.clone().unwrap_or_default();
        if self.arguments.json {
            let entries: Vec<Value> = coverage.unreached.iter().map(entry_json).collect();
            println!(
                "{}",
                json!({
                    "spec": locked.file.shown, "measured": true, "places": coverage.places, "inputs": coverage.inputs,
                    "acknowledged_now": chosen, "open": coverage.open(), "unreached": entries,
                })
            );
            return Ok(());
        }
        // What was skipped is not reviewed.
        let (style, word) = if coverage.open() > 0 { (style::WARN, "open") } else { (style::DONE, "reviewed") };
        let summary = match coverage.summary() {
            nothing if nothing.is_empty() => "everything is reached".to_owned(),
            summary => format!(
                "{summary}; {} of {} acknowledged",
                coverage.unreached.len() - coverage.open(),
                coverage.unreached.len()
            ),
        };
        anstream::println!("{style}{word}{style:#} {}: {summary}", locked.file.shown);
        if self.mode == Mode::Ask && !chosen.is_empty() {
            anstream::println!("commit {}", project::show(&locked.file.lock_folder()));
        }
        Ok(())
    }

    /// Writes the acknowledgements into the lock as it is now, which another process may have written meanwhile.
    fn acknowledge(&self, file: &SpecFile, ids: &[String]) -> Result<Lock, Failure> {
        let progress = Progress::new(&file.stem(), self.arguments.json);
        let _guard = hold(file, &progress)?;
        progress.end();
        let (State::Locked { hit, .. }, _) = check::state_unreviewed(file) else { return Err(changed(file)) };
        let mut lock = hit.lock;
        let Some(coverage) = &mut lock.coverage else { return Err(changed(file)) };
        for id in ids {
            let entry = coverage.unreached.iter_mut().find(|entry| entry.id == *id).ok_or_else(|| changed(file))?;
            entry.acknowledged = true;
            if self.arguments.note.is_some() {
                entry.note.clone_from(&self.arguments.note);
            }
        }
        let was_signed = locking::amend(&file.lock_folder(), &lock).map_err(|error| not_written(file, &error))?;
        signature::gone(was_signed, file, &progress);
        Ok(lock)
    }
}

fn changed(file: &SpecFile) -> Failure {
    Failure::new(codes::REVIEW, format!("what is locked for `{}` changed meanwhile", file.shown))
        .note("nothing was acknowledged")
        .help("run this again")
}

/// Shows an entry with the code around it.
fn show(locked: &Locked<'_>, entry: &Unreached) {
    let (label, warn, bold) = (style::LABEL, style::WARN, style::BOLD);
    let path = project::show(&locked.file.lock_folder().join(ARTIFACT_FILE));
    let state = if entry.acknowledged { ", acknowledged" } else { "" };
    anstream::println!("{bold}{}{bold:#}  {}{state}: {}", entry.id, entry.what, entry.reached);
    if let Some(note) = &entry.note {
        anstream::println!("  {label}note:{label:#} {}", plain(note));
    }
    anstream::println!("  {label}-->{label:#} {path}:{}:{}", entry.line, entry.column);
    let last = entry.line + entry.lines.clamp(1, MOST_LINES) - 1;
    let from = entry.line.saturating_sub(AROUND).max(1);
    let width = (last + AROUND).to_string().len();
    for (number, line) in locked.artifact.lines().enumerate().map(|(index, line)| (index + 1, line)) {
        if !(from..=last + AROUND).contains(&number) {
            continue;
        }
        let mark = if (entry.line..=last).contains(&number) { ">" } else { " " };
        let text = plain(line);
        anstream::println!("{warn}{mark}{warn:#} {label}{number:>width$} |{label:#} {text}");
    }
    if entry.lines > MOST_LINES {
        anstream::println!("  {label}={label:#} and {} more lines", entry.lines - MOST_LINES);
    }
    anstream::println!();
}

/// A line as a terminal may show it: what would command it is written out.
fn plain(line: &str) -> String {
    line.chars().flat_map(|c| if c.is_control() { c.escape_debug().collect() } else { vec![c] }).collect()
}

enum Answer {
    Accept,
    Skip,
    Quit,
}

/// Asks about the entry with this `number` of `all` until there is an answer. The end of the input is one: to quit.
fn ask(number: usize, all: usize) -> Answer {
    let bold = style::BOLD;
    loop {
        anstream::print!("{number} of {all}: {bold}[a]{bold:#}ccept, {bold}[s]{bold:#}kip or {bold}[q]{bold:#}uit? ");
        let _ = std::io::stdout().flush();
        let mut line = String::new();
        match std::io::stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => {
                // The line that nobody ended.
                anstream::println!();
                return Answer::Quit;
            }
            Ok(_) => {}
        }
        match line.trim().to_lowercase().as_str() {
            "a" | "accept" => return Answer::Accept,
            "s" | "skip" => return Answer::Skip,
            "q" | "quit" => return Answer::Quit,
            _ => {
                anstream::println!("`a` acknowledges it, `s` leaves it open, `q` ends here and keeps what was accepted")
            }
        }
    }
}

/// An entry for other programs.
pub(crate) fn entry_json(entry: &Unreached) -> Value {
    json!({
        "id": entry.id, "what": entry.what, "reached": entry.reached, "line": entry.line, "column": entry.column,
        "lines": entry.lines, "source": entry.source, "acknowledged": entry.acknowledged, "note": entry.note,
    })
}
