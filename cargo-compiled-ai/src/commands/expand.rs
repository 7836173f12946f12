//! `expand`: what a build compiles, how a component is called, or what a model would be asked.

use compiled_ai_compiler::prompt::Prompts;
use compiled_ai_compiler::validate::security::Profile;
use compiled_ai_core::files::Disk;
use compiled_ai_core::{emit, hash, hit, render, split};

use crate::Found;
use crate::arguments::{Expand, Selection};
use crate::failure::Failure;
use crate::project;

/// Prints the module of a locked spec, its WIT, or the first prompt.
pub(crate) fn run(arguments: &Expand) -> Result<Found, Failure> {
    let selection = Selection {
        specs: vec![arguments.spec.clone()],
        package: None,
        manifest_path: arguments.manifest_path.clone(),
    };
    for file in project::specs(&selection)? {
        let loaded = file.load();
        let Some(spec) = loaded.spec else {
            anstream::eprintln!("{}", render::styled(&loaded.diagnostics, &loaded.sources));
            return Ok(Found::Problems);
        };
        if arguments.prompt {
            let prompts = Prompts::new(&spec, &split::split(&spec).shown, Profile::gate_1());
            println!("{}", prompts.first().text());
            continue;
        }
        if arguments.wit {
            let clashes = emit::wit_clashes(&spec);
            if clashes.is_empty() {
                print!("{}", emit::wit(&spec, true));
                continue;
            }
            // With `target: wasm` the spec has no WIT either, and says where.
            let problems: Vec<_> = clashes.iter().map(|clash| clash.diagnostic()).collect();
            anstream::eprintln!("{}", render::styled(&problems, &loaded.sources));
            return Ok(Found::Problems);
        }
        match hit::look_up_unreviewed(&Disk, &file.lock_folder(), &spec, &file.shown) {
            Ok(hit) => {
                let module = emit::module(&spec, &hash::spec(&spec), &hit.artifact, "::compiled_ai");
                let formatted = syn::parse_file(&module).map(|file| prettyplease::unparse(&file));
                print!("{}", formatted.unwrap_or(module));
            }
            Err(problem) => {
                anstream::eprintln!("{}", render::styled(&[*problem], &loaded.sources));
                return Ok(Found::Problems);
            }
        }
    }
    Ok(Found::Nothing)
}
