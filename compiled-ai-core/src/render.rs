//! Diagnostics as text: rustc's look, at a width that does not depend on the terminal.
//!
//! What reaches the renderer is bounded: an underline stays on its first line, and a very long line is not shown. So a
//! diagnostic costs a few lines of output, and little time, however large its file is.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use crate::diagnostic::{Diagnostic, Label, Location, Severity, Sources, floor_char_boundary};

const WIDTH: usize = 120;
/// Of a line longer than this (bytes), only the place is given.
const LONG_LINE: usize = 4 << 10;
/// Labels farther apart than this (bytes) get a snippet each.
const FAR: usize = 32 << 10;

/// All diagnostics, with a blank line between them and a closing line that counts them if there are several; without
/// colour. It ends with a line break, unless there is nothing to show.
pub fn plain(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    all(diagnostics, sources, &plain_renderer())
}

/// As [`plain`], with terminal colours.
pub fn styled(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    all(diagnostics, sources, &Renderer::styled().term_width(WIDTH).decor_style(DecorStyle::Ascii))
}

/// One diagnostic without colour and without a line break at its end.
pub fn one(diagnostic: &Diagnostic, sources: &Sources) -> String {
    with(diagnostic, sources, &plain_renderer())
}

fn plain_renderer() -> Renderer {
    Renderer::plain().term_width(WIDTH).decor_style(DecorStyle::Ascii)
}

fn all(diagnostics: &[Diagnostic], sources: &Sources, renderer: &Renderer) -> String {
    let mut parts: Vec<String> = diagnostics.iter().map(|diagnostic| with(diagnostic, sources, renderer)).collect();
    if parts.len() > 1 {
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
        parts.push(summary(errors, diagnostics.len() - errors));
    }
    if parts.is_empty() { String::new() } else { parts.join("\n\n") + "\n" }
}

/// `2 errors, 1 warning`
fn summary(errors: usize, warnings: usize) -> String {
    let count = |number: usize, what: &str| match number {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{number} {what}s")),
    };
    count(errors, "error").into_iter().chain(count(warnings, "warning")).collect::<Vec<_>>().join(", ")
}

fn with(diagnostic: &Diagnostic, sources: &Sources, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(clean(&diagnostic.message)).id(diagnostic.code.0);
    let mut group = Group::with_title(title);
    group = group.elements(elements(&diagnostic.labels, sources));
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(clean(note)));
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(clean(help)));
    }
    renderer.render(&[group])
}

/// Text of ours that may quote a file: no control characters, one line.
fn clean(text: &str) -> String {
    normalize_untrusted_str(&without_c1(&text.replace(['\n', '\r', '\t'], " ")))
}

/// Replaces U+0080 to U+009F, which some terminals obey (U+009B begins an escape sequence) and the renderer lets through,
/// by a character with as many bytes, so that underlines stay in place.
fn without_c1(text: &str) -> Cow<'_, str> {
    let is_c1 = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    if text.contains(is_c1) { Cow::Owned(text.replace(is_c1, "·")) } else { Cow::Borrowed(text) }
}

/// What one label underlines: part of one line.
struct Underline<'s> {
    label: &'s Label,
    source: &'s str,
    /// The whole line.
    line: Range<usize>,
    part: Range<usize>,
    is_primary: bool,
}

fn elements<'s>(labels: &'s [Label], sources: &'s Sources) -> Vec<Element<'s>> {
    let mut left: Vec<Underline<'s>> =
        labels.iter().enumerate().filter_map(|(index, label)| underline(label, index == 0, sources)).collect();
    let mut elements = Vec::new();
    while !left.is_empty() {
        let first = left.remove(0);
        let (line, column) = sources.line_column(&Location { file: first.label.at.file, span: first.part.clone() });
        let path = clean(sources.path(first.label.at.file));
        if first.line.len() > LONG_LINE {
            elements.push(Element::from(Origin::path(path).line(line).char_column(column)));
            continue;
        }
        let mut stretch = first.line.clone();
        let mut together = vec![first];
        // Labels that stand near each other share a snippet; the renderer folds what lies between.
        for other in std::mem::take(&mut left) {
            let joined = stretch.start.min(other.line.start)..stretch.end.max(other.line.end);
            let is_near = other.label.at.file == together[0].label.at.file && joined.len() <= FAR;
            if is_near && other.line.len() <= LONG_LINE {
                stretch = joined;
                together.push(other);
            } else {
                left.push(other);
            }
        }
        elements.push(Element::from(snippet(path, line, &stretch, together)));
    }
    elements
}

/// A snippet of the file from the first to the last of the underlined lines; `line` is the number of the first underline's.
fn snippet<'s>(
    path: String,
    line: usize,
    stretch: &Range<usize>,
    together: Vec<Underline<'s>>,
) -> Snippet<'s, Annotation<'s>> {
    let source = together[0].source;
    let lines_above = source[stretch.start..together[0].line.start].matches('\n').count();
    let mut snippet = Snippet::source(without_c1(&source[stretch.clone()])).path(path).line_start(line - lines_above);
    for underline in together {
        let kind = if underline.is_primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let part = underline.part.start - stretch.start..underline.part.end - stretch.start;
        let text = Some(clean(&underline.label.text)).filter(|text| !text.is_empty());
        snippet = snippet.annotation(kind.span(part).label(text));
    }
    snippet
}

/// The part of a label on its first line. `None` if the label's file is not among the sources.
fn underline<'s>(label: &'s Label, is_primary: bool, sources: &'s Sources) -> Option<Underline<'s>> {
    let source = sources.get(label.at.file)?;
    let start = floor_char_boundary(source, label.at.span.start);
    let line_start = source[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = source[start..].find('\n').map_or(source.len(), |newline| start + newline);
    let line_end = line_start + source[line_start..line_end].trim_end_matches('\r').len();
    let start = start.min(line_end);
    let end = floor_char_boundary(source, label.at.span.end).clamp(start, line_end);
    // What runs over several lines is underlined without the blanks at the end of the first.
    let end = start + source[start..end].trim_end().len();
    Some(Underline { label, source, line: line_start..line_end, part: start..end, is_primary })
}
