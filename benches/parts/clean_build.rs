//! A clean build of a crate with one spec, against one of a crate with nothing.

use std::fs;
use std::io;
use std::process::Command;
use std::time::Instant;

use compiled_ai_benches::table::{Table, three};

use super::krate::{Krate, Links, scratch, succeeded};

/// Prints wall time and processor time of both, in both profiles.
pub(crate) fn print() -> io::Result<()> {
    let with = Krate::with_specs("one-spec", 1, Links::Attribute)?;
    let without = Krate::without_specs("no-spec")?;
    let mut table = Table::new(&["clean build", "with one spec", "without us", "added, CPU-s", "added, wall s"]);
    for (name, arguments) in [("dev", "build"), ("release", "build --release")] {
        let (one, none) = (build(&with, arguments)?, build(&without, arguments)?);
        table.row([
            format!("{name} profile"),
            format!("{} CPU-s", three(one.processor)),
            format!("{} CPU-s", three(none.processor)),
            three(one.processor - none.processor),
            three(one.wall - none.wall),
        ]);
    }
    println!("{table}");
    Ok(())
}

/// Seconds.
struct Took {
    /// Of all processors together.
    processor: f64,
    wall: f64,
}

fn build(krate: &Krate, arguments: &str) -> io::Result<Took> {
    let target = scratch().join("clean");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    // The shell knows the processor time of what it ran.
    let script = format!("\"$CARGO\" {arguments} --quiet --offline --target-dir \"$TARGET\" && times");
    let mut command = Command::new("sh");
    command.args(["-c", &script]).env("CARGO", env!("CARGO")).env("TARGET", &target).current_dir(&krate.folder);
    let start = Instant::now();
    let output = succeeded(&mut command)?;
    let wall = start.elapsed().as_secs_f64();
    let text = String::from_utf8_lossy(&output.stdout);
    let processor = text.lines().nth(1).and_then(|children| children.split(' ').map(seconds).sum());
    Ok(Took { processor: processor.ok_or_else(|| io::Error::other("`times` says something else"))?, wall })
}

/// `1m2.5s`
fn seconds(text: &str) -> Option<f64> {
    let (minutes, seconds) = text.trim().strip_suffix('s')?.split_once('m')?;
    Some(minutes.parse::<f64>().ok()? * 60.0 + seconds.parse::<f64>().ok()?)
}
