//! `new`: begins a spec and wires the crate.

use std::fs;
use std::path::Path;

use compiled_ai_compiler::write;
use compiled_ai_core::codes::cli as codes;
use toml_edit::{DocumentMut, Item, Table, value};

use crate::Found;
use crate::arguments::New;
use crate::failure::Failure;
use crate::project::{self, Crate};
use crate::style;

const BUILD: &str = "fn main() {\n    compiled_ai_build::compile(\"specs\");\n}\n";
/// Line ends must survive a checkout, because the artifact's bytes are hashed.
const ATTRIBUTES: &str = "/compiled-ai/** text eol=lf linguist-generated\n";

/// Writes `specs/NAME.yaml`, `build.rs` and the dependencies, each only where it is missing.
pub(crate) fn run(arguments: &New) -> Result<Found, Failure> {
    let name = &arguments.name;
    let is_word = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    if !is_word(name) || syn::parse_str::<syn::Ident>(name).is_err() {
        return Err(Failure::new(codes::NOT_BEGUN, format!("`{name}` can't name a function"))
            .help("use snake_case: lower-case letters, digits and `_`, beginning with a letter, no keyword of Rust"));
    }
    let crates = project::crates(arguments.manifest_path.as_deref(), None)?;
    let [krate] = crates.as_slice() else {
        let names: Vec<String> = crates.iter().map(|krate| format!("`{}`", krate.name)).collect();
        return Err(Failure::new(codes::CRATE, "there are several crates here")
            .note(names.join(", "))
            .help("run this in the folder of one of them, or give `--manifest-path`"));
    };
    let spec = krate.folder.join(krate.config.specs()).join(format!("{name}.yaml"));
    if spec.exists() {
        return Err(Failure::new(codes::NOT_BEGUN, format!("`{}` is there already", project::show(&spec)))
            .help("choose another name, or edit that file"));
    }
    if let Some(folder) = spec.parent() {
        fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
    }
    create(&spec, &template(name))?;
    wire_build_script(krate)?;
    wire_manifest(krate)?;
    let attributes = krate.folder.join(".gitattributes");
    if !attributes.exists() {
        create(&attributes, ATTRIBUTES)?;
    }
    let done = style::DONE;
    anstream::println!("\nNext: describe the function in {done}{}{done:#}, then", project::show(&spec));
    anstream::println!("  cargo compiled-ai compile {name}");
    anstream::println!("and call it:");
    anstream::println!("  #[compiled_ai::spec(\"{name}.yaml\")]");
    anstream::println!("  fn {name}(text: &str) -> Result<Found, compiled_ai::Abstain>;");
    Ok(Found::Nothing)
}

fn wire_build_script(krate: &Crate) -> Result<(), Failure> {
    let path = krate.folder.join("build.rs");
    match fs::read_to_string(&path) {
        Ok(text) if text.contains("compiled_ai_build::") => Ok(()),
        Ok(_) => {
            let warn = style::WARN;
            let shown = project::show(&path);
            anstream::println!(
                "{warn}to do{warn:#}    add to `main` in {shown}: compiled_ai_build::compile(\"specs\");"
            );
            Ok(())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => create(&path, BUILD),
        Err(error) => Err(not_written(&path, &error)),
    }
}

fn wire_manifest(krate: &Crate) -> Result<(), Failure> {
    let path = krate.folder.join("Cargo.toml");
    let text = fs::read_to_string(&path).map_err(|error| not_written(&path, &error))?;
    let mut manifest: DocumentMut = text.parse().map_err(|error| {
        Failure::new(codes::CRATE, format!("`{}` can't be read", project::show(&path))).note(format!("{error}"))
    })?;
    let mut added = Vec::new();
    for (section, dependency) in [("dependencies", "compiled-ai"), ("build-dependencies", "compiled-ai-build")] {
        let table = manifest.entry(section).or_insert_with(|| Item::Table(Table::new()));
        let Some(table) = table.as_table_like_mut() else { continue };
        let is_there = table
            .iter()
            .any(|(name, item)| name == dependency || item.get("package").and_then(Item::as_str) == Some(dependency));
        if !is_there {
            table.insert(dependency, value(env!("CARGO_PKG_VERSION")));
            added.push(dependency);
        }
    }
    if !added.is_empty() {
        write::atomically(&path, manifest.to_string().as_bytes()).map_err(|error| not_written(&path, &error))?;
        report("added", &format!("{} to {}", added.join(" and "), project::show(&path)));
    }
    Ok(())
}

fn create(path: &Path, text: &str) -> Result<(), Failure> {
    write::atomically(path, text.as_bytes()).map_err(|error| not_written(path, &error))?;
    report("wrote", &project::show(path));
    Ok(())
}

fn report(what: &str, detail: &str) {
    let done = style::DONE;
    anstream::println!("{done}{what:<8}{done:#} {detail}");
}

fn not_written(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(codes::NOT_WRITTEN, format!("`{}` can't be written: {error}", project::show(path)))
}

fn template(name: &str) -> String {
    include_str!("new.yaml").replace("NAME", name)
}
