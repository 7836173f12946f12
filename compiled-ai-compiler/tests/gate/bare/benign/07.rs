// const table of structs
struct Unit {
    name: &'static str,
    factor: f64,
}

const UNITS: &[Unit] = &[
    Unit { name: "mm", factor: 0.001 },
    Unit { name: "cm", factor: 0.01 },
    Unit { name: "m", factor: 1.0 },
    Unit { name: "km", factor: 1000.0 },
];

pub fn run(input: &str) -> String {
    let input = input.trim();
    let split = input.find(|c: char| c.is_alphabetic()).unwrap_or(input.len());
    let (number, unit) = input.split_at(split);
    let value: f64 = match number.trim().parse() {
        Ok(value) => value,
        Err(_) => return "invalid".to_string(),
    };
    UNITS
        .iter()
        .find(|u| u.name == unit.trim())
        .map(|u| format!("{:.3} m", value * u.factor))
        .unwrap_or_else(|| "unknown unit".to_string())
}
