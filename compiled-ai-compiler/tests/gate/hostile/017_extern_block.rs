// class: linking and foreign code; cwe: 111; layer: gate
unsafe extern "C" {
    fn getpid() -> i32;
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
