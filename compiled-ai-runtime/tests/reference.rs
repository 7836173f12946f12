//! The reference texts in `kit-docs` say exactly what the sources offer: every public function, struct and enum with its
//! signature, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const MODULES: [&str; 6] = ["text", "money", "dates", "table", "similarity", "words"];

#[test]
fn every_public_item_is_listed_and_every_listed_item_exists() {
    for module in MODULES {
        let (offered, listed) = (offered(module), listed(module));
        let missing: Vec<_> = offered.difference(&listed).collect();
        let unknown: Vec<_> = listed.difference(&offered).collect();
        assert!(missing.is_empty(), "kit-docs/{module}.md lacks {missing:#?}; it has {unknown:#?}");
        assert!(unknown.is_empty(), "kit-docs/{module}.md lists what `{module}` does not offer: {unknown:#?}");
        assert!(offered.len() > 5, "{module}: {offered:?}");
    }
}

#[test]
fn what_is_listed_is_exported() {
    for module in MODULES.into_iter().filter(|module| *module != "similarity") {
        let exports = fs::read_to_string(kit().join(module).join("mod.rs")).unwrap();
        for item in listed(module).iter().filter(|item| !item.contains("::")) {
            let name = item.split(|c: char| !(c.is_alphanumeric() || c == '_')).nth(1).unwrap();
            let named = exports.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name);
            assert!(named, "{module}::{name} is not exported");
        }
    }
}

#[test]
fn the_texts_are_short() {
    for module in MODULES.into_iter().chain(["values"]) {
        let limit = if module == "text" { 4096 } else { 3072 };
        let (text, notes) = (reference(module), |line: &str| line.find("<!--").map_or(0, |at| line.len() - at));
        let told = text.len() - text.lines().map(notes).sum::<usize>();
        assert!(told <= limit, "kit-docs/{module}.md is longer than {limit} bytes");
    }
}

#[test]
fn every_function_says_what_calls_for_it() {
    for module in MODULES {
        for line in reference(module).lines().filter(|line| line.starts_with("- `")) {
            let is_type = line.starts_with("- `struct ") || line.starts_with("- `enum ");
            let note = line
                .split_once("<!-- ")
                .map(|(_, note)| note.trim_end_matches(" -->").split('|').next().unwrap().trim());
            let has_words = note.is_some_and(|note| !note.trim_start_matches('~').is_empty());
            assert_eq!(has_words, !is_type, "{module}: {line}");
        }
    }
}

fn kit() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/kit")
}

fn reference(module: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("kit-docs/{module}.md"))).unwrap()
}

/// The items that the reference lists: the code that a list entry begins with.
fn listed(module: &str) -> BTreeSet<String> {
    let text = reference(module);
    let entries = text.lines().filter_map(|line| line.strip_prefix("- `"));
    entries.map(|entry| entry.split('`').next().unwrap().to_string()).collect()
}

/// The public items of the sources, in the spelling of the reference.
fn offered(module: &str) -> BTreeSet<String> {
    let mut files = vec![kit().join(format!("{module}.rs"))];
    if let Ok(folder) = fs::read_dir(kit().join(module)) {
        files.extend(folder.map(|entry| entry.unwrap().path()));
    }
    let mut items = BTreeSet::new();
    for source in files.iter().filter_map(|file| fs::read_to_string(file).ok()) {
        let source = source.split("#[cfg(test)]").next().unwrap();
        for (at, _) in source.match_indices("pub fn ") {
            let signature = source[at + 4..].split(" {\n").next().unwrap();
            let owner =
                if source[..at].ends_with("    ") { format!("{}::", owner_of(&source[..at])) } else { String::new() };
            items.insert(plain(signature, &owner));
        }
        for kind in ["pub struct ", "pub enum "] {
            for (at, _) in source.match_indices(kind) {
                let body = source[at + 4..].split("\n}").next().unwrap();
                let fields = body.lines().filter(|line| !line.trim_start().starts_with("//"));
                items.insert(plain(&(fields.collect::<Vec<_>>().join(" ") + "}"), ""));
            }
        }
    }
    items
}

/// The type of the last `impl` block that `before` opens.
fn owner_of(before: &str) -> &str {
    let block = &before[before.rfind("\nimpl").unwrap()..];
    block.split_whitespace().nth(1).unwrap().split('<').next().unwrap()
}

/// One line, without `pub` and lifetimes; a method without `fn` but with its type.
fn plain(item: &str, owner: &str) -> String {
    let mut text = item.split_whitespace().collect::<Vec<_>>().join(" ").replace("pub ", "");
    for lifetime in ["'t", "'c", "'_", "'static"] {
        text = text.replace(&format!("<{lifetime}>"), "").replace(&format!("<{lifetime}, "), "<");
        text = text.replace(&format!("&{lifetime} "), "&");
    }
    text = text.replace("( ", "(").replace(", )", ")").replace(",}", " }").replace(", }", " }");
    if owner.is_empty() { text } else { owner.to_string() + text.trim_start_matches("fn ") }
}
