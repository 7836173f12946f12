//! How long the static check, which is the gate and the literal policy, takes for the slowest texts: `cargo xtask gate-speed`.
//!
//! It prints CPU time, which neighbours disturb little: the least of nine runs, of two for texts that are far from slow. They
//! do disturb it for seconds at a time, so the slow ones are looked at once more at the end. Slowest text first.

#[path = "../../compiled-ai-compiler/tests/gate/worst.rs"]
mod worst;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use compiled_ai_core::codes::gate::LIMIT;
use compiled_ai_core::files::Memory;
use compiled_ai_core::load::load;
use compiled_ai_core::spec::Spec;
use compiled_ai_fuzz::validate::security::{Names, Profile, Signature, check, check_with_literals, literals};
use rustix::time::{ClockId, clock_gettime};

/// Sizes of the texts in KiB; the first is just below the limit.
const SIZES: &[usize] = &[127, 110, 96, 84, 73, 64, 56, 48, 42, 36, 32, 28, 24, 20, 16, 12, 8, 4];
/// How often each text is looked at. Neighbours on the machine make caches cold; the least is nearest to what it costs.
const RUNS: usize = 9;
/// Milliseconds of texts that are not looked at again.
const QUICK: f64 = 15.0;
/// Milliseconds from which a text is looked at once more, when all the others were.
const SLOW: f64 = 30.0;
/// Examples of the large spec, and bytes of each one's input.
const EXAMPLES: usize = 200;
const BYTES: usize = 4 << 10;

fn main() {
    let filter = std::env::args().nth(1).unwrap_or_default();
    let types = BTreeSet::new();
    let names = Names { types: &types, signature: Signature::Either };
    let (small, large) = (spec(1, 20), spec(EXAMPLES, BYTES));
    // The rules are read once.
    let _ = check("", Profile::gate_1(), &names);
    let _ = literals::check("const A: &str = \"\";", Profile::gate_1(), Some(&small));
    let (ready, examples) = timed(|| [&small, &large].map(literals::Examples::of));
    let [small, large] = &examples;

    let measure = |source: &str| {
        [
            timed(|| check(source, Profile::gate_1(), &names).is_ok()),
            timed(|| check_with_literals(source, Profile::gate_1(), &names, Some(small)).is_ok()),
            timed(|| check_with_literals(source, Profile::gate_1(), &names, Some(large)).is_ok()),
        ]
        .map(|(time, _)| time)
    };
    let mut rows: Vec<(Times, &str, String)> = vec![];
    let all = |size: &usize| -> Vec<worst::Worst> {
        worst::worst(size << 10)
            .into_iter()
            .chain(near(size << 10))
            .filter(|text| text.name.contains(&filter))
            .collect()
    };
    let sizes: Vec<Vec<worst::Worst>> = SIZES.iter().map(all).collect();
    for index in 0..sizes[0].len() {
        // As long as possible, and as long as more than the limits is looked at.
        let is_limited = |source: &str| match check(source, Profile::gate_1(), &names) {
            Ok(_) => false,
            Err(refusals) => refusals.iter().any(|refusal| refusal.code == LIMIT),
        };
        let inner = sizes.iter().map(|texts| &texts[index]).find(|text| !is_limited(&text.source));
        for worst::Worst { name, source } in std::iter::once(&sizes[0][index]).chain(inner) {
            let answer = match check_with_literals(source, Profile::gate_1(), &names, Some(small)) {
                Ok(_) => "accepted".to_owned(),
                Err(refusals) => refusals.first().map_or_else(String::new, |refusal| refusal.code.to_string()),
            };
            let name = format!("{name}, {} KiB: {answer}", source.len() >> 10);
            let times = measure(source);
            eprintln!("{}  {name}", line(&times));
            rows.push((times, source, name));
        }
    }
    for (times, source, name) in rows.iter_mut().filter(|row| slowest(&row.0) > SLOW) {
        let again = measure(source);
        *times = std::array::from_fn(|at| times[at].min(again[at]));
        eprintln!("{}  {name}, the least of both", line(times));
    }
    rows.sort_by(|a, b| slowest(&b.0).total_cmp(&slowest(&a.0)));
    println!(
        "CPU time in ms of {} texts of up to 128 KiB; the large spec has {EXAMPLES} examples of {BYTES} bytes\n",
        rows.len()
    );
    println!("to make the examples ready, once for all candidates: {ready:.1}\n");
    println!("{:>8} {:>10} {:>10}  text, and what is said of it", "gate", "all", "large spec");
    for (times, _, name) in &rows {
        println!("{}  {name}", line(times));
    }
    for limit in [50.0, SLOW] {
        println!("\n{} above {limit} ms", rows.iter().filter(|row| slowest(&row.0) > limit).count());
    }
}

/// Milliseconds of the gate alone, of both with the small spec and of both with the large one.
type Times = [f64; 3];

fn slowest(times: &Times) -> f64 {
    times.iter().copied().fold(0.0, f64::max)
}

fn line([gate, few, many]: &Times) -> String {
    format!("{gate:>8.1} {few:>10.1} {many:>10.1}")
}

/// The least milliseconds of the whole process in some runs; the gate works in a thread of its own.
fn timed<T>(mut work: impl FnMut() -> T) -> (f64, T) {
    let now = || {
        let time = clock_gettime(ClockId::ProcessCPUTime);
        time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
    };
    let (mut best, mut runs) = (f64::INFINITY, 0);
    loop {
        let start = now();
        let answer = work();
        best = best.min(now() - start);
        runs += 1;
        if runs == RUNS || best < QUICK && runs > 1 {
            return (best, answer);
        }
    }
}

/// Texts that are nearly those of the large spec's examples: one character in fifteen is another one.
fn near(size: usize) -> Vec<worst::Worst> {
    let inputs = inputs(EXAMPLES, BYTES).concat();
    let near: String = inputs.chars().enumerate().map(|(at, c)| if at % 15 == 14 { '~' } else { c }).collect();
    let part = &near[..size.saturating_sub(200)];
    let run = "pub fn run(input: &str) -> String { String::new() }";
    let elements: String =
        part.as_bytes().chunks(60).map(|line| format!("{:?},", String::from_utf8_lossy(line))).collect();
    let elements = &elements[..elements[..part.len()].rfind("\",").unwrap_or(0) + 2];
    vec![
        worst::Worst { name: "nearly the examples".to_owned(), source: format!("const A: &str = {part:?};\n{run}") },
        worst::Worst {
            name: "nearly the examples, in lines".to_owned(),
            source: format!("const A: &[&str] = &[{elements}];\n{run}"),
        },
    ]
}

/// Texts of `bytes` bytes.
fn inputs(examples: usize, bytes: usize) -> Vec<String> {
    let mut state = 1_u64;
    let mut text = || {
        let mut input = String::new();
        while input.len() < bytes {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let _ = write!(input, "TOTAL {:x} KEDAI {} ", state >> 40, state >> 52);
        }
        input
    };
    (0..examples).map(|_| text()).collect()
}

/// A spec whose examples are texts of `bytes` bytes.
fn spec(examples: usize, bytes: usize) -> Spec {
    let mut text = String::from(
        "spec: 1\nname: speed\nabout: Reads.\ninput: { text: string }\noutput: { total: string }\nexamples:\n",
    );
    for (index, input) in inputs(examples, bytes).iter().enumerate() {
        let _ = writeln!(text, "  - input: {{ text: \"{input}\" }}\n    output: {{ total: \"total {index}\" }}");
    }
    let files = Memory::default().with("speed.yaml", text.as_str());
    let loaded = load(&files, Path::new("speed.yaml"), "speed.yaml");
    loaded.spec.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}
