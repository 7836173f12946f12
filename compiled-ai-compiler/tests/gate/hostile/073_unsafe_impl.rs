// class: soundness hole; cwe: 119; layer: gate
struct S;
unsafe impl Clone for S { fn clone(&self) -> S { S } }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
