//! What the build script of the user's crate left in `OUT_DIR`.

use std::path::{Path, PathBuf};

use syn::LitStr;

use crate::facts::{self, Facts, Unreadable};
use crate::message::{Message, codes};
use crate::similar::{closest, list};

/// The folder below `OUT_DIR`.
pub(crate) const FOLDER: &str = "compiled-ai";

/// What is known of a spec.
pub(crate) struct Found {
    /// The stem of the spec's file name, which names the files.
    pub(crate) stem: String,
    /// The spec's path, as messages show it.
    pub(crate) spec: String,
    /// Present where the spec has no errors.
    pub(crate) facts: Option<Facts>,
    /// Rendered diagnostics; empty where an artifact is locked that fits the spec.
    pub(crate) diagnostics: Vec<String>,
    /// Whether there is code behind the types that can be compiled.
    pub(crate) has_code: bool,
}

/// Finds what is known of the spec at `path`.
pub(crate) fn find(path: &LitStr) -> syn::Result<Found> {
    let Some(out_dir) = std::env::var_os("OUT_DIR") else {
        return Err(Message::new(codes::NO_BUILD_SCRIPT, "this crate has no build script")
            .note("a build script links what is locked for a spec")
            .help("run `cargo add --build compiled-ai-build` and write a `build.rs`:\nfn main() { compiled_ai_build::compile(\"specs\") }")
            .at(path.span()));
    };
    find_in(&PathBuf::from(out_dir).join(FOLDER), path)
}

fn find_in(folder: &Path, path: &LitStr) -> syn::Result<Found> {
    let reader = Reader { folder, at: path };
    // The index has a line for each spec, and there is an attribute for each: it is read where the name alone does not do.
    let written = path.value();
    let stem = stem(&written);
    let facts = reader.read(&format!("{stem}.facts"), facts::facts)?;
    if let Some(facts) = facts.filter(|facts| Path::new(&facts.spec).ends_with(&written)) {
        return reader.found(stem, facts.spec.clone(), Some(facts));
    }
    let index = reader.read("index", facts::index)?.ok_or_else(|| {
        Message::new(codes::NOT_COMPILED, "the build script of this crate compiles no specs")
            .help(
                "run `cargo add --build compiled-ai-build` and call it in `build.rs`:\nfn main() { compiled_ai_build::compile(\"specs\") }",
            )
            .at(path.span())
    })?;
    let spec = choose(&index, path)?;
    let stem = self::stem(spec);
    let facts = reader.read(&format!("{stem}.facts"), facts::facts)?;
    reader.found(stem, spec.to_owned(), facts)
}

/// What names the files of a spec.
fn stem(spec: &str) -> String {
    Path::new(spec).file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The spec in the index that `path` names: by its file name, or by more of its path.
fn choose<'a>(index: &'a [String], path: &LitStr) -> syn::Result<&'a str> {
    let written = path.value();
    if let Some(spec) = index.iter().find(|spec| Path::new(spec).ends_with(&written)) {
        return Ok(spec);
    }
    let names = || index.iter().map(|spec| spec.rsplit('/').next().unwrap_or(spec));
    let message = Message::new(codes::UNKNOWN_SPEC, format!("there is no spec `{written}`"));
    // A name without its ending, or a path to a place where specs do not lie, is no slip of the keyboard.
    let stem = Path::new(&written).file_stem().unwrap_or_default();
    let meant = names().find(|name| Path::new(name).file_stem() == Some(stem)).or_else(|| closest(&written, names()));
    let message = match index {
        [] => message.note("the build script found no specs at all"),
        [one] => message.note(format!("the only spec is `{one}`")),
        all => message.note(format!("the specs are {}", list(all.iter().map(String::as_str)))),
    };
    let message = match (meant, index) {
        (Some(meant), _) => message.help(format!("did you mean `{meant}`?")),
        (None, []) => message.help("put it into the folder that `build.rs` names"),
        (None, _) => message,
    };
    Err(message.at(path.span()))
}

struct Reader<'a> {
    folder: &'a Path,
    at: &'a LitStr,
}

impl Reader<'_> {
    fn found(&self, stem: String, spec: String, facts: Option<Facts>) -> syn::Result<Found> {
        let diagnostics = self.read(&format!("{stem}.diagnostics"), facts::diagnostics)?.unwrap_or_default();
        if facts.is_none() && diagnostics.is_empty() {
            return Err(self.broken(&format!("`{stem}.facts` is missing")));
        }
        let has_code = diagnostics.is_empty();
        Ok(Found { stem, spec, facts, diagnostics, has_code })
    }

    /// Reads a file; `None` if there is none.
    fn read<T>(&self, name: &str, parse: fn(&str) -> Result<T, Unreadable>) -> syn::Result<Option<T>> {
        let text = match std::fs::read_to_string(self.folder.join(name)) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.broken(&format!("`{name}` can't be read: {error}"))),
        };
        match parse(&text) {
            Ok(value) => Ok(Some(value)),
            Err(Unreadable::Malformed(why)) => Err(self.broken(&format!("`{name}` can't be read: {why}"))),
            Err(Unreadable::Version(theirs)) => Err(Message::new(
                codes::VERSION,
                "`compiled-ai-build` and `compiled-ai` differ in version",
            )
            .note(format!(
                "`compiled-ai-build` writes format {theirs}, `compiled-ai` {} reads format {}",
                env!("CARGO_PKG_VERSION"),
                facts::FORMAT
            ))
            .help("give both the same version in `Cargo.toml`, then run `cargo update compiled-ai compiled-ai-build`")
            .at(self.at.span())),
        }
    }

    fn broken(&self, why: &str) -> syn::Error {
        Message::new(codes::NOT_COMPILED, "what the build script left can't be used")
            .note(why)
            .help("run `cargo clean --package <this crate>` and build again")
            .at(self.at.span())
    }
}
