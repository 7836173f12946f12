// class: soundness hole; cwe: none; layer: gate
trait Family {
    type Member<'a>: Clone;
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
