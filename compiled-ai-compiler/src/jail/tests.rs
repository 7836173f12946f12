//! What a jail keeps a real `rustc`, and a real program that it made, from doing.

#[cfg(target_os = "linux")]
mod processes;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::{Jail, Reach};
use crate::kit::Toolchain;
use crate::kit::process::{self, Finished, Limits, Stopped};

const LIMITS: Limits =
    Limits { time: Duration::from_secs(20), memory: Some(2 << 30), output: 4 << 20, file: 256 << 20, forks: true };

const SECRET: &str = "hunter2 is the password";

/// The jail, if files are confined. If not, says so past the harness, which swallows what a test prints that passes.
fn walls(test: &str) -> Option<Jail> {
    let jail = Jail::detect();
    if jail.confines_files() {
        return Some(jail);
    }
    let _ = writeln!(std::io::stderr(), "SKIPPED {test}: no Landlock on this system ({})", jail.describe());
    None
}

/// A compilation as the syntax stage does it, without a gate before it.
struct Compilation {
    toolchain: Toolchain,
    scratch: TempDir,
    limits: Limits,
}

impl Compilation {
    fn new(jail: Jail, source: &str) -> Self {
        let scratch = tempfile::tempdir().unwrap();
        fs::write(scratch.path().join("candidate.rs"), source).unwrap();
        let mut toolchain = Toolchain::find().unwrap();
        toolchain.jail = jail;
        Self { toolchain, scratch, limits: LIMITS }
    }

    fn run(&self) -> Finished {
        self.run_to(&self.scratch.path().join("candidate"))
    }

    fn run_to(&self, output: &Path) -> Finished {
        let mut command = self.toolchain.rustc(self.scratch.path());
        command.args(["--edition=2024", "--crate-type=bin", "-Awarnings", "candidate.rs", "-o"]).arg(output);
        let reach = self.toolchain.reach(Path::new("/nonexistent"), self.scratch.path());
        process::run(&command, b"", self.limits, &self.toolchain.jail, &reach).unwrap()
    }
}

/// The processes in `folder`, and those that name it: in containers, root can't see where another user's processes are.
#[cfg(target_os = "linux")]
fn left(folder: &Path) -> Vec<String> {
    let name = folder.to_str().unwrap();
    let is_here = |process: &std::path::PathBuf| {
        fs::read_link(process.join("cwd")).is_ok_and(|cwd| cwd.starts_with(folder))
            || fs::read(process.join("cmdline")).is_ok_and(|line| String::from_utf8_lossy(&line).contains(name))
    };
    let processes = fs::read_dir("/proc").unwrap().flatten().map(|entry| entry.path());
    processes.filter(is_here).map(|process| process.display().to_string()).collect()
}

/// That nothing runs in `folder`, or soon: what is killed is there until the system has cleared it away.
#[cfg(target_os = "linux")]
fn assert_empty(folder: &Path) {
    assert!(comes(|| left(folder).is_empty()), "{:?}", left(folder));
}

/// Waits for something to be so.
#[cfg(target_os = "linux")]
fn comes(is_so: impl Fn() -> bool) -> bool {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !is_so() && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(10));
    }
    is_so()
}

fn said(finished: &Finished) -> String {
    format!("{}{}", String::from_utf8_lossy(&finished.stdout), String::from_utf8_lossy(&finished.stderr))
}

#[test]
fn says_what_it_does() {
    let jail = Jail::detect();
    let _ = writeln!(std::io::stderr(), "jail: {}", jail.describe());
    assert_eq!(jail.describe().starts_with("landlock ABI "), jail.confines_files());
    assert!(jail.describe().contains("limit"));
    assert!(!Jail::plain().confines_files() && Jail::plain().describe().starts_with("only "));
}

#[test]
fn a_good_program_compiles_links_and_runs() {
    for jail in [Jail::plain(), Jail::detect()] {
        let compilation = Compilation::new(jail, "fn main() { println!(\"{}\", 6 * 7) }");
        let finished = compilation.run();
        assert!(finished.status.success(), "{}", said(&finished));
        let program = compilation.scratch.path().join("candidate");
        let ran = run_program(&compilation.toolchain.jail, &program, compilation.scratch.path());
        assert_eq!(said(&ran), "42\n");
    }
}

#[test]
fn the_compiler_reads_no_file_but_its_own() {
    let secret = tempfile::NamedTempFile::new().unwrap();
    fs::write(secret.path(), SECRET).unwrap();
    let secret = secret.path().to_str().unwrap();
    let project = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let home = std::env::home_dir().unwrap().join(".profile");
    // Without walls it does: the test can fail.
    let free = format!("fn main() {{ println!(\"{{}}\", include_str!({secret:?})) }}");
    assert!(Compilation::new(Jail::plain(), &free).run().status.success());
    let Some(jail) = walls("the_compiler_reads_no_file_but_its_own") else { return };
    for (source, text) in [
        (free.clone(), SECRET),
        (format!("const A: &[u8] = include_bytes!({secret:?});\nfn main() {{}}"), SECRET),
        (format!("fn main() {{ include!({secret:?}) }}"), "hunter2"),
        (format!("#[path = {secret:?}] mod a;\nfn main() {{}}"), "hunter2"),
        (format!("#[doc = include_str!({secret:?})]\nfn main() {{}}"), SECRET),
        (format!("const A: &str = include_str!({project:?});\nfn main() {{}}"), "[package]"),
        (format!("fn main() {{ include!({project:?}) }}"), "[package]"),
        (format!("const A: &[u8] = include_bytes!({home:?});\nfn main() {{}}"), "HOME"),
        ("fn main() { include!(\"/etc/passwd\") }".to_owned(), "root:"),
        ("const A: &[u8] = include_bytes!(\"/proc/self/environ\");\nfn main() {}".to_owned(), "\0"),
        ("const A: &[u8] = include_bytes!(\"/proc/self/cmdline\");\nfn main() {}".to_owned(), "\0"),
    ] {
        let finished = Compilation::new(jail.clone(), &source).run();
        assert!(!finished.status.success(), "{source}");
        let said = said(&finished);
        assert!(!said.is_empty() && !said.contains(text), "{source}\n{said}");
    }
}

#[test]
fn the_compiler_sees_no_environment() {
    let names = ["HOME", "USER", "CARGO_HOME", "CARGO_MANIFEST_DIR", "PWD", "RUSTUP_TOOLCHAIN"];
    let checks: String =
        names.iter().map(|name| format!("assert!(option_env!({name:?}).is_none(), {name:?});")).collect();
    let source = format!("fn main() {{ {checks} print!(\"{{}}\", option_env!(\"PATH\").unwrap_or_default()) }}");
    let compilation = Compilation::new(Jail::detect(), &source);
    let finished = compilation.run();
    assert!(finished.status.success(), "{}", said(&finished));
    let program = compilation.scratch.path().join("candidate");
    let ran = run_program(&compilation.toolchain.jail, &program, compilation.scratch.path());
    assert!(ran.status.success(), "{}", said(&ran));
    let home = std::env::home_dir().unwrap();
    assert!(!compilation.toolchain.jail.confines_files() || !said(&ran).contains(home.to_str().unwrap()), "{ran:?}");
    let finished = Compilation::new(Jail::detect(), "fn main() { env!(\"HOME\"); }").run();
    assert!(!finished.status.success() && !said(&finished).contains(home.to_str().unwrap()), "{}", said(&finished));
}

#[test]
fn the_compiler_writes_its_folder_only() {
    let Some(jail) = walls("the_compiler_writes_its_folder_only") else { return };
    let elsewhere = tempfile::tempdir().unwrap();
    let output = elsewhere.path().join("candidate");
    let source = "fn main() {}";
    assert!(Compilation::new(Jail::plain(), source).run_to(&output).status.success());
    fs::remove_file(&output).unwrap();
    assert!(!Compilation::new(jail, source).run_to(&output).status.success());
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn bombs_end_and_leave_nothing_running() {
    let doubling: String = (1..30).map(|n| format!("type T{n} = (T{}, T{});\n", n - 1, n - 1)).collect();
    for (name, source) in [
        (
            "constant",
            "#![allow(long_running_const_eval)]\nconst N: u64 = { let mut n = 0; while n < u64::MAX { n += 1; } n };\n\
             fn main() { println!(\"{N}\") }"
                .to_owned(),
        ),
        (
            "macro",
            "#![recursion_limit = \"1000000\"]\nmacro_rules! m { ($($t:tt)*) => { m!($($t)* $($t)*) } }\nfn main() { m!(a) }"
                .to_owned(),
        ),
        ("type", format!("type T0 = (i64, i64);\n{doubling}\nfn f(_: T29) {{}}\nfn main() {{}}")),
    ] {
        for jail in [Jail::plain(), Jail::detect()] {
            let mut compilation = Compilation::new(jail, &source);
            compilation.limits.time = Duration::from_secs(4);
            let finished = compilation.run();
            assert!(finished.stopped == Some(Stopped::Time) || !finished.status.success(), "{name}");
            #[cfg(target_os = "linux")]
            assert_empty(compilation.scratch.path());
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn what_a_compilation_starts_ends_with_it() {
    let mut compilation = Compilation::new(Jail::detect(), "");
    compilation.limits.time = Duration::from_secs(3);
    // In place of a linker that forks and stays: some of its children have given up their output, too.
    let mut command = Command::new("/bin/sh");
    let folder = compilation.scratch.path().display();
    let script = "(sleep 300; :) & (sleep 300; :) >/dev/null 2>&1 & ((sleep 300; :) & sleep 300; :) & sleep 300";
    command.args(["-c", &format!("{script}; : {folder}")]);
    command.current_dir(compilation.scratch.path());
    let reach = compilation.toolchain.reach(Path::new("/nonexistent"), compilation.scratch.path());
    let run = || process::run(&command, b"", compilation.limits, &compilation.toolchain.jail, &reach).unwrap();
    std::thread::scope(|scope| {
        let running = scope.spawn(run);
        assert!(comes(|| left(compilation.scratch.path()).len() >= 5));
        assert_eq!(running.join().unwrap().stopped, Some(Stopped::Time));
    });
    assert_empty(compilation.scratch.path());
}

/// As the execution stage does it.
fn run_program(jail: &Jail, program: &Path, folder: &Path) -> Finished {
    let limits = Limits { time: Duration::from_secs(10), file: 0, forks: false, ..LIMITS };
    let mut command = Command::new(program);
    command.env_clear().current_dir(folder);
    process::run(&command, b"", limits, jail, &Reach::program(program)).unwrap()
}

#[test]
fn a_program_reaches_nothing() {
    let secret = tempfile::NamedTempFile::new().unwrap();
    fs::write(secret.path(), SECRET).unwrap();
    let source = r#"
        use std::{fs, net, process::Command};
        fn main() {
            let told = |what: &str, could: bool| println!("{what} {could}");
            told("read", fs::read("SECRET").is_ok());
            told("passwd", fs::read("/etc/passwd").is_ok());
            told("source", fs::read("candidate.rs").is_ok());
            told("list", fs::read_dir("/").is_ok());
            told("proc", fs::read("/proc/self/environ").is_ok() || fs::read_dir("/proc").is_ok());
            told("tcp", net::TcpListener::bind("127.0.0.1:0").is_ok());
            told("udp", net::UdpSocket::bind("127.0.0.1:0").is_ok());
            told("write", fs::write("new", "text").is_ok());
            told("change", fs::OpenOptions::new().append(true).open("candidate.rs").is_ok());
            told("remove", fs::remove_file("candidate.rs").is_ok());
            told("execute", Command::new("/bin/ls").spawn().is_ok());
        }"#;
    let names = ["read", "passwd", "source", "list", "proc", "tcp", "udp", "write", "change", "remove", "execute"];
    let source = source.replace("SECRET", secret.path().to_str().unwrap());
    let answers = |jail: Jail| {
        let compilation = Compilation::new(jail, &source);
        let finished = compilation.run();
        assert!(finished.status.success(), "{}", said(&finished));
        let program = compilation.scratch.path().join("candidate");
        let ran = run_program(&compilation.toolchain.jail, &program, compilation.scratch.path());
        String::from_utf8(ran.stdout).unwrap()
    };
    // Without walls it reaches nearly all, until the limit on files ends it at its first write: the test can fail.
    let free = answers(Jail::plain());
    assert!(!free.contains("write true"), "{free}");
    assert!(
        ["read", "passwd", "source", "tcp", "udp"].iter().all(|name| free.contains(&format!("{name} true"))),
        "{free}"
    );
    let Some(jail) = walls("a_program_reaches_nothing") else { return };
    let confined: String = names.iter().map(|name| format!("{name} false\n")).collect();
    assert_eq!(answers(jail), confined);
}

#[test]
fn a_program_that_loops_ends() {
    for jail in [Jail::plain(), Jail::detect()] {
        let compilation = Compilation::new(jail, "fn main() { loop { std::hint::black_box(1); } }");
        assert!(compilation.run().status.success());
        let mut command = Command::new(compilation.scratch.path().join("candidate"));
        command.env_clear().current_dir(compilation.scratch.path());
        let limits = Limits { time: Duration::from_secs(1), file: 0, forks: false, ..LIMITS };
        let reach = Reach::program(&compilation.scratch.path().join("candidate"));
        let finished = process::run(&command, b"", limits, &compilation.toolchain.jail, &reach).unwrap();
        assert_eq!(finished.stopped, Some(Stopped::Time));
        #[cfg(target_os = "linux")]
        assert_empty(compilation.scratch.path());
    }
}

/// Not a check but a measurement: `cargo test -p compiled-ai-compiler --lib jail -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn how_much_it_costs() {
    let source = "fn main() { println!(\"{}\", 6 * 7) }";
    let kinds =
        [("plain", Jail::plain()), ("jail", Jail::detect())].map(|(name, jail)| (name, Compilation::new(jail, source)));
    let mut times = [(vec![], vec![]), (vec![], vec![])];
    // By turns, so that what else the machine does falls on both.
    for _ in 0..15 {
        for ((_, compilation), (compiled, ran)) in kinds.iter().zip(&mut times) {
            let started = Instant::now();
            assert!(compilation.run().status.success());
            compiled.push(started.elapsed());
            let program = compilation.scratch.path().join("candidate");
            let started = Instant::now();
            assert!(run_program(&compilation.toolchain.jail, &program, compilation.scratch.path()).status.success());
            ran.push(started.elapsed());
        }
    }
    for ((name, _), (compiled, ran)) in kinds.iter().zip(&mut times) {
        compiled.sort();
        ran.sort();
        println!(
            "{name}: compiled in {:?} (least {:?}), ran in {:?} (least {:?})",
            compiled[7], compiled[0], ran[7], ran[0]
        );
    }
    let started = Instant::now();
    let jail = Jail::detect();
    println!("{}: detected in {:?}", jail.describe(), started.elapsed());
}
