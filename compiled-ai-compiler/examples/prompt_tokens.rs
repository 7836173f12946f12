//! Counts the tokens of first prompts by part, or of any text: `cargo run -p compiled-ai-compiler --example prompt_tokens -- FILE...`.
//!
//! A `.yaml` file is a spec, whose first prompt is counted by part; of any other file the whole is counted. `--print` shows the
//! prompts too.

use std::path::Path;
use std::process::ExitCode;

use compiled_ai_compiler::prompt::Prompts;
use compiled_ai_compiler::tokens;
use compiled_ai_compiler::validate::security::Profile;
use compiled_ai_core::files::Disk;
use compiled_ai_core::load::load;
use compiled_ai_core::split::split;

fn main() -> ExitCode {
    let (options, files): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    println!("{:32} {:>6} {:>6} {:>6} {:>8} {:>6}", "", "fixed", "spec", "kit", "examples", "all");
    for file in files {
        if let Err(why) = count(&file, options.iter().any(|option| option == "--print")) {
            eprintln!("{file}: {why}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn count(file: &str, is_printed: bool) -> Result<(), String> {
    if !file.ends_with(".yaml") {
        let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
        println!("{file:32} {:>37}", tokens::count(&text));
        return Ok(());
    }
    let spec = load(&Disk, Path::new(file), file).spec.ok_or("is no spec without errors")?;
    let prompt = Prompts::new(&spec, &split(&spec).shown, Profile::gate_1()).first();
    let user = prompt.user.as_str();
    let examples = user.find("\n# Examples (").unwrap_or(user.len());
    let kit = user.find("\n# Kit\n").unwrap_or(examples);
    let part = |text: &str| tokens::count(text);
    println!(
        "{file:32} {:>6} {:>6} {:>6} {:>8} {:>6}",
        part(&prompt.system),
        part(&user[..kit]),
        part(&user[kit..examples]),
        part(&user[examples..]),
        part(&prompt.text())
    );
    if is_printed {
        println!("{}", prompt.text());
    }
    Ok(())
}
