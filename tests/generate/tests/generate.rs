//! Builds that generate: asked for or not, with replies that do and don't pass, alone and beside others.
#![cfg(unix)]

#[path = "generate/asked.rs"]
mod asked;
#[path = "generate/beside.rs"]
mod beside;
#[path = "generate/failing.rs"]
mod failing;
#[path = "../../support/mod.rs"]
#[allow(dead_code, reason = "each test binary uses a part")]
mod support;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use compiled_ai_compiler::model::Prompt;
use compiled_ai_compiler::prompt::Prompts;
use compiled_ai_compiler::validate::security::Profile;
use compiled_ai_core::files::Disk;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::{load, lock::Lock, split};
use support::{Fixture, Said};

const GOOD: &str = "```rust\npub fn run(input: Input) -> Result<Output, Abstain> {\n    Ok(input.n * 2)\n}\n```\n";
const WRONG: &str = "```rust\npub fn run(input: Input) -> Result<Output, Abstain> {\n    Ok(input.n + 2)\n}\n```\n";
const LOCK: &str = "app/compiled-ai/double/lock.toml";
const SPEC: &str = "app/specs/double.yaml";

/// A workspace whose member `app` has a spec that nothing is locked for, and a build script that may generate.
struct App(Fixture);

impl App {
    /// With settings that serve recorded replies; none is recorded yet.
    fn new(name: &str) -> Self {
        let app = Self(Fixture::new("generate", &format!("generate, {name}")));
        // Replaces itself, as if Cargo had started the program.
        let script = format!(
            "//! A build script.\nuse std::os::unix::process::CommandExt as _;\n\nfn main() {{\n    \
             panic!(\"{{}}\", std::process::Command::new({:?}).exec());\n}}\n",
            env!("CARGO_BIN_EXE_generate-tests")
        );
        app.0.write("app/build.rs", &script);
        app.0.write("compiled-ai.toml", "provider = \"replay\"\nreplay = \"replies\"\nmodel = \"recorded-1\"\n");
        // Of an earlier run of this test, in the same place.
        for folder in ["failed", "replies"] {
            let _ = fs::remove_dir_all(cache().join(folder));
        }
        app
    }

    /// With a model that is a shell script, which gets the number of the request as `$n`; requests are counted.
    fn with_script(name: &str, script: &str) -> Self {
        let app = Self::new(name);
        app.0.write(
            "model.sh",
            &format!("n=$(cat asked 2>/dev/null || echo 0); n=$((n+1)); echo $n > asked; cat > prompt.$n.md; {script}"),
        );
        app.0.write("good.md", GOOD);
        app.0.write("wrong.md", WRONG);
        app.configure("");
        app
    }

    /// The settings of a script, with more.
    fn configure(&self, more: &str) {
        let root = self.0.path("");
        // A build script runs in its package's folder.
        let script = format!("cd '{}' && . ./model.sh", root.display());
        let settings = format!(
            "provider = \"command\"\ncommand = [\"sh\", \"-c\", {script:?}]\nmodel = \"script-1\"\nmax_output_tokens = 1000\n"
        );
        self.0.write("compiled-ai.toml", &(settings + more));
    }

    /// Records `reply` to the first prompt for the spec.
    fn record(&self, reply: &str) {
        let name = format!("{}.reply.md", self.first_prompt().hash().short());
        self.0.write(&format!("replies/{name}"), reply);
    }

    fn first_prompt(&self) -> Prompt {
        let spec = load::load(&Disk, &self.0.path(SPEC), SPEC).spec.expect("the fixture's spec is one");
        Prompts::new(&spec, &split::split(&spec).shown, Profile::gate_1()).first()
    }

    /// Cargo, as somebody runs it who asks for generation.
    fn asking(&self, arguments: &[&str]) -> Command {
        let mut command = self.0.command(arguments);
        command.env("COMPILED_AI", "generate").env("COMPILED_AI_CACHE", cache());
        ["CARGO_NET_OFFLINE", "CI", "DOCS_RS"].iter().for_each(|name| _ = command.env_remove(name));
        command
    }

    /// The build script alone, with what Cargo would set.
    fn script(&self, out_dir: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_generate-tests"));
        fs::create_dir_all(self.0.path(out_dir)).expect("a folder can be created");
        command
            .current_dir(self.0.path("app"))
            .env("CARGO_MANIFEST_DIR", self.0.path("app"))
            .env("OUT_DIR", self.0.path(out_dir))
            .env("COMPILED_AI", "generate")
            .env("COMPILED_AI_CACHE", cache());
        ["CARGO_NET_OFFLINE", "CI", "DOCS_RS"].iter().for_each(|name| _ = command.env_remove(name));
        command
    }

    fn build(&self) -> Said {
        Said::of(&mut self.asking(&["check"]))
    }

    fn is_locked(&self) -> bool {
        self.0.path("app/compiled-ai/double").exists()
    }

    fn lock(&self) -> Lock {
        Lock::parse(&fs::read_to_string(self.0.path(LOCK)).expect("it is locked")).expect("the lock is one")
    }

    /// How often the script was asked.
    fn asked(&self) -> u32 {
        fs::read_to_string(self.0.path("asked")).map_or(0, |text| text.trim().parse().expect("a number"))
    }
}

/// Where all tests keep the built kit.
fn cache() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("kits")
}

#[test]
fn a_miss_is_generated_and_is_a_hit_ever_after() {
    let app = App::new("hit");
    app.record(GOOD);
    let said = Said::of(&mut app.asking(&["run"])).expect_success();
    assert_eq!(said.stdout, "Ok(42)\n");
    let news = [
        ": attempt 1 of 5: asking the model",
        ": replied ",
        ": passed security",
        ": passed accuracy",
        ": locked double@",
    ];
    for what in news {
        let is_told = |line: &str| line.starts_with("warning: app@") && line.contains(what);
        assert!(said.stderr.lines().any(is_told), "{what:?} is not in\n{}", said.stderr);
    }
    let lock = app.lock();
    assert_eq!(
        (lock.made.provider.as_str(), lock.made.model.as_str(), lock.attempts.len()),
        ("replay", "recorded-1", 1)
    );
    let locked = Hash::of(fs::read(app.0.path(LOCK)).expect("it is locked"));

    // From here on there is no model and no network, and nobody asks for anything.
    app.0.remove("replies");
    app.0.remove("compiled-ai.toml");
    let said = app.0.cargo(["run"]).expect_success();
    assert_eq!(said.stdout, "Ok(42)\n");
    assert!(!said.stderr.contains("warning"), "{}", said.stderr);
    let said = app.0.cargo(["run", "--verbose"]).expect_success();
    assert!(said.stderr.contains("Fresh app"), "{}", said.stderr);
    // Asked for, and nothing to do.
    let said = Said::of(&mut app.asking(&["run", "--verbose"])).expect_success();
    assert!(said.stderr.contains("Fresh app"), "{}", said.stderr);
    assert_eq!(Hash::of(fs::read(app.0.path(LOCK)).expect("it is locked")), locked);

    // A spec that means something else is a miss again, and nothing is recorded for it.
    app.0.edit(SPEC, "Double a number.", "Double a whole number.");
    app.0.write("compiled-ai.toml", "provider = \"replay\"\nreplay = \"replies\"\n");
    let errors = app.build().errors();
    assert!(
        errors.contains("has changed since it was locked") && errors.contains("no reply to this prompt is recorded"),
        "{errors}"
    );
    assert_eq!(Hash::of(fs::read(app.0.path(LOCK)).expect("it is locked")), locked);
    // As soon as there is one, the next build takes it, although no file changed that the build reads.
    app.record(GOOD);
    app.build().expect_success();
    assert_ne!(Hash::of(fs::read(app.0.path(LOCK)).expect("it is locked")), locked);
}
