// class: denial of service at run time; cwe: 835; layer: semantic
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let n = (0..).map(|i: i64| i.wrapping_mul(input.count)).filter(|&i| i < 0).take_while(|_| false).count() as i64;
    let m = core::iter::repeat(n).cycle().filter(|&i| i > 5).count();
    Err(Abstain::new(format!("{m}")))
}
