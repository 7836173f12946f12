// class: denial of service at run time; cwe: 674
fn count(n: u64) -> u64 {
    if n == 0 { 0 } else { 1 + count(n - 1) }
}

pub fn run(input: &str) -> String {
    let n = input.trim().parse::<u64>().unwrap_or(0);
    count(n).to_string()
}
