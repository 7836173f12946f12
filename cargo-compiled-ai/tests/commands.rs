//! What each command prints and does, on a crate as a user has it.

mod support;

use support::{GOOD, Project, SPEC};

const WRONG_ANSWER: &str =
    "```rust\npub fn run(input: Input) -> Result<Output, Abstain> {\n    Ok(Output { twice: input.n + 2 })\n}\n```\n";
const WRONG_TYPE: &str =
    "```rust\npub fn run(input: Input) -> Result<Output, Abstain> {\n    Ok(Output { twice: \"two\" })\n}\n```\n";
const NOT_ALLOWED: &str = "```rust\npub fn run(input: Input) -> Result<Output, Abstain> {\n    let home = env!(\"HOME\");\n    std::fs::read(home).ok();\n    Ok(Output { twice: input.n * 2 })\n}\n```\n";
const PANICS: &str = "```rust\npub fn run(input: Input) -> Result<Output, Abstain> {\n    Ok(Output { twice: 84 / (input.n - 2) })\n}\n```\n";
const EDIT: &str =
    "<<<<<<< SEARCH\n        twice: input.n + 2,\n=======\n        twice: input.n * 2,\n>>>>>>> REPLACE\n";

#[test]
fn compile_locks_what_passes() {
    let project = Project::new(&[GOOD]);
    assert_shown!(project.run(&["compile"]));
    insta::assert_snapshot!("artifact", without_toolchain(&project.read("compiled-ai/double/artifact.rs")));
    insta::assert_snapshot!("lock", without_toolchain(&project.read("compiled-ai/double/lock.toml")));
    assert_shown!(project.run(&["compile"]));
    assert_shown!(project.run(&["check"]));
    assert_shown!(project.run(&["check", "--json"]));
    assert_shown!(project.run(&["list"]));
    assert_shown!(project.run(&["verify"]));
    assert_shown!(project.run(&["expand", "double"]));
}

#[test]
fn compile_tells_other_programs_in_json() {
    let project = Project::new(&[WRONG_TYPE, GOOD]);
    assert_shown!(project.run(&["compile", "--json"]));
}

#[test]
fn compile_repairs() {
    let project = Project::new(&["I can't.", NOT_ALLOWED, WRONG_TYPE, PANICS, GOOD]);
    assert_shown!(project.run(&["compile", "double"]));
    let feedback = |number: usize| {
        let prompt = project.read(&format!("prompt.{number}.md"));
        let start = prompt.find("# Your ").unwrap_or_else(|| panic!("prompt {number} holds no feedback"));
        prompt[start..].to_owned()
    };
    for number in 2..=5 {
        insta::assert_snapshot!(format!("feedback_{number}"), feedback(number));
    }
}

#[test]
fn compile_applies_edits_and_refuses_the_same_candidate_again() {
    let without_zero = SPEC.replace("  - { input: { n: 0 }, abstain: { field: n } }\n", "");
    let first = "```rust\npub fn run(input: Input) -> Result<Output, Abstain> {\n    Ok(Output {\n        twice: input.n + 2,\n    })\n}\n```\n";
    let edit = EDIT
        .replace("        twice: input.n + 2,", "Ok(Output { twice: input.n + 2 })")
        .replace("        twice: input.n * 2,", "Ok(Output { twice: input.n * 2 })");
    let project = Project::new(&[first, WRONG_ANSWER, &edit]);
    project.write("specs/double.yaml", &without_zero);
    assert_shown!(project.run(&["compile"]));
}

#[test]
fn compile_gives_up_and_locks_nothing() {
    let project = Project::new(&[WRONG_ANSWER]);
    assert_shown!(project.run(&["compile", "--attempts", "2"]));
    assert!(!project.path("compiled-ai").exists());
}

#[test]
fn a_failure_leaves_what_was_locked() {
    let project = Project::new(&[GOOD]);
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    let before = (project.read("compiled-ai/double/lock.toml"), project.read("compiled-ai/double/artifact.rs"));
    project.model(&[WRONG_ANSWER]);
    assert_eq!(project.run(&["compile", "--force", "--attempts", "1"]).status(), Some(1));
    let after = (project.read("compiled-ai/double/lock.toml"), project.read("compiled-ai/double/artifact.rs"));
    assert_eq!(before, after);
    assert_eq!(project.run(&["check"]).status(), Some(0));
}

#[test]
fn no_prompt_holds_a_held_out_example() {
    let spec = SPEC.replace("about: Double a number.", "about: Double a number.\nensures:\n  - twice > -1000");
    let spec = spec.replace("n: 21 }, output: { twice: 42 }", "n: -4711 }, output: { twice: -999 }");
    let panics = "```rust\npub fn run(input: Input) -> Result<Output, Abstain> {\n    assert_positive(input.n)?;\n    Ok(Output { twice: input.n * 2 })\n}\nfn assert_positive(n: i64) -> Result<(), Abstain> {\n    if n < -100 {\n        unreachable!(\"n is {n}\");\n    }\n    Ok(())\n}\n```\n";
    let project = Project::new(&[WRONG_ANSWER, panics, GOOD]);
    project.write("specs/double.yaml", &spec);
    assert_eq!(project.run(&["compile"]).status(), Some(1));
    for number in 1..=5 {
        let prompt = project.read(&format!("prompt.{number}.md"));
        assert!(
            !prompt.contains("4711") && !prompt.contains("-999"),
            "prompt {number} gives a held-out example away:\n{prompt}"
        );
    }
}

#[test]
fn check_says_what_differs() {
    let project = Project::new(&[GOOD]);
    assert_shown!(project.run(&["check"]));
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    project.write("specs/double.yaml", &SPEC.replace("Double a number.", "Double a whole number."));
    assert_shown!(project.run(&["check"]));
    project.write("specs/double.yaml", &format!("# A comment changes nothing.\n{SPEC}"));
    assert_eq!(project.run(&["check"]).status(), Some(0));
    let artifact = project.read("compiled-ai/double/artifact.rs");
    project.write("compiled-ai/double/artifact.rs", &artifact.replace("* 2", "+ input.n"));
    assert_shown!(project.run(&["check"]));
    std::fs::remove_file(project.path("compiled-ai/double/artifact.rs")).unwrap();
    assert_shown!(project.run(&["check", "--json"]));
    project.write("compiled-ai/double/lock.toml", "<<<<<<< HEAD\n");
    assert_shown!(project.run(&["check"]));
    std::fs::rename(project.path("specs/double.yaml"), project.path("specs/twice.yaml")).unwrap();
    assert_shown!(project.run(&["check"]));
}

#[test]
fn verify_trusts_no_hash() {
    let project = Project::new(&[GOOD]);
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    let (artifact, lock) =
        (project.read("compiled-ai/double/artifact.rs"), project.read("compiled-ai/double/lock.toml"));
    let hash = |text: &str| compiled_ai_core::hash::Hash::of(text).to_string();
    let replace = |edited: &str| {
        project.write("compiled-ai/double/artifact.rs", edited);
        project.write("compiled-ai/double/lock.toml", &lock.replace(&hash(&artifact), &hash(edited)));
        assert_eq!(project.run(&["check"]).status(), Some(0), "the hashes agree");
        project.run(&["verify"])
    };
    assert_shown!(replace(&artifact.replace("input.n * 2", "input.n + 2")));
    assert_shown!(replace(&artifact.replace("input.n * 2", "{ std::process::exit(0) }")));
    assert_shown!(replace(&artifact.replace("    Ok(Output", "    // Nothing to see here.\n    Ok(Output")));
    project.write("compiled-ai/double/artifact.rs", &artifact);
    project.write("compiled-ai/double/lock.toml", &lock.replace("rustc 1.", "rustc 0."));
    assert_shown!(project.run(&["verify"]));
    assert_shown!(project.run(&["verify", "--update"]));
    assert_shown!(project.run(&["verify"]));
}

#[test]
fn new_begins_a_spec_that_compiles() {
    let project = Project::new(&[]);
    for file in ["build.rs", "specs/double.yaml"] {
        std::fs::remove_file(project.path(file)).unwrap();
    }
    project
        .write("Cargo.toml", "[package]\nname = \"double\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n");
    assert_shown!(project.run(&["new", "invoice_line"]));
    insta::assert_snapshot!(
        "new_files",
        ["Cargo.toml", "build.rs", ".gitattributes"].map(|file| project.read(file)).join("---\n")
    );
    assert_shown!(project.run(&["new", "invoice_line"]));
    assert_shown!(project.run(&["new", "Invoice-Line"]));
    // Nothing is wrong with what it wrote but that nothing is locked yet.
    assert_shown!(project.run(&["check"]));
}

#[test]
fn mistakes_are_explained() {
    let project = Project::new(&[GOOD]);
    assert_shown!(project.run(&["compile", "dubble"]));
    assert_shown!(project.run(&["explain", "CAI9999"]));
    assert_shown!(project.run(&["explain", "cai0202"]));
    project.write("compiled-ai.toml", "provider = \"comand\"\n");
    assert_shown!(project.run(&["compile"]));
    project.write("compiled-ai.toml", "provider = \"command\"\ncommand = [\"no-such-model\"]\n");
    assert_shown!(project.run(&["compile"]));
    project.write(
        "compiled-ai.toml",
        "provider = \"command\"\ncommand = [\"sh\", \"-c\", \"echo out of tokens >&2; exit 3\"]\n",
    );
    assert_shown!(project.run(&["compile"]));
    project.write("compiled-ai.toml", "provider = \"command\"\ncommand = [\"sleep\", \"60\"]\ntimeout_seconds = 1\n");
    assert_shown!(project.run(&["compile"]));
    project
        .write("compiled-ai.toml", "provider = \"command\"\ncommand = [\"sh\", \"-c\", \"yes | head -c 3000000\"]\n");
    assert_shown!(project.run(&["compile"]));
    project.write("compiled-ai.toml", "provider = \"replay\"\nreplay = \"none\"\n");
    assert_eq!(project.run(&["compile"]).status(), Some(2));
    std::fs::remove_file(project.path("compiled-ai.toml")).unwrap();
    assert_shown!(project.run(&["compile"]));
    project.write("specs/double.yaml", "spec: 1\nnmae: double\ninput: { n: integer }\n");
    assert_shown!(project.run(&["compile"]));
    std::fs::remove_dir_all(project.path("specs")).unwrap();
    assert_shown!(project.run(&["check"]));
}

#[test]
fn a_recording_is_replayed() {
    let project = Project::new(&[WRONG_ANSWER, GOOD]);
    let command = project.read("compiled-ai.toml");
    project.write("compiled-ai.toml", &format!("{command}record = \"kept\"\n"));
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    let locked = project.read("compiled-ai/double/artifact.rs");
    std::fs::remove_dir_all(project.path("compiled-ai")).unwrap();
    project.write("compiled-ai.toml", "provider = \"replay\"\nreplay = \"kept\"\n");
    let ran = project.run(&["compile"]);
    assert_eq!(ran.status(), Some(0), "{}", ran.shown());
    let code = |artifact: &str| artifact.split_once("pub fn run").unwrap().1.to_owned();
    assert_eq!(code(&locked), code(&project.read("compiled-ai/double/artifact.rs")));
}

#[test]
fn every_command_has_help() {
    let project = Project::new(&[]);
    let texts = [
        "new", "compile", "plan", "check", "verify", "sign", "audit", "stats", "doctor", "list", "expand", "explain",
        "schema",
    ]
    .map(|command| project.run(&[command, "--help"]).stdout());
    insta::assert_snapshot!(format!("{}\n{}", project.run(&["--help"]).stdout(), texts.join("\n")));
}

/// Without what another toolchain or another wording of the prompt changes.
fn without_toolchain(text: &str) -> String {
    let mut kept = String::new();
    for line in text.lines() {
        let line = match line.find("rustc 1.") {
            Some(at) => format!("{}[rustc]", &line[..at]),
            None if line.starts_with("\"artifact.rs\"") => "\"artifact.rs\" = [hash]".to_owned(),
            None if line.starts_with("seconds") => "seconds = [time]".to_owned(),
            None if line.starts_with("tokens_in") => "tokens_in = [n]".to_owned(),
            None if line.starts_with("prompt = \"sha256") => "prompt = [hash]".to_owned(),
            None => line.to_owned(),
        };
        kept.push_str(&line);
        kept.push('\n');
    }
    kept
}
