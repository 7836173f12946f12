//! What a person sees while something takes its time: a live line on a terminal, plain lines elsewhere, JSON if asked.

use std::io::IsTerminal as _;
use std::time::Duration;

use compiled_ai_compiler::compile::Event;
use compiled_ai_compiler::model::Pause;
use compiled_ai_compiler::news::{self, Mood};
use compiled_ai_compiler::validate::StageEvent;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use crate::style;

/// Shows what goes on with one spec.
pub(crate) struct Progress {
    spec: String,
    json: bool,
    live: ProgressBar,
}

impl Progress {
    /// Progress of `spec`; with `json`, one object a line on standard output and nothing else.
    pub(crate) fn new(spec: &str, json: bool) -> Self {
        let live = if !json && std::io::stderr().is_terminal() {
            let live = ProgressBar::new_spinner();
            live.set_style(ProgressStyle::with_template("{spinner} {msg} {elapsed:.dim}").expect("a valid template"));
            live.set_message(format!("{spec}: getting ready"));
            live.enable_steady_tick(Duration::from_millis(120));
            live
        } else {
            ProgressBar::hidden()
        };
        Self { spec: spec.to_owned(), json, live }
    }

    /// Whether only JSON may be written.
    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    /// Something began that may take a while.
    pub(crate) fn begin(&self, what: &str) {
        if self.json {
            return self.emit(json!({ "event": "working", "what": what }));
        }
        if self.live.is_hidden() {
            return self.line(style::GOING, "...", what);
        }
        self.live.set_message(format!("{}: {what}", self.spec));
        self.live.reset_elapsed();
    }

    /// A line that stays.
    pub(crate) fn line(&self, style: anstyle::Style, word: &str, what: &str) {
        if self.json {
            return;
        }
        self.live.suspend(|| anstream::eprintln!("{style}{word:>9}{style:#} {}: {what}", self.spec));
    }

    /// One object on standard output, if JSON was asked for.
    pub(crate) fn emit(&self, mut event: Value) {
        if self.json {
            event["spec"] = json!(self.spec);
            println!("{event}");
        }
    }

    /// Nothing goes on any more.
    pub(crate) fn end(&self) {
        self.live.finish_and_clear();
    }

    /// News of a compilation.
    pub(crate) fn compile(&self, event: &Event) {
        self.emit_event(event);
        if let Event::Stage(event) = event {
            return self.validate(*event);
        }
        match news::words(event) {
            Some((Mood::Going, _, what)) if !self.json => self.begin(&what),
            Some(words) => self.say(words),
            None => {}
        }
    }

    /// News of a stage.
    pub(crate) fn validate(&self, event: StageEvent) {
        match event {
            StageEvent::Started(stage) => {
                if !self.live.is_hidden() {
                    self.live.set_message(format!("{}: {stage}", self.spec));
                }
            }
            StageEvent::Finished { stage, passed, took } => self.stage(&stage.to_string(), passed, took),
        }
    }

    fn stage(&self, stage: &str, passed: bool, took: Duration) {
        self.emit(json!({ "event": "stage", "stage": stage, "passed": passed, "seconds": took.as_secs_f64() }));
        self.say(news::stage(stage, passed, took));
    }

    fn say(&self, (mood, word, what): (Mood, &str, String)) {
        let style = match mood {
            Mood::Going => style::GOING,
            Mood::Good => style::DONE,
            Mood::Bad => style::WARN,
        };
        self.line(style, word, &what);
    }

    /// What other programs read.
    fn emit_event(&self, event: &Event) {
        match event {
            Event::Asking { attempt, of, bytes, model, candidate, left } => {
                let mut event = json!({ "event": "asking", "attempt": attempt, "of": of, "prompt_bytes": bytes });
                let named = model.as_ref().map(|model| ("model", json!(model)));
                let numbered = candidate.map(|(number, of)| ("candidate", json!([number, of])));
                let left_over = left.as_ref().map(|left| ("left", json!(left)));
                [named, numbered, left_over].into_iter().flatten().for_each(|(key, value)| event[key] = value);
                self.emit(event);
            }
            Event::Waiting(Pause { length, why }) => {
                self.emit(json!({ "event": "waiting", "seconds": length.as_secs_f64(), "why": why }));
            }
            Event::Replied { tokens, took, dollars, kept } => {
                let mut event = json!({
                    "event": "replied", "tokens_in": tokens.input, "tokens_out": tokens.output,
                    "tokens_from": tokens.from.name(), "seconds": took.as_secs_f64(),
                });
                let cached = (tokens.cached > 0).then(|| ("tokens_cached", json!(tokens.cached)));
                let written = (tokens.written > 0).then(|| ("tokens_written", json!(tokens.written)));
                let cost = dollars.map(|dollars| ("dollars", json!(dollars)));
                let earlier = kept.then(|| ("kept", json!(true)));
                [cached, written, cost, earlier].into_iter().flatten().for_each(|(key, value)| event[key] = value);
                self.emit(event);
            }
            Event::NotKept(why) => self.emit(json!({ "event": "not_kept", "why": why })),
            Event::NoCandidate(why) => self.emit(json!({ "event": "no_candidate", "why": why })),
            Event::Security { passed, took } => self.emit(json!({
                "event": "stage", "stage": "security", "passed": passed, "seconds": took.as_secs_f64(),
            })),
            Event::Found(what) if what == "passed" => {}
            Event::Found(what) => self.emit(json!({ "event": "found", "what": what })),
            Event::Stage(_) => {}
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}
