//! A crate with one spec, in a folder of its own, and a model that is a shell script.
#![allow(dead_code, reason = "each test binary uses a part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A user's crate.
pub(crate) struct Project {
    folder: TempDir,
    /// The part of a path that a test may choose, to have blanks or other letters in it.
    name: String,
}

/// A spec that a few lines of Rust serve.
pub(crate) const SPEC: &str = "\
spec: 1
name: double
about: Double a number.
input:
  n: { type: int, min: -1000000, max: 1000000 }
output:
  twice: int
examples:
  - { input: { n: 1 }, output: { twice: 2 } }
  - { input: { n: 2 }, output: { twice: 4 } }
  - { input: { n: 0 }, abstain: { field: n } }
  - { input: { n: 21 }, output: { twice: 42 }, held_out: true }
";

/// A reply whose candidate passes.
pub(crate) const GOOD: &str = "\
Here it is.

```rust
pub(crate) fn run(input: Input) -> Result<Output, Abstain> {
    if input.n == 0 {
        return Err(Abstain::field(\"n\", \"zero has no double here\"));
    }
    // A comment, which is dropped.
    Ok(Output { twice: input.n * 2 })
}
```
";

impl Project {
    /// A crate with [`SPEC`] and a model that answers with `replies`, one after the other, the last one for ever.
    pub(crate) fn new(replies: &[&str]) -> Self {
        Self::named("double", replies)
    }

    /// The same, in a folder with this name.
    pub(crate) fn named(name: &str, replies: &[&str]) -> Self {
        let project = Self { folder: tempfile::tempdir().unwrap(), name: name.to_owned() };
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let manifest = format!(
            "[package]\nname = \"double\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\ncompiled-ai = {{ path = {workspace:?} }}\n\n\
             [build-dependencies]\ncompiled-ai-build = {{ path = {:?} }}\n",
            workspace.join("compiled-ai-build")
        );
        project.write("Cargo.toml", &manifest);
        // The workspace's versions, so that nothing needs to be looked up.
        fs::copy(workspace.join("Cargo.lock"), project.path("Cargo.lock")).unwrap();
        project.write("src/main.rs", "fn main() {}\n");
        project.write("build.rs", "fn main() {\n    compiled_ai_build::compile(\"specs\");\n}\n");
        project.write("specs/double.yaml", SPEC);
        project.model(replies);
        project
    }

    /// Makes the model answer with `replies`.
    pub(crate) fn model(&self, replies: &[&str]) {
        for (number, reply) in replies.iter().enumerate() {
            self.write(&format!("replies/{}.md", number + 1), reply);
        }
        let script = "n=$(cat asked 2>/dev/null || echo 0); n=$((n+1)); echo $n > asked; cat > prompt.$n.md; \
                      while [ ! -f replies/$n.md ]; do n=$((n-1)); done; cat replies/$n.md";
        self.write("model.sh", script);
        self.write(
            "compiled-ai.toml",
            "provider = \"command\"\ncommand = [\"sh\", \"model.sh\"]\nmodel = \"script-1\"\n",
        );
    }

    /// The crate's folder.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join(&self.name)
    }

    /// A path in it.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// `cargo compiled-ai` with these arguments, ready to run.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-compiled-ai"));
        command
            .arg("compiled-ai")
            .args(arguments)
            .current_dir(self.root())
            .env("COMPILED_AI_CACHE", cache())
            .env_remove("CI");
        command
    }

    /// Runs it.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.ran(&mut self.command(arguments))
    }

    /// Runs a command and notes what it printed.
    pub(crate) fn ran(&self, command: &mut Command) -> Ran {
        let output = command.output().unwrap();
        Ran { root: self.root(), output }
    }
}

/// What a command printed.
pub(crate) struct Ran {
    root: PathBuf,
    output: Output,
}

impl Ran {
    /// The exit status.
    pub(crate) fn status(&self) -> Option<i32> {
        self.output.status.code()
    }

    /// Standard output.
    pub(crate) fn stdout(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).unwrap()
    }

    /// Standard error.
    pub(crate) fn stderr(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).unwrap()
    }

    /// All of it, without what differs between machines.
    pub(crate) fn shown(&self) -> String {
        let text = format!("status {:?}\n--- stdout\n{}--- stderr\n{}", self.status(), self.stdout(), self.stderr());
        text.replace(&self.root.display().to_string(), "[crate]").replace(&cache().display().to_string(), "[cache]")
    }
}

/// Where all tests keep the built kit.
pub(crate) fn cache() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("kits")
}

/// Compares what a command printed with the snapshot; times are left out, and lines that only the first run on a machine has.
#[macro_export]
macro_rules! assert_shown {
    ($ran:expr) => {
        insta::with_settings!({ filters => vec![
            (r"\d+ ms|\d+\.\d s", "[time]"),
            (r#""seconds":[0-9.e-]+"#, r#""seconds":"[time]""#),
            // What any change of the prompt's wording changes.
            (r"\d+ tokens in", "[n] tokens in"),
            (r"\d+( \+ \d+ tokens)", "[n]$1"),
            (r#""(tokens_in|prompt_bytes)":\d+"#, r#""$1":"[n]""#),
            (r"\(\d+ KiB\)", "([n] KiB)"),
            (r"rustc 1\.\d+\.\d+ \([^)]*\)", "[rustc]"),
            (r" +\.\.\. .*(building the kit|waiting for another process that builds).*\n", ""),
            (r#"\{"event":"working".*\n"#, ""),
        ] }, { insta::assert_snapshot!($ran.shown()) })
    };
}
