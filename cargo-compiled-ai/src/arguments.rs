//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::asking::Asking;

const AFTER: &str = "\
Exit status:
  0  done, or nothing to do
  1  something is wrong with a spec, a candidate or a lock
  2  the command could not do its work: arguments, configuration, provider, toolchain, disk

A spec is named by its file (specs/receipt.yaml) or its stem (receipt).
Only `compile` asks a model. Only `compile`, `verify` and `audit --full` run rustc.";

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
    /// Tell what is missing or stale, why, and what compiling it would cost (offline, asks nobody)
    Plan(Plan),
    /// Tell whether every spec is locked, current and intact (offline, no key, no rustc)
    Check(Check),
    /// Run what is locked through every stage again, trusting no hash (no model)
    Verify(Verify),
    /// Sign what is locked, with an ed25519 key that only the signer has
    Sign(Sign),
    /// Show what nothing reaches in what is locked, and record that a person has read it
    Review(Review),
    /// Judge Rust files, or what is locked for specs, by the security stage: in milliseconds, and without running anything
    Audit(Audit),
    /// Show what generation cost, what direct calls would cost, and from when on compiling pays (offline)
    Stats(Stats),
    /// Show the settings that hold and where each comes from; look at key, toolchain, jail, kit and locks (never shows a key)
    Doctor(Doctor),
    /// List the specs and what is locked for them
    List(Selection),
    /// Show the Rust that a spec becomes in a build, the WIT of its component, or the prompt that a model would get
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
#[command(after_help = crate::asking::AFTER)]
pub(crate) struct Compile {
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Compile even what is locked and current
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) asking: Asking,
    /// Build the kit without downloading anything
    #[arg(long)]
    pub(crate) offline: bool,
    /// Write one JSON object per event to standard output
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `plan`.
#[derive(Debug, Args)]
#[command(after_help = "\
prompt    tokens of the first prompt, counted with OpenAI's o200k_base; other vendors' tokenizers
          count up to 1.8 times as many
likely    the mean attempts and the mean reply of what is locked in this project; where nothing
          is, 2 attempts with replies of 2100 tokens
at worst  every attempt, with the longest reply and the prompt times 1.8

Dollars need prices in compiled-ai.toml. The exit status is 1 if a spec has errors.")]
pub(crate) struct Plan {
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Plan even for what is locked and current
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) asking: Asking,
    /// Write one JSON object to standard output
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `stats`.
#[derive(Debug, Args)]
#[command(after_help = "\
generation    tokens of every prompt and reply until the spec was locked, from its lock; failed
              attempts included
a call        tokens that the same job takes when a model is asked each time: about, types and
              rules as a system prompt, an example's input and output as JSON; the mean
break-even    generation divided by a call: from so many calls on, compiling took fewer tokens
stated/code   bytes of that prompt, all inputs and outputs over bytes of code

Dollars are the lock's, or its tokens at the price in compiled-ai.toml. docs/stats.md has it all.")]
pub(crate) struct Stats {
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Write one JSON object to standard output
    #[arg(long, conflicts_with = "html")]
    pub(crate) json: bool,
    /// Write a page with the break-even curve to this file; it needs no script and no network
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
}

/// Arguments of `doctor`.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit status:
  0  `compile` has what it needs
  1  something is wrong that would keep it from working
  2  the command could not do its work")]
pub(crate) struct Doctor {
    /// Also ask the provider for its list of models: shows that it is there and takes the key, and costs nothing
    #[arg(long)]
    pub(crate) online: bool,
    /// Only this package
    #[arg(short, long, value_name = "NAME")]
    pub(crate) package: Option<String>,
    /// The Cargo.toml of the crate or workspace
    #[arg(long, value_name = "FILE")]
    pub(crate) manifest_path: Option<PathBuf>,
    /// Write one JSON object to standard output
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

/// Arguments of `sign`.
#[derive(Debug, Args)]
#[command(after_help = "\
The key is read from the environment variable or the file that compiled-ai.toml names, and never from the command line:

  [signing]
  key_env = \"RELEASE_SIGNING_KEY\"
  key_file = \"/home/me/.keys/compiled-ai.pem\"
  trusted = [\"ed25519:...\"]

A signature says that the holder of the key vouches for what is locked. Run `verify`, and look at the artifact, before you sign.")]
pub(crate) struct Sign {
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Make a new key instead: write it to FILE, which must not exist, and print the public key
    #[arg(long, value_name = "FILE", conflicts_with_all = ["specs", "package", "manifest_path"])]
    pub(crate) new_key: Option<PathBuf>,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Refuse what no trusted key has signed
    #[arg(long)]
    pub(crate) require_signature: bool,
    /// Trust the keys in FILE instead of those in compiled-ai.toml: a key a line, or another compiled-ai.toml
    #[arg(long, value_name = "FILE")]
    pub(crate) trusted_keys: Option<PathBuf>,
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

/// Arguments of `review`.
#[derive(Debug, Args)]
#[command(after_help = "\
What nothing reaches is a branch, or a literal that something is compared with, by which no example and no generated input comes.
Each is shown with the code around it. `accuracy: { unreached: acknowledge }` in a spec makes it a condition that each is acknowledged.")]
pub(crate) struct Review {
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Show the entries and ask nothing
    #[arg(long, conflicts_with_all = ["accept", "accept_all"])]
    pub(crate) list: bool,
    /// Acknowledge the entries with these ids, or beginnings of ids
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with = "accept_all")]
    pub(crate) accept: Vec<String>,
    /// Acknowledge all entries
    #[arg(long)]
    pub(crate) accept_all: bool,
    /// Record this with what is acknowledged: who, or why
    #[arg(long, value_name = "TEXT", conflicts_with = "list")]
    pub(crate) note: Option<String>,
    /// Write one JSON object per spec to standard output, and ask nothing
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `audit`.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit status:
  0  everything is accepted
  1  something is refused
  2  something could not be judged: a file that can't be read, a spec for which nothing is locked

A file of its own may hold `pub fn run(input: Input<'_>) -> Result<Output, Abstain>` or `pub fn run(input: &str) -> String`.
What is locked for a spec is judged with the types of the spec, and its literals with the examples.")]
pub(crate) struct Audit {
    /// Rust files, folders (for the *.rs files in them) and specs; all specs if nothing is named
    #[arg(value_name = "FILE|SPEC")]
    pub(crate) targets: Vec<String>,
    /// Run the other stages too: on what is locked for specs as `verify` does, on other files with texts of many kinds
    #[arg(long)]
    pub(crate) full: bool,
    /// Only specs of this package
    #[arg(short, long, value_name = "NAME")]
    pub(crate) package: Option<String>,
    /// The Cargo.toml of the crate or workspace
    #[arg(long, value_name = "FILE")]
    pub(crate) manifest_path: Option<PathBuf>,
    /// Build the kit without downloading anything
    #[arg(long, requires = "full")]
    pub(crate) offline: bool,
    /// Write one JSON object per file to standard output
    #[arg(long, conflicts_with = "sarif")]
    pub(crate) json: bool,
    /// Write a SARIF 2.1.0 log to standard output, for code scanning
    #[arg(long)]
    pub(crate) sarif: bool,
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
    /// Show the WIT instead: the interface of the component that `target: wasm` builds
    #[arg(long, conflicts_with = "prompt")]
    pub(crate) wit: bool,
    /// The Cargo.toml of the crate or workspace
    #[arg(long, value_name = "FILE")]
    pub(crate) manifest_path: Option<PathBuf>,
}
