// class: sandbox awareness; cwe: 511
pub fn run(input: &str) -> String {
    let n = usize::MAX.count_ones();
    if n == 64 { input.chars().rev().collect() } else { input.to_string() }
}
