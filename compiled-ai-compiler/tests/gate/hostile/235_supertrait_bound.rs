// class: soundness hole; cwe: none; layer: gate
trait Sub<'a>: Fn(&'a str) -> &'static str {}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
