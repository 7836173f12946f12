// class: denial of service at run time; cwe: 674; layer: sandbox
fn fib(n: i64) -> i64 {
    if n < 2 { n } else { fib(n - 1) + fib(n - 2) }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{}", fib(60 + input.count))))
}
