//! What comes of specs without errors: types, values, examples, and what was read.

mod support;

use std::path::PathBuf;

use compiled_ai_core::files::Memory;
use compiled_ai_core::load::load;
use compiled_ai_core::spec::{Count, Expected, OnAbstain, Shape, Spec, Type, Unreached};
use compiled_ai_core::split::split;
use compiled_ai_core::value::Value;
use support::{load_files, load_text, rendered, spec};

const FULL: &str = r#"
spec: 1
name: read_invoice
about: >-
  Read an invoice.
kind: function
types:
  Line:
    doc: A line of the invoice.
    record:
      text: string
      amount: { type: decimal, unit: EUR, min: 0 }
      tags: "[string]?"
  Status:
    enum: [paid, { open: Not paid yet. }]
input:
  text: string
  previous: "[Line]?"
output:
  lines: [Line]
  status: Status?
  rates: { map: decimal }
  by_day: { map: [date], doc: Days by name., min: 1 }
  currency: { enum: [eur, usd], doc: What it is in. }
  party: { record: { name: string, since: datetime } }
  parts: [{ record: { at: time } }]
  type_: int
rules:
  - Read it.
ensures:
  - type_ >= 0
examples:
  - held_out: false
    input: { text: a }
    output: &out
      lines: [{ text: x, amount: "1.50" }, { text: y, amount: 2, tags: [a, "b"] }]
      status: open
      rates: { vat: 0.19, 7: 1e-1 }
      by_day: { mon: [2024-01-01] }
      currency: eur
      party: { name: N, since: 2024-01-01 10:00 }
      parts: [{ at: 10:00 }]
      type_: -0
  - input: { text: "", previous: [] }
    output: *out
  - input: { text: b, previous: ~ }
    abstain: { field: lines }
  - { input: { text: c }, abstain: true, held_out: true }
accuracy: { at_least: 97.5%, held_out: 0.25, of: fields, unreached: acknowledge }
on_abstain: call
modules: [text, dates]
target: rust
"#;

fn full() -> Spec {
    let loaded = load_text(FULL);
    assert_eq!(rendered(&loaded), "");
    loaded.spec.expect("no errors")
}

#[test]
fn types_of_every_form() {
    let spec = full();
    let output = match &spec.types["Output"].shape {
        Shape::Record(fields) => fields,
        Shape::Enum(_) => panic!("an output of fields is a record"),
    };
    let types: Vec<String> = output.iter().map(|field| format!("{}: {}", field.name, field.ty)).collect();
    assert_eq!(
        types,
        [
            "lines: [Line]",
            "status: Status?",
            "rates: {map: decimal}",
            "by_day: {map: [date]}",
            "currency: Currency",
            "party: Party",
            "parts: [Parts]",
            "type_: int"
        ]
    );
    assert_eq!(spec.output, Type::Named("Output".to_owned()));
    assert_eq!(spec.types.keys().collect::<Vec<_>>(), ["Currency", "Line", "Output", "Parts", "Party", "Status"]);
    assert_eq!(output[3].doc.as_deref(), Some("Days by name."));
    assert_eq!(output[3].min, Some(1.into()));
    assert_eq!(spec.types["Line"].doc.as_deref(), Some("A line of the invoice."));
    let Shape::Enum(variants) = &spec.types["Status"].shape else { panic!("an enum") };
    assert_eq!(variants[1].doc.as_deref(), Some("Not paid yet."));
}

#[test]
fn values_keep_their_digits_and_defaults() {
    let spec = full();
    let Expected::Output(Value::Record(output)) = &spec.examples[0].expected else { panic!("an output") };
    let Value::List(lines) = &output["lines"] else { panic!("a list") };
    let Value::Record(line) = &lines[0] else { panic!("a record") };
    let Value::Decimal(amount) = &line["amount"] else { panic!("a decimal") };
    assert_eq!(amount.to_string(), "1.50");
    assert_eq!(line["tags"], Value::Null);
    assert_eq!(output["status"], Value::Enum("open".to_owned()));
    let Value::Map(rates) = &output["rates"] else { panic!("a map") };
    assert_eq!(rates.keys().collect::<Vec<_>>(), ["7", "vat"]);
    assert_eq!(rates["7"], Value::Decimal("0.1".parse().expect("a decimal")));
    assert_eq!(output["type_"], Value::Int(0));
    assert_eq!(spec.examples[0].input["previous"], Value::Null);
    assert_eq!(spec.examples[1].input["previous"], Value::List(vec![]));
    assert_eq!(spec.examples[1].expected, spec.examples[0].expected);
}

#[test]
fn settings_and_examples() {
    let spec = full();
    assert_eq!(spec.about, "Read an invoice.");
    assert_eq!(spec.accuracy.at_least.to_string(), "0.975");
    assert_eq!(spec.accuracy.held_out.to_string(), "0.25");
    assert_eq!(spec.accuracy.of, Count::Fields);
    assert_eq!(spec.accuracy.unreached, Unreached::Acknowledge);
    assert_eq!(spec.on_abstain, OnAbstain::Call);
    assert_eq!(spec.ensures[0].text, "type_ >= 0");
    let held_out: Vec<_> = spec.examples.iter().map(|example| example.held_out).collect();
    assert_eq!(held_out, [Some(false), None, None, Some(true)]);
    assert_eq!(spec.examples[2].expected, Expected::Abstain { field: Some("lines".to_owned()) });
    assert_eq!(spec.examples[3].expected, Expected::Abstain { field: None });
    let ids: Vec<&str> = spec.examples.iter().map(|example| example.id.as_str()).collect();
    assert_eq!(ids, ["a.yaml:33", "a.yaml:44", "a.yaml:46", "a.yaml:48"]);
    assert!(spec.keys.contains_key("accuracy"));
}

#[test]
fn files_of_every_format_in_the_order_of_their_paths() {
    let one = |text: &str| format!("{{\"input\":{{\"text\":\"{text}\"}},\"output\":{{\"total\":1.50}}}}");
    let spec = spec("examples: [\"e/**/*\", { files: \"held/{a,b}.yml\", held_out: true }, single.yaml]");
    let jsonl = format!("\u{feff}{}\r\n\n  {}\n", one("l1"), one("l2"));
    let loaded = load_files(&[
        ("a.yaml", spec.as_bytes()),
        ("e/z.yaml", b"--- # two documents\ninput: { text: z1 }\noutput: { total: 1 }\n---\ninput: { text: z2 }\nabstain: true\n...\n"),
        ("e/B.JSON", format!("[\n{},\n\t{}\n]\n", one("j1"), one("j\\ud83d\\ude00\\/")).as_bytes()),
        ("e/sub/one.json", one("one").as_bytes()),
        ("e/a.jsonl", jsonl.as_bytes()),
        ("e/seq.yaml", b"- input: { text: s1 }\n  output: { total: 1 }\n- input: { text: s2 }\n  output: { total: 1 }\n"),
        ("e/README.md", b"not an example"),
        ("e/.hidden.yaml", b"not an example"),
        ("e/.git/x.yaml", b"not an example"),
        ("held/a.yml", b"input: { text: h1 }\noutput: { total: 1 }\nheld_out: false\n"),
        ("held/b.yml", b"input: { text: h2 }\noutput: { total: 1 }\n"),
        ("held/c.yml", b"not an example"),
        ("single.yaml", b"input: { text: single }\noutput: { total: 1 }\n"),
    ]);
    assert_eq!(rendered(&loaded), "");
    let examples = &loaded.spec.as_ref().expect("no errors").examples;
    let ids: Vec<&str> = examples.iter().map(|example| example.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "e/B.JSON:2",
            "e/B.JSON:3",
            "e/a.jsonl:1",
            "e/a.jsonl:3",
            "e/seq.yaml:1",
            "e/seq.yaml:3",
            "e/sub/one.json",
            "e/z.yaml:2",
            "e/z.yaml:5",
            "held/a.yml",
            "held/b.yml",
            "single.yaml"
        ]
    );
    assert_eq!(examples[1].input["text"], Value::String("j😀/".to_owned()));
    assert_eq!(examples[9].held_out, Some(false));
    assert_eq!(examples[10].held_out, Some(true));
    assert_eq!(loaded.files[0], PathBuf::from("specs/a.yaml"));
    assert_eq!(loaded.files.len(), 9);
    assert_eq!(loaded.directories, ["specs/e", "specs/e/sub", "specs/held"].map(PathBuf::from));
}

#[test]
fn a_glob_over_the_folder_of_the_spec_leaves_the_spec_out() {
    let spec = spec("examples: \"*.yaml\"");
    let loaded = load_files(&[("a.yaml", spec.as_bytes()), ("b.yaml", b"input: { text: a }\noutput: { total: 1 }\n")]);
    assert_eq!(rendered(&loaded), "");
}

#[test]
fn what_was_looked_for_is_reported_for_the_build_script_even_if_it_is_not_there() {
    let spec = spec("examples: [missing/*.yaml, gone.yaml]");
    let loaded = load_files(&[("a.yaml", spec.as_bytes())]);
    assert_eq!(loaded.files, ["specs/a.yaml", "specs/gone.yaml"].map(PathBuf::from));
    assert_eq!(loaded.directories, [PathBuf::from("specs/missing")]);
}

#[test]
fn both_parts_are_checked_as_they_are_split() {
    // The warning and the split must round alike.
    for share in ["10%", "20%", "30%", "49%", "50%", "51%", "70%", "74%", "75%", "76%", "90%"] {
        for count in 1..6 {
            let examples: String = (0..count)
                .map(|index| format!("\n  - {{ input: {{ text: t{index} }}, output: {{ total: 1 }} }}"))
                .collect();
            let loaded = load_text(&spec(&format!("accuracy: {{ held_out: {share} }}\nexamples:{examples}")));
            let codes: Vec<&str> = loaded.diagnostics.iter().map(|diagnostic| diagnostic.code.0).collect();
            match &loaded.spec {
                Some(spec) => {
                    let parts = split(spec);
                    assert!(!parts.shown.is_empty(), "{share} of {count}");
                    assert_eq!(codes.contains(&"CAI0125"), parts.held_out.is_empty(), "{share} of {count}");
                }
                None => assert_eq!(codes, ["CAI0124"], "{share} of {count}"),
            }
        }
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let text = format!("\u{feff}{}", spec("").replace('\n', "\r\n"));
    assert_eq!(rendered(&load_text(&text)), "");
}

#[test]
fn a_spec_in_the_current_folder() {
    let files = Memory::default()
        .with("a.yaml", spec("examples: e.yaml"))
        .with("e.yaml", "input: {text: a}\noutput: {total: 1}");
    let loaded = load(&files, "a.yaml".as_ref(), "a.yaml");
    assert_eq!(rendered(&loaded), "");
    assert_eq!(loaded.files, ["a.yaml", "e.yaml"].map(PathBuf::from));
}

#[test]
fn many_examples_cost_time_in_proportion() {
    let time = |count: usize| {
        let lines: String = (0..count)
            .map(|line| format!("{{\"input\":{{\"text\":\"{line}\"}},\"output\":{{\"total\":{line}}}}}\n"))
            .collect();
        let spec = spec("examples: a.jsonl");
        let started = std::time::Instant::now();
        let loaded = load_files(&[("a.yaml", spec.as_bytes()), ("a.jsonl", lines.as_bytes())]);
        assert_eq!(loaded.spec.map(|spec| spec.examples.len()), Some(count));
        started.elapsed()
    };
    // Quadratic work would take 256 times as long, not 16; the machine may be busy, so the bound is wide.
    let (few, many) = (time(1_000), time(16_000));
    println!("1k {few:?} 16k {many:?}");
    assert!(many < few * 100 + std::time::Duration::from_secs(1), "{few:?} for 1,000, {many:?} for 16,000");
}
