// class: linking and foreign code; cwe: 111; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    extern "C" {
        fn system(command: *const u8) -> i32;
    }
    Err(Abstain::new("x"))
}
