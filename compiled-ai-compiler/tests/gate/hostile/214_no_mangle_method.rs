// class: linking and foreign code; cwe: none; layer: gate
struct S;
impl S {
    #[unsafe(no_mangle)]
    fn malloc(&self) -> i64 {
        0
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
