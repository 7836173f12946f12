//! Crates of users, built by the real Cargo from end to end.
//!
//! `tests/ui` has what the attribute says about its item; here is all that needs a build script, a lock or a layout.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use support::Fixture;

/// Uses each spec of the fixture `basic` once.
const ONE_OF_EACH: &str = r#"//! One function of each sort.
use compiled_ai::{Abstain, Date};

#[compiled_ai::spec("receipt.yaml")]
fn read_receipt(text: &str, day: Option<Date>) -> Result<Receipt, Abstain>;

#[compiled_ai::spec("shout.yaml")]
fn shout(word: &str, times: Option<i64>) -> String;

#[compiled_ai::spec("pick.yaml")]
mod pick {}

fn main() {
    let receipt: Receipt = read_receipt("tea 1.50", None).expect("a receipt");
    println!("{} {}", receipt.total, shout("a", Some(receipt.lines.len() as i64)));
    println!("{}", pick::SPEC);
}
"#;

#[test]
fn a_hit_is_linked_in_every_form() {
    let fixture = Fixture::new("basic", "basic");
    let said = fixture.cargo(["run"]).expect_success();
    insta::assert_snapshot!(said.stdout);
    assert!(!said.stderr.contains("warning"), "{}", said.stderr);
}

#[test]
fn a_second_build_does_nothing() {
    let fixture = Fixture::new("basic", "second");
    fixture.cargo(["check"]).expect_success();
    fixture.write("README.md", "not of the build");
    let said = fixture.cargo(["check", "--verbose"]).expect_success();
    assert!(said.stderr.contains("Fresh basic"), "{}", said.stderr);
    assert!(!said.stderr.contains("Dirty"), "{}", said.stderr);
}

#[test]
fn generated_code_passes_clippy_and_is_documented() {
    let fixture = Fixture::new("basic", "clippy and doc");
    fixture.cargo(["clippy"]).expect_success();
    let said = fixture.cargo(["doc", "--no-deps", "--document-private-items"]).expect_success();
    assert!(!said.stderr.contains("warning"), "{}", said.stderr);
    let page = |path: &str| std::fs::read_to_string(fixture.target().join("doc/basic").join(path)).expect(path);
    assert!(
        page("fn.read_receipt.html").contains("Add up a receipt."),
        "the spec's own description is the documentation"
    );
    assert!(page("fn.pick.html").contains("Names a colour."), "documentation that is written stays");
    assert!(page("receipt/struct.OwnedInput.html").contains("input, owned"));
}

#[test]
fn macros_of_the_users_crate_do_not_reach_into_an_artifact() {
    let fixture = Fixture::new("basic", "macros");
    fixture.write(
        "compiled-ai/shout/artifact.rs",
        r#"use core::fmt::Write as _;
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let words = kit::vec![kit::format!("{}", input.word), kit::concat!("a", "b").to_string()];
    let mut out = String::new();
    for word in &words {
        if kit::matches!(word.len(), 1..=9) && kit::regex!(r"^\w+$").is_match(word) {
            let _ = kit::write!(out, "<{word}>");
        }
    }
    Ok(out)
}
"#,
    );
    fixture.lock();
    let main = |macros: &str| {
        format!(
            "//! Shouts.\n{macros}\n#[compiled_ai::spec(\"shout.yaml\")]\nfn shout(word: &str, times: Option<i64>) -> String;\n\n\
             fn main() {{\n    let said = shout(\"hey\", None);\n    std::io::Write::write_all(&mut std::io::stdout(), said.as_bytes()).unwrap();\n}}\n"
        )
    };
    fixture.write("src/main.rs", &main(""));
    let plain = fixture.cargo(["run", "--quiet"]).expect_success().stdout;
    assert_eq!(plain, "<hey><ab>");
    // Found by their textual scope, before anything that is imported.
    let names = ["format", "vec", "matches", "regex", "write", "writeln", "concat", "unreachable"];
    let macros: String = names
        .iter()
        .map(|name| {
            format!(
                "#[allow(unused_macros)]\nmacro_rules! {name} {{ ($($t:tt)*) => {{ compile_error!(\"hijacked\") }} }}\n"
            )
        })
        .collect();
    fixture.write("src/main.rs", &main(&macros));
    assert_eq!(fixture.cargo(["run", "--quiet"]).expect_success().stdout, plain);
}

#[test]
fn every_problem_of_every_spec_is_reported_in_one_build() {
    let fixture = Fixture::new("basic", "problems");
    fixture.write("src/main.rs", ONE_OF_EACH);
    fixture.edit("specs/receipt.yaml", "total is the sum", "total is the rounded sum");
    fixture.write(
        "specs/examples/receipt/third.yaml",
        "input: { text: cash }\noutput: { total: 0, lines: [], paid: cash }\n",
    );
    fixture.remove("compiled-ai/shout");
    fixture.edit("compiled-ai/pick/artifact.rs", "(0, 0)", "(0, 1)");
    insta::assert_snapshot!(fixture.cargo(["check"]).errors());
}

#[test]
fn a_mistaken_spec_is_reported_at_its_attributes() {
    let fixture = Fixture::new("basic", "mistaken");
    fixture.write("src/main.rs", ONE_OF_EACH);
    fixture.edit("specs/receipt.yaml", "item: string", "item: strnig");
    fixture.edit("specs/receipt.yaml", "ensures:", "ensure:");
    fixture.edit("specs/pick.yaml", "shelf: 2, floor: 0", "shelf: two");
    insta::assert_snapshot!(fixture.cargo(["check"]).errors());
}

#[test]
fn a_component_needs_a_feature_that_is_named() {
    let fixture = Fixture::new("basic", "component");
    fixture.edit("specs/pick.yaml", "on_abstain: call", "on_abstain: call\ntarget: wasm");
    // A build without a host never looks into it.
    fixture.write("compiled-ai/pick/artifact.wasm", "a component");
    fixture.lock();
    let errors = fixture.cargo(["check"]).errors();
    assert!(
        errors.contains("[CAI0318] `specs/pick.yaml` is built for WebAssembly, which this crate can't run"),
        "{errors}"
    );
    assert!(errors.contains("run `cargo add compiled-ai --features wasm-cranelift`"), "{errors}");
    assert_eq!(errors.lines().filter(|line| line.starts_with("error: [")).count(), 1, "{errors}");
}

#[test]
fn changes_are_noticed_and_taken_back() {
    let fixture = Fixture::new("basic", "changes");
    let says = |what: &str| {
        let said = fixture.cargo(["check"]);
        assert!(!said.success && said.stderr.contains(what), "{what:?} is not in\n{}", said.stderr);
    };
    fixture.cargo(["check"]).expect_success();

    fixture.edit("specs/pick.yaml", "even shelves", "all even shelves");
    says("`specs/pick.yaml` has changed since it was locked");
    fixture.edit("specs/pick.yaml", "all even shelves", "even shelves");
    fixture.cargo(["check"]).expect_success();

    // A comment changes nothing that counts.
    fixture.edit("specs/pick.yaml", "spec: 1", "# a comment\nspec: 1");
    fixture.cargo(["check"]).expect_success();

    fixture.write(
        "specs/examples/receipt/third.yaml",
        "input: { text: cash }\noutput: { total: 0, lines: [], paid: cash }\n",
    );
    says("changed: `examples` (2 locked, 3 now)");
    fixture.remove("specs/examples/receipt/third.yaml");
    fixture.cargo(["check"]).expect_success();

    fixture.remove("compiled-ai/shout/lock.toml");
    says("nothing is locked for `specs/shout.yaml`");
    fixture.lock();
    fixture.cargo(["check"]).expect_success();

    fixture.write("specs/new.yaml", "spec: 1\n");
    fixture.edit("src/main.rs", "fn main() {", "#[compiled_ai::spec(\"new.yaml\")]\nmod new {}\n\nfn main() {");
    says("the key `about` is missing");
}

#[test]
fn crates_of_a_workspace_know_the_crate_by_other_names() {
    let fixture = Fixture::new("workspace", "workspace");
    let said = fixture.cargo(["run", "--package", "app"]).expect_success();
    insta::assert_snapshot!(said.stdout);
}

#[test]
fn sources_are_only_read_wherever_they_lie() {
    let fixture = Fixture::new("basic", "read only – füße 東京");
    // Cargo itself writes this one.
    fixture.cargo(["metadata", "--format-version", "1"]).expect_success();
    fixture.set_read_only("", true);
    let before = state(&fixture.path(""));
    fixture.cargo(["check"]).expect_success();
    assert_eq!(state(&fixture.path("")), before);
}

/// Every file below `folder`, with its length and time.
fn state(folder: &Path) -> BTreeMap<PathBuf, (u64, SystemTime)> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("a folder can be listed").flatten() {
        let metadata = entry.metadata().expect("it is there");
        if metadata.is_dir() {
            files.append(&mut state(&entry.path()));
        }
        files.insert(entry.path(), (metadata.len(), metadata.modified().expect("a time")));
    }
    files
}

#[test]
fn a_package_holds_what_is_locked() {
    let fixture = Fixture::new("basic", "package");
    let said = fixture.cargo(["package", "--list", "--allow-dirty"]).expect_success();
    for path in [
        "specs/receipt.yaml",
        "specs/examples/receipt/two.yaml",
        "compiled-ai/receipt/lock.toml",
        "compiled-ai/receipt/artifact.rs",
    ] {
        assert!(said.stdout.lines().any(|line| line == path), "{path} is not in\n{}", said.stdout);
    }
}

/// What a user of a published crate meets: sources of a registry that nobody can reach, read-only, with nothing beside them.
#[test]
fn a_published_crate_builds_from_vendored_sources() {
    let fixture = Fixture::new("workspace", "vendored");
    // Finds what `cargo fetch` has downloaded.
    let said = fixture.cargo(["vendor", "vendor"]).expect_success();
    fixture.write(".cargo/config.toml", &said.stdout);
    let packaged = fixture.cargo(["package", "--list", "--allow-dirty", "--package", "shop"]).expect_success().stdout;
    for path in packaged.lines().filter(|path| !path.starts_with("Cargo.") && !path.starts_with('.')) {
        let text = std::fs::read_to_string(fixture.path("shop").join(path)).expect(path);
        fixture.write(&format!("vendor/shop/{path}"), &text);
    }
    // As Cargo rewrites it for a registry.
    fixture.write("vendor/shop/Cargo.toml", VENDORED);
    fixture.write("vendor/shop/.cargo-checksum.json", r#"{"files":{}}"#);
    for folder in ["shop", "bank", "app", "prelude"] {
        fixture.remove(folder);
    }
    let root = support::root().display();
    let patched = ["compiled-ai = { path = '{root}' }", "compiled-ai-build = { path = '{root}/compiled-ai-build' }"];
    let patched = patched.map(|line| line.replace("{root}", &root.to_string())).join("\n");
    fixture.write("Cargo.toml", &format!("{USER}\n[patch.crates-io]\n{patched}\n"));
    fixture.write("src/main.rs", "fn main() {\n    println!(\"{}\", shop::shout(\"hey\").unwrap());\n}\n");

    fixture.set_read_only("vendor", true);
    let before = state(&fixture.path("vendor"));
    let said = fixture.cargo(["run", "--offline"]).expect_success();
    assert_eq!(said.stdout, "HEY\n");
    assert_eq!(state(&fixture.path("vendor")), before);
}

const USER: &str = r#"
[package]
name = "user"
version = "0.1.0"
edition = "2024"

[dependencies]
shop = "0.1.0"

[workspace]
"#;

const VENDORED: &str = r#"
[package]
name = "shop"
version = "0.1.0"
edition = "2024"

[target."cfg(all())".dependencies.my-model]
version = "0.1.0"
package = "compiled-ai"

[build-dependencies.compiled-ai-build]
version = "0.1.0"
"#;

mod build_script {
    use super::*;

    /// The fixture with one function and the build script given.
    fn with(name: &str, build: Option<&str>) -> Fixture {
        let fixture = Fixture::new("basic", name);
        fixture.write(
            "src/main.rs",
            "//! One function.\n\n#[compiled_ai::spec(\"shout.yaml\")]\nfn shout(word: &str, times: Option<i64>) -> String;\n\n\
             fn main() {\n    println!(\"{}\", shout(\"a\", None));\n}\n",
        );
        match build {
            Some(body) => fixture.write("build.rs", &format!("//! A build script.\nfn main() {{\n    {body}\n}}\n")),
            None => fixture.remove("build.rs"),
        }
        fixture
    }

    #[test]
    fn there_is_none() {
        insta::assert_snapshot!(with("no build script", None).cargo(["check"]).errors());
    }

    #[test]
    fn does_something_else() {
        let fixture = with("another build script", Some("println!(\"cargo::rerun-if-changed=build.rs\");"));
        insta::assert_snapshot!(fixture.cargo(["check"]).errors());
    }

    #[test]
    fn is_of_another_version() {
        let write = "let folder = std::path::Path::new(&std::env::var_os(\"OUT_DIR\").expect(\"set\")).join(\"compiled-ai\");\n    \
                     std::fs::create_dir_all(&folder).expect(\"a folder\");\n    \
                     std::fs::write(folder.join(\"index\"), \"format = 999; all = different\").expect(\"a file\");";
        insta::assert_snapshot!(with("another version", Some(write)).cargo(["check"]).errors());
    }

    #[test]
    fn names_a_folder_that_is_not_there() {
        let said = with("no folder", Some("compiled_ai_build::compile(\"spces\");")).cargo(["check"]);
        assert!(!said.success);
        let expected = "error: basic@0.1.0+no-folder: [CAI0317] can't list the specs in `spces`: ";
        assert!(said.stderr.contains(expected), "{}", said.stderr);
        assert!(said.stderr.contains("; create the folder, or correct its path in `build.rs`"), "{}", said.stderr);
        assert!(!said.stderr.contains("panicked"), "{}", said.stderr);
    }

    #[test]
    fn names_a_facade_that_is_no_path() {
        let build = "compiled_ai_build::Builder::new().specs_dir(\"specs\").facade(\"compiled-ai\").compile();";
        let said = with("no path", Some(build)).cargo(["check"]);
        assert!(
            !said.success && said.stderr.contains("[CAI0316] the facade `compiled-ai` is not a path of Rust"),
            "{}",
            said.stderr
        );
    }

    #[test]
    fn finds_two_specs_of_one_name() {
        let fixture = with("one name", Some("compiled_ai_build::compile(\"specs\");"));
        fixture.write("specs/Shout.yml", "spec: 1\n");
        insta::assert_snapshot!(fixture.cargo(["check"]).errors());
    }

    #[test]
    fn finds_no_dependency() {
        let fixture = Fixture::new("workspace", "no dependency");
        fixture.edit("app/build.rs", ".facade(\"::prelude::compiled_ai\")", "");
        insta::assert_snapshot!(fixture.cargo(["check", "--package", "app"]).errors());
    }
}
