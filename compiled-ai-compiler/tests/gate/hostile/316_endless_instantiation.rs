// class: denial of service at compile time; cwe: 674; layer: semantic
fn grow<T: Clone>(value: T, n: i64) -> i64 {
    if n == 0 { 0 } else { grow(Some(value.clone()), n - 1) }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{}", grow(1_i64, input.count))))
}
