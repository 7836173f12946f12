//! `examples:`: inline ones and those of files, read against the spec's types.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::glob::{self, Failure};
use super::source::Loader;
use super::{Schema, keys, same, source};
use crate::codes::examples as codes;
use crate::diagnostic::{Diagnostic, FileId, Location};
use crate::spec::{Accuracy, Example};
use crate::yaml::{self, Kind, Node};

mod one;

/// The largest example file, in bytes.
pub const MAX_EXAMPLE_FILE: u64 = 16 << 20;
/// The most that all example files of a spec may hold together, in bytes.
pub const MAX_EXAMPLE_BYTES: u64 = 64 << 20;

/// After this many problems in examples, reading stops.
const MOST_PROBLEMS: usize = 100;
const EXTENSIONS: &[&str] = &["yaml", "yml", "json", "jsonl"];

/// Reads all examples; problems go to the loader.
pub(super) fn load(
    loader: &mut Loader<'_>,
    schema: &Schema<'_>,
    accuracy: &Accuracy,
    node: &Node,
    spec_path: &Path,
    shown_spec: &str,
) -> Vec<Example> {
    let (shown_folder, spec_name) = shown_spec.rsplit_once('/').unwrap_or(("", shown_spec));
    let before = loader.problems.len();
    let mut examples = Examples {
        schema,
        folder: spec_path.parent().unwrap_or(Path::new("")).to_path_buf(),
        shown_folder: shown_folder.to_owned(),
        spec_name,
        problems_before: before,
        loader,
        seen: HashMap::new(),
        bytes: 0,
        by_input: same::ByInput::default(),
        read: 0,
        found: vec![],
    };
    match &node.kind {
        Kind::String(pattern) => examples.files(pattern, &node.at, None),
        Kind::Seq(entries) => examples.entries(entries, node.at.file),
        _ => examples.loader.problems.push(
            keys::wrong_kind(node, "`examples`", "a sequence or a glob")
                .help("write `examples: examples/*.yaml`, or `- input: …` with its `output: …` for each"),
        ),
    }
    if examples.is_full()
        && let Some(last) = examples.loader.problems.last_mut()
    {
        last.notes.push("there may be more: reading examples stopped here".to_owned());
    }
    let Examples { found, loader, read, .. } = examples;
    if loader.problems[before..].iter().any(Diagnostic::is_error) {
        return found;
    }
    if read == 0 {
        loader.problems.push(
            Diagnostic::error(codes::NO_EXAMPLES, "there are no examples")
                .at(&node.at, "")
                .help("give at least one: what comes in, and what must come out"),
        );
    } else if schema.input.is_some() && schema.output.is_some() {
        loader.problems.extend(check_parts(&found, accuracy, &node.at));
    }
    found
}

struct Examples<'a, 'f> {
    loader: &'a mut Loader<'f>,
    schema: &'a Schema<'a>,
    folder: PathBuf,
    shown_folder: String,
    spec_name: &'a str,
    problems_before: usize,
    /// Files read so far, and where the spec names them.
    seen: HashMap<String, Location>,
    bytes: u64,
    by_input: same::ByInput,
    /// Examples read so far, right or wrong.
    read: usize,
    found: Vec<Example>,
}

impl Examples<'_, '_> {
    fn entries(&mut self, entries: &[Node], spec_file: FileId) {
        let lines = Lines::of(self.loader.sources.text(spec_file));
        for entry in entries {
            match &entry.kind {
                Kind::String(pattern) => self.files(pattern, &entry.at, None),
                Kind::Map(keys) if keys.iter().any(|(key, _)| key.text == "files") => self.entry_of_files(entry),
                _ => self.example(entry, format!("{}:{}", self.spec_name, lines.line(entry.at.span.start)), None),
            }
            if self.is_full() {
                return;
            }
        }
    }

    /// `{files: glob, held_out: bool}`.
    fn entry_of_files(&mut self, entry: &Node) {
        let of = "an entry of `examples`";
        let Some(entries) = keys::known(entry, of, &["files", "held_out"], &mut self.loader.problems) else { return };
        let held_out = entries.get("held_out").and_then(|node| self.held_out(node));
        if let Some(node) = entries.get("files")
            && let Some(pattern) = keys::text(node, "`files`", &mut self.loader.problems)
        {
            self.files(pattern, &node.at, held_out);
        }
    }

    fn files(&mut self, pattern: &str, at: &Location, held_out: Option<bool>) {
        let shown = yaml::shorten(pattern);
        let mut found = match glob::expand(self.loader.disk, &self.folder, pattern) {
            Ok(found) => found,
            Err(failure) => {
                self.loader.problems.push(match failure {
                    Failure::Malformed(what) => {
                        Diagnostic::error(codes::GLOB, format!("the glob `{shown}` {what}")).at(at, "")
                    }
                    Failure::TooMuch => {
                        Diagnostic::error(codes::TOO_MUCH, format!("the glob `{shown}` looks at too many files"))
                            .at(at, "")
                            .help("name the folder that holds the examples")
                    }
                    Failure::Unlisted(path, error) => Diagnostic::error(
                        codes::UNREADABLE,
                        format!("can't list `{}`: {}", self.shown_path(&path), source::reason(error.kind())),
                    )
                    .at(at, ""),
                });
                return;
            }
        };
        self.loader.directories.extend(found.directories);
        self.loader.directories.sort_unstable();
        self.loader.directories.dedup();
        // A glob over its own folder does not mean the spec itself.
        found.files.retain(|file| *file != self.spec_name);
        if found.files.is_empty() {
            self.loader.problems.push(
                Diagnostic::error(codes::EMPTY_GLOB, format!("no file matches `{shown}`"))
                    .at(at, "")
                    .note("a glob is relative to the folder of the spec"),
            );
            return;
        }
        let readable: Vec<&String> = found.files.iter().filter(|file| extension(file).is_some()).collect();
        if readable.is_empty() {
            self.loader.problems.push(
                Diagnostic::error(codes::EXTENSION, format!("`{shown}` matches no file that can hold examples"))
                    .at(at, "")
                    .note("examples are in `.yaml`, `.yml`, `.json` and `.jsonl` files")
                    .note(format!("it matches `{}`", yaml::shorten(&found.files[0]))),
            );
            return;
        }
        self.read_all(&readable, at, held_out);
    }

    fn read_all(&mut self, files: &[&String], at: &Location, held_out: Option<bool>) {
        let mut repeated = None;
        for file in files {
            if let Some(first) = self.seen.get(*file) {
                repeated.get_or_insert_with(|| (first.clone(), file.as_str()));
                continue;
            }
            self.seen.insert((*file).clone(), at.clone());
            self.file(file, at, held_out);
            if self.is_full() {
                return;
            }
        }
        if let Some((first, file)) = repeated {
            self.loader.problems.push(
                Diagnostic::warning(
                    codes::FILE_TWICE,
                    format!("`{}` is matched by two entries; the first one counts", yaml::shorten(file)),
                )
                .at(at, "matched again here")
                .at(&first, "matched here"),
            );
        }
    }

    fn file(&mut self, relative: &str, at: &Location, held_out: Option<bool>) {
        let path = relative.split('/').fold(self.folder.clone(), |path, part| path.join(part));
        let shown = match self.shown_folder.as_str() {
            "" => relative.to_owned(),
            folder => format!("{folder}/{relative}"),
        };
        let Some(file) = self.loader.read(&path, &shown, MAX_EXAMPLE_FILE, Some(at)) else { return };
        self.bytes += self.loader.sources.text(file).len() as u64;
        if self.bytes > MAX_EXAMPLE_BYTES {
            self.loader.problems.push(
                Diagnostic::error(
                    codes::TOO_MUCH,
                    format!("the examples hold more than {} MiB", MAX_EXAMPLE_BYTES >> 20),
                )
                .at(at, ""),
            );
            return;
        }
        // The borrow of the text ends before examples are read, which need the loader.
        let text = self.loader.sources.text(file);
        let lines = Lines::of(text);
        let parsed = match extension(relative) {
            Some("jsonl") => parse_lines(text, &lines, file),
            _ => yaml::parse(text, 0..text.len(), file),
        };
        let nodes = match parsed {
            Ok(documents) => flatten(documents),
            Err(problem) => {
                self.loader.problems.push(*problem);
                return;
            }
        };
        if nodes.is_empty() {
            let start = Location { file, span: 0..0 };
            self.loader
                .problems
                .push(Diagnostic::error(codes::EMPTY_FILE, format!("`{shown}` holds no example")).at(&start, ""));
        }
        let is_one = nodes.len() == 1;
        for node in nodes {
            let id = match is_one {
                true => relative.to_owned(),
                false => format!("{relative}:{}", lines.line(node.at.span.start)),
            };
            self.example(&node, id, held_out);
            if self.is_full() {
                return;
            }
        }
    }

    fn shown_path(&self, path: &Path) -> String {
        let relative = path.strip_prefix(&self.folder).unwrap_or(path);
        relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    fn is_full(&self) -> bool {
        self.loader.problems.len() - self.problems_before >= MOST_PROBLEMS
    }
}

/// Documents that are sequences hold one example in each item.
fn flatten(documents: Vec<Node>) -> Vec<Node> {
    documents
        .into_iter()
        .flat_map(|document| match document.kind {
            Kind::Seq(items) => items,
            _ => vec![document],
        })
        .collect()
}

/// One document in each line that is not blank.
fn parse_lines(text: &str, lines: &Lines, file: FileId) -> Result<Vec<Node>, Box<Diagnostic>> {
    let mut documents = Vec::new();
    for range in lines.ranges(text.len()) {
        if !text[range.clone()].trim().is_empty() {
            documents.extend(yaml::parse(text, range, file)?);
        }
    }
    Ok(documents)
}

/// The extension, if files with it can hold examples.
fn extension(file: &str) -> Option<&'static str> {
    let extension = file.rsplit_once('.')?.1;
    EXTENSIONS.iter().find(|known| known.eq_ignore_ascii_case(extension)).copied()
}

/// Where the lines of a text start.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(index, _)| index + 1)).collect())
    }

    /// The number of the line that holds a byte, from 1.
    fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset)
    }

    /// Each line's bytes, with its line break.
    fn ranges(&self, end: usize) -> impl Iterator<Item = std::ops::Range<usize>> {
        self.0.iter().zip(self.0.iter().skip(1).copied().chain([end])).map(|(start, end)| *start..end)
    }
}

/// Both parts, shown and held out, need examples. The count follows [`crate::split::split`].
fn check_parts(examples: &[Example], accuracy: &Accuracy, at: &Location) -> Option<Diagnostic> {
    let held_out = examples.iter().filter(|example| example.held_out == Some(true)).count();
    let undecided = examples.iter().filter(|example| example.held_out.is_none()).count();
    let drawn = (accuracy.held_out * Decimal::from(undecided)).round().to_usize().unwrap_or(0).min(undecided);
    let all = examples.len();
    let plural = if all == 1 { "example" } else { "examples" };
    if held_out + drawn == all {
        let which = if all == 1 { "the only example".to_owned() } else { format!("all {all} examples") };
        let problem = Diagnostic::error(codes::NONE_SHOWN, format!("{which} would be held out"));
        return Some(problem.at(at, "").help("a model needs examples to see: add some, or hold out less"));
    }
    let is_asked_for = !accuracy.held_out.is_zero() || held_out > 0;
    if is_asked_for && held_out + drawn == 0 {
        let percent = (accuracy.held_out * Decimal::ONE_HUNDRED).normalize();
        let problem = Diagnostic::warning(codes::NONE_HELD_OUT, format!("none of {all} {plural} would be held out"));
        return Some(
            problem
                .at(at, "")
                .note(format!("`held_out: {percent}%` of {undecided} rounds to none"))
                .help("add examples"),
        );
    }
    None
}
