// class: name resolution bypass; cwe: 758; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    {
        let size_of = 1;
        let _ = size_of;
    }
    let width = size_of::<usize>();
    Err(Abstain::new("no"))
}
