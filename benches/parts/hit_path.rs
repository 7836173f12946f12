//! The build script and the attribute where everything is locked.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use compiled_ai_benches::latency::quantile;
use compiled_ai_benches::table::{Table, time};

use super::krate::{Krate, Links, scratch, succeeded};

const SPECS: [usize; 4] = [1, 10, 100, 1_000];
/// Up to so many specs, Cargo builds the whole crate too: with more, the compiler takes minutes for what is generated.
const BUILT: usize = 100;
/// Odd, so that there is one in the middle; fewer where each takes half a minute.
const RUNS: usize = 7;
const FEW_RUNS: usize = 3;
/// Files that were written a moment ago are read again by every run; a user's are older.
const SETTLED: Duration = Duration::from_secs(4);
/// The spec that changes.
const CHANGED: &str = "specs/s0000.yaml";

/// Prints the time of the build script, of the attribute, and of a build in which nothing changed.
pub(crate) fn print() -> io::Result<()> {
    let mut table = Table::new(&[
        "specs",
        "build script, new OUT_DIR",
        "again, one spec changed",
        "again, nothing changed",
        "least",
        "a 100 specs",
        "attributes",
        "build, nothing changed",
    ]);
    let target = scratch().join("target");
    for specs in SPECS {
        // Crates of one name in one place, so that the build script and the call of the compiler that Cargo makes for one spec
        // serve for any number of them.
        let runs = if specs <= BUILT { RUNS } else { FEW_RUNS };
        let built = match specs {
            ..=BUILT => Some(unchanged(&Krate::with_specs("hit", specs, Links::Attribute)?, &target)?),
            _ => None,
        };
        let one = Krate::with_specs("hit", 1, Links::Attribute)?;
        let (script, invocation) = (build_script(&one, &target)?, Invocation::of(&one, &target)?);
        let krate = Krate::with_specs("hit", specs, Links::Attribute)?;
        thread::sleep(SETTLED);
        let [mut first, mut changed, mut again] = [const { Vec::new() }; 3];
        for _ in 0..runs {
            fs::remove_dir_all(&invocation.out_dir)?;
            fs::create_dir(&invocation.out_dir)?;
            first.push(run(&script, &krate, &invocation.out_dir)?);
            fs::write(krate.folder.join(CHANGED), fs::read_to_string(krate.folder.join(CHANGED))? + "# changed\n")?;
            changed.push(run(&script, &krate, &invocation.out_dir)?);
            again.push(run(&script, &krate, &invocation.out_dir)?);
        }
        let attribute = (0..runs).map(|_| invocation.expansion()).collect::<io::Result<Vec<_>>>()?;
        Krate::with_specs("hit", specs, Links::Include)?;
        let include = (0..runs).map(|_| invocation.expansion()).collect::<io::Result<Vec<_>>>()?;
        let least = again.iter().copied().fold(f64::INFINITY, f64::min);
        let middle = quantile(again, 0.5);
        table.row([
            specs.to_string(),
            time(quantile(first, 0.5)),
            time(quantile(changed, 0.5)),
            time(middle),
            time(least),
            time(middle * 100.0 / specs as f64),
            time((quantile(attribute, 0.5) - quantile(include, 0.5)).max(0.0)),
            built.map_or_else(|| "not built".to_owned(), time),
        ]);
    }
    println!("{table}");
    Ok(())
}

/// The program that Cargo builds of the crate's `build.rs`.
fn build_script(krate: &Krate, target: &Path) -> io::Result<PathBuf> {
    let output = krate.cargo(target, &["check", "--quiet", "--message-format=json"])?;
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let file = messages
        .filter(|message| message["reason"] == "compiler-artifact" && message["target"]["kind"][0] == "custom-build")
        .filter(|message| message["package_id"].as_str().is_some_and(|id| id.contains(&format!("/{}#", krate.name))))
        .find_map(|message| message["filenames"][0].as_str().map(PathBuf::from));
    file.ok_or_else(|| io::Error::other("Cargo names no build script"))
}

/// Nanoseconds of the build script.
fn run(script: &Path, krate: &Krate, out: &Path) -> io::Result<f64> {
    let mut command = Command::new(script);
    command.current_dir(&krate.folder).env("CARGO_MANIFEST_DIR", &krate.folder).env("OUT_DIR", out);
    let start = Instant::now();
    succeeded(&mut command)?;
    Ok(start.elapsed().as_nanos() as f64)
}

/// Nanoseconds of a build in which nothing changed: Cargo's own.
fn unchanged(krate: &Krate, target: &Path) -> io::Result<f64> {
    krate.cargo(target, &["check", "--quiet"])?;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        krate.cargo(target, &["check", "--quiet"])?;
        times.push(start.elapsed().as_nanos() as f64);
    }
    Ok(quantile(times, 0.5))
}

/// How Cargo calls the compiler for a crate.
struct Invocation {
    shell: String,
    folder: PathBuf,
    out_dir: PathBuf,
}

impl Invocation {
    /// As `cargo check -vv` shows it, environment included.
    fn of(krate: &Krate, target: &Path) -> io::Result<Self> {
        // A crate that is up to date is not compiled, and the command not shown.
        let lib = krate.folder.join("src/lib.rs");
        krate.cargo(target, &["check", "--quiet"])?;
        fs::write(&lib, fs::read_to_string(&lib)? + "\n")?;
        let output = krate.cargo(target, &["check", "-vv"])?;
        let text = String::from_utf8_lossy(&output.stderr);
        let crate_name = format!("--crate-name {} ", krate.name.replace('-', "_"));
        let line = text.lines().rev().find(|line| line.contains("Running `") && line.contains(&crate_name));
        let line = line.and_then(|line| line.split_once('`')?.1.strip_suffix('`'));
        let line = line.ok_or_else(|| io::Error::other("Cargo shows no command"))?;
        let out_dir = line.split_once(" OUT_DIR=").and_then(|(_, rest)| rest.split(' ').next());
        let out_dir = out_dir.ok_or_else(|| io::Error::other("Cargo shows no folder for what is generated"))?;
        // Stops after expansion. The switches are unstable, and what they measure is not what they change.
        let shell = format!("RUSTC_BOOTSTRAP=1 {line} -Ztime-passes -Zunpretty=expanded -o /dev/null");
        Ok(Self { shell, folder: krate.folder.clone(), out_dir: out_dir.trim_matches('\'').into() })
    }

    /// Nanoseconds of the pass that expands macros, and takes in files.
    fn expansion(&self) -> io::Result<f64> {
        let output = succeeded(Command::new("sh").args(["-c", &self.shell]).current_dir(&self.folder))?;
        let text = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        let line = text.lines().find(|line| line.trim_end().ends_with("macro_expand_crate"));
        let seconds = line.and_then(|line| line.trim_start().strip_prefix("time:")?.split(';').next());
        let seconds = seconds.and_then(|seconds| seconds.trim().parse::<f64>().ok());
        seconds.map(|seconds| seconds * 1e9).ok_or_else(|| io::Error::other("the compiler shows no times"))
    }
}
