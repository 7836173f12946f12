//! YAML in a random style: flow or block, indentation, quotes, comments, line ends.

/// A small generator of random choices (SplitMix64), so that a style is a number.
pub(crate) struct Rng(pub(crate) u64);

impl Rng {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        usize::try_from(z % limit as u64).expect("below a usize")
    }

    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn pick<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())].clone()
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.below(index + 1));
        }
    }
}

/// What is written.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// A scalar as it stands, fit for any place.
    Raw(String),
    /// A string to the last blank.
    Text(String),
    /// A string whose white space is free.
    Prose(Vec<String>),
    Seq(Vec<Node>),
    Map(Vec<(String, Node)>),
}

/// A file that holds the node.
pub(crate) fn document(root: &Node, rng: &mut Rng) -> String {
    let mut writer = Writer { out: String::new(), rng };
    let is_collection = !matches!(root, Node::Raw(_) | Node::Text(_) | Node::Prose(_));
    if is_collection && writer.rng.chance(85) {
        writer.block(root, 0, false);
    } else {
        writer.flow(root, 0);
        writer.out.push('\n');
    }
    let mut text = writer.out;
    if rng.chance(20) {
        text = text.replace('\n', "\r\n");
    }
    if rng.chance(10) {
        text.insert(0, '\u{feff}');
    }
    text
}

struct Writer<'r> {
    out: String,
    rng: &'r mut Rng,
}

impl Writer<'_> {
    /// The entries of a collection, each on lines of its own; the first may go on with the line that is begun.
    fn block(&mut self, node: &Node, indent: usize, mut goes_on: bool) {
        let mut begin = |writer: &mut Self| {
            if !std::mem::take(&mut goes_on) {
                writer.noise(indent);
                writer.blanks(indent);
            }
        };
        match node {
            Node::Map(entries) => {
                for (key, value) in entries {
                    begin(self);
                    self.key(key);
                    // A sequence may stand as far left as its key.
                    let least = usize::from(!matches!(value, Node::Seq(_)));
                    self.value(value, indent, least, false);
                }
            }
            Node::Seq(items) => {
                for item in items {
                    begin(self);
                    self.out.push('-');
                    self.value(item, indent, 1, true);
                }
            }
            _ => unreachable!("a collection"),
        }
    }

    /// What stands behind a key or a dash, to the end of its line or lines.
    fn value(&mut self, node: &Node, indent: usize, least: usize, is_item: bool) {
        let inner = indent + least + self.rng.below(4);
        match node {
            Node::Map(entries) if !entries.is_empty() && is_item && self.rng.chance(40) => {
                self.out.push(' ');
                self.block(node, indent + 2, true);
            }
            Node::Map(entries) if !entries.is_empty() && self.rng.chance(60) => {
                self.nested(node, inner.max(indent + 1))
            }
            Node::Seq(items) if !items.is_empty() && self.rng.chance(60) => self.nested(node, inner),
            Node::Prose(words) if self.rng.chance(30) => {
                let header = self.rng.pick(&[" >-", " |", " >", " |-"]);
                let words = words.clone();
                let lines: Vec<String> = words.chunks(1 + self.rng.below(3)).map(|line| line.join(" ")).collect();
                let indent = indent + 1 + self.rng.below(3);
                self.scalar_block(header, &lines, indent);
            }
            Node::Text(text) if fits_a_block(text) && self.rng.chance(40) => {
                let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
                let indent = indent + 1 + self.rng.below(3);
                self.scalar_block(" |-", &lines, indent);
            }
            _ => {
                self.out.push(' ');
                self.flow(node, indent + 1);
                if self.rng.chance(10) {
                    self.out.push_str("   # a comment: [with] \"signs\"");
                }
                self.out.push('\n');
            }
        }
    }

    fn nested(&mut self, node: &Node, indent: usize) {
        self.out.push('\n');
        self.block(node, indent, false);
    }

    fn scalar_block(&mut self, header: &str, lines: &[String], indent: usize) {
        self.out.push_str(header);
        self.out.push('\n');
        for line in lines {
            self.blanks(indent);
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    /// The node within one pair of brackets, or as a scalar of one line; further lines are at least so far in.
    fn flow(&mut self, node: &Node, indent: usize) {
        match node {
            Node::Raw(text) => self.out.push_str(text),
            Node::Text(text) => self.text(text),
            Node::Prose(words) => {
                let is_quoted = self.rng.chance(50) || !is_plain(&words.join(" "));
                let mut text = String::new();
                for (index, word) in words.iter().enumerate() {
                    let gaps: &[&str] = if is_quoted { &[" ", "  ", "\n", "\t "] } else { &[" ", "  "] };
                    text += if index > 0 { self.rng.pick(gaps) } else { "" };
                    text += word;
                }
                if is_quoted {
                    text += self.rng.pick(&["", "", "\n", " "]);
                    self.quoted(&text);
                } else {
                    self.out.push_str(&text);
                }
            }
            Node::Seq(items) => {
                self.out.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.gap(index, indent);
                    self.flow(item, indent);
                }
                self.close(items.is_empty(), ']');
            }
            Node::Map(entries) => {
                self.out.push('{');
                for (index, (key, value)) in entries.iter().enumerate() {
                    self.gap(index, indent);
                    self.key(key);
                    self.out.push(' ');
                    self.flow(value, indent);
                }
                self.close(entries.is_empty(), '}');
            }
        }
    }

    /// What stands before an entry of a flow collection.
    fn gap(&mut self, index: usize, indent: usize) {
        self.out.push_str(if index > 0 { "," } else { "" });
        if self.rng.chance(10) {
            self.out.push('\n');
            let indent = indent + self.rng.below(3);
            self.blanks(indent);
        } else if index > 0 || self.rng.chance(50) {
            self.out.push(' ');
        }
    }

    fn close(&mut self, is_empty: bool, bracket: char) {
        let has_comma = !is_empty && self.rng.chance(10);
        self.out.push_str(if has_comma { "," } else { "" });
        self.out.push_str(if self.rng.chance(50) { " " } else { "" });
        self.out.push(bracket);
    }

    fn key(&mut self, key: &str) {
        if is_plain(key) && self.rng.chance(80) {
            self.out.push_str(key)
        } else {
            self.quoted(key)
        }
        self.out.push(':');
    }

    fn text(&mut self, text: &str) {
        if is_plain(text) && self.rng.chance(50) { self.out.push_str(text) } else { self.quoted(text) }
    }

    fn quoted(&mut self, text: &str) {
        if !text.contains(char::is_control) && self.rng.chance(40) {
            self.out.push_str(&format!("'{}'", text.replace('\'', "''")));
            return;
        }
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\t' => self.out.push_str("\\t"),
                c if c.is_control() || (u32::from(c) < 0x1_0000 && self.rng.chance(10)) => {
                    self.out.push_str(&format!("\\u{:04X}", u32::from(c)));
                }
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    /// Comments and blank lines.
    fn noise(&mut self, indent: usize) {
        match self.rng.below(12) {
            0 => self.out.push('\n'),
            1 => {
                self.blanks(indent);
                self.out.push_str("# key: [ not a value\n");
            }
            _ => {}
        }
    }

    fn blanks(&mut self, count: usize) {
        self.out.push_str(&" ".repeat(count));
    }
}

/// Whether a text without quotes is read as itself, wherever it stands.
fn is_plain(text: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ' ';
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && text.chars().all(is_word)
        && !["true", "false", "null"].contains(&text.to_ascii_lowercase().as_str())
}

/// Whether a text may stand in a block after `|-`.
fn fits_a_block(text: &str) -> bool {
    let is_printable = |c: char| c == '\n' || !c.is_control();
    text.chars().all(is_printable) && text.split('\n').all(|line| !line.is_empty() && !line.starts_with(' '))
}
