//! The corpora.

use compiled_ai_core::codes::gate::{CHARACTER, LIMIT};

use super::{files, gate, shown};

#[test]
fn every_hostile_file_is_refused_by_its_layer_and_for_its_weakness() {
    let files = files("hostile");
    assert!(files.len() >= 60, "{} files", files.len());
    let mut problems = String::new();
    for (path, source) in &files {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let first = source.lines().next().unwrap_or_default();
        let field = |key: &str| {
            let value = first.trim_start_matches("// ").split("; ").find_map(|part| part.strip_prefix(key));
            value.map(|value| value.trim().to_owned()).unwrap_or_default()
        };
        let (cwe, layer) = (field("cwe:"), field("layer:"));
        if field("class:").is_empty() || !["gate", "lexical"].contains(&layer.as_str()) {
            problems += &format!("{name}: first line `{first}`\n");
        }
        match gate(source) {
            Ok(_) => problems += &format!("{name}: accepted\n"),
            Err(refusals) => {
                let is_lexical = refusals.iter().all(|refusal| [CHARACTER, LIMIT].contains(&refusal.code));
                let has_cwe = cwe == "none"
                    || refusals.iter().any(|refusal| refusal.cwe.map(|n| n.to_string()) == Some(cwe.clone()));
                if is_lexical != (layer == "lexical") || !has_cwe {
                    problems += &format!("{name}: expected {layer}, CWE {cwe}\n{}", shown(&refusals));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn every_benign_file_is_accepted_in_a_form_that_stays_as_it_is() {
    let files = files("benign");
    assert!(files.len() >= 40, "{} files", files.len());
    let mut problems = String::new();
    for (path, source) in &files {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match gate(source) {
            Err(refusals) => problems += &format!("{name}\n{}", shown(&refusals)),
            Ok(accepted) => match gate(&accepted.source) {
                Ok(again) if again == accepted => {}
                Ok(again) => problems += &format!("{name}: changes again\n{}\n", again.source),
                Err(refusals) => problems += &format!("{name}: its printed form is refused\n{}", shown(&refusals)),
            },
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn refusals_point_into_the_source() {
    for (path, source) in files("hostile") {
        for refusal in gate(&source).err().unwrap_or_default() {
            let lines = source.lines().count().max(1);
            let place = (refusal.line, refusal.column) <= (refusal.end_line, refusal.end_column);
            assert!(place && (1..=lines + 1).contains(&refusal.line), "{}: {refusal:?}", path.display());
            assert!(!refusal.message.ends_with('.') && !refusal.help.is_empty(), "{refusal:?}");
        }
    }
}
