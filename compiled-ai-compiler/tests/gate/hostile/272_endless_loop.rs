// class: denial of service at run time; cwe: 835; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut n = 0_i64;
    loop {
        n = n.wrapping_mul(31).wrapping_add(input.count);
        if n == i64::MIN + 1 && input.text.is_empty() {
            break;
        }
    }
    Err(Abstain::new(format!("{n}")))
}
