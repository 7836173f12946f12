//! What a person sees while something takes its time: a live line on a terminal, plain lines elsewhere, JSON if asked.

use std::io::IsTerminal as _;
use std::time::Duration;

use compiled_ai_compiler::compile::Event;
use compiled_ai_compiler::price;
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
        match event {
            Event::Asking { attempt, of, bytes, model, candidate, left } => {
                let mut event = json!({ "event": "asking", "attempt": attempt, "of": of, "prompt_bytes": bytes });
                let named = model.as_ref().map(|model| ("model", json!(model)));
                let numbered = candidate.map(|(number, of)| ("candidate", json!([number, of])));
                let left_over = left.as_ref().map(|left| ("left", json!(left)));
                [named, numbered, left_over].into_iter().flatten().for_each(|(key, value)| event[key] = value);
                self.emit(event);
                if !self.json {
                    let size = bytes.div_ceil(1024);
                    let who = model.as_ref().map_or_else(|| "the model".to_owned(), |model| format!("`{model}`"));
                    let which = candidate.map(|(n, of)| format!(", candidate {n} of {of}")).unwrap_or_default();
                    let left = left.as_ref().map(|left| format!(", {left} left")).unwrap_or_default();
                    self.begin(&format!("attempt {attempt} of {of}{which}: asking {who} ({size} KiB{left})"));
                }
            }
            Event::Replied { tokens, took, dollars, kept } => {
                let mut event = json!({
                    "event": "replied", "tokens_in": tokens.input, "tokens_out": tokens.output,
                    "tokens_from": tokens.from.name(), "seconds": took.as_secs_f64(),
                });
                let cached = (tokens.cached > 0).then(|| ("tokens_cached", json!(tokens.cached)));
                let cost = dollars.map(|dollars| ("dollars", json!(dollars)));
                let earlier = kept.then(|| ("kept", json!(true)));
                [cached, cost, earlier].into_iter().flatten().for_each(|(key, value)| event[key] = value);
                self.emit(event);
                let took = seconds(*took);
                let cost = dollars.and_then(|dollars| rust_decimal::Decimal::try_from(dollars).ok());
                let cost = cost.map(|cost| format!(", {}", price::dollars(cost))).unwrap_or_default();
                let (word, note) = if *kept { ("kept", "; paid for in an earlier run") } else { ("replied", "") };
                let tokens = format!("{} tokens in, {} out", tokens.input, tokens.output);
                self.line(style::DONE, word, &format!("{tokens}, {took}{cost}{note}"));
            }
            Event::NotKept(why) => {
                self.emit(json!({ "event": "not_kept", "why": why }));
                self.line(style::WARN, "not kept", &format!("what is paid for could be lost: {why}"));
            }
            Event::NoCandidate(why) => {
                self.emit(json!({ "event": "no_candidate", "why": why }));
                self.line(style::WARN, "unusable", why);
            }
            Event::Security { passed, took } => self.stage("security", *passed, *took),
            Event::Stage(event) => self.validate(*event),
            Event::Found(what) if what == "passed" => {}
            Event::Found(what) => {
                self.emit(json!({ "event": "found", "what": what }));
                self.line(style::WARN, "found", what);
            }
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
        let (style, word) = if passed { (style::DONE, "passed") } else { (style::WARN, "failed") };
        self.line(style, word, &format!("{stage}, {}", seconds(took)));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

/// A duration as people read it: `41 ms`, `3.2 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    if duration < Duration::from_secs(1) {
        format!("{} ms", duration.as_millis())
    } else {
        format!("{:.1} s", duration.as_secs_f64())
    }
}
