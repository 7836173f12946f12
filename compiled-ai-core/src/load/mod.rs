//! From a path to a [`Spec`], or to everything that is wrong with it.
//!
//! Reading is lenient: a mistake is reported where it stands and reading goes on, so that one run shows all problems of a
//! spec and of its examples. What depends on a mistaken part is skipped rather than reported again.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::codes::spec as codes;
use crate::diagnostic::{Diagnostic, FileId, Location, Sources};
use crate::files::Files;
use crate::spec::{Accuracy, Field, OUTPUT, OnAbstain, Spec, Target, Type, TypeDef};
use crate::yaml::{self, Key, Kind, Node};

pub mod decode;

mod conditions;
mod examples;
mod expression;
mod fields;
mod glob;
mod graph;
mod keys;
mod names;
mod options;
mod same;
mod source;
mod types;
mod wit;

pub use examples::{MAX_EXAMPLE_BYTES, MAX_EXAMPLE_FILE};
pub use options::MODULES;
use source::Loader;

/// The largest spec file, in bytes.
pub const MAX_SPEC_FILE: u64 = 1 << 20;

/// No more problems than this are reported for a spec and its examples.
const MOST_PROBLEMS: usize = 200;

const KEYS: &[&str] = &[
    "spec",
    "name",
    "about",
    "kind",
    "types",
    "input",
    "output",
    "rules",
    "ensures",
    "examples",
    "accuracy",
    "on_abstain",
    "modules",
    "compliance",
    "target",
];
const REQUIRED: &[(&str, &str)] = &[
    ("spec", "the version of the format: `spec: 1`"),
    ("name", "the function's name in snake case"),
    ("about", "what the function does, in a sentence"),
    ("input", "the fields of the input: `input: { text: string }`"),
    ("output", "the fields of the output, or its type"),
    ("examples", "at least one example: what comes in, and what must come out"),
];

/// What came of loading a spec.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The spec; present exactly if there is no error among the diagnostics.
    pub spec: Option<Spec>,
    /// The texts that the diagnostics point into.
    pub sources: Sources,
    /// Errors and warnings, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
    /// Every file that was read or could not be, the spec first.
    pub files: Vec<PathBuf>,
    /// Every directory that a glob looked into.
    pub directories: Vec<PathBuf>,
}

impl Loaded {
    /// Whether a diagnostic stops the work.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Loads the spec at `path`; messages call it `shown_path` (relative, `/` between parts).
pub fn load(files: &dyn Files, path: &Path, shown_path: &str) -> Loaded {
    let mut loader = Loader::new(files);
    let spec =
        loader.read(path, shown_path, MAX_SPEC_FILE, None).and_then(|file| read(&mut loader, file, path, shown_path));
    let Loader { sources, problems, files, directories, .. } = loader;
    let spec = spec.filter(|_| !problems.iter().any(Diagnostic::is_error));
    let problems = in_order(problems);
    Loaded { spec, sources, diagnostics: problems, files, directories }
}

/// Sorts problems by file and place. Of very many some are left out, warnings first, and the last one says so.
fn in_order(mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let left_out = problems.len().saturating_sub(MOST_PROBLEMS);
    if left_out > 0 {
        problems.sort_by_key(|problem| !problem.is_error());
        problems.truncate(MOST_PROBLEMS);
    }
    problems.sort_by_key(|problem| problem.labels.first().map(|label| (label.at.file, label.at.span.start)));
    if left_out > 0
        && let Some(last) = problems.last_mut()
    {
        last.notes.push(format!("{left_out} more problems are not shown"));
    }
    problems
}

/// Reads one spec file: its text, what is wrong so far, and the types found so far.
struct Reader<'a> {
    source: &'a str,
    problems: Vec<Diagnostic>,
    types: types::Types,
}

fn read(loader: &mut Loader<'_>, file: FileId, path: &Path, shown_path: &str) -> Option<Spec> {
    let source = loader.sources.text(file).to_owned();
    let root = document(loader, &source, file)?;
    let mut reader = Reader { source: &source, problems: vec![], types: types::Types::default() };
    let spec = reader.spec(&root, loader, path, shown_path);
    loader.problems.append(&mut reader.problems);
    spec
}

/// The only document of a spec file.
fn document(loader: &mut Loader<'_>, source: &str, file: FileId) -> Option<Node> {
    let start = Location { file, span: 0..0 };
    let mut documents = match yaml::parse(source, 0..source.len(), file) {
        Ok(documents) => documents.into_iter(),
        Err(problem) => {
            loader.problems.push(*problem);
            return None;
        }
    };
    let first = documents.next();
    if first.is_none() {
        loader
            .problems
            .push(Diagnostic::error(codes::DOCUMENTS, "the spec is empty").at(&start, "").help("begin with `spec: 1`"));
    }
    if let Some(second) = documents.next() {
        loader.problems.push(
            Diagnostic::error(codes::DOCUMENTS, "a spec file holds one spec")
                .at(&second.at, "a second document starts here")
                .help("remove the `---`, or move the second spec to a file of its own"),
        );
    }
    first
}

impl Reader<'_> {
    fn spec(&mut self, root: &Node, loader: &mut Loader<'_>, path: &Path, shown_path: &str) -> Option<Spec> {
        let entries = keys::known(root, "a spec", KEYS, &mut self.problems)?;
        let missing: Vec<_> = REQUIRED.iter().filter(|(key, _)| entries.lacks(key)).collect();
        for (key, what) in missing {
            let end = Location { file: root.at.file, span: root.at.span.end..root.at.span.end };
            self.problems.push(
                Diagnostic::error(codes::MISSING_KEY, format!("the key `{key}` is missing"))
                    .at(&end, "")
                    .help(format!("add {what}")),
            );
        }
        let each = |key: &str| entries.get(key);

        if let Some(node) = each("spec") {
            self.version(node);
        }
        let name = each("name").and_then(|node| self.name(node));
        let about = each("about").and_then(|node| self.prose(node, "`about`")).map(str::to_owned);
        let kind = each("kind").map(|node| self.kind(node)).unwrap_or_default();

        let before = self.problems.len();
        if let Some(node) = each("types") {
            self.named_types(node);
        }
        let input = each("input").and_then(|node| self.fields(node, "`input`"));
        let output = entries.entry("output").map(|(key, node)| self.output(key, node));
        self.check_references();
        self.check_recursion();
        let types_hold = self.problems.len() == before;
        if let (true, Some(input), Some(output)) = (types_hold, &input, &output) {
            self.check_unused(input, output);
        }

        let rules = each("rules").map(|node| self.rules(node)).unwrap_or_default();
        let accuracy = match each("accuracy") {
            Some(node) => self.accuracy(node, output.as_ref()),
            None => Accuracy::default(),
        };
        let on_abstain = match entries.entry("on_abstain") {
            Some((_, node)) => self.on_abstain(node, output.as_ref()),
            None => OnAbstain::Error,
        };
        let modules = each("modules").map(|node| self.modules(node)).unwrap_or_default();
        let compliance = each("compliance").map(|node| self.compliance(node)).unwrap_or_default();
        let target = each("target").map(|node| self.target(node)).unwrap_or_default();

        let scope = types_hold.then(|| input.as_deref().zip(output.as_ref())).flatten();
        let ensures = each("ensures").map(|node| self.ensures(node, scope)).unwrap_or_default();
        if let (OnAbstain::Default(value), Some(node)) = (&on_abstain, each("on_abstain")) {
            self.check_default(value, node, &ensures);
        }
        let schema =
            Schema { input: input.as_deref(), output: output.as_ref(), types: &self.types.defs, ensures: &ensures };
        let examples = match each("examples") {
            Some(node) => examples::load(loader, &schema, &accuracy, node, path, shown_path),
            None => vec![],
        };
        let spec = Spec {
            name: name?,
            about: about?,
            kind,
            input: input?,
            output: output?,
            rules,
            ensures,
            examples,
            accuracy,
            on_abstain,
            modules,
            compliance,
            target,
            keys: entries.iter().map(|(key, _)| (key.text.clone(), key.at.clone())).collect(),
            types: std::mem::take(&mut self.types.defs),
        };
        if spec.target == Target::Wasm {
            self.check_wit_names(&spec);
        }
        Some(spec)
    }

    /// `output:` as fields, which become the record `Output`, or as a type.
    fn output(&mut self, key: &Key, node: &Node) -> Type {
        let Kind::Map(entries) = &node.kind else { return self.ty(node, key) };
        if let [(only, _)] = &entries[..]
            && only.text == "map"
        {
            return self.ty(node, key);
        }
        if let Some(help) = self.as_definition(entries) {
            self.problems.push(
                Diagnostic::error(codes::OUTPUT_SHAPE, "`output` takes fields or a type, not a definition")
                    .at(&node.at, "")
                    .help(help),
            );
            return types::unreadable();
        }
        let before = self.problems.len();
        let fields = self.fields(node, "`output`");
        if let ([(only, _)], Some(problem)) = (&entries[..], self.problems.get_mut(before))
            && only.text == "type"
        {
            problem.help.push("for an output without fields, write the type alone: `output: decimal`".to_owned());
        }
        let Some(fields) = fields else { return types::unreadable() };
        let shape = crate::spec::Shape::Record(fields);
        self.types.places.insert(OUTPUT.to_owned(), key.at.clone());
        self.types.defs.insert(OUTPUT.to_owned(), TypeDef { doc: None, shape });
        Type::Named(OUTPUT.to_owned())
    }

    /// The place of a part of a scalar's text: exact if the scalar stands in the file as it is, else the whole scalar.
    fn within(&self, at: &Location, text: &str, part: Range<usize>) -> Location {
        let written = self.source.get(at.span.clone()).unwrap_or_default();
        let inner = written.strip_prefix(['"', '\'']).and_then(|rest| rest.strip_suffix(['"', '\'']));
        let offset = match inner {
            Some(inner) if inner == text => 1,
            _ if written == text => 0,
            _ => return at.clone(),
        };
        let start = at.span.start + offset;
        Location { file: at.file, span: start + part.start..start + part.end }
    }
}

/// What examples are read against; a part that could not be read is absent, and what needs it is skipped.
struct Schema<'a> {
    input: Option<&'a [Field]>,
    output: Option<&'a Type>,
    types: &'a BTreeMap<String, TypeDef>,
    ensures: &'a [crate::spec::Ensure],
}
