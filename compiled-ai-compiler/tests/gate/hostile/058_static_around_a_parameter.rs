// class: soundness hole; cwe: 119; layer: gate
fn keep<T>(value: &'static T) -> &'static T { value }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
