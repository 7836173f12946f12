//! One small spec, and files beside it, for every problem that can be reported.

/// A spec with problems: what it shows, the spec (whole, or as changes to one without problems), and other files.
pub(crate) struct Fixture {
    pub(crate) name: &'static str,
    pub(crate) spec: Spec,
    pub(crate) files: &'static [(&'static str, &'static [u8])],
}

pub(crate) enum Spec {
    Changes(&'static str),
    Whole(&'static [u8]),
    Missing,
}

const fn changes(name: &'static str, changes: &'static str) -> Fixture {
    Fixture { name, spec: Spec::Changes(changes), files: &[] }
}

const fn whole(name: &'static str, spec: &'static [u8]) -> Fixture {
    Fixture { name, spec: Spec::Whole(spec), files: &[] }
}

const fn files(name: &'static str, changes: &'static str, files: &'static [(&'static str, &'static [u8])]) -> Fixture {
    Fixture { name, spec: Spec::Changes(changes), files }
}

/// Problems of YAML as such.
pub(crate) const YAML: &[Fixture] = &[
    whole("colon in a plain text", b"spec: 1\nabout: This: that\n"),
    whole("unquoted optional list", b"output:\n  tags: [string]?\n"),
    whole("unquoted optional map", b"output:\n  prices: {map: decimal}?\n"),
    whole("tab as indentation", b"input:\n\ttext: string\n"),
    whole("unclosed quote", b"name: \"read_receipt\nabout: x\n"),
    whole("unclosed bracket", b"modules: [text, money\nabout: x\n"),
    whole("reserved character", b"about: @home\n"),
    whole("indentation that fits nothing", b"rules:\n  - a\n - b\n"),
    whole("unknown anchor", b"about: *text\n"),
    whole("missing key before a colon", b": 1\n"),
    whole("sequence as a key", b"[a, b]: 1\n"),
    whole("directive", b"%YAML 1.1\n---\nspec: 1\n"),
    whole("control character", b"about: a\x07b\n"),
    Fixture { name: "no such spec", spec: Spec::Missing, files: &[] },
    whole("Latin-1", b"spec: 1\nname: caf\xE9\n"),
    whole("UTF-16", b"\xFF\xFEs\0p\0e\0c\0"),
    whole("a key twice", b"spec: 1\nname: a\nabout: b\nname: c\n"),
    changes("tag", "input: { zip: !!str string }"),
    changes("local tag", "examples: !include examples.yaml"),
    changes("alias of itself", "rules: &a [*a]"),
    changes(
        "billion laughs",
        "rules:\n  - &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n  - &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n  - &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n  - &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n  - &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\n  - &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]\n  - &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]",
    ),
    changes(
        "deep nesting",
        "rules: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    ),
    changes("merge key", "output:\n  <<: { total: decimal }"),
    whole("empty file", b""),
    whole("comments only", b"# to do\n"),
    whole("two documents", b"spec: 1\nname: a\n---\nname: b\n"),
    whole("text instead of a mapping", b"just some text\n"),
];

/// Problems of the keys beside types and examples.
pub(crate) const KEYS: &[Fixture] = &[
    changes("misspelt key", "exmaples: x.yaml"),
    changes("key of another world", "temperature: 0.7"),
    whole("everything is missing", b"rules: []\n"),
    changes("wrong version", "spec: 2"),
    changes("quoted version", "spec: \"1\""),
    changes("name in camel case", "name: ReadReceipt"),
    changes("name without a letter", "name: \"…\""),
    changes("name is a number", "name: 7"),
    changes("name is a keyword", "name: match"),
    changes("empty about", "about: \"  \""),
    changes("about is a mapping", "about: { it: reads }"),
    changes("rule with a colon", "rules:\n  - total: after rounding"),
    changes("rules as one text", "rules: Only one."),
    changes("empty rule", "rules: [\"\"]"),
    changes("misspelt kind", "kind: functoin"),
    changes("unknown kind", "kind: daemon"),
    changes("kind not built yet", "kind: workflow"),
    changes(
        "names that are one in WIT",
        "target: wasm\ntypes: { Run: { enum: [box_, box] }, LineItem: { record: { n: int } }, LINEItem: { record: { a: int, a_: int } } }\n\
         input: { text: string, text_: Run, a: LineItem, b: LINEItem }",
    ),
    changes("compliance not built yet", "compliance: [pci-dss, gdpr]"),
    changes("misspelt module", "modules: [text, date]"),
    changes("unknown module", "modules: [http]"),
    changes("module twice", "modules: [text, text]"),
    changes("modules as one text", "modules: text"),
    changes("percent without its sign", "accuracy: { at_least: 95 }"),
    changes("no accuracy at all", "accuracy: { at_least: 0 }"),
    changes("all held out by share", "accuracy: { held_out: 95% }"),
    changes("accuracy is a text", "accuracy: { at_least: high }"),
    changes("negative share", "accuracy: { held_out: -0.1 }"),
    changes("shares in other forms", "accuracy: { at_least: .5%, held_out: 1e1% }"),
    changes("share with a sign", "accuracy: { at_least: +95% }"),
    changes("misspelt key of accuracy", "accuracy: { atleast: 95% }"),
    changes("unknown count", "accuracy: { of: characters }"),
    changes("unknown word for what is unreached", "accuracy: { unreached: forbid }"),
    changes(
        "fields of an output without fields",
        "output: decimal\naccuracy: { of: fields }\nexamples: [{ input: { text: a }, output: 1 }]",
    ),
    changes("misspelt on_abstain", "on_abstain: errr"),
    changes("on_abstain without default", "on_abstain: {}"),
    changes("on_abstain is a number", "on_abstain: 0"),
    changes("default of the wrong type", "on_abstain: { default: { total: none } }"),
    changes("default breaks a condition", "ensures: [total >= 0]\non_abstain: { default: { total: -1 } }"),
    changes("condition that is none", "ensures:\n  - total => 0"),
    changes("condition with an unknown name", "ensures:\n  - \"totl >= 0\"\n  - >-\n    1 > totl"),
    changes("condition of other types", "ensures:\n  - total == \"x\""),
    changes("condition is a mapping", "ensures:\n  - total: positive"),
];

/// Problems of types and fields.
pub(crate) const TYPES: &[Fixture] = &[
    changes("misspelt type", "output: { total: decimel }"),
    changes("type of another world", "output: { total: \"[integer]?\" }"),
    changes("unknown type", "output: { total: Foo }"),
    changes("unknown type within a flow sequence", "output: { total: decimal, lines: [Line] }"),
    changes("generic type", "output: { total: Vec<int> }"),
    changes("list of two", "output: { total: [int, string] }"),
    changes("list of none", "output: { total: [] }"),
    changes("unclosed type", "output: { total: \"[int\" }"),
    changes("map without a type", "output: { total: \"{map}\" }"),
    changes("two question marks", "output: { total: int?? }"),
    changes("blanks around a type", "output: { total: \" int\", lines: \"[int] \", tags: \"[\\tint]\" }"),
    changes("types nested too deep in a text", "output: { total: \"[[[[[[[[[[[[[[[[[int]]]]]]]]]]]]]]]]]\" }"),
    changes("types nested too deep in sequences", "output: { total: [[[[[[[[[[[[[[[[[int]]]]]]]]]]]]]]]]] }"),
    changes("types nested too deep in both", "output: { total: { map: [[[[\"[[[[[[[[[[[[int]]]]]]]]]]]]\"]]]] } }"),
    changes("text after a type", "output: { total: decimal number }"),
    changes("nothing as a type", "output: { total: }"),
    changes("number as a type", "output: { total: 1 }"),
    changes("mapping as an item type", "output: { lines: [{ text: string }] }"),
    changes("type that is neither record nor enum", "types:\n  Line: { doc: A line. }"),
    changes("type that is both", "types:\n  Line: { record: { a: int }, enum: [a] }"),
    changes("type is a text", "types:\n  Line: string\noutput: { total: decimal, lines: [Line] }"),
    changes("type in snake case", "types:\n  line_item: { enum: [a] }\noutput: { total: line_item }"),
    changes(
        "type that is taken",
        "types:\n  Option: { enum: [a] }\n  Output: { enum: [a] }\n  Function: { enum: [a] }\n  SPEC: { enum: [a] }\noutput: { total: Option }",
    ),
    changes(
        "recursive type",
        "types:\n  Node: { record: { next: \"[Edge]?\" } }\n  Edge: { record: { to: { map: Node } } }\noutput: { total: Node }",
    ),
    changes("unused types", "types:\n  A: { record: { b: B } }\n  B: { enum: [x] }"),
    changes("record without fields", "types:\n  A: { record: {} }\noutput: { total: A }"),
    changes("enum without variants", "types:\n  A: { enum: [] }\noutput: { total: A }"),
    changes("input without fields", "input: {}"),
    changes("output without fields", "output: {}"),
    changes("input is a type", "input: string"),
    changes("variants that are one in Rust", "output: { total: { enum: [a1, a_1, b, b] } }"),
    changes("variants that are no names", "output: { total: { enum: [Paid, true, 1, self_, \"in transit\"] } }"),
    changes("variant without a text", "output: { total: { enum: [{ a: 1 }, { b: x, c: y }] } }"),
    changes("variant with an empty text", "output: { total: { enum: [{ a: \" \" }, b] } }"),
    changes("field in camel case", "output: { grossTotal: decimal }"),
    changes("field is a keyword", "output: { type: string }\ninput: { match: string, crate: string }"),
    changes("inline type whose name is taken", "output: { date: { enum: [past, future] }, function: { enum: [a] } }"),
    changes(
        "inline types that differ",
        "input: { text: string, status: { enum: [a] } }\noutput: { status: { enum: [a, b] } }",
    ),
    changes(
        "inline types with other docs",
        "input: { text: string, status: { enum: [a], doc: At first. } }\noutput: { status: { enum: [a], doc: At last. } }",
    ),
    changes(
        "inline type against a named one",
        "types:\n  Status: { enum: [a] }\ninput: { text: Status }\noutput: { status: { enum: [a, b] } }",
    ),
    changes("enum as the output", "output: { enum: [spam, ham] }"),
    changes("record as the output", "output: { record: { total: decimal } }"),
    changes("type with limits as the output", "output: { type: decimal, unit: MYR, min: 0 }"),
    changes("map with a doc as the output", "output: { map: decimal, doc: Prices by article. }"),
    changes("fields of the output called like keys", "output: { type: string, record: string, min: int, enum: bool }"),
    changes("field without a type", "output: { total: { doc: The amount. } }"),
    changes("field with two types", "output: { total: { type: int, enum: [a] } }"),
    changes("misspelt key of a field", "output: { total: { tpye: int } }"),
    changes("comma in a plain text", "output: { total: { type: int, doc: not taxed, not discounted } }"),
    changes("limit of a date", "output: { total: { type: date?, min: 2000, max: 2030 } }"),
    changes("limits the wrong way round", "output: { total: { type: decimal, min: 10, max: 1.5 } }"),
    changes("limit is a text", "output: { total: { type: int, min: \"0\" } }"),
    changes("length below zero", "output: { total: { type: string, min: -1, max: 1.5 } }"),
    changes("empty doc and unit", "output: { total: { type: int, doc: \"\", unit: 1 } }"),
    changes("duplicate field", "output: { total: int, total: decimal }"),
];

/// Problems of examples and their files.
pub(crate) const EXAMPLES: &[Fixture] = &[
    changes("no examples", "examples: []"),
    changes("examples is a number", "examples: 7"),
    changes("entry is a number", "examples: [7]"),
    changes("glob out of the folder", "examples: [../x/*.yaml, /etc/*.yaml, \"a/{b,..}/*.yaml\"]"),
    changes("malformed globs", "examples: [\"a/[b.yaml\", \"a/{b.yaml\", 'a\\*.yaml', \"!a*\", ./]"),
    changes("glob that matches nothing", "examples: examples/*.yaml"),
    files("glob with a misspelt folder", "examples: exmaples/*.yaml", &[("examples/a.yaml", b"")]),
    files("glob over other files", "examples: \"*\"", &[("notes.txt", b"x")]),
    changes("missing file", "examples: examples/receipt.yaml"),
    files(
        "misspelt key of an entry",
        "examples: [{ files: e.yaml, heldout: true }]",
        &[("e.yaml", b"input: { text: a }\noutput: { total: 1 }\n")],
    ),
    changes("files is a list", "examples: [{ files: [a.yaml], held_out: maybe }]"),
    files(
        "empty files",
        "examples: \"e/*\"",
        &[("e/a.yaml", b"# none\n"), ("e/b.jsonl", b"\n\n"), ("e/c.json", b"[]")],
    ),
    files(
        "file that is not YAML",
        "examples: \"e/*\"",
        &[("e/a.json", b"{\"input\": {\"text\": \"a\"}, \"output\": }\n]")],
    ),
    files("file that is not UTF-8", "examples: \"e/*\"", &[("e/a.yaml", b"input:\n  text: caf\xE9\n")]),
    files(
        "line that is not JSON",
        "examples: \"e/*\"",
        &[("e/a.jsonl", b"{\"input\":{\"text\":\"a\"},\"output\":{\"total\":1}}\n{\"input\":{\"text\":\"b\"\n")],
    ),
    files(
        "file matched twice",
        "examples: [e/a.yaml, { files: \"e/*\", held_out: true }]",
        &[(
            "e/a.yaml",
            b"- { input: { text: a }, output: { total: 1 } }\n- { input: { text: b }, output: { total: 1 } }\n",
        )],
    ),
    changes("example without input", "examples: [{ output: { total: 1 } }]"),
    changes("example without output", "examples: [{ input: { text: a } }]"),
    changes("example with both", "examples: [{ input: { text: a }, output: { total: 1 }, abstain: true }]"),
    changes("example with fields of its own", "examples: [{ text: a, total: 1 }]"),
    changes("abstain is false", "examples: [{ input: { text: a }, abstain: false }]"),
    changes("abstain without a field", "examples: [{ input: { text: a }, abstain: {} }]"),
    changes("abstain on a misspelt field", "examples: [{ input: { text: a }, abstain: { field: totl } }]"),
    changes("abstain on another field", "examples: [{ input: { text: a }, abstain: { field: vendor } }]"),
    changes(
        "contradiction",
        "examples:\n  - { input: { text: a }, output: { total: 1 } }\n  - { input: { text: a }, output: { total: 2 } }",
    ),
    files(
        "contradiction across files",
        "examples: \"e/*\"",
        &[
            ("e/a.yaml", b"input:\n  text: a\noutput:\n  total: 1.0\n"),
            ("e/b.yaml", b"input:\n  text: a\nabstain: true\n"),
        ],
    ),
    changes(
        "the same example twice",
        "examples:\n  - { input: { text: a }, output: { total: 1 } }\n  - { input: { text: a }, output: { total: 1.00 } }",
    ),
    files(
        "output breaks a condition",
        "ensures: [total >= 0, total < 10]\nexamples: \"e/*\"",
        &[("e/a.yaml", b"input:\n  text: a\noutput:\n  total: -1\n")],
    ),
    changes("all held out", "examples: [{ input: { text: a }, output: { total: 1 }, held_out: true }]"),
    changes("all held out by rounding", "accuracy: { held_out: 80% }"),
    changes("none held out by rounding", "accuracy: { held_out: 20% }"),
];

/// Problems of values. The output's fields cover all types.
pub(crate) const VALUES: &[Fixture] = &[
    changes(
        "wrong types",
        concat!(
            "output:\n  a: string\n  b: int\n  c: decimal\n  d: float\n  e: bool\n  f: date\n  g: time\n  h: datetime\n  i: bytes\n  j: [int]\n  k: { map: int }\n  l: { enum: [x] }\n  m: { record: { n: int } }\n",
            "examples:\n  - input: { text: [a] }\n    output:\n      a: { b: c }\n      b: \"1\"\n      c: RM 9.90\n      d: \"1.5\"\n      e: yes\n      f: 20240101\n      g: 12\n      h: 5\n      i: 1\n      j: 1\n      k: [1]\n      l: 1\n      m: 1",
        ),
    ),
    changes(
        "missing and unknown fields",
        "output: { total: decimal, company: string?, paid: bool }\nexamples:\n  - { input: {}, output: { total: 1 } }\n  - { input: { txt: a, text: b }, output: { totl: 1, paid: true } }\n  - { input: { text: c }, output: { vendor: x, total: 1, paid: true } }",
    ),
    changes(
        "path into lists and records",
        "types:\n  Line: { record: { amount: decimal, tags: { map: [int] } } }\noutput: { lines: [Line] }\nexamples:\n  - input: { text: a }\n    output:\n      lines:\n        - { amount: 1, tags: { a: [1] } }\n        - { amount: x, tags: { a: [1, y] } }\n        - { tags: {} }\n        - { amount: 1, tag: {} }",
    ),
    changes(
        "absent values",
        "output: { total: decimal, company: string, who: { enum: [me] } }\nexamples:\n  - input: { text: ~ }\n    output:\n      total:\n      company: null\n      who: ~",
    ),
    changes(
        "limits of a record",
        "types:\n  Line: { record: { amount: { type: decimal, min: 0 } } }\noutput: { lines: [Line] }\nexamples:\n  - { input: { text: a }, output: { lines: [{ amount: 1 }, { amount: -1 }] } }",
    ),
    changes(
        "limits",
        "output:\n  a: { type: int, min: 1, max: 5 }\n  b: { type: \"decimal?\", max: 1.5 }\n  c: { type: float, min: 0.1 }\n  d: { type: string, min: 1, max: 3 }\n  e: { type: [int], max: 1 }\n  f: { map: int, min: 1 }\n  g: { type: bytes, min: 2 }\nexamples:\n  - { input: { text: a }, output: { a: 0, b: 1.51, c: 0.09, d: \"äöüß\", e: [1, 2], f: {}, g: AA== } }",
    ),
    changes(
        "numbers that do not fit",
        "output: { a: int, b: int, c: int, d: decimal, e: decimal, f: decimal, g: float, h: float, i: decimal }\nexamples:\n  - { input: { text: a }, output: { a: 9223372036854775808, b: 1.0, c: 1.5, d: 79228162514264337593543950336, e: 0.00000000000000000000000000001, f: 1e99, g: .nan, h: 1e999, i: \"1,234.50\" } }",
    ),
    changes(
        "dates and times",
        "output: { a: date, b: date, c: time, d: datetime, e: datetime }\nexamples:\n  - { input: { text: a }, output: { a: 29/02/2024, b: 2023-02-29, c: \"1:45 pm\", d: 2024-02-29, e: \"2024-02-29T13:45:00Z\" } }",
    ),
    changes("base64", "output: { a: bytes }\nexamples:\n  - { input: { text: a }, output: { a: \"_-8\" } }"),
    changes(
        "strings without quotes",
        "input: { zip: string, paid: string }\nexamples:\n  - { input: { zip: 01234, paid: true }, output: { total: 1 } }",
    ),
    changes(
        "variants",
        "output: { status: { enum: [not_given, paid] } }\nexamples:\n  - { input: { text: a }, output: { status: Paid } }\n  - { input: { text: b }, output: { status: lost } }",
    ),
    changes(
        "bools as text",
        "output: { a: bool, b: bool, c: bool }\nexamples:\n  - { input: { text: a }, output: { a: \"no\", b: \"On\", c: maybe } }",
    ),
    changes(
        "duplicate keys of a map",
        "output: { a: { map: int } }\nexamples:\n  - { input: { text: a }, output: { a: { x: 1, x: 2 } } }",
    ),
];

/// All of them, by topic.
pub(crate) const ALL: &[(&str, &[Fixture])] =
    &[("yaml", YAML), ("keys", KEYS), ("types", TYPES), ("examples", EXAMPLES), ("values", VALUES)];
