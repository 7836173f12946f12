// class: name resolution bypass; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    trait Len {
        fn len(&self) -> usize;
    }
    impl Len for i64 {
        fn len(&self) -> usize {
            0
        }
    }
    Err(Abstain::new("x"))
}
