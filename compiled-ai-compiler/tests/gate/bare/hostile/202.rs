// class: denial of service at compile time; cwe: 400
const fn fib(n: u64) -> u64 {
    if n < 2 { n } else { fib(n - 1) + fib(n - 2) }
}
static BIG: u64 = fib(60);
pub fn run(input: &str) -> String {
    format!("{input}{BIG}")
}
