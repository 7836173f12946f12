// class: non-determinism; cwe: 704; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let both = [{ let _n = 1; |x: i64| x + 1 }, (|x: i64| x - 1)];
    Err(Abstain::new(format!("{:?}", both[1])))
}
