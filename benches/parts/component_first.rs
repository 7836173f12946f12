//! The first call of a program: code is loaded or compiled there, an instance is made, and regular expressions are compiled, once.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{fs, io};

use compiled_ai::wasm::{Code, Host, LoadError, abi::Params};
use compiled_ai_benches::examples;
use compiled_ai_benches::job;
use compiled_ai_benches::latency::quantile;
use compiled_ai_benches::table::{Table, time};
use serde::de::DeserializeOwned;

use super::component::Component;
use super::component_jobs::{address, order_summary, prior_authorization, receipt};

/// Each first call needs a program of its own.
const PROGRAMS: usize = 11;
/// Tells such a program what to call, and where its code lies: `receipt/ahead/<hash> <path>`.
const VARIABLE: &str = "COMPILED_AI_BENCH_FIRST_CALL_OF_COMPONENT";

/// What this program was started for, if it is one of those.
pub(crate) fn asked_for() -> Option<String> {
    std::env::var(VARIABLE).ok()
}

/// Prints nanoseconds: of loading, of the first call, and of the second.
pub(crate) fn answer(asked: &str) -> io::Result<()> {
    let wrong = || io::Error::other(format!("`{VARIABLE}` names nothing: `{asked}`"));
    let (what, path) = asked.split_once(' ').ok_or_else(wrong)?;
    let [stem, form, hash] = what.split('/').collect::<Vec<_>>()[..] else { return Err(wrong()) };
    if form == "native" {
        let jobs = job::all();
        let job = jobs.iter().find(|job| job.stem == stem).ok_or_else(wrong)?;
        let [first, second] = [(); 2].map(|()| timed(|| (job.compiled)(0)));
        println!("0 {first} {second}");
        return Ok(());
    }
    let (bytes, hash) = (fs::read(path)?.leak(), hash.to_owned().leak());
    let code = match form {
        "ahead" => Code::Ahead { bytes, hash, keeps_state_in_memory: true },
        "compiled" => Code::Component { bytes, hash },
        _ => return Err(wrong()),
    };
    let times = match stem {
        "prior_authorization" => {
            of(stem, prior_authorization::host(), code, |host, input: &prior_authorization::OwnedInput| {
                host.call::<_, prior_authorization::Output>(&input.as_input()).is_ok()
            })
        }
        "order_summary" => of(stem, order_summary::host(), code, |host, input: &order_summary::OwnedInput| {
            host.call::<_, order_summary::Output>(&input.as_input()).is_ok()
        }),
        "address" => of(stem, address::host(), code, |host, input: &address::OwnedInput| {
            host.call::<_, address::Output>(&input.as_input()).is_ok()
        }),
        "receipt" => of(stem, receipt::host(), code, |host, input: &receipt::OwnedInput| {
            host.call::<_, receipt::Output>(&input.as_input()).is_ok()
        }),
        _ => return Err(wrong()),
    };
    let [load, first, second] = times.map_err(io::Error::other)?;
    println!("{load} {first} {second}");
    Ok(())
}

/// Prints what the first and the second call of a process take.
pub(crate) fn print(components: &[Component]) -> io::Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("components");
    fs::create_dir_all(&folder)?;
    let mut table = Table::new(&["first example in a new process", "load", "first call", "second call"]);
    for component in components {
        let write = |file: &str, bytes: &[u8]| -> io::Result<PathBuf> {
            let path = folder.join(format!("{}.{file}", component.stem));
            fs::write(&path, bytes).map(|()| path)
        };
        let stem = component.stem;
        let hash = compiled_ai_core::hash::Hash::of(&component.bytes);
        for (name, form, hash, path) in [
            ("native", "native", "", PathBuf::new()),
            ("compiled ahead of time", "ahead", &*component.ahead.hash, write("cwasm", &component.ahead.code)?),
            ("compiled by Cranelift", "compiled", hash.as_str(), write("wasm", &component.bytes)?),
        ] {
            let asked = format!("{stem}/{form}/{hash} {}", path.display());
            let runs = (0..PROGRAMS).map(|_| in_a_program(&asked)).collect::<io::Result<Vec<_>>>()?;
            let [load, first, second] = [0, 1, 2].map(|at| quantile(runs.iter().map(|run| run[at]).collect(), 0.5));
            let load = if form == "native" { String::new() } else { time(load) };
            table.row([format!("{stem}: {name}"), load, time(first), time(second)]);
        }
    }
    println!("{table}");
    Ok(())
}

/// Nanoseconds of loading, of the first call and of the second.
fn of<P: Params, In: DeserializeOwned>(
    stem: &str,
    host: &Host<P>,
    code: Code,
    call: fn(&Host<P>, &In) -> bool,
) -> Result<[u128; 3], LoadError> {
    let host = host.with_code(code);
    let example = examples::of(stem).swap_remove(0);
    let input: In = serde_json::from_value(example.input).expect("an example of the spec's types");
    let mut loaded = Ok(());
    let load = timed(|| loaded = host.load());
    loaded?;
    let [first, second] = [(); 2].map(|()| timed(|| _ = std::hint::black_box(call(&host, &input))));
    Ok([load, first, second])
}

fn timed(work: impl FnOnce()) -> u128 {
    let start = Instant::now();
    work();
    start.elapsed().as_nanos()
}

fn in_a_program(asked: &str) -> io::Result<[f64; 3]> {
    let output = Command::new(std::env::current_exe()?).env(VARIABLE, asked).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let times: Vec<f64> = text.split_whitespace().filter_map(|time| time.parse().ok()).collect();
    <[f64; 3]>::try_from(times).map_err(|_| io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()))
}
