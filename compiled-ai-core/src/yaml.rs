//! YAML as a tree with places: the only module that knows the parser.
//!
//! The tree keeps what a typed decoder would lose: the byte span of everything, duplicate keys, and the digits of a number
//! as written, so that `1.50` never passes through a float. Scalars follow the YAML 1.2 core schema: `true` and `false` are
//! the only booleans, so that `no` is a string. JSON is read by the same parser, being a subset.
//!
//! Refused, with a diagnostic each: tags, merge keys (`<<`), directives, keys that are not scalars. Aliases are expanded
//! within [`MAX_EXPANSION`], and nothing nests deeper than [`MAX_DEPTH`].

use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span};

use crate::codes::spec as codes;
use crate::diagnostic::{Diagnostic, FileId, Location};

mod scalar;

/// How deep sequences and mappings may nest.
pub const MAX_DEPTH: usize = 64;

/// How much anchors and aliases may add to a file: one for each node plus one for each byte of text.
pub const MAX_EXPANSION: usize = 1 << 20;

/// A value of a YAML or JSON file, with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where it stands; for an alias, the place of the alias.
    pub at: Location,
    /// What it is.
    pub kind: Kind,
}

/// What a [`Node`] is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`, unquoted.
    Bool(bool),
    /// An unquoted number, as written: `1.50`, `-7`, `0x1F`, `1e3`, `.inf`.
    Number(String),
    /// Any other scalar, and every quoted one.
    String(String),
    /// A sequence.
    Seq(Vec<Node>),
    /// A mapping in the order written; a key may occur twice.
    Map(Vec<(Key, Node)>),
}

/// A key of a mapping: always text, whatever it looks like.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// The text, without quotes.
    pub text: String,
    /// Where it stands.
    pub at: Location,
}

impl Node {
    /// A node that comes from no file: diagnostics about it have no snippet.
    pub fn synthetic(kind: Kind) -> Self {
        Self { at: Location::nowhere(), kind }
    }

    /// What it is, in words for a message: `a mapping`, `the number 5`.
    pub fn describe(&self) -> String {
        match &self.kind {
            Kind::Null => "nothing".to_owned(),
            Kind::Bool(value) => format!("`{value}`"),
            Kind::Number(raw) => format!("the number {}", shorten(raw)),
            Kind::String(text) if text.is_empty() => "an empty string".to_owned(),
            Kind::String(text) => format!("the string `{}`", shorten(text)),
            Kind::Seq(_) => "a sequence".to_owned(),
            Kind::Map(_) => "a mapping".to_owned(),
        }
    }
}

impl Key {
    /// A key that comes from no file.
    pub fn synthetic(text: impl Into<String>) -> Self {
        Self { text: text.into(), at: Location::nowhere() }
    }
}

/// A text cut to what fits in a message.
pub(crate) fn shorten(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    if line.len() == text.len() && line.chars().nth(LONGEST).is_none() {
        return text.to_owned();
    }
    let mut short: String = line.chars().take(LONGEST).collect();
    short.push('…');
    short
}

/// Reads every document of `text[range]`; spans are those of `text`.
///
/// A document that holds nothing is left out, so an empty file gives no documents.
///
/// # Errors
/// The first thing that is not YAML, or that this module refuses.
pub fn parse(text: &str, range: Range<usize>, file: FileId) -> Result<Vec<Node>, Box<Diagnostic>> {
    let source = text.get(range.clone()).unwrap_or_default();
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_comments: false,
        // A JSON key may be longer than YAML's 1024 characters.
        simple_key_max_lookahead: 64 << 10,
    };
    let mut builder = Builder { source, base: range.start, file, ..Builder::default() };
    for event in Parser::new_from_str_with_options(source, options) {
        let (event, span) = event.map_err(|error| builder.syntax(&error))?;
        builder.event(event, span).map_err(Box::new)?;
    }
    Ok(builder.documents)
}

/// Puts the parser's events together; without recursion, so that depth costs no stack.
#[derive(Default)]
struct Builder<'a> {
    source: &'a str,
    base: usize,
    file: FileId,
    documents: Vec<Node>,
    open: Vec<Open>,
    anchors: HashMap<usize, Anchored>,
    /// What anchors and aliases have copied so far.
    expansion: usize,
    /// Where the last scalar or bracket ended: block collections end there, not at the next token.
    last_end: usize,
}

/// A collection whose end has not come yet.
struct Open {
    start: usize,
    anchor: usize,
    is_flow: bool,
    /// Levels of collections below this one, so far.
    height: usize,
    /// Nodes and bytes of text below this one, so far.
    weight: usize,
    content: Content,
}

enum Content {
    Seq(Vec<Node>),
    Map(Vec<(Key, Node)>, Option<Key>),
}

struct Anchored {
    node: Node,
    height: usize,
    weight: usize,
}

type Step = Result<(), Diagnostic>;

impl<'a> Builder<'a> {
    fn event(&mut self, event: Event<'a>, span: Span) -> Step {
        let at = span.byte_range().unwrap_or_default();
        if let Some(tag) = span.tag_span().or_else(|| event.tag().map(|_| span)) {
            return Err(self.refuse_tag(&tag));
        }
        match event {
            Event::Scalar(text, style, anchor, _) => self.scalar(&text, style, anchor, at),
            Event::SequenceStart(_, anchor, _) => self.open(Content::Seq(vec![]), anchor, &at),
            Event::MappingStart(_, anchor, _) => self.open(Content::Map(vec![], None), anchor, &at),
            Event::SequenceEnd | Event::MappingEnd => self.close(&at),
            Event::Alias(id) => self.alias(id, at),
            Event::DocumentStart(..) => {
                self.anchors.clear();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, anchor: usize, at: Range<usize>) -> Step {
        let span = at.start..self.trimmed_end(&at, style);
        self.last_end = span.end;
        if style == ScalarStyle::Plain && self.expects_key() {
            if text == "<<" {
                return Err(self
                    .refuse(codes::MERGE_KEY, "merge keys are not supported", span)
                    .help("write the keys out, or give the shared part a name under `types:`"));
            }
            if span.is_empty() {
                return Err(self.refuse(codes::SYNTAX, "a key is missing before `:`", span));
            }
        }
        let kind = match style {
            ScalarStyle::Plain => scalar::resolve(text),
            _ => Kind::String(text.to_owned()),
        };
        let weight = 1 + text.len();
        // A plain key is its text: `1.0: x` has the key `1.0`, and `~: x` the key `~`.
        let key_text = self.expects_key().then(|| text.to_owned());
        let node = Node { at: self.location(span), kind };
        self.anchor(anchor, &node, 0, weight)?;
        self.place(node, key_text, 0, weight)
    }

    fn open(&mut self, content: Content, anchor: usize, at: &Range<usize>) -> Step {
        if self.expects_key() {
            return Err(self
                .refuse(codes::SYNTAX, "a key must be a scalar", at.clone())
                .help("quote the key if it begins with `[` or `{`"));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(self.too_deep(at.clone()));
        }
        let is_flow = !at.is_empty();
        self.last_end = self.last_end.max(at.end);
        self.open.push(Open { start: at.start, anchor, is_flow, height: 1, weight: 1, content });
        Ok(())
    }

    fn close(&mut self, at: &Range<usize>) -> Step {
        let Some(open) = self.open.pop() else { return Ok(()) };
        if open.is_flow {
            self.last_end = at.end;
        }
        let at = self.location(open.start..self.last_end.max(open.start));
        let kind = match open.content {
            Content::Seq(items) => Kind::Seq(items),
            Content::Map(entries, _) => Kind::Map(entries),
        };
        let node = Node { at, kind };
        self.anchor(open.anchor, &node, open.height, open.weight)?;
        self.place(node, None, open.height, open.weight)
    }

    fn alias(&mut self, id: usize, at: Range<usize>) -> Step {
        self.last_end = at.end;
        let Some(target) = self.anchors.get(&id) else {
            return Err(self.refuse(codes::ALIASES, "an alias stands inside what it stands for", at));
        };
        let (height, weight) = (target.height, target.weight);
        self.spend(weight, &at)?;
        if self.open.len() + height > MAX_DEPTH {
            return Err(self.too_deep(at));
        }
        let kind = self.anchors[&id].node.kind.clone();
        let key_text = match (&kind, self.expects_key()) {
            (Kind::String(text) | Kind::Number(text), true) => Some(text.clone()),
            (_, true) => return Err(self.refuse(codes::SYNTAX, "a key must be a string", at)),
            (_, false) => None,
        };
        let node = Node { at: self.location(at), kind };
        self.place(node, key_text, height, weight)
    }

    /// Puts a finished node into the collection around it, or makes it a document.
    fn place(&mut self, node: Node, key_text: Option<String>, height: usize, weight: usize) -> Step {
        let Some(open) = self.open.last_mut() else {
            if node.kind != Kind::Null {
                self.documents.push(node);
            }
            return Ok(());
        };
        open.height = open.height.max(height + 1);
        open.weight += weight;
        match &mut open.content {
            Content::Seq(items) => items.push(node),
            Content::Map(entries, key) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => *key = Some(Key { text: key_text.unwrap_or_default(), at: node.at }),
            },
        }
        Ok(())
    }

    /// Keeps a copy of a node that has an anchor.
    fn anchor(&mut self, anchor: usize, node: &Node, height: usize, weight: usize) -> Step {
        if anchor == 0 {
            return Ok(());
        }
        // The copy counts: anchors nested in anchors would otherwise cost depth times size for nothing.
        let at = node.at.span.start - self.base..node.at.span.end - self.base;
        self.spend(weight, &at)?;
        self.anchors.insert(anchor, Anchored { node: node.clone(), height, weight });
        Ok(())
    }

    fn spend(&mut self, weight: usize, at: &Range<usize>) -> Step {
        self.expansion = self.expansion.saturating_add(weight);
        if self.expansion <= MAX_EXPANSION {
            return Ok(());
        }
        Err(self
            .refuse(codes::ALIASES, "anchors and aliases expand to too much", at.clone())
            .note(format!("they may add {} MiB to a file", MAX_EXPANSION >> 20)))
    }

    fn expects_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { content: Content::Map(_, None), .. }))
    }

    /// The end of a scalar; a block scalar's span runs over the line breaks behind it.
    fn trimmed_end(&self, at: &Range<usize>, style: ScalarStyle) -> usize {
        if !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            return at.end;
        }
        let text = self.source.get(at.clone()).unwrap_or_default();
        at.start + text.trim_end().len()
    }

    fn location(&self, span: Range<usize>) -> Location {
        Location { file: self.file, span: span.start + self.base..span.end + self.base }
    }

    fn refuse(&self, code: crate::diagnostic::Code, message: &str, span: Range<usize>) -> Diagnostic {
        Diagnostic::error(code, message).at(&self.location(span), "")
    }

    fn refuse_tag(&self, tag: &Span) -> Diagnostic {
        let span = tag.byte_range().unwrap_or_default();
        let shown = shorten(self.source.get(span.clone()).unwrap_or("!"));
        self.refuse(codes::TAG, &format!("the tag `{shown}` is not supported"), span)
            .help("remove the tag; to make a value a string, quote it")
    }

    fn too_deep(&self, span: Range<usize>) -> Diagnostic {
        self.refuse(codes::DEPTH, &format!("more than {MAX_DEPTH} levels of nesting"), span)
    }

    fn syntax(&self, error: &ScanError) -> Box<Diagnostic> {
        Box::new(syntax(self.source, self.base, self.file, error))
    }
}

/// The parser's own complaint, with the help that people most often need.
fn syntax(source: &str, base: usize, file: FileId, error: &ScanError) -> Diagnostic {
    let offset = error.marker().byte_offset().unwrap_or_default().min(source.len());
    let rest = source.get(offset..).unwrap_or_default();
    let length = rest.chars().next().filter(|c| !c.is_control()).map_or(0, char::len_utf8);
    let at = Location { file, span: base + offset..base + offset + length };
    let what = error.info().replace(char::is_control, " ");
    let diagnostic =
        Diagnostic::error(codes::SYNTAX, format!("not valid YAML: {}", what.replace('\'', "`"))).at(&at, "");
    let line_before = source[..offset].rsplit('\n').next().unwrap_or_default();
    let help = match (error.kind(), rest.chars().next()) {
        (
            ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry | ErrorKind::InvalidIndentation,
            _,
        ) => "check the indentation of this line: it fits no line above",
        (ErrorKind::DirectiveDisallowed, _) => "remove the line",
        (_, Some('?')) if line_before.ends_with([']', '}']) => {
            "quote a type such as `\"[string]?\"`: a YAML list or map can't be followed by `?`"
        }
        (_, Some(':')) if what.contains("illegal placement") => {
            "close the bracket that is open here, or quote a text that contains `: `"
        }
        (_, Some(':')) => "quote a text that contains `: `",
        (_, Some('@' | '`' | '%' | '*' | '&' | '!' | '|' | '>')) => "quote a text that begins with this character",
        _ if what.contains("tab") => "indent with spaces",
        _ => return diagnostic,
    };
    diagnostic.help(help)
}
