// class: name resolution bypass; cwe: 758; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let size_of = 1;
    fn inner() -> i64 { size_of::<usize>() as i64 }
    let _ = (size_of, inner());
    Err(Abstain::new("no"))
}
