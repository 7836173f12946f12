//! What `rustc` says about a candidate, reduced to what may be told to a model.
//!
//! A compiler quotes whatever file it was made to read. So nothing of its rendered text is passed on: only error codes,
//! messages about places in the candidate, and the candidate's own lines from our copy.

use std::path::Path;

use compiled_ai_core::codes::validation::REACHES_OUT;
use serde::Deserialize;

use super::program::{FILE, Place, Program};
use crate::validate::scan::Finding;

/// More errors than this help nobody: the later ones are mostly consequences of the first.
const MOST_ERRORS: usize = 20;
/// Notes and suggestions per error.
const MOST_HELP: usize = 4;
/// Characters of a message; names of nested types can be very long.
const LONGEST: usize = 600;

/// An error of the compiler about a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompileError {
    /// `E0308` and the like, or a code of ours.
    pub code: Option<String>,
    /// What is wrong.
    pub message: String,
    /// Where: a line of the candidate, from 1; 0 if it concerns the candidate as a whole.
    pub line: usize,
    /// In characters, from 1; 0 if it concerns the candidate as a whole.
    pub column: usize,
    /// The candidate's line, without its indent.
    pub line_text: String,
    /// What the compiler says of this place in particular, such as which type it found.
    pub label: Option<String>,
    /// Other places that have to do with it.
    pub related: Vec<Related>,
    /// Facts and suggestions.
    pub help: Vec<String>,
}

/// Another place that has to do with an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// A line of the candidate, from 1.
    pub line: usize,
    /// The candidate's line, without its indent.
    pub line_text: String,
    /// What the compiler says of it.
    pub label: String,
}

impl CompileError {
    /// What the scan of the compiled candidate found.
    pub(super) fn reaches_out(finding: &Finding) -> Self {
        let help = vec!["write a function of its input, with nothing but the kit".to_owned()];
        let code = Some(REACHES_OUT.to_string());
        Self { code, help, ..Self::of_the_whole(format!("the compiled code reaches outside: {finding}")) }
    }

    /// An error that concerns the candidate as a whole.
    pub(super) fn of_the_whole(message: String) -> Self {
        Self {
            code: None,
            message,
            line: 0,
            column: 0,
            line_text: String::new(),
            label: None,
            related: vec![],
            help: vec![],
        }
    }
}

/// What was read from the compiler's standard error.
pub(super) struct Read {
    pub(super) errors: Vec<CompileError>,
    /// What the linker had to say, in the compiler's words.
    pub(super) linker: Option<String>,
}

/// Reads messages, one JSON object a line. Text that names a `private` folder is left out.
pub(super) fn read(stderr: &[u8], program: &Program, private: &[&Path]) -> Read {
    let mut read = Read { errors: vec![], linker: None };
    for line in String::from_utf8_lossy(stderr).lines() {
        let Ok(message) = serde_json::from_str::<Message>(line) else { continue };
        if message.level != "error" && message.level != "error: internal compiler error" {
            continue;
        }
        if message.is_about_linking() {
            let children = message.children.iter().map(|child| child.message.as_str());
            let whole: Vec<&str> = std::iter::once(message.message.as_str()).chain(children).collect();
            read.linker.get_or_insert(cut(&whole.join("\n")));
        } else if read.errors.len() < MOST_ERRORS {
            read.errors
                .extend(Reader { program, private }.error(&message).filter(|error| !read.errors.contains(error)));
        }
    }
    read
}

#[derive(Deserialize)]
struct Message {
    message: String,
    code: Option<Code>,
    level: String,
    #[serde(default)]
    spans: Vec<Span>,
    #[serde(default)]
    children: Vec<Message>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    byte_start: usize,
    is_primary: bool,
    label: Option<String>,
    suggested_replacement: Option<String>,
    expansion: Option<Box<Expansion>>,
}

#[derive(Deserialize)]
struct Expansion {
    span: Span,
}

impl Message {
    fn is_about_linking(&self) -> bool {
        self.code.is_none()
            && self.spans.is_empty()
            && (self.message.starts_with("linking with") || self.message.starts_with("linker `"))
    }
}

struct Reader<'a> {
    program: &'a Program,
    private: &'a [&'a Path],
}

impl Reader<'_> {
    fn error(&self, message: &Message) -> Option<CompileError> {
        let code = message.code.as_ref().map(|code| code.code.clone());
        let primary = message.spans.iter().find(|span| span.is_primary);
        let Some(primary) = primary else {
            // A summary ("aborting due to …") or an error without a place, such as a missing `run`.
            return code.map(|code| {
                let text = self.fit(&message.message).unwrap_or_default();
                CompileError { code: Some(code), ..CompileError::of_the_whole(text) }
            });
        };
        let Some((place, _)) = self.place(primary) else {
            // In the text around the candidate it is the candidate that does not fit it. Anywhere else the message may
            // quote a file, so that only its code is told.
            let is_ours = primary.file_name == FILE;
            let text = self.fit(&message.message).filter(|_| is_ours);
            let text = text.unwrap_or_else(|| "an error in code that the candidate refers to".to_owned());
            return Some(CompileError {
                code,
                related: self.related(message),
                help: self.help(message),
                label: self.label(primary).filter(|_| is_ours),
                ..CompileError::of_the_whole(text)
            });
        };
        Some(CompileError {
            code,
            message: self.fit(&message.message).unwrap_or_default(),
            line: place.line,
            column: place.column,
            line_text: self.program.line_text(place.line).to_owned(),
            label: self.label(primary),
            related: self.related(message),
            help: self.help(message),
        })
    }

    /// Where in the candidate a span is, or the use of the macro that it comes from, and whether it is the former.
    fn place(&self, span: &Span) -> Option<(Place, bool)> {
        let (mut span, mut is_direct) = (span, true);
        loop {
            if span.file_name == FILE
                && let Some(place) = self.program.place(span.byte_start)
            {
                return Some((place, is_direct));
            }
            span = &span.expansion.as_ref()?.span;
            is_direct = false;
        }
    }

    fn label(&self, span: &Span) -> Option<String> {
        span.label.as_deref().and_then(|label| self.fit(label))
    }

    fn related(&self, message: &Message) -> Vec<Related> {
        let other = message.spans.iter().filter(|span| !span.is_primary);
        let related = other.filter_map(|span| {
            let (place, _) = self.place(span)?;
            let line_text = self.program.line_text(place.line).to_owned();
            Some(Related { line: place.line, line_text, label: self.label(span)? })
        });
        related.take(MOST_HELP).collect()
    }

    fn help(&self, message: &Message) -> Vec<String> {
        let useful = message.children.iter().filter_map(|child| {
            let is_noise = child.message.contains("--verbose") || child.message.contains("RUST_BACKTRACE");
            let text = self.fit(&child.message).filter(|_| !is_noise)?;
            let mut places = child.spans.iter().map(|span| self.place(span));
            match child.spans.as_slice() {
                [] => Some(text),
                [span] => {
                    let (place, is_direct) = places.next()??;
                    let replacement = span.suggested_replacement.as_deref().filter(|_| is_direct);
                    Some(match replacement.map(str::trim).filter(|replacement| !replacement.is_empty()) {
                        Some(replacement) => format!("line {}: {text}: `{}`", place.line, cut(replacement)),
                        None => format!("line {}: {text}", place.line),
                    })
                }
                _ => places.all(|place| place.is_some()).then_some(text),
            }
        });
        useful.take(MOST_HELP).collect()
    }

    /// A text that is short and names no folder of this machine.
    fn fit(&self, text: &str) -> Option<String> {
        let names_a_folder = self.private.iter().any(|folder| text.contains(&*folder.to_string_lossy()));
        (!names_a_folder).then(|| cut(text))
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
