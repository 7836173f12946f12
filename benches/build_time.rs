//! `cargo bench --bench build_time`: what compiled-ai adds to builds, and how long a candidate is validated.
//!
//! Crates are written below `target/tmp` and built by Cargo, offline, with the versions of this workspace's `Cargo.lock`.

mod parts {
    pub(super) mod candidate;
    pub(super) mod clean_build;
    pub(super) mod hit_path;
    pub(super) mod krate;
}

use compiled_ai_benches::machine;

use parts::{candidate, clean_build, hit_path};

fn main() {
    // What `cargo test --benches` passes: nothing is measured.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    // `cargo bench --bench build_time -- validation`
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    println!("\nMeasured on: {}\n", machine::describe());
    for (what, measured) in [
        ("hit-path", hit_path::print as fn() -> std::io::Result<()>),
        ("clean-builds", clean_build::print),
        ("validation", candidate::print),
    ] {
        if !wanted.is_empty() && !wanted.iter().any(|wanted| what.contains(wanted)) {
            continue;
        }
        if let Err(error) = measured() {
            println!("{what}: not measured: {error}\n");
        }
    }
}
