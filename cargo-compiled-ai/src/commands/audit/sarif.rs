//! The findings of an audit in SARIF 2.1.0, as services for code scanning read it.

use std::collections::{BTreeMap, BTreeSet};

use compiled_ai_core::codes;
use compiled_ai_core::codes::validation::UNREACHED;
use compiled_ai_core::hash::Hash;
use serde_json::{Value, json};

use super::report::cwe_page;
use super::{Judged, Problem, Region, Verdict};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// The base of relative paths: the place where the command ran, which in CI is the repository.
const BASE: &str = "%SRCROOT%";

/// A log of one run.
pub(super) fn log(judged: &[Judged]) -> Value {
    let notes: Vec<(&Judged, Problem)> = judged
        .iter()
        .flat_map(|one| one.unreached.iter().map(move |entry| (one, Problem::of_the_unreached(entry))))
        .collect();
    let findings: Vec<(&Judged, &Problem)> = judged
        .iter()
        .flat_map(|one| match &one.verdict {
            Verdict::Refused(problems) => problems.iter().map(|problem| (one, problem)).collect(),
            Verdict::Accepted | Verdict::Unjudged(_) => vec![],
        })
        .chain(notes.iter().map(|(one, problem)| (*one, problem)))
        .collect();
    let mut rules: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for (_, problem) in &findings {
        rules.entry(problem.code.0).or_default().extend(problem.cwe);
    }
    let weaknesses: BTreeSet<u32> = rules.values().flatten().copied().collect();
    let ids: Vec<&str> = rules.keys().copied().collect();
    let mut seen = BTreeMap::new();
    let results: Vec<Value> = findings.iter().map(|(one, problem)| result(one, problem, &ids, &mut seen)).collect();
    let unjudged: Vec<Value> = judged.iter().filter_map(notification).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "compiled-ai",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "supportedTaxonomies": [{ "name": "CWE" }],
                "rules": rules.iter().map(|(code, cwes)| rule(code, cwes)).collect::<Vec<_>>(),
            } },
            "invocations": [{
                "executionSuccessful": unjudged.is_empty(),
                "toolExecutionNotifications": unjudged,
            }],
            "columnKind": "unicodeCodePoints",
            "results": results,
            "taxonomies": [{
                "name": "CWE",
                "organization": "MITRE",
                "informationUri": "https://cwe.mitre.org/",
                "shortDescription": { "text": "Common Weakness Enumeration" },
                "taxa": weaknesses
                    .iter()
                    .map(|cwe| json!({ "id": cwe.to_string(), "helpUri": cwe_page(*cwe) }))
                    .collect::<Vec<_>>(),
            }],
        }],
    })
}

/// A code with its page.
fn rule(code: &str, cwes: &BTreeSet<u32>) -> Value {
    let (title, page) = codes::explain(code).map_or(("", ""), |explained| (explained.title, explained.page));
    let text = page.split_once('\n').map_or("", |(_, text)| text.trim());
    let first = text.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    let tags: Vec<String> = std::iter::once("security".to_owned())
        .chain(cwes.iter().map(|cwe| format!("external/cwe/cwe-{cwe:03}")))
        .collect();
    json!({
        "id": code,
        "shortDescription": { "text": title },
        "fullDescription": { "text": first },
        "help": { "text": text, "markdown": text },
        "defaultConfiguration": { "level": level(code) },
        "properties": { "tags": tags },
    })
}

/// What nothing reaches is there to be read; everything else refuses a file.
fn level(code: &str) -> &'static str {
    if code == UNREACHED.0 { "note" } else { "error" }
}

/// `seen` counts findings that are alike, so that their fingerprints differ.
fn result(judged: &Judged, problem: &Problem, ids: &[&str], seen: &mut BTreeMap<String, usize>) -> Value {
    let message: Vec<&str> =
        [&problem.message].into_iter().chain(&problem.notes).chain(&problem.help).map(String::as_str).collect();
    let line = problem.at.and_then(|at| judged.source.lines().nth(at.line.saturating_sub(1))).unwrap_or_default();
    let print = Hash::of(format!("{}\n{}\n{}", problem.code, judged.file, line.trim())).short().to_string();
    let count = seen.entry(print.clone()).or_default();
    *count += 1;
    let mut result = json!({
        "ruleId": problem.code.0,
        "ruleIndex": ids.iter().position(|id| *id == problem.code.0),
        "level": level(problem.code.0),
        "message": { "text": message.join("\n") },
        "locations": [{ "physicalLocation": {
            "artifactLocation": location(&judged.file),
            "region": region(problem.at),
        } }],
        "partialFingerprints": { "codeAndLine/v1": format!("{print}:{count}") },
    });
    if let Some(cwe) = problem.cwe {
        result["taxa"] = json!([{ "id": cwe.to_string(), "toolComponent": { "name": "CWE" } }]);
    }
    result
}

/// Says that a file could not be judged.
fn notification(judged: &Judged) -> Option<Value> {
    let Verdict::Unjudged(failure) = &judged.verdict else { return None };
    Some(json!({
        "level": "error",
        "descriptor": { "id": failure.code.0 },
        "message": { "text": failure.message },
        "locations": [{ "physicalLocation": { "artifactLocation": location(&judged.file) } }],
    }))
}

/// What concerns a file as a whole is shown at its first line.
fn region(at: Option<Region>) -> Value {
    match at {
        None => json!({ "startLine": 1 }),
        Some(at) if (at.line, at.column) == (at.end_line, at.end_column) => {
            json!({ "startLine": at.line, "startColumn": at.column })
        }
        Some(at) => json!({
            "startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column,
        }),
    }
}

/// A path as a URI: relative to the base, or absolute.
fn location(file: &str) -> Value {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let encode = |path: &str| -> String {
        path.bytes()
            .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
            .collect()
    };
    match file.strip_prefix('/') {
        Some(absolute) => json!({ "uri": format!("file:///{}", encode(absolute)) }),
        // The drive of a path on Windows keeps its colon.
        None => match file.split_once(":/") {
            Some((drive, rest)) if drive.len() == 1 => json!({ "uri": format!("file:///{drive}:/{}", encode(rest)) }),
            _ => json!({ "uri": encode(file), "uriBaseId": BASE }),
        },
    }
}
