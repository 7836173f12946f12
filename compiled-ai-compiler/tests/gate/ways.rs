//! Ways that a value of the input takes through a candidate into HTML: each is followed to its end, where the value is refused as it
//! came and accepted when it was escaped first.
//!
//! A way is what stands beside `run` (`item`), what is declared (`let`), what each line `key=value` of the input does (`each`) and what is
//! shown at the end (`show`).

use super::cases::bare;
use super::shown;

const VALUES: &str = include_str!("ways/values.txt");
const REFERENCES: &str = include_str!("ways/references.txt");

fn file(way: &str, first: &str) -> String {
    let of = |field: &str| {
        let lines = way.lines().filter_map(|line| line.strip_prefix(field)?.strip_prefix(": "));
        lines.collect::<Vec<_>>().join("\n")
    };
    let (items, declared, each, shown) = (of("item"), of("let"), of("each"), of("show"));
    let map = if way.contains("BTreeMap::new") { "use std::collections::BTreeMap;\n" } else { "" };
    format!(
        "{map}{items}\n\
         pub fn run(input: &str) -> String {{\n\
         {declared}\n\
         for line in input.lines() {{\n\
         if let Some((key, value)) = line.split_once('=') {{\n{first}\n{each}\nlet _ = key;\n}}\n\
         }}\n\
         let mut out = String::from(\"<table>\");\n\
         {shown}\n\
         out + \"</table>\"\n\
         }}\n\
         fn escape(text: &str) -> String {{\n\
         text.replace('&', \"&amp;\").replace('<', \"&lt;\").replace('>', \"&gt;\").replace('\"', \"&quot;\")\n\
         }}\n"
    )
}

/// What is wrong with the verdicts on the ways, of which there are at least so many.
fn problems(ways: &str, least: usize) -> String {
    let ways: Vec<&str> = ways.split("\n\n").collect();
    assert!(ways.len() >= least, "{} ways", ways.len());
    let mut problems = String::new();
    for way in ways {
        match bare(&file(way, "")) {
            Err(refusals) if refusals.iter().all(|refusal| refusal.message.contains("HTML is built")) => {}
            Err(refusals) => problems += &format!("refused for something else:\n{way}\n{}\n", shown(&refusals)),
            Ok(_) => problems += &format!("accepted:\n{way}\n\n"),
        }
        if let Err(refusals) = bare(&file(way, "let value: &str = &escape(value);")) {
            problems += &format!("refused although escaped:\n{way}\n{}\n", shown(&refusals));
        }
    }
    problems
}

#[test]
fn what_becomes_of_a_value_is_followed() {
    let problems = problems(VALUES, 80);
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn what_is_changed_through_a_reference_is_followed() {
    let problems = problems(REFERENCES, 32);
    assert!(problems.is_empty(), "{problems}");
}
