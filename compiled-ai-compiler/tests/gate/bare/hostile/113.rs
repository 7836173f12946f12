// class: denial of service at run time; cwe: 834
pub fn run(input: &str) -> String {
    let n: u64 = input.trim().parse().unwrap_or(0);
    let mut sum = 0u64;
    for i in 0..n {
        sum = sum.wrapping_add(i * i % 7);
    }
    sum.to_string()
}
