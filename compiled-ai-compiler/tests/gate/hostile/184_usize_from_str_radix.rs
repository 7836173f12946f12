// class: sandbox awareness; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let wide = usize::from_str_radix("100000000", 16).is_ok();
    Err(Abstain::new(format!("{wide}")))
}
