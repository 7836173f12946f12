// class: name resolution bypass; cwe: none; layer: gate
trait Evil { fn as_ptr(&self) -> usize; }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
