//! One place that settings come from: a file, the environment, or flags.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::diagnostic::{Diagnostic, FileId, Location, Sources};
use compiled_ai_core::suggest;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::FILE;
use super::keys::{KEYS, Level};
use super::mask::{self, Masked};
use super::value::{self, Value, Wrong};

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A `compiled-ai.toml`.
    File(Location),
    /// An environment variable.
    Variable(&'static str),
    /// A flag of the command.
    Flag(&'static str),
}

/// A setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its value.
    pub value: Value,
    /// Where it comes from.
    pub origin: Origin,
    /// What a path in it is relative to.
    pub folder: PathBuf,
}

/// Settings by their path with dots between: `models.cheap.price.input`.
pub(super) type Layer = BTreeMap<String, Setting>;

/// Reads the text of a file. What is wrong is added to `problems`; what is right is returned all the same.
pub(super) fn from_file(
    path: &Path,
    shown: &str,
    text: &str,
    sources: &mut Sources,
    problems: &mut Vec<Diagnostic>,
) -> Layer {
    let masked = mask::mask(text);
    let file = sources.add(shown, masked.text.as_str());
    let (document, errors) = DeTable::parse_recoverable(&masked.text);
    let mut reader = Reader {
        file,
        masked: &masked,
        folder: path.parent().unwrap_or(Path::new(".")).to_owned(),
        layer: Layer::new(),
        problems,
    };
    for key in &masked.keys {
        reader.problem(
            key.clone(),
            Wrong {
                message: "a key stands in the file".to_owned(),
                help: Some(
                    "put it into an environment variable, name that with `key_env = \"…\"`, and replace the key where it was issued: it may be in the history of the repository"
                        .to_owned(),
                ),
                at: None,
            },
        );
    }
    for error in errors {
        // Never the library's own rendering, which shows lines of the file.
        let at = error.span().unwrap_or(0..0);
        reader.problem(at, Wrong { message: format!("it is no TOML: {}", error.message()), help: None, at: None });
    }
    reader.table(document.get_ref(), Level::Top, "");
    let mut layer = reader.layer;
    prices(&mut layer, problems);
    layer
}

/// Reads the variables that set something.
pub(super) fn from_environment(
    variable: &dyn Fn(&str) -> Option<String>,
    folder: &Path,
    problems: &mut Vec<Diagnostic>,
) -> Layer {
    let named = KEYS.iter().filter_map(|key| Some((key, key.variable?)));
    let mut layer = Layer::new();
    for (key, name) in named {
        let Some(text) = variable(name).filter(|text| !text.trim().is_empty()) else { continue };
        let wrong = match value::from_text(&text, key.sort) {
            Ok(_) if mask::holds_key(&text) => "it holds a key".to_owned(),
            Ok(value) => {
                let setting = Setting { value, origin: Origin::Variable(name), folder: folder.to_owned() };
                layer.insert(key.name.to_owned(), setting);
                continue;
            }
            // Its value is not shown: it may be a key that was meant for another variable.
            Err(wrong) => wrong.message,
        };
        problems.push(
            Diagnostic::error(codes::CONFIG, format!("the environment variable `{name}` can't be used: {wrong}"))
                .note(format!("it sets `{}`: {}", key.name, key.what)),
        );
    }
    layer
}

/// The settings of flags: path, flag and value.
pub(super) fn from_flags(flags: Vec<(String, &'static str, Value)>, folder: &Path) -> Layer {
    flags
        .into_iter()
        .map(|(path, flag, value)| (path, Setting { value, origin: Origin::Flag(flag), folder: folder.to_owned() }))
        .collect()
}

/// A price is whole or none: half of one would make a budget that does not hold.
fn prices(layer: &mut Layer, problems: &mut Vec<Diagnostic>) {
    let tables: Vec<String> = layer
        .keys()
        .filter_map(|key| Some(key[..key.rfind("price.")?].to_owned()))
        .filter(|prefix| prefix.is_empty() || prefix.ends_with('.'))
        .collect();
    let mut done = String::from("-");
    for prefix in tables.into_iter().filter(|prefix| std::mem::replace(&mut done, prefix.clone()) != *prefix) {
        let missing: Vec<&str> = ["input", "output", "date"]
            .into_iter()
            .filter(|name| !layer.contains_key(&format!("{prefix}price.{name}")))
            .collect();
        let known =
            layer.iter().find(|(key, _)| key.strip_prefix(&*prefix).is_some_and(|key| key.starts_with("price.")));
        if let (false, Some((_, Setting { origin: Origin::File(at), .. }))) = (missing.is_empty(), known) {
            problems.push(
                Diagnostic::error(codes::CONFIG, format!("`{prefix}price` lacks {}", suggest::list(missing)))
                    .at(at, "")
                    .help("copy the prices per million tokens from the vendor's page, and state the day on which you read them"),
            );
        }
    }
}

struct Reader<'a> {
    file: FileId,
    masked: &'a Masked,
    folder: PathBuf,
    layer: Layer,
    problems: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>, level: Level, prefix: &str) {
        // In the order of the file, as people read problems.
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in entries {
            let name = key.get_ref().as_ref();
            let path = format!("{prefix}{name}");
            if matches!(level, Level::Models | Level::Specs | Level::Headers) && (name.contains('.') || name.is_empty())
            {
                let message = "a name here is not empty and has no dot".to_owned();
                self.problem(key.span(), Wrong { message, help: None, at: None });
                continue;
            }
            if let Some(inner) = level.table(name) {
                match value.get_ref() {
                    DeValue::Table(table) => self.table(table, inner, &format!("{path}.")),
                    other => {
                        let message = format!("expected a table, found {}", value::article(other.type_str()));
                        let help = Some(format!("write `[{path}]` and its keys below"));
                        self.problem(value.span(), Wrong { message, help, at: None });
                    }
                }
            } else if let Some(sort) = level.sort(name) {
                self.value(&path, key, value, sort);
            } else if !self.is_masked(&value.span()) && !self.is_masked(&key.span()) {
                self.unknown(key, level);
            }
        }
    }

    fn value(
        &mut self,
        path: &str,
        key: &Spanned<toml::de::DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
        sort: super::keys::Sort,
    ) {
        if self.is_masked(&value.span()) {
            return;
        }
        match value::from_toml(value, sort) {
            Ok(value) => {
                let origin = Origin::File(Location { file: self.file, span: key.span() });
                self.layer.insert(path.to_owned(), Setting { value, origin, folder: self.folder.clone() });
            }
            Err(wrong) => {
                let at = wrong.at.clone().unwrap_or_else(|| value.span());
                self.problem(at, Wrong { message: format!("`{path}` can't be used: {}", wrong.message), ..wrong });
            }
        }
    }

    fn unknown(&mut self, key: &Spanned<toml::de::DeString<'_>>, level: Level) {
        let name = key.get_ref().as_ref();
        let names = level.names();
        let lower = name.to_ascii_lowercase();
        let is_secret = ["key", "token", "secret", "password"].iter().any(|word| lower.ends_with(word));
        let help = if is_secret {
            "a key never stands in this file: name the environment variable that holds it with `key_env`".to_owned()
        } else if let Some(near) = suggest::closest(name, names.iter().copied()) {
            format!("did you mean `{near}`?")
        } else {
            format!("there are {}", suggest::list(names))
        };
        let name: String = name.chars().take(40).collect();
        self.problem(key.span(), Wrong { message: format!("unknown key `{name}`"), help: Some(help), at: None });
    }

    fn is_masked(&self, span: &std::ops::Range<usize>) -> bool {
        self.masked.keys.iter().any(|key| key.start < span.end && span.start < key.end)
    }

    fn problem(&mut self, span: std::ops::Range<usize>, wrong: Wrong) {
        let mut problem = Diagnostic::error(codes::CONFIG, format!("`{FILE}` can't be used: {}", wrong.message))
            .at(&Location { file: self.file, span }, "");
        if let Some(help) = wrong.help {
            problem = problem.help(help);
        }
        self.problems.push(problem);
    }
}
