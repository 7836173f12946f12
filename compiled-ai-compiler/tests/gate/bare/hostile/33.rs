// class: denial of service at run time; cwe: 835
pub fn run(input: &str) -> String {
    let mut n: u64 = input.len() as u64 | 1;
    let mut steps = 0u64;
    while n != 0 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n.wrapping_add(1) };
        steps = steps.wrapping_add(1);
    }
    steps.to_string()
}
