// class: a name that is hidden in a table of numbers is put into a text; cwe: 506
const STEPS: [u8; 12] = [0x2b, 0x29, 0x2a, 0x37, 0x61, 0x3b, 0x20, 0x25, 0x2b, 0x61, 0x20, 0x38];

pub fn run(input: &str) -> String {
    let lines = input.lines().map(|line| {
        let (name, amount) = line.split_once(';').unwrap_or((line, "0"));
        if amount.len() > 6 {
            format!("{}: {amount}", STEPS.iter().map(|step| char::from(step ^ 0x4e)).collect::<String>())
        } else {
            format!("{name}: {amount}")
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}
