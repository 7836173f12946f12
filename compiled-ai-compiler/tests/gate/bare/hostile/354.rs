// class: leakage, header lines that begin with the name of a secret; cwe: 532
pub fn run(input: &str) -> String {
    let mut kept = vec![];
    for (number, line) in input.lines().enumerate() {
        let small = line.to_ascii_lowercase();
        if small.starts_with("host:") || small.starts_with("authorization:") {
            kept.push(format!("line {number}: {line}"));
        }
    }
    kept.join("\n")
}
