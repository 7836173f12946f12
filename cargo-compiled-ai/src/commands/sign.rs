//! `sign`: signs what is locked, or makes a key.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;

use compiled_ai_compiler::config::ConfigError;
use compiled_ai_compiler::locking;
use compiled_ai_compiler::signing::{PrivateKey, Signed, short, sign};
use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::render;

use super::check::{self, State};
use super::compile::{hold, not_written};
use super::progress::Progress;
use crate::Found;
use crate::arguments::Sign;
use crate::failure::Failure;
use crate::project::{self, SpecFile};
use crate::style;

/// Signs what is locked for the selected specs.
pub(crate) fn run(arguments: &Sign) -> Result<Found, Failure> {
    if let Some(file) = &arguments.new_key {
        return new_key(file);
    }
    let specs = project::specs(&arguments.selection)?;
    // All keys first: where one is missing, nothing is signed.
    let keys = specs
        .iter()
        .map(|spec| spec.krate.config.signing().and_then(|signing| Ok((signing.key()?, signing.trusted))))
        .collect::<Result<Vec<_>, ConfigError>>()?;
    let mut found = Found::Nothing;
    for (spec, (key, trusted)) in specs.iter().zip(&keys) {
        if one(spec, key, trusted.contains(&key.public()))? == Found::Problems {
            found = Found::Problems;
        }
    }
    Ok(found)
}

fn one(file: &SpecFile, key: &PrivateKey, is_trusted: bool) -> Result<Found, Failure> {
    let progress = Progress::new(&file.stem(), false);
    let folder = file.lock_folder();
    let _guard = hold(file, &progress)?;
    locking::settle(&folder).map_err(|error| not_written(file, &error))?;
    let name = match check::state(file) {
        (State::Locked { name, .. }, _) => name,
        (State::Wrong(diagnostics), sources) => {
            progress.end();
            anstream::eprintln!("{}", render::styled(&diagnostics, &sources));
            return Ok(Found::Problems);
        }
    };
    let signed = sign(&folder, key).map_err(|error| not_written(file, &error))?;
    let keyid = key.public().id();
    let keyid = short(&keyid);
    match signed {
        Signed::Current => progress.line(style::DONE, "current", &format!("{name}, signed by key {keyid} before")),
        Signed::Written { kept, replaced } => {
            let others = match (replaced, kept) {
                (true, _) => "; an envelope that did not fit was replaced".to_owned(),
                (_, 0) => String::new(),
                (_, 1) => "; another signature stays".to_owned(),
                (_, several) => format!("; {several} other signatures stay"),
            };
            progress.line(
                style::DONE,
                "signed",
                &format!("{name}, by key {keyid}{others}; commit {}", project::show(&folder)),
            );
        }
    }
    if !is_trusted {
        let why = format!("key {keyid} is not in `signing.trusted`: others see a signature by an unknown key");
        progress.line(style::WARN, "untrusted", &why);
    }
    Ok(Found::Nothing)
}

/// Makes a key that only its owner can read.
fn new_key(file: &Path) -> Result<Found, Failure> {
    let failed = |why: String| Failure::new(codes::SIGNING_KEY, format!("`{}` {why}", file.display()));
    let key = PrivateKey::generate().map_err(|error| failed(format!("can't be made: {error}")))?;
    let pem = key.to_pem().map_err(|error| failed(format!("can't be made: {error}")))?;
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut written = options.open(file).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            failed("is there already".to_owned()).note("a key is never replaced").help("name another file")
        }
        _ => failed(format!("can't be written: {error}")),
    })?;
    if let Err(error) = written.write_all(pem.as_ref()).and_then(|()| written.sync_all()) {
        // Half a key is of no use to anybody.
        let _ = std::fs::remove_file(file);
        return Err(failed(format!("can't be written: {error}")));
    }
    println!("{}", key.public());
    let label = style::LABEL;
    anstream::eprintln!(
        "  {label}= note:{label:#} `{}` holds the private key; keep it out of the repository",
        file.display()
    );
    anstream::eprintln!(
        "  {label}= help:{label:#} add the line above to `trusted` under `[signing]` in `compiled-ai.toml`, on the protected branch"
    );
    Ok(Found::Nothing)
}
