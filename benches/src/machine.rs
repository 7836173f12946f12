//! What a figure was measured on.

use std::fs;
use std::process::Command;

/// Processor, cores, how busy it is, and compiler, in a line.
pub fn describe() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut parts = vec![format!("{cores} cores")];
    parts.extend(processor());
    parts.extend(load());
    parts.extend(version("rustc"));
    parts.join(", ")
}

/// What `PROGRAM --version` says; `None` if there is no such program.
pub fn version(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// What other programs do meanwhile: above the number of cores, figures are disturbed.
fn load() -> Option<String> {
    let text = fs::read_to_string("/proc/loadavg").ok()?;
    Some(format!("load {} before the run", text.split(' ').next()?))
}
