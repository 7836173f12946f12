//! What goes on in a compilation, in a few words: the same on a terminal and in the output of a build.

use std::time::Duration;

use rust_decimal::Decimal;

use crate::compile::Event;
use crate::model::Pause;
use crate::price;
use crate::validate::StageEvent;

/// How a line of news is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Something began.
    Going,
    /// Something went well.
    Good,
    /// Something did not.
    Bad,
}

/// A word, what it is about, and how it is to be taken; `None` if it is not worth a line.
pub fn words(event: &Event) -> Option<(Mood, &'static str, String)> {
    Some(match event {
        Event::Asking { attempt, of, bytes, model, candidate, left } => {
            let size = bytes.div_ceil(1024);
            let who = model.as_ref().map_or_else(|| "the model".to_owned(), |model| format!("`{model}`"));
            let which = candidate.map(|(n, of)| format!(", candidate {n} of {of}")).unwrap_or_default();
            let left = left.as_ref().map(|left| format!(", {left} left")).unwrap_or_default();
            (Mood::Going, "...", format!("attempt {attempt} of {of}{which}: asking {who} ({size} KiB{left})"))
        }
        // What is over in less than a second is no news.
        Event::Waiting(Pause { length, .. }) if *length < Duration::from_secs(1) => return None,
        Event::Waiting(Pause { length, why }) => {
            (Mood::Bad, "waiting", format!("{why}; asked again in {}", seconds(*length)))
        }
        Event::Replied { tokens, took, dollars, kept } => {
            let took = seconds(*took);
            let cost = dollars.and_then(|dollars| Decimal::try_from(dollars).ok());
            let cost = cost.map(|cost| format!(", {}", price::dollars(cost))).unwrap_or_default();
            let (word, note) = if *kept { ("kept", "; paid for in an earlier run") } else { ("replied", "") };
            let tokens = format!("{} tokens in, {} out", tokens.input, tokens.output);
            (Mood::Good, word, format!("{tokens}, {took}{cost}{note}"))
        }
        Event::NotKept(why) => (Mood::Bad, "not kept", format!("what is paid for could be lost: {why}")),
        Event::NoCandidate(why) => (Mood::Bad, "unusable", why.clone()),
        Event::Security { passed, took } => stage("security", *passed, *took),
        Event::Stage(StageEvent::Finished { stage: name, passed, took }) => stage(&name.to_string(), *passed, *took),
        Event::Stage(StageEvent::Started(_)) => return None,
        Event::Found(what) if what == "passed" => return None,
        Event::Found(what) => (Mood::Bad, "found", what.clone()),
    })
}

/// The verdict of a stage.
pub fn stage(name: &str, passed: bool, took: Duration) -> (Mood, &'static str, String) {
    let (mood, word) = if passed { (Mood::Good, "passed") } else { (Mood::Bad, "failed") };
    (mood, word, format!("{name}, {}", seconds(took)))
}

/// A duration as people read it: `41 ms`, `3.2 s`.
pub fn seconds(duration: Duration) -> String {
    if duration < Duration::from_secs(1) {
        format!("{} ms", duration.as_millis())
    } else {
        format!("{:.1} s", duration.as_secs_f64())
    }
}
