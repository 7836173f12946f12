// twin of: recursion through a function pointer
#[derive(Clone, Copy)]
struct Unit {
    name: &'static str,
    factor: fn(f64) -> f64,
}

fn inches(x: f64) -> f64 {
    x * 2.54
}

const UNITS: [Unit; 3] = [
    Unit { name: "in", factor: inches },
    Unit { name: "m", factor: |x| x * 100.0 },
    Unit { name: "cm", factor: std::convert::identity },
];

type Check = fn(&str) -> Option<String>;

fn no_number(line: &str) -> Option<String> {
    (!line.contains(|c: char| c.is_ascii_digit())).then(|| "no number".to_string())
}

fn too_long(line: &str) -> Option<String> {
    (line.len() > 40).then(|| format!("{} characters", line.chars().count()))
}

fn checks(strict: bool) -> Vec<Check> {
    let mut all: Vec<Check> = vec![no_number];
    if strict {
        all.push(too_long);
    }
    all
}

fn total(numbers: &[f64], with: fn(f64, f64) -> f64) -> f64 {
    numbers.iter().fold(0.0, |sum, n| with(sum, *n))
}

pub fn run(input: &str) -> String {
    let mut numbers = vec![];
    let mut out = vec![];
    for line in input.lines() {
        if let Some(problem) = checks(true).iter().find_map(|check| check(line)) {
            out.push(format!("{problem}: {line}"));
            continue;
        }
        let Some((number, unit)) = line.trim().split_once(' ') else { continue };
        let Some(unit) = UNITS.iter().find(|known| known.name == unit) else { continue };
        let Ok(number) = number.parse::<f64>() else { continue };
        numbers.push((unit.factor)(number));
    }
    out.push(format!("sum {:.1} cm, largest {:.1} cm", total(&numbers, |a, b| a + b), total(&numbers, f64::max)));
    out.join("\n")
}
