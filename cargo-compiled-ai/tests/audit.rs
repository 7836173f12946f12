//! `cargo compiled-ai audit`: what it accepts, refuses and can't judge, for people, other programs and code scanning.

mod support;

use std::path::Path;

use serde_json::Value;
use support::{GOOD, Project, SPEC};

const TEXT: &str = "pub fn run(input: &str) -> String {\n    input.trim().to_uppercase()\n}\n";
const TEMPLATE: &str =
    "pub fn run(input: Input) -> Result<Output, Abstain> {\n    Ok(Output { twice: input.n * 2 })\n}\n";
const READS: &str = "pub fn run(input: &str) -> String {\n    let größe = 1;\n    std::fs::read_to_string(input).unwrap_or_default()\n}\n";
const SEVERAL: &str = "use std::process::Command;\n\nstatic mut COUNT: u32 = 0;\n\npub fn run(input: Input<'_>) -> Result<Output, Abstain> {\n    let key = env!(\"KEY\"); let code = unsafe { *input.n };\n    Command::new(\"sh\").arg(key).spawn();\n    Err(Abstain::new(\"no\"))\n}\n";

#[test]
fn files_are_accepted_or_refused() {
    let project = Project::new(&[]);
    project.write("text.rs", TEXT);
    project.write("template.rs", TEMPLATE);
    project.write("reads.rs", READS);
    project.write("src/a b/several.rs", SEVERAL);
    assert_shown!(project.run(&["audit", "text.rs"]));
    assert_shown!(project.run(&["audit", "reads.rs"]));
    assert_shown!(project.run(&["audit", "text.rs", "./template.rs", "src/a b", "text.rs"]));
    assert_shown!(project.run(&["audit", "--json", "text.rs", "reads.rs", "src/a b/several.rs"]));
    project.write("neither.rs", "pub fn run(input: String) -> String {\n    input\n}\n");
    project.write("empty.rs", "");
    assert_shown!(project.run(&["audit", "neither.rs", "empty.rs"]));
}

#[test]
fn places_count_characters() {
    let project = Project::new(&[]);
    project.write("wide.rs", "pub fn run(input: &str) -> String {\r\n    let a = \"größe\"; std::env::var(a)\r\n}\r\n");
    let line: Value = serde_json::from_str(&project.run(&["audit", "--json", "wide.rs"]).stdout()).unwrap();
    let at = &line["findings"][0]["at"];
    assert_eq!((&at["line"], &at["column"]), (&Value::from(2), &Value::from(22)), "{line:#}");
}

#[test]
fn what_is_locked_is_judged_with_its_spec() {
    let project = Project::new(&[]);
    project.write("specs/twice.yaml", &SPEC.replace("name: double", "name: twice"));
    project.write("compiled-ai/double/artifact.rs", TEMPLATE);
    assert_shown!(project.run(&["audit", "double"]));
    // The text signature is for files of their own.
    project.write("compiled-ai/twice/artifact.rs", TEXT);
    assert_shown!(project.run(&["audit"]));
    assert_shown!(project.run(&["audit", "--json", "specs/double.yaml", "twice"]));
    // Types of a spec are known where the spec is.
    let kinds = "types:\n  Kind: { enum: [low, high] }\n";
    project.write("specs/double.yaml", &format!("{SPEC}{kinds}").replace("twice: int", "twice: int\n  kind: Kind?"));
    let uses = TEMPLATE.replace("twice: input.n * 2", "twice: input.n * 2, kind: Some(Kind::Low)");
    project.write("compiled-ai/double/artifact.rs", &uses);
    assert_eq!(project.run(&["audit", "double"]).status(), Some(0));
    assert_eq!(project.run(&["audit", "compiled-ai/double/artifact.rs"]).status(), Some(1));
}

#[test]
fn what_can_not_be_judged_is_told_and_the_others_are_judged() {
    let project = Project::new(&[]);
    project.write("text.rs", TEXT);
    project.write("of_a_spec.rs", TEMPLATE);
    project.write("large.rs", &format!("// {}\n{TEXT}", "x".repeat(1 << 20)));
    std::fs::write(project.path("latin.rs"), b"// gr\xf6\xdfe\n").unwrap();
    std::fs::create_dir_all(project.path("empty")).unwrap();
    project.write("specs/broken.yaml", "spec: 1\nname: broken\n");
    assert_shown!(project.run(&["audit", "missing.rs"]));
    assert_shown!(project.run(&["audit", "large.rs"]));
    assert_shown!(project.run(&[
        "audit",
        "latin.rs",
        "empty",
        "text.rs",
        "dubble",
        "double",
        "broken",
        "no/such/folder"
    ]));
    assert_shown!(project.run(&["audit", "--json", "latin.rs", "missing.rs"]));
    assert_shown!(project.run(&["audit", "--full", "of_a_spec.rs"]));
    assert_shown!(project.run(&["audit", "--json", "--sarif", "text.rs"]));
    assert_shown!(project.run(&["audit", "--offline", "text.rs"]));
    std::fs::remove_dir_all(project.path("specs")).unwrap();
    assert_shown!(project.run(&["audit"]));
    // A file that is too large to be code is not even read.
    std::fs::File::create(project.path("huge.rs")).unwrap().set_len(1 << 40).unwrap();
    assert_shown!(project.run(&["audit", "huge.rs"]));
}

#[test]
fn sarif_is_what_code_scanning_takes() {
    let project = Project::new(&[]);
    project.write("text.rs", TEXT);
    project.write("reads.rs", READS);
    project.write("src/a b/several.rs", SEVERAL);
    let ran = project.run(&["audit", "--sarif", "text.rs", "reads.rs", "src/a b", "missing.rs"]);
    assert_shown!(ran);
    let log: Value = serde_json::from_str(&ran.stdout()).unwrap();
    well_formed(&log);
    let run = &log["runs"][0];
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    assert_eq!(run["invocations"][0]["toolExecutionNotifications"].as_array().map(Vec::len), Some(1));
    let uris: Vec<&str> = run["results"].as_array().unwrap().iter().map(uri).collect();
    assert!(uris.contains(&"reads.rs") && uris.contains(&"src/a%20b/several.rs"), "{uris:?}");

    let clean: Value = serde_json::from_str(&project.run(&["audit", "--sarif", "text.rs"]).stdout()).unwrap();
    well_formed(&clean);
    assert_eq!(clean["runs"][0]["results"].as_array().map(Vec::len), Some(0));
    assert_eq!(clean["runs"][0]["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn a_folder_of_files_is_judged() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../compiled-ai-compiler/tests/gate/hostile");
    let count = std::fs::read_dir(&corpus).unwrap().count();
    assert!(count > 50);
    let corpus = corpus.canonicalize().unwrap();
    let project = Project::new(&[]);
    let ran = project.run(&["audit", "--json", corpus.to_str().unwrap()]);
    let lines: Vec<Value> = ran.stdout().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((ran.status(), lines.len()), (Some(1), count));
    // The first line of each file names the layer that refuses it. What needs a spec, or has to run, is not this command's.
    let is_ours = |line: &&Value| {
        let file = line["file"].as_str().unwrap();
        let text = std::fs::read_to_string(file).unwrap();
        let first = text.lines().next().unwrap_or_default();
        let layer = first.rsplit_once("layer: ").map_or("", |(_, layer)| layer.trim());
        let needs_a_spec = ["spec_type", "example", "parse_usize"].iter().any(|part| file.contains(part));
        ["lexical", "gate", "literal"].contains(&layer) && !needs_a_spec
    };
    let ours: Vec<&Value> = lines.iter().filter(is_ours).collect();
    let let_through: Vec<&&Value> = ours.iter().filter(|line| line["verdict"] != "refused").collect();
    assert!(ours.len() > 50 && let_through.is_empty(), "{let_through:#?}");
    let log: Value =
        serde_json::from_str(&project.run(&["audit", "--sarif", corpus.to_str().unwrap()]).stdout()).unwrap();
    well_formed(&log);
}

#[test]
fn full_runs_the_other_stages() {
    let project = Project::new(&[GOOD]);
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    assert_shown!(project.run(&["audit", "--full", "double"]));
    let (artifact, lock) =
        (project.read("compiled-ai/double/artifact.rs"), project.read("compiled-ai/double/lock.toml"));
    let hash = |text: &str| compiled_ai_core::hash::Hash::of(text).to_string();
    let edited = artifact.replace("input.n * 2", "input.n + 2");
    project.write("compiled-ai/double/artifact.rs", &edited);
    // The gate has nothing against it; its hash has.
    assert_eq!(project.run(&["audit", "double"]).status(), Some(0));
    let by_hash = project.run(&["audit", "--full", "double"]);
    assert!(by_hash.status() == Some(1) && by_hash.stderr().contains("error[CAI0203]"), "{}", by_hash.shown());
    // A lock that was edited with it does not help.
    project.write("compiled-ai/double/lock.toml", &lock.replace(&hash(&artifact), &hash(&edited)));
    let judged = project.run(&["audit", "--full", "--json", "double"]);
    let line: Value = serde_json::from_str(&judged.stdout()).unwrap();
    let finding = &line["findings"][0];
    assert_eq!((judged.status(), line["verdict"].as_str()), (Some(1), Some("refused")));
    assert_eq!((finding["code"].as_str(), finding["at"].is_null()), (Some("CAI0707"), true));
    assert_eq!(finding["message"], "it does not pass accuracy");
    let log: Value = serde_json::from_str(&project.run(&["audit", "--full", "--sarif"]).stdout()).unwrap();
    well_formed(&log);
    assert_eq!(uri(&log["runs"][0]["results"][0]), "compiled-ai/double/artifact.rs");
    // A file of no spec must end on whatever text it is given.
    project.write("text.rs", TEXT);
    project.write("loops.rs", "pub fn run(input: &str) -> String {\n    let mut n = input.len() as u64 | 1;\n    while n != 0 {\n        n = n.wrapping_mul(3) | 1;\n    }\n    n.to_string()\n}\n");
    let judged = project.run(&["audit", "--full", "text.rs", "loops.rs"]);
    let (out, all) = (judged.stdout(), judged.shown());
    assert!(
        judged.status() == Some(1) && out.contains("accepted  text.rs") && all.contains("does not pass execution"),
        "{all}"
    );
}

fn uri(result: &Value) -> &str {
    result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap()
}

/// Checks what SARIF 2.1.0 prescribes and code scanning needs: every field that it reads, and every reference between parts.
fn well_formed(log: &Value) {
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().ends_with("sarif-2.1.0.json"));
    let runs = log["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 1);
    let (run, driver) = (&runs[0], &runs[0]["tool"]["driver"]);
    assert!(!driver["name"].as_str().unwrap().is_empty() && driver["semanticVersion"].is_string());
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = driver["rules"].as_array().unwrap();
    for rule in rules {
        assert!(rule["id"].as_str().unwrap().starts_with("CAI"));
        for text in [&rule["shortDescription"]["text"], &rule["fullDescription"]["text"], &rule["help"]["text"]] {
            assert!(text.as_str().unwrap().len() > 10, "{rule:#}");
        }
        assert!(rule["help"]["markdown"].is_string() && rule["defaultConfiguration"]["level"] == "error");
        assert!(rule["properties"]["tags"].as_array().unwrap().contains(&Value::from("security")));
    }
    let taxa = run["taxonomies"][0]["taxa"].as_array().unwrap();
    let mut prints = std::collections::BTreeSet::new();
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(result["level"], "error");
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let uri = uri(result);
        assert!(uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%:".contains(&byte)), "{uri}");
        let is_relative = result["locations"][0]["physicalLocation"]["artifactLocation"]["uriBaseId"] == "%SRCROOT%";
        assert!(is_relative != uri.starts_with("file:///"), "{result:#}");
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let number = |name: &str| region.get(name).map(|number| number.as_u64().unwrap());
        let (line, column) = (number("startLine").unwrap(), number("startColumn").unwrap_or(1));
        assert!(line >= 1 && column >= 1, "{result:#}");
        let (end_line, end_column) = (number("endLine").unwrap_or(line), number("endColumn").unwrap_or(column + 1));
        assert!((end_line, end_column) > (line, column), "{result:#}");
        for taxon in result.get("taxa").and_then(Value::as_array).into_iter().flatten() {
            assert_eq!(taxon["toolComponent"]["name"], "CWE");
            assert!(taxa.iter().any(|known| known["id"] == taxon["id"]));
        }
        let print = result["partialFingerprints"]["codeAndLine/v1"].as_str().unwrap();
        assert!(prints.insert(print.to_owned()), "{print} twice");
    }
}
