//! A look at what was built, before any of it runs: can the compiled candidate reach outside?
//!
//! The security stage allows no source that could. This does not read Rust but what the compiler made of it, and so holds
//! where the two would disagree about the meaning of a text. It sees names and sections, not instructions: a system call
//! written as assembler has no name, and is left to `forbid(unsafe_code)` and the gate.

use std::collections::BTreeSet;
use std::fmt;

use compiled_ai_core::emit;
use compiled_ai_core::spec::Spec;
use object::{Object as _, ObjectSection as _, ObjectSymbol as _, SymbolKind};
use rustc_demangle::try_demangle;
use wasmparser::{ExternalKind, Parser, Payload};

/// Findings beyond this number tell nothing new.
const MOST: usize = 10;
/// Characters of a name; those of generic functions can be very long.
const LONGEST: usize = 200;

/// Something in compiled code that no benign candidate has.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// A module wants this from whoever instantiates it.
    Import(String),
    /// Others could call or link to this.
    Export(String),
    /// A module runs code when it is instantiated.
    Start,
    /// The linker or loader would treat this section in a way of its own.
    Section(String),
    /// It uses this function or variable.
    Symbol(String),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::Import(name) => write!(f, "it imports `{name}`"),
            Finding::Export(name) => write!(f, "it exports `{name}`"),
            Finding::Start => f.write_str("it runs when it is loaded"),
            Finding::Symbol(name) => write!(f, "it uses `{name}`"),
            Finding::Section(name) => write!(f, "it has a section `{name}`"),
        }
    }
}

/// The bytes are no module or object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

/// Scans a candidate's WebAssembly module: no imports, no start function, no exports but those that the sandbox knows.
///
/// # Errors
/// The bytes are no WebAssembly module.
pub fn wasm(module: &[u8]) -> Result<Vec<Finding>, Unreadable> {
    scan_module(module, &|export| EXPORTS.contains(export))
}

/// Scans the module that becomes a component: as [`wasm`], with these functions for exports.
///
/// # Errors
/// The bytes are no WebAssembly module.
pub fn guest(module: &[u8], exports: &[String]) -> Result<Vec<Finding>, Unreadable> {
    scan_module(module, &|(kind, name)| match kind {
        ExternalKind::Func => exports.iter().any(|export| export == name),
        _ => EXPORTS.contains(&(*kind, *name)),
    })
}

/// Scans a component: no imports, neither of it nor of the modules in it, and no export but the interface of `spec`.
///
/// # Errors
/// The bytes are no component, or no valid one.
pub fn component(component: &[u8], spec: &Spec) -> Result<Vec<Finding>, Unreadable> {
    let unreadable = |error: wasmparser::BinaryReaderError| Unreadable(error.to_string());
    if !Parser::is_component(component) {
        return Err(Unreadable("no component".to_owned()));
    }
    wasmparser::Validator::new().validate_all(component).map_err(unreadable)?;
    let interface = emit::interface(spec);
    let mut findings = BTreeSet::new();
    // Components within it may import, because what they import can come from nowhere but from within.
    let mut depth = 0usize;
    for payload in Parser::new(0).parse_all(component) {
        match payload.map_err(unreadable)? {
            Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => depth += 1,
            Payload::End(_) => depth = depth.saturating_sub(1),
            Payload::ComponentImportSection(section) if depth == 0 => {
                for import in section {
                    findings.insert(Finding::Import(cut(import.map_err(unreadable)?.name.name)));
                }
            }
            Payload::ComponentExportSection(section) if depth == 0 => {
                for export in section {
                    let name = export.map_err(unreadable)?.name.name;
                    if name != interface {
                        findings.insert(Finding::Export(cut(name)));
                    }
                }
            }
            Payload::ComponentStartSection { .. } | Payload::StartSection { .. } => _ = findings.insert(Finding::Start),
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.map_err(unreadable)?;
                    findings.insert(Finding::Import(cut(&format!("{}::{}", import.module, import.name))));
                }
            }
            _ => {}
        }
    }
    Ok(findings.into_iter().take(MOST).collect())
}

fn scan_module(module: &[u8], is_allowed: &dyn Fn(&(ExternalKind, &str)) -> bool) -> Result<Vec<Finding>, Unreadable> {
    let unreadable = |error: wasmparser::BinaryReaderError| Unreadable(error.to_string());
    let mut findings = BTreeSet::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.map_err(unreadable)? {
            Payload::Version { encoding: wasmparser::Encoding::Component, .. } => {
                return Err(Unreadable("a component instead of a module".to_owned()));
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.map_err(unreadable)?;
                    findings.insert(Finding::Import(cut(&format!("{}::{}", import.module, import.name))));
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export.map_err(unreadable)?;
                    if !is_allowed(&(export.kind, export.name)) {
                        findings.insert(Finding::Export(cut(export.name)));
                    }
                }
            }
            Payload::StartSection { .. } => _ = findings.insert(Finding::Start),
            _ => {}
        }
    }
    Ok(findings.into_iter().take(MOST).collect())
}

/// Scans the object file that a candidate was compiled to for the host, in ELF, Mach-O or COFF.
///
/// Every symbol in it, used or defined, has to be of a crate that candidates are compiled against, or one that a compiler
/// calls by itself; of `std` only what starts `main`. It exports nothing but `main`, and has only the usual sections.
///
/// # Errors
/// The bytes are no object file.
pub fn native(object: &[u8]) -> Result<Vec<Finding>, Unreadable> {
    let unreadable = |error: object::Error| Unreadable(error.to_string());
    let file = object::File::parse(object).map_err(unreadable)?;
    let mut findings = BTreeSet::new();
    for section in file.sections() {
        let name = String::from_utf8_lossy(section.name_bytes().map_err(unreadable)?);
        if !is_usual_section(&name) {
            findings.insert(Finding::Section(cut(&name)));
        }
    }
    // Mach-O puts a `_` before every name.
    let prefix = if file.format() == object::BinaryFormat::MachO { "_" } else { "" };
    for symbol in file.symbols() {
        if matches!(symbol.kind(), SymbolKind::Section | SymbolKind::File) {
            continue;
        }
        let name = String::from_utf8_lossy(symbol.name_bytes().map_err(unreadable)?);
        let name = name.strip_prefix(prefix).unwrap_or(&name);
        match try_demangle(name) {
            Ok(path) => {
                let path = format!("{path:#}");
                if !is_of_known_crates(&path) {
                    findings.insert(Finding::Symbol(cut(&path)));
                }
            }
            Err(_) if symbol.is_undefined() => {
                if !name.is_empty() && !is_of_the_compiler(name) {
                    findings.insert(Finding::Symbol(cut(name)));
                }
            }
            Err(_) if symbol.is_local() => {}
            Err(_) => {
                if name != "main" && name.strip_prefix("DW.ref.") != Some(PERSONALITY) {
                    findings.insert(Finding::Export(cut(name)));
                }
            }
        }
    }
    Ok(findings.into_iter().take(MOST).collect())
}

/// What the harness exports, and the linker by itself.
const EXPORTS: &[(ExternalKind, &str)] = &[
    (ExternalKind::Memory, "memory"),
    (ExternalKind::Func, "main"),
    (ExternalKind::Func, "compiled_ai_input"),
    (ExternalKind::Func, "compiled_ai_call"),
    (ExternalKind::Func, "compiled_ai_panic"),
    (ExternalKind::Func, "compiled_ai_reached"),
    (ExternalKind::Global, "__data_end"),
    (ExternalKind::Global, "__heap_base"),
];

/// Crates that hold nothing which reaches outside: the candidate's own, the library's portable part, the kit's.
const CRATES: &[&str] = &[
    "__rustc",
    "aho_corasick",
    "alloc",
    "arrayvec",
    "base64",
    "candidate",
    "compiled_ai_kit",
    "compiled_ai_runtime",
    "core",
    "itoa",
    "jiff",
    "jiff_core",
    "memchr",
    "num_traits",
    "once_cell",
    "regex",
    "regex_automata",
    "regex_syntax",
    "rust_decimal",
    "serde",
    "serde_core",
    "serde_json",
    "zmij",
];

/// Of `std`, what is around every `main`.
const STARTS_MAIN: &[&str] =
    &["std::rt::lang_start", "std::rt::lang_start_internal", "std::sys::backtrace::__rust_begin_short_backtrace"];

const PERSONALITY: &str = "rust_eh_personality";

/// What compilers call for memory, arithmetic, unwinding and large stack frames.
const OF_THE_COMPILER: &[&str] = &[
    // memory
    "memcpy",
    "memmove",
    "memset",
    "memcmp",
    "bcmp",
    // 128-bit integers
    "__multi3",
    "__muloti4",
    "__divti3",
    "__udivti3",
    "__modti3",
    "__umodti3",
    "__ashlti3",
    "__ashrti3",
    "__lshrti3",
    // conversions between 128-bit integers and floats
    "__floattidf",
    "__floatuntidf",
    "__fixdfti",
    "__fixunsdfti",
    "__floattisf",
    "__floatuntisf",
    "__fixsfti",
    "__fixunssfti",
    // rounding, remainder and roots of floats
    "ceil",
    "floor",
    "trunc",
    "round",
    "rint",
    "roundeven",
    "sqrt",
    "fma",
    "fmod",
    "fmin",
    "fmax",
    "ceilf",
    "floorf",
    "truncf",
    "roundf",
    "rintf",
    "roundevenf",
    "sqrtf",
    "fmaf",
    "fmodf",
    "fminf",
    "fmaxf",
    // unwinding
    PERSONALITY,
    "_Unwind_Resume",
    "__CxxFrameHandler3",
    "__gxx_personality_v0",
    // stack probes and what MSVC wants to see beside floats
    "__chkstk",
    "__rust_probestack",
    "_fltused",
    "_GLOBAL_OFFSET_TABLE_",
];

/// Sections of code, data, unwinding and notes, in ELF, Mach-O and COFF; what begins with one of these and a `.` or `$` too.
const SECTIONS: &[&str] = &[
    "",
    // ELF
    ".text",
    ".rodata",
    ".data",
    ".bss",
    ".eh_frame",
    ".gcc_except_table",
    ".comment",
    ".note",
    ".group",
    ".symtab",
    ".symtab_shndx",
    ".strtab",
    ".shstrtab",
    ".llvm_addrsig",
    ".ARM.exidx",
    ".ARM.extab",
    ".ARM.attributes",
    ".riscv.attributes",
    // Mach-O
    "__text",
    "__const",
    "__cstring",
    "__literal4",
    "__literal8",
    "__literal16",
    "__data",
    "__bss",
    "__common",
    "__eh_frame",
    "__gcc_except_tab",
    "__compact_unwind",
    "__unwind_info",
    // COFF
    ".rdata",
    ".xdata",
    ".pdata",
    ".drectve",
];

fn is_usual_section(name: &str) -> bool {
    // Relocations of a section are named after it.
    let name = name.strip_prefix(".rela").or_else(|| name.strip_prefix(".rel")).unwrap_or(name);
    SECTIONS.iter().any(|usual| {
        name.strip_prefix(usual)
            .is_some_and(|rest| rest.is_empty() || !usual.is_empty() && rest.starts_with(['.', '$']))
    })
}

fn is_of_the_compiler(name: &str) -> bool {
    OF_THE_COMPILER.contains(&name)
}

/// Whether every path in a demangled name begins at a crate that may be used. `<std::fs::File as core::ops::Drop>::drop` is
/// of two crates.
fn is_of_known_crates(demangled: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    demangled.split(|c| !is_part(c)).all(|path| match path.split_once("::") {
        // A path that begins with `::` goes on with what stands before it; `_::<impl …>` is of an anonymous constant.
        None | Some(("" | "_", _)) => true,
        Some(("std", _)) => STARTS_MAIN.contains(&path.trim_end_matches("::")),
        Some((root, _)) => CRATES.contains(&root),
    })
}

/// A name as it may be shown.
fn cut(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(LONGEST).collect()
}
