// class: linking and foreign code; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    #[link(name = "evil")]
    unsafe extern "C" {
        fn evil();
    }
    Err(Abstain::new("x"))
}
