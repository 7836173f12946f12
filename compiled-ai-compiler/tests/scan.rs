//! The scan of what was built: code that no gate has seen, compiled by the real `rustc`, and every way out that it has found.

use std::path::{Path, PathBuf};
use std::process::Command;

use compiled_ai_compiler::validate::scan::{self, Finding};

/// Code that uses something of the outside, and what the scan has to say of it.
const HOSTILE: &[(&str, &str)] = &[
    (
        "unsafe extern \"C\" { fn getenv(name: *const i8) -> *mut i8; }\n\
         pub fn run() -> bool { unsafe { getenv(c\"HOME\".as_ptr()).is_null() } }",
        "it uses `getenv`",
    ),
    (
        "extern \"C\" fn early() {}\n#[used]\n#[unsafe(link_section = \".init_array\")]\nstatic EARLY: extern \"C\" fn() = early;\n\
         pub fn run() -> bool { true }",
        "it has a section `.init_array`",
    ),
    (
        "extern \"C\" fn late() {}\n#[used]\n#[unsafe(link_section = \".fini_array.00001\")]\nstatic LATE: extern \"C\" fn() = late;\n\
         pub fn run() -> bool { true }",
        "it has a section `.fini_array",
    ),
    (
        "#[used]\n#[unsafe(link_section = \".hidden\")]\nstatic BLOB: [u8; 4] = *b\"blob\";\npub fn run() -> bool { true }",
        "it has a section `.hidden`",
    ),
    (
        "#[unsafe(no_mangle)]\npub extern \"C\" fn malloc(_: usize) -> usize { 0 }\npub fn run() -> bool { true }",
        "it exports `malloc`",
    ),
    ("#[unsafe(no_mangle)]\npub static environ: usize = 0;\npub fn run() -> bool { true }", "it exports `environ`"),
    ("pub fn run() -> bool { std::fs::read(\"/etc/passwd\").is_ok() }", "it uses `std::fs::"),
    ("pub fn run() -> bool { std::fs::remove_file(\"x\").is_ok() }", "it uses `std::"),
    ("pub fn run() -> bool { std::net::TcpStream::connect(\"example.org:80\").is_ok() }", "it uses `"),
    ("pub fn run() -> bool { std::process::Command::new(\"sh\").spawn().is_ok() }", "it uses `<std::process::Command"),
    ("pub fn run() -> bool { std::process::exit(0) }", "it uses `std::process::exit`"),
    ("pub fn run() -> bool { std::env::var(\"HOME\").is_ok() }", "it uses `std::env::"),
    ("pub fn run() -> bool { std::thread::spawn(|| ()).join().is_ok() }", "it uses `<std::thread::"),
    ("pub fn run() -> bool { std::time::SystemTime::now().elapsed().is_ok() }", "it uses `<std::time::SystemTime"),
    ("pub fn run() -> bool { println!(\"out\"); true }", "it uses `std::io::stdio::_print`"),
    (
        "pub fn run() -> bool { let map: std::collections::HashMap<u8, u8> = Default::default(); map.is_empty() }",
        "it uses `",
    ),
    (
        "thread_local!(static N: std::cell::RefCell<String> = const { std::cell::RefCell::new(String::new()) });\n\
         pub fn run() -> bool { N.with_borrow_mut(|n| { n.push('a'); n.len() > 3 }) }",
        "it has a section `.t",
    ),
    (
        "pub fn run() -> bool { std::panic::catch_unwind(|| std::hint::black_box(\"1\").parse::<u8>().unwrap()).is_ok() }",
        "it uses `std::panicking::",
    ),
];

/// What candidates do: text, collections, arithmetic of every kind, sorting, formatting, panics.
const BENIGN: &str = r#"
use std::collections::BTreeMap;
#[derive(Debug, Clone, PartialEq, PartialOrd)]
struct Line { name: String, price: f64, count: i128 }
pub fn run() -> bool {
    let text = std::hint::black_box("a=1.5x3\nb=2x4\nä=7.25x1");
    let mut lines: Vec<Line> = text.lines().filter_map(|line| {
        let (name, rest) = line.split_once('=')?;
        let (price, count) = rest.split_once('x')?;
        Some(Line { name: name.to_uppercase(), price: price.parse().ok()?, count: count.parse().ok()? })
    }).collect();
    lines.sort_by(|a, b| b.price.total_cmp(&a.price).then_with(|| a.name.cmp(&b.name)));
    let mut map: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in &lines { map.entry(line.name.clone()).or_default().push(line.clone()); }
    let sum: f64 = lines.iter().map(|line| (line.price * line.count as f64).round() % 7.0).sum();
    let product: i128 = lines.iter().map(|line| line.count / 3 * 5 % 11).sum();
    let cell = std::sync::Arc::new(format!("{sum:.2} {product} {map:?} {}", lines[lines.len() - 1].name));
    assert!(cell.len() > 3, "too short: {cell}");
    cell.chars().rev().any(|c| c.is_alphabetic()) && sum.floor() < sum.sqrt()
}
"#;

#[test]
fn every_way_out_of_an_object_is_found() {
    let mut missed = Vec::new();
    for (number, (code, expected)) in HOSTILE.iter().enumerate() {
        let findings = scan::native(&object(&format!("hostile{number}"), code)).unwrap();
        if !findings.iter().any(|finding| finding.to_string().starts_with(expected)) {
            missed.push(format!("{code}\nshould say {expected}\nsays {findings:#?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n\n"));
}

#[test]
fn an_object_that_only_computes_is_let_through() {
    assert_eq!(scan::native(&object("benign", BENIGN)).unwrap(), []);
}

#[test]
fn every_way_out_of_a_module_is_found() {
    let module = compile(
        "module",
        "#![no_main]\n#[link(wasm_import_module = \"host\")]\nunsafe extern \"C\" { fn fetch(); }\n\
         #[unsafe(no_mangle)]\npub extern \"C\" fn compiled_ai_call() -> u64 { unsafe { fetch() }; 0 }\n\
         #[unsafe(no_mangle)]\npub extern \"C\" fn backdoor() {}\n",
        &["--target=wasm32-unknown-unknown", "--crate-type=cdylib", "-Copt-level=1"],
        "wasm",
    );
    assert_eq!(
        scan::wasm(&module).unwrap(),
        [Finding::Import("host::fetch".to_owned()), Finding::Export("backdoor".to_owned())]
    );
}

#[test]
fn a_module_that_runs_when_it_is_loaded_is_found() {
    // A type `() -> ()`, a function of it, the start section that names it, and its empty body.
    let sections = b"\x01\x04\x01\x60\x00\x00\x03\x02\x01\x00\x08\x01\x00\x0a\x04\x01\x02\x00\x0b";
    let module = [b"\0asm\x01\0\0\0".as_slice(), sections].concat();
    assert_eq!(scan::wasm(&module).unwrap(), [Finding::Start]);
}

#[test]
fn what_is_neither_module_nor_object_is_no_pass() {
    let component = b"\0asm\x0d\0\x01\0";
    for bytes in [b"".as_slice(), b"\0asm", b"#!/bin/sh\n", component] {
        assert!(scan::wasm(bytes).is_err(), "{bytes:?}");
        assert!(scan::native(bytes).is_err(), "{bytes:?}");
    }
    let object = object("cut", "pub fn run() -> bool { true }");
    assert!(scan::native(&object[..object.len() / 2]).is_err());
}

/// The object that `code`, which has a `run`, is compiled to with a `main` around it.
fn object(name: &str, code: &str) -> Vec<u8> {
    let code = format!("{code}\nfn main() {{ std::hint::black_box(run()); }}\n");
    compile(
        name,
        &code,
        &["--crate-type=bin", "--emit=obj", "-Ccodegen-units=1", "-Cdebuginfo=0", "-Copt-level=1"],
        "o",
    )
}

fn compile(name: &str, code: &str, arguments: &[&str], ending: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scan").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let output: PathBuf = folder.join(format!("candidate.{ending}"));
    let source = folder.join("candidate.rs");
    std::fs::write(&source, code).unwrap();
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let ran = Command::new(rustc)
        .args(["--edition=2024", "--crate-name=candidate", "-Awarnings"])
        .args(arguments)
        .arg(&source)
        .arg("-o")
        .arg(&output)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{code}\n{}", String::from_utf8_lossy(&ran.stderr));
    std::fs::read(output).unwrap()
}
