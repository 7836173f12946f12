//! Components: made of candidates that passed, compared with them, and called as their users call them.

#[path = "support/stages.rs"]
mod stages;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use compiled_ai_compiler::kit::{Kit, KitSource, Origin};
use compiled_ai_compiler::validate::component::{self, Answer, Callable, SPEC_SECTION, WIT_SECTION};
use compiled_ai_compiler::validate::{Proven, Sandbox, Validator, scan};
use compiled_ai_core::files::Disk;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::value::Value;
use compiled_ai_core::{emit, hash, load};
use stages::{kit, loaded, locked, source, spec, validate, workspace};

/// That of all tests, with what components are made of.
fn validator() -> &'static Validator {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    VALIDATOR.get_or_init(|| {
        let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kits");
        let kit = kit(&cache).with_components(&source(), &cache, false, &mut |_| {});
        let kit = kit.unwrap_or_else(|error| panic!("{error:#?}"));
        Validator { kit, sandbox: Sandbox::new().unwrap() }
    })
}

/// A spec of the showcase, for another target, with what is locked for it.
fn showcase(name: &str) -> (Spec, String) {
    struct ForWasm;
    impl compiled_ai_core::files::Files for ForWasm {
        fn read(&self, path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
            let mut bytes = Disk.read(path, limit)?;
            if path.parent().is_some_and(|folder| folder.ends_with("specs/specs")) {
                bytes.extend(b"\ntarget: wasm\n");
            }
            Ok(bytes)
        }
        fn list(&self, directory: &Path) -> std::io::Result<Vec<(PathBuf, bool)>> {
            Disk.list(directory)
        }
    }
    let path = workspace().join("specs/specs").join(format!("{name}.yaml"));
    (loaded(load::load(&ForWasm, &path, name)), locked(name))
}

/// Takes a candidate through all stages.
fn proven(spec: &Spec, candidate: &str) -> std::sync::Arc<Proven> {
    let verdict = validate(spec, candidate);
    verdict.proven.clone().unwrap_or_else(|| panic!("{verdict:#?}"))
}

fn made(spec: &Spec, candidate: &str) -> Vec<u8> {
    let proven = proven(spec, candidate);
    match validator().component(spec, &hash::spec(spec), candidate, &proven, &mut |_| {}) {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(difference)) => panic!("{difference}"),
        Err(error) => panic!("{error:#?}"),
    }
}

/// A spec from a number to its double, and a candidate for it.
fn doubling() -> (Spec, String) {
    let spec = spec(
        "spec: 1\nname: double\nabout: Doubles.\ntarget: wasm\ninput: { n: { type: int, min: -1000000, max: 1000000 } }\n\
         output: { twice: int }\nexamples:\n  - { input: { n: 2 }, output: { twice: 4 } }\n  - { input: { n: -7 }, output: { twice: -14 } }\n",
    );
    (
        spec,
        "pub fn run(input: Input) -> Result<Output, Abstain> {\n    Ok(Output { twice: input.n * 2 })\n}\n".to_owned(),
    )
}

#[test]
fn the_showcase_stays_small() {
    // Without and with regular expressions.
    for (name, most) in [("order_summary", 150 << 10), ("receipt", 360 << 10)] {
        let (spec, artifact) = showcase(name);
        let size = made(&spec, &artifact).len();
        assert!(size <= most, "{name}: {size} bytes");
    }
}

/// Whose patterns a component has in another form than a native program.
#[test]
fn patterns_find_the_same() {
    let spec = spec(
        "spec: 1\nname: words\nabout: Finds words.\ntarget: wasm\ninput: { text: string }\n\
         output: { words: [string], spaced: string, first: string?, shouted: string }\nexamples:\n\
         \x20 - input: { text: \"Tea 12, straße_X\" }\n\
         \x20   output: { words: [\"T|ea\", \"s|traße_X\"], spaced: \"Tea 12 straße X\", first: \"12\", shouted: \"Tea 12, Straße_X\" }\n\
         \x20 - { input: { text: \"\" }, output: { words: [], spaced: \"\", shouted: \"\" } }\n",
    );
    let candidate = r#"pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let word = |c: Captures<'_>| kit::format!("{}|{}", &c["head"], kit::regex!(r"^").replace(&c[2], ""));
    Ok(Output {
        words: kit::regex!(r"(?i)\b(?P<head>[a-zß])(\w*)").captures_iter(input.text).map(word).collect(),
        spaced: kit::regex!(r"[\W_]+").replace_all(input.text, " ").into_owned(),
        first: kit::regex!(r"\d+").find(input.text).map(|m| m.as_str().to_string()),
        shouted: kit::regex!(r"\b\w").replace_all(input.text, |c: &Captures<'_>| c[0].to_uppercase()).into_owned(),
    })
}
"#;
    let bytes = made(&spec, candidate);
    // What the parser says of a pattern that is none.
    let parser: &[u8] = b"unclosed group";
    assert!(!bytes.windows(parser.len()).any(|window| window == parser), "it holds a parser");
}

/// Not a test by itself: what [`the_same_bytes_anywhere`] runs, in another environment.
#[test]
#[ignore = "run by another test"]
fn builder() {
    let variable = |name: &str| PathBuf::from(std::env::var_os(name).expect("set by the test that runs this"));
    let runtime = Origin::Path(variable("COMPILED_AI_TEST_RUNTIME"));
    let source = KitSource { runtime, ..source() };
    let (cache, progress) = (variable("COMPILED_AI_TEST_CACHE"), &mut |_: &str| {});
    let kit = Kit::prepare(&source, &cache, true, progress)
        .and_then(|kit| kit.with_components(&source, &cache, true, progress))
        .unwrap_or_else(|error| panic!("{error:#?}"));
    let (spec, artifact) = showcase("receipt");
    let component = component::build(&kit, &spec, &hash::spec(&spec), &artifact).unwrap();
    std::fs::write(variable("COMPILED_AI_TEST_OUTPUT"), component).unwrap();
}

/// In another folder, with another cache, another folder for temporary files, and cargo's files elsewhere.
#[cfg(unix)]
#[test]
fn the_same_bytes_anywhere() {
    let (spec, artifact) = showcase("receipt");
    let build = || component::build(&validator().kit, &spec, &hash::spec(&spec), &artifact).unwrap();
    let here = build();
    assert!(here == build(), "two runs differ");

    let elsewhere = tempfile::tempdir().unwrap();
    let folder = |name: &str| {
        let path = elsewhere.path().join(name);
        std::fs::create_dir_all(&path).unwrap();
        path
    };
    // The runtime crate in a workspace of its own, which is all that it takes from this one.
    let root = folder("a folder with blanks");
    let manifest: toml::Table = std::fs::read_to_string(workspace().join("Cargo.toml")).unwrap().parse().unwrap();
    let mut inherited = manifest["workspace"].as_table().unwrap().clone();
    inherited.remove("default-members");
    inherited.insert("members".to_owned(), vec!["compiled-ai-runtime"].into());
    let manifest = toml::Table::from_iter([("workspace".to_owned(), toml::Value::from(inherited))]);
    std::fs::write(root.join("Cargo.toml"), manifest.to_string()).unwrap();
    let copied = std::process::Command::new("cp")
        .arg("-r")
        .args([workspace().join("compiled-ai-runtime"), root.clone()])
        .status();
    assert!(copied.unwrap().success());
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap();
    let other_home = folder("cargo");
    for entry in ["registry", "config.toml"] {
        if cargo_home.join(entry).exists() {
            std::os::unix::fs::symlink(cargo_home.join(entry), other_home.join(entry)).unwrap();
        }
    }
    let output = elsewhere.path().join("artifact.wasm");
    let ran = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "builder"])
        .env("COMPILED_AI_TEST_RUNTIME", root.join("compiled-ai-runtime"))
        .env("COMPILED_AI_TEST_CACHE", folder("cache"))
        .env("COMPILED_AI_TEST_OUTPUT", &output)
        .env("CARGO_HOME", &other_home)
        .env("TMPDIR", folder("temporary"))
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
    let there = std::fs::read(output).unwrap();
    assert!(here == there, "{} and {} bytes differ", here.len(), there.len());
}

#[test]
fn values_of_every_type_go_in_and_come_out() {
    let fields = "int: int, decimal: decimal, float: float, bool: bool, date: date, time: time, datetime: datetime, \
                  bytes: bytes, absent: string?, list: [Line], map: '{map: decimal}', kind: Kind, text: string";
    let values = r#"{ int: -9223372036854775808, decimal: 12345678901234567890.1234567, float: 0.30000000000000004, bool: true,
        date: 2024-02-29, time: "13:45:00.123456789", datetime: 2024-02-29T23:59:59, bytes: AP8H, list: [{ name: "a\tb", n: 1.50 }],
        map: { "ключ": -0.10, "": 3 }, kind: second_one, text: "line\nfeed \U0001F600" }"#;
    // More parameters than a function may have, so that they come in memory; `nested` has fewer.
    let spec_of = |input: &str, output: &str, example: &str| {
        spec(&format!(
            "spec: 1\nname: echo\nabout: Echoes.\ntarget: wasm\ntypes:\n  Line: {{ record: {{ name: string, n: decimal, at: date? }} }}\n  \
             Kind: {{ enum: [first, second_one] }}\ninput: {{ {input} }}\noutput: {output}\nexamples:\n  - {example}\n"
        ))
    };
    let all = spec_of(fields, &format!("{{ {fields} }}"), &format!("{{ input: {values}, output: {values} }}"));
    let names = ["int", "decimal", "float", "bool", "date", "time", "datetime"];
    let mut copies: Vec<String> = names.map(|name| format!("{name}: input.{name}")).to_vec();
    copies.push("bytes: Bytes::from(input.bytes), absent: input.absent.map(|text| text.to_owned())".to_owned());
    copies.push(
        "list: input.list.to_vec(), map: input.map.clone(), kind: input.kind, text: input.text.to_owned()".to_owned(),
    );
    made(
        &all,
        &format!(
            "pub fn run(input: Input<'_>) -> Result<Output, Abstain> {{\n    Ok(Output {{ {} }})\n}}\n",
            copies.join(", ")
        ),
    );
    let value =
        "{ line: { name: x, n: 0.10 }, when: 2000-01-01T00:00:00, rates: { a: [{ name: y, n: 2, at: 1999-12-31 }] } }";
    let nested = spec_of(
        "line: Line?, when: datetime?, rates: '{map: [Line]}', ratio: float?",
        "[Line]",
        &format!("{{ input: {value}, output: [{{ name: y, n: 2, at: 1999-12-31 }}] }}"),
    );
    made(
        &nested,
        "pub fn run(input: Input<'_>) -> Result<Output, Abstain> {\n    if input.line.is_none() {\n        \
         return Err(Abstain::field(\"line\", format!(\"no line, {:?}\", input.ratio)));\n    }\n    \
         Ok(input.rates.values().flatten().cloned().collect())\n}\n",
    );
}

#[test]
fn another_answer_is_refused_with_a_small_input() {
    let (spec, candidate) = doubling();
    let proven = proven(&spec, &candidate);
    let hash = hash::spec(&spec);
    let other = candidate.replace("input.n * 2", "if input.n > 4567 { 0 } else { input.n * 2 }");
    let component = component::build(&validator().kit, &spec, &hash, &other).unwrap();
    let difference = component::compare(&component, &spec, &proven).unwrap().expect("a difference");
    let input = difference.input.as_ref().expect("an input that is not held out");
    assert!(matches!(input["n"], Value::Int(n) if (4568..20_000).contains(&n)), "{input:?}");
    let shown = difference.to_string();
    assert!(shown.contains("As a WebAssembly component") && shown.contains("Int(0)"), "{shown}");
    let trapping =
        candidate.replace("input.n * 2", "if input.n == -7 { [0i64; 1][input.n as usize] } else { input.n * 2 }");
    let component = component::build(&validator().kit, &spec, &hash, &trapping).unwrap();
    let difference = component::compare(&component, &spec, &proven).unwrap().expect("a difference");
    assert!(matches!(difference.answers, Some((_, Answer::Trapped(_)))), "{difference}");
}

#[test]
fn a_component_says_what_it_is_and_imports_nothing() {
    let (spec, candidate) = doubling();
    let bytes = made(&spec, &candidate);
    assert_eq!(scan::component(&bytes, &spec).unwrap(), []);
    let text = String::from_utf8_lossy(&bytes);
    let stamp = format!("{SPEC_SECTION}{}@{}", spec.name, hash::spec(&spec));
    assert!(text.contains(&stamp), "{stamp}");
    assert!(text.ends_with(&format!("{WIT_SECTION}{}", hash::Hash::of(emit::wit(&spec, false)))));
    let private = [workspace().display().to_string(), "/tmp/".to_owned(), ".cargo".to_owned(), ".rustup".to_owned()];
    let found: Vec<_> = private.iter().filter(|path| text.contains(path.as_str())).collect();
    assert!(found.is_empty(), "paths of this machine: {found:?}");

    let mut other = spec.clone();
    other.name = "triple".to_owned();
    let problem = component::check(&bytes, &other).unwrap_err();
    assert_eq!(problem.notes, ["it exports `compiled-ai:double/function`"]);
    for broken in [&bytes[..bytes.len() / 2], &bytes[..0], b"\0asm\x01\0\0\0", b"not wasm at all"] {
        assert!(component::check(broken, &spec).is_err());
        assert!(Callable::new(broken, &spec).is_err());
    }
}
