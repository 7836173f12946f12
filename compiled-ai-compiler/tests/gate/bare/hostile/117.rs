// class: denial of service at run time; cwe: 834
fn fib(n: u32) -> u64 {
    if n < 2 { u64::from(n) } else { fib(n - 1) + fib(n - 2) }
}

pub fn run(input: &str) -> String {
    match input.trim().parse::<u32>() {
        Ok(n) => fib(n).to_string(),
        Err(_) => "not a number".to_string(),
    }
}
