//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

const AFTER: &str = "\
Exit status:
  0  done, or nothing to do
  1  something is wrong with a spec, a candidate or a lock
  2  the command could not do its work: arguments, configuration, provider, toolchain, disk

A spec is named by its file (specs/receipt.yaml) or its stem (receipt).
Only `compile` asks a model. Only `compile` and `verify` run rustc.";

/// Compile YAML specs into checked, locked Rust.
#[derive(Debug, Parser)]
#[command(name = "cargo compiled-ai", bin_name = "cargo compiled-ai", version, after_help = AFTER)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Begin a spec: write a commented specs/NAME.yaml and wire build.rs
    New(New),
    /// Have a model write what is missing or stale, check it and lock it
    Compile(Compile),
    /// Tell whether every spec is locked, current and intact (offline, no key, no rustc)
    Check(Check),
    /// Run what is locked through every stage again, trusting no hash (no model)
    Verify(Verify),
    /// List the specs and what is locked for them
    List(Selection),
    /// Show the Rust that a spec becomes in a build, or the prompt that a model would get
    Expand(Expand),
    /// Explain a diagnostic code, or list them all
    Explain {
        /// A code such as CAI0202
        code: Option<String>,
    },
    /// Print the JSON Schema of a spec file, for editors with a YAML language server
    Schema,
}

/// Which specs.
#[derive(Debug, Clone, Args)]
pub(crate) struct Selection {
    /// Specs by file or stem; all of them if none is named
    #[arg(value_name = "SPEC")]
    pub(crate) specs: Vec<String>,
    /// Only specs of this package
    #[arg(short, long, value_name = "NAME")]
    pub(crate) package: Option<String>,
    /// The Cargo.toml of the crate or workspace
    #[arg(long, value_name = "FILE")]
    pub(crate) manifest_path: Option<PathBuf>,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// The spec's name, in snake_case
    pub(crate) name: String,
    /// The Cargo.toml of the crate
    #[arg(long, value_name = "FILE")]
    pub(crate) manifest_path: Option<PathBuf>,
}

/// Arguments of `compile`.
#[derive(Debug, Args)]
pub(crate) struct Compile {
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Compile even what is locked and current
    #[arg(long)]
    pub(crate) force: bool,
    /// Ask the model at most this often per spec
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(u8).range(1..=5))]
    pub(crate) attempts: Option<u8>,
    /// Build the kit without downloading anything
    #[arg(long)]
    pub(crate) offline: bool,
    /// Write one JSON object per event to standard output
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Write one JSON object per spec to standard output
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Where everything passes, record this gate, kit and toolchain in the lock
    #[arg(long)]
    pub(crate) update: bool,
    /// Build the kit without downloading anything
    #[arg(long)]
    pub(crate) offline: bool,
    /// Write one JSON object per event to standard output
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `expand`.
#[derive(Debug, Args)]
pub(crate) struct Expand {
    /// The spec, by file or stem
    #[arg(value_name = "SPEC")]
    pub(crate) spec: String,
    /// Show the first prompt instead: what a model would be asked, held-out examples left out
    #[arg(long)]
    pub(crate) prompt: bool,
    /// The Cargo.toml of the crate or workspace
    #[arg(long, value_name = "FILE")]
    pub(crate) manifest_path: Option<PathBuf>,
}
