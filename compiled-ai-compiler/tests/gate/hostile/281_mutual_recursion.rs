// class: denial of service at run time; cwe: 674; layer: sandbox
fn even(n: i64) -> bool {
    if n == 0 { true } else { !odd(n + 1) }
}
fn odd(n: i64) -> bool {
    if n == 0 { false } else { !even(n + 1) }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{}", even(input.count + 1))))
}
