//! From a candidate to the bytes of a component.

use std::process::Command;

use compiled_ai_core::codes::validation as codes;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::emit;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::spec::Spec;
use wit_component::{ComponentEncoder, StringEncoding, embed_component_metadata};
use wit_parser::Resolve;

use super::patterns;
use crate::kit::{Kit, WASM, process};
use crate::validate::scan;
use crate::validate::syntax::{self, FILE, Program};

/// The section of a component that says which spec it was made from: `read_receipt@sha256:…`.
pub const SPEC_SECTION: &str = "compiled-ai-spec";

/// The section of a component that holds the hash of its interface as WIT, without docs: `sha256:…`. It is the last one.
pub const WIT_SECTION: &str = "compiled-ai-wit";

/// What `rustc` writes, in a folder of its own.
const MODULE: &str = "candidate.wasm";
/// The stack of Rust's own, in bytes. A new instance costs the time to clear it.
const STACK: usize = 256 << 10;

/// Makes the component of `candidate`, which has passed every other stage.
///
/// # Errors
/// It can't be compiled or encoded: a fault of the toolchain or of this compiler, because the candidate has been compiled before.
pub fn build(kit: &Kit, spec: &Spec, hash: &Hash, candidate: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let module = compile(kit, spec, hash, candidate)?;
    let findings = scan::guest(&module, &emit::guest_exports(spec)).map_err(|error| trouble(&error.to_string()))?;
    reaches_out(&findings)?;
    let component = encode(module, spec, hash).map_err(|error| trouble(&format!("{error:#}")))?;
    check(&component, spec)?;
    Ok(component)
}

/// Looks at a component as at something that anybody may have made: it imports nothing, and exports the function of `spec`.
///
/// # Errors
/// It does not, or is no component.
pub fn check(component: &[u8], spec: &Spec) -> Result<(), Box<Diagnostic>> {
    reaches_out(&scan::component(component, spec).map_err(|error| trouble(&error.to_string()))?)
}

fn reaches_out(findings: &[scan::Finding]) -> Result<(), Box<Diagnostic>> {
    if findings.is_empty() {
        return Ok(());
    }
    let problem = Diagnostic::error(codes::REACHES_OUT, "a component reaches outside");
    Err(Box::new(findings.iter().fold(problem, |problem, finding| problem.note(finding.to_string()))))
}

/// The core module.
fn compile(kit: &Kit, spec: &Spec, hash: &Hash, candidate: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let program = Program::guest(spec, hash, candidate);
    let text = program.text().to_owned() + &patterns::table(candidate, |name, version| kit.has(name, version));
    let scratch = tempfile::Builder::new()
        .prefix("compiled-ai-")
        .tempdir()
        .and_then(|scratch| std::fs::write(scratch.path().join(FILE), &text).map(|()| scratch))
        .map_err(|error| trouble(&format!("no folder to compile in: {error}")))?;
    let command = rustc(kit, spec, &scratch)?;
    let reach = kit.toolchain.reach(&kit.folder, scratch.path());
    let finished = process::run(&command, &[], syntax::LIMITS, &kit.toolchain.jail, &reach)
        .map_err(|error| trouble(&format!("rustc: {error}")))?;
    if let Err(errors) = syntax::judge(&finished, kit, &program, &scratch)? {
        let problem = trouble("it has been compiled before, and not in this form");
        return Err(Box::new(errors.iter().fold(*problem, |problem, error| problem.note(format!("{error:?}")))));
    }
    std::fs::read(scratch.path().join(MODULE))
        .map_err(|error| trouble(&format!("what rustc wrote can't be read: {error}")))
}

fn rustc(kit: &Kit, spec: &Spec, scratch: &tempfile::TempDir) -> Result<Command, Box<Diagnostic>> {
    let libraries = kit.component.as_ref().ok_or_else(|| trouble("the kit was not built for components"))?;
    let mut command = kit.toolchain.rustc(scratch.path());
    command.args(["--edition=2024", "--crate-type=bin", "--crate-name=candidate", "--error-format=json"]);
    command.args(["-Awarnings", "-Cdebuginfo=0", FILE, "-o", MODULE, "--target", WASM]);
    syntax::link(&mut command, libraries);
    command.args(["-Copt-level=3", "-Ccodegen-units=1", "-Clto=fat", "-Cpanic=abort"]);
    command.args(["-Coverflow-checks=on", "-Cstrip=symbols"]);
    command.arg(format!("-Clink-arg=-zstack-size={STACK}"));
    command.args(emit::guest_exports(spec).map(|name| format!("-Clink-arg=--export={name}")));
    Ok(command)
}

fn encode(mut module: Vec<u8>, spec: &Spec, hash: &Hash) -> wasmtime::Result<Vec<u8>> {
    let wrong = |error: &dyn std::fmt::Display| wasmtime::Error::msg(format!("{error:#}"));
    let mut resolve = Resolve::default();
    let text = emit::wit(spec, false);
    let package = resolve.push_source("artifact.wit", &text).map_err(|error| wrong(&error))?;
    let world = resolve.select_world(&[package], Some("artifact")).map_err(|error| wrong(&error))?;
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8).map_err(|error| wrong(&error))?;
    let mut encoder = ComponentEncoder::default().validate(true).module(&module).map_err(|error| wrong(&error))?;
    let mut component = encoder.encode().map_err(|error| wrong(&error))?;
    section(&mut component, SPEC_SECTION, format!("{}@{hash}", spec.name).as_bytes());
    section(&mut component, WIT_SECTION, Hash::of(&text).as_str().as_bytes());
    Ok(component)
}

/// Appends a section that no engine looks at.
fn section(component: &mut Vec<u8>, name: &str, content: &[u8]) {
    let mut body = vec![];
    unsigned(&mut body, name.len());
    body.extend_from_slice(name.as_bytes());
    body.extend_from_slice(content);
    component.push(0);
    unsigned(component, body.len());
    component.extend(body);
}

/// LEB128, <https://webassembly.github.io/spec/core/binary/values.html#integers>.
fn unsigned(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn trouble(why: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(codes::COMPONENT, "a component can't be made").note(why.to_owned()))
}
