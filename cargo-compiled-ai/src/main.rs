//! `cargo compiled-ai`: compile YAML specs into checked, locked Rust.

mod arguments;
mod asking;
mod commands;
mod failure;
mod project;
mod style;
mod table;

use std::process::ExitCode;

use clap::Parser as _;

use crate::arguments::{Arguments, Command};
use crate::failure::Failure;

/// What a command found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// All is well: exit status 0.
    Nothing,
    /// Something is wrong with a spec, a candidate or a lock: exit status 1.
    Problems,
}

fn main() -> ExitCode {
    // cargo passes the subcommand's own name first.
    let arguments = std::env::args_os().enumerate();
    let arguments =
        arguments.filter(|(index, argument)| *index != 1 || argument != "compiled-ai").map(|(_, argument)| argument);
    match run(Arguments::parse_from(arguments).command) {
        Ok(Found::Nothing) => ExitCode::SUCCESS,
        Ok(Found::Problems) => ExitCode::from(1),
        Err(failure) => {
            failure.show();
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<Found, Failure> {
    match command {
        Command::New(arguments) => commands::new::run(&arguments),
        Command::Compile(arguments) => commands::compile::run(&arguments),
        Command::Plan(arguments) => commands::plan::run(&arguments),
        Command::Stats(arguments) => commands::stats::run(&arguments),
        Command::Doctor(arguments) => commands::doctor::run(&arguments),
        Command::Check(arguments) => commands::check::run(&arguments),
        Command::Verify(arguments) => commands::verify::run(&arguments),
        Command::Sign(arguments) => commands::sign::run(&arguments),
        Command::Review(arguments) => commands::review::run(&arguments),
        Command::Audit(arguments) => commands::audit::run(&arguments),
        Command::List(selection) => commands::list::run(&selection),
        Command::Expand(arguments) => commands::expand::run(&arguments),
        Command::Explain { code } => commands::explain::run(code.as_deref()),
        Command::Schema => commands::explain::schema(),
    }
}
