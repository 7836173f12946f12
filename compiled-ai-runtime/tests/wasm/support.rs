//! A module by hand, in a component by hand, behind a host.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use compiled_ai_runtime::wasm::{CallError, Code, Description, Engine, Host, Instance, Isolation, Limits, Settings};
use sha2::Digest as _;

#[derive(Debug, PartialEq)]
pub(crate) struct Output {
    pub(crate) count: i64,
    pub(crate) lines: Vec<String>,
}

compiled_ai_runtime::__wasm_record!(Output { count: i64, lines: Vec<String> });

#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) text: &'a str,
}

compiled_ai_runtime::__wasm_record!(lower Input<'a> { text: &'a str });

pub(crate) type Parameters = (u32, u32);

pub(crate) static DESCRIPTION: Description = Description {
    name: "test@000000000001",
    spec: "sha256:0000000000010000000000000000000000000000000000000000000000000000",
    wit: "sha256:0000000000020000000000000000000000000000000000000000000000000000",
    export: "compiled-ai:test/function#run",
};

/// The component: its module, and nothing else that the host looks at.
pub(crate) fn component() -> &'static [u8] {
    static COMPONENT: OnceLock<Vec<u8>> = OnceLock::new();
    COMPONENT.get_or_init(|| wrap(&build(), DESCRIPTION.spec, DESCRIPTION.wit))
}

/// A component around a module.
pub(crate) fn wrap(module: &[u8], spec: &str, wit: &str) -> Vec<u8> {
    let mut bytes = b"\0asm\x0d\0\x01\0".to_vec();
    section(&mut bytes, 1, module);
    section(&mut bytes, 0, &[b"\x10compiled-ai-spec", b"test@".as_slice(), spec.as_bytes()].concat());
    section(&mut bytes, 0, &[b"\x0fcompiled-ai-wit", wit.as_bytes()].concat());
    bytes
}

fn section(bytes: &mut Vec<u8>, id: u8, content: &[u8]) {
    bytes.push(id);
    let mut length = content.len();
    while length >= 0x80 {
        bytes.push(length as u8 | 0x80);
        length >>= 7;
    }
    bytes.push(length as u8);
    bytes.extend(content);
}

/// The module, as rustc makes it.
pub(crate) fn build() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let module = folder.path().join("guest.wasm");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wasm/guest.rs");
    let output = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .args(["--edition=2024", "--crate-type=cdylib", "--target=wasm32-unknown-unknown", "-Cpanic=abort"])
        .args(["-Copt-level=3", "-Cstrip=symbols", "-Ccodegen-units=1", "-Clink-arg=-zstack-size=131072", "-o"])
        .args([&module, &source])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(module).unwrap()
}

pub(crate) fn hash(bytes: &[u8]) -> String {
    let digest = sha2::Sha256::digest(bytes);
    digest.iter().fold("sha256:".to_owned(), |text, byte| format!("{text}{byte:02x}"))
}

pub(crate) fn leak<T: ?Sized>(value: Box<T>) -> &'static T {
    Box::leak(value)
}

pub(crate) fn code(bytes: &[u8]) -> Code {
    Code::Component { bytes: leak(bytes.into()), hash: leak(hash(bytes).into_boxed_str()) }
}

fn warm_up(instance: &mut Instance<Parameters>) {
    let _ = instance.call::<_, Output>(&Input { text: "warm up" });
}

pub(crate) fn host_of(code: Code) -> &'static Host<Parameters> {
    leak(Host::new(&DESCRIPTION, code, warm_up).into())
}

/// A host with an engine of its own.
pub(crate) fn host(isolation: Isolation, limits: Limits) -> &'static Host<Parameters> {
    let host = host_of(code(component()));
    host.run_in(&Engine::new(Settings { limits, isolation }).unwrap()).unwrap();
    host
}

pub(crate) fn call(host: &Host<Parameters>, text: &str) -> Result<Output, CallError> {
    host.call(&Input { text })
}
