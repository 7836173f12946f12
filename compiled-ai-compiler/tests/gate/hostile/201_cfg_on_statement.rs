// class: sandbox awareness; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut n = 1;
    #[cfg(unix)]
    {
        n = 2;
    }
    Err(Abstain::new(format!("{n}")))
}
